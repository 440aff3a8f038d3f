import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { medianOfDays, usualDays } from '../../../../src/risk/metrics/customers/dayTally';
import { usualRange } from '../../../../src/risk/metrics/formulas/anomaly';
import { medianOf } from '../medianOf';

/** Short and long spans, and now and then one that is not whole. */
const spans = fc.oneof(
  fc.array(fc.nat(6), { maxLength: 12 }),
  fc.array(fc.nat(300), { maxLength: 60 }),
  fc.array(fc.oneof(fc.nat(40), fc.integer({ min: -3, max: 700 }), fc.constantFrom(0.5, 254.5, 255, 256)), {
    maxLength: 30,
  }),
);

describe('medianOfDays', () => {
  test('finds the middle of terms', () => {
    expect(medianOfDays(Float64Array.of(30, 60, 30, 90, 45), 5)).toBe(45);
    expect(medianOfDays(Float64Array.of(30, 60, 30, 90), 4)).toBe(45);
    expect(medianOfDays(Float64Array.of(0, 0, 255), 3)).toBe(0);
  });

  test('looks at the first values only', () => {
    expect(medianOfDays(Float64Array.of(10, 20, 30, 900, 900), 3)).toBe(20);
    expect(medianOfDays(Float64Array.of(10), 0)).toBeNaN();
  });

  test('leaves nothing behind for the next customer', () => {
    medianOfDays(Float64Array.of(1, 1, 1, 1, 0.5), 5);
    usualDays(Float64Array.of(2, 2, 2, 400), 4);
    expect(medianOfDays(Float64Array.of(7), 1)).toBe(7);
  });

  test('is the median of sorting', () => {
    fc.assert(
      fc.property(spans, days => {
        expect(medianOfDays(Float64Array.from(days), days.length)).toBe(medianOf(days));
      }),
    );
  });
});

describe('usualDays', () => {
  test('is the usual range of sorting', () => {
    fc.assert(
      fc.property(spans, days => {
        const sorted = usualRange(Float64Array.from(days), days.length);
        expect(usualDays(Float64Array.from(days), days.length)).toEqual(sorted);
      }),
    );
  });
});
