import type { HistoryRoom } from '../../../../src/taskpane/model/history/historyRoom';
import { succeed } from '../../fakeExcel';

/** A workbook in which nothing was recorded, and nothing is. */
export const noRecords: HistoryRoom = {
  findRecordSheets: () => succeed(new Map()),
  readRecords: () => succeed(null),
  addRecords: () => Promise.reject(new Error('nothing is written')),
  takeBackRecords: () => succeed(false),
  removeRecords: () => succeed(undefined),
  showOwnSheet: () => succeed(undefined),
  onSheetChanged: async () => () => {},
};
