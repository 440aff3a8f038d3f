/** The collection log: a table on a sheet of ours to which rows are added and in which nothing is ever rewritten. */
import { type LogColumn, logColumns } from '../risk/collection/collectionLog';
import type { Cell } from '../risk/ledger/ledger';
import { ownPlaces } from '../risk/ledger/ownTable';
import { areaAddress } from './address';
import type { ExcelOutcome } from './contract';
import { ensureOwnSheet, findOwnSheet } from './ownSheets';
import { ExcelRefusal, runExcel } from './problem';

export const collectionKey = 'Collection';
const logTable = 'TiercelCollection';
/** Below a title and a line that says what the table is. */
const headerRow = 2;
const rowsPerRequest = 10_000;

/** What a new log is called and says, in the language of whoever begins it. */
export interface LogWords {
  readonly sheetTitle: string;
  readonly lead: string;
  readonly headers: readonly string[];
}

/** A row of the log by column. */
export type LogRow = Readonly<Record<LogColumn, Cell>>;

/** What was added, so that it can be taken back while nobody changed it. */
export interface AddedToLog {
  readonly sheetName: string;
  readonly rowCount: number;
  /** The cells as Excel shows them now, as text. */
  readonly check: string;
}

/** Read every cell of the log's sheet; null where no log was begun. */
export function readCollectionLog(): Promise<ExcelOutcome<Cell[][] | null>> {
  return runExcel(async context => {
    const own = await findOwnSheet(context, collectionKey);
    if (own === null) return null;
    const used = own.sheet.getUsedRangeOrNullObject(true);
    used.load('values');
    await context.sync();
    return used.isNullObject ? [] : used.values;
  });
}

/**
 * Add rows at the end of the log, which is begun where there is none. Columns are found by their headers: a user may have moved, renamed in the other
 * language, added and deleted some.
 */
export function addToCollectionLog(
  rows: readonly LogRow[],
  words: LogWords,
): Promise<ExcelOutcome<AddedToLog>> {
  return runExcel(async context => {
    const { sheet, sheetName } = await ensureOwnSheet(context, collectionKey, words.sheetTitle);
    const table = await logTableOn(context, sheet, words);
    const header = table.getHeaderRowRange().load('values,rowIndex,columnIndex,columnCount');
    const body = table.getDataBodyRange().load('values,rowCount');
    await context.sync();

    const places = ownPlaces(header.values[0], logColumns);
    // Without them no row of the log could be read back.
    if (!places.has('day') || !places.has('customer'))
      throw new ExcelRefusal('logUnreadable', { sheet: sheetName });
    const keyAt = new Map([...places].map(([key, place]) => [place, key]));
    const cells = rows.map(row =>
      Array.from({ length: header.columnCount }, (_, column) => {
        const key = keyAt.get(column);
        return key === undefined ? '' : row[key];
      }),
    );
    const formats = Array.from({ length: header.columnCount }, (_, column) => formatOf(keyAt.get(column)));
    const isEmpty = body.rowCount === 1 && body.values[0].every(value => value === '');
    const first = header.rowIndex + 1 + (isEmpty ? 0 : body.rowCount);
    const added = isEmpty ? cells.length - 1 : cells.length;
    for (let row = 0; row < added; row += rowsPerRequest) {
      const count = Math.min(rowsPerRequest, added - row);
      // Rows of the table move down what stands below it; writing there would overwrite it.
      table.rows.add(
        undefined,
        Array.from({ length: count }, () => Array(header.columnCount).fill('')),
      );
      await context.sync();
    }
    for (let row = 0; row < cells.length; row += rowsPerRequest) {
      const chunk = cells.slice(row, row + rowsPerRequest);
      const area = sheet.getRangeByIndexes(first + row, header.columnIndex, chunk.length, header.columnCount);
      area.numberFormat = chunk.map(() => formats);
      area.values = chunk;
      await context.sync();
    }
    const written = sheet.getRangeByIndexes(first, header.columnIndex, cells.length, header.columnCount);
    written.load('values');
    await context.sync();
    return { sheetName, rowCount: cells.length, check: JSON.stringify(written.values) };
  });
}

const formatOf = (key: LogColumn | undefined): string =>
  key === undefined ? 'General' : logColumns[key].format;

/** Take back what was added last; false where the rows are no longer the last ones or no longer what they were. */
export function takeBackFromCollectionLog({ rowCount, check }: AddedToLog): Promise<ExcelOutcome<boolean>> {
  return runExcel(async context => {
    const own = await findOwnSheet(context, collectionKey);
    if (own === null) return false;
    const table = own.sheet.tables.getItemOrNullObject(logTable);
    const area = table.getRange().load('rowIndex,columnIndex,rowCount,columnCount');
    await context.sync();
    const isTooShort = table.isNullObject || area.rowCount - 1 < rowCount;
    if (isTooShort) return false;
    const first = area.rowIndex + area.rowCount - rowCount;
    const last = own.sheet.getRangeByIndexes(first, area.columnIndex, rowCount, area.columnCount);
    last.load('values');
    await context.sync();
    if (JSON.stringify(last.values) !== check) return false;
    last.clear(Excel.ClearApplyTo.contents);
    // A table keeps at least one row; the next entry is written into it.
    const rowsLeft = Math.max(2, area.rowCount - rowCount);
    table.resize(areaAddress(area.rowIndex, area.columnIndex, rowsLeft, area.columnCount));
    await context.sync();
    return true;
  });
}

/** The log's table. Where the sheet has none (it is new, or somebody turned the table into cells), one is made of what is there. */
async function logTableOn(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  words: LogWords,
): Promise<Excel.Table> {
  const known = sheet.tables.getItemOrNullObject(logTable);
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('values,rowIndex,columnIndex');
  await context.sync();
  if (!known.isNullObject) return known;
  return used.isNullObject ? beginLog(context, sheet, words) : adoptLog(context, sheet, used);
}

async function beginLog(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { sheetTitle, lead, headers }: LogWords,
): Promise<Excel.Table> {
  const title = sheet.getRangeByIndexes(0, 0, 2, 1);
  title.values = [[sheetTitle], [lead]];
  title.getCell(0, 0).format.font.bold = true;
  title.getCell(0, 0).format.font.size = 16;
  sheet.getRangeByIndexes(headerRow, 0, 1, headers.length).values = [[...headers]];
  const table = sheet.tables.add(areaAddress(headerRow, 0, 2, headers.length), true);
  table.name = logTable;
  (Object.keys(logColumns) as LogColumn[]).forEach((key, column) => {
    const cells = sheet.getRangeByIndexes(headerRow, column, 2, 1);
    cells.format.columnWidth = widths[key];
    if (key === 'amount' || key === 'promisedAmount') cells.format.horizontalAlignment = 'Right';
  });
  sheet.freezePanes.freezeRows(headerRow + 1);
  await context.sync();
  return table;
}

/** In points, as `columnWidth` counts. */
const widths: Readonly<Record<LogColumn, number>> = {
  day: 72,
  customer: 190,
  customerNumber: 88,
  step: 110,
  channel: 64,
  amount: 92,
  promiseDay: 84,
  promisedAmount: 104,
  note: 260,
  by: 80,
  stepCode: 92,
};

async function adoptLog(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  used: Excel.Range,
): Promise<Excel.Table> {
  const header = used.values.findIndex(row => ownPlaces(row, logColumns).size > 1);
  if (header < 0) throw new ExcelRefusal('logUnreadable', {});
  const row = used.values[header];
  const width = row.findLastIndex(cell => cell !== '') + 1;
  const first = row.findIndex(cell => cell !== '');
  const rowCount = Math.max(2, used.values.length - header);
  const address = areaAddress(used.rowIndex + header, used.columnIndex + first, rowCount, width - first);
  const table = sheet.tables.add(address, true);
  table.name = logTable;
  await context.sync();
  return table;
}
