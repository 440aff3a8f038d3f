import { describe, expect, test } from '@jest/globals';
import { measureLedger } from '../../../../src/risk/metrics/customers/customerMetrics';
import { defaultPolicy } from '../../../../src/risk/policy/defaultPolicy';
import { ledgerOf } from '../ledgerOf';
import { measured } from '../measured';

const asOf = 1_100;

describe('expected loss', () => {
  test('is 580,000 for the receivables of IFRS 9 Illustrative Example 12', () => {
    const rows = [
      { amount: 15_000_000, due: asOf },
      { amount: 7_500_000, due: asOf - 30 },
      { amount: 4_000_000, due: asOf - 60 },
      { amount: 2_500_000, due: asOf - 90 },
      { amount: 1_000_000, due: asOf - 91 },
    ];
    expect(measured(rows, asOf).expectedLoss).toBeCloseTo(580_000, 6);
  });

  test('is not lowered by credits', () => {
    const rows = [
      { amount: 1_000, due: asOf - 91 },
      { amount: -1_000, due: asOf - 91 },
    ];
    expect(measured(rows, asOf)).toMatchObject({ exposure: 0, expectedLoss: 106 });
  });
});

test('nothing overdue is overdue for 0 days, and an item settled to 0 is no open item', () => {
  const rows = [
    { amount: 100, invoiced: asOf - 30, due: asOf },
    { amount: 70, invoiced: asOf - 90, due: asOf - 60, open: 0 },
  ];
  expect(measured(rows, asOf)).toMatchObject({ weightedDaysOverdue: 0, oldestDays: 0, openCount: 1 });
});

test('what is disputed is a share of what is owed less credits', () => {
  const rows = [
    { amount: 300, due: asOf - 5, disputed: true },
    { amount: 500, due: asOf - 5 },
    { amount: -200, due: asOf - 5 },
  ];
  expect(measured(rows, asOf)).toMatchObject({ exposure: 600, disputed: 300, disputedShare: 0.5 });
  const leftOut = { ...defaultPolicy, settings: { ...defaultPolicy.settings, countDisputed: false } };
  expect(measured(rows, asOf, leftOut)).toMatchObject({ exposure: 300, disputed: 300, disputedShare: 0.5 });
});

test('what a customer owes by hand: due, overdue and since when, in credit, and long overdue beyond the days of the rule', () => {
  const aged = (threshold: number) => ({
    ...defaultPolicy,
    rules: defaultPolicy.rules.map(rule => (rule.id === 'agedAmount' ? { ...rule, threshold } : rule)),
  });
  const rows = [
    { amount: 100, due: asOf - 10 },
    { amount: 300, due: asOf - 100 },
    { amount: 20, due: asOf - 90 },
    { amount: 50, due: asOf + 5 },
    { amount: -30, due: asOf - 200 },
  ];
  expect(measured(rows, asOf, aged(90))).toMatchObject({
    exposure: 440,
    notDue: 50,
    overdue: 420,
    unappliedCredits: -30,
    openCount: 5,
    oldestDays: 100,
    weightedDaysOverdue: (100 * 10 + 300 * 100 + 20 * 90) / 420,
    agedAmount: 300,
    agedCount: 1,
  });
  expect(measured(rows, asOf, aged(89))).toMatchObject({ agedAmount: 320, agedCount: 2 });
  const without = { ...defaultPolicy, rules: defaultPolicy.rules.filter(({ id }) => id !== 'agedAmount') };
  expect(measured(rows, asOf, without)).toMatchObject({ agedAmount: Number.NaN, agedCount: Number.NaN });
});

test('a credit is nothing disputed, and stays where disputed items are left out', () => {
  const rows = [
    { amount: 300, due: asOf - 5 },
    { amount: 80, due: asOf - 5, disputed: true },
    { amount: -60, due: asOf - 5, disputed: true },
  ];
  const leftOut = { ...defaultPolicy, settings: { ...defaultPolicy.settings, countDisputed: false } };
  expect(measured(rows, asOf)).toMatchObject({ exposure: 320, disputed: 80 });
  expect(measured(rows, asOf, leftOut)).toMatchObject({ exposure: 240, disputed: 80 });
});

describe('ageing by invoice date', () => {
  const byInvoice = {
    ...defaultPolicy,
    settings: { ...defaultPolicy.settings, ageBy: 'invoiceDate' as const },
  };
  const rows = [
    { amount: 10, invoiced: asOf, due: asOf + 30 },
    { amount: 20, invoiced: asOf - 30, due: asOf },
    { amount: 40, invoiced: asOf - 31, due: asOf - 1 },
    { amount: 80, invoiced: asOf - 200, due: asOf + 100 },
    { amount: 160, due: asOf - 5 },
  ];

  test('fills the buckets from it; what is overdue still goes by the due date', () => {
    const { metrics, buckets } = measureLedger(ledgerOf(rows), asOf, byInvoice);
    expect(buckets.map(bucket => bucket[0])).toEqual([170, 20, 40, 0, 80]);
    expect(metrics.overdue[0]).toBe(200);
    expect(metrics.exposure[0]).toBe(310);
  });
});
