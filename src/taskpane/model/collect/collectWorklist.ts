import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ExcelOutcome } from '../../../excel/contract';
import { inSlices } from '../../../excel/inSlices';
import type { PaneModel } from '../paneModel';
import type { Collecting } from './collectCases';
import type { CollectRoom } from './collectRoom';
import { workOutCollectingInSlices } from './workOutCollecting';

export interface CollectWorklist {
  /** Null until it was worked out for the answer now shown. */
  readonly collecting: ReadonlySignal<Collecting | null>;
  work(): Promise<void>;
  /** Work it out for the overview, beside everything else, where a log was begun; a refusal is not worth a word there. */
  workQuietly(): Promise<void>;
}

/**
 * Create the model of whom to ask for money: worked out of the answer, the log and the letters of the workbook.
 *
 * @param follow Told of what was worked out, in one step with it; whether it is of another answer than before.
 */
export function createCollectWorklist(
  pane: PaneModel,
  room: CollectRoom,
  follow: (next: Collecting, isOther: boolean) => void,
): CollectWorklist {
  const worked = signal<Collecting | null>(null);
  const collecting = computed(() =>
    worked.value?.tiering === pane.assessments.result.value ? worked.value : null,
  );
  // It would hold all columns of an answer that another one has replaced.
  effect(() => {
    if (collecting.value === null) worked.value = null;
  });

  async function lookThrough(signalOfWork: AbortSignal): Promise<ExcelOutcome<Collecting | null>> {
    const tiering = pane.assessments.result.value;
    if (tiering === null) return { ok: true, value: null };
    const logCells = await room.readCollectionLog();
    if (!logCells.ok) return logCells;
    const letterCells = await room.readLetterSheet();
    if (!letterCells.ok) return letterCells;
    const sheets = { log: logCells.value, letters: letterCells.value };
    const found = await inSlices(workOutCollectingInSlices(tiering, sheets), signalOfWork);
    return { ok: true, value: found };
  }

  async function work(): Promise<void> {
    const looked = await pane.work.run('computing', running => lookThrough(running.signal));
    if (!looked.ok) {
      pane.notices.refuse(looked.problem, work);
      return;
    }
    if (looked.value !== null) show(looked.value);
  }

  async function workQuietly(): Promise<void> {
    const logCells = await room.readCollectionLog();
    if (!logCells.ok || logCells.value === null) return;
    const looked = await lookThrough(new AbortController().signal);
    const isCurrent = looked.ok && looked.value?.tiering === pane.assessments.result.value;
    if (looked.ok && looked.value !== null && isCurrent) show(looked.value);
  }

  function show(next: Collecting): void {
    const isOther = worked.value?.tiering !== next.tiering;
    batch(() => {
      worked.value = next;
      follow(next, isOther);
    });
  }

  return { collecting, work, workQuietly };
}
