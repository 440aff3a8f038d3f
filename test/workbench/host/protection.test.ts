/** What protected sheets and a protected structure refuse (AccessDenied, Microsoft Learn's list of error codes), and what they allow. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parseArea } from '../../../src/workbench/book/address';
import { createBook } from '../../../src/workbench/book/book';
import { openWorkbook } from '../../../src/workbench/files/openWorkbook';
import { saveWorkbook } from '../../../src/workbench/files/saveWorkbook';
import { type RunningExcel, startExcel } from '../../excel/harness';

let excel: RunningExcel;
beforeEach(async () => {
  excel = await startExcel();
});
afterEach(() => excel.stop());

const refused = { code: 'AccessDenied' };
const area = (address: string) => parseArea(address)!;
const run = (work: (context: Excel.RequestContext) => void): Promise<void> =>
  Excel.run(async context => {
    work(context);
    await context.sync();
  });
const onSheet = (work: (sheet: Excel.Worksheet) => void): Promise<void> =>
  run(context => work(context.workbook.worksheets.getFirst()));

describe('the structure', () => {
  const changes: [string, (context: Excel.RequestContext) => void][] = [
    ['WorksheetCollection.add', context => void context.workbook.worksheets.add('New')],
    ['Worksheet.delete', context => context.workbook.worksheets.getItem('Second').delete()],
    [
      'Worksheet.name',
      context => {
        context.workbook.worksheets.getItem('Second').name = 'Other';
      },
    ],
    [
      'Worksheet.visibility',
      context => {
        context.workbook.worksheets.getItem('Second').visibility = 'Hidden';
      },
    ],
  ];

  test.each(changes)(
    'refuses %s while it is protected, and takes it afterwards',
    async (location, change) => {
      excel.book.addSheet('Second');
      await run(context => context.workbook.protection.protect());
      await expect(run(change)).rejects.toMatchObject({ ...refused, debugInfo: { errorLocation: location } });
      await onSheet(sheet => sheet.getRange('A1').set({ values: [[1]] }));
      await run(context => context.workbook.protection.unprotect());
      await run(change);
    },
  );

  test('has a password, is not protected twice, and tells whether it is', async () => {
    await run(context => context.workbook.protection.protect('secret'));
    await Excel.run(async context => {
      const protection = context.workbook.protection.load('protected');
      await context.sync();
      expect(protection.protected).toBe(true);
    });
    await expect(run(context => context.workbook.protection.protect())).rejects.toMatchObject(refused);
    await expect(run(context => context.workbook.protection.unprotect('wrong'))).rejects.toMatchObject({
      code: 'InvalidArgument',
    });
    await run(context => context.workbook.protection.unprotect('secret'));
    expect(excel.book.isStructureProtected).toBe(false);
  });

  test('stays protected in files, with the password it had there', async () => {
    excel.book.isStructureProtected = true;
    const again = createBook();
    await openWorkbook(await saveWorkbook(excel.book), 'again.xlsx', again);
    expect(again.isStructureProtected).toBe(true);
    await openWorkbook(new TextEncoder().encode('a,b'), 'plain.csv', again);
    expect(again.isStructureProtected).toBe(false);
  });
});

describe('a sheet', () => {
  const allowed: [Excel.WorksheetProtectionOptions, (sheet: Excel.Worksheet) => void][] = [
    [
      { allowFormatCells: true },
      sheet => sheet.getRange('A1').set({ format: { fill: { color: '#FF0000' } } }),
    ],
    [{ allowFormatCells: true }, sheet => void sheet.getRange('A1').conditionalFormats.add('Custom')],
    [{ allowFormatColumns: true }, sheet => sheet.getRange('A1').set({ format: { columnWidth: 10 } })],
    [{ allowFormatRows: true }, sheet => sheet.getRange('A1').set({ format: { rowHeight: 10 } })],
    [{ allowInsertRows: true }, sheet => void sheet.getRange('1:1').insert('Down')],
    [{ allowDeleteRows: true }, sheet => sheet.getRange('1:1').delete('Up')],
    [{ allowInsertColumns: true }, sheet => void sheet.getRange('A:A').insert('Right')],
    [{ allowDeleteColumns: true }, sheet => sheet.getRange('A:A').delete('Left')],
    [{ allowEditObjects: true }, sheet => void sheet.charts.add('Line', sheet.getRange('A1:B2'))],
  ];

  test.each(allowed)('that allows %j allows that alone', async (options, change) => {
    await onSheet(sheet => sheet.protection.protect());
    await expect(onSheet(change)).rejects.toMatchObject(refused);
    await onSheet(sheet => sheet.protection.unprotect());
    await onSheet(sheet => sheet.protection.protect(options));
    await onSheet(change);
    await expect(onSheet(sheet => sheet.getRange('A1').set({ values: [[1]] }))).rejects.toMatchObject(
      refused,
    );
    await expect(onSheet(sheet => void sheet.tables.add('A1:B2', true))).rejects.toMatchObject(refused);
  });

  test('lets cells be changed that are not locked, and others not', async () => {
    const { book } = excel;
    const sheet = book.activeSheet;
    book.setStyle(sheet, area('B2:B4'), { locked: false });
    sheet.isProtected = true;
    book.enter(sheet, 1, 1, '5');
    await onSheet(each => each.getRange('B3:B4').set({ values: [[6], [7]] }));
    expect([1, 2, 3].map(row => sheet.value(row, 1))).toEqual([5, 6, 7]);
    expect(() => book.enter(sheet, 1, 0, '5')).toThrow(expect.objectContaining(refused));
    await expect(onSheet(each => each.getRange('A2:B2').set({ values: [[1, 2]] }))).rejects.toMatchObject(
      refused,
    );
  });

  test('keeps what it allows, and which cells are not locked, in files', async () => {
    const { book } = excel;
    book.setStyle(book.activeSheet, area('B2'), { locked: false });
    await onSheet(sheet => sheet.protection.protect({ allowSort: true, allowFormatCells: true }));
    const again = createBook();
    await openWorkbook(await saveWorkbook(book), 'again.xlsx', again);
    const [sheet] = again.sheets;
    expect([...sheet!.permissions]).toEqual(['allowFormatCells', 'allowSort']);
    expect([sheet!.isProtected, sheet!.style(1, 1), sheet!.style(0, 0)]).toEqual([
      true,
      { locked: false },
      {},
    ]);
    await Excel.run(async context => {
      const { protection } = context.workbook.worksheets.getFirst();
      protection.load('options');
      await context.sync();
      expect(protection.options).toMatchObject({ allowSort: true, allowInsertRows: false });
    });
  });
});
