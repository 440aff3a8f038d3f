import { type ReadonlySignal, signal } from '@preact/signals';
import { changesKey } from '../../../excel/fixes/changes';
import { textsOf } from '../../../i18n/bilingual';
import { checkTexts } from '../../../i18n/pane/check';
import type { ChangeStep } from '../../../risk/ledger/fixes/changeLog';
import { changeWorkbook } from '../changeWorkbook';
import type { PaneModel } from '../paneModel';
import type { CheckRoom } from './checkRoom';

/** Cells of one sheet that were written in one step. */
export type WrittenStep = Pick<ChangeStep, 'when' | 'sheetName'>;

export interface ChangesModel {
  /** Null until the list was read. */
  readonly changes: ReadonlySignal<readonly ChangeStep[] | null>;
  lookAtChanges(): Promise<void>;
  /** Take steps back: one, or those that were written together. */
  undo(...steps: readonly WrittenStep[]): Promise<void>;
  openChanges(): Promise<void>;
  /** Let the list be read anew, as more was written. */
  forgetChanges(): void;
}

/**
 * Create the model of what was changed in the workbook so far: what the log of changes lists, and taking it back.
 *
 * @param readAgain Reads anew what was put back.
 */
export function createChangesModel(
  pane: PaneModel,
  room: CheckRoom,
  readAgain: () => Promise<void>,
): ChangesModel {
  const changes = signal<readonly ChangeStep[] | null>(null);

  async function lookAtChanges(): Promise<void> {
    const listed = await room.listChanges();
    if (listed.ok) changes.value = listed.value;
    else pane.notices.refuse(listed.problem, lookAtChanges);
  }

  async function undo(...steps: readonly WrittenStep[]): Promise<void> {
    pane.notices.dismiss();
    let [restored, kept] = [0, 0];
    for (const step of steps) {
      const undone = await changeWorkbook(pane, 'writing', () =>
        room.undoChanges(step, momentOf(room.now())),
      );
      if (!undone.ok) {
        pane.notices.refuse(undone.problem, () => undo(...steps));
        return;
      }
      restored += undone.value.restored;
      kept += undone.value.kept;
    }
    await readAgain();
    await lookAtChanges();
    pane.notices.tell(kept > 0 ? 'warning' : 'success', () => {
      const texts = textsOf(checkTexts);
      return kept > 0 ? `${texts.undone(restored)} ${texts.keptOnUndo(kept)}` : texts.undone(restored);
    });
  }

  async function openChanges(): Promise<void> {
    const opened = await room.showOwnSheet(changesKey);
    if (!opened.ok) pane.notices.refuse(opened.problem, openChanges);
  }

  return {
    changes,
    lookAtChanges,
    undo,
    openChanges,
    forgetChanges: () => {
      changes.value = null;
    },
  };
}

/** Give the moment by the reader's clock, `2026-11-22 10:15:02`: the same in both languages, and in order as text. */
export function momentOf(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day} ${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`;
}
