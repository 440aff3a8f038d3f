/** Fixes through unmodified Office.js: only the previewed cells, listed, and taken back exactly. */

import { cellSpans } from '../../../src/excel/cellSpans';
import type { SheetBlock } from '../../../src/excel/contract';
import { applyFixes, type FixWords } from '../../../src/excel/fixes/applyFixes';
import { listChanges, undoChanges } from '../../../src/excel/fixes/changes';
import { readActiveSheet } from '../../../src/excel/reading/readSheet';
import { findAdditions } from '../../../src/excel/share/additions';
import { proposeFixes } from '../../../src/risk/ledger/fixes/proposeFixes';
import { recogniseSheet } from '../../../src/risk/ledger/recognition/recogniseSheet';
import { finishSlices } from '../../../src/risk/slices';
import { type RunningExcel, startExcel, value } from '../harness';

let excel: RunningExcel;
beforeEach(async () => {
  excel = await startExcel();
});
afterEach(() => excel.stop());

const words = (when: string): FixWords => ({
  sheetTitle: 'Tiercel Changes',
  lead: 'Cells that Tiercel changed.',
  language: 'en',
  when,
  why: ({ kind }) => kind,
});

const onSheet = <T>(
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
): Promise<T> => Excel.run(context => work(context.workbook.worksheets.getItem('Sheet1'), context));

const contents = () =>
  onSheet(async (sheet, context) => {
    const used = sheet.getUsedRange();
    used.load('formulas,values,numberFormat');
    await context.sync();
    return { formulas: used.formulas, values: used.values, formats: used.numberFormat };
  });

const rows = [
  ['Customer', 'Invoice no.', 'Invoice date', 'Due date', 'Amount', 'Terms days'],
  ['Acme Ltd', 'INV-1', "'2024年3月5日", '', "'1,234.50", 30],
  ['ACME LTD', 'INV-2', "'2024-03-06", 45_390, "'(7)", 30],
  ['Acme Ltd', 'INV-3', 45_357, 45_390, "'=1+1", 30],
  ['Beta', 'INV-4', 45_357, 45_390, 100, 30],
  ['Beta', 'INV-5', 45_358, 45_391, 200, 30],
];

/** A ledger with a problem of each kind, away from A1; the amount of INV-2 has the format of a text. */
async function writeLedger(): Promise<void> {
  await onSheet(async (sheet, context) => {
    sheet.getRange('E4').numberFormat = [['@']];
    sheet.getRange('C3:H8').values = rows;
    sheet.getRange('E4:E8').numberFormat = [['General'], ['@'], ['d-mmm-yy'], ['d-mmm-yy'], ['d-mmm-yy']];
    sheet.getRange('E5').values = [['2024-03-06']];
    await context.sync();
  });
}

async function readAndPropose(): Promise<{
  block: SheetBlock;
  fixes: ReturnType<typeof propose>;
}> {
  const block = value(await readActiveSheet(() => {}, new AbortController().signal));
  return { block, fixes: propose(block) };
}

const understood = (block: SheetBlock) => ({ block, recognition: recogniseSheet(block.cells) });

const propose = (block: SheetBlock) =>
  finishSlices(
    proposeFixes(block.cells, recogniseSheet(block.cells), {
      dateSystem: 1900,
      dateOrders: new Map(),
      decimalMarks: new Map(),
    }),
  ).fixes;

test('writes only the previewed cells, lists them, and takes every one back as it was', async () => {
  await writeLedger();
  const before = await contents();
  const { block, fixes } = await readAndPropose();
  expect(fixes.map(({ row, kind }) => [row, kind])).toEqual([
    [1, 'textDate'],
    [1, 'missingDueDate'],
    [1, 'textAmount'],
    [2, 'sameCustomerOtherName'],
    [2, 'textDate'],
    [2, 'textAmount'],
  ]);

  const applied = value(await applyFixes(understood(block), fixes, words('2026-11-22 10:00:00')));
  expect(applied).toEqual({ sheetName: 'Sheet1', written: 6, changed: 0, formulas: 0 });
  const fixed = await contents();
  expect(fixed.values[1]).toEqual(['Acme Ltd', 'INV-1', 45_356, 45_386, 1234.5, 30]);
  expect(fixed.values[2]).toEqual(['Acme Ltd', 'INV-2', 45_357, 45_390, -7, 30]);
  expect(fixed.formats[1].slice(2, 5)).toEqual(['yyyy-mm-dd', 'yyyy-mm-dd', 'General']);
  // What nobody previewed is untouched, also the text that looks like a formula.
  expect(fixed.formulas.slice(3)).toEqual(before.formulas.slice(3));
  expect(propose(value(await readActiveSheet(() => {}, new AbortController().signal)))).toEqual([]);

  expect(value(await listChanges())).toEqual([
    { when: '2026-11-22 10:00:00', sheetName: 'Sheet1', count: 6, undone: 0 },
  ]);
  expect(value(await findAdditions()).sheets).toEqual([{ key: 'Changes', sheetName: 'Tiercel Changes' }]);
  const step = { when: '2026-11-22 10:00:00', sheetName: 'Sheet1' };
  expect(value(await undoChanges(step, 'later'))).toEqual({ restored: 6, kept: 0 });
  expect(await contents()).toEqual(before);
  expect(value(await listChanges())).toMatchObject([{ count: 6, undone: 6 }]);
  expect(value(await undoChanges(step, 'later'))).toEqual({ restored: 0, kept: 0 });
});

test('the list is printed one page wide, with its header on every page', async () => {
  await writeLedger();
  const { block, fixes } = await readAndPropose();
  value(await applyFixes(understood(block), fixes, words('10:00')));
  const { pageLayout } = excel.book.sheetByName('Tiercel Changes')!;
  expect([pageLayout.orientation, pageLayout.horizontalFitToPages]).toEqual(['Landscape', 1]);
});

test('leaves cells that were edited since, that hold formulas, and rows that became others', async () => {
  await writeLedger();
  const { block, fixes } = await readAndPropose();
  await onSheet(async (sheet, context) => {
    // The amount of INV-1 is typed anew, the date of INV-2 becomes a formula with the same text, INV-1 another invoice date.
    sheet.getRange('G4').values = [[99]];
    sheet.getRange('E5').numberFormat = [['General']];
    sheet.getRange('E5').formulas = [['="2024-03-06"']];
    sheet.getRange('E4').values = [["'2024年3月7日"]];
    await context.sync();
  });
  const applied = value(await applyFixes(understood(block), fixes, words('1')));
  expect(applied).toEqual({ sheetName: 'Sheet1', written: 2, changed: 3, formulas: 1 });
  const { formulas } = await contents();
  expect(formulas[1]).toEqual(['Acme Ltd', 'INV-1', '2024年3月7日', '', 99, 30]);
  expect(formulas[2][2]).toBe('="2024-03-06"');
});

test('leaves cells that a formula elsewhere spills into', async () => {
  await onSheet(async (sheet, context) => {
    sheet.getRange('A1:E1').values = [['Customer', 'Invoice no.', 'Invoice date', 'Due date', 'Amount']];
    sheet.getRange('A2:D4').values = ['1', '2', '3'].map(no => ['Acme', `INV-${no}`, 45_357, 45_390]);
    sheet.getRange('J2:J4').values = [["'1.5"], ["'2.5"], ["'3.5"]];
    sheet.getRange('E2').formulas = [['=J2:J4']];
    await context.sync();
  });
  const block = value(await readActiveSheet(() => {}, new AbortController().signal));
  const fixes = propose({ ...block, cells: block.cells.map(row => row.slice(0, 5)) });
  expect(fixes).toHaveLength(3);
  expect(value(await applyFixes(understood(block), fixes, words('1')))).toMatchObject({
    written: 0,
    formulas: 3,
  });
});

test('keeps what users wrote over the fixes when they are taken back, and later steps stand by themselves', async () => {
  await writeLedger();
  const { block, fixes } = await readAndPropose();
  const amounts = fixes.filter(({ kind }) => kind === 'textAmount');
  const rest = fixes.filter(({ kind }) => kind !== 'textAmount');
  value(await applyFixes(understood(block), amounts, words('1')));
  value(await applyFixes(understood(block), rest, words('2')));
  await onSheet(async (sheet, context) => {
    sheet.getRange('G4').values = [[5]];
    await context.sync();
  });
  expect(value(await undoChanges({ when: '1', sheetName: 'Sheet1' }, 'later'))).toEqual({
    restored: 1,
    kept: 1,
  });
  expect((await contents()).values[1][4]).toBe(5);
  expect(value(await listChanges())).toEqual([
    { when: '2', sheetName: 'Sheet1', count: 4, undone: 0 },
    { when: '1', sheetName: 'Sheet1', count: 2, undone: 1 },
  ]);
});

test('a protected sheet refuses, and nothing is listed', async () => {
  await writeLedger();
  const { block, fixes } = await readAndPropose();
  await onSheet(async (sheet, context) => {
    sheet.protection.protect();
    await context.sync();
  });
  expect(await applyFixes(understood(block), fixes, words('1'))).toMatchObject({
    problem: { key: 'sheetProtected' },
  });
  expect(value(await listChanges())).toEqual([]);
});

describe('rows that moved since are found again', () => {
  const step = { when: '1', sheetName: 'Sheet1' };
  const rowsByInvoice = async () => {
    const { formulas, formats } = await contents();
    const { column } = excel.book.activeSheet.usedArea(true)!;
    const no = formulas[0].indexOf('Invoice no.');
    expect(column + no).toBeGreaterThanOrEqual(0);
    return Object.fromEntries(
      formulas.slice(1).flatMap((row, at) => (row[no] === '' ? [] : [[row[no], [row, formats[at + 1]]]])),
    );
  };

  test.each<[string, () => void]>([
    [
      'sorted',
      () =>
        excel.book.sortRows(
          excel.book.activeSheet,
          { row: 3, column: 2, rowCount: 5, columnCount: 6 },
          [{ column: 1, isAscending: false }],
          'user',
        ),
    ],
    ['below others that were inserted', () => excel.book.insertRows(excel.book.activeSheet, 3, 2, 'user')],
    ['above others that were deleted', () => excel.book.deleteRows(excel.book.activeSheet, 0, 1, 'user')],
  ])('%s', async (_, move) => {
    await writeLedger();
    const before = await rowsByInvoice();
    const { block, fixes } = await readAndPropose();
    value(await applyFixes(understood(block), fixes, words('1')));
    move();
    expect(value(await undoChanges(step, 'later'))).toEqual({ restored: 6, kept: 0 });
    expect(await rowsByInvoice()).toEqual(before);
  });

  test('and no other row that says the same is written into', async () => {
    await writeLedger();
    const { block, fixes } = await readAndPropose();
    const names = fixes.filter(({ kind }) => kind === 'sameCustomerOtherName');
    value(await applyFixes(understood(block), names, words('1')));
    // The row of INV-2 goes, and that of another invoice of the same customer takes its place.
    excel.book.deleteRows(excel.book.activeSheet, 4, 1, 'user');
    const before = await contents();
    expect(value(await undoChanges(step, 'later'))).toEqual({ restored: 0, kept: 1 });
    expect(await contents()).toEqual(before);
  });
});

describe('the list of changes', () => {
  const list = () => excel.book.sheetByName('Tiercel Changes')!;
  const restored = async (when: string) =>
    value(await undoChanges({ when, sheetName: 'Sheet1' }, 'later')).restored;

  test.each<[string, () => void]>([
    ['has rows above it', () => excel.book.insertRows(list(), 0, 2, 'user')],
    ['has a column before it', () => excel.book.insertColumns(list(), 0, 1, 'user')],
    ['lost its title', () => excel.book.deleteRows(list(), 0, 1, 'user')],
    ['became plain cells', () => excel.book.removeTable(list(), list().tables[0])],
    ['has a note below it', () => excel.book.enter(list(), 7, 1, 'seen by Ann')],
    ['has a column of the user’s in it', () => excel.book.insertColumns(list(), 2, 1, 'user')],
  ])('goes on where it %s', async (_, change) => {
    await writeLedger();
    const before = await contents();
    const { block, fixes } = await readAndPropose();
    value(await applyFixes(understood(block), fixes.slice(-1), words('1')));
    change();
    value(await applyFixes(understood(block), fixes.slice(0, -1), words('2')));
    expect([await restored('2'), await restored('1')]).toEqual([5, 1]);
    expect(await contents()).toEqual(before);
  });

  test.each<[string, string, () => void]>([
    [
      'is protected',
      'sheetProtected',
      () => {
        list().isProtected = true;
      },
    ],
    [
      'lost its headers',
      'recordsUnreadable',
      () => excel.book.clear(list(), { row: 3, column: 0, rowCount: 1, columnCount: 9 }, 'contents', 'user'),
    ],
  ])('that %s: nothing is written that could not be listed', async (_, key, change) => {
    await writeLedger();
    const { block, fixes } = await readAndPropose();
    value(await applyFixes(understood(block), fixes.slice(-1), words('1')));
    change();
    const before = await contents();
    expect(await applyFixes(understood(block), fixes.slice(0, -1), words('2'))).toMatchObject({
      problem: { key, detail: { sheet: 'Tiercel Changes' } },
    });
    expect(await contents()).toEqual(before);
  });

  test('that cannot be added: nothing is written', async () => {
    await writeLedger();
    const { block, fixes } = await readAndPropose();
    const before = await contents();
    excel.book.isStructureProtected = true;
    expect(await applyFixes(understood(block), fixes, words('1'))).toMatchObject({
      problem: { key: 'workbookProtected' },
    });
    expect(await contents()).toEqual(before);
  });

  test('that is protected: nothing is taken back that could not be marked', async () => {
    await writeLedger();
    const { block, fixes } = await readAndPropose();
    value(await applyFixes(understood(block), fixes, words('1')));
    const before = await contents();
    list().isProtected = true;
    expect(await undoChanges({ when: '1', sheetName: 'Sheet1' }, 'later')).toMatchObject({
      problem: { key: 'sheetProtected', detail: { sheet: 'Tiercel Changes' } },
    });
    expect(await contents()).toEqual(before);
  });
});

test('cells far apart are spans of their own', () => {
  const at = (row: number, column = 0) => ({ row, column });
  expect(
    cellSpans([at(20_000), at(1), at(10_000), at(3, 1)]).map(({ column, firstRow, rowCount }) => [
      column,
      firstRow,
      rowCount,
    ]),
  ).toEqual([
    [0, 1, 10_000],
    [0, 20_000, 1],
    [1, 3, 1],
  ]);
});
