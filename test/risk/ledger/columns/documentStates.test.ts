import { describe, expect, test } from '@jest/globals';
import type { Cell } from '../../../../src/risk/ledger/ledger';
import { readLedger } from '../../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';

function read(cells: readonly (readonly Cell[])[]) {
  const recognition = recogniseSheet(cells);
  const { openAmount, scale, findings } = readLedger(cells, recognition, { dateSystem: 1900 });
  return {
    open: Array.from(openAmount, open => open / scale),
    remarks: findings.map(({ kind, row, column }) => `${kind} ${row} ${column}`),
  };
}

// 46082 is 1 March 2026, 46112 the last of it.
const header = ['Customer', 'Invoice', 'Date', 'Due', 'Amount'];

describe('a word in place of a day says that an invoice is paid', () => {
  test.each(['PAID', 'Paid', 'settled', 'Cleared', '已收', '已付款', '结清'])('%s as the paid date', word => {
    const { open, remarks } = read([
      [...header, 'Paid date'],
      ['Acme', 'A1', 46082, 46112, 100, word],
      ['Acme', 'A2', 46083, 46113, 200, ''],
      ['Birch', 'B1', 46084, 46114, 900, 46120],
    ]);
    expect(open).toEqual([0, Number.NaN, Number.NaN]);
    expect(remarks).toEqual(['paidByStatus 0 5']);
  });

  test('also where no paid date is a day', () => {
    const { open } = read([
      ['客户', '发票号', '开票日期', '到期日', '金额', '收款日期'],
      ['甲公司', 'A1', 46082, 46112, 100, '已收'],
      ['甲公司', 'A2', 46083, 46113, 200, '未收'],
      ['乙公司', 'B1', 46084, 46114, 900, '已收'],
    ]);
    expect(open).toEqual([0, Number.NaN, 0]);
  });

  test('and in place of the due date', () => {
    const { open, remarks } = read([
      header,
      ['Acme', 'A1', 46082, 'PAID', 100],
      ['Acme', 'A2', 46083, 46113, 200],
      ['Birch', 'B1', 46084, 46114, 900],
    ]);
    expect(open).toEqual([0, Number.NaN, Number.NaN]);
    expect(remarks).toContain('paidByStatus 0 3');
  });

  test('not where an amount says what is open', () => {
    const { open, remarks } = read([
      [...header, 'Balance', 'Paid date'],
      ['Acme', 'A1', 46082, 46112, 100, 40, 'PAID'],
      ['Acme', 'A2', 46083, 46113, 200, 200, ''],
    ]);
    expect(open).toEqual([40, 200]);
    expect(remarks).toEqual([]);
  });

  test('nor where rows of payments do: there it is a remark', () => {
    const { remarks } = read([
      [...header, 'Type', 'Paid date'],
      ['Acme', 'A1', 46082, 46112, 100, 'Invoice', 'PAID'],
      ['Acme', 'A2', 46083, 46113, 200, 'Invoice', 46120],
      ['Acme', 'R1', 46084, '', 100, 'Payment', ''],
    ]);
    expect(remarks).toContain('unreadableDate 1 6');
  });
});

test('dates that an export wrote as the numbers of their days are dates', () => {
  const cells = [header, ['Acme', 'A1', '46082', '46112', '100'], ['Acme', 'A2', '46083', '46113', '200']];
  expect(recogniseSheet(cells).missing).toEqual([]);
  const { invoiceDate, dueDate } = readLedger(cells, recogniseSheet(cells), { dateSystem: 1900 });
  expect([...invoiceDate]).toEqual([46082, 46083]);
  expect([...dueDate]).toEqual([46112, 46113]);
});

describe('a status that says written off', () => {
  const rowsOf = (status: string): readonly (readonly Cell[])[] => [
    ['Acme', 'A1', 46082, 46112, 100, status],
    ['Acme', 'A2', 46083, 46113, 200, 'Open'],
  ];

  test.each(['Written off', 'written-off', '坏账核销', '已坏账核销'])('closes an invoice: %s', status => {
    const { open } = read([[...header, 'Status'], ...rowsOf(status)]);
    expect(open[0]).toBe(0);
  });

  test('is told where an amount says that something is open', () => {
    const { open, remarks } = read([
      [...header, 'Status', 'Balance'],
      ...rowsOf('Written off').map(row => [...row, row[4]]),
    ]);
    expect(open).toEqual([100, 200]);
    expect(remarks).toEqual(['paidButOpen 1 5']);
  });
});
