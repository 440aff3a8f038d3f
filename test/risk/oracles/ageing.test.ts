/** Ageing as ERPNext and the Odoo Community Association (OCA) do it, whose tests and issues give the figures. */
import { describe, expect, test } from '@jest/globals';
import { customFunctions } from '../../../src/functions/functions';
import { measureLedger } from '../../../src/risk/metrics/customers/customerMetrics';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { column } from '../../functions/runtime';
import { dayOf, ledgerOfCells } from '../sheetLedger';

const { AGING, AGINGBUCKET } = customFunctions;

/** Amounts per bucket (not due, 1–30, 31–60, 61–90, 90+) of a sheet with one customer. */
function bucketsOf(cells: readonly (readonly unknown[])[], asOf: number): number[] {
  const { buckets } = measureLedger(ledgerOfCells(cells), asOf, defaultPolicy);
  return buckets.map(bucket => bucket[0]);
}

const openItems = (...items: readonly (readonly [due: unknown, amount: number, invoiced?: unknown])[]) => [
  ['Customer', 'Invoice date', 'Due date', 'Open amount'],
  ...items.map(([due, amount, invoiced = '']) => ['Acme', invoiced, due, amount]),
];

describe('the boundaries of buckets', () => {
  const asOf = dayOf('2024-06-30');

  test('an age of 30 days is in the first bucket, 31 in the next (ERPNext)', () => {
    const cells = openItems([asOf - 30, 100], [asOf - 31, 7]);
    expect(bucketsOf(cells, asOf)).toEqual([0, 100, 7, 0, 0]);
    expect(AGING(column(asOf - 30, asOf - 31), column(100, 7), asOf)).toEqual([[0, 100, 7, 0, 0]]);
    expect(AGINGBUCKET(column(asOf - 30, asOf - 31), asOf)).toEqual([['1–30'], ['31–60']]);
  });

  test('what is not due is in none of the overdue buckets (ERPNext)', () => {
    expect(bucketsOf(openItems([asOf + 1, 100]), asOf)).toEqual([100, 0, 0, 0, 0]);
    expect(AGING([[asOf + 1]], [[100]], asOf)).toEqual([[100, 0, 0, 0, 0]]);
  });

  test('due today is current; due + 1 … 30 is the first bucket, + 31 … 60 the second (OCA)', () => {
    const ages = [0, 1, 30, 31, 60, 61, 90, 91];
    const amounts = ages.map((_, index) => 2 ** index);
    const cells = openItems(...ages.map((age, index) => [asOf - age, amounts[index]] as const));
    const expected = [1, 2 + 4, 8 + 16, 32 + 64, 128];
    expect(bucketsOf(cells, asOf)).toEqual(expected);
    expect(AGING(column(...ages.map(age => asOf - age)), column(...amounts), asOf)).toEqual([expected]);
  });

  test('a blank due date falls back to the invoice date, and a finding says so (ERPNext)', () => {
    const cells = openItems(['', 100, asOf - 45]);
    expect(bucketsOf(cells, asOf)).toEqual([0, 0, 100, 0, 0]);
    expect(ledgerOfCells(cells).findings).toContainEqual(
      expect.objectContaining({ kind: 'missingDueDate', row: 1 }),
    );
  });
});

describe('instalments', () => {
  const invoice = [
    ['2018-11-26', 27_000],
    ['2018-12-26', 27_000],
    ['2019-01-25', 36_000],
  ] as const;

  test('90,000 of 2018-10-27 due 30/30/40 %: at 2018-11-28, 27,000 is overdue 2 days, 63,000 not due (OCA issue 487)', () => {
    const cells = [
      ['Customer', 'Invoice no', 'Invoice date', 'Due date', 'Amount'],
      ...invoice.map(([due, amount]) => ['Acme', 'INV-487', '2018-10-27', due, amount]),
    ];
    const ledger = ledgerOfCells(cells);
    const { metrics } = measureLedger(ledger, dayOf('2018-11-28'), defaultPolicy);
    expect([metrics.overdue[0], metrics.oldestDays[0], metrics.notDue[0]]).toEqual([27_000, 2, 63_000]);
    expect(ledger.findings.filter(({ kind }) => kind === 'duplicateDocument')).toEqual([]);
    const due = column(...invoice.map(([day]) => day));
    const amounts = column(...invoice.map(([, amount]) => amount));
    expect(AGING(due, amounts, '2018-11-28')).toEqual([[63_000, 27_000, 0, 0, 0]]);
  });
});

describe('as at a date', () => {
  test('an invoice of 2020-04-30 paid 2020-06-30 is in the ageing as at 2020-05-31 (OCA issue 707)', () => {
    const cells = [
      ['Customer', 'Invoice date', 'Due date', 'Amount', 'Paid date'],
      ['Acme', '2020-04-30', '2020-04-30', 500, '2020-06-30'],
    ];
    expect(bucketsOf(cells, dayOf('2020-05-31'))).toEqual([0, 0, 500, 0, 0]);
    expect(bucketsOf(cells, dayOf('2020-06-30'))).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('payments and credit notes of test_accounts_receivable.py (ERPNext)', () => {
  const asOf = dayOf('2024-03-31');

  test('40 paid on 100 in terms of 30, 50 and 20 pay 30, 10 and 0 of them: 0, 40 and 20 stay open', () => {
    const cells = [
      ['Customer', 'Invoice no', 'Type', 'Applied to', 'Invoice date', 'Due date', 'Amount'],
      ['Acme', 'SI-1', 'Invoice', '', '2024-01-01', '2024-01-31', 30],
      ['Acme', 'SI-1', 'Invoice', '', '2024-01-01', '2024-02-29', 50],
      ['Acme', 'SI-1', 'Invoice', '', '2024-01-01', '2024-03-31', 20],
      ['Acme', 'PE-1', 'Payment', 'SI-1', '2024-02-01', '', 40],
    ];
    expect(bucketsOf(cells, asOf)).toEqual([20, 0, 40, 0, 0]);
    expect(bucketsOf(cells, dayOf('2024-01-31'))).toEqual([100, 0, 0, 0, 0]);
    const { metrics } = measureLedger(ledgerOfCells(cells), asOf, defaultPolicy);
    expect([metrics.exposure[0], metrics.openCount[0], metrics.unappliedCredits[0]]).toEqual([60, 2, 0]);
  });

  test('the same where a column says what is paid of each term', () => {
    const cells = [
      ['Customer', 'Invoice no', 'Due date', 'Amount', 'Paid amount'],
      ['Acme', 'SI-1', '2024-01-31', 30, 30],
      ['Acme', 'SI-1', '2024-02-29', 50, 10],
      ['Acme', 'SI-1', '2024-03-31', 20, 0],
    ];
    expect([...ledgerOfCells(cells).openAmount]).toEqual([0, 40, 20]);
    expect(bucketsOf(cells, asOf)).toEqual([20, 0, 40, 0, 0]);
  });

  test('of 100 paid but for a cent, the 0.01 stays visible', () => {
    const cells = [
      ['Customer', 'Due date', 'Amount', 'Paid amount'],
      ['Acme', '2024-03-31', 100, 99.99],
    ];
    expect(bucketsOf(cells, asOf)).toEqual([0.01, 0, 0, 0, 0]);
  });

  test('an unlinked credit note of 100 is its own row of −100, not part of a bucket', () => {
    const cells = [
      ['Customer', 'Type', 'Due date', 'Amount'],
      ['Acme', 'Invoice', '2024-03-31', 250],
      ['Acme', 'Credit note', '2024-03-31', 100],
    ];
    const table = measureLedger(ledgerOfCells(cells), asOf, defaultPolicy);
    expect([
      table.metrics.unappliedCredits[0],
      table.metrics.exposure[0],
      table.metrics.openCount[0],
    ]).toEqual([-100, 150, 2]);
    expect(bucketsOf(cells, asOf)).toEqual([250, 0, 0, 0, 0]);
    expect(AGING(column(asOf, asOf), column(250, -100), asOf, column('Acme', 'Acme'))[1]).toEqual([
      'Acme',
      250,
      0,
      0,
      0,
      0,
      -100,
      0,
      150,
    ]);
  });
});
