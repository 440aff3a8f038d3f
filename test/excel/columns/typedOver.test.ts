/** What the user typed over written values stays theirs, whatever is written, cleared, sorted, inserted or deleted meanwhile. */

import { findStandingColumns } from '../../../src/excel/columns/checkLiveColumns';
import {
  type ColumnCells,
  rowsBetween,
  typedOverInSlices,
  type WrittenBeside,
} from '../../../src/excel/columns/typedOver';
import { writeColumns } from '../../../src/excel/columns/writeColumns';
import { clearAdditions, findAdditions } from '../../../src/excel/share/additions';
import type { Cell } from '../../../src/risk/ledger/ledger';
import { readLedger } from '../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../src/risk/ledger/recognition/recogniseSheet';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import type { Policy } from '../../../src/risk/policy/policy';
import { assessLedger } from '../../../src/risk/scoring/assess';
import { finishSlices } from '../../../src/risk/slices';
import type { Sheet } from '../../../src/workbench/book/types';
import { openWorkbook } from '../../../src/workbench/files/openWorkbook';
import { saveWorkbook } from '../../../src/workbench/files/saveWorkbook';
import { type RunningExcel, readSheetInFront, startExcel, value } from '../harness';
import { asOf, fingerprint, ledgerRowCount, writeLedger } from '../ledger';

const headers = { score: 'Score', tier: 'Tier', breaches: 'Breaches' };

describe('of cells alone', () => {
  const header: Cell[] = ['Score', 'Tier', 'Breaches'];
  const cellsOf = (...rows: Cell[][]): ColumnCells => ({
    values: [header, ...rows],
    formulas: [header, ...rows],
  });
  const found = (cells: ColumnCells, written: WrittenBeside | null) =>
    finishSlices(typedOverInSlices(cells, written));
  const lines = [
    ['Acme', 62.5, 'B', 'Overdue share'],
    ['Beta', 70, 'B', ''],
    ['', 91, 'A', ''],
  ] as const;
  const besides = (...customers: Cell[]): WrittenBeside => ({ lines, customers: ['Customer', ...customers] });

  test('a tier, a score and breaches that another customer has are the user’s where they were not written', () => {
    const cells = cellsOf(
      [62.5, 'A', 'Overdue share'],
      [70, 'B', ''],
      [62.5, 'B', ''],
      [70, 'B', 'Overdue share'],
    );
    expect(found(cells, besides('Acme', 'Beta', 'Beta', 'Beta'))).toEqual([[3], [1], [4]]);
  });

  test('without a memory what could be ours is taken for ours, as it was before there was one', () => {
    const cells = cellsOf([50, 'A', ''], ['ask Li', 'on hold', 'Overdue share; pays late']);
    expect(found(cells, null)).toEqual([[2], [2], [2]]);
  });

  test('a customer that was renamed keeps what is ours as long as the whole row reads like one that was written', () => {
    const cells = cellsOf([62.5, 'B', 'Overdue share'], [62.5, 'C', 'Overdue share'], ['', 'B', '']);
    expect(found(cells, besides('Acme Ltd', 'Acme Ltd', 'New'))).toEqual([[2], [2, 3], [2]]);
  });

  test('rows that name nobody (customers in headings) go by the whole row', () => {
    const cells = cellsOf([91, 'A', ''], [91, 'B', '']);
    expect(found(cells, besides('', ''))).toEqual([[2], [2], []]);
    expect(found(cells, { lines, customers: null })).toEqual([[2], [2], []]);
  });

  test('two customers of one name have what was written for either', () => {
    const twice = {
      lines: [...lines, ['Acme', 20, 'D', ''] as const],
      customers: ['Customer', 'Acme', 'Acme'],
    };
    expect(found(cellsOf([20, 'D', ''], [62.5, 'C', 'Overdue share']), twice)).toEqual([[], [2], []]);
  });

  test('a text is no number, an empty cell is nobody’s loss, a formula is the user’s, a header that was renamed too', () => {
    const rows = [
      ['Score', 'Stufe', 'Breaches2'],
      ['62.5', '', ''],
      [62.5, 'B', 'Overdue share'],
    ] as Cell[][];
    const formulas = [rows[0], rows[1], ['=60+2.5', 'B', 'Overdue share']];
    expect(found({ values: rows, formulas }, besides('Acme', 'Acme'))).toEqual([[1, 2], [0], []]);
  });

  test('the runs between rows', () => {
    expect(rowsBetween([], 3)).toEqual([{ first: 0, last: 2 }]);
    expect(rowsBetween([0, 2, 3], 4)).toEqual([{ first: 1, last: 1 }]);
    expect(rowsBetween([0], 1)).toEqual([]);
  });
});

describe('in the workbook', () => {
  let excel: RunningExcel;
  let sheet: Sheet;
  beforeEach(async () => {
    excel = await startExcel();
    sheet = excel.book.activeSheet;
    writeLedger(excel.book);
  });
  afterEach(() => excel.stop());

  async function answered(policy: Policy = defaultPolicy) {
    const block = await readSheetInFront();
    const recognition = recogniseSheet(block.cells);
    const ledger = readLedger(block.cells, recognition, { dateSystem: 1900 });
    return { block, recognition, assessment: assessLedger(ledger, asOf, policy) };
  }

  async function write(policy?: Policy) {
    const { block, recognition, assessment } = await answered(policy);
    return value(await writeColumns(block, recognition, assessment, headers, 'en'));
  }

  async function standing() {
    const { block, recognition, assessment } = await answered();
    return value(await findStandingColumns({ block, recognition }, assessment));
  }

  const rowOf = (customer: string) =>
    Array.from({ length: 20 }, (_, row) => row).find(row => sheet.value(row, 0) === customer)!;

  test('a tier typed over a written one stays when it is written again, is named, and Clear leaves it', async () => {
    const before = fingerprint(excel.book);
    await write();
    const row = 2;
    const was = sheet.value(row, 8);
    const mine = was === 'A' ? 'B' : 'A';
    excel.book.enter(sheet, row, 8, mine);
    excel.book.enter(sheet, row + 1, 7, '55');
    const cells = [
      { row: row + 1, column: 7 },
      { row, column: 8 },
    ];
    expect(await standing()).toMatchObject({ kind: 'values', typedOver: { cells }, rowsBelow: 0 });
    expect((await write()).typedOver.cells).toEqual(cells);
    expect((await write()).typedOver.cells).toEqual(cells);
    expect([sheet.value(row, 8), sheet.value(row + 1, 7)]).toEqual([mine, 55]);
    const cleared = value(await clearAdditions({ includePolicy: true }));
    expect(cleared.typedOver).toEqual([{ sheetId: sheet.id, sheetName: sheet.name, cells }]);
    expect([sheet.value(row, 8), sheet.value(row + 1, 7)]).toEqual([mine, 55]);
    excel.book.enter(sheet, row, 8, '');
    excel.book.enter(sheet, row + 1, 7, '');
    expect(fingerprint(excel.book)).toBe(before);
  });

  test('the day of what was written is remembered, also when the pane is of another day by then', async () => {
    await write();
    const { assessment } = await answered();
    expect(await standing()).toMatchObject({ kind: 'values', asOf: assessment.asOf });
    const { block, recognition } = await answered();
    const later = { ...assessment, asOf: assessment.asOf + 31 };
    expect(value(await findStandingColumns({ block, recognition }, later))).toMatchObject({
      asOf: assessment.asOf,
    });
  });

  test('sorted, with rows inserted and deleted, columns inserted and the sheet renamed, it is still found', async () => {
    excel.book.addTable(sheet, { row: 0, column: 0, rowCount: ledgerRowCount + 1, columnCount: 7 }, 'Ledger');
    await write();
    excel.book.enter(sheet, 2, 8, 'Z');
    excel.book.renameSheet(sheet, "Bob's ledger");
    excel.book.insertColumns(sheet, 0, 1);
    excel.book.insertRows(sheet, 0, 3);
    await Excel.run(async context => {
      context.workbook.tables.getItem('Ledger').sort.apply([{ key: 4, ascending: false }]);
      await context.sync();
    });
    excel.book.deleteRows(sheet, 4, 1);
    const { typedOver } = await write();
    expect(typedOver.cells).toHaveLength(1);
    const [{ row, column }] = typedOver.cells;
    expect(sheet.value(row, column)).toBe('Z');
    expect(value(await clearAdditions({ includePolicy: true })).typedOver[0].cells).toEqual([
      { row, column },
    ]);
  });

  test.each<[string, (memory: Sheet) => void]>([
    ['has rows above it', memory => excel.book.insertRows(memory, 0, 2, 'user')],
    ['has a row within', memory => excel.book.insertRows(memory, 3, 1, 'user')],
    ['has a column before it', memory => excel.book.insertColumns(memory, 0, 1, 'user')],
    ['lost its title', memory => excel.book.deleteRows(memory, 0, 1, 'user')],
  ])('it is still read where its sheet %s', async (_, change) => {
    await write();
    excel.book.enter(sheet, 3, 8, 'X');
    change(excel.book.sheetByName('Tiercel Written')!);
    expect(await standing()).toMatchObject({ asOf });
    expect((await write()).typedOver.cells).toEqual([{ row: 3, column: 8 }]);
    expect((await write()).typedOver.cells).toEqual([{ row: 3, column: 8 }]);
  });

  test('it survives saving and opening again', async () => {
    await write();
    excel.book.enter(sheet, 2, 8, 'Z');
    const file = await saveWorkbook(excel.book);
    excel.stop();
    excel = await startExcel();
    await openWorkbook(file, 'ledger.xlsx', excel.book);
    [sheet] = excel.book.sheets;
    expect((await write()).typedOver.cells).toEqual([{ row: 2, column: 8 }]);
  });

  test('another policy writes other tiers: nothing of ours is taken for the user’s', async () => {
    await write();
    const strict = {
      ...defaultPolicy,
      tiers: defaultPolicy.tiers.map((tier, index) => ({ ...tier, letter: `${index + 1}` })),
    };
    expect((await write(strict)).typedOver.cells).toEqual([]);
    expect((await write(strict)).typedOver.cells).toEqual([]);
    expect(value(await clearAdditions({ includePolicy: true })).typedOver).toEqual([]);
  });

  test('the memory is no addition of its own, takes no text for a formula, and is not left behind', async () => {
    excel.book.enter(sheet, 1, 0, "'=HYPERLINK(1)");
    excel.book.enter(sheet, 2, 0, "'007");
    await write();
    const memory = excel.book.sheetByName('Tiercel Written')!;
    const formulas = Array.from({ length: 20 }, (_, row) => memory.formula(row, 0)).filter(Boolean);
    expect(formulas).toEqual([]);
    expect((await write()).typedOver.cells).toEqual([]);
    expect(value(await findAdditions()).sheets).toEqual([]);
    value(await clearAdditions({ includePolicy: true }));
    expect(excel.book.sheetByName('Tiercel Written')).toBeNull();
    expect(excel.book.names).toEqual([]);
  });

  test('columns of before, without a memory, are written and cleared as they were', async () => {
    await write();
    excel.book.deleteSheet(excel.book.sheetByName('Tiercel Written')!);
    excel.book.enter(sheet, 2, 8, 'A');
    expect((await write()).typedOver.cells).toEqual([]);
  });

  test('a new row of a new customer with the user’s own letter is theirs; rows below are told', async () => {
    await write();
    excel.book.insertRows(sheet, 4, 1);
    excel.book.enter(sheet, 4, 0, 'Newcomer');
    excel.book.enter(sheet, 4, 4, '100');
    excel.book.enter(sheet, 4, 8, 'C');
    const below = ledgerRowCount + 2;
    for (const [column, text] of ['Lastcomer', 'I-99', '', '', '250'].entries())
      excel.book.enter(sheet, below, column, text);
    expect(await standing()).toMatchObject({
      kind: 'values',
      typedOver: { cells: [{ row: 4, column: 8 }] },
      rowsBelow: 1,
    });
    expect((await write()).typedOver.cells).toEqual([{ row: 4, column: 8 }]);
    expect(rowOf('Lastcomer')).toBe(below);
    expect(sheet.value(below, 7)).not.toBeNull();
  });
});
