import type { ExcelOutcome, SheetBlock } from '../../../excel/contract';
import { showOwnSheet } from '../../../excel/ownSheets';
import { onSheetChanged } from '../../../excel/reading/watch';
import {
  type AddedRecords,
  addRecords,
  findRecordSheets,
  type RecordKey,
  type RecordSheet,
  readRecords,
  removeRecords,
  takeBackRecords,
} from '../../../excel/sheets/records';

/** What the history asks of the workbook. */
export interface HistoryRoom {
  findRecordSheets(): Promise<ExcelOutcome<ReadonlyMap<RecordKey, RecordSheet>>>;
  readRecords: typeof readRecords;
  addRecords: typeof addRecords<RecordKey>;
  takeBackRecords(added: AddedRecords): Promise<ExcelOutcome<boolean>>;
  removeRecords(block: SheetBlock, rows: readonly number[]): Promise<ExcelOutcome<void>>;
  showOwnSheet(key: string): Promise<ExcelOutcome<void>>;
  onSheetChanged: typeof onSheetChanged;
}

export const historyRoom: HistoryRoom = {
  findRecordSheets,
  readRecords,
  addRecords,
  takeBackRecords,
  removeRecords,
  showOwnSheet,
  onSheetChanged,
};
