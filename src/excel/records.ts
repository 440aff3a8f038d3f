/** Tables of dated records on sheets of ours (snapshots, reviews): appended to, read back, and taken back as long as they are what was written. */
import type { Cell } from '../risk/ledger/ledger';
import { type OwnColumns, ownPlaces } from '../risk/ledger/ownTable';
import { areaAddress } from './address';
import type { ExcelOutcome, Progress, SheetBlock } from './contract';
import { deleteOwnSheets, ensureOwnSheet, findOwnSheet, findOwnSheets } from './ownSheets';
import { ExcelRefusal, runExcel } from './problem';
import { readSheet } from './readSheet';
import { joinRows } from './selectRows';

export type RecordKey = 'Snapshots' | 'Reviews';

/** What a table of records is called and made of, in the words of the pane's language. */
export interface RecordTable {
  readonly key: RecordKey;
  readonly title: string;
  readonly lead: string;
  readonly columns: OwnColumns<string>;
  readonly headers: readonly string[];
  /** Columns without which no row could be read back. */
  readonly needed: readonly string[];
}

/** Rows that were added, to be found again. */
export interface AddedRecords {
  readonly key: RecordKey;
  readonly sheetId: string;
  readonly sheetName: string;
  readonly isNewSheet: boolean;
  readonly rowCount: number;
  /** The first and the last of them as Excel keeps them. */
  readonly check: string;
}

const rowsPerRequest = 10_000;
/** Title, what the sheet is for, an empty row, then the header. */
const headerRow = 3;
const pointsPerColumn = 84;
const pointsOfNames = 190;

const tableName = (key: RecordKey): string => `Tiercel_${key}`;

/** Find which sheets of records there are, by their ids. */
export function findRecordSheets(): Promise<ExcelOutcome<ReadonlyMap<RecordKey, string>>> {
  return runExcel(async context => {
    const found = (await findOwnSheets(context)).filter(
      ({ key }) => key === 'Snapshots' || key === 'Reviews',
    );
    for (const { sheet } of found) sheet.load('id');
    await context.sync();
    return new Map(found.map(({ key, sheet }) => [key as RecordKey, sheet.id]));
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
export function addRecords(
  table: RecordTable,
  rows: readonly (readonly Cell[])[],
  onProgress: Progress,
): Promise<ExcelOutcome<AddedRecords>> {
  return runExcel(async context => {
    const { sheet, sheetName, isNew } = await ensureOwnSheet(context, table.key, table.title);
    sheet.load('id');
    const known = await knownTable(context, sheet, table);
    const place = known ?? (await beginTable(context, sheet, table));
    const first = place.row + place.rowCount;
    await makeRoom(context, sheet, place, rows.length);
    const whole = areaAddress(place.row, place.column, place.rowCount + rows.length, place.width);
    try {
      await writeRows(context, sheet, { ...place, row: first }, table, rows, onProgress);
      place.table.resize(whole);
      await context.sync();
    } catch (error) {
      sheet.getRangeByIndexes(first, place.column, rows.length, place.width).clear();
      await context.sync();
      throw error;
    }
    const check = await endsOf(context, sheet, first, place, rows.length);
    return { key: table.key, sheetId: sheet.id, sheetName, isNewSheet: isNew, rowCount: rows.length, check };
  });
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
  table: RecordTable,
): Promise<Place | null> {
  const own = sheet.tables.getItemOrNullObject(tableName(table.key));
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('address');
  await context.sync();
  if (own.isNullObject) {
    // Somebody turned the table into cells: what stands there is theirs to say.
    if (!used.isNullObject) throw new ExcelRefusal('recordsUnreadable', { sheet: table.title });
    return null;
  }
  const place = await placeOf(context, own, table);
  const missing = Object.keys(table.columns).filter(
    key => !place.keys.includes(key) && (table.needed.includes(key) || key.startsWith('bucket')),
  );
  if (missing.some(key => table.needed.includes(key)))
    throw new ExcelRefusal('recordsUnreadable', { sheet: table.title });
  if (missing.length === 0) return place;
  return widen(context, sheet, place, table, missing);
}

async function placeOf(
  context: Excel.RequestContext,
  table: Excel.Table,
  { columns }: RecordTable,
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
  const { rowIndex, columnIndex, rowCount, columnCount } = area;
  const keys = Array.from({ length: columnCount }, (_, column) => keyAt.get(column));
  return { table, row: rowIndex, column: columnIndex, rowCount, width: columnCount, keys };
}

/** Add columns at the right of a table that was begun with fewer; what stands there moves on. */
async function widen(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  place: Place,
  { columns, headers }: RecordTable,
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
  { key, title, lead, columns, headers }: RecordTable,
): Promise<Place> {
  const heading = sheet.getRangeByIndexes(0, 0, 2, 1);
  heading.values = [[title], [lead]];
  heading.getCell(0, 0).format.font.bold = true;
  heading.getCell(0, 0).format.font.size = 16;
  const width = headers.length;
  const header = sheet.getRangeByIndexes(headerRow, 0, 1, width);
  header.values = [[...headers]];
  const keys = Object.keys(columns);
  keys.forEach((name, column) => {
    header.getCell(0, column).format.columnWidth = name === 'customer' ? pointsOfNames : pointsPerColumn;
    if (columns[name].format !== '@') header.getCell(0, column).format.horizontalAlignment = 'Right';
  });
  header.format.wrapText = true;
  const table = sheet.tables.add(areaAddress(headerRow, 0, 2, width), true);
  table.name = tableName(key);
  sheet.freezePanes.freezeRows(headerRow + 1);
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

async function writeRows(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { row, column, width, keys }: Place,
  { columns }: RecordTable,
  rows: readonly (readonly Cell[])[],
  onProgress: Progress,
): Promise<void> {
  const order = Object.keys(columns);
  const from = keys.map(key => (key === undefined ? -1 : order.indexOf(key)));
  keys.forEach((key, at) => {
    if (key === undefined) return;
    const cells = sheet.getRangeByIndexes(row, column + at, rows.length, 1);
    // One code for all cells; the type knows only a code a cell.
    (cells as { numberFormat: unknown }).numberFormat = columns[key].format;
  });
  for (let done = 0; done < rows.length; done += rowsPerRequest) {
    const chunk = rows.slice(done, done + rowsPerRequest);
    // null leaves a cell of the user's columns to whatever their table fills in.
    sheet.getRangeByIndexes(row + done, column, chunk.length, width).values = chunk.map(cells =>
      from.map(at => (at < 0 ? null : (cells[at] ?? ''))),
    );
    await context.sync();
    onProgress(Math.min(done + rowsPerRequest, rows.length), rows.length);
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
}: AddedRecords): Promise<ExcelOutcome<boolean>> {
  return runExcel(async context => {
    const own = await findOwnSheet(context, key);
    if (own === null) return false;
    const table = own.sheet.tables.getItemOrNullObject(tableName(key));
    const area = table.getRange().load('rowIndex,columnIndex,rowCount,columnCount');
    await context.sync();
    if (table.isNullObject || area.rowCount - 1 < rowCount) return false;
    const first = area.rowIndex + area.rowCount - rowCount;
    const place = { column: area.columnIndex, width: area.columnCount };
    if ((await endsOf(context, own.sheet, first, place, rowCount)) !== check) return false;
    const isAll = area.rowCount - 1 === rowCount;
    if (isAll && isNewSheet) deleteOwnSheets([own]);
    else own.sheet.getRangeByIndexes(first, place.column, rowCount, place.width).delete('Up');
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
