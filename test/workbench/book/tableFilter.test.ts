import { expect, test } from '@jest/globals';
import JSZip from 'jszip';
import { createBook } from '../../../src/workbench/book/book';
import { filterOf, setFilter, textsOfColumn } from '../../../src/workbench/book/tableFilter';
import { openWorkbook } from '../../../src/workbench/files/openWorkbook';
import { saveWorkbook } from '../../../src/workbench/files/saveWorkbook';

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

test('a filter is in the file, and comes back with the rows it hides', async () => {
  const book = createBook();
  const sheet = book.activeSheet;
  const area = { row: 0, column: 1, rowCount: 4, columnCount: 2 };
  book.setCells(
    sheet,
    area,
    [
      ['Customer', 'Tier'],
      ['Baker & Sons', 'A'],
      ['', 'B'],
      ['远东', 'B'],
    ],
    'user',
  );
  const table = book.addTable(sheet, area, 'Customers');
  setFilter(sheet, table, 1, new Set(['远东']));
  const bytes = await saveWorkbook(book);
  const zip = await JSZip.loadAsync(bytes);
  expect(await zip.file('xl/tables/table1.xml')!.async('string')).toContain(
    '<autoFilter ref="B1:C4"><filterColumn colId="0"><filters blank="1"><filter val="Baker &amp; Sons"/></filters></filterColumn></autoFilter>',
  );
  const again = createBook();
  await openWorkbook(bytes, 'again.xlsx', again);
  const [read] = again.activeSheet.tables;
  expect(filterOf(read, 1)).toEqual(new Set(['远东']));
  expect([...again.activeSheet.hiddenRows]).toEqual([3]);
  setFilter(again.activeSheet, read, 1, new Set());
  expect(again.activeSheet.hiddenRows.size).toBe(0);
});
