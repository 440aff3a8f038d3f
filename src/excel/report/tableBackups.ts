/** The cells of a report's tables as they were, to be put back where a refresh does not come to its end. */

import type { ReportTable } from '../../risk/report/reportSheet';
import { formatCells } from '../formatCells';
import { letGo } from '../letGo';
import { partOf } from '../partOf';
import { rowsPerRequest } from '../requestSize';
import { sharedTexts } from '../sharedTexts';
import { writtenCell } from '../writtenCell';
import { writeEachItsOwn } from './writeTables';

/** What is kept of each cell of a table that fits into a request: value, formula, format. */
const factsKept = 3;

export interface TableBackup {
  readonly native: Excel.Table;
  readonly columnCount: number;
  readonly parts: readonly TablePart[];
  /** What hid rows, by column; none where nothing did. */
  readonly filters: readonly { readonly column: number; readonly criteria: Excel.FilterCriteria }[];
}

/** Some rows, by column: of a row each there would be hundreds of thousands, for a browser to look through whenever it tidies memory. */
interface TablePart {
  readonly rowCount: number;
  /** What the last row that is ours is, within the part; -1 where none is. */
  readonly lastOwn: number;
  readonly columns: readonly KeptColumn[];
}

interface KeptColumn {
  readonly formulas: readonly unknown[];
  /** Null where nothing calculates: then they are the formulas. */
  readonly values: readonly unknown[] | null;
  /** Of all cells, or of each. */
  readonly format: string | readonly unknown[];
}

/** Keep what stands in tables, by parts, inside a batch of the caller. */
export async function backUpTables(
  context: Excel.RequestContext,
  tables: readonly ReportTable[],
): Promise<TableBackup[]> {
  const found = tables.map(table => ({
    table,
    native: context.workbook.tables.getItemOrNullObject(table.name),
  }));
  for (const { native } of found) native.load('name');
  await context.sync();
  const backups: TableBackup[] = [];
  for (const { native, table } of found)
    if (!native.isNullObject) backups.push(await backUp(context, native, table));
  return backups;
}

async function backUp(
  context: Excel.RequestContext,
  native: Excel.Table,
  table: ReportTable,
): Promise<TableBackup> {
  const range = native.getRange();
  range.load('rowIndex,columnIndex,rowCount,columnCount');
  native.columns.load('items/index,items/name,items/filter/criteria');
  await context.sync();
  const { rowIndex, columnIndex, rowCount, columnCount } = range;
  const { items } = native.columns;
  const filters = items.flatMap(({ index, filter: { criteria } }) =>
    criteria ? [{ column: index, criteria }] : [],
  );
  const isAsMade =
    columnCount === table.columns.length &&
    table.columns.every(({ header }, index) => items[index].name === header);
  const share = sharedTexts();
  const read = async (first: number, count: number, isBrief: boolean) => {
    const part = native.worksheet.getRangeByIndexes(rowIndex + first, columnIndex, count, columnCount);
    return isBrief ? readBriefly(context, part, table, share) : readAll(context, part, share);
  };
  const parts: TablePart[] = [];
  const perReading = rowsPerRequest(factsKept * columnCount);
  // What a long table holds as it was made is read without what is known of it. Its header has formats of its own.
  const isBrief = isAsMade && rowCount > perReading;
  if (isBrief) parts.push(await read(0, 1, false));
  const numbers = table.columns.filter(({ isNumber }) => isNumber).length;
  const perRead = isBrief ? rowsPerRequest(columnCount + numbers) : perReading;
  for (let first = isBrief ? 1 : 0; first < rowCount; first += perRead)
    parts.push(await read(first, Math.min(perRead, rowCount - first), isBrief));
  return { native, columnCount, parts, filters };
}

type Share = ReturnType<typeof sharedTexts>;

async function readAll(context: Excel.RequestContext, part: Excel.Range, share: Share): Promise<TablePart> {
  part.load('values,formulas,numberFormat');
  await context.sync();
  const { values, formulas, numberFormat } = part;
  letGo(part);
  return {
    rowCount: formulas.length,
    lastOwn: formulas.findLastIndex(isOwnRow),
    columns: formulas[0].map((_, column) => ({
      formulas: columnOf(formulas, column, share),
      values: columnOf(values, column, share),
      format: columnOf(numberFormat, column, share),
    })),
  };
}

/**
 * Read rows of a table that is as Tiercel made it: a column has the format of its first row unless it is measured row by row, and values differ from formulas only
 * where something calculates. That is a third of all facts; formats alone take more room than all amounts.
 */
async function readBriefly(
  context: Excel.RequestContext,
  part: Excel.Range,
  { columns }: ReportTable,
  share: Share,
): Promise<TablePart> {
  part.load('formulas');
  const formatted = columns.map(({ isNumber }, column) =>
    (isNumber ? part.getColumn(column) : part.getCell(0, column)).load('numberFormat'),
  );
  await context.sync();
  const { formulas } = part;
  const values = formulas.some(calculates) ? await readValues(context, part) : null;
  const kept = columns.map(({ isNumber }, column) => {
    const { numberFormat } = formatted[column];
    return {
      formulas: columnOf(formulas, column, share),
      values: values && columnOf(values, column, share),
      format: isNumber ? columnOf(numberFormat, 0, share) : String(numberFormat[0][0]),
    };
  });
  letGo(part, ...formatted);
  return { rowCount: formulas.length, lastOwn: formulas.findLastIndex(isOwnRow), columns: kept };
}

async function readValues(context: Excel.RequestContext, part: Excel.Range): Promise<unknown[][]> {
  part.load('values');
  await context.sync();
  return part.values;
}

const columnOf = (rows: readonly (readonly unknown[])[], column: number, share: Share): unknown[] =>
  rows.map(cells => share(cells[column]));

const isCalculated = (cell: unknown): boolean => typeof cell === 'string' && cell.startsWith('=');

const calculates = (cells: readonly unknown[]): boolean => cells.some(isCalculated);

/** A row of ours says more than one thing; formulas Excel fills in by itself. */
const isOwnRow = (cells: readonly unknown[]): boolean =>
  cells.filter(cell => cell !== '' && !isCalculated(cell)).length > 1;

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
    native.resize(partOf(native.getRange(), 0, kept, columnCount));
    await context.sync();
  }
}

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
    for (const { rowCount, columns } of parts) {
      const part = native.worksheet.getRangeByIndexes(row, now.columnIndex, rowCount, columns.length);
      for (const [column, { format }] of columns.entries()) formatAgain(part.getColumn(column), format);
      writeEachItsOwn(
        part,
        Array.from({ length: rowCount }, (_, index) => columns.map(column => contentAt(column, index))),
      );
      row += rowCount;
      await context.sync();
    }
    for (const { column, criteria } of filters) native.columns.getItemAt(column).filter.apply(criteria);
    if (filters.length > 0) await context.sync();
  }
}

function formatAgain(column: Excel.Range, format: KeptColumn['format']): void {
  if (typeof format === 'string') formatCells(column, format);
  else column.numberFormat = format.map(each => [each]);
}

/** Excel hands a text over without the apostrophe that keeps it one; what calculates shows another value than its own text. */
function contentAt({ formulas, values }: KeptColumn, row: number): string | number | boolean {
  const content = formulas[row];
  const value = values === null ? content : values[row];
  return isCalculated(content) && content !== value ? (content as string) : writtenCell(value);
}
