/** Decisions about who is who stand in cells: one row a customer, changed in place, taken out again, whatever users did to the table. */

import { forgetMatch, readMatches, rememberMatch } from '../../../src/excel/memory/chosenMatches';
import { clearAdditions, findAdditions } from '../../../src/excel/share/additions';
import type { ChosenMatch } from '../../../src/risk/join/chosenMatches';
import { type RunningExcel, startExcel, value } from '../harness';
import { fingerprint, writeLedger } from '../ledger';

let excel: RunningExcel;
beforeEach(async () => {
  excel = await startExcel();
});
afterEach(() => excel.stop());

const choice = (customer: string, entry = '', entryNumber = ''): ChosenMatch => ({
  customer,
  entry,
  entryNumber,
});
const remembered = async () =>
  value(await readMatches()).map(({ customer, entry, entryNumber }) => [customer, entry, entryNumber]);
const sheetTitle = 'Tiercel Matches';
const onSheet = (work: (sheet: Excel.Worksheet) => void): Promise<void> =>
  Excel.run(async context => {
    work(context.workbook.worksheets.getItem(sheetTitle));
    await context.sync();
  });

test('a first decision adds the sheet with a native table; one about the same customer takes its place', async () => {
  expect(await remembered()).toEqual([]);
  expect(value(await rememberMatch(choice('Texaco', 'Chevron', '0071'), 'en'))).toEqual({ isNew: true });
  expect(value(await rememberMatch(choice('宏达'), 'zh'))).toEqual({ isNew: false });
  await rememberMatch(choice('TEXACO ', 'Chevron USA', '72'), 'en');
  expect(await remembered()).toEqual([
    ['Texaco', 'Chevron USA', '72'],
    ['宏达', '', ''],
  ]);
  expect(excel.book.activeSheet.name).toBe('Sheet1');
  const sheet = excel.book.sheets.find(({ name }) => name === sheetTitle)!;
  expect(sheet.tables.map(({ name, area }) => [name, area.rowCount])).toEqual([['TiercelMatches', 3]]);
});

test('the table is printed one page wide, with its header on every page', async () => {
  await rememberMatch(choice('Texaco', 'Chevron', '0071'), 'en');
  const sheet = excel.book.sheetByName(sheetTitle)!;
  expect([sheet.pageLayout.orientation, sheet.pageLayout.horizontalFitToPages]).toEqual(['Portrait', 1]);
  const titles = excel.book.names.find(({ name, scope }) => name === 'Print_Titles' && scope === sheet.id);
  expect(titles?.formula).toContain(`$${sheet.tables[0].area.row + 1}:`);
});

test('a name that looks like a formula, a number or a date stays the text it is', async () => {
  const nasty = [
    choice('=1+1', '@SUM(A1)', '007'),
    choice('1-2', '+44', '2024-01-05'),
    choice("'quoted", '-5', 'TRUE'),
  ];
  for (const each of nasty) await rememberMatch(each, 'en');
  await rememberMatch(choice('=1+1', '=2+2', '=3'), 'en');
  expect((await remembered())[0]).toEqual(['=1+1', '=2+2', '=3']);
  expect((await remembered())[1]).toEqual(['1-2', '+44', '2024-01-05']);
  const sheet = excel.book.sheets.find(({ name }) => name === sheetTitle)!;
  for (let row = 5; row < 8; row += 1) {
    for (let column = 0; column < 3; column += 1) expect(typeof sheet.value(row, column)).toBe('string');
  }
});

test('what is taken back is gone, the last row too, and the next decision goes where it was', async () => {
  await rememberMatch(choice('A', 'a'), 'en');
  await rememberMatch(choice('B', 'b'), 'en');
  await rememberMatch(choice('C', 'c'), 'en');
  await forgetMatch('b', 'en');
  expect(await remembered()).toEqual([
    ['A', 'a', ''],
    ['C', 'c', ''],
  ]);
  await forgetMatch('Nobody', 'en');
  await forgetMatch('A', 'en');
  await forgetMatch('C', 'en');
  expect(await remembered()).toEqual([]);
  await rememberMatch(choice('D', 'd'), 'en');
  await rememberMatch(choice('E', 'e'), 'en');
  expect(await remembered()).toEqual([
    ['D', 'd', ''],
    ['E', 'e', ''],
  ]);
  const sheet = excel.book.sheets.find(({ name }) => name === sheetTitle)!;
  expect(sheet.tables[0].area.rowCount).toBe(3);
});

test('users may write rows of their own, add and move columns, rename the sheet and turn the table into cells', async () => {
  await rememberMatch(choice('A', 'a'), 'en');
  await onSheet(sheet => {
    sheet.name = 'Who is who';
    sheet.tables.getItem('TiercelMatches').convertToRange();
    sheet.getRange('A5:D8').values = [
      ['Why', '客户清单中的客户', '应收明细中的客户', 'Number on the list'],
      ['as agreed', 'a', 'A', ''],
      ['by hand', 'b', 'B', 8],
      ['twice', 'bb', 'B', ''],
    ];
  });
  await rememberMatch(choice('B', 'better', '9'), 'en');
  await rememberMatch(choice('C', 'c'), 'en');
  expect(await remembered()).toEqual([
    ['A', 'a', ''],
    ['B', 'b', '8'],
    ['B', 'better', '9'],
    ['C', 'c', ''],
  ]);
  await forgetMatch('B', 'en');
  expect((await remembered()).map(([customer]) => customer)).toEqual(['A', 'C']);
  const sheet = excel.book.sheets.find(({ name }) => name === 'Who is who')!;
  expect(sheet.value(5, 0)).toBe('as agreed');
});

test('where the headers are gone nothing is written, and that is said', async () => {
  await rememberMatch(choice('A', 'a'), 'en');
  await onSheet(sheet => {
    sheet.getRange('A5:C5').values = [['one', 'two', 'three']];
  });
  expect(await rememberMatch(choice('B'), 'en')).toMatchObject({
    ok: false,
    problem: { key: 'recordsUnreadable', detail: { sheet: sheetTitle } },
  });
});

test('Clear takes exactly this away', async () => {
  writeLedger(excel.book);
  const before = fingerprint(excel.book);
  await rememberMatch(choice('A', 'a'), 'zh');
  const found = await findAdditions();
  expect(found.ok && found.value.sheets).toEqual([{ key: 'Matches', sheetName: 'Tiercel 客户匹配' }]);
  await clearAdditions({ includePolicy: false, sheetKeys: ['Matches'] });
  expect(fingerprint(excel.book)).toBe(before);
});
