/** What the user is told once it is known what becomes of each row, and that only rows that count are counted. */
import { expect, test } from '@jest/globals';
import type { Cell } from '../../../../src/risk/ledger/ledger';
import { readLedger } from '../../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';

type Row = readonly Cell[];

const read = (cells: readonly Row[]) => readLedger(cells, recogniseSheet(cells), { dateSystem: 1900 });

const remarks = (cells: readonly Row[], kind: string) =>
  read(cells)
    .findings.filter(finding => finding.kind === kind)
    .map(({ row, column, found }) => [row, column, found]);

test('a payment below zero is told where it raises what is open of an invoice', () => {
  const header = ['Customer', 'Due date', 'Amount', 'Paid amount'];
  const rows: Row[] = [
    ['Acme', 45_030, 100, -20],
    ['Acme', 45_030, 100, 0],
    ['Beta', 45_030, 100, 30],
    // Paid back of a credit note.
    ['Beta', 45_030, -50, -50],
  ];
  expect(remarks([header, ...rows], 'negativePaid')).toEqual([[1, 3, '-20']]);
  const balances = [80, 100, 70, 0];
  const withBalance = [[...header, 'Balance'], ...rows.map((row, index) => [...row, balances[index]])];
  expect(remarks(withBalance, 'negativePaid')).toEqual([]);
});

test('what a status alone says to be paid is told once, and part payments row by row', () => {
  const cells: Row[] = [
    ['Customer', 'Invoice', 'Due date', 'Amount', 'Status'],
    ['Acme', 'A1', 45_030, 100, 'Paid'],
    ['Acme', 'A2', 45_031, 200, 'Partially paid'],
    ['Beta', 'B1', 45_032, 300, 'Open'],
    ['Beta', 'B2', 45_033, 400, 'Paid'],
  ];
  expect(remarks(cells, 'paidByStatus')).toEqual([[0, 4, 'Status']]);
  expect(remarks(cells, 'partlyPaid')).toEqual([[2, 4, '']]);
});
