import type { ExcelOutcome } from '../../../excel/contract';
import { inSlices } from '../../../excel/inSlices';
import type { AddedRecords } from '../../../excel/sheets/records';
import type { Snapshot } from '../../../risk/history/snapshot';
import { rowsOfSnapshotInSlices, snapshotRowsInSlices } from '../../../risk/history/snapshotTable';
import { dateSystemOf } from '../../../risk/ledger/cells/dateSystem';
import type { Running } from '../workModel';
import type { HistoryRoom } from './historyRoom';
import { snapshotTable } from './recordTables';

const cancelled: ExcelOutcome<never> = { ok: false, problem: { key: 'cancelled', detail: {} } };
const done: ExcelOutcome<void> = { ok: true, value: undefined };

/**
 * Write a snapshot below those that the workbook has.
 *
 * @param isReplaced One of the same day is there: of the two the new one stays.
 */
export async function writeSnapshot(
  room: HistoryRoom,
  snapshot: Snapshot,
  isReplaced: boolean,
  running: Running,
): Promise<ExcelOutcome<AddedRecords>> {
  const rows = await inSlices(snapshotRowsInSlices(snapshot), running.signal);
  if (rows === null) return cancelled;
  const added = await room.addRecords(snapshotTable(snapshot.buckets.length), rows, running.onProgress);
  if (!added.ok || !isReplaced) return added;
  const old = await removeOlder(room, added.value, snapshot, running);
  return old.ok ? added : old;
}

/** Remove the snapshot of the same day that stands above the one that was added. */
async function removeOlder(
  room: HistoryRoom,
  { sheetId, rowCount }: AddedRecords,
  snapshot: Snapshot,
  running: Running,
): Promise<ExcelOutcome<void>> {
  // What was just written must not be left half-way, whatever the user begins meanwhile.
  const read = await room.readRecords(sheetId, () => {}, new AbortController().signal);
  if (!read.ok) return read;
  if (read.value === null || running.signal.aborted) return done;
  const finding = rowsOfSnapshotInSlices(read.value.cells, snapshot, dateSystemOf(read.value));
  const rows = await inSlices(finding, running.signal);
  if (rows === null) return done;
  return room.removeRecords(read.value, rows.slice(0, Math.max(0, rows.length - rowCount)));
}
