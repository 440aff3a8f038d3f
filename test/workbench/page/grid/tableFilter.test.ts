import { expect, test } from '@jest/globals';
import { createBook } from '../../../../src/workbench/book/book';
import { filterOf, setFilter, textsOfColumn } from '../../../../src/workbench/page/grid/tableFilter';

test('filters of several columns hold together, and clearing one brings back only its rows', () => {
  const book = createBook();
  const sheet = book.activeSheet;
  const area = { row: 0, column: 0, rowCount: 5, columnCount: 2 };
  book.setCells(
    sheet,
    area,
    [
      ['Customer', 'Tier'],
      ['Baker', 'A'],
      ['Zhou', 'B'],
      ['Baker', 'B'],
      ['', 'A'],
    ],
    'user',
  );
  const table = book.addTable(sheet, area);
  expect(textsOfColumn(sheet, table, 0)).toEqual(['', 'Baker', 'Zhou']);

  setFilter(sheet, table, 0, new Set(['Zhou']));
  setFilter(sheet, table, 1, new Set(['A']));
  expect([...sheet.hiddenRows].sort()).toEqual([1, 2, 4]);
  expect(filterOf(table, 1)).toEqual(new Set(['A']));

  setFilter(sheet, table, 1, new Set());
  expect([...sheet.hiddenRows]).toEqual([2]);
  expect(filterOf(table, 1)).toBeNull();
});
