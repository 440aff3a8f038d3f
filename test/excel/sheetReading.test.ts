/** Reading the active sheet through unmodified Office.js against the emulated Excel. */
import type { SheetBlock } from '../../src/excel/contract';
import { ensureOwnSheet } from '../../src/excel/ownSheets';
import { readActiveSheet } from '../../src/excel/reading/readSheet';
import { selectCell, selectRows } from '../../src/excel/reading/selectRows';
import { controlTotal } from '../../src/risk/ledger/controlTotal';
import { readLedger } from '../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../src/risk/ledger/recognition/recogniseSheet';
import { ledgerRows } from '../smallLedger';
import { type RunningExcel, startExcel } from './harness';
import { asOf, ledgerRowCount, writeLedger } from './ledger';

let excel: RunningExcel;

beforeEach(async () => {
  excel = await startExcel();
});
afterEach(() => excel.stop());

const read = () => readActiveSheet(() => undefined, new AbortController().signal);

async function block() {
  const outcome = await read();
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

const ledgerOf = ({ cells, is1904 }: SheetBlock) =>
  readLedger(cells, recogniseSheet(cells), { dateSystem: is1904 ? 1904 : 1900 });

const totalOf = (read: SheetBlock) => {
  const ledger = ledgerOf(read);
  return { customers: ledger.customers, ...controlTotal(ledger) };
};

async function problem() {
  const outcome = await read();
  if (outcome.ok) throw new Error('The sheet was read.');
  return outcome.problem;
}

test('the used range of a plain sheet, with where it stands', async () => {
  writeLedger(excel.book, ['Ledger of June']);
  const { cells, address, source, row, column, is1904, sheetName } = await block();
  expect(address).toBe('A1:G9');
  expect({ source, row, column, is1904, sheetName }).toEqual({
    source: 'usedRange',
    row: 0,
    column: 0,
    is1904: false,
    sheetName: excel.book.activeSheet.name,
  });
  expect(cells).toHaveLength(ledgerRowCount + 2);
  expect(cells[2].slice(0, 5)).toEqual(['Acme Ltd', 'I-1', asOf - 100, asOf - 70, 1000]);
});

test('the table, when the sheet has one, wherever the cursor is', async () => {
  writeLedger(excel.book, ['Title', 'Subtitle']);
  const sheet = excel.book.activeSheet;
  excel.book.addTable(sheet, { row: 2, column: 0, rowCount: ledgerRowCount + 1, columnCount: 7 }, 'Ledger');
  excel.book.select(sheet, [{ row: 0, column: 0, rowCount: 1, columnCount: 1 }]);
  const { source, tableName, address } = await block();
  expect({ source, tableName, address }).toEqual({ source: 'table', tableName: 'Ledger', address: 'A3:G10' });
});

test('a plain list beside a small table is read, and so is the table under the cursor', async () => {
  writeLedger(excel.book);
  const sheet = excel.book.activeSheet;
  const rates = { row: 0, column: 9, rowCount: 3, columnCount: 2 };
  excel.book.setCells(
    sheet,
    rates,
    [
      ['Currency', 'Rate'],
      ['EUR', 7.8],
      ['USD', 7.1],
    ],
    'user',
  );
  excel.book.addTable(sheet, rates, 'Rates');
  excel.book.select(sheet, [{ row: 5, column: 0, rowCount: 1, columnCount: 1 }]);
  expect((await block()).source).toBe('usedRange');
  excel.book.select(sheet, [{ row: 0, column: 0, rowCount: ledgerRowCount + 1, columnCount: 7 }]);
  expect(await block()).toMatchObject({ source: 'selection', address: `A1:G${ledgerRowCount + 1}` });
  excel.book.select(sheet, [{ row: 1, column: 9, rowCount: 1, columnCount: 1 }]);
  expect((await block()).tableName).toBe('Rates');
});

describe('a table with a row of totals', () => {
  test.each([
    ['as Excel labels it', 'Total'],
    ['without a label', ''],
  ])('%s counts no total', async (_, label) => {
    writeLedger(excel.book);
    const plain = totalOf(await block());
    const sheet = excel.book.activeSheet;
    const sum = ledgerRows.reduce((total, row) => total + Number(row[4]), 0);
    const below = { row: ledgerRowCount + 1, column: 0, rowCount: 1, columnCount: 7 };
    excel.book.setCells(sheet, below, [[label, '', '', '', sum, '', '']], 'user');
    const area = { row: 0, column: 0, rowCount: ledgerRowCount + 2, columnCount: 7 };
    excel.book.addTable(sheet, area, 'Ledger');
    const read = await block();
    expect(read).toMatchObject({ source: 'table', address: `A1:G${ledgerRowCount + 2}` });
    expect(totalOf(read)).toEqual(plain);
  });
});

test('of two tables on one sheet the one under the cursor is read, else the larger one', async () => {
  writeLedger(excel.book);
  const sheet = excel.book.activeSheet;
  const suppliers = { row: 0, column: 9, rowCount: 3, columnCount: 3 };
  const cells = [
    ['Supplier', 'Due date', 'Amount'],
    ['Steelworks', asOf, 900],
    ['Port', asOf, 800],
  ];
  excel.book.setCells(sheet, suppliers, cells, 'user');
  excel.book.addTable(sheet, { row: 0, column: 0, rowCount: ledgerRowCount + 1, columnCount: 7 }, 'Ledger');
  excel.book.addTable(sheet, suppliers, 'Suppliers');
  const at = (row: number, column: number) =>
    excel.book.select(sheet, [{ row, column, rowCount: 1, columnCount: 1 }]);
  at(40, 0);
  expect((await block()).tableName).toBe('Ledger');
  at(2, 10);
  expect((await block()).tableName).toBe('Suppliers');
});

test('of two plain lists side by side the one that names customers is read, and the other is remarked', async () => {
  writeLedger(excel.book);
  const alone = totalOf(await block());
  const cells = [
    ['Supplier', 'Document no', 'Due date', 'Amount'],
    ...ledgerRows.map((_row, index) => ['Steelworks', `S-${index}`, asOf, 900]),
  ];
  excel.book.setCells(
    excel.book.activeSheet,
    { row: 0, column: 8, rowCount: cells.length, columnCount: 4 },
    cells,
    'user',
  );
  const both = await block();
  expect(totalOf(both)).toEqual(alone);
  expect(ledgerOf(both).findings).toContainEqual({
    kind: 'otherList',
    row: 0,
    column: 8,
    found: 'Supplier',
  });
});

test('a selection of several rows and columns, where there is no table', async () => {
  writeLedger(excel.book);
  excel.book.select(excel.book.activeSheet, [{ row: 0, column: 0, rowCount: 4, columnCount: 6 }]);
  expect((await block()).address).toBe('A1:F4');
});

test('whole selected columns are read as far as they are used', async () => {
  writeLedger(excel.book);
  excel.book.select(excel.book.activeSheet, [{ row: 0, column: 0, rowCount: 1048576, columnCount: 5 }]);
  expect((await block()).address).toBe(`A1:E${ledgerRowCount + 1}`);
});

test('rows that Tiercel itself selected are not taken for a choice of data', async () => {
  writeLedger(excel.book);
  const whole = await block();
  expect((await selectRows(whole, [3, 4])).ok).toBe(true);
  expect(excel.book.selection).toEqual([{ row: 3, column: 0, rowCount: 2, columnCount: 7 }]);
  expect((await block()).address).toBe(whole.address);
});

test('rows that moved since they were read are not selected: others stand there now', async () => {
  writeLedger(excel.book);
  const whole = await block();
  const sheet = excel.book.activeSheet;
  const before = excel.book.selection;
  excel.book.insertRows(sheet, 3, 1);
  expect(await selectRows(whole, [6])).toEqual({
    ok: false,
    problem: { key: 'rowsMoved', detail: { sheet: sheet.name } },
  });
  expect(await selectCell(whole, 6, 2)).toMatchObject({ ok: false, problem: { key: 'rowsMoved' } });
  expect(excel.book.selection).toEqual(before);
  // Above the insertion all is as it was, and an edited cell moves nothing.
  excel.book.setCells(sheet, { row: 1, column: 4, rowCount: 1, columnCount: 1 }, [[77]], 'user');
  expect(await selectRows(whole, [1])).toEqual({ ok: true, value: undefined });
});

test('scattered rows are selected together, neighbours as one area', async () => {
  writeLedger(excel.book);
  const whole = await block();
  expect(await selectRows(whole, [6, 1, 2])).toEqual({ ok: true, value: undefined });
  expect(excel.book.selection).toEqual([
    { row: 1, column: 0, rowCount: 2, columnCount: 7 },
    { row: 6, column: 0, rowCount: 1, columnCount: 7 },
  ]);
  await selectCell(whole, 3, 4);
  expect(excel.book.selection).toEqual([{ row: 3, column: 4, rowCount: 1, columnCount: 1 }]);
});

test('the sheet that the user hid stays hidden: its rows are not selected', async () => {
  writeLedger(excel.book);
  const whole = await block();
  const ledger = excel.book.activeSheet;
  excel.book.activate(excel.book.addSheet('Cover'));
  await Excel.run(async context => {
    context.workbook.worksheets.getItem(ledger.id).visibility = 'Hidden';
    await context.sync();
  });
  expect(await selectRows(whole, [1])).toEqual({
    ok: false,
    problem: { key: 'sheetHidden', detail: { sheet: ledger.name } },
  });
  expect(excel.book.activeSheet.name).toBe('Cover');
});

test('rows that are hidden or filtered away are read like all others', async () => {
  writeLedger(excel.book);
  const whole = (await block()).cells;
  for (const row of [2, 3]) excel.book.activeSheet.hiddenRows.add(row);
  expect((await block()).cells).toEqual(whole);
});

test('the 1904 date system is noticed', async () => {
  excel.book.date1904 = true;
  writeLedger(excel.book);
  expect((await block()).is1904).toBe(true);
});

test('an empty sheet is said to be empty', async () => {
  expect((await problem()).key).toBe('sheetEmpty');
});

test('a chart sheet is said to be one', async () => {
  excel.book.activate(excel.book.addSheet('Chart1', 'chart'));
  expect((await problem()).key).toBe('chartSheet');
});

test('the policy sheet is not tiered', async () => {
  excel.book.activate(excel.book.addSheet('Tiercel Policy'));
  excel.book.setCells(
    excel.book.activeSheet,
    { row: 0, column: 0, rowCount: 1, columnCount: 1 },
    [['x']],
    'user',
  );
  expect((await problem()).key).toBe('policySheet');
});

test('what Tiercel made is no data to tier, whatever it is called by now; its sample is', async () => {
  const makeAndShow = (key: string, title: string) =>
    Excel.run(async context => {
      const { sheet } = await ensureOwnSheet(context, key, title);
      sheet.getRange('A1:B2').values = [
        ['Customer', 'Amount'],
        ['Acme Ltd', 100],
      ];
      sheet.activate();
      if (key === 'Report_breaches') sheet.name = 'Board pack';
      await context.sync();
    });
  await makeAndShow('Report_breaches', 'Report Breaches');
  expect(await problem()).toEqual({ key: 'ownSheet', detail: { sheet: 'Board pack' } });
  await makeAndShow('SampleInvoices', 'Sample invoices');
  expect((await block()).sheetName).toBe('Sample invoices');
});

test('a cell being edited is named, and reading works again afterwards', async () => {
  writeLedger(excel.book);
  excel.book.isEditing = true;
  expect((await problem()).key).toBe('cellBeingEdited');
  excel.book.isEditing = false;
  expect((await block()).cells).toHaveLength(ledgerRowCount + 1);
});

test('reading stops between chunks when it is cancelled', async () => {
  writeLedger(excel.book);
  const stopped = new AbortController();
  stopped.abort();
  const outcome = await readActiveSheet(() => undefined, stopped.signal);
  expect(outcome).toEqual({ ok: false, problem: { key: 'cancelled', detail: {} } });
});

test('a sheet over 5 MB is read in chunks, none of which Excel refuses, with progress told', async () => {
  const { book } = excel;
  const rowCount = 30_000;
  const text = 'x'.repeat(60);
  const cells = Array.from({ length: rowCount }, (_, row) => [text, `${row}`, row, text]);
  book.setCells(book.activeSheet, { row: 0, column: 0, rowCount, columnCount: 4 }, cells, 'user');
  const told: number[] = [];
  const outcome = await readActiveSheet(done => told.push(done), new AbortController().signal);
  expect(outcome.ok && outcome.value.cells.length).toBe(rowCount);
  expect(outcome.ok && outcome.value.cells[29_999][1]).toBe('29999');
  expect(told.length).toBeGreaterThan(1);
  expect(told.at(-1)).toBe(rowCount);
});
