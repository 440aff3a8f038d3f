import { defaultPolicy } from '../risk/policy/defaultPolicy';
import { areaAddress } from './address';
import { isLookup } from './liveFormulas';
import { isAddedColumnsName } from './names';
import { removeLiveSheet } from './removeLiveSheet';
import { joinRows } from './selectRows';

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
  const { names } = context.workbook;
  names.load('items/name');
  await context.sync();

  const marked = names.items
    .filter(name => isAddedColumnsName(name.name))
    .map(name => {
      const range = name.getRangeOrNullObject();
      range.load('address,columnIndex,columnCount,worksheet/id,worksheet/name');
      return { name, range };
    });
  if (marked.length === 0) return [];
  await context.sync();

  for (const { name, range } of marked) if (range.isNullObject) name.delete();
  return marked
    .filter(({ range }) => !range.isNullObject && (sheetId === null || range.worksheet.id === sheetId))
    .map(({ name, range }) => ({
      name,
      range,
      sheetId: range.worksheet.id,
      sheetName: range.worksheet.name,
      address: range.address,
    }));
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

const highestScore = 100;

const ruleNames = new Set(defaultPolicy.rules.flatMap(({ name }) => [name.en, name.zh]));
/** A tier is called by a letter or two; a policy with longer names has them on many rows. */
const longestLetter = 3;

const isListOfRules = (text: string): boolean =>
  text.split(/[;；]/).every(name => ruleNames.has(name.trim()));

/** What we write into the three columns: a live formula, a score, a tier's letter, the names of breached rules; anything else is the user's. */
function isOurs(column: number, value: unknown, formula: unknown, tiers: readonly unknown[]): boolean {
  if (typeof formula === 'string' && formula.startsWith('=')) return isLookup(formula);
  if (value === '') return true;
  if (column === 0) return typeof value === 'number' && value >= 0 && value <= highestScore;
  if (typeof value !== 'string') return false;
  if (column === 2) return isListOfRules(value);
  return value.length <= longestLetter || tiers.indexOf(value) !== tiers.lastIndexOf(value);
}

/** What the cells of added columns hold. */
interface ColumnCells {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
}

/** A live formula has some 250 characters: so many rows stay below Excel's 5 MB an answer. */
const rowsPerRead = 4_000;

async function readCells(context: Excel.RequestContext, range: Excel.Range): Promise<ColumnCells> {
  range.load('rowCount,columnCount');
  await context.sync();
  const values: unknown[][] = [];
  const formulas: unknown[][] = [];
  for (let first = 0; first < range.rowCount; first += rowsPerRead) {
    const rowCount = Math.min(rowsPerRead, range.rowCount - first);
    const part = range.getCell(first, 0).getResizedRange(rowCount - 1, range.columnCount - 1);
    part.load('values,formulas');
    await context.sync();
    values.push(...part.values);
    formulas.push(...part.formulas);
  }
  return { values, formulas };
}

/** Per column the rows, zero-based below the header, that hold what the user wrote over ours. */
function rowsOfUser({ values, formulas }: ColumnCells): number[][] {
  const tiers = values.map(row => row[1]);
  return values[0].map((_, column) =>
    [...values.keys()].filter(
      row => row > 0 && !isOurs(column, values[row][column], formulas[row][column], tiers),
    ),
  );
}

/** Find the first cell of added columns that the user wrote over, as an address without the sheet; `null` where there is none. */
export async function cellOfUser(
  context: Excel.RequestContext,
  columns: AddedColumns,
): Promise<string | null> {
  const range = await grownColumns(context, columns, await tableAround(context, columns));
  range.load('rowIndex,columnIndex');
  const rows = rowsOfUser(await readCells(context, range));
  const column = rows.findIndex(({ length }) => length > 0);
  if (column < 0) return null;
  return areaAddress(range.rowIndex + rows[column][0], range.columnIndex + column, 1, 1);
}

/**
 * Empty added columns, forget their name and take the sheet away that live ones look up in; cells that the user wrote over are kept. Only
 * contents go: a full clear would take the user's own formats, and cut their conditional formats, in the same place.
 *
 * @param keepsLiveSheet They are written again at once.
 * @returns how many cells were kept.
 */
export async function removeAddedColumns(
  context: Excel.RequestContext,
  columns: AddedColumns,
  keepsLiveSheet = false,
): Promise<number> {
  const around = await tableAround(context, columns);
  const range = await grownColumns(context, columns, around);
  const cells = await readCells(context, range);
  shrinkTable(columns, around);

  let keptCells = 0;
  for (const [column, kept] of rowsOfUser(cells).entries()) {
    keptCells += kept.length;
    const isKept = new Set(kept);
    const ours = [...cells.values.keys()].filter(row => !isKept.has(row));
    for (const { first, last } of joinRows(ours)) {
      range
        .getCell(first, column)
        .getResizedRange(last - first, 0)
        .clear(Excel.ClearApplyTo.contents);
    }
  }
  columns.name.delete();
  if (!keepsLiveSheet) await removeLiveSheet(context, columns.name.name);
  await context.sync();
  return keptCells;
}
