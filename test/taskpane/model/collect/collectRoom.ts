import type { LogRow } from '../../../../src/excel/sheets/collection';
import type { LetterSheet, PrintedLetter, PrintLook } from '../../../../src/excel/sheets/letters';
import { type LogColumn, logColumns } from '../../../../src/risk/collection/collectionLog';
import type { Cell } from '../../../../src/risk/ledger/ledger';
import { ownHeaders } from '../../../../src/risk/ownTable';
import type { CollectRoom } from '../../../../src/taskpane/model/collect/collectRoom';
import { succeed } from '../../fakeExcel';

export interface FakeCollectRoom extends CollectRoom {
  /** The log's sheet; null while there is none. */
  log: Cell[][] | null;
  letters: Cell[][] | null;
  readonly printed: { readonly letters: readonly PrintedLetter[]; readonly look: PrintLook }[];
  readonly seeded: LetterSheet[];
  /** Sheets that were gone back to when printed letters were removed. */
  readonly removed: string[];
}

/** A workbook that keeps a log and letters as the real one does. */
export function collectRoom(): FakeCollectRoom {
  const room: FakeCollectRoom = {
    log: null,
    letters: null,
    printed: [],
    seeded: [],
    removed: [],
    readCollectionLog: () => succeed(room.log),
    addToCollectionLog: (rows: readonly LogRow[]) => {
      room.log ??= [ownHeaders(logColumns, 'en')];
      const keys = Object.keys(logColumns) as LogColumn[];
      room.log.push(...rows.map(row => keys.map(key => row[key])));
      return succeed({
        key: 'Collection' as const,
        sheetId: 'log',
        isNewSheet: false,
        sheetName: 'Tiercel Collection',
        rowCount: rows.length,
        check: String(room.log.length),
      });
    },
    takeBackRecords: ({ rowCount, check }) => {
      if (room.log === null || String(room.log.length) !== check) return succeed(false);
      room.log.splice(-rowCount);
      return succeed(true);
    },
    readLetterSheet: () => succeed(room.letters),
    openLetterSheet: seed => {
      room.seeded.push(seed);
      return succeed({ sheetName: seed.sheetTitle });
    },
    printLetters: (letters, look) => {
      room.printed.push({ letters, look });
      return succeed({ sheetName: look.sheetTitle, isNew: room.printed.length === 1 });
    },
    removePrintedLetters: backTo => {
      room.removed.push(backTo);
      return succeed(undefined);
    },
    showOwnSheet: () => succeed(undefined),
  };
  return room;
}
