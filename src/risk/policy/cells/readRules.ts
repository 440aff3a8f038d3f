import { type BreachRule, breachRuleIds } from '../policy';
import { largestShare } from '../ruleMeasures';
import type { FoundSection } from './policyCells';
import { severityWords } from './policySections';
import { namesIn } from './rowReader';
import { type Reading, readingOf, readRows, refuseRepeated } from './sectionReading';
import { thresholdIn } from './shareThreshold';

/** What highlights refer to. */
export const highlightedColumns = ['on', 'threshold', 'minimumAmount', 'minimumCount'] as const;

/** Read the breach rules, each once; a rule whose row was deleted is not checked. */
export function rulesOf(found: FoundSection): Reading<readonly BreachRule[]> {
  const rows = readRows(found, reader => {
    const id = reader.code('id', breachRuleIds);
    reader.refuseText(...highlightedColumns);
    return {
      id,
      name: namesIn(reader, id),
      on: reader.boolean('on'),
      threshold: thresholdIn(reader, largestShare[id]),
      minimumAmount: reader.number('minimumAmount', { lowest: 0, ifBlank: 0 }),
      minimumCount: reader.number('minimumCount', { lowest: 0, ifBlank: 0 }),
      severity: reader.choice('severity', severityWords),
    };
  });
  refuseRepeated(rows, 'id', ({ id }) => [id]);
  return readingOf(rows);
}
