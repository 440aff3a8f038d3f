import type { ReportBlock, ReportSheet, ReportTable } from '../../risk/report/reportSheet';
import { areaAddress, columnLetters } from '../address';

/** A table of a report and where it stands, zero-based, its header row first. */
export interface PlacedTable {
  readonly table: ReportTable;
  readonly native: Excel.Table;
  readonly sheet: Excel.Worksheet;
  readonly row: number;
  readonly column: number;
  readonly isNew: boolean;
}

/** What was done to a table to give it its size, so that it can be taken back. */
export interface Resizing {
  readonly native: Excel.Table;
  readonly sheet: Excel.Worksheet;
  /** The size it had, header included. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** Whole rows and columns that were put in behind it. */
  readonly insertedRows: number;
  readonly insertedColumns: number;
}

/** Rows of the title and the lines under it. */
const headRows = 4;
const rowsBetween = 1;

/** Excel's tables have a row even where there is nothing to list. */
export const bodyRowCount = (table: ReportTable): number => Math.max(1, table.rowCount);

/** Give the first row of each block on a sheet that is new; a table begins with the row of its title and totals. */
export function stackedRows(blocks: readonly ReportBlock[]): readonly number[] {
  let next = headRows;
  return blocks.map(block => {
    const row = next;
    next += (block.kind === 'chart' ? block.height : bodyRowCount(block) + 2) + rowsBetween;
    return row;
  });
}

/**
 * Add the tables of a sheet that is new, with their headers, inside a batch of the caller: formulas of any sheet can refer to them then.
 */
export function addTables(sheet: Excel.Worksheet, { blocks }: ReportSheet): PlacedTable[] {
  const rows = stackedRows(blocks);
  return blocks.flatMap((block, index) =>
    block.kind === 'table' ? [addTable(sheet, block, rows[index] + 1)] : [],
  );
}

function addTable(sheet: Excel.Worksheet, table: ReportTable, row: number): PlacedTable {
  const width = table.columns.length;
  sheet.getRangeByIndexes(row, 0, 1, width).values = [table.columns.map(({ header }) => header)];
  const native = sheet.tables.add(areaAddress(row, 0, bodyRowCount(table) + 1, width), true);
  native.name = table.name;
  native.style = 'TableStyleLight1';
  native.showFilterButton = table.isLong ?? false;
  native.showBandedRows = table.isLong ?? false;
  return { table, native, sheet, row, column: 0, isNew: true };
}

/**
 * Find the tables of a sheet that was there before, wherever the user has them by now, and give them the size that is needed. What stands below or beside a table that grows
 * is moved away by whole rows and columns, never written over.
 *
 * @param done Told what is done, as it is done.
 */
export async function resizeTables(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { blocks }: ReportSheet,
  done: Resizing[],
): Promise<PlacedTable[]> {
  const placed: PlacedTable[] = [];
  for (const block of blocks) {
    if (block.kind === 'chart') continue;
    const native = context.workbook.tables.getItemOrNullObject(block.name);
    native.load('name');
    await context.sync();
    placed.push(
      native.isNullObject
        ? await addTableBelow(context, sheet, block, placed)
        : await resizeTable(context, native, block, done),
    );
  }
  return placed;
}

/**
 * The user deleted the table, or made plain cells of it: it comes back below all else.
 *
 * @param placed Those before it: of one that came back too no cell is filled yet.
 */
async function addTableBelow(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  table: ReportTable,
  placed: readonly PlacedTable[],
): Promise<PlacedTable> {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,rowCount');
  await context.sync();
  const ends = placed.map(before => before.row + 1 + bodyRowCount(before.table));
  if (!used.isNullObject) ends.push(used.rowIndex + used.rowCount);
  const below = ends.length === 0 ? headRows : Math.max(...ends) + 2;
  return addTable(sheet, table, below);
}

async function resizeTable(
  context: Excel.RequestContext,
  native: Excel.Table,
  table: ReportTable,
  done: Resizing[],
): Promise<PlacedTable> {
  const sheet = native.worksheet;
  // A filter would go on hiding rows by what stood in them before, and totals would not be those of what is seen; an order no longer holds either.
  native.clearFilters();
  native.sort.clear();
  const before = native.getRange();
  before.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  const { rowIndex: row, columnIndex: column, rowCount, columnCount } = before;
  const size = { rows: bodyRowCount(table) + 1, columns: table.columns.length };

  const rowsMore = size.rows - rowCount;
  const columnsMore = size.columns - columnCount;
  const below = row + rowCount;
  const beside = column + columnCount;
  const isBelowFilled =
    rowsMore > 0 && (await isFilled(context, sheet, below, column, rowsMore + 1, size.columns));
  const isBesideFilled =
    columnsMore > 0 && (await isFilled(context, sheet, row, beside, size.rows, columnsMore));
  const insertedRows = isBelowFilled ? rowsMore : 0;
  const insertedColumns = isBesideFilled ? columnsMore : 0;
  if (isBelowFilled) sheet.getRange(wholeRows(below, insertedRows)).insert('Down');
  if (isBesideFilled) sheet.getRange(wholeColumns(beside, insertedColumns)).insert('Right');
  native.resize(areaAddress(row, column, size.rows, size.columns));
  if (rowsMore < 0) {
    sheet.getRangeByIndexes(row + size.rows, column, -rowsMore, columnCount).clear();
  }
  if (columnsMore < 0) {
    sheet.getRangeByIndexes(row, column + size.columns, rowCount, -columnsMore).clear();
  }
  sheet.getRangeByIndexes(row, column, 1, size.columns).values = [table.columns.map(({ header }) => header)];
  done.push({ native, sheet, rowCount, columnCount, insertedRows, insertedColumns });
  await context.sync();
  return { table, native, sheet, row, column, isNew: false };
}

const wholeRows = (first: number, count: number): string => `${first + 1}:${first + count}`;

const wholeColumns = (first: number, count: number): string =>
  `${columnLetters(first)}:${columnLetters(first + count - 1)}`;

/** Give tables their sizes back, the last one first, and take out the rows and columns put in for them, inside a batch of the caller. */
export async function undoResizing(context: Excel.RequestContext, done: readonly Resizing[]): Promise<void> {
  for (const { native, sheet, rowCount, columnCount, insertedRows, insertedColumns } of [...done].reverse()) {
    const now = native.getRange();
    now.load('rowIndex,columnIndex,rowCount,columnCount');
    await context.sync();
    const { rowIndex: row, columnIndex: column } = now;
    native.resize(areaAddress(row, column, rowCount, columnCount));
    const moreRows = now.rowCount - rowCount;
    const moreColumns = now.columnCount - columnCount;
    if (moreRows > 0) {
      sheet.getRangeByIndexes(row + rowCount, column, moreRows, now.columnCount).clear();
    }
    if (moreColumns > 0) {
      sheet.getRangeByIndexes(row, column + columnCount, now.rowCount, moreColumns).clear();
    }
    if (insertedRows > 0) sheet.getRange(wholeRows(row + rowCount, insertedRows)).delete('Up');
    if (insertedColumns > 0) {
      sheet.getRange(wholeColumns(column + columnCount, insertedColumns)).delete('Left');
    }
    await context.sync();
  }
}

async function isFilled(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  row: number,
  column: number,
  rowCount: number,
  columnCount: number,
): Promise<boolean> {
  const filled = sheet.getRangeByIndexes(row, column, rowCount, columnCount).getUsedRangeOrNullObject(true);
  filled.load('address');
  await context.sync();
  return !filled.isNullObject;
}
