import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { marksOf, valueScale } from '../../../../src/workbench/book/chart/valueScale';

test.each([
  [0, 42, { minimum: 0, maximum: 50, unit: 10 }],
  [0, 100, { minimum: 0, maximum: 120, unit: 20 }],
  [950, 1000, { minimum: 940, maximum: 1010, unit: 10 }],
  [-30, 70, { minimum: -40, maximum: 80, unit: 20 }],
  [-50, -10, { minimum: -60, maximum: 0, unit: 10 }],
  [0, 0, { minimum: 0, maximum: 1, unit: 0.2 }],
])('from %d to %d', (low, high, expected) => {
  expect(valueScale(low, high)).toEqual(expected);
});

test('limits and unit that were set are kept', () => {
  expect(valueScale(0, 42, { minimum: 10, maximum: 45, majorUnit: 5 })).toEqual({
    minimum: 10,
    maximum: 45,
    unit: 5,
  });
});

test('marks are decimal numbers, not binary dust', () => {
  expect(marksOf({ minimum: 0, maximum: 0.5, unit: 0.1 })).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
});

test('every value lies on its axis, between few marks', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      (one, other) => {
        const [low, high] = one <= other ? [one, other] : [other, one];
        const scale = valueScale(low, high);
        const dust = (scale.maximum - scale.minimum) * 1e-9;
        expect(scale.minimum).toBeLessThanOrEqual(low + dust);
        expect(scale.maximum).toBeGreaterThanOrEqual(high - dust);
        expect(marksOf(scale).length).toBeLessThanOrEqual(12);
        expect(marksOf(scale).length).toBeGreaterThanOrEqual(2);
      },
    ),
  );
});
