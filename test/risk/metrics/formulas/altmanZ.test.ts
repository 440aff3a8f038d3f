import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { altmanModels, altmanZ, type Statement } from '../../../../src/risk/metrics/formulas/altmanZ';
import { answerOf } from '../outcomes';

const sample: Statement = {
  workingCapital: 4.2,
  retainedEarnings: 0.8,
  ebit: 6.5,
  equity: 7,
  sales: 8.3,
  totalAssets: 3.5,
  totalLiabilities: 5,
};

describe("Altman's Z", () => {
  test('gives the published 11.09762857, whose last weight is 0.999, with ours of 1.0', () => {
    const withPublishedWeight = answerOf(altmanZ(sample, 'z')) - 0.001 * (8.3 / 3.5);
    expect(withPublishedWeight).toBeCloseTo(11.09762857, 8);
    expect(answerOf(altmanZ(sample, 'z'))).toBeCloseTo(11.1, 12);
  });

  test.each([
    ['z', 1.2, 1.4, 3.3, 0.6, 1.0],
    ['z1', 0.717, 0.847, 3.107, 0.42, 0.998],
    ['z2', 6.56, 3.26, 6.72, 1.05, 0],
  ] as const)('of model %s has the published weights', (model, capital, retained, ebit, equity, sales) => {
    const none = { workingCapital: 0, retainedEarnings: 0, ebit: 0, equity: 0, sales: 0 };
    const only = (figure: Partial<Statement>) =>
      answerOf(altmanZ({ ...none, totalAssets: 10, totalLiabilities: 5, ...figure }, model));
    expect(only({ workingCapital: 10 })).toBeCloseTo(capital, 13);
    expect(only({ retainedEarnings: 10 })).toBeCloseTo(retained, 13);
    expect(only({ ebit: 10 })).toBeCloseTo(ebit, 13);
    expect(only({ equity: 5 })).toBeCloseTo(equity, 13);
    expect(only({ sales: 10 })).toBeCloseTo(sales, 13);
  });

  test('of z2 needs no sales', () => {
    expect(altmanZ({ ...sample, sales: Number.NaN }, 'z2')).toEqual(altmanZ(sample, 'z2'));
  });

  test.each(['totalAssets', 'totalLiabilities'] as const)('has no answer for %s of 0 or below', argument => {
    expect(altmanZ({ ...sample, [argument]: 0 }, 'z')).toMatchObject({
      problem: { code: 'divideByZero', key: 'argumentZero', detail: { argument } },
    });
    expect(altmanZ({ ...sample, [argument]: -1 }, 'z')).toMatchObject({
      problem: { code: 'value', key: 'argumentNegative', detail: { argument, value: -1 } },
    });
  });

  test('knows no currency unit, and rises with what is good', () => {
    const money = fc.integer({ min: 1, max: 1e6 });
    const statement = fc.record({
      workingCapital: fc.integer({ min: -1e6, max: 1e6 }),
      retainedEarnings: fc.integer({ min: -1e6, max: 1e6 }),
      ebit: fc.integer({ min: -1e6, max: 1e6 }),
      equity: money,
      sales: money,
      totalAssets: money,
      totalLiabilities: money,
    });
    fc.assert(
      fc.property(statement, fc.constantFrom(...altmanModels), (figures, model) => {
        const score = answerOf(altmanZ(figures, model));
        const inThousands = Object.fromEntries(
          Object.entries(figures).map(([name, amount]) => [name, amount * 1_024]),
        ) as unknown as Statement;
        expect(answerOf(altmanZ(inThousands, model))).toBe(score);
        expect(answerOf(altmanZ({ ...figures, ebit: figures.ebit + 1_000 }, model))).toBeGreaterThan(score);
        const indebted = { ...figures, totalLiabilities: figures.totalLiabilities * 2 };
        expect(answerOf(altmanZ(indebted, model))).toBeLessThan(score);
      }),
    );
  });
});
