import { type ReadonlySignal, signal } from '@preact/signals';
import type { SheetBlock } from '../../../excel/contract';
import { readChangedRows } from '../../../excel/reading/changedRows';
import { partModel } from '../../partModel';
import { createHistoryModel, type HistoryModel } from '../history/historyModel';
import { watchKey } from '../history/snapshotTaking';
import { editedSpans } from '../ledger/touchesBlock';
import type { PaneModel } from '../paneModel';
import { browserKeeper, type Keeper } from '../preferencesModel';
import { type BreachNews, createBreachNews } from './breachNews';
import { type CountedEdits, createCountedEdits } from './countedEdits';
import { createEditedRows, type WatchRoom } from './editedRows';

export interface WatchModel
  extends Pick<BreachNews, 'news' | 'markSeen'>,
    Pick<CountedEdits, 'followed' | 'settled'> {
  readonly isOn: ReadonlySignal<boolean>;
  turn(isOn: boolean): void;
}

/** From here on reading the whole sheet costs about the same, and says more. */
const mostRowsByThemselves = 2_000;

/** Create the model of Watch: edits of the tiered sheet and of the joined list are counted as they come, and new breaches told once. */
export function createWatchModel(
  pane: PaneModel,
  room: WatchRoom = { readChangedRows },
  keeper: Keeper = browserKeeper(),
  history: HistoryModel = partModel(pane, createHistoryModel),
): WatchModel {
  const { assessments, sheet } = pane;
  const { news, announce, markSeen } = createBreachNews(pane);
  const editedRows = createEditedRows(pane, room, history);
  const isOn = signal(keeper.get(watchKey) === 'on');
  const edits = createCountedEdits(pane, editedRows, announce);

  function take(block: SheetBlock, address: string, isMoved: boolean): boolean {
    const tiering = assessments.result.value;
    if (!isOn.value || tiering === null) return false;
    if (tiering.join?.sheet.block === block) {
      edits.addList(block);
      return true;
    }
    if (tiering.block !== block) return false;
    const spans = isMoved ? null : editedSpans(block, address);
    const rowCount = (spans ?? []).reduce((sum, { first, last }) => sum + last - first + 1, 0);
    const isByRows = spans !== null && tiering.ledger !== null && rowCount <= mostRowsByThemselves;
    // Reading anew takes the sheet's table or filled part; what the user had selected cannot be told any more.
    if (!isByRows && block.source === 'selection') return false;
    if (isByRows) edits.addRows(block, spans);
    else edits.addAll(block);
    return true;
  }

  sheet.onEdit(take);

  return {
    isOn,
    news,
    followed: edits.followed,
    turn: on => {
      isOn.value = on;
      keeper.set(watchKey, on ? 'on' : 'off');
      editedRows.forget();
      // What was edited before is not known row by row.
      const block = assessments.result.value?.block;
      if (on && block !== undefined && sheet.isChanged.value && block.source !== 'selection')
        edits.addAll(block);
      if (on && sheet.isListChanged.value) edits.addList(sheet.list.value!.block);
    },
    markSeen,
    settled: edits.settled,
  };
}
