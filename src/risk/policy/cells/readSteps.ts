import type { CollectionStep } from '../policy';
import { comparable, type FoundSection } from './policyCells';
import { channelWords } from './policySections';
import { namesIn } from './rowReader';
import { checkRows, type Reading, readingOf, readRows, refuseRepeated, valuesOf } from './sectionReading';

/** Read the collection steps: each code once, in whole days, each later than the one before. */
export function stepsOf(found: FoundSection): Reading<readonly CollectionStep[]> {
  const rows = readRows(found, reader => {
    const id = reader.text('id');
    if (id === '') reader.report('policyValueUnreadable', 'id');
    return {
      id,
      name: namesIn(reader, id),
      fromDay: reader.number('fromDay'),
      minimumAmount: reader.number('minimumAmount', { lowest: 0, ifBlank: 0 }),
      channel: reader.choice('channel', channelWords),
    };
  });
  const steps = valuesOf(rows);
  checkRows(
    rows,
    'argumentNotWhole',
    'fromDay',
    ({ fromDay }) => !Number.isNaN(fromDay) && !Number.isInteger(fromDay),
  );
  checkRows(
    rows,
    'policyStepsNotAscending',
    'fromDay',
    ({ fromDay }, index) => index > 0 && fromDay <= steps[index - 1].fromDay,
  );
  refuseRepeated(rows, 'id', ({ id }) => [comparable(id)]);
  return readingOf(rows);
}
