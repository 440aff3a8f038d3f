/** Sheets that Tiercel adds: found again by their mark, never taken for the user's, removed exactly. */

import { ensureOwnSheet, findOwnSheet, showOwnSheet } from '../../src/excel/ownSheets';
import { toExcelProblem } from '../../src/excel/problem';
import { clearAdditions, findAdditions } from '../../src/excel/share/additions';
import { type RunningExcel, startExcel } from './harness';

let excel: RunningExcel;
beforeEach(async () => {
  excel = await startExcel();
});
afterEach(() => excel.stop());

const ensure = (key: string, title: string) =>
  Excel.run(async context => {
    const { sheetName, isNew } = await ensureOwnSheet(context, key, title);
    return { sheetName, isNew };
  });
const sheetNames = () => excel.book.sheets.map(sheet => sheet.name);

test('is added once, behind the others, and the sheet in front stays in front', async () => {
  expect(await ensure('Report', 'Tiercel Report')).toEqual({ sheetName: 'Tiercel Report', isNew: true });
  expect(await ensure('Report', 'Tiercel Report')).toEqual({ sheetName: 'Tiercel Report', isNew: false });
  expect(sheetNames()).toEqual(['Sheet1', 'Tiercel Report']);
  expect(excel.book.activeSheet.name).toBe('Sheet1');
});

test('is found again after the user renamed it, and by no longer after the user deleted it', async () => {
  await ensure('Report', 'Tiercel Report');
  await Excel.run(async context => {
    context.workbook.worksheets.getItem('Tiercel Report').name = 'Board pack';
    await context.sync();
  });
  expect(await ensure('Report', 'Tiercel Report')).toEqual({ sheetName: 'Board pack', isNew: false });
  await Excel.run(async context => {
    context.workbook.worksheets.getItem('Board pack').delete();
    await context.sync();
    expect(await findOwnSheet(context, 'Report')).toBeNull();
  });
});

test('is found again after its first row and column were deleted', async () => {
  await ensure('Report', 'Tiercel Report');
  await Excel.run(async context => {
    const sheet = context.workbook.worksheets.getItem('Tiercel Report');
    sheet.getRange('1:1').delete('Up');
    sheet.getRange('A:A').delete('Left');
    await context.sync();
  });
  expect(await ensure('Report', 'Tiercel Report')).toEqual({ sheetName: 'Tiercel Report', isNew: false });
});

test('that Excel does not delete stays known as ours', async () => {
  await ensure('Report', 'Tiercel Report');
  excel.book.isStructureProtected = true;
  const refused = await clearAdditions({ includePolicy: false, sheetKeys: ['Report'] });
  expect(refused).toMatchObject({ problem: { key: 'workbookProtected' } });
  excel.book.isStructureProtected = false;
  expect(await ensure('Report', 'Tiercel Report')).toMatchObject({ isNew: false });
});

test("a sheet of the user's with that title is left alone", async () => {
  await Excel.run(async context => {
    context.workbook.worksheets.add('Tiercel Report');
    await context.sync();
  });
  expect(await ensure('Report', 'Tiercel Report')).toEqual({ sheetName: 'Tiercel Report (2)', isNew: true });
});

test('only chosen sheets go, and nothing else does', async () => {
  await ensure('Report', 'Tiercel Report');
  await ensure('Snapshots', 'Tiercel Snapshots');
  const found = await findAdditions();
  expect(found.ok && found.value.sheets).toEqual([
    { key: 'Report', sheetName: 'Tiercel Report' },
    { key: 'Snapshots', sheetName: 'Tiercel Snapshots' },
  ]);
  const cleared = await clearAdditions({ includePolicy: false, sheetKeys: ['Report'] });
  expect(cleared.ok && cleared.value.removed.sheets).toEqual([
    { key: 'Report', sheetName: 'Tiercel Report' },
  ]);
  expect(sheetNames()).toEqual(['Sheet1', 'Tiercel Snapshots']);
});

test.each(['Hidden', 'VeryHidden'] as const)(
  'one that is %s is shown again to who asks for it',
  async visibility => {
    await ensure('Report', 'Tiercel Report');
    await Excel.run(async context => {
      context.workbook.worksheets.getItem('Tiercel Report').visibility = visibility;
      await context.sync();
    });
    expect(await showOwnSheet('Report')).toEqual({ ok: true, value: undefined });
    expect(excel.book.activeSheet.name).toBe('Tiercel Report');
  },
);

test.each([
  ['WorksheetCollection.add', 'workbookProtected'],
  ['Worksheet.delete', 'workbookProtected'],
  ['Worksheet.visibility', 'workbookProtected'],
  ['Range.values', 'sheetProtected'],
  ['ConditionalFormatCollection.add', 'sheetProtected'],
])('refused at %s, it is the %s', (errorLocation, key) => {
  const refused = { code: 'AccessDenied', message: 'You cannot.', debugInfo: { errorLocation } };
  expect(toExcelProblem(refused).key).toBe(key);
});
