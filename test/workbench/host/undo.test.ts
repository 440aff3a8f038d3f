/** What Ctrl+Z does to the writes of an add-in: each request is a step, and some calls clear all steps (Microsoft Learn). */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type RunningExcel, startExcel } from '../../excel/harness';

let excel: RunningExcel;
beforeEach(async () => {
  excel = await startExcel();
});
afterEach(() => excel.stop());

const active = (context: Excel.RequestContext) => context.workbook.worksheets.getActiveWorksheet();

test('each sync that writes is a step, one that reads is none', async () => {
  const { book } = excel;
  await Excel.run(async context => {
    const range = active(context).getRange('A1:B1');
    range.values = [[1, 2]];
    range.format.fill.color = '#FFFF00';
    range.format.font.bold = true;
    await context.sync();
    range.load('values');
    await context.sync();
    active(context).getRange('A2').formulas = [['=SUM(A1:B1)']];
    await context.sync();
  });
  const sheet = book.activeSheet;
  book.undo();
  expect([sheet.value(1, 0), sheet.value(0, 0)]).toEqual([null, 1]);
  book.undo();
  expect([sheet.value(0, 0), sheet.style(0, 1), book.canUndo]).toEqual([null, {}, false]);
  book.redo();
  expect([sheet.value(0, 1), sheet.style(0, 1)]).toEqual([2, { fill: '#FFFF00', bold: true }]);
});

test('what the user typed before and after lies on the same stack', async () => {
  const { book } = excel;
  book.enter(book.activeSheet, 0, 0, '5');
  await Excel.run(async context => {
    active(context).getRange('A1').values = [[6]];
    active(context).getRange('A1').getEntireColumn().format.columnWidth = 99;
    await context.sync();
  });
  book.undo();
  expect([book.activeSheet.value(0, 0), book.activeSheet.columnWidths.size]).toEqual([5, 0]);
  book.undo();
  expect(book.activeSheet.value(0, 0)).toBeNull();
});

test('the add-in hears of its writes being taken back as of an edit of the user', async () => {
  const { book } = excel;
  const heard: string[] = [];
  await Excel.run(async context => {
    const sheet = active(context);
    sheet.getRange('A1').values = [[6]];
    sheet.onChanged.add(async ({ address, triggerSource }) => {
      heard.push(`${address} ${triggerSource}`);
    });
    await context.sync();
  });
  heard.length = 0;
  book.undo();
  await excel.host.idle();
  expect(heard).toEqual(['A1 Unknown']);
});

test('a request that fails half way is one step as far as it went', async () => {
  const { book } = excel;
  const failing = Excel.run(async context => {
    active(context).getRange('A1').values = [[1]];
    context.workbook.worksheets.getItem('Missing').delete();
    await context.sync();
  });
  await expect(failing).rejects.toMatchObject({ code: 'ItemNotFound' });
  expect(book.activeSheet.value(0, 0)).toBe(1);
  book.undo();
  expect(book.activeSheet.value(0, 0)).toBeNull();
});

test.each([
  [
    'deleting a sheet',
    (context: Excel.RequestContext) => context.workbook.worksheets.getItem('Second').delete(),
  ],
  ['protecting a sheet', (context: Excel.RequestContext) => active(context).protection.protect()],
  [
    "a name's comment",
    (context: Excel.RequestContext) => {
      context.workbook.names.getItem('Own').comment = 'x';
    },
  ],
])('%s clears what could be undone; what follows can be', async (_, call) => {
  const { book } = excel;
  book.addSheet('Second');
  book.addName('Own', '=1');
  await Excel.run(async context => {
    active(context).getRange('A1').values = [[1]];
    await context.sync();
    call(context);
    context.workbook.worksheets.add('Third');
    await context.sync();
  });
  book.undo();
  expect([book.sheetByName('Third'), book.canUndo]).toEqual([null, false]);
  expect(book.activeSheet.value(0, 0)).toBe(1);
});
