/** The collection log: a table on a sheet of ours to which rows are added and in which nothing is ever rewritten. */
import { type LogColumn, logColumns } from '../../risk/collection/collectionLog';
import type { Cell } from '../../risk/ledger/ledger';
import type { ExcelOutcome } from '../contract';
import { runExcel } from '../problem';
import { readOwnCells } from './ownCells';
import { type AddedRecords, addRecords, type RecordTable } from './records';

export const collectionKey = 'Collection';

/** What a new log is called and says, in the language of whoever begins it. */
export interface LogWords {
  readonly sheetTitle: string;
  readonly lead: string;
  readonly headers: readonly string[];
}

/** Rows that were added to the log, to be found again. */
export type AddedToLog = AddedRecords<typeof collectionKey>;

/** A row of the log by column. */
export type LogRow = Readonly<Record<LogColumn, Cell>>;

/** Read every cell of the log's sheet; null where no log was begun. */
export function readCollectionLog(): Promise<ExcelOutcome<Cell[][] | null>> {
  return runExcel(async context => (await readOwnCells(context, collectionKey))?.cells ?? null);
}

/** Add rows at the end of the log, which is begun where there is none. */
export function addToCollectionLog(
  rows: readonly LogRow[],
  words: LogWords,
): Promise<ExcelOutcome<AddedToLog>> {
  const columns = Object.keys(logColumns) as LogColumn[];
  const cells = rows.map(row => columns.map(column => row[column]));
  return addRecords(logTable(words), cells, () => undefined);
}

/** In points. */
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

const logTable = ({ sheetTitle, lead, headers }: LogWords): RecordTable<typeof collectionKey> => ({
  key: collectionKey,
  title: sheetTitle,
  lead,
  columns: logColumns,
  headers,
  needed: ['day', 'customer'],
  widths,
});
