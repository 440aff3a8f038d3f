/** Accounts of a single customer: the name stands in a line above the table. */
import { describe, expect, test } from '@jest/globals';
import { controlTotal } from '../../../../src/risk/ledger/controlTotal';
import type { Cell } from '../../../../src/risk/ledger/ledger';
import { readRow } from '../../../../src/risk/ledger/readRow';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { remap } from '../../../../src/risk/ledger/recognition/remap';
import { findStatedCustomer } from '../../../../src/risk/ledger/recognition/statedCustomer';
import { dayOf, ledgerOfCells, owedIn } from '../../sheetLedger';

const day = dayOf;

/** A page of an account as Sage and many others print it. */
const page = (...above: Cell[][]): Cell[][] => [
  ...above,
  ['Date', 'Type', 'Ref', 'Details', 'Debit', 'Credit', 'Balance'],
  [day('2024-01-05'), 'Invoice', 'INV-1', 'Goods', 1_200, '', 1_200],
  [day('2024-02-06'), 'Receipt', 'R-1', 'BACS', '', 700, 500],
  ['', '', '', '', '', '', ''],
  [day('2024-03-07'), 'Invoice', 'INV-2', 'Goods', 300.5, '', 800.5],
  ['', '', '', 'Total', 1_500.5, 700, 800.5],
];

describe('the customer above a table', () => {
  test.each<[Cell[][], unknown]>([
    [[['Customer: Acme Ltd']], { name: 'Acme Ltd', row: 0, column: 0 }],
    [
      [['Statement'], ['Customer name:', '', 'Acme Ltd', '', 'Date', 45_000]],
      { name: 'Acme Ltd', row: 1, column: 2 },
    ],
    [[['Account Name', 'Acme Ltd']], { name: 'Acme Ltd', row: 0, column: 1 }],
    [[['Account: 10023'], ['Customer Name: Acme Ltd']], { name: 'Acme Ltd', row: 1, column: 0 }],
    [
      [['客户名称：苏州恒力机械有限公司   币种：人民币']],
      { name: '苏州恒力机械有限公司', row: 0, column: 0 },
    ],
    [[['往来单位：甲公司 期间：2024.01']], { name: '甲公司', row: 0, column: 0 }],
    [[['客户编码：C01'], ['客户', '甲公司']], { name: '甲公司', row: 1, column: 1 }],
    [[['Bill to: Acme Ltd'], ['Customer: ACME LTD']], { name: 'Acme Ltd', row: 0, column: 0 }],
    [[['Customer No. 10023'], ['Customer No.: 10023']], { name: '10023', row: 1, column: 0 }],
    [[['Customer: Acme'], ['Customer: Baker']], null],
    [[['Customer: All']], null],
    [[['Customer: (All)'], ['客户：全部']], null],
    [[['Customer: No.: 10000..20000']], null],
    [[['Customer: C001 to C999']], null],
    [[['客户：C001-C999']], null],
    [[['Account: 1200 Accounts Receivable'], ['科目：1122 应收账款']], null],
    [[['Customer', 'Date:', 'x']], null],
    [[['Customer:'], ['单位：本公司'], ['单位：万元']], null],
    [[['Customer ageing report'], ['', 45_000]], null],
  ])('in %j', (above, expected) => {
    expect(findStatedCustomer([...above, ['Date', 'Amount']], above.length)).toEqual(expected);
  });
});

test.each<[string, Cell[][]]>([
  ['a line', [['Customer: Acme Ltd']]],
  [
    'two cells',
    [
      ['', 'Customer statement'],
      ['Account name', 'Acme Ltd'],
    ],
  ],
])('an account names its customer in %s above its table', (_, above) => {
  const cells = page(...above);
  expect(recogniseSheet(cells)).toMatchObject({
    kind: 'ledger',
    missing: [],
    statedCustomer: { name: 'Acme Ltd' },
  });
  expect(owedIn(cells)).toEqual({ 'Acme Ltd': 800.5 });
  const ledger = ledgerOfCells(cells);
  expect(controlTotal(ledger)).toEqual({ placed: 800.5, excluded: 0, unplaced: 0, total: 800.5 });
  expect(ledger.findings.map(({ kind }) => kind)).not.toContain('missingCustomer');
});

test('用友的客户明细账：客户在表头上方', () => {
  const cells: Cell[][] = [
    ['客户往来明细账'],
    ['客户名称：江苏宏达贸易有限公司', '', '', '', '', '币种：人民币'],
    ['日期', '凭证号', '摘要', '借方', '贷方', '方向', '余额'],
    ['', '', '上年结转', '', '', '借', 2_000],
    ['2024-01-15', '记-0012', '销售', '12,000.50', '', '借', '14,000.50'],
    ['2024-01-20', '记-0019', '收款', '', '5,000.00', '借', '9,000.50'],
    ['', '', '本月合计', '12,000.50', '5,000.00', '借', '9,000.50'],
  ];
  expect(owedIn(cells)).toEqual({ 江苏宏达贸易有限公司: 9_000.5 });
});

test('a column that names customers comes first; one that names accounts does not', () => {
  const withColumn = (header: string): Cell[][] => [
    ['Customer: Acme Ltd', '', ''],
    ['Date', header, 'Amount'],
    [day('2024-01-05'), 'Sundry trade', 100],
    [day('2024-01-06'), 'Sundry trade', 50],
  ];
  expect(recogniseSheet(withColumn('Customer name'))).not.toHaveProperty('statedCustomer');
  expect(owedIn(withColumn('Customer name'))).toEqual({ 'Sundry trade': 150 });
  expect(owedIn(withColumn('Account'))).toEqual({ 'Acme Ltd': 150 });
});

test('the upper line of a header names nobody', () => {
  expect(
    owedIn([
      ['Customer', '', 'Invoice', '', '', 'Open'],
      ['Name', 'City', 'Number', 'Date', 'Due date', 'Amount'],
      ['Acme', 'Ulm', 'I-1', day('2024-01-05'), day('2024-02-05'), 100],
      ['Beta', 'Bonn', 'I-2', day('2024-01-06'), day('2024-02-06'), 50],
    ]),
  ).toEqual({ Acme: 100, Beta: 50 });
});

test('what the user says of the customer takes its place', () => {
  const recognition = recogniseSheet(page(['Customer: Acme Ltd']));
  expect(remap(recognition, 'document', null)).toHaveProperty('statedCustomer');
  const denied = remap(recognition, 'customer', null);
  expect(denied).not.toHaveProperty('statedCustomer');
  expect(denied.missing).toEqual(['customer']);
  const chosen = remap(recognition, 'customer', 3);
  expect(chosen).not.toHaveProperty('statedCustomer');
  expect(chosen.missing).toEqual([]);
});

test('an edited row is read alone', () => {
  const cells: Cell[][] = [
    ['Customer: Acme Ltd', ''],
    ['Due date', 'Amount'],
    [day('2024-01-05'), 100],
    [day('2024-01-06'), 50],
  ];
  const read = readRow(cells[2], 2, recogniseSheet(cells), { dateSystem: 1900 }, ledgerOfCells(cells));
  expect(read).toMatchObject({ customer: 'Acme Ltd', amount: 100 });
});

test('accounts below each other are each of the customer above them, with the header repeated or not', () => {
  const entry = (document: string, amount: number): Cell[] => [document, day('2024-01-05'), amount];
  const cells: Cell[][] = [
    ['Customer', '10023', ''],
    ['Company code', '1000', ''],
    ['Name', 'Acme GmbH', ''],
    ['Document', 'Date', 'Amount'],
    entry('1', 100),
    entry('2', 50),
    ['*', '', 150],
    ['Customer', '10024', ''],
    ['Company code', '1000', ''],
    ['Name', 'Beta SA', ''],
    ['Document', 'Date', 'Amount'],
    entry('3', 7),
    ['', '', ''],
    ['Customer', '10025', ''],
    entry('4', 30),
  ];
  const recognition = recogniseSheet(cells);
  expect(recognition.statedCustomer).toEqual({ name: 'Acme GmbH', row: 2, column: 1, isFirst: true });
  expect(owedIn(cells)).toEqual({ 'Acme GmbH': 150, 'Beta SA': 7, 10025: 30 });
  expect(controlTotal(ledgerOfCells(cells)).total).toBe(187);
  // Whose an edited row is, the rows above it say.
  expect(readRow(cells[11], 11, recognition, { dateSystem: 1900 }, ledgerOfCells(cells))).toBe('readAgain');
});

test('lines that name several customers leave what follows without one', () => {
  const cells: Cell[][] = [
    ['Customer: Acme', ''],
    ['Date', 'Amount'],
    [day('2024-01-05'), 100],
    ['Customer: Beta', ''],
    ['Customer: Cole', ''],
    [day('2024-01-06'), 50],
  ];
  expect(owedIn(cells)).toEqual({ Acme: 100 });
  expect(controlTotal(ledgerOfCells(cells)).unplaced).toBe(50);
});
