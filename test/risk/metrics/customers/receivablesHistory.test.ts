import { describe, expect, test } from '@jest/globals';
import { measureLedger } from '../../../../src/risk/metrics/customers/customerMetrics';
import { windowMonths } from '../../../../src/risk/metrics/customers/receivablesHistory';
import { ledgerOfCells } from '../../sheetLedger';
import { ledgerOf } from '../ledgerOf';
import { looking, measured } from '../measured';

const asOf = 1_100;
const quarter = looking(90);

describe('months of a window', () => {
  test.each([
    [365, 12],
    [366, 12],
    [360, 12],
    [182, 6],
    [90, 3],
    [30, 1],
    [7, 1],
    [730, 24],
  ])('of %d days are %d', (days, months) => {
    expect(windowMonths(days)).toBe(months);
  });
});

describe('DSO by count-back', () => {
  const threeMonths = [
    { amount: 70_000, invoiced: asOf - 75, due: asOf - 45, open: 32_000 },
    { amount: 80_000, invoiced: asOf - 31, due: asOf - 1, open: 80_000 },
    { amount: 60_000, invoiced: asOf - 29, due: asOf + 1, open: 60_000 },
    { amount: 40_000, invoiced: asOf, due: asOf + 30, open: 40_000 },
  ];

  test('is 73.71 days for the figures of benjipays.com: 212,000 against 100,000, 80,000 and 70,000', () => {
    expect(measured(threeMonths, asOf, quarter).dsoCountback).toBeCloseTo(73.714285714, 9);
    expect(measured(threeMonths, asOf, looking(360)).dsoCountback).toBeCloseTo(73.714285714, 9);
  });

  test('goes back three windows, and has no answer where their sales are too small', () => {
    const paidByOthers = { customer: 'Borealis', amount: 1, invoiced: asOf - 20, due: asOf, paid: asOf };
    const owes = (daysAgo: number) => {
      const owed = { amount: 50, invoiced: asOf - daysAgo, due: asOf, open: 50 };
      return measured([owed, paidByOthers], asOf, quarter).dsoCountback;
    };
    expect(owes(269)).toBeCloseTo(270, 9);
    expect(owes(270)).toBeNaN();
    expect(measured([{ ...threeMonths[0], open: 70_001 }], asOf, quarter).dsoCountback).toBeNaN();
  });

  test('is not known in a list of open items alone, whose invoices are not all that was sold', () => {
    const openItems = threeMonths.slice(1);
    expect(measured(openItems, asOf, quarter).dsoCountback).toBeNaN();
    const paidInPart = [{ ...openItems[0], open: 79_999 }, ...openItems.slice(1)];
    expect(measured(paidInPart, asOf, quarter).dsoCountback).not.toBeNaN();
  });

  test('is 0 where nothing is owed, not known for a customer in credit or without sales', () => {
    const paid = { amount: 50, invoiced: asOf - 20, due: asOf, paid: asOf };
    expect(measured([paid], asOf).dsoCountback).toBe(0);
    expect(measured([paid, { amount: -60, invoiced: asOf - 3, due: asOf }], asOf).dsoCountback).toBeNaN();
    expect(measured([{ amount: -60, invoiced: asOf - 3, due: asOf }], asOf).dsoCountback).toBeNaN();
  });
});

describe('collection effectiveness', () => {
  test('is not known of who bought on no known day: a credit note alone is no collecting', () => {
    const undated = { amount: 900, invoiced: Number.NaN, due: Number.NaN, paid: asOf - 200 };
    const credit = { amount: -100, invoiced: asOf - 20, due: Number.NaN };
    expect(measured([undated, credit], asOf, quarter)).toMatchObject({
      sales: Number.NaN,
      collectionEffectiveness: Number.NaN,
    });
    const known = measured([{ ...undated, due: asOf - 30 }, credit], asOf, quarter);
    expect(known.collectionEffectiveness).toBe(1);
  });

  const rows = [
    { amount: 6_200, invoiced: asOf - 120, due: asOf - 100, paid: asOf - 10 },
    { amount: 4_550, invoiced: asOf - 80, due: asOf - 50, paid: asOf - 20 },
    { amount: 2_750, invoiced: asOf - 60, due: asOf - 30 },
    { amount: 3_590, invoiced: asOf - 10, due: asOf + 20 },
  ];

  test('is 55.9 % for the figures of creditguru.com: begin 6,200, sales 10,890 in 3 months, end 6,340, current 3,590', () => {
    expect(measured(rows, asOf, quarter).collectionEffectiveness * 100).toBeCloseTo(55.92948717948718, 12);
  });

  test('is 1 where all that fell due was paid', () => {
    const [late, , , current] = rows;
    expect(measured([late, current], asOf, quarter).collectionEffectiveness).toBe(1);
  });

  test('counts nothing as not due that credits have taken', () => {
    const withCredit = [...rows, { amount: -5_000, invoiced: asOf - 5, due: asOf - 5 }];
    const end = 6_340 - 5_000;
    const available = 6_200 + 10_890 / 3;
    expect(measured(withCredit, asOf, quarter).collectionEffectiveness).toBeCloseTo(
      (available - end) / (available - end),
      12,
    );
  });

  test('is not known where more came to be owed than a month sells, which says nothing of collecting', () => {
    const growing = [...rows, { amount: 60_000, invoiced: asOf - 50, due: asOf - 20 }];
    expect(measured(growing, asOf, quarter).collectionEffectiveness).toBeNaN();
  });

  test('and average DSO are not known in a ledger that knows of no payment', () => {
    const openItems = rows.map(({ amount, invoiced, due }) => ({ amount, invoiced, due }));
    expect(measured(openItems, asOf)).toMatchObject({
      collectionEffectiveness: Number.NaN,
      dsoAverage: Number.NaN,
    });
  });

  test('counts what is due today as not due, and no credit that is due later', () => {
    const dueToday = rows.map(row => (row.due > asOf ? { ...row, due: asOf } : row));
    expect(measured(dueToday, asOf, quarter).collectionEffectiveness).toBeCloseTo(0.5592948717948718, 12);
    const withCredit = [...rows, { amount: -1_000, invoiced: asOf - 5, due: asOf + 5 }];
    const available = 6_200 + 10_890 / 3;
    expect(measured(withCredit, asOf, quarter).collectionEffectiveness).toBeCloseTo(
      (available - 5_340) / (available - 3_590),
      12,
    );
  });

  test('and DSO are each customer’s own', () => {
    const others = rows.map((row, index) => ({
      ...row,
      customer: 'Borealis',
      amount: row.amount * (3 - index / 2),
    }));
    const { metrics } = measureLedger(ledgerOf([...others, ...rows]), asOf, quarter, 'all');
    const own = measured(rows, asOf, quarter);
    for (const name of ['collectionEffectiveness', 'dsoAverage', 'dsoCountback'] as const) {
      expect(metrics[name][1]).toBeCloseTo(own[name], 12);
    }
  });

  test('and average DSO are not known where invoices are settled in part and nobody knows when', () => {
    const partly = rows.map(({ amount, invoiced, due }) => ({ amount, invoiced, due, open: amount / 2 }));
    const { dsoCountback, dsoAverage, collectionEffectiveness } = measured(partly, asOf, quarter);
    expect(dsoCountback).not.toBeNaN();
    expect([dsoAverage, collectionEffectiveness]).toEqual([Number.NaN, Number.NaN]);
  });

  test('is 0 where nothing of what was owed came in', () => {
    const paidByOthers = { customer: 'Borealis', amount: 1, invoiced: asOf - 20, due: asOf, paid: asOf };
    const owed = { amount: 100, invoiced: asOf - 120, due: asOf - 100 };
    expect(measured([owed, paidByOthers], asOf, quarter).collectionEffectiveness).toBe(0);
  });

  test('is not known where nothing could be collected', () => {
    const nothingToCollect = [
      { amount: 100, invoiced: asOf - 500, due: asOf - 470, paid: asOf - 400 },
      { amount: 100, invoiced: asOf - 500, due: asOf + 30 },
    ];
    expect(measured(nothingToCollect, asOf, quarter).collectionEffectiveness).toBeNaN();
  });
});

describe('average DSO', () => {
  test('takes what was owed at the end of each month, as it stood then', () => {
    const rows = [
      // Open at asOf − 60 and asOf − 30, paid since.
      { amount: 900, invoiced: asOf - 70, due: asOf - 40, paid: asOf - 29 },
      // Open now and at asOf − 30.
      { amount: 300, invoiced: asOf - 30, due: asOf },
      // Left open before the window: owed at all three.
      { amount: 600, invoiced: asOf - 400, due: asOf - 370 },
      // Settled before the first month's end.
      { amount: 5_000, invoiced: asOf - 65, due: asOf - 50, paid: asOf - 61 },
    ];
    const owed = [300 + 600, 900 + 300 + 600, 900 + 600];
    const sales = 900 + 300 + 5_000;
    expect(measured(rows, asOf, quarter).dsoAverage).toBeCloseTo(
      ((owed[0] + owed[1] + owed[2]) / 3 / sales) * 90,
      12,
    );
  });

  test('leaves disputed items out where the policy does', () => {
    const rows = [
      { amount: 100, invoiced: asOf - 10, due: asOf + 20 },
      { amount: 300, invoiced: asOf - 10, due: asOf + 20, disputed: true },
      { amount: 200, invoiced: asOf - 50, due: asOf - 20, paid: asOf - 40 },
    ];
    const without = { ...quarter, settings: { ...quarter.settings, countDisputed: false } };
    expect(measured(rows, asOf, without).dsoAverage).toBeCloseTo((100 / 3 / 600) * 90, 12);
    expect(measured(rows, asOf, quarter).dsoAverage).toBeCloseTo((400 / 3 / 600) * 90, 12);
  });

  test('is the ending DSO where the window is a month', () => {
    const rows = [
      { amount: 8_000, invoiced: asOf - 10, due: asOf + 20 },
      { amount: 8_000, invoiced: asOf - 29, due: asOf - 25, paid: asOf - 20 },
    ];
    expect(measured(rows, asOf, looking(30))).toMatchObject({ dso: 15, dsoAverage: 15 });
  });
});

describe('what was owed at the end of each month', () => {
  // Months of 30 days end at the as-of day, 30 and 60 days before it.
  const paid = { amount: 100, invoiced: asOf - 80, due: asOf - 50, paid: asOf - 45 };

  test('is an invoice from its day until it was paid: 100 at one end of three, of 100 sold in 90 days', () => {
    expect(measured([paid], asOf, quarter).dsoAverage).toBeCloseTo(30, 12);
    expect(measured([{ ...paid, paid: asOf - 20 }], asOf, quarter).dsoAverage).toBeCloseTo(60, 12);
  });

  test('is less a credit note, also where disputed invoices are left out', () => {
    const without = { ...quarter, settings: { ...quarter.settings, countDisputed: false } };
    const rows = [
      { amount: 300, invoiced: asOf - 85, due: asOf - 50 },
      { amount: 999, invoiced: asOf - 85, due: asOf - 50, disputed: true },
      { amount: -60, invoiced: asOf - 85, due: asOf - 50, disputed: true },
      { ...paid, customer: 'Borealis' },
    ];
    // Owed are 300 − 60 at each end, sold 300 + 999.
    expect(measured(rows, asOf, without).dsoAverage).toBeCloseTo((240 / 1_299) * 90, 12);
  });

  test('is what payments in rows of their own had left of it', () => {
    const day = 45_000;
    const headers = ['Customer', 'Document no', 'Type', 'Invoice date', 'Due date', 'Amount'];
    const ledger = ledgerOfCells([
      headers,
      ['Acme', 'INV-1', 'Invoice', day - 80, day - 50, 100],
      ['Acme', 'INV-1', 'Payment', day - 65, '', 40],
      ['Acme', 'INV-1', 'Payment', day - 45, '', 35],
      ['Acme', 'INV-1', 'Payment', day - 10, '', 25],
    ]);
    const { metrics } = measureLedger(ledger, day, quarter, 'all');
    // 60 at the first end, 25 at the second, 0 today; 100 sold.
    expect(metrics.dsoAverage[0]).toBeCloseTo(((60 + 25) / 3 / 100) * 90, 12);
    // Nothing was owed when the window began, a month sells 100 / 3, and all of it came in.
    expect(metrics.collectionEffectiveness[0]).toBe(1);
  });

  test('is at the beginning of the window what was open then, of payments in rows too', () => {
    const day = 45_000;
    const headers = ['Customer', 'Document no', 'Type', 'Invoice date', 'Due date', 'Amount'];
    const ledger = ledgerOfCells([
      headers,
      ['Acme', 'INV-1', 'Invoice', day - 120, day - 100, 100],
      ['Acme', 'INV-1', 'Payment', day - 95, '', 20],
      ['Acme', 'INV-1', 'Payment', day - 40, '', 50],
    ]);
    const { metrics } = measureLedger(ledger, day, quarter, 'all');
    // Of the 80 of the beginning 30 are open.
    expect(metrics.collectionEffectiveness[0]).toBeCloseTo(50 / 80, 12);
  });
});

describe('DSO by average balances', () => {
  const longPaid = { amount: 50, invoiced: asOf - 300, due: asOf - 290, paid: asOf - 280 };

  test('owes nothing at month ends before the invoice, whatever of it is open now without a paid date', () => {
    const paidInPart = { amount: 100, invoiced: asOf - 20, due: asOf, open: 40 };
    // 40, 0 and 0 at the ends of three months, to sales of 100 in 90 days.
    expect(measured([longPaid, paidInPart], asOf, quarter).dsoAverage).toBeCloseTo(12, 9);
  });

  test('owes nothing of an invoice that was paid before it was written', () => {
    const prepaid = { amount: 100, invoiced: asOf - 20, due: asOf, paid: asOf - 70 };
    const current = { amount: 300, invoiced: asOf - 10, due: asOf + 20 };
    // 300, 0 and 0, to sales of 400.
    expect(measured([longPaid, prepaid, current], asOf, quarter).dsoAverage).toBeCloseTo(22.5, 9);
  });
});
