import { showOwnSheet } from '../../../excel/ownSheets';
import { addToCollectionLog, readCollectionLog } from '../../../excel/sheets/collection';
import {
  openLetterSheet,
  printLetters,
  readLetterSheet,
  removePrintedLetters,
} from '../../../excel/sheets/letters';
import { takeBackRecords } from '../../../excel/sheets/records';

/** What collecting asks of the workbook. */
export interface CollectRoom {
  readonly readCollectionLog: typeof readCollectionLog;
  readonly addToCollectionLog: typeof addToCollectionLog;
  readonly takeBackRecords: typeof takeBackRecords;
  readonly readLetterSheet: typeof readLetterSheet;
  readonly openLetterSheet: typeof openLetterSheet;
  readonly printLetters: typeof printLetters;
  readonly removePrintedLetters: typeof removePrintedLetters;
  readonly showOwnSheet: typeof showOwnSheet;
}

export const excelCollectRoom: CollectRoom = {
  readCollectionLog,
  addToCollectionLog,
  takeBackRecords,
  readLetterSheet,
  openLetterSheet,
  printLetters,
  removePrintedLetters,
  showOwnSheet,
};
