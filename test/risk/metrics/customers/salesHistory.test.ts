import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { measureLedger } from '../../../../src/risk/metrics/customers/customerMetrics';
import { defaultPolicy } from '../../../../src/risk/policy/defaultPolicy';
import { type LedgerRow, ledgerOf } from '../ledgerOf';
import { looking, measured } from '../measured';
import { medianOf } from '../medianOf';

const asOf = 1_100;

describe('the DSO family of abc-amega.com', () => {
  const paid = { amount: 8_000, invoiced: asOf - 25, due: asOf - 15, paid: asOf - 15 };
  const owes = (notDue: number, overdue: number): LedgerRow[] => [
    paid,
    { amount: notDue, invoiced: asOf - 10, due: asOf + 20 },
    { amount: overdue, invoiced: asOf - 29, due: asOf - 1 },
  ];

  test('DSO 15, of which (5,000 / 16,000) × 30 = 9.375 days delinquent', () => {
    expect(measured(owes(3_000, 5_000), asOf, looking(30))).toMatchObject({
      sales: 16_000,
      dso: 15,
      bestPossibleDso: 5.625,
      averageDaysDelinquent: 9.375,
    });
  });

  test('best possible DSO: (3,000 / 5,000) × 30 = 18', () => {
    const rows = [
      { amount: 2_000, invoiced: asOf - 25, due: asOf - 15, paid: asOf - 15 },
      { amount: 3_000, invoiced: asOf - 10, due: asOf + 20 },
    ];
    expect(measured(rows, asOf, looking(30)).bestPossibleDso).toBe(18);
  });

  test('adds up but for unapplied credits, and is not known without sales', () => {
    const rows = [...owes(3_000, 5_000), { amount: -1_000, invoiced: asOf - 3, due: asOf - 3 }];
    const { dso, bestPossibleDso, averageDaysDelinquent } = measured(rows, asOf, looking(30));
    expect(dso).toBe(bestPossibleDso + averageDaysDelinquent - (1_000 / 16_000) * 30);
    expect(measured([{ amount: 9, invoiced: 100, due: 130 }], asOf)).toMatchObject({
      bestPossibleDso: Number.NaN,
      averageDaysDelinquent: Number.NaN,
    });
  });
});

describe('a list of open items alone', () => {
  const openItems: readonly LedgerRow[] = [
    { amount: 8_000, invoiced: asOf - 25, due: asOf - 15 },
    { amount: 4_000, invoiced: asOf - 10, due: asOf + 20 },
  ];
  const notKnown = {
    sales: Number.NaN,
    daysSinceInvoice: Number.NaN,
    dso: Number.NaN,
    bestPossibleDso: Number.NaN,
    averageDaysDelinquent: Number.NaN,
    turnover: Number.NaN,
  };

  test('is no measure of sales: all of them would still be owed, and a DSO be as long as the window', () => {
    expect(measured(openItems, asOf)).toMatchObject({ exposure: 12_000, ...notKnown });
    const shown = openItems.map(row => ({ ...row, open: row.amount }));
    expect(measured(shown, asOf)).toMatchObject(notKnown);
  });

  test('tells how long somebody has been a customer at least', () => {
    expect(measured(openItems, asOf).tenureYears).toBeCloseTo(25 / 365.25, 12);
  });

  test('stays one with credit notes that nobody has used up', () => {
    const credit: LedgerRow = { amount: -500, invoiced: asOf - 5, due: asOf - 5, type: 'creditNote' };
    expect(measured([...openItems, credit], asOf)).toMatchObject(notKnown);
  });

  test('is none where anybody paid, anything is open in part, or a row below 0 may be a payment', () => {
    const others = { customer: 'Borealis', invoiced: asOf - 90, due: asOf - 60 };
    const kept: readonly LedgerRow[] = [
      { ...others, amount: 50, paid: asOf - 50 },
      { ...others, amount: 50, open: 49 },
      { ...others, amount: 50, open: 0 },
      { ...others, amount: -50 },
    ];
    for (const row of kept) {
      expect(measured([...openItems, row], asOf)).toMatchObject({ dso: 365, turnover: 1 });
    }
  });

  test('is one at a day before the first payment', () => {
    const paidLater = { customer: 'Borealis', amount: 50, invoiced: asOf - 90, due: asOf - 60, open: 0 };
    expect(measured([...openItems, { ...paidLater, paid: asOf + 1 }], asOf)).toMatchObject(notKnown);
    expect(measured([...openItems, { ...paidLater, paid: asOf }], asOf)).toMatchObject({ dso: 365 });
  });
});

describe('credit notes', () => {
  const invoice = { amount: 400, invoiced: asOf - 20, due: asOf, paid: asOf };
  const credit = (amount: number, daysAgo = 10): LedgerRow => ({
    amount,
    invoiced: asOf - daysAgo,
    due: asOf - daysAgo,
  });

  test('of the window are a share of its sales', () => {
    expect(measured([invoice, credit(-100), credit(-300, 365)], asOf).creditNoteShare).toBe(0.25);
    expect(measured([invoice, credit(-500)], asOf).creditNoteShare).toBe(1.25);
  });

  test('are told from payments and write-offs where the sheet has types', () => {
    const rows: LedgerRow[] = [
      invoice,
      { ...credit(-100), type: 'creditNote' },
      { ...credit(-60) },
      { ...credit(-200), type: 'payment' },
      { ...credit(-50), type: 'writeOff' },
    ];
    expect(measured(rows, asOf)).toMatchObject({ creditNoteShare: 0.4, writtenOff: 50 });
  });

  test('are 0 for a customer without any, not known in a ledger without any or without sales', () => {
    expect(measured([invoice, { ...credit(-10), customer: 'Other' }], asOf).creditNoteShare).toBe(0);
    expect(measured([invoice], asOf).creditNoteShare).toBeNaN();
    expect(measured([credit(-10)], asOf).creditNoteShare).toBeNaN();
  });
});

describe('what was written off', () => {
  const invoice: LedgerRow = { amount: 400, invoiced: asOf - 900, due: asOf - 870 };
  const writeOff = (invoiced: number): LedgerRow => ({
    amount: -150,
    invoiced,
    due: invoiced,
    type: 'writeOff',
  });

  test('counts however long ago, but not of later', () => {
    expect(measured([invoice, writeOff(asOf - 800), writeOff(asOf)], asOf).writtenOff).toBe(300);
    expect(measured([invoice, writeOff(asOf - 800), writeOff(asOf + 1)], asOf).writtenOff).toBe(150);
  });

  test('is not known in a ledger without write-offs, and 0 for a customer without one', () => {
    expect(measured([invoice], asOf).writtenOff).toBeNaN();
    expect(measured([invoice, { ...writeOff(asOf), customer: 'Other' }], asOf).writtenOff).toBe(0);
  });
});

function usualTermsOf(days: readonly number[]): number {
  const rows = days.map(granted => ({ amount: 1, invoiced: 900, due: 900 + granted }));
  return measureLedger(ledgerOf(rows), asOf, defaultPolicy).metrics.termsDays[0];
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
      { amount: 1, invoiced: 900, due: 800 },
      { amount: 1, invoiced: 900, due: 910 },
      { amount: 1, invoiced: 900, due: 930 },
      { amount: 1, invoiced: asOf + 1, due: asOf + 500 },
      { amount: -1, invoiced: 900, due: 1_300 },
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
            invoiced: 900,
            due: 900 + granted,
          })),
        );
        const interleaved = [
          ...rows.filter((_, index) => index % 2 === 0),
          ...rows.filter((_, index) => index % 2 === 1),
        ];
        const table = measureLedger(ledgerOf(interleaved), asOf, defaultPolicy);
        const expected = table.customers.map(name => medianOf(customers[Number(name.slice(1))]));
        expect([...table.metrics.termsDays]).toEqual(expected);
      }),
    );
  });
});
