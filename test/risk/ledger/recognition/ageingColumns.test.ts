/** Lists of customers with columns of ages: what they owe, what is overdue, and what cannot be known. */
import { describe, expect, test } from '@jest/globals';
import { readCustomerList } from '../../../../src/risk/ledger/customerList/customerList';
import type { Cell } from '../../../../src/risk/ledger/ledger';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { switchKind } from '../../../../src/risk/ledger/recognition/remap';
import { measureListInSlices } from '../../../../src/risk/metrics/customers/customerListMetrics';
import { defaultPolicy } from '../../../../src/risk/policy/defaultPolicy';
import type { Policy } from '../../../../src/risk/policy/policy';
import { assessList } from '../../../../src/risk/scoring/assess';
import { finishSlices } from '../../../../src/risk/slices';

type Row = readonly Cell[];

const asOf = 45_473;
const listOf = (cells: readonly Row[]) =>
  readCustomerList(cells, recogniseSheet(cells), { dateSystem: 1900 });
const tableOf = (cells: readonly Row[], policy: Policy = defaultPolicy) =>
  finishSlices(measureListInSlices(listOf(cells), asOf, policy));
const customerOf = (cells: readonly Row[], policy?: Policy) => {
  const { customers, metrics, buckets } = tableOf(cells, policy);
  return Object.fromEntries(
    customers.map((name, index) => [
      name,
      {
        exposure: metrics.exposure[index],
        overdue: metrics.overdue[index],
        buckets: buckets.map(bucket => bucket[index]),
      },
    ]),
  );
};

const unknown = Number.NaN;

/** QuickBooks: A/R Aging Summary. */
const quickBooks: Row[] = [
  ['Tiercel Ltd', '', '', '', '', '', ''],
  ['A/R Aging Summary', '', '', '', '', '', ''],
  ['As of June 30, 2024', '', '', '', '', '', ''],
  ['', 'Current', '1 - 30', '31 - 60', '61 - 90', '91 and over', 'Total'],
  ['Acme Corp', 1_000.5, 200, '', '', 50.25, 1_250.75],
  ['Beta LLC', '', '', '', '', 300, 300],
  ['Cedar Inc', 75, '', '', '', '', 75],
  ['TOTAL', 1_075.5, 200, 0, 0, 350.25, 1_625.75],
];

describe('a list with columns of ages', () => {
  test.each<[string, Row]>([
    ['QuickBooks', ['Customer', 'Current', '1 - 30', '31 - 60', '61 - 90', '91 and over', 'Total']],
    ['OCA', ['Partner', 'Not due', '1-30 days', '31-60 days', '61-90 days', '> 90 days', 'Balance']],
    [
      'ageing in words',
      ['Customer name', 'Current', '1 to 30', '31 to 60', '61 to 90', 'Over 90', 'Total due'],
    ],
    ['with units', ['Customer', 'Not yet due', '1–30 d', '31–60 d', '61–90 d', '90+ d', 'Outstanding']],
    [
      'overdue said',
      [
        'Customer',
        'Current',
        '0-30 days overdue',
        '31-60 days overdue',
        '61-90 days overdue',
        'Older',
        'Total',
      ],
    ],
    ['简体', ['客户名称', '未到期', '1-30天', '31-60天', '61-90天', '90天以上', '应收余额']],
    ['逾期', ['客户', '未逾期', '逾期1-30天', '逾期31-60天', '逾期61-90天', '逾期90天以上', '合计']],
    ['繁體', ['客戶名稱', '未到期', '1至30天', '31至60天', '61至90天', '超過90天', '應收餘額']],
    ['信用期', ['往来单位', '信用期内', '1～30日', '31～60日', '61～90日', '>90日', '欠款金额']],
  ])('is read as such: %s', (_, header) => {
    const cells: Row[] = [header, ['Acme', 100, 20.1, 0, 5, 7.45, 132.55], ['Beta', '', '', '', '', 9, 9]];
    const found = recogniseSheet(cells);
    expect(found).toMatchObject({ kind: 'customers', missing: [], ageing: { basis: 'dueDate' } });
    expect(found.columns.map(({ field, column }) => [field, column])).toEqual([
      ['customer', 0],
      ['exposure', 6],
    ]);
    expect(customerOf(cells)).toEqual({
      Acme: { exposure: 132.55, overdue: 32.55, buckets: [100, 20.1, 0, 5, 7.45] },
      Beta: { exposure: 9, overdue: 9, buckets: [0, 0, 0, 0, 9] },
    });
    expect(listOf(cells).findings).toEqual([]);
  });

  test('with a title, a blank header above the names and a total, as QuickBooks prints it', () => {
    // 1,250.75 + 300 + 75 = 1,625.75, of which 550.25 overdue.
    expect(recogniseSheet(quickBooks)).toMatchObject({ kind: 'customers', headerRow: 3, missing: [] });
    const { portfolio } = assessList(listOf(quickBooks), asOf, defaultPolicy);
    expect([portfolio.exposure, portfolio.overdue]).toEqual([1_625.75, 550.25]);
    expect(portfolio.buckets).toEqual([1_075.5, 200, 0, 0, 350.25]);
  });

  test('and in two lines', () => {
    const cells: Row[] = [
      ['客户编码', '客户名称', '应收余额', '未到期', '逾期账龄', '', '', ''],
      ['', '', '', '', '1-30天', '31-60天', '61-90天', '90天以上'],
      ['C01', '江苏宏达', 1_000, 400, 300, 200, 100, 0],
      ['C02', '上海明达', 50, 0, 0, 0, 0, 50],
    ];
    expect(recogniseSheet(cells)).toMatchObject({
      kind: 'customers',
      headerRow: 1,
      ageing: { basis: 'dueDate' },
    });
    expect(customerOf(cells)).toEqual({
      江苏宏达: { exposure: 1_000, overdue: 600, buckets: [400, 300, 200, 100, 0] },
      上海明达: { exposure: 50, overdue: 50, buckets: [0, 0, 0, 0, 50] },
    });
  });

  test('owes the sum of its ages where no column says what', () => {
    const cells: Row[] = [
      ['Customer', 'Current', '1-30', '31-60', '60+'],
      ['Acme', 0.1, 0.2, '', ''],
      ['Beta', '', '', '', 5],
      ['Cedar', '', '', '', ''],
    ];
    expect(recogniseSheet(cells)).toMatchObject({ kind: 'customers', missing: [] });
    expect(customerOf(cells)).toEqual({
      Acme: { exposure: 0.3, overdue: 0.2, buckets: [0.1, 0.2, 0, 0, 0] },
      // 60+ is 61–90 or more: which of them nobody knows.
      Beta: { exposure: 5, overdue: 5, buckets: [0, 0, 0, unknown, unknown] },
      Cedar: { exposure: 0, overdue: 0, buckets: [0, 0, 0, 0, 0] },
    });
  });

  test('has no sum of a bucket that is not known of every customer', () => {
    const cells: Row[] = [
      ['Customer', 'Current', '1-30', '31-60', '60+'],
      ['Acme', 10, 20, '', ''],
      ['Beta', '', '', '', 5],
    ];
    expect(assessList(listOf(cells), asOf, defaultPolicy).portfolio.buckets).toEqual([
      10,
      20,
      0,
      unknown,
      unknown,
    ]);
  });

  test('counts a day that two ages share in the younger one', () => {
    const cells: Row[] = [
      ['Customer', 'Current', '0-30', '30-60', '60-90', '>90'],
      ['Acme', 1, 2, 4, 8, 16],
    ];
    expect(customerOf(cells)).toMatchObject({ Acme: { overdue: 30, buckets: [1, 2, 4, 8, 16] } });
  });

  test('says where a balance is not the sum of its ages', () => {
    const cells: Row[] = [
      ['Customer', 'Current', '1-30', '31-60', 'Over 60', 'Unapplied', 'Total'],
      ['Acme', 100, 50, 0, 0, -30, 120],
      ['Beta', 10, 0, 0, 0, 0, 10],
    ];
    expect(listOf(cells).findings).toEqual([{ kind: 'ageingDiffers', row: 1, column: 6, found: '-30' }]);
    expect(customerOf(cells)).toMatchObject({
      Acme: { exposure: 120, overdue: 50, buckets: [100, 50, 0, 0, 0] },
    });
  });

  test('has what is not due in its balance alone', () => {
    const cells: Row[] = [
      ['Customer', 'Balance', '1-30', '31-60', '61-90', '90+'],
      ['Acme', 500, 100, 0, 0, 20],
      ['Beta', 80, 0, 0, 0, 0],
      ['Cedar', 60, 60, 0, 0, 0],
    ];
    expect(recogniseSheet(cells)).toMatchObject({ ageing: { basis: 'dueDate' } });
    expect(customerOf(cells)).toMatchObject({
      Acme: { exposure: 500, overdue: 120, buckets: [380, 100, 0, 0, 20] },
      Beta: { exposure: 80, overdue: 0, buckets: [80, 0, 0, 0, 0] },
    });
    expect(listOf(cells).findings).toEqual([]);
  });
});

describe('ages from the invoice date', () => {
  const byInvoice: Row[] = [
    ['客户名称', '期末余额', '0-30天', '31-60天', '61-90天', '90天以上'],
    ['甲公司', 100, 60, 0, 40, 0],
    ['乙公司', 7, 0, 0, 0, 7],
  ];

  test('leave unknown what is overdue', () => {
    expect(recogniseSheet(byInvoice)).toMatchObject({ kind: 'customers', ageing: { basis: 'invoiceDate' } });
    expect(customerOf(byInvoice)).toEqual({
      甲公司: { exposure: 100, overdue: unknown, buckets: new Array(5).fill(unknown) },
      乙公司: { exposure: 7, overdue: unknown, buckets: new Array(5).fill(unknown) },
    });
  });

  test('are the buckets of a policy that ages by invoice', () => {
    const policy: Policy = {
      ...defaultPolicy,
      settings: { ...defaultPolicy.settings, ageBy: 'invoiceDate' },
    };
    // 0–30 days is "not due" or 1–30: the day of the invoice itself is not told apart.
    expect(customerOf(byInvoice, policy)).toMatchObject({
      乙公司: { exposure: 7, overdue: unknown, buckets: [0, 0, 0, 0, 7] },
    });
  });

  test.each<[Row]>([
    [['客户', '余额', '1年以内', '1-2年', '2-3年', '3年以上']],
    [['單位名稱', '期末餘額', '1年以內（含1年）', '1至2年', '2至3年', '3年以上']],
    [['Customer', 'Balance', 'Up to 1 year', '1-2 years', '2-3 years', 'Over 3 years']],
    [['客户名称', '应收账款余额', '6个月以内', '7-12个月', '1-2年', '2年以上']],
  ])('in years: %j', header => {
    const cells: Row[] = [header, ['甲公司', 100, 60, 0, 40, 0], ['乙公司', 7, 0, 0, 0, 7]];
    expect(recogniseSheet(cells)).toMatchObject({
      kind: 'customers',
      missing: [],
      ageing: { basis: 'invoiceDate' },
    });
    expect(customerOf(cells)).toMatchObject({ 甲公司: { exposure: 100, overdue: unknown } });
    expect(listOf(cells).findings).toEqual([]);
  });
});

describe('what is no list of ages', () => {
  test('a list of invoices with ages beside them (Xero, QuickBooks detail) stays a ledger', () => {
    const detail: Row[] = [
      [
        'Contact',
        'Invoice Date',
        'Due Date',
        'Invoice Number',
        'Current',
        '1-30 days',
        '31-60 days',
        'Total',
      ],
      ['Acme', 45_413, 45_444, 'INV-1', '', 500, '', 500],
      ['Beta', 45_444, 45_474, 'INV-2', 250, '', '', 250],
    ];
    const found = recogniseSheet(detail);
    expect(found.kind).toBe('ledger');
    expect(found).not.toHaveProperty('ageing');
  });

  test('a user can say that it is a ledger after all', () => {
    const cells: Row[] = [
      ['Customer', 'Current', '1-30', '31-60', 'Total'],
      ['Acme', 1, 2, 3, 6],
    ];
    const asLedger = switchKind(recogniseSheet(cells), 'ledger', cells);
    expect(asLedger).not.toHaveProperty('ageing');
    expect(asLedger.missing).toContain('dueDate');
  });

  test.each<[Row]>([
    [['Customer', 'Current limit', 'Terms', 'Exposure', 'Overdue', 'Sales']],
    [['Customer', '30 days', '60 days', 'Exposure', 'Overdue', 'Sales']],
    [['Customer', 'Q1', 'Q2', 'Exposure', 'Overdue', 'Sales']],
    // Each counts what the next one counts again.
    [['Customer', 'Over 30', 'Over 60', 'Over 90', 'Exposure', 'Overdue']],
    [['客户', '30天以上', '60天以上', '90天以上', '应收余额', '逾期金额']],
    [['Customer', 'Current', '0-30', '0-60', '0-90', 'Balance']],
  ])('%j', header => {
    expect(recogniseSheet([header, ['Acme', 1, 2, 3, 4, 5], ['Beta', 1, 2, 3, 4, 5]])).not.toHaveProperty(
      'ageing',
    );
  });
});

test('what an ageing list cannot tell stays unknown, and its score says how much it covers', () => {
  const cells: Row[] = [
    ['Customer', 'Current', '1-30', '31-60', '61-90', '90+', 'Total', 'Credit limit'],
    ['Acme', 100_000, 0, 0, 0, 0, 100_000, 500_000],
    ['Beta', 0, 0, 0, 0, 300_000, 300_000, 200_000],
  ];
  const { scores, breaches, unchecked, table } = assessList(listOf(cells), asOf, defaultPolicy);
  const { metrics } = table;
  // Nothing overdue is 0 days; 90+ may be 91 days or three years.
  expect([...metrics.oldestDays]).toEqual([0, unknown]);
  expect([...metrics.agedAmount]).toEqual([0, 300_000]);
  expect([...metrics.sales, ...metrics.delayRate]).toEqual(new Array(4).fill(unknown));
  const rates = defaultPolicy.buckets.map(({ lossRate }) => lossRate);
  expect([...metrics.expectedLoss]).toEqual([100_000 * rates[0], 300_000 * rates[4]]);
  expect(scores.score[0]).toBeGreaterThan(scores.score[1]);
  expect(scores.coverage[1]).toBeLessThan(1);
  expect(breaches.filter(({ customer }) => customer === 1).map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['overLimit', 'overdueShare']),
  );
  expect(unchecked.map(({ rule }) => rule)).toContain('delayRate');
});

describe('columns called by a number of days alone', () => {
  test('are ages beside one of what is not due: the rest is overdue, in no bucket for sure', () => {
    const cells: Row[] = [
      ['Customer account', 'Name', 'Amount due', 'Current', 30, 60, 90, 120],
      ['1001', 'Acme Ltd', 1_000, 100, 300, 300, 300, 0],
      ['1002', 'Birch Co', 700, 700, 0, 0, 0, 0],
    ];
    const { exposure, overdue } = tableOf(cells).metrics;
    expect([...exposure]).toEqual([1_000, 700]);
    expect([...overdue]).toEqual([900, 0]);
  });

  test('are ages where balances are their sums, and a balance that is not one is remarked', () => {
    const cells: Row[] = [
      ['Customer account', 'Name', 'Balance', 30, 60, 90],
      ['1001', 'Acme Ltd', 1_000, 400, 300, 300],
      ['1002', 'Birch Co', 700, 700, 0, 0],
      ['1003', 'Cole plc', 250, 0, 0, 250],
      ['1004', 'Dunn KK', 80, 80, 0, 0],
      ['1005', 'Eve SA', 100, 60, 0, 0],
    ];
    expect(recogniseSheet(cells).ageing?.columns.map(({ header }) => header)).toEqual(['30', '60', '90']);
    expect(listOf(cells).findings).toEqual([{ kind: 'ageingDiffers', row: 5, column: 2, found: '40' }]);
    expect(tableOf(cells).metrics.overdue.every(Number.isNaN)).toBe(true);
  });

  test('are none where nothing adds up', () => {
    const cells: Row[] = [
      ['Customer account', 'Name', 'Balance', 30, 60, 90],
      ['1001', 'Acme Ltd', 1_000, 7, 8, 9],
      ['1002', 'Birch Co', 700, 1, 2, 3],
    ];
    expect(recogniseSheet(cells)).toMatchObject({ kind: 'customers', headerRow: 0 });
    expect(recogniseSheet(cells).ageing).toBeUndefined();
  });
});
