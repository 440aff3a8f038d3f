import { type ReadonlySignal, signal } from '@preact/signals';
import type { ExcelOutcome } from '../../../excel/contract';
import { inSlices } from '../../../excel/inSlices';
import type { AddedRecords } from '../../../excel/sheets/records';
import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage } from '../../../i18n/language';
import { formatDate } from '../../../i18n/numbers';
import { historyTexts } from '../../../i18n/pane/history';
import type { Snapshot } from '../../../risk/history/snapshot';
import { isSnapshotDue } from '../../../risk/history/snapshotSummary';
import { rowsOfSnapshotInSlices, snapshotRowsInSlices } from '../../../risk/history/snapshotTable';
import { dateSystemOf } from '../../../risk/ledger/cells/dateSystem';
import { todaySerial } from '../ledger/asOfDate';
import type { PaneModel } from '../paneModel';
import type { Keeper } from '../preferencesModel';
import type { Running } from '../workModel';
import type { ComparedSnapshots } from './comparedSnapshots';
import type { HistoryRoom } from './historyRoom';
import type { RecordDesk } from './recordDesk';
import { snapshotTable } from './recordTables';

export interface SnapshotTaking {
  take(): Promise<void>;
  /** Take one by itself every month; remembered in the browser. */
  readonly isMonthly: ReadonlySignal<boolean>;
  chooseMonthly(isMonthly: boolean): void;
  /** A month after the last snapshot: an offer, or the snapshot itself where the user agreed. */
  offer(): void;
}

const monthlyKey = 'tiercel.monthlySnapshots';
/** Who watches has agreed that Tiercel works by itself; the key is the watch's own. */
export const watchKey = 'tiercel.watch';

const cancelled: ExcelOutcome<never> = { ok: false, problem: { key: 'cancelled', detail: {} } };
const done: ExcelOutcome<void> = { ok: true, value: undefined };

/** Create the model of taking snapshots: on request, and every month where the user wants it. */
export function createSnapshotTaking(
  pane: PaneModel,
  room: HistoryRoom,
  keeper: Keeper,
  { now, alike, takenToday }: ComparedSnapshots,
  desk: RecordDesk,
): SnapshotTaking {
  const { assessments, notices } = pane;
  const isMonthly = signal(keeper.get(monthlyKey) === 'on');
  let isOffered = false;
  const words = () => textsOf(historyTexts);
  const dayOf = ({ asOf }: Pick<Snapshot, 'asOf'>, is1904: boolean) =>
    formatDate(asOf, is1904, currentLanguage());

  async function take(): Promise<void> {
    const snapshot = now.value;
    const tiering = assessments.result.value;
    if (snapshot === null || tiering === null) return;
    const isReplaced = takenToday.value;
    const added = await desk.add('Snapshots', running => write(snapshot, isReplaced, running), take);
    if (added === null) return;
    const { sheetName, rowCount } = added;
    const { is1904 } = tiering.block;
    notices.tell(
      'success',
      () => (isReplaced ? words().replaced : words().taken)(rowCount, dayOf(snapshot, is1904), sheetName),
      isReplaced ? [desk.showing('Snapshots')] : [desk.undoing(added), desk.showing('Snapshots')],
    );
  }

  async function write(
    snapshot: Snapshot,
    isReplaced: boolean,
    running: Running,
  ): Promise<ExcelOutcome<AddedRecords>> {
    const rows = await inSlices(snapshotRowsInSlices(snapshot), running.signal);
    if (rows === null) return cancelled;
    const added = await room.addRecords(snapshotTable(snapshot.buckets.length), rows, running.onProgress);
    if (!added.ok || !isReplaced) return added;
    const old = await removeOld(added.value, snapshot, running);
    return old.ok ? added : old;
  }

  /** Of two snapshots of one day the one that was taken just now stays; it stands below the other. */
  async function removeOld(
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

  function offer(): void {
    const tiering = assessments.result.value;
    const last = alike.value.at(-1);
    if (tiering === null || last === undefined || isOffered) return;
    const { assessment, block, currency } = tiering;
    const today = todaySerial(pane.now(), block.is1904);
    if (!isSnapshotDue(alike.value, today, assessment.table.asOf, currency)) return;
    isOffered = true;
    if (isMonthly.value && keeper.get(watchKey) === 'on') {
      // After the tiering that it comes from: work of the pane is done one after the other.
      setTimeout(() => void take(), 0);
      return;
    }
    notices.tell('info', () => words().due(dayOf(last, block.is1904)), [
      { say: () => words().takeRows(assessment.worstFirst.length), run: take },
    ]);
  }

  return {
    take,
    isMonthly,
    chooseMonthly: chosen => {
      isMonthly.value = chosen;
      keeper.set(monthlyKey, chosen ? 'on' : 'off');
    },
    offer,
  };
}
