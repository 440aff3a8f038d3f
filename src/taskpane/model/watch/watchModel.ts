import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { SheetBlock } from '../../../excel/contract';
import { readChangedRows } from '../../../excel/reading/changedRows';
import { partModel } from '../../partModel';
import { createHistoryModel, type HistoryModel } from '../history/historyModel';
import { watchKey } from '../history/snapshotTaking';
import { editedSpans } from '../ledger/touchesBlock';
import type { PaneModel } from '../paneModel';
import { browserKeeper, type Keeper } from '../preferencesModel';
import type { Running } from '../workModel';
import { type BreachNews, createBreachNews } from './breachNews';
import { createEditedRows, type WatchRoom } from './editedRows';
import { createWaitingEdits, type WaitingEdit } from './waitingEdits';

/** What Watch did last. */
export interface Followed {
  readonly of: 'ledger' | 'list';
  /** Rows that were counted anew; null where the whole sheet was read. */
  readonly rows: number | null;
  readonly at: Date;
}

export interface WatchModel extends Pick<BreachNews, 'news' | 'markSeen'> {
  readonly isOn: ReadonlySignal<boolean>;
  readonly followed: ReadonlySignal<Followed | null>;
  turn(isOn: boolean): void;
  /** Resolves when every edit so far is counted. */
  settled(): Promise<void>;
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
  const { assessments, sheet, work } = pane;
  const { news, announce, markSeen } = createBreachNews(pane);
  const editedRows = createEditedRows(pane, room, history);
  const isOn = signal(keeper.get(watchKey) === 'on');
  const followed = signal<Followed | null>(null);
  const waiting = createWaitingEdits(() => work.isWorking.value, count);

  function take(block: SheetBlock, address: string, isMoved: boolean): boolean {
    const tiering = assessments.result.value;
    if (!isOn.value || tiering === null) return false;
    if (tiering.join?.sheet.block === block) {
      waiting.addList(block);
      return true;
    }
    if (tiering.block !== block) return false;
    const spans = isMoved ? null : editedSpans(block, address);
    const rowCount = (spans ?? []).reduce((sum, { first, last }) => sum + last - first + 1, 0);
    const isByRows = spans !== null && tiering.ledger !== null && rowCount <= mostRowsByThemselves;
    // Reading anew takes the sheet's table or filled part; what the user had selected cannot be told any more.
    if (!isByRows && block.source === 'selection') return false;
    if (isByRows) waiting.addRows(block, spans);
    else waiting.addAll(block);
    return true;
  }

  async function count(edit: WaitingEdit | null, list: SheetBlock | null): Promise<void> {
    if (edit !== null) await countEdit(edit);
    if (list !== null) await countList(list);
  }

  async function countList(block: SheetBlock): Promise<void> {
    const before = assessments.result.value;
    if (before?.join?.sheet.block.sheetId !== block.sheetId) return;
    const isCounted = await pane.followList();
    const after = assessments.result.value;
    if (isCounted && after !== null) {
      followed.value = { of: 'list', rows: null, at: pane.now() };
      await announce(before, after);
    } else if (after?.join?.sheet.block === before.join.sheet.block) sheet.tellListChanged();
  }

  async function countEdit({ block, rows }: WaitingEdit): Promise<void> {
    const before = assessments.result.value;
    if (before === null || before.block.sheetId !== block.sheetId) return;
    if (before.block !== block) {
      // Whether the reading that came between saw this edit nobody knows.
      waiting.addAll(before.block);
      return;
    }
    const isCounted = rows === null ? await countAll() : await countRows(block, rows);
    if (isCounted) {
      const after = assessments.result.value;
      if (after === null) return;
      // Edits that came while these were counted belong to what is there now.
      waiting.moveOn(block, after.block);
      await announce(before, after);
      return;
    }
    editedRows.forget();
    // Somebody read the sheet anew meanwhile, or what was begun goes on with the answer of before.
    if (assessments.result.value?.block !== block) return;
    if (rows === null || block.source === 'selection') sheet.tellChanged();
    else waiting.addAll(block);
  }

  async function countAll(): Promise<boolean> {
    const isCounted = await pane.followSheet();
    if (isCounted) followed.value = { of: 'ledger', rows: null, at: pane.now() };
    return isCounted;
  }

  async function countRows(block: SheetBlock, rows: readonly number[]): Promise<boolean> {
    const isCounted = await work.run('computing', run => followRows(block, rows, run));
    if (isCounted) followed.value = { of: 'ledger', rows: rows.length, at: pane.now() };
    return isCounted;
  }

  async function followRows(block: SheetBlock, rows: readonly number[], run: Running): Promise<boolean> {
    const tiering = assessments.result.value;
    if (tiering === null || tiering.ledger === null || tiering.block !== block) return false;
    const after = await editedRows.count(tiering, rows, run);
    if (after === null || assessments.result.value !== tiering) return false;
    batch(() => {
      const current = sheet.current.value;
      if (current !== null) sheet.current.value = { ...current, block: after.block };
      assessments.result.value = after;
    });
    return true;
  }

  sheet.onEdit(take);

  return {
    isOn,
    news,
    followed,
    turn: on => {
      isOn.value = on;
      keeper.set(watchKey, on ? 'on' : 'off');
      editedRows.forget();
      // What was edited before is not known row by row.
      const block = assessments.result.value?.block;
      if (on && block !== undefined && sheet.isChanged.value && block.source !== 'selection')
        waiting.addAll(block);
      if (on && sheet.isListChanged.value) waiting.addList(sheet.list.value!.block);
    },
    markSeen,
    settled: waiting.settled,
  };
}
