import { type ReadonlySignal, signal } from '@preact/signals';
import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage } from '../../../i18n/language';
import { formatDate } from '../../../i18n/numbers';
import { historyTexts } from '../../../i18n/pane/history';
import type { Snapshot } from '../../../risk/history/snapshot';
import { isSnapshotDue } from '../../../risk/history/snapshotSummary';
import { todaySerial } from '../ledger/asOfDate';
import type { PaneModel } from '../paneModel';
import type { Keeper } from '../preferencesModel';
import type { ComparedSnapshots } from './comparedSnapshots';
import type { HistoryRoom } from './historyRoom';
import type { RecordDesk } from './recordDesk';
import { writeSnapshot } from './snapshotWriting';

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
    const added = await desk.add(
      'Snapshots',
      running => writeSnapshot(room, snapshot, isReplaced, running),
      take,
    );
    if (added === null) return;
    const { sheetName, rowCount } = added;
    const { is1904 } = tiering.block;
    notices.tell(
      'success',
      () => (isReplaced ? words().replaced : words().taken)(rowCount, dayOf(snapshot, is1904), sheetName),
      isReplaced ? [desk.showing('Snapshots')] : [desk.undoing(added), desk.showing('Snapshots')],
    );
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
