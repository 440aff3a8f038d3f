/** Lines of printed lists that come again on every page, and the headers of other lists. */
import { describe, expect, test } from '@jest/globals';
import { controlTotal } from '../../../../src/risk/ledger/controlTotal';
import type { Cell } from '../../../../src/risk/ledger/ledger';
import { createLedgerReader } from '../../../../src/risk/ledger/readLedger';
import { readRow } from '../../../../src/risk/ledger/readRow';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { dayOf, fieldsOf, ledgerOfCells, owedIn } from '../../sheetLedger';

type Row = readonly Cell[];
const day = dayOf('2024-03-01');
const headers = ['Customer', 'Invoice no', 'Due date', 'Amount'];

describe('titles on every page', () => {
  test('are no rows, and no customers in a list with headings', () => {
    const header = ['', 'Invoice no', 'Due date', 'Amount'];
    const cells: Row[] = [
      ['Tiercel Trading Ltd', '', '', ''],
      ['Open items', '', '', 'Page 1 of 2'],
      header,
      ['Acme', '', '', ''],
      ['', '1', day, 100],
      ['Tiercel Trading Ltd', '', '', ''],
      ['Open items', '', '', 'Page 2 of 2'],
      header,
      ['', '2', day, 50],
      ['Beta', '', '', ''],
      ['', '3', day, 70],
    ];
    expect(owedIn(cells)).toEqual({ Acme: 150, Beta: 70 });
    expect(ledgerOfCells(cells).unplaced).toEqual([]);
  });

  test('do not hide that another account begins, though its line differs by a number alone', () => {
    const cells: Row[] = [
      ['Customer: 10001', '', ''],
      ['Invoice no', 'Due date', 'Amount'],
      ['1', day, 100],
      ['Customer: 10002', '', ''],
      ['2', day, 50],
      ['Customer: 10001', '', ''],
      ['3', day, 25],
    ];
    expect(owedIn(cells)).toEqual({ 10001: 125, 10002: 50 });
  });

  test('in Chinese, with the number of the page', () => {
    const cells: Row[] = [
      ['应收明细表', '', '', '第 1 页'],
      ['客户名称', '单据号', '到期日', '金额'],
      ['甲公司', '1', day, 100],
      ['应收明细表', '', '', '第 2 页'],
      ['客户名称', '单据号', '到期日', '金额'],
      ['乙公司', '2', day, 50],
    ];
    expect(owedIn(cells)).toEqual({ 甲公司: 100, 乙公司: 50 });
    expect(ledgerOfCells(cells).unplaced).toEqual([]);
  });
});

test.each(['Page 2 of 3', '- Seite 2 -', '第 2 页 / 共 3 页', '第2页'])(
  'a line with nothing but %s is no entry',
  line => {
    const cells: Row[] = [
      headers,
      ['Acme', '1', day, 100],
      [line],
      ['Beta', '2', day, 50],
      ['', '', line, ''],
    ];
    const { findings, unplaced, rowCount } = ledgerOfCells(cells);
    expect([rowCount, unplaced, findings]).toEqual([2, [], []]);
  },
);

test('a customer with a page number for a name is one', () => {
  const cells: Row[] = [headers, ['Acme', '1', day, 100], ['Page 2', '2', day, 50]];
  expect(owedIn(cells)).toEqual({ Acme: 100, 'Page 2': 50 });
});

describe('in a list with headings of customers', () => {
  const withLine = (line: string): Row[] => [
    ['Date', 'Number', 'Due date', 'Amount'],
    ['Acme Ltd', '', '', ''],
    [day, '1', day, 100],
    [day, '2', day, 100],
    [line, '', '', ''],
    [day, '3', day, 50],
    ['Beta GmbH', '', '', ''],
    [day, '4', day, 70],
    [day, '5', day, 70],
  ];

  test.each([
    'Page 2 of 3',
    '第 2 页',
    'Printed on 31/05/2024 10:22',
    'Print date: 31/05/2024',
    '打印日期：2024-05-31',
    '制表人：张三',
    '备注：未含税',
    'Notes: net of VAT',
    'Acme Ltd (continued)',
    "Acme Ltd - cont'd",
    'Acme Ltd（续）',
  ])('%s names no other customer', line => {
    expect(owedIn(withLine(line))).toEqual({ 'Acme Ltd': 250, 'Beta GmbH': 140 });
  });

  test.each(['Printed Matter Ltd', 'Page Brothers 2', 'Gamma (continued)', 'Acme Ltd - North'])(
    '%s does',
    line => {
      expect(owedIn(withLine(line))).toEqual({ 'Acme Ltd': 200, [line]: 50, 'Beta GmbH': 140 });
    },
  );
});

describe('another list', () => {
  test('below is remarked where its header stands, and says nothing of the columns above', () => {
    const cells: Row[] = [
      headers,
      ['Acme', '1', day, 100],
      ['Beta', '2', day, 50],
      [],
      ['Customer', 'Receipt date', 'Amount received'],
      ['Acme', day, 40],
      ['Beta', day, 10],
      ['Beta', day, 10],
    ];
    expect(fieldsOf(cells)).toMatchObject({ customer: 0, document: 1, dueDate: 2, amount: 3 });
    expect(owedIn(cells)).toEqual({ Acme: 100, Beta: 50 });
    const { findings, unplaced, rowCount } = ledgerOfCells(cells);
    expect(findings).toContainEqual({ kind: 'otherList', row: 4, column: 0, found: 'Customer' });
    expect([rowCount, unplaced]).toEqual([2, []]);
  });

  test('below with the same columns in other places is read by its own header, and the first again where that comes again', () => {
    const cells: Row[] = [
      headers,
      ['Acme', '1', day, 100],
      ['Due date', 'Client', 'Amount', 'Invoice no'],
      [day, 'Beta', 50, '2'],
      ['Customer', 'Receipt date', 'Amount received'],
      ['Acme', day, 40],
      headers,
      ['Gamma', '3', day, 7],
    ];
    const ledger = ledgerOfCells(cells);
    expect(owedIn(cells)).toEqual({ Acme: 100, Beta: 50, Gamma: 7 });
    expect(ledger.findings.map(({ kind, row }) => [kind, row])).toEqual([
      ['otherList', 2],
      ['otherList', 4],
    ]);
    const edited = readRow(cells[3], 3, recogniseSheet(cells), { dateSystem: 1900 }, ledger);
    expect(edited).toBe('readAgain');
  });

  test('below is looked through for duplicates by its own header, whether numbers are read at once or late', () => {
    const cells: Row[] = [
      headers,
      ['Acme', '1', day, 100],
      ['Beta', '2', day, 50],
      ['Due date', 'Client', 'Amount', 'Invoice no'],
      [day, 'Beta', 50, '2'],
      [day, 'Beta', 60, '3'],
    ];
    const recognition = recogniseSheet(cells);
    for (const kept of [{}, { keptRows: () => cells }]) {
      const reader = createLedgerReader(recognition, { dateSystem: 1900, ...kept });
      reader.add(cells.slice(0, 2), 0);
      reader.add(cells.slice(2), 2);
      const { findings } = reader.finish();
      expect(findings.filter(({ kind }) => kind === 'duplicateDocument')).toEqual([
        { kind: 'duplicateDocument', row: 4, column: 1, found: '2' },
      ]);
    }
  });

  test('beside completes nothing and is remarked', () => {
    const cells: Row[] = [
      ['Customer', 'Due date', 'Amount', '', 'Supplier', 'Invoice no', 'Due date', 'Amount'],
      ['Acme', day, 100, '', 'Steelworks', 'S-1', day, 900],
      ['Beta', day, 50, '', 'Port', 'S-2', day, 800],
    ];
    expect(fieldsOf(cells)).toEqual({ customer: 0, dueDate: 1, amount: 2 });
    expect(ledgerOfCells(cells).findings).toEqual([
      { kind: 'otherList', row: 0, column: 4, found: 'Supplier' },
    ]);
  });

  test('is none where empty columns stand between the columns of one', () => {
    const cells: Row[] = [
      ['Customer', '', 'Invoice no', '', 'Due date', '', 'Amount'],
      ['Acme', '', '1', '', day, '', 100],
      ['Beta', '', '2', '', day, '', 50],
    ];
    expect(fieldsOf(cells)).toEqual({ customer: 0, document: 2, dueDate: 4, amount: 6 });
    expect(ledgerOfCells(cells).findings).toEqual([]);
  });

  test('is none where the header itself is repeated, or a customer is called like a field', () => {
    const cells: Row[] = [headers, ['Acme', '1', day, 100], headers, ['Balance', '2', day, 50]];
    expect(ledgerOfCells(cells).findings).toEqual([]);
    expect(controlTotal(ledgerOfCells(cells)).total).toBe(150);
  });
});
