/** Headers in two lines: a line of groups above, merged over the columns it groups. */
import { describe, expect, test } from '@jest/globals';
import { controlTotal } from '../../../../src/risk/ledger/controlTotal';
import type { Cell } from '../../../../src/risk/ledger/ledger';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { chooseHeader } from '../../../../src/risk/ledger/recognition/remap';
import { dayOf, fieldsOf, ledgerOfCells, owedIn } from '../../sheetLedger';

type Row = readonly Cell[];

const day = dayOf;

describe('a line of groups above the header', () => {
  const invoices: Row[] = [
    ['Customer', 'Invoice', '', '', 'Payment', '', 'Open'],
    ['', 'No.', 'Date', 'Due', 'Date', 'Amount', ''],
    ['Acme', 'INV-1', day('2024-01-05'), day('2024-02-04'), '', 0, 1_200.5],
    ['Acme', 'INV-2', day('2024-02-05'), day('2024-03-06'), day('2024-03-20'), 300, 0],
    ['Beta', 'INV-3', day('2024-05-05'), day('2024-07-04'), '', 0, 77],
  ];

  test('makes the columns below it exact', () => {
    const found = recogniseSheet(invoices);
    expect(found).toMatchObject({ kind: 'ledger', headerRow: 1, missing: [] });
    expect(found.headers).toEqual([
      'Customer',
      'Invoice No.',
      'Invoice Date',
      'Invoice Due',
      'Payment Date',
      'Payment Amount',
      'Open',
    ]);
    expect(fieldsOf(invoices)).toEqual({
      customer: 0,
      document: 1,
      invoiceDate: 2,
      dueDate: 3,
      paidDate: 4,
      paidAmount: 5,
      openAmount: 6,
    });
    expect(owedIn(invoices)).toEqual({ Acme: 1_200.5, Beta: 77 });
  });

  test('is found below a title, notes and the day', () => {
    const titled: Row[] = [
      ['Receivables', '', '', '', '', '', ''],
      ['Company: Tiercel Ltd', '', '', 'Period: 2024', '', '', 'EUR'],
      ...invoices,
    ];
    expect(recogniseSheet(titled).headerRow).toBe(3);
    expect(owedIn(titled)).toEqual({ Acme: 1_200.5, Beta: 77 });
  });

  test('is no title and no note', () => {
    const header = ['Customer', 'Invoice no', 'Invoice date', 'Due date', 'Amount'];
    const rows: Row[] = [header, ['Acme', 'INV-1', day('2024-01-05'), day('2024-02-04'), 12]];
    for (const above of [
      ['Open invoices', '', '', '', ''],
      ['Company: Tiercel', '', '', 'June 2024', ''],
      ['Prepared by AR', '', '', 'Finance', ''],
      ['', '', '', '', 'EUR'],
    ]) {
      const found = recogniseSheet([above, ...rows]);
      expect([found.headerRow, found.headers]).toEqual([1, header]);
      expect(found).not.toHaveProperty('headerLines');
    }
  });

  test.each([
    ['本期发生额', '借方', '贷方', '期末余额', '方向', '金额', '借', '平'],
    ['本期發生額', '借方', '貸方', '期末餘額', '方向', '金額', '借', '平'],
    ['This period', 'Debit', 'Credit', 'Balance', 'Dr/Cr', 'Amount', 'Dr', 'Cr'],
  ])('of an account (%s: %s and %s)', (group, debit, credit, balance, side, amount, owed, settled) => {
    const cells: Row[] = [
      ['日期', '凭证字号', '客户名称', '摘要', group, '', balance, ''],
      ['', '', '', '', debit, credit, side, amount],
      ['', '', '甲公司', '期初余额', '', '', owed, 500.5],
      [day('2024-01-05'), '记-1', '甲公司', '销售', 1_000, '', owed, 1_500.5],
      [day('2024-02-05'), '记-2', '甲公司', '收款', '', 1_500.5, settled, 0],
      [day('2024-02-06'), '记-3', '乙公司', '销售', 80.25, '', owed, 80.25],
      ['', '', '', '本月合计', 1_080.25, 1_500.5, '', ''],
    ];
    expect(fieldsOf(cells)).toEqual({
      invoiceDate: 0,
      document: 1,
      customer: 2,
      debit: 4,
      credit: 5,
      runningBalance: 7,
    });
    expect(owedIn(cells)).toEqual({ 甲公司: 0, 乙公司: 80.25 });
    // 500.50 + 1,080.25 − 1,500.50.
    expect(controlTotal(ledgerOfCells(cells)).total).toBe(80.25);
  });

  test('of other days is no debit of the rows', () => {
    const cells: Row[] = [
      ['日期', '客户', '期初余额', '', '本期发生额', ''],
      ['', '', '借方', '贷方', '借方', '贷方'],
      [day('2024-01-05'), '甲公司', 900, '', 1_000, ''],
      [day('2024-02-05'), '甲公司', 900, '', '', 400],
    ];
    expect(fieldsOf(cells)).toMatchObject({ debit: 4, credit: 5 });
  });

  test('may repeat its text above every column, as exports without merged cells do', () => {
    const cells: Row[] = [
      ['Customer', 'Invoice', 'Invoice', 'Invoice', 'Amount'],
      ['Customer', 'No.', 'Date', 'Due', 'Amount'],
      ['Acme', 'INV-1', day('2024-01-05'), day('2024-02-04'), 12],
    ];
    expect(fieldsOf(cells)).toEqual({ customer: 0, document: 1, invoiceDate: 2, dueDate: 3, amount: 4 });
    expect(recogniseSheet(cells).headers[0]).toBe('Customer');
  });

  test('is left out where a printed list repeats both lines on every page', () => {
    const [upper, lower, ...rows] = invoices;
    const printed = [upper, lower, ...rows.slice(0, 2), upper, lower, ...rows.slice(2)];
    const ledger = ledgerOfCells(printed);
    expect(owedIn(printed)).toEqual({ Acme: 1_200.5, Beta: 77 });
    expect(ledger.unplaced).toEqual([]);
    expect(ledger.findings.map(({ kind }) => kind)).not.toContain('unreadableAmount');
  });

  test('comes with the lower line where a user chooses that, and goes where another row is chosen', () => {
    const found = recogniseSheet(invoices);
    expect(chooseHeader(found, 1, invoices).headers[1]).toBe('Invoice No.');
    const upperOnly = chooseHeader(found, 0, invoices);
    expect([upperOnly.headerRow, upperOnly.headers[1]]).toEqual([0, 'Invoice']);
  });
});
