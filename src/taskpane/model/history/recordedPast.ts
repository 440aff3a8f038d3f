import { type ReadonlySignal, signal } from '@preact/signals';
import type { ExcelOutcome, SheetBlock } from '../../../excel/contract';
import { inSlices } from '../../../excel/inSlices';
import type { RecordKey, RecordSheet } from '../../../excel/sheets/records';
import { type ReviewEntry, readReviews } from '../../../risk/history/reviewLog';
import { readSnapshotsInSlices, type SnapshotHistory } from '../../../risk/history/snapshotTable';
import { dateSystemOf } from '../../../risk/ledger/cells/dateSystem';
import type { Running } from '../workModel';
import type { HistoryRoom } from './historyRoom';

/** Snapshots and reviews as the workbook holds them. */
export interface RecordedPast {
  /** Null until the sheets were looked for. */
  readonly history: ReadonlySignal<SnapshotHistory | null>;
  readonly reviews: ReadonlySignal<readonly ReviewEntry[]>;
  /** Which of the sheets there are, as they were found last. */
  readonly sheets: ReadonlySignal<ReadonlyMap<RecordKey, RecordSheet>>;
  /** Read the sheets of records, those that did not change since not again. */
  read(running: Running): Promise<ExcelOutcome<void>>;
  /** A sheet is another than it was read: it is read again the next time. */
  forget(key: RecordKey): void;
}

const cancelled: ExcelOutcome<never> = { ok: false, problem: { key: 'cancelled', detail: {} } };
const noHistory: SnapshotHistory = { snapshots: [], unreadable: [], replacedRows: 0 };

/** Create the model of what the workbook holds of the past. */
export function createRecordedPast(room: HistoryRoom): RecordedPast {
  const history = signal<SnapshotHistory | null>(null);
  const reviews = signal<readonly ReviewEntry[]>([]);
  const sheets = signal<ReadonlyMap<RecordKey, RecordSheet>>(new Map());
  /** What was read of each sheet of records, as long as nobody changed it. */
  const known = new Map<RecordKey, string>();

  async function read(running: Running): Promise<ExcelOutcome<void>> {
    const found = await room.findRecordSheets();
    if (!found.ok) return found;
    sheets.value = found.value;
    for (const key of ['Snapshots', 'Reviews'] as const) {
      const id = found.value.get(key)?.id;
      if (id !== undefined && known.get(key) === id) continue;
      const block = id === undefined ? null : await room.readRecords(id, running.onProgress, running.signal);
      if (block !== null && !block.ok) return block;
      const isWhole = await understand(key, block?.value ?? null, running.signal);
      if (!isWhole) return cancelled;
      if (id === undefined) known.delete(key);
      else known.set(key, id);
    }
    return { ok: true, value: undefined };
  }

  async function understand(key: RecordKey, block: SheetBlock | null, ended: AbortSignal): Promise<boolean> {
    if (key === 'Reviews') {
      const isStillNone = block === null && reviews.value.length === 0;
      if (!isStillNone) reviews.value = block === null ? [] : readReviews(block.cells, dateSystemOf(block));
      return true;
    }
    if (block === null) {
      history.value = noHistory;
      return true;
    }
    const snapshots = await inSlices(readSnapshotsInSlices(block.cells, dateSystemOf(block)), ended);
    if (snapshots !== null) history.value = snapshots;
    return snapshots !== null;
  }

  // An Excel too old to tell of changes is asked anew when the part is opened.
  void room
    .onSheetChanged(sheetId => {
      for (const [key, id] of known) if (id === sheetId) known.delete(key);
    })
    .catch(() => {});

  return { history, reviews, sheets, read, forget: key => known.delete(key) };
}
