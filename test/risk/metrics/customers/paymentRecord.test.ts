import { describe, expect, test } from '@jest/globals';
import type { Cell } from '../../../../src/risk/ledger/ledger';
import { measureLedger } from '../../../../src/risk/metrics/customers/customerMetrics';
import { defaultPolicy } from '../../../../src/risk/policy/defaultPolicy';
import { ledgerOfCells } from '../../sheetLedger';
import { ledgerOf } from '../ledgerOf';
import { looking, measured } from '../measured';

const asOf = 1_100;
const paidLate = (amount: number, paid: number, days: number) => ({
  amount,
  invoiced: paid - days - 30,
  due: paid - days,
  paid,
});

describe('recent days beyond terms', () => {
  test('are those of the last 91 days, and their trend is against the whole window', () => {
    const rows = [paidLate(100, asOf - 90, 20), paidLate(300, asOf - 91, 4), paidLate(100, asOf - 300, 8)];
    expect(measured(rows, asOf)).toMatchObject({
      daysBeyondTermsRecent: 20,
      daysBeyondTerms: (2_000 + 1_200 + 800) / 500,
      daysBeyondTermsTrend: 20 - 8,
    });
  });

  test('and their trend are not known where nothing was settled lately', () => {
    expect(measured([paidLate(100, asOf - 100, 20)], asOf)).toMatchObject({
      daysBeyondTerms: 20,
      daysBeyondTermsRecent: Number.NaN,
      daysBeyondTermsTrend: Number.NaN,
    });
  });

  test('look back three months, however short the window', () => {
    const rows = [paidLate(100, asOf - 40, 20)];
    expect(measured(rows, asOf, looking(30))).toMatchObject({
      daysBeyondTerms: Number.NaN,
      daysBeyondTermsRecent: 20,
    });
  });
});

describe('what is looked at', () => {
  test('is what was paid after the window began, and what fell due after that', () => {
    const rows = [paidLate(100, asOf - 364, 20), paidLate(300, asOf - 365, 4)];
    expect(measured(rows, asOf)).toMatchObject({ daysBeyondTerms: 20, dueCount: 0 });
    const due = (daysAgo: number) => ({
      amount: 1,
      invoiced: asOf - 400,
      due: asOf - daysAgo,
      paid: asOf - 300,
    });
    expect(measured([due(365), due(364)], asOf).dueCount).toBe(1);
  });

  test('is no invoice of 0, no credit, and nothing without a due date', () => {
    const rows = [
      { amount: 0, invoiced: 1000, due: 1030, paid: 1090 },
      { amount: -5, invoiced: 1000, due: 1030, paid: 1090 },
      { amount: 5, invoiced: 1000, paid: 1090 },
      paidLate(100, asOf - 10, 2),
    ];
    expect(measured(rows, asOf)).toMatchObject({ dueCount: 1, daysBeyondTerms: 2 });
  });

  test('is not how long an invoice took that was settled nobody knows when', () => {
    const rows = [{ amount: 900, invoiced: 1000, due: 1030, open: 0 }, paidLate(100, asOf - 10, 2)];
    expect(measured(rows, asOf)).toMatchObject({
      daysBeyondTerms: 2,
      dueCount: 1,
      delayRate: 1,
      delayRateByValue: 1,
    });
  });

  test('is each customer’s own record', () => {
    const rows = [
      paidLate(100, asOf - 10, 20),
      { ...paidLate(100, asOf - 10, 3), customer: 'Borealis' },
      { amount: 50, invoiced: 1000, due: 1030, customer: 'Borealis' },
    ];
    const { metrics } = measureLedger(ledgerOf(rows), asOf, defaultPolicy, 'all');
    expect([...metrics.daysBeyondTerms]).toEqual([20, 3]);
    expect([...metrics.daysBeyondTermsRecent]).toEqual([20, 3]);
    expect([...metrics.dueCount]).toEqual([1, 2]);
  });
});

describe('payment delay rate by value', () => {
  const rows = [
    { amount: 300, invoiced: 1000, due: 1030, paid: 1030 },
    { amount: 100, invoiced: 1000, due: 1030, paid: 1031 },
    { amount: 400, invoiced: 1000, due: 1030, paid: 1040, open: 1 },
    { amount: 900, invoiced: 1000, due: asOf },
  ];

  test('weighs invoices by their full amounts, also one of which a rest is open', () => {
    expect(measured(rows, asOf)).toMatchObject({ delayRate: 2 / 3, delayRateByValue: 500 / 800 });
  });

  test('leaves out disputed open items where the policy does', () => {
    const without = { ...defaultPolicy, settings: { ...defaultPolicy.settings, countDisputed: false } };
    const disputed = rows.map(row => ({ ...row, disputed: row.open === 1 }));
    expect(measured(disputed, asOf, without).delayRateByValue).toBe(100 / 400);
    expect(measured(disputed, asOf).delayRateByValue).toBe(500 / 800);
  });

  test('is not known on a sheet of open items alone', () => {
    expect(measured([{ amount: 1, invoiced: 1000, due: 1030 }], asOf).delayRateByValue).toBeNaN();
  });
});

describe('an invoice settled in parts', () => {
  const headers = ['Customer', 'Document no', 'Type', 'Invoice date', 'Due date', 'Amount'];
  const day = 45_000;
  const invoice: readonly Cell[] = ['Acme', 'INV-1', 'Invoice', day - 30, day, 1_000];
  const other: readonly Cell[] = ['Other', 'INV-9', 'Invoice', day - 30, day + 900, 5];
  const row = (type: string, days: number, amount: number): readonly Cell[] => [
    'Acme',
    'INV-1',
    type,
    day + days,
    '',
    amount,
  ];
  const paymentsOf = (rows: readonly (readonly Cell[])[], asOf = day + 60) => {
    const ledger = ledgerOfCells([headers, invoice, ...rows, other]);
    const { metrics } = measureLedger(ledger, asOf, defaultPolicy, 'all');
    const { daysBeyondTerms, daysBeyondTermsRecent, delayRate, delayRateByValue } = metrics;
    return [daysBeyondTerms, daysBeyondTermsRecent, delayRate, delayRateByValue].map(column => column[0]);
  };

  test('weighs each payment by its own day and amount, not all by the last', () => {
    // 600 on the due day, 400 thirty days after it: (600 × 0 + 400 × 30) / 1,000 = 12 days, 400 / 1,000 late.
    expect(paymentsOf([row('Payment', 0, 600), row('Payment', 30, 400)])).toEqual([12, 12, 1, 0.4]);
  });

  test('has its own payments, not those of the invoice before', () => {
    const second: readonly Cell[] = ['Acme', 'INV-2', 'Invoice', day - 30, day, 500];
    const paid = ['Acme', 'INV-2', 'Payment', day + 2, '', 500];
    // (600 × 0 + 400 × 30 + 500 × 2) / 1,500 days; 900 of 1,500 late.
    const [days, , , byValue] = paymentsOf([row('Payment', 0, 600), row('Payment', 30, 400), second, paid]);
    expect(days).toBeCloseTo(13_000 / 1_500, 12);
    expect(byValue).toBeCloseTo(900 / 1_500, 12);
  });

  test('counts what is paid of it already, and what is still open as late money', () => {
    // (250 × 10) / 250 = 10 days; 250 paid late and 750 open.
    expect(paymentsOf([row('Payment', 10, 250)])).toEqual([10, 10, 1, 1]);
    expect(paymentsOf([row('Payment', -5, 250)])).toEqual([0, 0, 1, 0.75]);
  });

  test('undoes the payments of later days', () => {
    const rows = [row('Payment', 0, 600), row('Payment', 30, 400)];
    expect(paymentsOf(rows, day + 29)).toEqual([0, 0, 1, 0.4]);
    expect(paymentsOf(rows, day)).toEqual([0, 0, Number.NaN, Number.NaN]);
  });

  test('takes no credit and no write-off for a payment', () => {
    // Of 1,000 credited 500 and 100 paid 20 days late: 20 days, 100 of 100 late.
    const credited = [row('Credit note', 5, 500), row('Payment', 20, 100)];
    expect(paymentsOf([...credited, row('Write-off', 40, 400)])).toEqual([20, 20, Number.NaN, 1]);
    // Before the write-off 400 were open besides.
    expect(paymentsOf(credited, day + 39)).toEqual([20, 20, 1, 1]);
  });

  test('says nothing of a payment of an unknown day', () => {
    const undated = ['Acme', 'INV-1', 'Payment', '', '', 600];
    expect(paymentsOf([undated, row('Payment', 30, 400)])).toEqual([30, 30, Number.NaN, 1]);
  });

  test('goes by the paid date where that is all that is known, for all of it but an open rest', () => {
    const paid = { amount: 1_000, invoiced: day - 30, due: day, paid: day + 30 };
    expect(measured([paid], day + 60)).toMatchObject({ daysBeyondTerms: 30, delayRateByValue: 1 });
    const others = { amount: 100, invoiced: day - 30, due: day, paid: day };
    // 600 of 1,000 paid 30 days late and 100 in time: 600 × 30 / 700; late are 600 and the 400 that are open, of 1,100.
    const { daysBeyondTerms, delayRateByValue } = measured([{ ...paid, open: 400 }, others], day + 60);
    expect(daysBeyondTerms).toBeCloseTo(18_000 / 700, 12);
    expect(delayRateByValue).toBeCloseTo(1_000 / 1_100, 12);
  });
});
