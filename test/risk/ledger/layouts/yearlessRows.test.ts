import { describe, expect, test } from '@jest/globals';
import { serialOf } from '../../../../src/risk/ledger/cells/readDate';
import { readYearlessDate } from '../../../../src/risk/ledger/cells/yearlessDate';
import type { Cell, DateSystem } from '../../../../src/risk/ledger/ledger';
import { readLedger } from '../../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';

const day = (year: number, month: number, date: number, system: DateSystem = 1900) =>
  serialOf({ year, month, day: date }, system);

function read(cells: readonly (readonly Cell[])[], dateSystem: DateSystem = 1900) {
  const recognition = recogniseSheet(cells);
  const { invoiceDate, dueDate, paidDate, findings } = readLedger(cells, recognition, { dateSystem });
  const unread = findings.filter(({ kind }) => kind === 'unreadableDate').map(({ found }) => found);
  return {
    missing: recognition.missing,
    invoiceDate: [...invoiceDate],
    dueDate: [...dueDate],
    paidDate: [...paidDate],
    unread,
  };
}

test.each([
  ['3月1日', { month: 3, day: 1 }],
  ['12月31号', { month: 12, day: 31 }],
  ['１２月３１日', { month: 12, day: 31 }],
  ['1-Mar', { month: 3, day: 1 }],
  ['1 March', { month: 3, day: 1 }],
  ['Mar 1st', { month: 3, day: 1 }],
  ['13月1日', null],
  ['3/1', null],
  ['3月', null],
  ['Markt 1', null],
  ['2026年3月1日', null],
  [31, null],
])('%p is %p of some year', (cell, date) => {
  expect(readYearlessDate(cell)).toEqual(date);
});

const header = ['客户', '发票号', '开票日期', '到期日', '金额'];

describe('dates without their year', () => {
  test('are of the year that the heading says', () => {
    expect(
      read([
        ['2026年应收账款明细', null, null, null, null],
        header,
        ['甲公司', 'F1', '3月1日', '3月31日', 100],
        ['甲公司', 'F2', '11月2日', '1月1日', 200],
      ]),
    ).toMatchObject({
      missing: [],
      invoiceDate: [day(2026, 3, 1), day(2026, 11, 2)],
      dueDate: [day(2026, 3, 31), day(2027, 1, 1)],
      unread: [],
    });
  });

  test.each([1900, 1904] as const)('are of the year of the other invoices, in the %i system', system => {
    expect(
      read(
        [
          header,
          ['甲公司', 'F1', day(2026, 2, 1, system), day(2026, 3, 3, system), 100],
          ['甲公司', 'F2', '3月2日', '4月1日', 200],
          ['乙公司', 'F4', day(2026, 4, 5, system), day(2026, 5, 5, system), 900],
        ],
        system,
      ),
    ).toMatchObject({
      invoiceDate: [day(2026, 2, 1, system), day(2026, 3, 2, system), day(2026, 4, 5, system)],
      unread: [],
    });
  });

  test('or of texts that have it', () => {
    expect(
      read([
        header,
        ['甲公司', 'F1', '2025年12月1日', '2025年12月31日', 100],
        ['甲公司', 'F2', '1月2日', '2月1日', 200],
        ['乙公司', 'F4', '2026年2月5日', '2026年3月5日', 900],
      ]),
    ).toMatchObject({ invoiceDate: [day(2025, 12, 1), day(2026, 1, 2), day(2026, 2, 5)] });
  });

  test('are not guessed beyond the months of the others, nor where these are of several years', () => {
    const between = (last: number) =>
      read([
        header,
        ['甲公司', 'F1', day(2026, 2, 1), day(2026, 3, 3), 100],
        ['甲公司', 'F2', '12月2日', '', 200],
        ['乙公司', 'F4', last, last + 30, 900],
      ]);
    expect(between(day(2026, 4, 5))).toMatchObject({ unread: ['12月2日'] });
    expect(between(day(2027, 4, 5))).toMatchObject({ unread: ['12月2日'] });
  });

  test('of a due or paid day follow the invoice of their row', () => {
    expect(
      read([
        ['Customer', 'Invoice', 'Date', 'Due', 'Amount', 'Paid date'],
        ['Acme', 'A1', day(2024, 12, 20), '19-Jan', 100, '5-Feb'],
        ['Acme', 'A2', day(2026, 3, 1), '31-Mar', 200, ''],
        ['Acme', 'A3', '', '31-Mar', 300, ''],
      ]),
    ).toMatchObject({
      dueDate: [day(2025, 1, 19), day(2026, 3, 31), Number.NaN],
      paidDate: [day(2025, 2, 5), Number.NaN, Number.NaN],
      unread: ['31-Mar'],
    });
  });

  test('are asked about where nothing tells their year', () => {
    expect(
      read([header, ['甲公司', 'F1', '3月1日', '3月31日', 100], ['甲公司', 'F2', '4月1日', '5月1日', 100]])
        .missing,
    ).toEqual(['dueDate']);
  });
});
