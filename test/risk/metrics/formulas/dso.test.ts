import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countbackDso, ratioDso } from '../../../../src/risk/metrics/formulas/dso';
import { balanceBy } from '../../../../src/risk/metrics/formulas/turnover';

const answerOf = (outcome: ReturnType<typeof ratioDso>): number => {
  if (!outcome.ok) throw new Error(outcome.problem.key);
  return outcome.value;
};

describe('DSO as a ratio', () => {
  test('gives the published figures of abc-amega.com', () => {
    expect(ratioDso(8_000, 16_000, 30)).toEqual({ ok: true, value: 15 });
    expect(ratioDso(3_000, 5_000, 30)).toEqual({ ok: true, value: 18 });
    expect(ratioDso(5_000, 16_000, 30)).toEqual({ ok: true, value: 9.375 });
  });

  test('gives the DSO of the public ledger as of 2013-06-30', () => {
    expect(answerOf(ratioDso(5_119.85, 78_704.45, 365))).toBeCloseTo(23.7438321467, 9);
  });

  test('averages the balances where the average is asked for', () => {
    expect(answerOf(ratioDso(balanceBy('average', [6_000, 10_000]), 16_000, 30))).toBe(15);
    expect(balanceBy('ending', [6_000, 10_000])).toBe(10_000);
  });

  test('has no answer without sales, and none for sales or days that make no sense', () => {
    expect(ratioDso(100, 0, 365)).toEqual({
      ok: false,
      problem: { code: 'divideByZero', key: 'salesZero', detail: { argument: 'sales' } },
    });
    expect(ratioDso(100, -5, 365)).toEqual({
      ok: false,
      problem: { code: 'value', key: 'argumentNegative', detail: { argument: 'sales', value: -5 } },
    });
    for (const value of [0, -30]) {
      expect(ratioDso(100, 500, value)).toEqual({
        ok: false,
        problem: { code: 'value', key: 'daysNotPositive', detail: { argument: 'days', value } },
      });
    }
  });
});

describe('DSO by count-back', () => {
  const thirty = [30, 30, 30];

  test('gives 73.71 for the figures of benjipays.com', () => {
    expect(answerOf(countbackDso(212_000, [70_000, 80_000, 100_000], thirty))).toBeCloseTo(73.714285714, 8);
  });

  test('uses the days of each period', () => {
    expect(answerOf(countbackDso(212_000, [70_000, 80_000, 100_000], [31, 28, 31]))).toBeCloseTo(
      31 + 28 + (32 / 70) * 31,
      12,
    );
  });

  test('ends at a period that is used up exactly', () => {
    expect(countbackDso(180_000, [70_000, 80_000, 100_000], thirty)).toEqual({ ok: true, value: 60 });
    expect(countbackDso(250_000, [70_000, 80_000, 100_000], thirty)).toEqual({ ok: true, value: 90 });
    expect(countbackDso(0, [70_000, 80_000, 100_000], thirty)).toEqual({ ok: true, value: 0 });
  });

  test('lets the days of a period without sales pass', () => {
    expect(countbackDso(150, [100, 0, 100], thirty)).toEqual({ ok: true, value: 75 });
  });

  test('is 0 days for nothing owed, also after a period without sales', () => {
    expect(countbackDso(0, [100, 0], [30, 30])).toEqual({ ok: true, value: 0 });
  });

  test('has more left to place after a period of net credit', () => {
    expect(countbackDso(150, [200, -50, 100], thirty)).toEqual({ ok: true, value: 75 });
  });

  test('says how much the receivables exceed the sales given', () => {
    expect(countbackDso(251, [70, 80, 100], thirty)).toEqual({
      ok: false,
      problem: { code: 'notAvailable', key: 'receivablesExceedSales', detail: { value: 1 } },
    });
  });

  test('has no answer without sales, for a credit balance, and without days', () => {
    expect(countbackDso(10, [0, 0], [30, 30])).toEqual({
      ok: false,
      problem: { code: 'divideByZero', key: 'salesZero', detail: { argument: 'sales' } },
    });
    expect(countbackDso(-10, [5, 5], [30, 30])).toEqual({
      ok: false,
      problem: { code: 'value', key: 'argumentNegative', detail: { argument: 'receivables', value: -10 } },
    });
    for (const [days, row, value] of [
      [[30, 0], 2, 0],
      [[-1, 30], 1, -1],
    ] as const) {
      expect(countbackDso(10, [5, 5], days)).toEqual({
        ok: false,
        problem: { code: 'value', key: 'daysNotPositive', detail: { argument: 'days', row, value } },
      });
    }
  });

  const sales = fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 24 });

  test('of one period is the ratio', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (sold, share) => {
          const owed = sold * share;
          expect(answerOf(countbackDso(owed, [sold], [30]))).toBeCloseTo(
            answerOf(ratioDso(owed, sold, 30)),
            9,
          );
        },
      ),
    );
  });

  test('of even sales is the ratio, however many periods', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 24 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (periods, share) => {
          const even = new Array<number>(periods).fill(100);
          const counted = countbackDso(100 * periods * share, even, new Array<number>(periods).fill(30));
          expect(answerOf(counted)).toBeCloseTo(30 * periods * share, 6);
        },
      ),
    );
  });

  test('does not depend on the currency unit and grows with what is owed', () => {
    fc.assert(
      fc.property(sales, fc.double({ min: 0, max: 0.99, noNaN: true }), (sold, share) => {
        const days = sold.map(() => 30);
        const total = sold.reduce((sum, amount) => sum + amount, 0);
        const base = answerOf(countbackDso(total * share, sold, days));
        const inCents = answerOf(
          countbackDso(
            total * share * 128,
            sold.map(amount => amount * 128),
            days,
          ),
        );
        expect(inCents).toBeCloseTo(base, 6);
        expect(answerOf(countbackDso(total * (share + 0.01), sold, days))).toBeGreaterThan(base);
      }),
    );
  });
});
