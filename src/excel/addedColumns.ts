import { defaultPolicy } from '../risk/policy/defaultPolicy';
import { areaAddress } from './address';
import { isAddedColumnsName } from './names';
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

/** Take added columns out of the table that was widened to hold them, so that clearing them leaves the table as it was. */
async function shrinkTable(context: Excel.RequestContext, columns: AddedColumns): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(columns.sheetId);
  sheet.tables.load('items/name');
  await context.sync();

  const tables = sheet.tables.items.map(table => {
    const range = table.getRange();
    range.load('columnIndex,columnCount,rowCount');
    const overlap = range.getIntersectionOrNullObject(columns.range);
    overlap.load('columnCount');
    return { table, range, overlap };
  });
  if (tables.length === 0) return;
  await context.sync();

  const { columnIndex, columnCount } = columns.range;
  const holder = tables.find(
    ({ range, overlap }) =>
      !overlap.isNullObject &&
      overlap.columnCount === columnCount &&
      range.columnIndex + range.columnCount === columnIndex + columnCount &&
      range.columnCount > columnCount,
  );
  if (!holder) return;
  const { table, range } = holder;
  table.resize(range.getResizedRange(0, -columnCount));
}

const highestScore = 100;

const ruleNames = new Set(defaultPolicy.rules.flatMap(({ name }) => [name.en, name.zh]));
/** A tier is called by a letter or two; a policy with longer names has them on many rows. */
const longestLetter = 3;

const isListOfRules = (text: string): boolean =>
  text.split(/[;；]/).every(name => ruleNames.has(name.trim()));

/** What we write into the three columns: a score, a tier's letter, the names of breached rules; anything else is the user's. */
function isOurs(column: number, value: unknown, formula: unknown, tiers: readonly unknown[]): boolean {
  if (typeof formula === 'string' && formula.startsWith('=')) return false;
  if (value === '') return true;
  if (column === 0) return typeof value === 'number' && value >= 0 && value <= highestScore;
  if (typeof value !== 'string') return false;
  if (column === 2) return isListOfRules(value);
  return value.length <= longestLetter || tiers.indexOf(value) !== tiers.lastIndexOf(value);
}

/** Per column the rows, zero-based below the header, that hold what the user wrote over ours. Wants values and formulas loaded. */
function rowsOfUser({ values, formulas }: Excel.Range): number[][] {
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
  { range }: AddedColumns,
): Promise<string | null> {
  range.load('values,formulas,rowIndex,columnIndex');
  await context.sync();
  const rows = rowsOfUser(range);
  const column = rows.findIndex(({ length }) => length > 0);
  if (column < 0) return null;
  return areaAddress(range.rowIndex + rows[column][0], range.columnIndex + column, 1, 1);
}

/**
 * Empty added columns and forget their name; cells that the user wrote over are kept. Only contents go: a full clear would
 * take the user's own formats, and cut their conditional formats, in the same place.
 *
 * @returns how many cells were kept.
 */
export async function removeAddedColumns(
  context: Excel.RequestContext,
  columns: AddedColumns,
): Promise<number> {
  const { range, name } = columns;
  range.load('values,formulas,rowCount');
  await context.sync();
  await shrinkTable(context, columns);

  let keptCells = 0;
  for (const [column, kept] of rowsOfUser(range).entries()) {
    keptCells += kept.length;
    const isKept = new Set(kept);
    const ours = Array.from({ length: range.rowCount }, (_, row) => row).filter(row => !isKept.has(row));
    for (const { first, last } of joinRows(ours)) {
      range
        .getCell(first, column)
        .getResizedRange(last - first, 0)
        .clear(Excel.ClearApplyTo.contents);
    }
  }
  name.delete();
  await context.sync();
  return keptCells;
}
