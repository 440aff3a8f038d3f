import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { SheetBlock } from '../../../excel/contract';
import type { PaneModel } from '../paneModel';
import type { Running } from '../workModel';
import type { BreachNews } from './breachNews';
import type { EditedRows } from './editedRows';
import { createWaitingEdits, type WaitingEdit, type WaitingEdits } from './waitingEdits';

/** What Watch did last. */
export interface Followed {
  readonly of: 'ledger' | 'list';
  /** Rows that were counted anew; null where the whole sheet was read. */
  readonly rows: number | null;
  readonly at: Date;
}

export interface CountedEdits extends Pick<WaitingEdits, 'addRows' | 'addAll' | 'addList' | 'settled'> {
  readonly followed: ReadonlySignal<Followed | null>;
}

/** Create the model that counts edits into the answer once they have waited; of what could not be counted the pane says that it changed. */
export function createCountedEdits(
  pane: PaneModel,
  editedRows: EditedRows,
  announce: BreachNews['announce'],
): CountedEdits {
  const { assessments, sheet, work } = pane;
  const followed = signal<Followed | null>(null);
  const { moveOn, ...waiting } = createWaitingEdits(() => work.isWorking.value, count);

  async function count(edit: WaitingEdit | null, list: SheetBlock | null): Promise<void> {
    if (edit !== null) await countEdit(edit);
    if (list !== null) await countList(list);
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
      moveOn(block, after.block);
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

  return { ...waiting, followed };
}
