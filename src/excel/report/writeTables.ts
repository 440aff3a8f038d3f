import { isFormula, type ReportCell } from '../../risk/report/reportSheet';
import { columnLetters } from '../address';
import type { Progress } from '../contract';
import { formatCells } from '../formatCells';
import { ExcelRefusal } from '../problem';
import { rowsPerRequest } from '../requestSize';
import { writtenCell } from '../writtenCell';
import { bodyRowCount, type PlacedTable } from './placeTables';

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
  const waitingFor: Excel.Range[] = [];
  for (const placed of [...tables.filter(({ table }) => table.isLong), ...short]) {
    const rowCount = bodyRowCount(placed.table);
    formatBody(placed, rowCount);
    const perWrite = rowsPerRequest(placed.table.columns.length);
    for (let first = 0; first < rowCount; first += perWrite) {
      const count = Math.min(perWrite, rowCount - first);
      waitingFor.push(writeRows(placed, first, count, entered.get(placed)));
      // Tables of a few rows share a request.
      waiting += count / perWrite;
      written += count;
      if (waiting < 1) continue;
      waiting = 0;
      await context.sync();
      // Else all that was written stays in memory until the batch ends.
      for (const range of waitingFor.splice(0)) range.untrack();
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

function writeRows(placed: PlacedTable, first: number, count: number, entered: unknown): Excel.Range {
  const { table, sheet, row, column } = placed;
  const width = table.columns.length;
  const top = row + 1 + first;
  const range = sheet.getRangeByIndexes(top, column, count, width);
  const cells = Array.from({ length: count }, (_, offset) =>
    first + offset < table.rowCount
      ? table.row(first + offset).map(cell => contentOf(cell, placed, top + offset))
      : Array<string>(width).fill(''),
  );
  const { input } = table;
  if (entered !== undefined && input && cells[input.row - first]) {
    cells[input.row - first][input.column] = entered as string | number | boolean;
  }
  if (table.isLong) range.formulas = cells;
  else writeEachItsOwn(range, cells);
  return range;
}

/**
 * Write formulas that differ from row to row, inside a batch of the caller. In an empty column of a table Excel would take the last one for all
 * (office-js issues 2093, 5909 and 6745), so no cell is empty before.
 */
export function writeEachItsOwn(range: Excel.Range, cells: (string | number | boolean)[][]): void {
  range.values = cells.map(row => row.map(() => 0));
  range.formulas = cells;
}

function contentOf(cell: ReportCell, { column }: PlacedTable, sheetRow: number): string | number | boolean {
  if (!isFormula(cell)) return writtenCell(cell);
  return cell.formulaAt({ row: sheetRow + 1, column: index => columnLetters(column + index) });
}
