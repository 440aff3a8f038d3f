import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { customerMetrics } from '../../src/functions/customerMetrics';
import { riskScore } from '../../src/functions/riskScore';
import { setLanguage } from '../../src/i18n/language';
import { readLedger } from '../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../src/risk/ledger/recognition/recogniseSheet';
import { measureLedger } from '../../src/risk/metrics/customers/customerMetrics';
import { metricNames } from '../../src/risk/metrics/table/metric';
import { metricTitles } from '../../src/risk/metrics/table/metricTitles';
import { policyBlocks } from '../../src/risk/policy/cells/policyBlocks';
import { defaultPolicy } from '../../src/risk/policy/defaultPolicy';
import type { Policy } from '../../src/risk/policy/policy';
import { assessLedger } from '../../src/risk/scoring/assess';
import { column, errorCell, shown } from './runtime';

/** 2024-06-30. */
const asOf = 45_473;

interface Row {
  readonly customer?: unknown;
  readonly invoiced?: unknown;
  readonly due?: unknown;
  readonly amount?: unknown;
  readonly open?: unknown;
  readonly paid?: unknown;
}

const cellsOf = (rows: readonly Row[], field: keyof Row) => rows.map(row => [row[field] ?? '']);
const tableOf = (rows: readonly Row[], day: unknown = asOf, buckets?: unknown[][]) =>
  customerMetrics(
    cellsOf(rows, 'customer'),
    cellsOf(rows, 'invoiced'),
    cellsOf(rows, 'due'),
    cellsOf(rows, 'amount'),
    cellsOf(rows, 'open'),
    cellsOf(rows, 'paid'),
    day,
    buckets,
  );

/** The cell of a customer under a header. */
function cellOf(table: unknown[][], customer: string, header: string): unknown {
  const position = table[0].indexOf(header);
  if (position < 0) throw new Error(`no column ${header}`);
  return table.find(row => row[0] === customer)?.[position];
}

const sample: readonly Row[] = [
  { customer: 'Acme', invoiced: asOf - 120, due: asOf - 90, amount: 100, open: 0, paid: asOf - 80 },
  { customer: 'Acme', invoiced: asOf - 70, due: asOf - 40, amount: 300, open: 300 },
  { customer: 'Baker', invoiced: asOf - 20, due: asOf + 10, amount: 500, open: 500 },
  { customer: 'ＡＣＭＥ', invoiced: asOf - 10, amount: -50, open: -50 },
];

describe('CUSTOMERMETRICS', () => {
  test('has a header row of the catalogue, buckets before the metrics', () => {
    expect(tableOf(sample)[0]).toEqual([
      'Customer',
      'Exposure',
      'Not due',
      '1–30',
      '31–60',
      '61–90',
      '90+',
      'Overdue',
      'Overdue share',
      'Oldest days overdue',
      'Weighted days overdue',
      'Days beyond terms',
      'Payment delay rate',
      'Sales',
      'DSO',
      'Receivables turnover',
      'Share of exposure',
      'Unapplied credits',
      'Terms in days',
      'Years as a customer',
      'Days since last invoice',
      'Open items',
      'Invoices due',
      'Long overdue amount',
      'Long overdue items',
      'Rank by exposure',
      'Contribution to HHI',
      'Expected loss',
      'Days beyond terms in three months',
      'Trend of days beyond terms',
      'Payment delay rate by value',
      'Average DSO',
      'DSO by count back',
      'Best possible DSO',
      'Average days delinquent',
      'Collection effectiveness',
      'Credit note share',
      'Orders',
      'Usual days between orders',
      'Unusual order frequency',
      'Unusual order amount',
    ]);
  });

  test('measures each customer, largest exposure first', () => {
    const table = tableOf(sample);
    expect(table.map(row => row[0])).toEqual(['Customer', 'Baker', 'Acme']);
    const acme = {
      Exposure: 250,
      'Not due': 0,
      '31–60': 300,
      Overdue: 300,
      'Overdue share': 1,
      'Oldest days overdue': 40,
      'Days beyond terms': 10,
      'Payment delay rate': 1,
      Sales: 400,
      DSO: (250 / 400) * 365,
      'Share of exposure': 1 / 3,
      'Unapplied credits': -50,
      'Terms in days': 30,
      'Open items': 2,
      'Invoices due': 2,
    };
    for (const [header, value] of Object.entries(acme))
      expect([header, cellOf(table, 'Acme', header)]).toEqual([header, value]);
    expect(cellOf(table, 'Baker', 'Not due')).toBe(500);
    expect(cellOf(table, 'Baker', 'Days beyond terms')).toBe('');
  });

  test('shows an invoice of 2020-04-30 paid 2020-06-30 in the ageing as at 2020-05-31 (OCA issue 707)', () => {
    const rows = [
      {
        customer: 'Acme',
        invoiced: '2020-04-30',
        due: '2020-05-30',
        amount: 500,
        open: 0,
        paid: '2020-06-30',
      },
    ];
    expect(cellOf(tableOf(rows, '2020-05-31'), 'Acme', 'Exposure')).toBe(500);
    expect(cellOf(tableOf(rows, '2020-06-30'), 'Acme', 'Exposure')).toBe(0);
  });

  test('falls back to the invoice date where there is no due date', () => {
    const table = tableOf([{ customer: 'Acme', invoiced: asOf - 5, amount: 10, open: 10 }]);
    expect(cellOf(table, 'Acme', '1–30')).toBe(10);
  });

  test('takes "" for a column that the ledger does not have', () => {
    const given = ['customer', 'invoiced', 'due', 'amount'] as const;
    const [customers, invoiced, due, amounts] = given.map(field => cellsOf(sample, field)) as unknown[][][];
    for (const nothing of [[['']], null, [[null]], [[0]]] as unknown[][][]) {
      const table = customerMetrics(customers, invoiced, due, amounts, nothing, nothing, asOf);
      expect(cellOf(table, 'Acme', 'Exposure')).toBe(350);
      expect(cellOf(table, 'Acme', 'Payment delay rate')).toBe('');
    }
    const undated = customerMetrics(customers, [['']], due, amounts, [['']], [['']], asOf);
    expect(cellOf(undated, 'Acme', 'Overdue')).toBe(400);
  });

  test('lists rows without a customer last and without a share, and leaves totals out', () => {
    const table = tableOf([...sample, { amount: 70, open: 70, due: asOf - 1, invoiced: asOf - 9 }]);
    expect(table.map(row => row[0])).toEqual(['Customer', 'Baker', 'Acme', '(no customer)']);
    expect(cellOf(table, '(no customer)', '1–30')).toBe(70);
    for (const header of ['Share of exposure', 'Rank by exposure', 'Contribution to HHI']) {
      expect([header, cellOf(table, '(no customer)', header)]).toEqual([header, '']);
    }
    expect(cellOf(table, 'Acme', 'Rank by exposure')).toBe(2);
    expect(cellOf(table, 'Baker', 'Share of exposure')).toBe(2 / 3);
    expect(tableOf([...sample, { customer: 'Total', amount: 850, open: 750 }])).toEqual(tableOf(sample));
  });

  test('ignores empty rows below the data, whichever way they arrive', () => {
    for (const nothing of ['', null, 0]) {
      const empty = {
        customer: nothing,
        invoiced: nothing,
        due: nothing,
        amount: nothing,
        open: nothing,
        paid: nothing,
      };
      expect(tableOf([...sample, empty, empty])).toEqual(tableOf(sample));
    }
  });

  test('reads text dates of rows without a customer in the order that the whole column proves', () => {
    const invoiced = asOf - 120;
    const table = tableOf([
      { customer: 'Acme', invoiced, due: '25/3/2024', amount: 10, open: 10 },
      { invoiced, due: '5/6/2024', amount: 70, open: 70 },
    ]);
    expect(cellOf(table, '(no customer)', 'Oldest days overdue')).toBe(25);
    expect(shown(() => tableOf([{ customer: 'Acme', invoiced, due: '5/6/2024', amount: 10 }]))).toMatch(
      /^#VALUE! due_dates, row 1: “5\/6\/2024” is text, and day and month cannot be told apart/,
    );
  });

  test('takes columns that lie in a row', () => {
    const inARow = (field: keyof Row) => [sample.map(row => row[field] ?? '')];
    const [customers, invoiced, due, amounts, open, paid] = (
      ['customer', 'invoiced', 'due', 'amount', 'open', 'paid'] as const
    ).map(inARow);
    expect(customerMetrics(customers, invoiced, due, amounts, open, paid, asOf)).toEqual(tableOf(sample));
  });

  test('reads a ledger longer than it takes at a time', () => {
    const rows = Array.from({ length: 20_003 }, (_, index) => ({
      customer: index % 2 === 0 ? 'Acme' : '',
      invoiced: asOf - 5,
      due: asOf + 25,
      amount: 0.01,
    }));
    const table = tableOf(rows);
    expect(table).toHaveLength(3);
    expect(cellOf(table, 'Acme', 'Exposure')).toBe(100.02);
    expect(cellOf(table, 'Acme', 'Open items')).toBe(10_002);
    expect(cellOf(table, '(no customer)', 'Not due')).toBe(100.01);
  });

  test('takes buckets, their table of the policy, or the whole sheet with its settings', () => {
    expect(tableOf(sample, asOf, [[7, 45]])[0].slice(2, 6)).toEqual(['Not due', '1–7', '8–45', '45+']);
    const policy: Policy = { ...defaultPolicy, settings: { ...defaultPolicy.settings, windowDays: 30 } };
    const blocks = policyBlocks(policy, 'en');
    const buckets = blocks.find(block => block.table === 'TiercelBuckets')!;
    expect(tableOf(sample, asOf, [[...buckets.headers], ...buckets.rows.map(row => [...row])])).toEqual(
      tableOf(sample),
    );
    const sheet = blocks.flatMap(block => [
      [block.title],
      [...block.headers],
      ...block.rows.map(row => [...row]),
      [],
    ]);
    expect(cellOf(tableOf(sample, asOf, sheet), 'Acme', 'Sales')).toBe(0);
    expect(cellOf(tableOf(sample, asOf, sheet), 'Baker', 'Sales')).toBe(500);
  });

  test('gives a table that the pane reads as a customer list, in both languages', () => {
    for (const language of ['en', 'zh'] as const) {
      setLanguage(language);
      const { kind, columns } = recogniseSheet(tableOf(sample));
      expect(kind).toBe('customers');
      const found = columns.map(({ field, header }) => [field, header]);
      for (const metric of [
        'exposure',
        'overdueShare',
        'oldestDays',
        'daysBeyondTerms',
        'delayRate',
        'dso',
        'sales',
      ] as const) {
        expect(found).toContainEqual([metric, metricTitles[metric][language]]);
      }
    }
  });

  test('speaks Chinese to a Chinese reader', () => {
    setLanguage('zh');
    expect(tableOf(sample)[0].slice(0, 8)).toEqual([
      '客户',
      '应收余额',
      '未到期',
      '1–30天',
      '31–60天',
      '61–90天',
      '90天以上',
      '逾期金额',
    ]);
  });

  test.each([
    [() => tableOf(sample, ''), /^#VALUE! as_of: nothing is given/],
    [() => tableOf([{ ...sample[0], amount: 'x' }]), /^#VALUE! amounts, row 1: “x” is not a number/],
    [
      () => tableOf([sample[0], { ...sample[1], open: errorCell('#REF!') }]),
      '#VALUE! open_amounts, row 2: the cell holds the error #REF!. Correct it there.',
    ],
    [
      () => tableOf([sample[0], { ...sample[1], due: 'soon' }]),
      /^#VALUE! due_dates, row 2: “soon” is not a date/,
    ],
    [
      () => tableOf([{ ...sample[0], customer: errorCell('#N/A') }]),
      /^#VALUE! customers, row 1: the cell holds the error #N\/A/,
    ],
    [() => tableOf(sample, asOf, [[30, 20]]), /^#VALUE! buckets: 20 is out of order/],
    [
      () => customerMetrics(column('A', 'B'), column(1, 2), column(1, 2), column(1), [['']], [['']], asOf),
      '#VALUE! amounts and customers differ in cells: 1 and 2. Select the same rows for both.',
    ],
    [
      () => customerMetrics(column('A', 'B'), column(1, 2), column(1), column(1, 2), [['']], [['']], asOf),
      /^#VALUE! due_dates and invoice_dates differ in cells: 1 and 2/,
    ],
  ])('says what is wrong, which argument and which row %#', (call, expected) => {
    if (expected instanceof RegExp) expect(shown(call)).toMatch(expected);
    else expect(shown(call)).toBe(expected);
  });
});

describe('a word such as Paid in place of the day of payment', () => {
  const exposure = (word: unknown, openAmounts: unknown[][]) =>
    cellOf(
      customerMetrics(
        column('Acme', 'Acme'),
        column(asOf - 90, asOf - 90),
        column(asOf - 60, asOf - 60),
        column(300, 200),
        openAmounts,
        column(asOf - 50, word),
        asOf,
      ),
      'Acme',
      'Exposure',
    );

  test.each(['Paid', '已付', '已收款'])('%s: nothing is open, as the pane reads it', word => {
    expect(exposure('', [['']])).toBe(200);
    expect(exposure(word, [['']])).toBe(0);
  });

  test('says nothing beside open amounts', () => {
    expect(exposure('Paid', column(0, 120))).toBe(120);
  });
});

const day = fc.integer({ min: asOf - 500, max: asOf + 60 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: '' });
const invoice = fc.record({
  customer: fc.constantFrom('Acme', 'Baker', ' acme ', 'Cole', '上海明达'),
  invoiced: day,
  due: maybe(day),
  amount: fc.integer({ min: -50_000, max: 200_000 }).map(cents => cents / 100),
  open: maybe(fc.constant(0)),
  paid: maybe(day),
});

/** The same ledger as a sheet that the pane reads. */
const sheetOf = (rows: readonly Row[]) => [
  ['Customer', 'Invoice date', 'Due date', 'Amount', 'Open amount', 'Paid date'],
  ...rows.map(row => [row.customer, row.invoiced, row.due, row.amount, row.open, row.paid]),
];

test('every cell is what the pane computes for the same rows', () => {
  fc.assert(
    fc.property(fc.array(invoice, { minLength: 1, maxLength: 25 }), rows => {
      const table = tableOf(rows);
      const cells = sheetOf(rows);
      const recognition = recogniseSheet(cells);
      fc.pre(recognition.kind === 'ledger' && recognition.columns.length === 6);
      const pane = measureLedger(
        readLedger(cells, recognition, { dateSystem: 1900 }),
        asOf,
        defaultPolicy,
        'all',
      );
      expect(table).toHaveLength(pane.listed.reduce((sum, isListed) => sum + isListed, 1));
      pane.customers.forEach((customer, code) => {
        if (pane.listed[code] === 0) return;
        for (const name of metricNames) {
          const header = metricTitles[name].en;
          if (!table[0].includes(header)) {
            expect(pane.metrics[name][code]).toBeNaN();
            continue;
          }
          const value = pane.metrics[name][code];
          expect([header, cellOf(table, customer, header)]).toEqual([
            header,
            Number.isNaN(value) ? '' : value,
          ]);
        }
        const row = table.find(([name]) => name === customer)!;
        expect(row.slice(2, 7)).toEqual(pane.buckets.map(bucket => bucket[code]));
        expect(row[1]).toBeCloseTo(
          row.slice(2, 7).reduce<number>((sum, amount) => sum + Number(amount), 0) +
            Number(cellOf(table, customer, 'Unapplied credits')),
          6,
        );
      });
    }),
  );
});

test('the order of rows changes nothing', () => {
  fc.assert(
    fc.property(fc.array(invoice, { minLength: 1, maxLength: 25 }), rows => {
      const named = rows.map(row => ({ ...row, customer: row.customer.trim().toLowerCase() }));
      expect(tableOf([...named].reverse())).toEqual(tableOf(named));
    }),
  );
});

test.each(['en', 'zh'] as const)(
  'RISKSCORE of its whole table is the score and tier of the pane (%s)',
  language => {
    setLanguage(language);
    fc.assert(
      fc.property(fc.array(invoice, { minLength: 1, maxLength: 25 }), rows => {
        const [headers, ...values] = tableOf(rows);
        const cells = sheetOf(rows);
        const recognition = recogniseSheet(cells);
        fc.pre(recognition.kind === 'ledger' && recognition.columns.length === 6);
        const ledger = readLedger(cells, recognition, { dateSystem: 1900 });
        const { scores, table: pane } = assessLedger(ledger, asOf, defaultPolicy);
        // A last row that has a score: below the last one cells stay empty, and a single error is thrown.
        const withLast = [...values, headers.map(() => 0)];
        const score = riskScore(withLast, [headers]);
        const tier = riskScore(withLast, [headers], undefined, 'tier');
        values.forEach(([name], row) => {
          const customer = pane.customers.indexOf(String(name));
          const letter = defaultPolicy.tiers[scores.tier[customer]]?.letter;
          if (Number.isNaN(scores.score[customer])) expect(score[row][0]).toBeInstanceOf(Error);
          else expect([name, score[row][0]]).toEqual([name, scores.score[customer]]);
          if (letter === undefined) expect(tier[row][0]).toBeInstanceOf(Error);
          else expect([name, tier[row][0]]).toEqual([name, letter]);
        });
      }),
    );
  },
);
