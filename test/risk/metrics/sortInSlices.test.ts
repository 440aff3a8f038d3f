import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sortInSlices } from '../../../src/risk/metrics/sortInSlices';
import { finishSlices } from '../../../src/risk/slices';

test('sorts as the sort that is built in does, equal ones in the order they came in', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 200 }), numbers => {
      const byTens = (one: number, other: number) => Math.trunc(one / 10) - Math.trunc(other / 10);
      const values = Int32Array.from(numbers);
      expect([...finishSlices(sortInSlices(values, byTens))]).toEqual([...numbers].sort(byTens));
      expect([...values]).toEqual(numbers);
    }),
  );
});

test('stops again and again for others', () => {
  const work = sortInSlices(
    Int32Array.from({ length: 10_000 }, (_, index) => -index),
    (a, b) => a - b,
  );
  let slices = 1;
  while (!work.next().done) slices += 1;
  expect(slices).toBeGreaterThan(10);
});
