import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type RunningExcel, startExcel } from '../../excel/harness';

let excel: RunningExcel;

beforeAll(async () => {
  excel = await startExcel();
  const { book } = excel;
  const area = { row: 0, column: 0, rowCount: 2, columnCount: 1 };
  book.setCells(book.activeSheet, area, [['Amount'], [1]], 'user');
  book.addTable(book.activeSheet, area, 'Invoices');
  book.addSheet('Empty');
});

afterAll(() => excel.stop());

test('paths through collections and objects are answered where they lead', async () => {
  await Excel.run(async context => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name,items/tables/items/name,items/protection/protected');
    await context.sync();
    expect(worksheets.items.map(sheet => [sheet.name, sheet.tables.items.map(table => table.name)])).toEqual([
      ['Sheet1', ['Invoices']],
      ['Empty', []],
    ]);
    expect(worksheets.items.map(sheet => sheet.protection.protected)).toEqual([false, false]);
  });
});

test('an object says what it wants as well as a text', async () => {
  await Excel.run(async context => {
    const range = context.workbook.worksheets.getFirst().getRange('A1');
    range.load({ address: true, format: { font: { bold: true }, wrapText: true } });
    await context.sync();
    expect(range.address).toBe('Sheet1!A1');
    expect([range.format.font.bold, range.format.wrapText]).toEqual([false, false]);
    expect(() => range.format.font.color).toThrow();
  });
});

test('an object asked for as a whole brings its plain properties', async () => {
  await Excel.run(async context => {
    const range = context.workbook.worksheets.getFirst().getRange('A1');
    range.load('format/fill,worksheet');
    await context.sync();
    expect(range.format.fill.color).toBe('#FFFFFF');
    expect(range.worksheet.name).toBe('Sheet1');
  });
});

test('without a selection every plain property comes', async () => {
  await Excel.run(async context => {
    const range = context.workbook.worksheets.getFirst().getRange('A1:A2').load();
    await context.sync();
    expect([range.values, range.rowCount, range.address]).toEqual([[['Amount'], [1]], 2, 'Sheet1!A1:A2']);
  });
});

test('a count of a collection does not load its items', async () => {
  await Excel.run(async context => {
    const { tables } = context.workbook;
    tables.load('count');
    await context.sync();
    expect(tables.count).toBe(1);
    expect(() => tables.items).toThrow();
  });
});

test('items that were loaded can be used in the next request', async () => {
  await Excel.run(async context => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name');
    await context.sync();
    const ranges = worksheets.items.map(sheet => sheet.getRange('B2').load('address'));
    await context.sync();
    expect(ranges.map(range => range.address)).toEqual(['Sheet1!B2', 'Empty!B2']);
  });
});

test('what does not exist is named as the developer wrote it', async () => {
  const load = (path: string): Promise<void> =>
    Excel.run(async context => {
      context.workbook.worksheets.getFirst().getRange('A1').load(path);
      await context.sync();
    });
  await expect(load('valuesAsJson')).rejects.toMatchObject({
    message: 'NotImplemented: Range.valuesAsJson',
    debugInfo: { errorLocation: 'Range.load' },
  });
  await expect(load('format/protection/locked')).rejects.toMatchObject({
    message: 'NotImplemented: RangeFormat.protection',
  });
});
