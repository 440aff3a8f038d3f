/** Ledgers with a column for each side: debit and credit, 借方 and 贷方. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { controlTotal } from '../../../../src/risk/ledger/controlTotal';
import { proposeFixes } from '../../../../src/risk/ledger/fixes/proposeFixes';
import type { Cell, Recognition } from '../../../../src/risk/ledger/ledger';
import { readLedger } from '../../../../src/risk/ledger/readLedger';
import { readRow } from '../../../../src/risk/ledger/readRow';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { remap } from '../../../../src/risk/ledger/recognition/remap';
import { measureLedger } from '../../../../src/risk/metrics/customers/customerMetrics';
import { defaultPolicy } from '../../../../src/risk/policy/defaultPolicy';
import { finishSlices } from '../../../../src/risk/slices';
import { dayOf, ledgerOfCells } from '../../sheetLedger';

type Row = readonly Cell[];

const day = dayOf('2024-03-01');
const asOf = day + 100;
const english = ['Date', 'Customer', 'Document no', 'Due date', 'Debit', 'Credit', 'Balance'];

/** Rows of the English sheet; the balance is the account's after the row. */
const sheet = (...rows: Row[]): Row[] => [english, ...rows];
const invoice = (customer: string, number: string, on: number, amount: Cell, credit: Cell = ''): Row => [
  on,
  customer,
  number,
  on + 30,
  amount,
  credit,
  '',
];
const received = (customer: string, number: string, on: number, amount: Cell): Row => [
  on,
  customer,
  number,
  '',
  '',
  amount,
  '',
];
const kindsOf = (cells: readonly Row[]) => ledgerOfCells(cells).findings.map(({ kind }) => kind);
const metricsOf = (cells: readonly Row[]) =>
  measureLedger(ledgerOfCells(cells), asOf, defaultPolicy, 'all').metrics;

describe('two columns of amounts are recognised', () => {
  const data: Row[] = [
    [day, 'Acme', 'INV-1', '', 100, '', 100],
    [day + 5, 'Acme', 'R-1', '', '', 40, 60],
    [day, 'Beta', 'INV-2', '', 70, 0, 70],
  ];
  const fieldsOf = (headers: Row, rows: readonly Row[] = data) =>
    Object.fromEntries(
      recogniseSheet([headers, ...rows]).columns.map(({ field, column }) => [field, column]),
    );

  test.each([
    [english],
    [
      [
        'Posting date',
        'Customer name',
        'Doc no',
        'Net due date',
        'Debit amount',
        'Credit amount',
        'Running balance',
      ],
    ],
    [['日期', '客户名称', '凭证号', '到期日', '借方', '贷方', '余额']],
    [['记账日期', '客户', '单据编号', '到期日', '借方金额（元）', '贷方金额（元）', '期末余额']],
    [['日期', '客戶名稱', '單據編號', '到期日', '借方發生額', '貸方發生額', '餘額']],
  ])('in %j', headers => {
    expect(fieldsOf(headers)).toMatchObject({
      customer: 1,
      document: 2,
      debit: 4,
      credit: 5,
      runningBalance: 6,
    });
    expect(fieldsOf(headers)).not.toHaveProperty('openAmount');
    expect(recogniseSheet([headers, ...data])).toMatchObject({ kind: 'ledger', missing: [] });
  });

  test('and a lone debit stays an amount', () => {
    const headers = ['Date', 'Customer', 'Document no', 'Due date', 'Debit', 'Remark', 'Balance'];
    expect(fieldsOf(headers)).toMatchObject({ amount: 4, openAmount: 6 });
  });

  test('and rows with both are invoices with what was paid of them', () => {
    const rows = data.map(row =>
      row.map((cell, column) => (column === 5 ? Number(row[4] || 50) : cell || 50)),
    );
    expect(fieldsOf(english, rows)).toMatchObject({ amount: 4, paidAmount: 5 });
  });
});

describe('a ledger of debits and credits', () => {
  test('is what the same ledger with types says, in every figure', () => {
    const cells = sheet(
      invoice('Acme', 'INV-1', day, 1_000),
      invoice('Acme', 'INV-2', day + 10, 500),
      received('Acme', 'INV-1', day + 40, 600),
      received('Acme', 'R-7', day + 50, 450),
      invoice('Beta', 'INV-3', day, 70),
    );
    const typed = [
      ['Date', 'Customer', 'Document no', 'Due date', 'Amount', 'Type'],
      [day, 'Acme', 'INV-1', day + 30, 1_000, 'Invoice'],
      [day + 10, 'Acme', 'INV-2', day + 40, 500, 'Invoice'],
      [day + 40, 'Acme', 'INV-1', '', 600, 'Payment'],
      [day + 50, 'Acme', 'R-7', '', 450, 'Payment'],
      [day, 'Beta', 'INV-3', day + 30, 70, 'Invoice'],
    ];
    expect(metricsOf(cells)).toEqual(metricsOf(typed));
    // INV-1: 600 by its number, 400 of R-7, oldest first; of INV-2 50. Open 450.
    const { exposure, sales, daysBeyondTerms } = metricsOf(cells);
    expect([exposure[0], sales[0]]).toEqual([450, 1_500]);
    // 600 × 10 + 400 × 20 + 50 × 10 days late, of 1,050.
    expect(daysBeyondTerms[0]).toBeCloseTo((6_000 + 8_000 + 500) / 1_050, 12);
    expect(controlTotal(ledgerOfCells(cells))).toMatchObject({ total: 520, unplaced: 0 });
  });

  test('takes zeros for blanks, texts for amounts, and red debits for credit notes', () => {
    const cells = sheet(
      invoice('Acme', 'INV-1', day, '1,000.00', 0),
      ['2024-03-11', 'Acme', 'R-1', '', 0, '400.00', ''],
      invoice('Acme', 'CN-1', day + 20, -100),
      invoice('Beta', 'INV-2', day, 10),
    );
    const { exposure, sales, creditNoteShare, unappliedCredits } = metricsOf(cells);
    expect([exposure[0], sales[0], unappliedCredits[0]]).toEqual([500, 1_000, -100]);
    expect(creditNoteShare[0]).toBeCloseTo(0.1, 12);
    expect(controlTotal(ledgerOfCells(cells)).total).toBe(510);
  });

  test('knows credit notes and write-offs on the credit side by their type or their summary', () => {
    const headers = ['日期', '客户名称', '凭证号', '摘要', '借方金额', '贷方金额'];
    const cells: Row[] = [
      headers,
      [day, '明达', '记-1', '销售商品，付款方式月结', 1_000, ''],
      [day + 5, '明达', '记-2', '收到货款', '', 300],
      [day + 6, '明达', '记-3', '销售退货', '', 50],
      [day + 7, '明达', '记-4', '坏账核销', '', 20],
      [day, '宏达', '记-5', '销售商品', 10, ''],
    ];
    const { exposure, sales, writtenOff, creditNoteShare } = metricsOf(cells);
    expect([exposure[0], sales[0], writtenOff[0], creditNoteShare[0]]).toEqual([630, 1_000, 20, 0.05]);
  });

  test('takes payments back, which is owed again and no sale', () => {
    const cells = sheet(
      invoice('Acme', 'INV-1', day, 1_000),
      received('Acme', 'R-1', day + 5, 1_000),
      received('Acme', 'R-1X', day + 9, -1_000),
      invoice('Beta', 'INV-2', day, 10),
    );
    const { exposure, sales, orderCount } = metricsOf(cells);
    expect([exposure[0], sales[0], orderCount[0]]).toEqual([1_000, 1_000, 1]);
  });

  test('counts a row with both sides net, and says so', () => {
    const cells = sheet(
      invoice('Acme', 'INV-1', day, 100, 30),
      invoice('Acme', 'INV-2', day, 100),
      received('Acme', 'INV-2', day + 1, 20),
      received('Beta', 'R-1', day, 5),
    );
    expect(metricsOf(cells).exposure[0]).toBe(150);
    expect(ledgerOfCells(cells).findings).toContainEqual({
      kind: 'bothSides',
      row: 1,
      column: 5,
      found: '30',
    });
    expect(controlTotal(ledgerOfCells(cells)).total).toBe(145);
  });

  test('points to the cell of the side that is doubtful', () => {
    const cells = sheet(
      invoice('Acme', 'INV-1', day, 100),
      received('Acme', 'R-1', day, 'forty'),
      invoice('Beta', 'INV-2', day, 'ten'),
      invoice('Beta', 'INV-3', day, ''),
      received('Beta', 'R-2', day, 3),
    );
    const { findings } = ledgerOfCells(cells);
    const found = findings.filter(({ kind }) => kind === 'unreadableAmount' || kind === 'missingAmount');
    expect(found.map(({ kind, row, column }) => [kind, row, column])).toEqual([
      ['unreadableAmount', 2, 5],
      ['unreadableAmount', 3, 4],
      ['missingAmount', 4, 4],
    ]);
  });
});

describe('balances and totals of an account', () => {
  const headers = ['日期', '客户名称', '凭证号', '摘要', '借方金额', '贷方金额', '方向', '余额'];
  const cells: Row[] = [
    headers,
    [day, '明达', '', '期初余额', '', '', '借', 200],
    [day + 1, '明达', '记-1', '销售', 1_000, '', '借', 1_200],
    [day + 9, '明达', '记-2', '收款', '', 700, '借', 500],
    [day + 30, '明达', '', '本月合计', 1_000, 700, '借', 500],
    [day + 30, '明达', '', '本年累计', 1_000, 700, '借', 500],
    [day + 31, '明达', '', '期初余额', '', '', '借', 500],
    [day + 32, '明达', '记-3', '销售', 100, '', '借', 600],
    [day + 60, '明达', '', '期末余额', '', '', '借', 600],
    [day, '宏达', '', '上年结转', '', '', '贷', 80],
    [day + 3, '宏达', '记-4', '销售', 50, '', '贷', 30],
    ['', '', '', '合计', 1_150, 700, '', ''],
  ];

  test('count each amount once: the opening balance is owed and no sale, totals are left out', () => {
    const ledger = ledgerOfCells(cells);
    const { metrics } = measureLedger(ledger, asOf, defaultPolicy, 'all');
    expect(ledger.customers).toEqual(['明达', '宏达']);
    // What the balance column of the sheet says at the end: 600 owed, 30 in credit.
    expect([...metrics.exposure]).toEqual([600, -30]);
    expect([...metrics.sales]).toEqual([1_100, 50]);
    expect(controlTotal(ledger)).toEqual({ placed: 570, excluded: 0, unplaced: 0, total: 570 });
    expect(kindsOf(cells).filter(kind => kind === 'totalRow')).toHaveLength(5);
    expect(kindsOf(cells).filter(kind => kind === 'openingBalance')).toHaveLength(2);
  });

  test('an opening balance without a date is as old as the first entry of its customer, and paid first', () => {
    const undated: Row[] = [
      headers,
      ['', '明达', '', '期初余额', '', '', '借', 200],
      [day + 1, '明达', '记-1', '销售', 1_000, '', '借', 1_200],
      [day + 9, '明达', '记-2', '收款', '', 150, '借', 1_050],
      ['', '宏达', '', '期初余额', '', '', '借', 80],
    ];
    const { invoiceDate, takesFromOthers } = ledgerOfCells(undated);
    expect([...invoiceDate]).toEqual([day + 1, day + 1, day + 9, day + 1]);
    expect(takesFromOthers).toBe(true);
    const { exposure, overdue, oldestDays } = metricsOf(undated);
    // Nothing of it is left as not due: 50 of the balance brought forward, and 1,000.
    expect([...exposure]).toEqual([1_050, 80]);
    expect([...overdue]).toEqual([1_050, 80]);
    expect([...oldestDays]).toEqual([99, 99]);
  });

  test('in English too, with the opening balance on a side of its own', () => {
    const account = sheet([day, 'Acme', '', '', 200, '', 200], ['', 'Opening balance', '', '', '', '', '']);
    const named: Row[] = [
      [...english, 'Description'],
      [day, 'Acme', '', '', 200, '', 200, 'Balance brought forward'],
      [day + 1, 'Acme', 'INV-1', '', 50, '', 250, 'Goods'],
      [day + 2, 'Acme', 'R-1', '', '', 210, 40, 'Bank transfer'],
      [day + 3, 'Acme', '', '', '', '', 40, 'Closing balance'],
    ];
    expect(account).toHaveLength(3);
    expect([...metricsOf(named).exposure]).toEqual([40]);
    expect([...metricsOf(named).sales]).toEqual([50]);
  });
});

describe('accounts under the name of their customer', () => {
  const headers = ['日期', '凭证号', '摘要', '借方金额', '贷方金额', '余额'];
  const under = (cells: readonly Row[]) => {
    const ledger = ledgerOfCells(cells);
    const { customers, metrics } = measureLedger(ledger, asOf, defaultPolicy, 'all');
    return [customers, [...metrics.exposure], [...metrics.sales], controlTotal(ledger).unplaced];
  };

  test('take it from the heading, opening balances too', () => {
    expect(
      under([
        ['', ...headers],
        ['上海明达贸易有限公司', '', '', '', '', '', ''],
        ['', '', '', '期初余额', '', '', 200],
        ['', day + 1, '记-1', '销售', 1_000, '', 1_200],
        ['', day + 9, '记-2', '收款', '', 700, 500],
        ['', '', '', '本月合计', 1_000, 700, 500],
        ['江苏宏达机械有限公司', '', '', '', '', '', ''],
        ['', '', '', '期初余额', '', '', 30],
        ['', day + 3, '记-3', '销售', 50, '', 80],
        ['', day + 4, '记-4', '收款', '', 20, 60],
        ['', '', '', '本月合计', 50, 20, 60],
      ]),
    ).toEqual([['上海明达贸易有限公司', '江苏宏达机械有限公司'], [500, 60], [1_000, 50], 0]);
  });

  test('take it from the first of their rows', () => {
    expect(
      under([
        ['客户', ...headers],
        ['上海明达贸易有限公司', day, '', '期初余额', '', '', 200],
        ['', day + 1, '记-1', '销售', 1_000, '', 1_200],
        ['', day + 9, '记-2', '收款', '', 700, 500],
        ['江苏宏达机械有限公司', day, '', '期初余额', '', '', 30],
        ['', day + 3, '记-3', '销售', 50, '', 80],
        ['', day + 4, '记-4', '收款', '', 20, 60],
      ]),
    ).toEqual([['上海明达贸易有限公司', '江苏宏达机械有限公司'], [500, 60], [1_000, 50], 0]);
  });
});

describe('whatever the entries are', () => {
  const entry = fc.record({
    customer: fc.constantFrom('Acme', 'Beta', '上海明达'),
    number: fc.nat({ max: 9 }),
    on: fc.integer({ min: 0, max: 300 }),
    debit: fc.option(fc.integer({ min: -9_999, max: 99_999 }), { nil: null, freq: 2 }),
    credit: fc.option(fc.integer({ min: -9_999, max: 99_999 }), { nil: null, freq: 2 }),
  });
  const recognition = recogniseSheet(
    sheet(
      ...Array.from({ length: 5 }, () => invoice('Acme', 'INV-1', day, 10.5)),
      received('Acme', 'R-1', day, 4.25),
    ),
  );
  const cellOf = (cents: number | null): Cell => (cents === null ? '' : cents / 100);

  test('exposure, unplaced and excluded rows are the debits less the credits, to the cent', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 20 }), entries => {
        const cells = sheet(
          ...entries.map(
            ({ customer, number, on, debit, credit }): Row => [
              day + on,
              customer,
              `D-${number}`,
              '',
              cellOf(debit),
              cellOf(credit),
              '',
            ],
          ),
        );
        const ledger = readLedger(cells, recognition, { dateSystem: 1900 });
        const net = entries.reduce((sum, { debit, credit }) => sum + (debit ?? 0) - (credit ?? 0), 0);
        expect(Math.round(controlTotal(ledger).total * 100)).toBe(net);
        const { exposure } = measureLedger(ledger, day + 400, defaultPolicy).metrics;
        expect(exposure.reduce((sum, amount) => sum + Math.round(amount * 100), 0)).toBe(net);
      }),
    );
  });
});

test('a user can say that a column holds credits, where the other side was taken for amounts', () => {
  const cells = sheet(
    [day, 'Acme', 'INV-1', '', 100, '', 100],
    [day + 1, 'Acme', 'R-1', '', '', 30, 70],
    [day, 'Beta', 'INV-2', '', 5, '', 5],
  ).map(row => row.map(cell => (cell === 'Credit' ? 'Got' : cell)));
  const recognised = recogniseSheet(cells);
  expect(recognised.columns.find(({ field }) => field === 'openAmount')?.column).toBe(6);
  const ledger = readLedger(cells, remap(recognised, 'credit', 5), { dateSystem: 1900 });
  expect([...measureLedger(ledger, asOf, defaultPolicy).metrics.exposure]).toEqual([70, 5]);
});

describe("of several opening balances a customer's first one counts", () => {
  const account: Row[] = [
    [day, 'Acme', '', '', '', '', 100, 'Opening balance'],
    [day + 5, 'Acme', 'A1', '', 50, '', 150, ''],
    [day + 31, 'Acme', '', '', '', '', 150, 'Opening balance'],
    [day + 40, 'Acme', 'R1', '', '', 120, 30, ''],
    [day + 61, 'Acme', '', '', '', '', 30, 'Opening balance'],
    [day + 65, 'Acme', 'A2', '', 7.5, '', 37.5, ''],
  ];
  const header = [...english, 'Remarks'];
  const undated = (rows: readonly Row[]) => rows.map(row => (row[7] === '' ? row : ['', ...row.slice(1)]));

  test.each<[string, readonly Row[]]>([
    ['oldest first', account],
    ['newest first', account.toReversed()],
    ['oldest first, without days', undated(account)],
    ['newest first, without days', undated(account.toReversed())],
  ])('%s', (_, rows) => {
    const cells = [header, ...rows];
    expect(controlTotal(ledgerOfCells(cells)).total).toBe(37.5);
    const count = (kind: string) => kindsOf(cells).filter(found => found === kind).length;
    expect([count('openingBalance'), count('totalRow')]).toEqual([1, 2]);
  });
});

test('an edited entry is read alone only where it settles nothing and opens no account', () => {
  const cells = sheet(
    invoice('Acme', 'INV-1', day, 100),
    invoice('Acme', 'INV-2', day, 50, 20),
    received('Beta', 'R-1', day, 5),
    [day, 'Cole', '', '', '', '', 'Opening balance'],
  );
  const recognition = recogniseSheet(cells);
  const ledger = readLedger(cells, recognition, { dateSystem: 1900 });
  const read = (row: number) => readRow(cells[row], row, recognition, { dateSystem: 1900 }, ledger);
  expect(read(1)).toMatchObject({ customer: 'Acme', amount: 100, documentType: 'invoice' });
  expect(read(2)).toMatchObject({ customer: 'Acme', amount: 30, documentType: 'invoice' });
  expect(read(3)).toBe('readAgain');
  expect(read(4)).toBe('readAgain');
});

test('a user can say which columns are the sides', () => {
  const cells = [
    ['When', 'Who', 'Out', 'In'],
    [day, 'Acme', 100, ''],
    [day + 1, 'Acme', '', 30],
    [day, 'Beta', 5, ''],
  ];
  const said = (['customer', 'invoiceDate', 'debit', 'credit'] as const).reduce<Recognition>(
    (recognition, field, index) => remap(recognition, field, [1, 0, 2, 3][index]),
    { ...recogniseSheet(cells, 0), kind: 'ledger' as const },
  );
  expect(said.missing).toEqual([]);
  const ledger = readLedger(cells, said, { dateSystem: 1900 });
  expect([...measureLedger(ledger, asOf, defaultPolicy).metrics.exposure]).toEqual([70, 5]);
});

test('texts of either side can be made numbers, each in its own column', () => {
  const cells = sheet(
    invoice('Acme', 'INV-1', day, '1,000.00'),
    received('Acme', 'R-1', day + 5, '400.00'),
    invoice('Beta', 'INV-2', day, 5),
    received('Beta', 'R-2', day + 5, 3),
  );
  const options = { dateSystem: 1900, dateOrders: new Map(), decimalMarks: new Map() } as const;
  const { fixes } = finishSlices(proposeFixes(cells, recogniseSheet(cells), options));
  expect(fixes.map(({ kind, row, column, to }) => [kind, row, column, to])).toEqual([
    ['textAmount', 1, 4, 1_000],
    ['textAmount', 2, 5, 400],
  ]);
});
