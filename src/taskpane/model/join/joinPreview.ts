import { type ReadonlySignal, signal } from '@preact/signals';
import { inSlices, overtaken } from '../../../excel/inSlices';
import type { ChosenMatch } from '../../../risk/join/chosenMatches';
import { canBeJoined, type ReadList } from '../ledger/readSheet';
import type { PaneModel } from '../paneModel';
import type { Running } from '../workModel';
import { type ListMatch, matchListInSlices } from './joinedLedger';

export interface JoinPreview {
  /** The sheet that is looked at before joining; null where there is none. */
  readonly chosen: ReadonlySignal<string | null>;
  /** How the ledger and the chosen list fit; null where nothing is read or fits. */
  readonly preview: ReadonlySignal<ListMatch | null>;
  /** The chosen sheet was read and has no column of customers. */
  readonly isWithoutCustomers: ReadonlySignal<boolean>;
  readonly isComparing: ReadonlySignal<boolean>;
  choose(sheetId: string): Promise<void>;
  /** Look at the chosen list once more, by what was decided about who is who. */
  compareBy(decided: readonly ChosenMatch[]): Promise<void>;
  /** Let go of what was read for the look. */
  forgetPreview(): void;
}

/** Reading for a look tells nobody how far it is. */
const unnoticed: Pick<Running, 'onProgress' | 'enter'> = {
  onProgress: () => undefined,
  enter: () => Promise.resolve(),
};

/** Create the model of the look at a customer list before it is joined. */
export function createJoinPreview(pane: PaneModel): JoinPreview {
  const chosen = signal<string | null>(null);
  const preview = signal<ListMatch | null>(null);
  const isWithoutCustomers = signal(false);
  const isComparing = signal(false);
  let comparing = new AbortController();

  async function choose(sheetId: string): Promise<void> {
    const tiering = pane.assessments.result.value;
    if (tiering === null || tiering.ledger === null) return;
    chosen.value = sheetId;
    preview.value = null;
    isWithoutCustomers.value = false;
    pane.notices.dismiss();
    comparing.abort(overtaken);
    comparing = new AbortController();
    const { signal: ended } = comparing;
    isComparing.value = true;
    // Beside the pane's own work, which it neither ends nor waits for: it only reads.
    const list = await pane.sheet.readList(sheetId, { signal: ended, ...unnoticed });
    if (ended.aborted) return;
    if (list.ok && canBeJoined(list.value)) {
      if (!(await compare(list.value, ended))) return;
    } else if (list.ok) isWithoutCustomers.value = true;
    else pane.notices.refuse(list.problem, () => choose(sheetId));
    isComparing.value = false;
  }

  /** Look how a list fits the ledger that was tiered; gives false where that was ended. */
  async function compare(list: ReadList, ended: AbortSignal): Promise<boolean> {
    const tiering = pane.assessments.result.value;
    if (tiering === null || tiering.ledger === null) return true;
    const matching = matchListInSlices(tiering.ledger, tiering.assessment.table, list);
    const found = await inSlices(matching, ended);
    if (found !== null) preview.value = found;
    return found !== null;
  }

  return {
    chosen,
    preview,
    isWithoutCustomers,
    isComparing,
    choose,
    compareBy: async decided => {
      const looked = preview.value;
      if (looked !== null) await compare({ ...looked.sheet, chosen: decided }, comparing.signal);
    },
    forgetPreview: () => {
      preview.value = null;
    },
  };
}
