import type { Assessment, Breach } from '../../../src/risk/scoring/assessment';
import { newBreachesInSlices } from '../../../src/risk/scoring/newBreaches';
import { finishSlices } from '../../../src/risk/slices';

const breach = (customer: number, rule: Breach['rule']): Breach => ({
  customer,
  rule,
  severity: 'warning',
  value: 2,
  threshold: 1,
});
const answer = (customers: string[], breaches: Breach[]) =>
  ({ table: { customers }, breaches }) as unknown as Assessment;

test('only what the answer before did not have is new, however customers are counted', () => {
  const before = answer(['A', 'B'], [breach(0, 'overLimit'), breach(1, 'noOrders')]);
  const after = answer(
    ['B', 'New', 'a '],
    [breach(0, 'noOrders'), breach(0, 'overLimit'), breach(1, 'overLimit'), breach(2, 'overLimit')],
  );
  expect(finishSlices(newBreachesInSlices(before, after))).toEqual([
    breach(0, 'overLimit'),
    breach(1, 'overLimit'),
  ]);
  expect(finishSlices(newBreachesInSlices(after, after))).toEqual([]);
});
