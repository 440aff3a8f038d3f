import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ExcelOutcome, SheetBlock } from '../../../excel/contract';
import { inSlices, overtaken } from '../../../excel/inSlices';
import { forgetMatch, rememberMatch } from '../../../excel/memory/chosenMatches';
import { glimpseOtherSheets, type SheetGlimpse } from '../../../excel/reading/otherSheets';
import { selectRows } from '../../../excel/reading/selectRows';
import type { ChosenMatch } from '../../../risk/join/chosenMatches';
import { listFitsInSlices } from '../../../risk/join/listFit';
import { canBeJoined, type ReadList } from '../ledger/readSheet';
import type { PaneModel } from '../paneModel';
import type { Running } from '../workModel';
import { type ListMatch, matchListInSlices } from './joinedLedger';
import type { MatchingRoom } from './matchDecisions';
import { createMatchingModel, type MatchingModel } from './matchingModel';

/** What joining asks of the workbook beside what the pane reads. */
export interface JoinRoom extends MatchingRoom {
  glimpseOtherSheets(sheetId: string): Promise<ExcelOutcome<readonly SheetGlimpse[]>>;
  selectRows(block: SheetBlock, rows: ArrayLike<number>): Promise<ExcelOutcome<void>>;
}

/** A sheet that could be joined. */
export interface JoinCandidate {
  readonly sheetId: string;
  readonly sheetName: string;
  readonly isLikely: boolean;
}

export interface JoinModel {
  /** Likely ones first; null until the workbook was looked through. */
  readonly candidates: ReadonlySignal<readonly JoinCandidate[] | null>;
  /** The sheet that is looked at before joining; null where there is none. */
  readonly chosen: ReadonlySignal<string | null>;
  /** How ledger and list fit: of the list that is joined, else of the chosen one; null where nothing is read or fits. */
  readonly match: ReadonlySignal<ListMatch | null>;
  /** The chosen sheet was read and has no column of customers. */
  readonly isWithoutCustomers: ReadonlySignal<boolean>;
  readonly isComparing: ReadonlySignal<boolean>;
  /** Who is who, decided by hand. */
  readonly matching: MatchingModel;
  look(): Promise<void>;
  choose(sheetId: string): Promise<void>;
  join(): Promise<void>;
  stop(): Promise<void>;
  /** Select the rows of a customer of the whole ledger on its sheet. */
  showCustomer(customer: number): Promise<void>;
  /** Select the row of an entry on the customer list. */
  showEntry(entry: number): Promise<void>;
}

/** What looks like no customer list comes last. */
const rankOf = (fit: number): number => (Number.isNaN(fit) ? -1 : fit);

/** Reading for a look tells nobody how far it is. */
const unnoticed: Pick<Running, 'onProgress' | 'enter'> = {
  onProgress: () => undefined,
  enter: () => Promise.resolve(),
};

const joinRoom: JoinRoom = { glimpseOtherSheets, selectRows, rememberMatch, forgetMatch };

/** Create the model of the part that joins a ledger with a customer list: which sheets there are, and how they fit before and after. */
export function createJoinModel(pane: PaneModel, room: JoinRoom = joinRoom): JoinModel {
  const candidates = signal<readonly JoinCandidate[] | null>(null);
  const chosen = signal<string | null>(null);
  const preview = signal<ListMatch | null>(null);
  const isWithoutCustomers = signal(false);
  const isComparing = signal(false);
  let comparing = new AbortController();
  const joined = computed(() => pane.assessments.result.value?.join ?? null);
  const match = computed(() => joined.value ?? preview.value);
  // The sheet is read anew for joining: its cells would be held twice.
  effect(() => {
    if (joined.value !== null) preview.value = null;
  });

  async function look(): Promise<void> {
    const tiering = pane.assessments.result.value;
    if (tiering === null || tiering.ledger === null || joined.value !== null) return;
    const found = await room.glimpseOtherSheets(tiering.block.sheetId);
    if (!found.ok) {
      candidates.value = [];
      pane.notices.refuse(found.problem, look);
      return;
    }
    const filled = found.value.filter(({ cells }) => cells.length > 0);
    const sheets = filled.map(({ cells }) => cells);
    const fits = await inSlices(listFitsInSlices(tiering.ledger, sheets));
    const all = filled
      .map(({ sheetId, sheetName }, index) => ({ sheetId, sheetName, fit: fits[index] }))
      .sort((one, other) => rankOf(other.fit) - rankOf(one.fit))
      .map(({ fit, ...sheet }) => ({ ...sheet, isLikely: !Number.isNaN(fit) }));
    candidates.value = all;
    const wanted = all.find(({ sheetId }) => sheetId === chosen.value) ?? all.find(each => each.isLikely);
    if (wanted !== undefined) await choose(wanted.sheetId);
  }

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

  /** Count by what was decided: in the answer where the sheets are joined, else in the look at how they fit. */
  async function recount(decided: readonly ChosenMatch[]): Promise<void> {
    const looked = preview.value;
    if (joined.value !== null) await pane.chooseMatches(decided);
    else if (looked !== null) await compare({ ...looked.sheet, chosen: decided }, comparing.signal);
  }

  const show = async (block: SheetBlock | undefined, rows: ArrayLike<number> | undefined): Promise<void> => {
    if (block === undefined || rows === undefined || rows.length === 0) return;
    const shown = await room.selectRows(block, rows);
    if (!shown.ok) pane.notices.refuse(shown.problem, () => show(block, rows));
  };

  return {
    candidates,
    chosen,
    match,
    isWithoutCustomers,
    isComparing,
    matching: createMatchingModel(pane, match, recount, room),
    look,
    choose,
    join: async () => {
      if (chosen.value !== null) await pane.joinList(chosen.value);
    },
    stop: async () => {
      await pane.stopJoining();
      await look();
    },
    showCustomer: customer => {
      const tiering = pane.assessments.result.value;
      const table = tiering?.join?.whole.table ?? tiering?.assessment.table;
      return show(tiering?.block, table?.rowsOf(customer));
    },
    showEntry: entry => {
      const list = match.value;
      return show(list?.sheet.block, list ? [list.list.sheetRow[entry]] : undefined);
    },
  };
}
