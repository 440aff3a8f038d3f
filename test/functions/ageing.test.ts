import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ageing } from '../../src/functions/ageing';
import { setLanguage } from '../../src/i18n/language';
import { policyBlocks } from '../../src/risk/policy/cells/policyBlocks';
import { defaultPolicy } from '../../src/risk/policy/defaultPolicy';
import { column, errorCell, shown } from './runtime';

/** 2013-06-30. */
const asOf = 41_455;

/** 31 December 2024. */
const yearEnd = 45_657;

describe('AGING by months', () => {
  const byMonths = (dates: unknown[][], amounts: unknown[][], buckets?: unknown[][], headers?: unknown) =>
    ageing(dates, amounts, yearEnd, undefined, buckets, headers, 'months');

  test('a year to the day is up to a year old, a day more is not (1年以内含1年)', () => {
    const invoiced = column(
      '2023-12-31',
      '2023-12-30',
      '2022-12-31',
      '2022-12-30',
      '2021-12-31',
      '2021-12-30',
    );
    expect(byMonths(invoiced, column(1, 2, 4, 8, 16, 32))).toEqual([[1, 6, 24, 32]]);
  });

  test('names its buckets in years where it can, else in months', () => {
    const named = (buckets?: unknown[][]) => byMonths([['2024-12-01']], [[5]], buckets, true)[0];
    expect(named()).toEqual(['Up to 1 year', '1–2 years', '2–3 years', 'Over 3 years']);
    expect(named([[6, 12]])).toEqual(['Up to 6 months', '6–12 months', 'Over 12 months']);
    expect(named([[1]])).toEqual(['Up to 1 month', 'Over 1 month']);
    expect(named([[12]])).toEqual(['Up to 1 year', 'Over 1 year']);
    setLanguage('zh');
    expect(named()).toEqual(['1年以内', '1–2年', '2–3年', '3年以上']);
    expect(named([[6, 12]])).toEqual(['6个月以内', '6–12个月', '12个月以上']);
  });

  test('makes a table per customer that adds up, with what has no date', () => {
    const dates = column('2024-12-01', '2020-01-01', '', '2024-11-01', '2025-01-15');
    const amounts = column(100, 50, 7, -30, 9);
    expect(
      ageing(dates, amounts, yearEnd, column('B', 'A', 'A', 'B', 'A'), undefined, undefined, 'months'),
    ).toEqual([
      [
        'Customer',
        'Up to 1 year',
        '1–2 years',
        '2–3 years',
        'Over 3 years',
        'Unapplied credits',
        'Unplaced',
        'Total',
      ],
      ['B', 100, 0, 0, 0, -30, 0, 70],
      ['A', 9, 0, 0, 50, 0, 7, 66],
    ]);
  });

  test('takes the table of the policy, also where its open end arrives as 0', () => {
    const block = policyBlocks(defaultPolicy, 'en').find(each => each.table === 'TiercelMonthBuckets')!;
    const cells = [[...block.headers], ...block.rows.map(row => row.map(cell => (cell === '' ? 0 : cell)))];
    const dates = column('2024-12-01', '2023-06-01', '2010-01-01');
    expect(byMonths(dates, column(1, 2, 4), cells)).toEqual(byMonths(dates, column(1, 2, 4)));
  });

  test.each([
    [
      () => byMonths([['2024-01-01']], [[1]], [[24, 12]]),
      /^#VALUE! buckets: 12 is out of order\. Give the months/,
    ],
    [
      () => ageing([[yearEnd]], [[1]], yearEnd, undefined, undefined, undefined, 'weeks'),
      /^#VALUE! scheme: “weeks” is not known here. Enter one of days, months/,
    ],
  ])('says what is wrong %#', (call, expected) => {
    expect(shown(call)).toMatch(expected);
  });
});

describe('AGING without customers', () => {
  test('is one row, an amount per bucket; due on the day is not due', () => {
    const due = column(
      asOf + 1,
      asOf,
      asOf - 1,
      asOf - 30,
      asOf - 31,
      asOf - 60,
      asOf - 61,
      asOf - 90,
      asOf - 91,
    );
    const amounts = column(1, 2, 4, 8, 16, 32, 64, 128, 256);
    expect(ageing(due, amounts, asOf)).toEqual([[3, 12, 48, 192, 256]]);
    expect(ageing(due, amounts, [[asOf]])).toEqual([[3, 12, 48, 192, 256]]);
  });

  test('places instalments by their own due date (OCA issue 487)', () => {
    const due = column('2018-11-26', '2018-12-26', '2019-01-25');
    expect(ageing(due, column(27_000, 27_000, 36_000), '2018-11-28')).toEqual([[63_000, 27_000, 0, 0, 0]]);
  });

  test('keeps the cent that a payment of 99.99 leaves of 100 (ERPNext)', () => {
    expect(ageing([[asOf]], [[100 - 99.99]], asOf)).toEqual([[0.01, 0, 0, 0, 0]]);
  });

  test('adds cents exactly', () => {
    const due = new Array(1_000).fill([asOf]);
    expect(ageing(due, new Array(1_000).fill([0.1]), asOf)[0][0]).toBe(100);
  });

  test('reduces a bucket by the credits that fall in it', () => {
    expect(ageing(column(asOf - 5, asOf - 6), column(100, -30), asOf)).toEqual([[0, 70, 0, 0, 0]]);
  });

  test('lists what cannot be placed as one more cell, never drops it', () => {
    for (const missing of ['', null, 0]) {
      expect(ageing(column(asOf, missing), column(5, 7), asOf)).toEqual([[5, 0, 0, 0, 0, 7]]);
      expect(ageing(column(asOf, missing), column(5, 0), asOf)).toEqual([[5, 0, 0, 0, 0]]);
    }
  });

  test('takes other bounds, or the policy', () => {
    const due = column(asOf - 10, asOf - 40);
    const amounts = column(1, 2);
    const given = (buckets: unknown[][]) => ageing(due, amounts, asOf, null as never, buckets);
    expect(given([[7, 14]])).toEqual([[0, 0, 1, 2]]);
    expect(given(column(7, 14))).toEqual([[0, 0, 1, 2]]);
    expect(given([[30]])).toEqual([[0, 1, 2]]);
    // The policy's own column of bounds: not due, …, open end.
    expect(given(column(0, 7, 14, ''))).toEqual([[0, 0, 1, 2]]);
    const block = policyBlocks(defaultPolicy, 'zh').find(({ table }) => table === 'TiercelBuckets')!;
    expect(given([[...block.headers], ...block.rows.map(row => [...row])])).toEqual([[0, 1, 2, 0, 0]]);
    // Desktop Excel hands the empty last day of the open end as 0.
    const desktop = [[...block.headers], ...block.rows.map(row => row.map(cell => (cell === '' ? 0 : cell)))];
    expect(given(desktop)).toEqual([[0, 1, 2, 0, 0]]);
  });

  test('has a header row on request', () => {
    expect(ageing(column(asOf, ''), column(5, 7), asOf, undefined, undefined, true)).toEqual([
      ['Not due', '1–30', '31–60', '61–90', '90+', 'Unplaced'],
      [5, 0, 0, 0, 0, 7],
    ]);
  });
});

describe('AGING with customers', () => {
  const due = column(asOf, asOf - 10, asOf - 100, asOf - 40, '', asOf);
  const amounts = column(100, 200.5, 50, -30, 25, 400);
  const customers = column('Baker & Sons', 'Acme', 'baker  & SONS', 'Acme', 'Acme', '江苏宏达');

  test('is a table with a header row, largest total first, credits and unplaced apart', () => {
    expect(ageing(due, amounts, asOf, customers)).toEqual([
      ['Customer', 'Not due', '1–30', '31–60', '61–90', '90+', 'Unapplied credits', 'Unplaced', 'Total'],
      ['江苏宏达', 400, 0, 0, 0, 0, 0, 0, 400],
      ['Acme', 0, 200.5, 0, 0, 0, -30, 25, 195.5],
      ['Baker & Sons', 100, 0, 0, 0, 50, 0, 0, 150],
    ]);
  });

  test('is without headers on request, and has Chinese ones for a Chinese reader', () => {
    expect(ageing(due, amounts, asOf, customers, undefined, false)[0][0]).toBe('江苏宏达');
    expect(ageing(due, amounts, asOf, customers, undefined, 0)[0][0]).toBe('江苏宏达');
    setLanguage('zh');
    expect(ageing(due, amounts, asOf, customers)[0]).toEqual([
      '客户',
      '未到期',
      '1–30天',
      '31–60天',
      '61–90天',
      '90天以上',
      '未核销贷项',
      '未归入账龄',
      '合计',
    ]);
  });

  test('shows an unlinked credit note as its own row (ERPNext)', () => {
    expect(ageing([[asOf - 3]], [[-100]], asOf, [['Acme']], undefined, false)).toEqual([
      ['Acme', 0, 0, 0, 0, 0, -100, 0, -100],
    ]);
  });

  test('lists amounts of nobody, and is silent about empty rows and customers that owe nothing', () => {
    const rows = ageing(
      column(asOf, asOf, '', asOf),
      column(5, 7, 0, 0),
      asOf,
      column('Acme', '', '', 'Paid up'),
      undefined,
      false,
    );
    expect(rows).toEqual([
      ['(no customer)', 7, 0, 0, 0, 0, 0, 0, 7],
      ['Acme', 5, 0, 0, 0, 0, 0, 0, 5],
    ]);
  });

  test('names customers by number where the ledger does', () => {
    expect(ageing([[asOf]], [[5]], asOf, [[1080]], undefined, false)[0][0]).toBe('1080');
  });

  const cents = fc.integer({ min: -1e9, max: 1e9 });
  const row = fc.tuple(
    fc.oneof(fc.integer({ min: asOf - 200, max: asOf + 60 }), fc.constantFrom('', null, 0)),
    cents,
    fc.constantFrom('Acme', 'Baker', 'Cedar', '江苏宏达', ''),
  );

  test('adds up to the ledger to the cent, whatever the order of rows', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 80 }), rows => {
        const table = (ordered: typeof rows) =>
          ageing(
            column(...ordered.map(([date]) => date)),
            column(...ordered.map(([, amount]) => amount / 100)),
            asOf,
            column(...ordered.map(([, , customer]) => customer)),
            undefined,
            false,
          ) as (string | number)[][];
        const inCents = (cell: string | number) => Math.round((cell as number) * 100);
        let total = 0;
        for (const cells of table(rows)) {
          const parts = cells.slice(1, -1).map(inCents);
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(inCents(cells.at(-1)!));
          total += inCents(cells.at(-1)!);
        }
        expect(total).toBe(rows.reduce((sum, [, amount]) => sum + amount, 0));
        expect(table([...rows].reverse())).toEqual(table(rows));
      }),
    );
  });
});

describe('AGING says what is wrong, which argument and which row', () => {
  test('a text of which nothing tells whether its point groups thousands: 1.234 may be a thousandfold', () => {
    const amounts = (...texts: string[]) =>
      shown(() => ageing(column(...texts.map(() => asOf)), column(...texts), asOf));
    expect(amounts('2.50', '1.234')).toEqual([[3.734, 0, 0, 0, 0]]);
    expect(amounts('2,50', '1.234')).toEqual([[1236.5, 0, 0, 0, 0]]);
    expect(amounts('1,234')).toEqual([[1234, 0, 0, 0, 0]]);
    expect(amounts('20', '1.234')).toBe(
      '#VALUE! amounts, row 2: “1.234” is text, and whether its point groups thousands cannot be told. Enter it as a number.',
    );
  });

  test.each([
    [
      () => ageing(column(asOf, errorCell('#N/A')), column(1, 2), asOf),
      '#VALUE! due_dates, row 2: the cell holds the error #N/A. Correct it there.',
    ],
    [
      () => ageing(column(asOf, asOf), column(1, '#VALUE!'), asOf),
      '#VALUE! amounts, row 2: the cell holds the error #VALUE!. Correct it there.',
    ],
    [
      () => ageing(column(asOf, 'soon'), column(1, 2), asOf),
      '#VALUE! due_dates, row 2: “soon” is not a date. Enter a date there, or leave the header out of the range.',
    ],
    [
      () => ageing([['5/3/2013']], [[1]], asOf),
      '#VALUE! due_dates, row 1: “5/3/2013” is text, and day and month cannot be told apart. Enter it as a date.',
    ],
    [
      () => ageing(column(asOf, asOf), [[1]], asOf),
      '#VALUE! amounts and due_dates differ in cells: 1 and 2. Select the same rows for both.',
    ],
    [
      () => ageing([[asOf]], [[1]], asOf, column('A', 'B')),
      '#VALUE! customers and due_dates differ in cells: 2 and 1. Select the same rows for both.',
    ],
    [
      () => ageing([[asOf]], [[1]], asOf, [[errorCell('#NAME?')]]),
      '#VALUE! customers, row 1: the cell holds the error #NAME?. Correct it there.',
    ],
    [
      () => ageing([[asOf]], [[1]], 0),
      '#VALUE! as_of: nothing is given. Enter a value or refer to a cell that has one.',
    ],
    [() => ageing([[asOf]], [[1]], null), /^#VALUE! as_of: nothing is given/],
    [() => ageing([[asOf]], [[1]], errorCell('#REF!')), /^#VALUE! as_of: the cell holds the error #REF!/],
    [() => ageing([[asOf]], [[1]], 'today'), /^#VALUE! as_of: “today” is not a date/],
    [
      () => ageing([[asOf]], [[1]], asOf, undefined, [[60, 30]]),
      '#VALUE! buckets: 30 is out of order. Give the last day of each bucket as whole days, ascending, such as 30, 60, 90.',
    ],
    [
      () => ageing([[asOf]], [[1]], asOf, undefined, undefined, 'perhaps'),
      '#VALUE! headers: “perhaps” is not known here. Enter one of true, false.',
    ],
  ])('%#', (call, expected) => {
    if (expected instanceof RegExp) expect(shown(call)).toMatch(expected);
    else expect(shown(call)).toBe(expected);
  });

  test('reads text dates whose order another row proves', () => {
    expect(ageing(column('6/29/2013', '6/5/2013'), column(1, 2), asOf)).toEqual([[0, 3, 0, 0, 0]]);
    expect(ageing([['2013年6月29日']], [[1]], asOf)).toEqual([[0, 1, 0, 0, 0]]);
  });
});

test('AGING takes a row beside a column that ends with 0, and its words in full-width letters', () => {
  const dates = [[45_400, 45_430, 45_460]];
  const amounts = column(100, 200, 0);
  expect(ageing(dates, amounts, 45_473)).toEqual([[0, 0, 200, 100, 0]]);
  expect(ageing(dates, amounts, 45_473, undefined, undefined, undefined, 'ｍｏｎｔｈｓ')).toEqual([
    [300, 0, 0, 0],
  ]);
});

describe('a row of totals among the items', () => {
  const day = 45_473;
  const dates = column(45_400, 45_460, 45_470, '');
  const aged = (label: unknown, last: unknown = 60, dueDates = dates) =>
    shown(() => ageing(dueDates, column(10, 20, 30, last), day, column('Acme', 'Beta', 'Acme', label)));

  test('is refused where it would count twice, by its row', () => {
    const refusal =
      /^#VALUE! customers, row 4: “Grand total” is a total, and what it adds up would count twice/;
    expect(aged('Grand total')).toMatch(refusal);
    expect(aged('合计')).toMatch(/row 4: “合计” is a total/);
    expect(aged('Acme Total', 40)).toMatch(/row 4: “Acme Total” is a total/);
  });

  test('is a customer where its row has a date, and where nobody is totalled by its name', () => {
    expect(aged('Total', 60, column(45_400, 45_460, 45_470, 45_470))).toEqual(expect.any(Array));
    expect(aged('Gamma Total', 40)).toEqual(expect.any(Array));
    expect(aged('Total', '')).toEqual(expect.any(Array));
  });
});
