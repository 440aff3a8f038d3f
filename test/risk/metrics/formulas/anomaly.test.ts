import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { modifiedZScores, usualRange } from '../../../../src/risk/metrics/formulas/anomaly';
import { medianOf } from '../medianOf';

const rounded = (scores: Float64Array) => Array.from(scores, score => Math.round(score * 1e6) / 1e6 + 0);

describe('modified z-scores', () => {
  test('are those of the published tables', () => {
    // codingace.net: median 12, MAD 1.
    expect(rounded(modifiedZScores([10, 12, 12, 13, 12, 11, 14, 300]))).toEqual([
      -1.349, 0, 0, 0.6745, 0, -0.6745, 1.349, 194.256,
    ]);
    // standarddeviationcalculator.app: median 12, MAD 1; 35 is printed as 15.51, 14 as 1.35.
    expect(rounded(modifiedZScores([10, 11, 12, 12, 13, 14, 35])).slice(5)).toEqual([1.349, 15.5135]);
  });

  test('take the mean deviation where more than half of the values are equal', () => {
    // Mean deviation 90 / 8 = 11.25, 90 / (1.253314 × 11.25) = 6.383077.
    expect(rounded(modifiedZScores([10, 10, 10, 10, 10, 10, 10, 100]))).toEqual([
      0, 0, 0, 0, 0, 0, 0, 6.383077,
    ]);
  });

  test('are 0 where all values are equal, or there is one', () => {
    expect(modifiedZScores([7, 7, 7])).toEqual(Float64Array.of(0, 0, 0));
    expect(modifiedZScores([7])).toEqual(Float64Array.of(0));
    expect(modifiedZScores([])).toEqual(new Float64Array());
  });

  test('pass over what is missing', () => {
    expect(modifiedZScores([Number.NaN, 10, 12, Number.NaN, 14])).toEqual(
      Float64Array.of(Number.NaN, -0.6745, 0, Number.NaN, 0.6745),
    );
    expect(modifiedZScores([Number.NaN])).toEqual(Float64Array.of(Number.NaN));
  });

  const values = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 40 });

  test('keep the order of values, whatever unit, zero and order of rows', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -1_000, max: 1_000 }), (numbers, shift) => {
        const scores = modifiedZScores(numbers);
        const moved = modifiedZScores(numbers.map(number => (number + shift) * 8));
        moved.forEach((score, index) => {
          expect(score).toBeCloseTo(scores[index], 6);
        });
        expect(modifiedZScores([...numbers].reverse()).reverse()).toEqual(scores);
        numbers.forEach((number, index) => {
          const larger = numbers.findIndex(other => other > number);
          if (larger >= 0) expect(scores[larger]).toBeGreaterThan(scores[index]);
        });
      }),
    );
  });

  test('take the median of the deviations, whatever the spread', () => {
    const spread = fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(spread, numbers => {
        const { middle, unit } = usualRange(Float64Array.from(numbers), numbers.length);
        const deviations = numbers.map(number => Math.abs(number - middle));
        const mad = medianOf(deviations);
        const mean = deviations.reduce((sum, deviation) => sum + deviation, 0) / numbers.length;
        expect(middle).toBe(medianOf(numbers));
        expect(unit).toBeCloseTo(mad > 0 ? mad / 0.6745 : mean * 1.253314, 9);
      }),
    );
  });

  test('of the others hardly move when the outlier goes further out', () => {
    const usual = [98, 101, 100, 99, 102, 97, 103];
    expect(modifiedZScores([...usual, 1e9]).subarray(0, 7)).toEqual(
      modifiedZScores([...usual, 1e6]).subarray(0, 7),
    );
  });
});
