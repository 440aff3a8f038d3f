import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { looking, measured } from './measured';

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
