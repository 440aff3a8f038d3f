import type { CellPlace } from '../cellSpans';
import { findMarks } from '../definedNames';
import { inSlices } from '../inSlices';
import { isAddedColumnsName } from '../names';
import { readFormulas } from '../reading/readCells';
import { removeLiveSheet } from './removeLiveSheet';
import { rowsBetween, typedOverInSlices } from './typedOver';
import { forgetWritten, readWritten } from './writtenMemory';

/** Columns that Tiercel wrote beside the data, found by the name that marks them. */
export interface AddedColumns {
  readonly name: Excel.NamedItem;
  readonly range: Excel.Range;
  readonly sheetId: string;
  readonly sheetName: string;
  readonly address: string;
}

/** Find the added columns of the workbook, or of one sheet, with their place loaded. Names whose range is gone are deleted on the way. */
export async function findAddedColumns(
  context: Excel.RequestContext,
  sheetId: string | null,
): Promise<AddedColumns[]> {
  const place = 'address,columnIndex,columnCount,worksheet/id,worksheet/name';
  const marks = await findMarks(context, isAddedColumnsName, place);
  return marks
    .filter(({ range }) => sheetId === null || range.worksheet.id === sheetId)
    .map(({ mark: name, range }) => ({
      name,
      range,
      sheetId: range.worksheet.id,
      sheetName: range.worksheet.name,
      address: range.address,
    }));
}

/** Find the added columns of a sheet that hold anything: who undid some steps of writing them left a name for empty cells. */
export async function findFilledColumns(
  context: Excel.RequestContext,
  sheetId: string,
): Promise<AddedColumns[]> {
  const added = (await findAddedColumns(context, sheetId)).map(columns => {
    const filled = columns.range.getUsedRangeOrNullObject(true);
    filled.load('address');
    return { columns, filled };
  });
  if (added.length > 0) await context.sync();
  return added.filter(({ filled }) => !filled.isNullObject).map(({ columns }) => columns);
}

interface TableAround {
  readonly table: Excel.Table;
  readonly range: Excel.Range;
}

/** The table that was widened to hold the columns; null where they stand beside plain cells. */
async function tableAround(
  context: Excel.RequestContext,
  { sheetId, range: columns }: AddedColumns,
): Promise<TableAround | null> {
  const sheet = context.workbook.worksheets.getItem(sheetId);
  sheet.tables.load('items/name');
  await context.sync();

  const tables = sheet.tables.items.map(table => {
    const range = table.getRange();
    range.load('rowIndex,rowCount,columnIndex,columnCount');
    const overlap = range.getIntersectionOrNullObject(columns);
    overlap.load('columnCount');
    return { table, range, overlap };
  });
  if (tables.length === 0) return null;
  await context.sync();
  return (
    tables.find(
      ({ range, overlap }) =>
        !overlap.isNullObject &&
        overlap.columnCount === columns.columnCount &&
        range.columnCount > columns.columnCount,
    ) ?? null
  );
}

/** The columns with the rows that a table gained below since: Excel goes on with our formulas there by itself. */
async function grownColumns(
  context: Excel.RequestContext,
  { sheetId, range }: AddedColumns,
  around: TableAround | null,
): Promise<Excel.Range> {
  range.load('rowIndex,rowCount');
  await context.sync();
  if (around === null) return range;
  const end = Math.max(range.rowIndex + range.rowCount, around.range.rowIndex + around.range.rowCount);
  const sheet = context.workbook.worksheets.getItem(sheetId);
  return sheet.getRangeByIndexes(range.rowIndex, range.columnIndex, end - range.rowIndex, range.columnCount);
}

/** Take added columns out of the table that was widened to hold them, so that clearing them leaves the table as it was. */
function shrinkTable({ range: columns }: AddedColumns, around: TableAround | null): void {
  if (around === null) return;
  const { table, range } = around;
  const endsWithOurs = range.columnIndex + range.columnCount === columns.columnIndex + columns.columnCount;
  if (endsWithOurs) table.resize(range.getResizedRange(0, -columns.columnCount));
}

/** Added columns as they stand: their cells with the rows that a table gained since, and which of them the user typed over. */
export interface StandingCells {
  readonly columns: AddedColumns;
  /** With the place loaded. */
  readonly range: Excel.Range;
  readonly around: TableAround | null;
  /** Zero-based on the sheet, by column and then by row. */
  readonly typedOver: readonly CellPlace[];
  /** The day that what was written is as of; null where nobody remembers, as of live formulas. */
  readonly asOf: number | null;
}

/** A live formula has some 250 characters, and two of three columns hold one that long. */
const bytesPerRow = 600;

/** Read added columns, and find what the user typed over them, inside a batch of the caller. */
export async function readStanding(
  context: Excel.RequestContext,
  columns: AddedColumns,
): Promise<StandingCells> {
  const around = await tableAround(context, columns);
  const range = await grownColumns(context, columns, around);
  range.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  const cells = await readFormulas(context, range, bytesPerRow);
  const written = await readWritten(context, columns.name.name, range);
  const rows = await inSlices(typedOverInSlices(cells, written));
  const typedOver = rows.flatMap((ofColumn, column) =>
    ofColumn.map(row => ({ row: range.rowIndex + row, column: range.columnIndex + column })),
  );
  return { columns, range, around, typedOver, asOf: written?.asOf ?? null };
}

/**
 * Empty added columns, forget their name and take the sheets away that come with them; cells that the user typed over are kept. Only
 * contents go: a full clear would take the user's own formats, and cut their conditional formats, in the same place.
 *
 * @param next What is written in their place at once: it takes over the sheet that comes with it.
 * @returns the cells that were kept.
 */
export async function removeAddedColumns(
  context: Excel.RequestContext,
  { columns, range, around, typedOver }: StandingCells,
  next: 'live' | 'values' | null,
): Promise<readonly CellPlace[]> {
  shrinkTable(columns, around);
  for (let column = 0; column < range.columnCount; column += 1) {
    const kept = typedOver.filter(place => place.column === range.columnIndex + column);
    const rows = kept.map(({ row }) => row - range.rowIndex);
    for (const { first, last } of rowsBetween(rows, range.rowCount)) {
      range
        .getCell(first, column)
        .getResizedRange(last - first, 0)
        .clear(Excel.ClearApplyTo.contents);
    }
  }
  const { name } = columns;
  name.delete();
  await removeCompanions(context, name.name, next);
  await context.sync();
  return typedOver;
}

/** Take away the sheets that come with columns, inside a batch of the caller, but the one that what is written next takes over. */
export async function removeCompanions(
  context: Excel.RequestContext,
  columnsName: string,
  next: 'live' | 'values' | null,
): Promise<void> {
  if (next !== 'live') await removeLiveSheet(context, columnsName);
  if (next !== 'values') await forgetWritten(context, columnsName);
}
