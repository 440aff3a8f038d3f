import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { createBook } from '../../../src/workbench/book/book';
import { fold, groupLines, groupsOf } from '../../../src/workbench/book/outline';
import { openWorkbook } from '../../../src/workbench/files/openWorkbook';
import { saveWorkbook } from '../../../src/workbench/files/saveWorkbook';

function groupedBook() {
  const book = createBook();
  const sheet = book.activeSheet;
  book.enter(sheet, 0, 0, 'Customer');
  groupLines(sheet.rowOutline, 1, 4);
  groupLines(sheet.rowOutline, 1, 2);
  groupLines(sheet.columnOutline, 2, 3);
  fold(sheet, 'row', groupsOf(sheet.rowOutline).find(({ level }) => level === 2)!, true);
  fold(sheet, 'column', groupsOf(sheet.columnOutline)[0], true);
  sheet.rowOutline.isSummaryAfter = true;
  sheet.columnOutline.isSummaryAfter = true;
  sheet.zoom = 0.85;
  return book;
}

async function reopened(bytes: Uint8Array) {
  const again = createBook();
  await openWorkbook(bytes, 'again.xlsx', again);
  return again.activeSheet;
}

test('groups, what is folded of them, and the zoom come back from a file', async () => {
  const book = groupedBook();
  const sheet = await reopened(await saveWorkbook(book));
  const { rowOutline, columnOutline, hiddenRows, hiddenColumns, zoom } = book.activeSheet;
  expect([sheet.rowOutline, sheet.columnOutline]).toEqual([rowOutline, columnOutline]);
  expect([sheet.hiddenRows, sheet.hiddenColumns, sheet.zoom]).toEqual([hiddenRows, hiddenColumns, zoom]);
});

test('summaries before their groups are said', async () => {
  const book = groupedBook();
  book.activeSheet.rowOutline.isSummaryAfter = false;
  book.activeSheet.tabColor = '#C00000';
  const bytes = await saveWorkbook(book);
  expect((await reopened(bytes)).rowOutline.isSummaryAfter).toBe(false);
  const xml = await (await JSZip.loadAsync(bytes)).file('xl/worksheets/sheet1.xml')!.async('string');
  expect(xml).toContain('<sheetPr><tabColor rgb="FFC00000"/><outlinePr summaryBelow="0"/></sheetPr>');
  expect(xml).toContain('outlineLevelRow="2" outlineLevelCol="1"');
});

test('another reader reads the same', async () => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await saveWorkbook(groupedBook())) as unknown as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  expect([1, 2, 3, 4, 5, 6].map(row => sheet.getRow(row).outlineLevel ?? 0)).toEqual([0, 2, 2, 1, 1, 0]);
  expect([2, 3, 4].map(row => sheet.getRow(row).hidden)).toEqual([true, true, false]);
  expect([3, 4, 5].map(column => sheet.getColumn(column).outlineLevel)).toEqual([1, 1, 1]);
  expect(sheet.views[0]).toMatchObject({ zoomScale: 85 });
});

test('groups of another program are read', async () => {
  const workbook = new ExcelJS.Workbook();
  const written = workbook.addWorksheet('Ledger');
  for (const row of [1, 2, 3]) written.getCell(row, 1).value = row;
  written.getRow(2).outlineLevel = 1;
  written.getRow(3).outlineLevel = 1;
  written.getColumn(2).outlineLevel = 2;
  const sheet = await reopened(new Uint8Array(await workbook.xlsx.writeBuffer()));
  expect([...sheet.rowOutline.levels]).toEqual([
    [1, 1],
    [2, 1],
  ]);
  expect(sheet.columnOutline.levels.get(1)).toBe(2);
});
