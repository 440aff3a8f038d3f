/** Ledgers with a row for each item of an invoice: the invoice counts once, whatever stands on its rows. */
import { describe, expect, test } from '@jest/globals';
import type { Cell } from '../../../../src/risk/ledger/ledger';
import { readLedger } from '../../../../src/risk/ledger/readLedger';
import { readRow } from '../../../../src/risk/ledger/readRow';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { remap } from '../../../../src/risk/ledger/recognition/remap';
import { dayOf, ledgerOfCells, owedIn } from '../../sheetLedger';

type Row = readonly Cell[];
const day = dayOf;
const headers = ['Customer', 'Invoice no', 'Invoice date', 'Due date', 'Item', 'Qty', 'Price'];
const [march, april, may] = [day('2024-03-01'), day('2024-04-01'), day('2024-05-01')];

describe('the rows of an invoice', () => {
  test('that repeat its total are remarked, each with the number of the invoice, and none is a duplicate', () => {
    const cells: Row[] = [
      [...headers, 'Invoice total'],
      ['Acme', '7', march, april, 'Steel', 2, 200, 1000],
      ['Acme', '7', march, april, 'Copper', 5, 120, 1000],
      ['Beta', '8', march, april, 'Tin', 1, 30, 30],
    ];
    expect(recogniseSheet(cells).invoiceLines).toBe('repeated');
    const { findings, rowCount } = ledgerOfCells(cells);
    expect(rowCount).toBe(2);
    expect(findings).toEqual([{ kind: 'invoiceLine', row: 2, column: 7, found: '7' }]);
    expect(owedIn(cells)).toEqual({ Acme: 1000, Beta: 30 });
  });

  test('count each where they have amounts of their own, also where two items cost the same', () => {
    const cells: Row[] = [
      [...headers, 'Amount'],
      ['Acme', '7', march, april, 'Steel', 2, 50, 100],
      ['Acme', '7', march, april, 'Copper', 1, 100, 100],
    ];
    expect(recogniseSheet(cells).invoiceLines).toBe('summed');
    expect(owedIn(cells)).toEqual({ Acme: 200 });
    expect(ledgerOfCells(cells).findings).toEqual([]);
  });

  test('of the same number in another year, of another customer or another kind are other documents', () => {
    const cells: Row[] = [
      [...headers, 'Type', 'Total'],
      ['Acme', '7', march, april, 'Steel', 1, 10, 'Invoice', 500],
      ['Acme', '7', march, april, 'Tin', 1, 10, 'Invoice', 500],
      ['Acme', '7', may, may + 30, 'Steel', 1, 10, 'Invoice', 500],
      ['Beta', '7', march, april, 'Steel', 1, 10, 'Invoice', 500],
      ['Acme', '7', march, april, 'Steel', 1, 10, 'Credit note', 500],
    ];
    const { rowCount, findings } = ledgerOfCells(cells);
    expect(rowCount).toBe(4);
    expect(owedIn(cells)).toEqual({ Acme: 500, Beta: 500 });
    // One number of two customers is still to be looked at.
    expect(findings.filter(({ kind }) => kind === 'duplicateDocument').map(({ row }) => row)).toEqual([4]);
  });

  test('need not stand together', () => {
    const cells: Row[] = [
      [...headers, 'Total'],
      ['Acme', '7', march, april, 'Steel', 1, 10, 500],
      ['Beta', '8', march, april, 'Steel', 1, 10, 300],
      ['Acme', '7', march, april, 'Tin', 1, 10, 500],
    ];
    expect(owedIn(cells)).toEqual({ Acme: 500, Beta: 300 });
  });

  test('are read anew when the user says that the total is another column', () => {
    const cells: Row[] = [
      [...headers, 'Amount', 'Document value'],
      ['Acme', '7', march, april, 'Steel', 2, 50, 100, 250],
      ['Acme', '7', march, april, 'Copper', 1, 150, 150, 250],
    ];
    const recognition = remap(recogniseSheet(cells), 'amount', 8);
    const ledger = readLedger(cells, recognition, { dateSystem: 1900 });
    expect([...ledger.amount]).toEqual([250]);
  });

  test('are no ones of a sheet without items: there a number that comes twice is a duplicate', () => {
    const cells: Row[] = [
      ['Customer', 'Invoice no', 'Invoice date', 'Due date', 'Total'],
      ['Acme', '7', march, april, 500],
      ['Acme', '7', march, april, 500],
    ];
    expect(recogniseSheet(cells).invoiceLines).toBeUndefined();
    expect(ledgerOfCells(cells).findings.map(({ kind }) => kind)).toEqual(['duplicateDocument']);
    expect(owedIn(cells)).toEqual({ Acme: 1000 });
  });

  test('leave no total of all rows unseen below them', () => {
    const cells: Row[] = [
      [...headers, 'Total'],
      ['Acme', '7', march, april, 'Steel', 1, 10, 500],
      ['Acme', '7', march, april, 'Tin', 1, 10, 500],
      ['Beta', '8', march, april, 'Tin', 1, 10, 30],
      ['', '', '', '', '', '', '', 530],
    ];
    expect(ledgerOfCells(cells).unplaced).toEqual([]);
    expect(owedIn(cells)).toEqual({ Acme: 500, Beta: 30 });
  });

  test('after an edit take the whole sheet', () => {
    const cells: Row[] = [
      [...headers, 'Total'],
      ['Acme', '7', march, april, 'Steel', 1, 10, 500],
      ['Acme', '7', march, april, 'Tin', 1, 10, 500],
    ];
    const ledger = ledgerOfCells(cells);
    expect(readRow(cells[2], 2, recogniseSheet(cells), { dateSystem: 1900 }, ledger)).toBe('readAgain');
  });
});
