import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { measureLedger } from '../../../src/risk/metrics/customerMetrics';
import { medianOf } from '../../../src/risk/metrics/median';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { ledgerOf } from './ledgerOf';

const asOf = 45_000;

function usualTermsOf(days: readonly number[]): number {
  const rows = days.map(granted => ({ amount: 1, invoiced: 44_000, due: 44_000 + granted }));
  return measureLedger(ledgerOf(rows), asOf, defaultPolicy).metrics.termsDays[0]!;
}

describe('usual terms', () => {
  test.each([
    [[30], 30],
    [[30, 30, 30], 30],
    [[60, 30, 45], 45],
    [[90, 30, 60, 30], 45],
    [[30, 30, 999], 30],
    [[0, 0, 7], 0],
  ])('of %p days are %p', (days, terms) => {
    expect(usualTermsOf(days)).toBe(terms);
  });

  test('leave out invoices that were due before they were written, and those of later', () => {
    const rows = [
      { amount: 1, invoiced: 44_000, due: 43_900 },
      { amount: 1, invoiced: 44_000, due: 44_010 },
      { amount: 1, invoiced: 44_000, due: 44_030 },
      { amount: 1, invoiced: asOf + 1, due: asOf + 500 },
      { amount: -1, invoiced: 44_000, due: 44_400 },
    ];
    expect(measureLedger(ledgerOf(rows), asOf, defaultPolicy).metrics.termsDays[0]).toBe(20);
  });

  test('are each customer’s own median, for few invoices and for many', () => {
    const customer = fc.array(fc.integer({ min: 0, max: 120 }), {
      minLength: 1,
      maxLength: 120,
      size: 'max',
    });
    fc.assert(
      fc.property(fc.array(customer, { minLength: 1, maxLength: 4 }), customers => {
        const rows = customers.flatMap((days, index) =>
          days.map(granted => ({
            customer: `C${index}`,
            amount: 1,
            invoiced: 44_000,
            due: 44_000 + granted,
          })),
        );
        const interleaved = [
          ...rows.filter((_, index) => index % 2 === 0),
          ...rows.filter((_, index) => index % 2 === 1),
        ];
        const table = measureLedger(ledgerOf(interleaved), asOf, defaultPolicy);
        const expected = table.customers.map(name => medianOf(customers[Number(name.slice(1))]!));
        expect([...table.metrics.termsDays]).toEqual(expected);
      }),
    );
  });
});
