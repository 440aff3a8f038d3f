import { isFormula, type ReportCell } from '../../risk/report/reportSheet';
import { columnLetters } from '../address';
import type { Progress } from '../contract';
import { formatCells } from '../formatCells';
import { ExcelRefusal } from '../problem';
import { rowsPerRequest } from '../requestSize';
import { writtenCell } from '../writtenCell';
import { bodyRowCount, type PlacedTable } from './placeTables';

/** What is kept of each cell: value, formula, format. */
const factsKept = 3;

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
    const formatsPerCell = placed.table.rowFormats ? 1 : 0;
    if (formatsPerCell === 0) formatColumns(placed, rowCount);
    const perWrite = rowsPerRequest((1 + formatsPerCell) * placed.table.columns.length);
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

/** Columns whose cells are all alike get their formats at once. */
function formatColumns({ table, sheet, row, column }: PlacedTable, rowCount: number): void {
  for (const [index, { format }] of table.columns.entries())
    formatCells(sheet.getRangeByIndexes(row + 1, column + index, rowCount, 1), format);
}

function writeRows(placed: PlacedTable, first: number, count: number, entered: unknown): Excel.Range {
  const { table, sheet, row, column } = placed;
  const width = table.columns.length;
  const top = row + 1 + first;
  const range = sheet.getRangeByIndexes(top, column, count, width);
  const indexes = Array.from({ length: count }, (_, index) => first + index);
  const empty = Array<string>(width).fill('');
  const { rowFormats } = table;
  if (rowFormats) {
    const usual = table.columns.map(({ format }) => format);
    range.numberFormat = indexes.map(index => (index < table.rowCount ? [...rowFormats(index)] : usual));
  }
  const cells = indexes.map((index, offset) =>
    index < table.rowCount ? table.row(index).map(cell => contentOf(cell, placed, top + offset)) : empty,
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
function writeEachItsOwn(range: Excel.Range, cells: (string | number | boolean)[][]): void {
  range.values = cells.map(row => row.map(() => 0));
  range.formulas = cells;
}

function contentOf(cell: ReportCell, { column }: PlacedTable, sheetRow: number): string | number | boolean {
  if (!isFormula(cell)) return writtenCell(cell);
  return cell.formulaAt({ row: sheetRow + 1, column: index => columnLetters(column + index) });
}

/** The cells of a table as they were, to be put back where a refresh does not come to its end. */
export interface TableBackup {
  readonly native: Excel.Table;
  readonly columnCount: number;
  readonly parts: readonly TablePart[];
  /** What hid rows, by column; none where nothing did. */
  readonly filters: readonly { readonly column: number; readonly criteria: Excel.FilterCriteria }[];
}

/** As JSON text: millions of small arrays take a browser's tidying of memory so long that the pane does not answer. */
interface TablePart {
  readonly rowCount: number;
  /** What the last row that is ours is, within the part; -1 where none is. */
  readonly lastOwn: number;
  readonly cells: string;
}

interface KeptCells {
  readonly values: unknown[][];
  readonly formulas: unknown[][];
  readonly numberFormat: unknown[][];
}

/** Keep what stands in tables, by parts, inside a batch of the caller. */
export async function backUpTables(
  context: Excel.RequestContext,
  names: readonly string[],
): Promise<TableBackup[]> {
  const found = names.map(name => context.workbook.tables.getItemOrNullObject(name));
  for (const native of found) native.load('name');
  await context.sync();
  const backups: TableBackup[] = [];
  for (const native of found) if (!native.isNullObject) backups.push(await backUp(context, native));
  return backups;
}

async function backUp(context: Excel.RequestContext, native: Excel.Table): Promise<TableBackup> {
  const range = native.getRange();
  range.load('rowIndex,columnIndex,rowCount,columnCount');
  native.columns.load('items/index,items/filter/criteria');
  await context.sync();
  const { rowIndex, columnIndex, rowCount, columnCount } = range;
  const filters = native.columns.items.flatMap(({ index, filter: { criteria } }) =>
    criteria ? [{ column: index, criteria }] : [],
  );
  const parts: TablePart[] = [];
  const perRead = rowsPerRequest(factsKept * columnCount);
  for (let first = 0; first < rowCount; first += perRead) {
    const count = Math.min(perRead, rowCount - first);
    const part = native.worksheet.getRangeByIndexes(rowIndex + first, columnIndex, count, columnCount);
    part.load('values,formulas,numberFormat');
    await context.sync();
    const { values, formulas, numberFormat } = part;
    const kept: KeptCells = { values, formulas, numberFormat };
    parts.push({
      rowCount: count,
      lastOwn: formulas.findLastIndex(isOwnRow),
      cells: JSON.stringify(kept),
    });
    part.untrack();
  }
  return { native, columnCount, parts, filters };
}

/**
 * Let notes out of long tables, inside a batch of the caller: what is typed right below a table becomes a row of it by Excel's own doing, and
 * would be written over.
 */
export async function releaseNotes(
  context: Excel.RequestContext,
  backups: readonly TableBackup[],
  long: ReadonlySet<string>,
): Promise<void> {
  for (const { native, columnCount, parts } of backups) {
    if (!long.has(native.name)) continue;
    let [lastOwn, rowCount] = [-1, 0];
    for (const part of parts) {
      if (part.lastOwn >= 0) lastOwn = rowCount + part.lastOwn;
      rowCount += part.rowCount;
    }
    const kept = Math.max(2, lastOwn + 1);
    if (kept >= rowCount) continue;
    native.resize(
      native
        .getRange()
        .getCell(0, 0)
        .getResizedRange(kept - 1, columnCount - 1),
    );
    await context.sync();
  }
}

/** A row of ours says more than one thing; formulas Excel fills in by itself. */
const isOwnRow = (cells: readonly unknown[]): boolean =>
  cells.filter(cell => cell !== '' && !(typeof cell === 'string' && cell.startsWith('='))).length > 1;

/** Put cells and filters of tables back as they were; expects the tables to have their earlier sizes and places. */
export async function restoreTables(
  context: Excel.RequestContext,
  backups: readonly TableBackup[],
): Promise<void> {
  for (const { native, parts, filters } of backups) {
    const now = native.getRange();
    now.load('rowIndex,columnIndex');
    await context.sync();
    let row = now.rowIndex;
    for (const { cells } of parts) {
      const { values, formulas, numberFormat } = JSON.parse(cells) as KeptCells;
      const [width, height] = [formulas[0].length, formulas.length];
      const part = native.worksheet.getRangeByIndexes(row, now.columnIndex, height, width);
      part.numberFormat = numberFormat;
      writeEachItsOwn(
        part,
        formulas.map((cells, index) =>
          cells.map((content, column) => backAsItWas(content, values[index][column])),
        ),
      );
      row += height;
      await context.sync();
    }
    for (const { column, criteria } of filters) native.columns.getItemAt(column).filter.apply(criteria);
    if (filters.length > 0) await context.sync();
  }
}

/** Excel hands a text over without the apostrophe that keeps it one; what calculates shows another value than its own text. */
function backAsItWas(content: unknown, value: unknown): string | number | boolean {
  const isFormula = typeof content === 'string' && content.startsWith('=') && content !== value;
  return isFormula ? content : writtenCell(value);
}
