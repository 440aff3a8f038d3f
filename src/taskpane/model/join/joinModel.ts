import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ExcelOutcome, SheetBlock } from '../../../excel/contract';
import { inSlices } from '../../../excel/inSlices';
import { forgetMatch, rememberMatch } from '../../../excel/memory/chosenMatches';
import { glimpseOtherSheets, type SheetGlimpse } from '../../../excel/reading/otherSheets';
import { selectRows } from '../../../excel/reading/selectRows';
import type { ChosenMatch } from '../../../risk/join/chosenMatches';
import { listFitsInSlices } from '../../../risk/join/listFit';
import type { Ledger } from '../../../risk/ledger/ledger';
import type { PaneModel } from '../paneModel';
import type { ListMatch } from './joinedLedger';
import { createJoinPreview, type JoinPreview } from './joinPreview';
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

export interface JoinModel
  extends Pick<JoinPreview, 'chosen' | 'isWithoutCustomers' | 'isComparing' | 'choose'> {
  /** Likely ones first; null until the workbook was looked through. */
  readonly candidates: ReadonlySignal<readonly JoinCandidate[] | null>;
  /** How ledger and list fit: of the list that is joined, else of the chosen one; null where nothing is read or fits. */
  readonly match: ReadonlySignal<ListMatch | null>;
  /** Who is who, decided by hand. */
  readonly matching: MatchingModel;
  look(): Promise<void>;
  join(): Promise<void>;
  stop(): Promise<void>;
  /** Select the rows of a customer of the whole ledger on its sheet. */
  showCustomer(customer: number): Promise<void>;
  /** Select the row of an entry on the customer list. */
  showEntry(entry: number): Promise<void>;
}

const joinRoom: JoinRoom = { glimpseOtherSheets, selectRows, rememberMatch, forgetMatch };

/** Create the model of the part that joins a ledger with a customer list: which sheets there are, and how they fit before and after. */
export function createJoinModel(pane: PaneModel, room: JoinRoom = joinRoom): JoinModel {
  const candidates = signal<readonly JoinCandidate[] | null>(null);
  const { preview, forgetPreview, compareBy, ...previewing } = createJoinPreview(pane);
  const { chosen, choose } = previewing;
  const joined = computed(() => pane.assessments.result.value?.join ?? null);
  const match = computed(() => joined.value ?? preview.value);
  // The sheet is read anew for joining: its cells would be held twice.
  effect(() => {
    if (joined.value !== null) forgetPreview();
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
    const all = await rankCandidates(tiering.ledger, found.value);
    candidates.value = all;
    const wanted = all.find(({ sheetId }) => sheetId === chosen.value) ?? all.find(each => each.isLikely);
    if (wanted !== undefined) await choose(wanted.sheetId);
  }

  /** Count by what was decided: in the answer where the sheets are joined, else in the look at how they fit. */
  async function recount(decided: readonly ChosenMatch[]): Promise<void> {
    if (joined.value === null) await compareBy(decided);
    else await pane.chooseMatches(decided);
  }

  const show = async (block: SheetBlock | undefined, rows: ArrayLike<number> | undefined): Promise<void> => {
    if (block === undefined || rows === undefined || rows.length === 0) return;
    const shown = await room.selectRows(block, rows);
    if (!shown.ok) pane.notices.refuse(shown.problem, () => show(block, rows));
  };

  return {
    ...previewing,
    candidates,
    match,
    matching: createMatchingModel(pane, match, recount, room),
    look,
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

/** Those that fit the ledger best come first; sheets without cells are none. */
async function rankCandidates(ledger: Ledger, sheets: readonly SheetGlimpse[]): Promise<JoinCandidate[]> {
  const filled = sheets.filter(({ cells }) => cells.length > 0);
  const glimpses = filled.map(({ cells }) => cells);
  const fits = await inSlices(listFitsInSlices(ledger, glimpses));
  return filled
    .map(({ sheetId, sheetName }, index) => ({ sheetId, sheetName, fit: fits[index] }))
    .sort((one, other) => rankOf(other.fit) - rankOf(one.fit))
    .map(({ fit, ...sheet }) => ({ ...sheet, isLikely: !Number.isNaN(fit) }));
}

/** What looks like no customer list comes last. */
const rankOf = (fit: number): number => (Number.isNaN(fit) ? -1 : fit);
