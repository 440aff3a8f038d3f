import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { collectionEffectiveness } from '../../../../src/risk/metrics/formulas/collectionEffectiveness';
import { answerOf } from '../outcomes';

describe('collection effectiveness', () => {
  const sample = { begin: 6_200, sales: 10_890, end: 6_340, endCurrent: 3_590 };

  test('gives 55.9 % for the sample of creditguru.com', () => {
    expect(answerOf(collectionEffectiveness(sample, 3))).toBeCloseTo(0.5592948717948718, 15);
  });

  test('is 79.63 % when the three months are forgotten', () => {
    expect(answerOf(collectionEffectiveness(sample, 1))).toBeCloseTo(0.7963, 4);
  });

  test('is 0 when nothing came in', () => {
    const nothing = { begin: 100, sales: 50, end: 150, endCurrent: 50 };
    expect(collectionEffectiveness(nothing, 1)).toEqual({ ok: true, value: 0 });
  });

  test('has no answer where nothing could be collected', () => {
    const allCurrent = { begin: 100, sales: 50, end: 150, endCurrent: 150 };
    expect(collectionEffectiveness(allCurrent, 1)).toMatchObject({
      problem: { code: 'divideByZero', key: 'nothingCollectable' },
    });
    expect(collectionEffectiveness({ ...allCurrent, endCurrent: 151 }, 1)).toMatchObject({
      problem: { code: 'notAvailable', key: 'nothingCollectable', detail: { value: -1 } },
    });
  });

  test('keeps a cent that was collected beside a balance of billions that was not', () => {
    const billions = 9_007_199_254_740_000;
    const sample = { begin: billions, sales: 1, end: billions, endCurrent: billions };
    expect(collectionEffectiveness(sample, 12)).toEqual({ ok: true, value: 1 });
  });

  const money = fc.integer({ min: 1, max: 1e6 });

  test('is 1 when all that was due came in, less the more is overdue, and knows no currency unit', () => {
    fc.assert(
      fc.property(money, money, money, fc.integer({ min: 1, max: 12 }), (begin, sales, current, periods) => {
        fc.pre(begin + sales / periods > current + 2);
        const paid = { begin, sales, end: current, endCurrent: current };
        expect(answerOf(collectionEffectiveness(paid, periods))).toBe(1);
        const late = answerOf(collectionEffectiveness({ ...paid, end: current + 1 }, periods));
        const later = answerOf(collectionEffectiveness({ ...paid, end: current + 2 }, periods));
        expect(late).toBeLessThan(1);
        expect(later).toBeLessThan(late);
        const inCents = {
          begin: begin * 128,
          sales: sales * 128,
          end: (current + 1) * 128,
          endCurrent: current * 128,
        };
        expect(answerOf(collectionEffectiveness(inCents, periods))).toBeCloseTo(late, 12);
      }),
    );
  });
});
