/** Highlights sum over cells: only where that comes to what the engine counts may they do so. */
import { describe, expect, test } from '@jest/globals';
import { compareNativeSums } from '../../../src/excel/highlight/nativeSums';
import type { Cell } from '../../../src/risk/ledger/ledger';
import { readLedger } from '../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../src/risk/ledger/recognition/recogniseSheet';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { assessLedger } from '../../../src/risk/scoring/assess';
import { finishSlices } from '../../../src/risk/slices';
import { blockOf } from '../../sheetBlock';

const asOf = 45_473;
const header = ['Customer', 'Document', 'Invoice date', 'Due date', 'Amount'];
const rows: Cell[][] = [
  ['Acme', 'A1', asOf - 90, asOf - 60, 1000],
  ['Acme', 'A2', asOf - 40, asOf - 10, 500.5],
  ['Borealis', 'B1', asOf - 30, asOf, 250],
];

const followsCells = (cells: Cell[][]): boolean => compared(cells).followCells;

function compared(cells: Cell[][]) {
  const recognition = recogniseSheet(cells);
  const ledger = readLedger(cells, recognition, { dateSystem: 1900 });
  const assessment = assessLedger(ledger, asOf, defaultPolicy);
  return finishSlices(compareNativeSums(blockOf(cells), recognition, assessment));
}

describe('sums over cells come to what the engine counts', () => {
  test.each<[string, Cell[][]]>([
    ['clean rows', rows],
    ['names in another case, which Excel takes for the same', [...rows, ['ACME', 'A3', asOf - 9, asOf, 5]]],
    ['an invoice of later', [...rows, ['Later', 'L1', asOf + 9, asOf + 39, 70]]],
    ['a total that names nobody and has no date', [...rows, ['', '', '', '', 1750.5]]],
  ])('%s', (_, cells) => {
    expect(followsCells([header, ...cells])).toBe(true);
  });

  test.each<[string, Cell[][]]>([
    ['an amount is text', [...rows, ['Acme', 'A3', asOf - 9, asOf, '1,234.50']]],
    ['an invoice date is missing', [...rows, ['Acme', 'A3', '', asOf, 80]]],
    ['a customer is written with a space more', [...rows, ['Acme ', 'A3', asOf - 9, asOf, 80]]],
  ])('not where %s', (_, cells) => {
    expect(followsCells([header, ...cells])).toBe(false);
  });

  test('not where totals name a customer, on a sheet without invoice dates', () => {
    const withoutInvoiceDate = (cells: Cell[][]) =>
      [header, ...cells].map(row => row.filter((_cell, at) => at !== 2));
    expect(followsCells(withoutInvoiceDate(rows))).toBe(true);
    const subtotal: Cell[] = ['Acme', '', '', '', 1500.5];
    expect(followsCells(withoutInvoiceDate([...rows.slice(0, 2), subtotal, ...rows.slice(2)]))).toBe(false);
    // What labels a total is left out of the sums.
    expect(followsCells(withoutInvoiceDate([...rows, ['Total', '', '', '', 1750.5]]))).toBe(true);
  });
});

test('of a few customers it says how many Excel leaves something out of', () => {
  const many = Array.from({ length: 40 }, (_, row) => [
    `C${row}`,
    `I${row}`,
    asOf - 90,
    asOf - 60,
    1000 + row,
  ]);
  const cells = [header, ...many, ['C7', 'T1', asOf - 9, asOf, '1,234.50'], ['C9', 'T2', '', asOf, 80]];
  expect(compared(cells)).toEqual({ followCells: true, differing: 2 });
  expect(compared([header, ...many])).toEqual({ followCells: true, differing: 0 });
});
