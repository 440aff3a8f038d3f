import { describe, expect, test } from '@jest/globals';
import type { Cell } from '../../../src/risk/ledger/ledger';
import { readLedger } from '../../../src/risk/ledger/readLedger';
import { readRow } from '../../../src/risk/ledger/readRow';
import { recogniseSheet } from '../../../src/risk/ledger/recognition/recogniseSheet';

const header = [
  'Customer',
  'Invoice no.',
  'Invoice date',
  'Due date',
  'Amount',
  'Open amount',
  'Paid date',
  'Disputed',
];
const options = { dateSystem: 1900 as const };
const plain: Cell[][] = [
  header,
  ['Acme', 'A-1', 45_000, 45_030, 120.5, 20.25, '', ''],
  ['Beta', 'B-1', 45_001, 45_031, 300, 0, 45_020, 'Yes'],
  ['Acme', 'A-2', 45_002, '', -40, -40, '', ''],
  ['贝塔', 'C-1', '2023-03-19', '2023年4月19日', '1,234.50', 0, '', ''],
];

/** Read one row alone by what the whole sheet was recognised as. */
function rowOf(cells: readonly Cell[], sheet: readonly (readonly Cell[])[] = plain, sheetRow = sheet.length) {
  const recognition = recogniseSheet(sheet);
  return readRow(cells, sheetRow, recognition, options, readLedger(sheet, recognition, options));
}

describe('a row of a ledger', () => {
  test('reads alone as it does with the whole sheet', () => {
    const recognition = recogniseSheet(plain);
    const ledger = readLedger(plain, recognition, options);
    plain.slice(1).forEach((cells, row) => {
      expect(readRow(cells, row + 1, recognition, options, ledger)).toEqual({
        customer: ledger.customers[ledger.customer[row]],
        invoiceDate: ledger.invoiceDate[row],
        dueDate: ledger.dueDate[row],
        paidDate: ledger.paidDate[row],
        amount: ledger.amount[row] / ledger.scale,
        openAmount: ledger.openAmount[row] / ledger.scale,
        disputed: ledger.disputed[row] === 1,
        creditLimit: Number.NaN,
        termsDays: Number.NaN,
      });
    });
  });

  test('is blank where nothing is on it', () => {
    expect(rowOf([])).toBe('blank');
    expect(rowOf(['', null, '', '', '', '', '', ''])).toBe('blank');
  });

  test('says its type, its limit and its terms where the sheet has them', () => {
    const sheet = [
      ['Customer', 'Type', 'Invoice date', 'Terms', 'Amount', 'Credit limit'],
      ['Acme', 'Invoice', 45_000, 30, 100, 5_000],
      ['Acme', 'Credit note', 45_010, 30, 40, 5_000],
    ];
    expect(rowOf(sheet[2], sheet, 2)).toMatchObject({
      documentType: 'creditNote',
      amount: -40,
      dueDate: 45_040,
      termsDays: 30,
      creditLimit: 5_000,
    });
    expect(rowOf(['Acme', 'Invoice', 45_000, '', 100, 5_000], sheet)).toBe('readAgain');
  });

  test.each<[string, Cell[]]>([
    ['the order of a date', ['Acme', 'A-3', '5/3/2024', 45_400, 10, 10, '', '']],
    ['what a mark in an amount means', ['Acme', 'A-3', 45_300, 45_330, '1.234', 10, '', '']],
    ['where an amount without a customer belongs', ['', 'A-3', 45_300, 45_330, 10, 10, '', '']],
    ['what an unreadable amount comes to', ['Acme', 'A-3', 45_300, 45_330, '#N/A', 10, '', '']],
    ['whose subtotal it is', ['Acme Total', '', '', '', 80.5, '', '', '']],
    ['whether it is the sum of the rows above', ['Acme', '', '', '', 80.5, '', '', '']],
    ['what else is in euros', ['Acme', 'A-3', 45_300, 45_330, '€10.50', 10, '', '']],
  ])('asks to read again where only others tell %s', (_, cells) => {
    expect(rowOf(cells)).toBe('readAgain');
  });

  test('is none above the data', () => {
    expect(rowOf(header, plain, 0)).toBe('readAgain');
  });
});
