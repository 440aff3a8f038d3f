/** What the workbook remembers in a table on a sheet of ours: users read it, edit it and delete its rows as they like. */
import type { Language } from '../../i18n/language';
import type { Cell } from '../../risk/ledger/ledger';
import { findOwnHeader, type OwnColumns, ownHeaders } from '../../risk/ownTable';
import { areaAddress } from '../address';
import { pointLiveColumnsAt } from '../columns/liveTables';
import { ensureOwnSheet, findOwnSheet } from '../ownSheets';
import { ExcelRefusal } from '../problem';
import { putOnA4 } from '../sheets/paper';
import { writtenCell, writtenCells } from '../writtenCell';

export interface MemoryTable<Key extends string> {
  /** The sheet's mark. */
  readonly key: string;
  readonly tableName: string;
  readonly columns: OwnColumns<Key>;
  /** In points, in the order of the columns. */
  readonly widths: readonly number[];
}

/** What the sheet says above its table when it is added. */
export interface MemoryWords {
  readonly sheetTitle: string;
  readonly lines: readonly string[];
}

/** What is to be written: rows by their place in the cells, zero-based. */
export interface RowEdits<Key extends string> {
  readonly changed?: readonly {
    readonly row: number;
    readonly cells: Readonly<Partial<Record<Key, Cell>>>;
  }[];
  readonly added?: readonly Readonly<Record<Key, Cell>>[];
  readonly removed?: readonly number[];
}

/** The table as it stands: its cells from the headers on and where they are on the sheet. */
interface StandingTable {
  readonly sheet: Excel.Worksheet;
  readonly cells: readonly Cell[][];
  readonly row: number;
  readonly column: number;
  /** Null where somebody turned it into plain cells. */
  readonly table: Excel.Table | null;
}

/** Read the cells of a table of ours with its headers, inside a batch of the caller; none where there is no such sheet. */
export async function readMemoryTable(
  context: Excel.RequestContext,
  memory: MemoryTable<string>,
): Promise<readonly Cell[][]> {
  return (await standingTable(context, memory))?.cells ?? [];
}

/**
 * Edit a table of ours inside a batch of the caller; its sheet is added where rows are to be put into one that is missing. Columns are found
 * by their headers: users may have moved them or added some of their own.
 *
 * @param edit Is given the cells as they stand, none where there is no such sheet.
 * @returns Whether the sheet was added.
 */
export async function editMemoryTable<Key extends string>(
  context: Excel.RequestContext,
  memory: MemoryTable<Key>,
  edit: (cells: readonly Cell[][]) => RowEdits<Key>,
  words: MemoryWords,
  language: Language,
): Promise<{ readonly isNew: boolean }> {
  const standing = await standingTable(context, memory);
  const { changed = [], added = [], removed = [] } = edit(standing?.cells ?? []);
  if (changed.length + added.length + removed.length === 0) return { isNew: false };
  if (standing === null) {
    const { sheet, isNew } = await ensureOwnSheet(context, memory.key, words.sheetTitle);
    beginTable(sheet, memory, added, words, language);
    await pointLiveColumnsAt(context, memory.key, `${memory.tableName}[#All]`);
    await context.sync();
    return { isNew };
  }
  const header = findOwnHeader(standing.cells, memory.columns);
  if (header === null) throw new ExcelRefusal('recordsUnreadable', { sheet: words.sheetTitle });
  for (const { row, cells } of changed) {
    for (const [key, cell] of Object.entries<Cell>(cells as Record<string, Cell>)) {
      const place = header.places.get(key as Key);
      if (place === undefined) continue;
      standing.sheet.getCell(standing.row + row, standing.column + place).values = [[writtenCell(cell)]];
    }
  }
  addRows(standing, header, added);
  removeRows(standing, header.row, removed);
  await context.sync();
  return { isNew: false };
}

async function standingTable(
  context: Excel.RequestContext,
  { key, tableName }: MemoryTable<string>,
): Promise<StandingTable | null> {
  const own = await findOwnSheet(context, key);
  if (own === null) return null;
  const { sheet } = own;
  const table = sheet.tables.getItemOrNullObject(tableName);
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('values,rowIndex,columnIndex');
  table.load('name');
  await context.sync();
  if (used.isNullObject) return null;
  if (table.isNullObject) {
    return { sheet, cells: used.values, row: used.rowIndex, column: used.columnIndex, table: null };
  }
  const range = table.getRange();
  range.load('values,rowIndex,columnIndex');
  await context.sync();
  return { sheet, cells: range.values, row: range.rowIndex, column: range.columnIndex, table };
}

function addRows<Key extends string>(
  { sheet, cells, row, column, table }: StandingTable,
  header: { readonly row: number; readonly places: ReadonlyMap<Key, number> },
  added: readonly Readonly<Record<Key, Cell>>[],
): void {
  if (added.length === 0) return;
  const width = cells[header.row].length;
  const keyAt = new Map([...header.places].map(([key, place]) => [place, key]));
  const rows = added.map(values =>
    Array.from({ length: width }, (_, place) => {
      const key = keyAt.get(place);
      return key === undefined ? '' : writtenCell(values[key]);
    }),
  );
  // A table keeps one row when the last that said something is deleted: the next takes its place.
  const isEmpty = cells.length === header.row + 2 && cells[header.row + 1].every(cell => cell === '');
  const first = row + cells.length - (isEmpty ? 1 : 0);
  const below = isEmpty ? rows.slice(1) : rows;
  if (table && below.length > 0) table.rows.add(undefined, below);
  const byHand = table === null ? rows : rows.slice(0, rows.length - below.length);
  if (byHand.length > 0) sheet.getRangeByIndexes(first, column, byHand.length, width).values = byHand;
}

/** From the lowest up, so that no row moves before it goes. */
function removeRows(
  { sheet, cells, row, column }: StandingTable,
  headerRow: number,
  removed: readonly number[],
): void {
  const width = cells[headerRow].length;
  const isAll = removed.length === cells.length - headerRow - 1;
  for (const gone of [...removed].sort((one, other) => other - one)) {
    const range = sheet.getRangeByIndexes(row + gone, column, 1, width);
    const isLast = isAll && gone === Math.min(...removed);
    if (isLast) range.clear(Excel.ClearApplyTo.contents);
    else range.delete(Excel.DeleteShiftDirection.up);
  }
}

/** Below a title, the lines that say what this is, and an empty one. */
function beginTable<Key extends string>(
  sheet: Excel.Worksheet,
  { tableName, columns, widths }: MemoryTable<Key>,
  rows: readonly Readonly<Record<Key, Cell>>[],
  { sheetTitle, lines }: MemoryWords,
  language: Language,
): void {
  const heading = [sheetTitle, ...lines];
  sheet.getRangeByIndexes(0, 0, heading.length, 1).values = heading.map(line => [line]);
  const title = sheet.getRange('A1').format.font;
  title.bold = true;
  title.size = 16;
  const keys = Object.keys(columns) as Key[];
  const cells = [ownHeaders(columns, language), ...writtenCells(rows.map(row => keys.map(key => row[key])))];
  const headerRow = heading.length + 1;
  const range = sheet.getRangeByIndexes(headerRow, 0, cells.length, keys.length);
  range.values = cells;
  range.format.horizontalAlignment = 'Left';
  const table = sheet.tables.add(areaAddress(headerRow, 0, cells.length, keys.length), true);
  table.name = tableName;
  table.showFilterButton = false;
  widths.forEach((width, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width;
  });
  sheet.showGridlines = false;
  putOnA4(sheet, {
    orientation: 'Portrait',
    width: widths.reduce((sum, width) => sum + width, 0),
    headerRow,
  });
}
