import { isFormula, type ReportCell } from '../../risk/report/reportSheet';
import type { Slices } from '../../risk/slices';
import { columnLetters } from '../address';
import type { Progress } from '../contract';
import { formatCells } from '../formatCells';
import { inSlices } from '../inSlices';
import { letGo } from '../letGo';
import { ExcelRefusal } from '../problem';
import { rowsPerRequest } from '../requestSize';
import { writeCells } from '../writeCells';
import { writtenCell } from '../writtenCell';
import { bodyRowCount, type PlacedTable } from './placeTables';

const rowsInSlice = 128;

/**
 * Write the bodies of tables by parts, inside a batch of the caller; ends with the refusal `cancelled` between two parts. Long tables come first and those that add
 * them up are empty until then: else Excel would add up all of it anew after every part.
 */
export async function writeTables(
  context: Excel.RequestContext,
  tables: readonly PlacedTable[],
  onProgress: Progress,
  signal: AbortSignal,
): Promise<void> {
  const total = tables.reduce((sum, { table }) => sum + bodyRowCount(table), 0);
  const entered = await enteredByUser(context, tables);
  const short = tables.filter(({ table }) => !table.isLong);
  if (short.length < tables.length) {
    for (const { native, isNew } of short) if (!isNew) native.getDataBodyRange().clear('Contents');
  }
  let written = 0;
  let waiting = 0;
  for (const placed of [...tables.filter(({ table }) => table.isLong), ...short]) {
    const rowCount = bodyRowCount(placed.table);
    formatBody(placed, rowCount);
    const perWrite = rowsPerRequest(placed.table.columns.length);
    for (let first = 0; first < rowCount; first += perWrite) {
      const count = Math.min(perWrite, rowCount - first);
      await writeRows(placed, first, count, entered.get(placed));
      // Tables of a few rows share a request.
      waiting += count / perWrite;
      written += count;
      if (waiting < 1) continue;
      waiting = 0;
      await context.sync();
      onProgress(written, total);
      if (signal.aborted) throw new ExcelRefusal('cancelled');
    }
  }
  await context.sync();
}

/** What the user filled in stays, a formula too. */
async function enteredByUser(
  context: Excel.RequestContext,
  tables: readonly PlacedTable[],
): Promise<ReadonlyMap<PlacedTable, unknown>> {
  const inputs = tables.flatMap(placed => {
    const { table, native, isNew } = placed;
    if (isNew || !table.input) return [];
    const cell = native.getDataBodyRange().getCell(table.input.row, table.input.column);
    cell.load('formulas');
    return [{ placed, cell }];
  });
  if (inputs.length > 0) await context.sync();
  return new Map(inputs.map(({ placed, cell }) => [placed, cell.formulas[0][0]]));
}

/** A column gets its format at once, or each run of rows that are measured alike: a format a cell would be as much again as all values. */
function formatBody({ table, sheet, row, column }: PlacedTable, rowCount: number): void {
  for (const [index, { format, isNumber }] of table.columns.entries()) {
    const runs = (isNumber && table.formatRuns) || [];
    for (const run of [{ first: 0, count: rowCount, format }, ...runs])
      formatCells(sheet.getRangeByIndexes(row + 1 + run.first, column + index, run.count, 1), run.format);
  }
}

async function writeRows(placed: PlacedTable, first: number, count: number, entered: unknown): Promise<void> {
  const { table, sheet, row, column } = placed;
  const cells = await inSlices(contentsInSlices(placed, first, count));
  const { input } = table;
  if (entered !== undefined && input && cells[input.row - first]) {
    cells[input.row - first][input.column] = entered as Content;
  }
  const range = sheet.getRangeByIndexes(row + 1 + first, column, count, table.columns.length);
  if (table.isLong) writeCells(range, 'formulas', cells);
  else writeEachItsOwn(range, cells);
}

type Content = string | number | boolean;

/** Rows of the body from `first` on; empty where the table has fewer. */
function* contentsInSlices(placed: PlacedTable, first: number, count: number): Slices<Content[][]> {
  const { table, row } = placed;
  const contents: Content[][] = [];
  for (let index = first; index < first + count; index++) {
    if (index % rowsInSlice === 0) yield;
    contents.push(
      index < table.rowCount
        ? table.row(index).map(cell => contentOf(cell, placed, row + 1 + index))
        : Array<string>(table.columns.length).fill(''),
    );
  }
  return contents;
}

/**
 * Write formulas that differ from row to row, inside a batch of the caller. In an empty column of a table Excel would take the last one for all
 * (office-js issues 2093, 5909 and 6745), so no cell is empty before. The range is let go of.
 */
export function writeEachItsOwn(range: Excel.Range, cells: Content[][]): void {
  range.values = cells.map(row => row.map(() => 0));
  range.formulas = cells;
  letGo(range);
}

function contentOf(cell: ReportCell, { column }: PlacedTable, sheetRow: number): Content {
  if (!isFormula(cell)) return writtenCell(cell);
  return cell.formulaAt({ row: sheetRow + 1, column: index => columnLetters(column + index) });
}
