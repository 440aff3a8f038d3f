/** A ledger of twelve rows, small enough to do every sum on paper: the arithmetic stands beside each figure. */
import { describe, expect, test } from '@jest/globals';
import type { Cell } from '../../src/risk/ledger/ledger';
import { measureLedger } from '../../src/risk/metrics/customers/customerMetrics';
import { measurePortfolioInSlices } from '../../src/risk/metrics/portfolio';
import type { MetricName } from '../../src/risk/metrics/table/metric';
import { defaultPolicy } from '../../src/risk/policy/defaultPolicy';
import { reconcileInSlices } from '../../src/risk/report/reconciliation';
import { finishSlices } from '../../src/risk/slices';
import { dayOf, ledgerOfCells } from './sheetLedger';

/** A year of 365 days up to it begins after 1 July 2023. */
const asOf = dayOf('2024-06-30');
const on = (date: string): Cell => dayOf(date);

const cells: readonly (readonly Cell[])[] = [
  ['Customer', 'Document no', 'Type', 'Applied to', 'Invoice date', 'Due date', 'Amount'],
  ['Acme', 'INV-1', 'Invoice', '', on('2023-06-10'), on('2023-07-10'), 1_000],
  ['Acme', 'P-1', 'Payment', 'INV-1', on('2023-07-20'), '', 1_000],
  ['Acme', 'INV-2', 'Invoice', '', on('2024-02-01'), on('2024-03-02'), 2_000],
  ['Acme', 'P-2', 'Payment', 'INV-2', on('2024-03-02'), '', 500],
  ['Acme', 'P-3', 'Payment', 'INV-2', on('2024-04-11'), '', 1_500],
  ['Acme', 'INV-3', 'Invoice', '', on('2024-05-01'), on('2024-05-31'), 1_200],
  ['Acme', 'CN-1', 'Credit note', '', on('2024-05-10'), '', 100],
  ['Acme', 'INV-4', 'Invoice', '', on('2024-06-15'), on('2024-07-15'), 800],
  ['Beta', 'INV-5', 'Invoice', '', on('2024-01-15'), on('2024-02-14'), 3_000],
  ['Beta', 'P-4', 'Payment', 'INV-5', on('2024-06-01'), '', 1_000],
  ['Beta', 'INV-6', 'Invoice', '', on('2024-06-30'), on('2024-06-30'), 400],
  ['Beta', 'INV-7', 'Invoice', '', on('2024-07-05'), on('2024-08-04'), 900],
];

const ledger = ledgerOfCells(cells);
const table = measureLedger(ledger, asOf, defaultPolicy, 'all');
const [acme, beta] = [0, 1];
const metric = (name: MetricName, customer: number): number => table.metrics[name][customer];

describe('what is owed', () => {
  test('Acme: 1,200 + 800 − 100 = 1,900, of it 1,200 overdue for 30 days since 31 May', () => {
    expect(metric('exposure', acme)).toBe(1_900);
    expect(metric('overdue', acme)).toBe(1_200);
    expect(metric('notDue', acme)).toBe(800);
    expect(metric('unappliedCredits', acme)).toBe(-100);
    expect(metric('overdueShare', acme)).toBeCloseTo(1_200 / 1_900, 12);
    expect(metric('oldestDays', acme)).toBe(30);
    expect(metric('weightedDaysOverdue', acme)).toBe(30);
    // INV-3, INV-4 and the credit note.
    expect(metric('openCount', acme)).toBe(3);
    expect(table.buckets.map(bucket => bucket[acme])).toEqual([800, 1_200, 0, 0, 0]);
    // 800 × 0.3 % + 1,200 × 1.6 %
    expect(metric('expectedLoss', acme)).toBeCloseTo(2.4 + 19.2, 12);
  });

  test('Beta: 2,000 left of INV-5, 15 + 31 + 30 + 31 + 30 = 137 days overdue, and 400 due today: not due', () => {
    expect(metric('exposure', beta)).toBe(2_400);
    expect(metric('overdue', beta)).toBe(2_000);
    expect(metric('oldestDays', beta)).toBe(137);
    expect(table.buckets.map(bucket => bucket[beta])).toEqual([400, 0, 0, 0, 2_000]);
    expect(metric('agedAmount', beta)).toBe(2_000);
  });

  test('among both: 1,900 and 2,400 of 4,300', () => {
    expect(metric('share', acme)).toBeCloseTo(0.441860465116, 12);
    expect([metric('rank', acme), metric('rank', beta)]).toEqual([2, 1]);
    const portfolio = finishSlices(measurePortfolioInSlices(table, defaultPolicy, { scale: ledger.scale }));
    // (1,900² + 2,400²) / 4,300² × 10,000
    expect(portfolio.hhi).toBeCloseTo((9_370_000 / 18_490_000) * 10_000, 9);
    expect(portfolio.overdueShare).toBeCloseTo(3_200 / 4_300, 12);
  });

  test('and the sheet’s 9,300 − 4,000 − 100 = 5,200 are 4,300 open and 900 of INV-7, which comes later', () => {
    expect(finishSlices(reconcileInSlices(ledger, asOf, defaultPolicy.settings))).toEqual({
      controlTotal: 5_200,
      excluded: 0,
      unplaced: 0,
      notYetInvoiced: 900,
      settled: 0,
      disputed: 0,
      exposure: 4_300,
    });
  });
});

describe('how they pay', () => {
  test('Acme: 1,000 × 10 + 500 × 0 + 1,500 × 40 days late, of 3,000 paid', () => {
    expect(metric('daysBeyondTerms', acme)).toBeCloseTo(70_000 / 3_000, 12);
    // Since 1 April only the 1,500.
    expect(metric('daysBeyondTermsRecent', acme)).toBe(40);
    expect(metric('daysBeyondTermsTrend', acme)).toBeCloseTo(40 - 70_000 / 3_000, 12);
  });

  test('Acme: INV-1 and INV-2 late, INV-3 still open; of 4,200 only 500 in time', () => {
    expect(metric('dueCount', acme)).toBe(3);
    expect(metric('delayRate', acme)).toBe(1);
    expect(metric('delayRateByValue', acme)).toBeCloseTo(3_700 / 4_200, 12);
  });

  test('Beta: 1,000 paid 15 + 31 + 30 + 31 + 1 = 108 days late, and what is due today is not yet judged', () => {
    expect(metric('daysBeyondTerms', beta)).toBe(108);
    expect(metric('dueCount', beta)).toBe(1);
    expect(metric('delayRateByValue', beta)).toBe(1);
  });
});

describe('sales and days of sales', () => {
  test('Acme sold 2,000 + 1,200 + 800 = 4,000 in the year; INV-1 was before it', () => {
    expect(metric('sales', acme)).toBe(4_000);
    expect(metric('dso', acme)).toBeCloseTo((1_900 / 4_000) * 365, 12);
    expect(metric('bestPossibleDso', acme)).toBeCloseTo((800 / 4_000) * 365, 12);
    expect(metric('averageDaysDelinquent', acme)).toBeCloseTo((1_200 / 4_000) * 365, 12);
    expect(metric('turnover', acme)).toBeCloseTo(4_000 / 1_900, 12);
    expect(metric('creditNoteShare', acme)).toBe(100 / 4_000);
  });

  test('counting back: all 800 of the last twelfth of the year, then 1,100 of the 1,200 before', () => {
    expect(metric('dsoCountback', acme)).toBeCloseTo((365 / 12) * (1 + 1_100 / 1_200), 10);
  });

  test('on average of the twelve month ends: 1,900 now, 1,100 on 30 May, 1,500 on 30 March, 2,000 on 29 February', () => {
    expect(metric('dsoAverage', acme)).toBeCloseTo(((1_900 + 1_100 + 1_500 + 2_000) / 12 / 4_000) * 365, 10);
  });

  test('collection: from 1,000 on 1 July 2023 and 333.33 a month, 1,900 are left: below 0 it says nothing of collecting', () => {
    expect(metric('collectionEffectiveness', acme)).toBeNaN();
  });

  test('orders on 10 June, 1 February, 1 May and 15 June: gaps of 236, 90 and 45 days', () => {
    expect(metric('orderCount', acme)).toBe(3);
    expect(metric('usualOrderGap', acme)).toBe(90);
    expect(metric('daysSinceInvoice', acme)).toBe(15);
    expect(metric('termsDays', acme)).toBe(30);
    // 366 days to 10 June 2024, which passes a 29 February, and 20 more.
    expect(metric('tenureYears', acme)).toBeCloseTo(386 / 365.25, 12);
  });
});

describe('ends of the scale', () => {
  const header = ['Customer', 'Invoice date', 'Due date', 'Amount'];
  const measured = (...rows: readonly (readonly Cell[])[]) => {
    const read = ledgerOfCells([header, ...rows]);
    return { read, ...measureLedger(read, asOf, defaultPolicy, 'all') };
  };
  const portfolioOf = (of: ReturnType<typeof measured>) =>
    finishSlices(measurePortfolioInSlices(of, defaultPolicy, { scale: of.read.scale }));

  test('a single customer owes all there is: share 1, HHI 10,000, rank 1', () => {
    const one = measured(['Acme', asOf - 10, asOf + 20, 12.5], ['Acme', asOf - 9, asOf + 21, 12.5]);
    expect([one.metrics.share[0], one.metrics.concentrationContribution[0], one.metrics.rank[0]]).toEqual([
      1, 10_000, 1,
    ]);
    expect(portfolioOf(one)).toMatchObject({ exposure: 25, hhi: 10_000, topShare: 1, overdueShare: 0 });
  });

  test('who only has credits has no share, nothing overdue and no days of sales', () => {
    const credits = measured(['Acme', asOf - 90, asOf - 60, -80], ['Beta', asOf - 90, asOf - 60, -20]);
    expect([...credits.metrics.exposure]).toEqual([-80, -20]);
    expect([...credits.metrics.overdue]).toEqual([0, 0]);
    expect([...credits.metrics.share]).toEqual([Number.NaN, Number.NaN]);
    expect([...credits.metrics.dso]).toEqual([Number.NaN, Number.NaN]);
    expect([...credits.metrics.overdueShare]).toEqual([Number.NaN, Number.NaN]);
    expect([...credits.metrics.rank]).toEqual([2, 1]);
    expect(portfolioOf(credits)).toMatchObject({ exposure: -100, unappliedCredits: -100, hhi: Number.NaN });
  });

  test('where all is later nobody is listed and nothing is owed', () => {
    const future = measured(['Acme', asOf + 1, asOf + 31, 80], ['Beta', asOf + 2, asOf + 32, 20]);
    expect([...future.listed]).toEqual([0, 0]);
    expect([...future.metrics.rank]).toEqual([Number.NaN, Number.NaN]);
    expect(portfolioOf(future)).toMatchObject({ exposure: 0, openCount: 0 });
  });

  test('amounts of 0 owe nothing and divide by nothing', () => {
    const zero = measured(['Acme', asOf - 90, asOf - 60, 0], ['Beta', asOf - 90, asOf - 60, 0]);
    expect([...zero.metrics.exposure]).toEqual([0, 0]);
    expect(zero.metrics.openCount[0]).toBe(0);
    for (const column of Object.values(zero.metrics))
      for (const value of column) expect(Math.abs(value)).not.toBe(Infinity);
  });

  test('one customer written in three ways is one', () => {
    const names = measured(
      ['Acme Ltd', asOf - 90, asOf - 60, 1],
      [' ACME  LTD', asOf - 90, asOf - 60, 2],
      ['Ａｃｍｅ Ltd', asOf - 90, asOf - 60, 4],
    );
    expect(names.customers).toEqual(['Acme Ltd']);
    expect(names.metrics.exposure[0]).toBe(7);
  });

  test('days counted from 1904 give the same figures', () => {
    const days = 1_462;
    const in1904 = cells.map(row =>
      row.map((cell, column) =>
        (column === 4 || column === 5) && typeof cell === 'number' ? cell - days : cell,
      ),
    );
    const other = measureLedger(
      ledgerOfCells(in1904, { dateSystem: 1904 }),
      asOf - days,
      defaultPolicy,
      'all',
    );
    expect(other.metrics).toEqual(table.metrics);
    expect(other.buckets).toEqual(table.buckets);
  });
});
