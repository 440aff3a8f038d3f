/** What was said of columns stands in cells: written once, changed in place, read back by a colleague, gone with Clear. */

import { readColumnMemory, rememberColumns } from '../../../src/excel/memory/columnMemory';
import { isPolicyEdited } from '../../../src/excel/policy/policySheet';
import { glimpseOtherSheets } from '../../../src/excel/reading/otherSheets';
import { readSheet } from '../../../src/excel/reading/readSheet';
import { clearAdditions, findAdditions } from '../../../src/excel/share/additions';
import type { Field } from '../../../src/risk/ledger/ledger';
import type { SheetMemory } from '../../../src/risk/ledger/recognition/columnMemory';
import { openWorkbook } from '../../../src/workbench/files/openWorkbook';
import { saveWorkbook } from '../../../src/workbench/files/saveWorkbook';
import { type RunningExcel, startExcel } from '../harness';
import { fingerprint, writeLedger } from '../ledger';

let excel: RunningExcel;
beforeEach(async () => {
  excel = await startExcel();
});
afterEach(() => excel.stop());

const said =
  (...columns: [Field, string][]) =>
  (before: SheetMemory) => ({
    ...before,
    columns: new Map([...before.columns, ...columns]),
  });
const sheetNamed = (name: string) => excel.book.sheets.find(sheet => sheet.name === name)!;
const rowsOf = (name: string) => {
  const sheet = sheetNamed(name);
  const used = sheet.usedArea(true)!;
  return Array.from({ length: used.rowCount }, (_, row) =>
    Array.from({ length: used.columnCount }, (_, column) =>
      sheet.value(used.row + row, used.column + column),
    ),
  );
};

async function read(): Promise<SheetMemory[]> {
  const memories = await readColumnMemory();
  if (!memories.ok) throw new Error(memories.problem.key);
  return memories.value;
}

test('a first correction adds the sheet with a native table, later ones change or add rows, in either language', async () => {
  writeLedger(excel.book);
  expect(await read()).toEqual([]);
  expect(await rememberColumns('Sheet1', said(['amount', 'Net']), 'en')).toEqual({
    ok: true,
    value: { isNew: true },
  });
  expect(excel.book.activeSheet.name).toBe('Sheet1');
  await rememberColumns('Sheet1', said(['amount', 'Gross'], ['paidDate', '']), 'zh');
  await rememberColumns('Other', before => ({ ...before, list: 'Customers', headerRow: 4 }), 'en');
  await rememberColumns('Other', before => ({ ...before, list: 'Customers', headerRow: 4 }), 'en');
  expect(rowsOf('Tiercel Columns').slice(4)).toEqual([
    ['Sheet', 'Meaning', 'Column header'],
    ['Sheet1', 'Mark of the sheet', 'Tiercel_Data_1'],
    ['Sheet1', 'Amount', 'Gross'],
    ['Sheet1', expect.any(String), null],
    ['Other', 'Header row', 4],
    ['Other', 'Joined customer list', 'Customers'],
  ]);
  expect(sheetNamed('Tiercel Columns').tables.map(({ name, area }) => [name, area.rowCount])).toEqual([
    ['TiercelColumns', 6],
  ]);
  const [first, second] = await read();
  expect([...first.columns]).toEqual([
    ['amount', 'Gross'],
    ['paidDate', ''],
  ]);
  expect(second).toMatchObject({ sheet: 'Other', headerRow: 4, list: 'Customers' });
});

test('a header that looks like a formula, a number or a date stays the text it is', async () => {
  const nasty: [Field, string][] = [
    ['amount', '=1+1'],
    ['dueDate', '2024-01-05'],
    ['document', '+44'],
    ['customer', '@SUM'],
    ['paidDate', '00123'],
  ];
  await rememberColumns('=cmd', said(...nasty), 'en');
  await rememberColumns('=cmd', said(['amount', '=2+2']), 'en');
  const sheet = sheetNamed('Tiercel Columns');
  const used = sheet.usedArea(true)!;
  for (let row = 0; row < used.row + used.rowCount; row += 1) {
    for (let column = 0; column < 3; column += 1) {
      expect(String(sheet.formula(row, column) ?? '').startsWith('=') && sheet.value(row, column)).not.toBe(
        4,
      );
      expect([2, 4]).not.toContain(sheet.value(row, column));
    }
  }
  const [memory] = await read();
  expect(memory.sheet).toBe('=cmd');
  expect([...memory.columns]).toEqual([['amount', '=2+2'], ...nasty.slice(1)]);
});

test("what users did to the table stays: a column and a row of their own, the sheet's name, the table turned into cells", async () => {
  await rememberColumns('Sheet1', said(['amount', 'Net']), 'en');
  await Excel.run(async context => {
    const sheet = context.workbook.worksheets.getItem('Tiercel Columns');
    sheet.name = 'Columns';
    const table = sheet.tables.getItem('TiercelColumns');
    table.resize('A5:D7');
    sheet.getRange('D5:D7').values = [['Why'], [''], ['as agreed']];
    await context.sync();
  });
  await rememberColumns('Sheet1', said(['amount', 'Gross'], ['dueDate', 'Due']), 'en');
  expect(rowsOf('Columns').slice(4)).toEqual([
    ['Sheet', 'Meaning', 'Column header', 'Why'],
    ['Sheet1', 'Mark of the sheet', 'Tiercel_Data_1', null],
    ['Sheet1', 'Amount', 'Gross', 'as agreed'],
    ['Sheet1', 'Due date', 'Due', null],
  ]);
});

test('the policy is no more edited for it, and Clear takes exactly this away', async () => {
  writeLedger(excel.book);
  const before = fingerprint(excel.book);
  await rememberColumns('Sheet1', said(['amount', 'Net']), 'en');
  await Excel.run(async context => expect(await isPolicyEdited(context)).toBe(false));
  const found = await findAdditions();
  expect(found.ok && found.value.sheets).toEqual([{ key: 'Columns', sheetName: 'Tiercel Columns' }]);
  await clearAdditions({ includePolicy: false, sheetKeys: ['Columns'] });
  expect(fingerprint(excel.book)).toBe(before);
});

describe('sheets that get other names while the pane is closed', () => {
  const withList = (before: SheetMemory) => ({ ...said(['amount', 'Net'])(before), list: 'Customers' });
  const now = async () =>
    (await read()).map(({ sheet, list, columns }) => [sheet, list, columns.get('amount')]);

  beforeEach(async () => {
    writeLedger(excel.book);
    excel.book.addSheet('Customers');
    await rememberColumns('Sheet1', withList, 'en');
  });

  test('take what is remembered along, ledger and list, also through a file and when their first rows and columns go', async () => {
    excel.book.deleteColumns(excel.book.activeSheet, 0, 2);
    excel.book.deleteRows(excel.book.activeSheet, 0, 3);
    excel.book.renameSheet(sheetNamed('Sheet1'), "Bob's 2024");
    excel.book.renameSheet(sheetNamed('Customers'), 'Kunden');
    const file = await saveWorkbook(excel.book);
    excel.stop();
    excel = await startExcel();
    await openWorkbook(file, 'book.xlsx', excel.book);
    expect(await now()).toEqual([
      ["Bob's 2024", 'Kunden', 'Net'],
      ['Kunden', null, undefined],
    ]);
    await rememberColumns("Bob's 2024", said(['amount', 'Gross']), 'en');
    expect(rowsOf('Tiercel Columns').slice(5)).toEqual([
      ["Bob's 2024", 'Joined customer list', 'Kunden'],
      ["Bob's 2024", 'Mark of the sheet', 'Tiercel_Data_1'],
      ["Bob's 2024", 'Amount', 'Gross'],
      ['Kunden', 'Mark of the sheet', 'Tiercel_Data_2'],
    ]);
  });

  test('leave nothing to a copy that gets the old name, which is remembered by itself', async () => {
    const original = sheetNamed('Sheet1');
    excel.book.renameSheet(original, 'Archive');
    const copy = excel.book.addSheet('Sheet1');
    // Excel gives a copied sheet names of its own for those that stand for the original.
    excel.book.addName('Tiercel_Data_1', "='Sheet1'!$A:$XFD", copy);
    expect((await now())[0]).toEqual(['Archive', 'Customers', 'Net']);
    expect((await now()).map(([sheet]) => sheet)).not.toContain('Sheet1');
    await rememberColumns('Sheet1', said(['amount', 'Total']), 'en');
    expect(await now()).toEqual([
      ['Archive', 'Customers', 'Net'],
      ['Customers', null, undefined],
      ['Sheet1', null, 'Total'],
    ]);
  });

  test('are known by their names where their sheet was deleted and another took its place', async () => {
    const next = excel.book.addSheet('July');
    excel.book.deleteSheet(sheetNamed('Sheet1'));
    excel.book.renameSheet(next, 'Sheet1');
    const [memory] = await read();
    expect(memory).toMatchObject({ sheet: 'Sheet1', mark: null });
    await rememberColumns('Sheet1', said(['amount', 'Gross']), 'en');
    expect((await read())[0]).toMatchObject({ sheet: 'Sheet1', mark: 'Tiercel_Data_1' });
    excel.book.renameSheet(next, 'July');
    expect((await now())[0]).toEqual(['July', 'Customers', 'Gross']);
  });

  test('are known by their names in workbooks of before, without marks', async () => {
    for (const name of [...excel.book.names].filter(each => each.name.startsWith('Tiercel_Data_')))
      excel.book.removeName(name);
    expect((await read())[0]).toMatchObject({ sheet: 'Sheet1', mark: null });
  });
});

test('another sheet is read without going there, and the others are glimpsed but not those of ours', async () => {
  const { book } = excel;
  writeLedger(book);
  const list = book.addSheet('Customers');
  book.setCells(
    list,
    { row: 2, column: 1, rowCount: 2, columnCount: 2 },
    [
      ['Customer', 'Credit limit'],
      ['Acme', 500],
    ],
    'user',
  );
  await rememberColumns('Sheet1', said(['amount', 'Net']), 'en');
  const glimpsed = await glimpseOtherSheets(book.activeSheet.id);
  expect(glimpsed.ok && glimpsed.value.map(({ sheetName, cells }) => [sheetName, cells])).toEqual([
    [
      'Customers',
      [
        ['Customer', 'Credit limit'],
        ['Acme', 500],
      ],
    ],
  ]);
  const read = await readSheet('Customers', () => undefined, new AbortController().signal);
  expect(read.ok && read.value).toMatchObject({
    sheetName: 'Customers',
    row: 2,
    column: 1,
    address: 'B3:C4',
  });
  expect(book.activeSheet.name).toBe('Sheet1');
  const gone = await readSheet('Nowhere', () => undefined, new AbortController().signal);
  expect(gone).toMatchObject({ ok: false, problem: { key: 'sheetGone', detail: { sheet: 'Nowhere' } } });
});
