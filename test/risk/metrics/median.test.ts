import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sortFirst } from '../../../src/risk/metrics/median';
import { medianOf } from './medianOf';

test.each([
  [[30, 30, 60, 900], 45],
  [[900, 30, 60], 60],
  [[10, 9, 100], 10],
  [[-5], -5],
  [[], Number.NaN],
])('the median of %j is %d', (values, expected) => {
  expect(medianOf(values)).toBe(expected);
});

const amounts = fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 120 });

test('sorting the first values does what sorting a list does, however many they are and in order already or not', () => {
  const ordered = amounts.map(values => values.toSorted((one, other) => one - other));
  fc.assert(
    fc.property(fc.oneof(amounts, ordered), fc.nat({ max: 5 }), (values, behind) => {
      const room = Float64Array.of(...values, ...Array.from({ length: behind }, () => -99));
      sortFirst(room, values.length);
      const sorted = values.toSorted((one, other) => one - other);
      expect([...room]).toEqual([...sorted, ...Array.from({ length: behind }, () => -99)]);
    }),
  );
});

test('sorting sees a single value out of order', () => {
  const values = Float64Array.from({ length: 100 }, (_, index) => index);
  for (const at of [1, 50, 99]) {
    const swapped = values.slice();
    [swapped[at - 1], swapped[at]] = [swapped[at], swapped[at - 1]];
    sortFirst(swapped, swapped.length);
    expect(swapped).toEqual(values);
  }
});
