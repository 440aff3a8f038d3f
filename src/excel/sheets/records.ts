/** Tables of dated records on sheets of ours (snapshots, reviews, the collection log): appended to, read back, and taken back as long as they are what was written. */

import type { Cell } from '../../risk/ledger/ledger';
import { findOwnHeader, type OwnColumns, ownPlaces } from '../../risk/ownTable';
import { areaAddress } from '../address';
import { pointLiveColumnsAt } from '../columns/liveTables';
import type { ExcelOutcome, Progress, SheetBlock } from '../contract';
import { formatCells } from '../formatCells';
import { deleteOwnSheets, ensureOwnSheet, findOwnSheet, findOwnSheets } from '../ownSheets';
import { ExcelRefusal, runExcel } from '../problem';
import { readSheet } from '../reading/readSheet';
import { joinRows } from '../reading/selectRows';
import { rowsPerRequest } from '../requestSize';
import { requireOwnWritable } from '../writable';
import { writeCells } from '../writeCells';
import { putOnA4 } from './paper';

export type RecordKey = 'Snapshots' | 'Reviews';

/** What a table of records is called and made of, in the words of the pane's language. */
export interface RecordTable<Key extends string = RecordKey> {
  /** The sheet's mark. */
  readonly key: Key;
  readonly title: string;
  readonly lead: string;
  readonly columns: OwnColumns<string>;
  readonly headers: readonly string[];
  /** Columns without which no row could be read back. */
  readonly needed: readonly string[];
  /** Columns that a table which was begun without them gets at its right. */
  readonly joining?: readonly string[];
  /** In points, of columns that are wider or narrower than usual. */
  readonly widths?: Readonly<Record<string, number>>;
  /** What a table that is made is called; by its key where absent. */
  readonly name?: string;
}

/** Records, in the order of the table's columns. */
export interface RecordRows {
  readonly cells: readonly (readonly Cell[])[];
  /** The number format of each cell of a column that has not one for all. */
  readonly formats?: Readonly<Record<string, readonly string[]>>;
}

/** Rows that were added, to be found again. */
export interface AddedRecords<Key extends string = RecordKey> {
  readonly key: Key;
  readonly sheetId: string;
  readonly sheetName: string;
  readonly isNewSheet: boolean;
  readonly rowCount: number;
  /** The first and the last of them as Excel keeps them. */
  readonly check: string;
}

/** Title, what the sheet is for, an empty row, then the header. */
const headerRow = 3;
const pointsPerColumn = 84;
const pointsOfNames = 190;

const nameOf = ({ key, name }: RecordTable<string>): string => name ?? `Tiercel_${key}`;

/** A sheet of records that there is, as users call it now. */
export interface RecordSheet {
  readonly id: string;
  readonly name: string;
}

/** Find which sheets of records there are. */
export function findRecordSheets(): Promise<ExcelOutcome<ReadonlyMap<RecordKey, RecordSheet>>> {
  return runExcel(async context => {
    const found = (await findOwnSheets(context)).filter(
      ({ key }) => key === 'Snapshots' || key === 'Reviews',
    );
    for (const { sheet } of found) sheet.load('id, name');
    await context.sync();
    return new Map(found.map(({ key, sheet: { id, name } }) => [key as RecordKey, { id, name }]));
  });
}

/** Read a sheet of records as cells; null where somebody emptied it. */
export async function readRecords(
  sheetId: string,
  onProgress: Progress,
  signal: AbortSignal,
): Promise<ExcelOutcome<SheetBlock | null>> {
  const read = await readSheet(sheetId, onProgress, signal);
  return !read.ok && read.problem.key === 'sheetEmpty' ? { ok: true, value: null } : read;
}

/**
 * Append rows to a table of records, which is made where there is none. Columns may have been moved, deleted or added by users; what
 * stands below the table moves down. Where Excel refuses half-way, what was written is taken out again.
 *
 * @param rows In the order of the table's columns.
 */
export function addRecords<Key extends string>(
  table: RecordTable<Key>,
  rows: readonly (readonly Cell[])[],
  onProgress: Progress,
): Promise<ExcelOutcome<AddedRecords<Key>>> {
  return runExcel(context => addRecordsIn(context, table, { cells: rows }, onProgress));
}

/** Append rows to a table of records as `addRecords` does, inside a batch of the caller. */
export async function addRecordsIn<Key extends string>(
  context: Excel.RequestContext,
  table: RecordTable<Key>,
  rows: RecordRows,
  onProgress: Progress = () => undefined,
): Promise<AddedRecords<Key>> {
  const { sheet, sheetName, isNew } = await ensureOwnSheet(context, table.key, table.title);
  sheet.load('id');
  const known = await knownTable(context, sheet, table);
  const place = known ?? (await beginTable(context, sheet, table));
  const first = place.row + place.rowCount;
  const rowCount = rows.cells.length;
  await makeRoom(context, sheet, place, rowCount);
  try {
    await writeRows(context, sheet, place, table, rows, onProgress);
  } catch (error) {
    sheet.getRangeByIndexes(first, place.column, rowCount, place.width).clear();
    resizeTo(place, Math.max(2, place.rowCount));
    await context.sync();
    throw error;
  }
  const check = await endsOf(context, sheet, first, place, rowCount);
  return { key: table.key, sheetId: sheet.id, sheetName, isNewSheet: isNew, rowCount, check };
}

/**
 * Make sure that rows can be added to a table of records, inside a batch of the caller: before something is done that has to be recorded.
 *
 * @throws ExcelRefusal `sheetProtected`, `workbookProtected`, `recordsUnreadable`
 */
export async function requireRecordable(
  context: Excel.RequestContext,
  table: RecordTable<string>,
): Promise<void> {
  await requireOwnWritable(context, [table.key]);
  const own = await findOwnSheet(context, table.key);
  if (own !== null) await knownTable(context, own.sheet, table);
}

/** Where a table stands: its header's row, its first column, rows with the header. */
interface Place {
  readonly table: Excel.Table;
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly width: number;
  /** Which column of ours stands where; undefined for one of the user's. */
  readonly keys: readonly (string | undefined)[];
}

async function knownTable(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  table: RecordTable<string>,
): Promise<Place | null> {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  const tables = await tablesWithHeaders(context, sheet);
  if (tables.length === 0 && used.isNullObject) return null;
  // Somebody turned the table into cells: it becomes one again where its headers still stand.
  const own =
    theTable(tables, table) ?? (tables.length === 0 ? await adoptTable(context, sheet, table, used) : null);
  if (own === null) throw await unreadable(context, sheet);
  const place = await placeOf(context, own, table);
  const missing = Object.keys(table.columns).filter(
    key => !place.keys.includes(key) && (table.needed.includes(key) || table.joining?.includes(key) === true),
  );
  if (missing.some(key => table.needed.includes(key))) throw await unreadable(context, sheet);
  if (missing.length === 0) return place;
  return widen(context, sheet, place, table, missing);
}

async function unreadable(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<ExcelRefusal> {
  sheet.load('name');
  await context.sync();
  return new ExcelRefusal('recordsUnreadable', { sheet: sheet.name });
}

interface TableWithHeaders {
  readonly table: Excel.Table;
  readonly headers: readonly Cell[];
}

async function tablesWithHeaders(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
): Promise<readonly TableWithHeaders[]> {
  const tables = sheet.tables.load('items/name');
  await context.sync();
  const { items } = tables;
  if (items.length === 0) return [];
  const headers = items.map(table => table.getHeaderRowRange().load('values'));
  await context.sync();
  return items.map((table, index) => ({ table, headers: headers[index].values[0] }));
}

/** The table of a sheet that holds its records, whatever it is called by now; null where none does. */
function theTable(
  tables: readonly TableWithHeaders[],
  { columns, needed }: RecordTable<string>,
): Excel.Table | null {
  const found = tables.find(({ headers }) => {
    const places = ownPlaces(headers, columns);
    return needed.every(key => places.has(key));
  });
  return found?.table ?? null;
}

/** A title stands above a table, and never a page. */
const rowsToHeader = 200;

async function adoptTable(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  table: RecordTable<string>,
  used: Excel.Range,
): Promise<Excel.Table> {
  const rowCount = Math.min(rowsToHeader, used.rowCount);
  const top = sheet.getRangeByIndexes(used.rowIndex, used.columnIndex, rowCount, used.columnCount);
  top.load('values');
  await context.sync();
  const header = findOwnHeader(top.values, table.columns);
  if (header === null) throw await unreadable(context, sheet);
  const cells: readonly Cell[] = top.values[header.row];
  const first = cells.findIndex(cell => cell !== '');
  const width = cells.findLastIndex(cell => cell !== '') + 1 - first;
  const rows = Math.max(2, used.rowCount - header.row);
  const address = areaAddress(used.rowIndex + header.row, used.columnIndex + first, rows, width);
  const adopted = sheet.tables.add(address, true);
  adopted.name = nameOf(table);
  await context.sync();
  return adopted;
}

async function placeOf(
  context: Excel.RequestContext,
  table: Excel.Table,
  { columns }: RecordTable<string>,
): Promise<Place> {
  const area = table.getRange().load('rowIndex,columnIndex,rowCount,columnCount');
  const header = table.getHeaderRowRange().load('values');
  table.load('showTotals');
  await context.sync();
  if (table.showTotals) {
    table.showTotals = false;
    area.load('rowCount');
    await context.sync();
  }
  const keyAt = new Map([...ownPlaces(header.values[0], columns)].map(([key, at]) => [at, key]));
  const { rowIndex, columnIndex, columnCount } = area;
  const keys = Array.from({ length: columnCount }, (_, column) => keyAt.get(column));
  const rowCount = area.rowCount === 2 ? await filledRows(context, table) : area.rowCount;
  return { table, row: rowIndex, column: columnIndex, rowCount, width: columnCount, keys };
}

/** The rows of a table of two: the empty one that it cannot be without takes the next record. */
async function filledRows(context: Excel.RequestContext, table: Excel.Table): Promise<number> {
  const body = table.getDataBodyRange().load('values');
  await context.sync();
  return body.values[0].every(value => value === '') ? 1 : 2;
}

/** Add columns at the right of a table that was begun with fewer; what stands there moves on. */
async function widen(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  place: Place,
  { columns, headers }: RecordTable<string>,
  missing: readonly string[],
): Promise<Place> {
  const names = Object.keys(columns);
  const right = place.column + place.width;
  const besides = sheet.getRangeByIndexes(place.row, right, place.rowCount, missing.length);
  const used = besides.getUsedRangeOrNullObject(true).load('address');
  await context.sync();
  if (!used.isNullObject) besides.insert('Right');
  sheet.getRangeByIndexes(place.row, right, 1, missing.length).values = [
    missing.map(key => headers[names.indexOf(key)]),
  ];
  const width = place.width + missing.length;
  place.table.resize(areaAddress(place.row, place.column, place.rowCount, width));
  await context.sync();
  return { ...place, width, keys: [...place.keys, ...missing] };
}

/** Make the table on its new sheet: a title, what it is for, and the headers over one row that is still empty. */
async function beginTable(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  records: RecordTable<string>,
): Promise<Place> {
  const { key, title, lead, columns, headers, widths = {} } = records;
  const heading = sheet.getRangeByIndexes(0, 0, 2, 1);
  heading.values = [[title], [lead]];
  heading.getCell(0, 0).format.font.bold = true;
  heading.getCell(0, 0).format.font.size = 16;
  const width = headers.length;
  const header = sheet.getRangeByIndexes(headerRow, 0, 1, width);
  header.values = [[...headers]];
  const keys = Object.keys(columns);
  const widthOf = (name: string): number =>
    widths[name] ?? (name === 'customer' ? pointsOfNames : pointsPerColumn);
  keys.forEach((name, column) => {
    header.getCell(0, column).format.columnWidth = widthOf(name);
    if (columns[name].format !== '@') header.getCell(0, column).format.horizontalAlignment = 'Right';
  });
  header.format.wrapText = true;
  const table = sheet.tables.add(areaAddress(headerRow, 0, 2, width), true);
  table.name = nameOf(records);
  sheet.freezePanes.freezeRows(headerRow + 1);
  const whole = keys.reduce((sum, name) => sum + widthOf(name), 0);
  putOnA4(sheet, { orientation: 'Landscape', width: whole, headerRow });
  await pointLiveColumnsAt(context, key, `${nameOf(records)}[#All]`);
  await context.sync();
  // The empty row that a table cannot be without takes the first record.
  return { table, row: headerRow, column: 0, rowCount: 1, width, keys };
}

async function makeRoom(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { row, column, rowCount, width }: Place,
  rows: number,
): Promise<void> {
  const below = sheet.getRangeByIndexes(row + rowCount, column, rows, width);
  const used = sheet.getUsedRangeOrNullObject(true).load('rowIndex,rowCount');
  await context.sync();
  const isFree = used.isNullObject || used.rowIndex + used.rowCount <= row + rowCount;
  if (!isFree) below.insert('Down');
}

/** Let a table have so many rows, with its header. */
function resizeTo({ table, row, column, width }: Place, rowCount: number): void {
  table.resize(areaAddress(row, column, rowCount, width));
}

async function writeRows(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  place: Place,
  { columns }: RecordTable<string>,
  { cells: rows, formats = {} }: RecordRows,
  onProgress: Progress,
): Promise<void> {
  const { column, width, keys } = place;
  const row = place.row + place.rowCount;
  const order = Object.keys(columns);
  const from = keys.map(key => (key === undefined ? -1 : order.indexOf(key)));
  keys.forEach((key, at) => {
    if (key === undefined) return;
    const cells = sheet.getRangeByIndexes(row, column + at, rows.length, 1);
    if (formats[key]) cells.numberFormat = formats[key].map(format => [format]);
    else formatCells(cells, columns[key].format);
  });
  const perRequest = rowsPerRequest(width);
  for (let done = 0; done < rows.length; done += perRequest) {
    const chunk = rows.slice(done, done + perRequest);
    // null leaves a cell of the user's columns to whatever their table fills in.
    const area = sheet.getRangeByIndexes(row + done, column, chunk.length, width);
    writeCells(
      area,
      'values',
      chunk.map(cells => from.map(at => (at < 0 ? null : (cells[at] ?? '')))),
    );
    // With the rows, so that none stands outside where a request after is refused.
    resizeTo(place, place.rowCount + done + chunk.length);
    await context.sync();
    onProgress(Math.min(done + perRequest, rows.length), rows.length);
  }
}

async function endsOf(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  row: number,
  { column, width }: Pick<Place, 'column' | 'width'>,
  rowCount: number,
): Promise<string> {
  const ends = [row, row + rowCount - 1].map(at =>
    sheet.getRangeByIndexes(at, column, 1, width).load('values'),
  );
  await context.sync();
  return JSON.stringify(ends.map(({ values }) => values[0]));
}

/** Take back what was added last; false where the rows are no longer the last ones or no longer what they were. */
export function takeBackRecords({
  key,
  rowCount,
  check,
  isNewSheet,
}: AddedRecords<string>): Promise<ExcelOutcome<boolean>> {
  return runExcel(async context => {
    const own = await findOwnSheet(context, key);
    if (own === null) return false;
    const tables = own.sheet.tables.load('items/name');
    await context.sync();
    const [table] = tables.items;
    if (table === undefined) return false;
    const area = table.getRange().load('rowIndex,columnIndex,rowCount,columnCount');
    await context.sync();
    if (area.rowCount - 1 < rowCount) return false;
    const first = area.rowIndex + area.rowCount - rowCount;
    const place = { column: area.columnIndex, width: area.columnCount };
    if ((await endsOf(context, own.sheet, first, place, rowCount)) !== check) return false;
    const isAll = area.rowCount - 1 === rowCount;
    const rows = own.sheet.getRangeByIndexes(first, place.column, rowCount, place.width);
    if (isAll && isNewSheet) deleteOwnSheets([own]);
    else if (isAll) {
      rows.clear(Excel.ClearApplyTo.contents);
      table.resize(areaAddress(area.rowIndex, place.column, 2, place.width));
    } else rows.delete('Up');
    await context.sync();
    return true;
  });
}

/**
 * Take rows out of a sheet of records, such as those of a snapshot that was taken once more.
 *
 * @param block The sheet as it was just read, `rows` zero-based within it.
 */
export function removeRecords(block: SheetBlock, rows: readonly number[]): Promise<ExcelOutcome<void>> {
  return runExcel(async context => {
    const sheet = context.workbook.worksheets.getItem(block.sheetId);
    for (const { first, last } of joinRows(rows).reverse()) {
      sheet
        .getRangeByIndexes(block.row + first, block.column, last - first + 1, block.cells[0].length)
        .delete('Up');
    }
    await context.sync();
  });
}
