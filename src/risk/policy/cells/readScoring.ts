import { type MetricName, metricNames } from '../../metrics/table/metric';
import type { Problem } from '../../problem';
import {
  type Factor,
  inEveryLanguage,
  type KnockOut,
  type KnockOutId,
  knockOutIds,
  type Tier,
} from '../policy';
import { largestKnockOutShare } from '../ruleMeasures';
import { readShape } from '../shape';
import { comparable, type FoundSection } from './policyCells';
import { missingWords } from './policySections';
import { namesIn, type RowReader } from './rowReader';
import {
  checkRows,
  type Reading,
  readingOf,
  readRows,
  refuseRepeated,
  rowsMissing,
  sectionProblem,
  valuesOf,
} from './sectionReading';
import { scaled, thresholdIn } from './shareThreshold';

/** Read the factors: each named once, with two different ends; at least one has weight. */
export function factorsOf(found: FoundSection): Reading<readonly Factor[]> {
  const rows = readRows(found, factorOf);
  const factors = valuesOf(rows);
  checkRows(rows, 'policyWeightNegative', 'weight', factor => factor.weight < 0);
  checkRows(rows, 'policyBestEqualsWorst', 'worst', factor => factor.best === factor.worst);
  refuseRepeated(rows, 'english', ({ name }) => inEveryLanguage(name).map(comparable));
  // A weight that cannot be read is told by its own cell.
  const isWeightless = factors.every(factor => factor.weight === 0);
  const ofSection: Problem[] = isWeightless
    ? [sectionProblem(found, 'policyWeightsZero', found.rows[0]?.row ?? found.headerRow)]
    : [];
  return readingOf(rows, ofSection);
}

function factorOf(reader: RowReader): Factor {
  const name = namesIn(reader);
  if (name.en === '') reader.report('policyValueUnreadable', 'english');
  return {
    name,
    metric: metricIn(reader),
    weight: reader.number('weight'),
    best: reader.number('best'),
    worst: reader.number('worst'),
    steps: stepsIn(reader),
    missing: reader.choice('missing', missingWords, 'share'),
  };
}

function metricIn(reader: RowReader): MetricName | null {
  const text = comparable(reader.text('metric'));
  if (text === '') return null;
  const metric = metricNames.find(name => name.toLowerCase() === text);
  if (!metric) reader.report('policyValueUnreadable', 'metric');
  return metric ?? null;
}

function stepsIn(reader: RowReader): number | null {
  const steps = readShape(reader.cell('shape'));
  if (steps === undefined) reader.report('policyValueUnreadable', 'shape');
  return steps ?? null;
}

/** Read the tiers: each letter once, the best first, the last from score 0. */
export function tiersOf(found: FoundSection): Reading<readonly Tier[]> {
  const rows = readRows(found, tierOf);
  const tiers = valuesOf(rows);
  // Written as shares, every tier begins so low that all scores are of the best.
  for (const { value, reader } of rows) {
    const isShare = value.fromScore > 0 && value.fromScore < 1;
    if (isShare)
      reader.report('policyScoreAsShare', 'fromScore', { hundredfold: scaled(value.fromScore, 100) });
  }
  checkRows(
    rows,
    'policyTiersOverlap',
    'fromScore',
    (tier, index) => index > 0 && tier.fromScore >= tiers[index - 1].fromScore,
  );
  checkRows(
    rows,
    'policyLastTierNotZero',
    'fromScore',
    (tier, index) => index === tiers.length - 1 && tier.fromScore > 0,
  );
  refuseRepeated(rows, 'letter', ({ letter }) => [comparable(letter)]);
  return readingOf(rows, tiers.length === 0 ? [rowsMissing(found)] : []);
}

function tierOf(reader: RowReader): Tier {
  const letter = reader.text('letter');
  if (letter === '') reader.report('policyValueUnreadable', 'letter');
  return {
    letter,
    fromScore: reader.number('fromScore', { lowest: 0, highest: 100 }),
    limitMonths: reader.number('limitMonths', { lowest: 0, ifBlank: 0 }),
    termsDays: reader.number('termsDays', { lowest: 0, ifBlank: 0 }),
    prepaymentShare: reader.number('prepaymentShare', { lowest: 0, highest: 1, ifBlank: 0 }),
    guarantee: reader.boolean('guarantee', false),
    reviewMonths: reader.number('reviewMonths', { lowest: 0, ifBlank: 0 }),
    lossRate: reader.number('lossRate', { lowest: 0, highest: 1, ifBlank: 0 }),
  };
}

/** Read the knock-outs: each once, capping at one of the policy's tiers. */
export function knockOutsOf(found: FoundSection, tiers: readonly Tier[]): Reading<readonly KnockOut[]> {
  const rows = readRows(found, reader => knockOutOf(reader, tiers));
  refuseRepeated(rows, 'id', ({ id }) => [id]);
  return readingOf(rows);
}

function knockOutOf(reader: RowReader, tiers: readonly Tier[]): KnockOut {
  const id: KnockOutId = reader.code('id', knockOutIds);
  return {
    id,
    name: namesIn(reader, id),
    on: reader.boolean('on'),
    threshold: thresholdIn(reader, largestKnockOutShare[id], { lowest: 0, ifBlank: 0 }),
    minimumAmount: reader.number('minimumAmount', { lowest: 0, ifBlank: 0 }),
    bestTier: bestTierIn(reader, tiers),
  };
}

function bestTierIn(reader: RowReader, tiers: readonly Tier[]): string {
  const text = reader.text('bestTier');
  const tier = tiers.find(({ letter }) => comparable(letter) === comparable(text));
  if (!tier) {
    reader.report('policyTierUnknown', 'bestTier', { options: tiers.map(({ letter }) => letter).join(', ') });
  }
  return tier?.letter ?? text;
}
