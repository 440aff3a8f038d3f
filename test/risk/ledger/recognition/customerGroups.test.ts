/** Ledgers that name each customer once: merged cells, and headings above the rows as accounting programs print them. */
import { describe, expect, test } from '@jest/globals';
import { controlTotal } from '../../../../src/risk/ledger/controlTotal';
import { isCustomerHeading } from '../../../../src/risk/ledger/layouts/groupedRows';
import type { Cell, Ledger } from '../../../../src/risk/ledger/ledger';
import { createLedgerReader, readLedger } from '../../../../src/risk/ledger/readLedger';
import { readRow } from '../../../../src/risk/ledger/readRow';
import { findCustomerGroups } from '../../../../src/risk/ledger/recognition/customerGroups';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { remap } from '../../../../src/risk/ledger/recognition/remap';
import { owedIn } from '../../sheetLedger';

const options = { dateSystem: 1900 } as const;
const read = (cells: Cell[][]): Ledger => readLedger(cells, recogniseSheet(cells), options);
const entries = ({ customer, customers, amount, scale, sheetRow }: Ledger) =>
  [...customer].map((code, row) => [sheetRow.at(row), customers[code], amount[row] / scale]);

/** As Excel hands merged cells: the text in the first, nothing in the others. */
const merged: Cell[][] = [
  ['客户名称', '发票号', '开票日期', '到期日', '金额'],
  ['甲公司', 'F1', 45_296, 45_327, 100],
  ['', 'F2', 45_327, 45_356, 200],
  ['', 'F3', 45_356, 45_387, 300],
  ['乙公司', 'F4', 45_356, 45_387, 400],
  ['', 'F5', 45_376, 45_407, 500],
  ['合计', '', '', '', 1500],
];

/** As Xero's Aged Receivables Detail. */
const underHeadings: Cell[][] = [
  ['Aged Receivables Detail', '', '', '', ''],
  ['As at 30 June 2024', '', '', '', ''],
  ['', '', '', '', ''],
  ['Invoice Date', 'Due Date', 'Invoice Number', 'Current', 'Total'],
  ['Acme Corp', '', '', '', ''],
  [45_413, 45_444, 'INV-1', 0, 500],
  [45_444, 45_474, 'INV-2', 250, 250],
  ['Total Acme Corp', '', '', 250, 750],
  ['Bayside Club', '', '', '', ''],
  [45_292, 45_323, 'INV-3', 0, 234],
  ['Total Bayside Club', '', '', 0, 234],
  ['Total', '', '', 250, 984],
];

describe('named in the first row of each group', () => {
  test('the rows below belong to the customer above, each said to', () => {
    expect(recogniseSheet(merged).customerGroups).toBe('firstRow');
    const ledger = read(merged);
    expect(entries(ledger)).toEqual([
      [1, '甲公司', 100],
      [2, '甲公司', 200],
      [3, '甲公司', 300],
      [4, '乙公司', 400],
      [5, '乙公司', 500],
    ]);
    expect(controlTotal(ledger)).toEqual({ placed: 1500, excluded: 0, unplaced: 0, total: 1500 });
    expect(ledger.findings.filter(({ kind }) => kind === 'namedAbove').map(({ row }) => row)).toEqual([
      2, 3, 5,
    ]);
  });

  test('in pieces as at once', () => {
    const reader = createLedgerReader(recogniseSheet(merged), options);
    reader.add(merged.slice(0, 3), 0);
    reader.add(merged.slice(3), 3);
    expect(entries(reader.finish())).toEqual(entries(read(merged)));
  });

  test('after a subtotal the next customer must be named', () => {
    const cells = [
      ...merged.slice(0, 4),
      ['小计', '', '', '', 600],
      ['', 'F9', 45_376, 45_407, 70],
      ...merged.slice(4, 6),
    ];
    const ledger = read(cells);
    expect(ledger.unplaced).toEqual([{ row: 5, amount: 70 }]);
  });

  test('an unlabelled total at the end belongs to nobody', () => {
    const cells = [...merged.slice(0, 6), ['', '', '', '', 1500]];
    expect(controlTotal(read(cells)).total).toBe(1500);
  });

  test('a list that names its customers and lacks one is not such a list', () => {
    const named = merged.map((row, at) =>
      at > 0 && at < 6 ? [at < 4 ? '甲公司' : '乙公司', ...row.slice(1)] : row,
    );
    named[3] = ['', ...named[3].slice(1)];
    expect(recogniseSheet(named).customerGroups).toBeUndefined();
    expect(read(named).unplaced).toEqual([{ row: 3, amount: 300 }]);
  });
});

describe('named in a heading above the rows', () => {
  test('headings are the customers, totals are left out', () => {
    const recognition = recogniseSheet(underHeadings);
    expect(recognition).toMatchObject({ kind: 'ledger', customerGroups: 'heading', missing: [] });
    expect(recognition.columns.find(({ field }) => field === 'customer')?.column).toBe(0);
    const ledger = read(underHeadings);
    expect(entries(ledger)).toEqual([
      [5, 'Acme Corp', 500],
      [6, 'Acme Corp', 250],
      [9, 'Bayside Club', 234],
    ]);
    expect(controlTotal(ledger)).toEqual({ placed: 984, excluded: 0, unplaced: 0, total: 984 });
  });

  test('a column of their own, as in QuickBooks', () => {
    const cells: Cell[][] = [
      ['', 'Date', 'Transaction type', 'Num', 'Due date', 'Amount', 'Open balance'],
      ['Acme Corp', '', '', '', '', '', ''],
      ['', '01/15/2024', 'Invoice', '1001', '02/14/2024', 1200, 1200],
      ['', '01/25/2024', 'Invoice', '1002', '02/24/2024', 300, 100],
      ['Total for Acme Corp', '', '', '', '', 1500, 1300],
      ['Beta LLC', '', '', '', '', '', ''],
      ['', '04/15/2024', 'Invoice', '1010', '05/15/2024', 500, 250],
      ['Total for Beta LLC', '', '', '', '', 500, 250],
      ['TOTAL', '', '', '', '', 2000, 1550],
    ];
    const ledger = read(cells);
    expect(entries(ledger)).toEqual([
      [2, 'Acme Corp', 1200],
      [3, 'Acme Corp', 300],
      [6, 'Beta LLC', 500],
    ]);
    expect(controlTotal(ledger).total).toBe(2000);
  });

  test('the column of the dates, which stay dates, as in Xero', () => {
    const recognition = recogniseSheet(underHeadings);
    expect(recognition.columns).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: 'customer', column: 0 }),
        expect.objectContaining({ field: 'invoiceDate', column: 0 }),
      ]),
    );
    const ledger = read(underHeadings);
    expect(entries(ledger)).toEqual([
      [5, 'Acme Corp', 500],
      [6, 'Acme Corp', 250],
      [9, 'Bayside Club', 234],
    ]);
    expect([...ledger.invoiceDate]).toEqual([45_413, 45_444, 45_292]);
    expect([...ledger.dueDate]).toEqual([45_444, 45_474, 45_323]);
    expect(controlTotal(ledger).total).toBe(984);
    const texts = underHeadings.map(row =>
      row.map(cell => (cell === 45_413 ? '1/5/2024' : cell === 45_292 ? '31/12/2023' : cell)),
    );
    // 31 December proves that the day comes first.
    expect([...read(texts).invoiceDate]).toEqual([45_413, 45_444, 45_291]);
    expect(read(texts).findings.find(({ kind }) => kind === 'textDate')).toMatchObject({ row: 5, column: 0 });
  });

  test('the column of the dates of an account (核算项目明细账)', () => {
    const cells: Cell[][] = [
      ['应收账款明细账', '', '', '', '', '', ''],
      ['日期', '凭证字号', '摘要', '借方', '贷方', '方向', '余额'],
      ['客户：C01 江苏宏达', '', '', '', '', '', ''],
      [45_292, '', '期初余额', '', '', '借', 2000],
      [45_300, '记-1', '销售', 500.5, '', '借', 2500.5],
      [45_322, '', '本期合计', 500.5, 0, '借', 2500.5],
      ['客户：C02 上海明达', '', '', '', '', '', ''],
      [45_310, '记-2', '销售', 80, '', '借', 80],
      [45_340, '记-9', '收款', '', 30, '借', 50],
      ['合计', '', '', 580.5, 30, '', 2550.5],
    ];
    const ledger = read(cells);
    expect(entries(ledger)).toEqual([
      [3, 'C01 江苏宏达', 2000],
      [4, 'C01 江苏宏达', 500.5],
      [7, 'C02 上海明达', 80],
      [8, 'C02 上海明达', -30],
    ]);
    expect([...ledger.invoiceDate]).toEqual([45_292, 45_300, 45_310, 45_340]);
    const undated = cells.map(row => (row[2] === '期初余额' ? ['', ...row.slice(1)] : row));
    expect(entries(read(undated))[0]).toEqual([3, 'C01 江苏宏达', 2000]);
    expect(controlTotal(ledger).total).toBe(2550.5);
  });

  test('headings by age name nobody', () => {
    const cells = underHeadings.map(([first, ...rest]) => [
      first === 'Acme Corp' ? '1 - 30 days past due' : first!,
      ...rest,
    ]);
    expect(recogniseSheet(cells)).toMatchObject({ missing: ['customer'] });
  });

  test.each<[Cell[], boolean]>([
    [['Acme Corp', '', ''], true],
    [['Acme Corp', '', 12], false],
    [['', 'Acme Corp', ''], false],
    [['Total', '', ''], false],
    [[12, '', ''], false],
    [['#N/A', '', ''], false],
  ])('%j as a heading: %p', (row, isHeading) => {
    expect(isCustomerHeading(row, 0)).toBe(isHeading);
  });
});

test('a row alone does not tell whose it is', () => {
  const recognition = recogniseSheet(merged);
  expect(readRow(merged[1], 1, recognition, options, read(merged))).toBe('readAgain');
});

test('another column for the customers is one that names them on every row', () => {
  const recognition = recogniseSheet(merged);
  expect(remap(recognition, 'customer', 1).customerGroups).toBeUndefined();
  expect(remap(recognition, 'customer', 0).customerGroups).toBe('firstRow');
  expect(remap(recognition, 'document', null).customerGroups).toBe('firstRow');
});

test('nothing is grouped where nothing can be counted', () => {
  expect(findCustomerGroups([['Acme'], ['x']], 0, [])).toBeNull();
  expect(findCustomerGroups([], -1, [{ field: 'customer', column: 0 }])).toBeNull();
});

test('accounts of an opening balance and one invoice each keep the dates below their headings', () => {
  const cells = [
    ['Date', 'Document', 'Debit', 'Credit', 'Balance'],
    ...['Acme Ltd', 'Beta GmbH', '甲公司'].flatMap((name, index) => [
      [name, '', '', '', ''],
      ['', 'Opening balance', '', '', 40],
      [45_400 + index, `INV-${index}`, 100, '', 140],
    ]),
  ];
  expect(owedIn(cells)).toEqual({ 'Acme Ltd': 140, 'Beta GmbH': 140, 甲公司: 140 });
});

test('names merged over two columns leave the second one empty and are names all the same', () => {
  const cells = [
    ['Customer', '', 'Number', 'Invoice date', 'Due date', 'Amount'],
    ['Acme Ltd', '', '1', 45_400, 45_430, 100],
    ['', '', '2', 45_400, 45_430, 110],
    ['', '', '3', 45_400, 45_430, 50],
    ['Beta GmbH', '', '4', 45_400, 45_430, 70],
    ['', '', '5', 45_400, 45_430, 71],
  ];
  expect(owedIn(cells)).toEqual({ 'Acme Ltd': 260, 'Beta GmbH': 141 });
});

test.each(['Balance', '余额', 'Net due'])(
  'a last row %s that comes to all of the rows above belongs to no customer',
  word => {
    const cells = [
      ['Date', 'Number', 'Due date', 'Amount'],
      ['Acme Ltd', '', '', ''],
      [45_400, '1', 45_430, 100],
      [45_401, '2', 45_431, 110],
      ['Beta GmbH', '', '', ''],
      [45_402, '3', 45_432, 70],
    ];
    expect(owedIn([...cells, [word, '', '', 280]])).toEqual({ 'Acme Ltd': 210, 'Beta GmbH': 70 });
    // It comes to something else: it is an entry without a day.
    expect(owedIn([...cells, ['Late fee', '', '', 281]])).toEqual({ 'Acme Ltd': 210, 'Beta GmbH': 351 });
  },
);
