import { expect, test } from '@jest/globals';
import { formatAddress, parseArea } from '../../../src/workbench/book/address';
import { createBook } from '../../../src/workbench/book/book';
import { unfilteredParts } from '../../../src/workbench/book/filteredRows';

const area = (address: string) => parseArea(address)!;

function filteredSheet() {
  const book = createBook();
  const sheet = book.activeSheet;
  book.setCells(
    sheet,
    area('A1:A7'),
    ['Tier', 'A', 'B', 'A', 'B', 'B', 'A'].map(text => [text]),
    'user',
  );
  const table = book.addTable(sheet, area('A1:A7'));
  table.filters.set(0, new Set(['B']));
  for (const row of [2, 4, 5]) sheet.hiddenRows.add(row);
  return { sheet, table };
}

const partsOf = (sheet: Parameters<typeof unfilteredParts>[0], address: string): string[] =>
  unfilteredParts(sheet, area(address)).map(part => formatAddress(part));

test('what a filter hides is no part of what is selected', () => {
  const { sheet } = filteredSheet();
  expect(partsOf(sheet, 'A2:B7')).toEqual(['A2:B2', 'A4:B4', 'A7:B7']);
  expect(partsOf(sheet, 'A3')).toEqual([]);
  expect(partsOf(sheet, 'A1:A20')).toEqual(['A1:A2', 'A4', 'A7:A20']);
});

test('rows hidden by hand are', () => {
  const { sheet, table } = filteredSheet();
  table.filters.clear();
  expect(partsOf(sheet, 'A2:B7')).toEqual(['A2:B7']);
  table.filters.set(0, new Set(['B']));
  sheet.hiddenRows.add(9);
  expect(partsOf(sheet, 'A9:A12')).toEqual(['A9:A12']);
});
