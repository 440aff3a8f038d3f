import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ratioDso } from '../../../../src/risk/metrics/formulas/dso';
import { balanceBy, turnover } from '../../../../src/risk/metrics/formulas/turnover';

describe('receivables turnover', () => {
  test('divides sales by the ending or by the average receivables, which differ', () => {
    const balances = [6_000, 10_000];
    expect(turnover(16_000, balanceBy('ending', balances))).toEqual({ ok: true, value: 1.6 });
    expect(turnover(16_000, balanceBy('average', balances))).toEqual({ ok: true, value: 2 });
  });

  test('counts an opening balance of 0 in the average', () => {
    expect(turnover(16_000, balanceBy('average', [0, 8_000]))).toEqual({ ok: true, value: 4 });
  });

  test('has no answer without receivables', () => {
    expect(turnover(16_000, 0)).toEqual({
      ok: false,
      problem: { code: 'divideByZero', key: 'receivablesZero', detail: { argument: 'receivables' } },
    });
  });

  test('gives DSO as 365 / turnover', () => {
    const amount = fc.integer({ min: 1, max: 1e9 });
    fc.assert(
      fc.property(amount, amount, (sales, receivables) => {
        const times = turnover(sales, receivables);
        const days = ratioDso(receivables, sales, 365);
        if (!times.ok || !days.ok) throw new Error('no answer');
        expect(365 / times.value / days.value).toBeCloseTo(1, 12);
      }),
    );
  });
});
