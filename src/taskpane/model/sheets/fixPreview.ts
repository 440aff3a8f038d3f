import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { overtaken } from '../../../excel/inSlices';
import type { DecimalMark } from '../../../risk/ledger/cells/readAmount';
import type { Fix, FixChoices, FixKind } from '../../../risk/ledger/fixes/fix';
import type { FixProposals } from '../../../risk/ledger/fixes/proposeFixes';
import type { DateOrder } from '../../../risk/ledger/ledger';
import type { Tiering } from '../ledger/tiering';
import { letGoOfReplaced } from '../letGo';
import type { PaneModel } from '../paneModel';
import { areFoundIn, type FoundFixes, findFixes, noChoices } from './foundFixes';
import { createTickedFixes, type TickedFixes } from './tickedFixes';

/** A sheet that fixes are about. */
export interface FixSheet extends Pick<Tiering, 'block' | 'recognition'> {
  readonly isList: boolean;
}

export interface FixPreview extends Pick<TickedFixes, 'unticked' | 'ticked' | 'toggle' | 'tickAll'> {
  /** Null until they were looked for. */
  readonly found: ReadonlySignal<FoundFixes | null>;
  readonly proposals: ReadonlySignal<FixProposals | null>;
  /** Only fixes of this kind; null for all. */
  readonly kind: Signal<FixKind | null>;
  readonly choices: ReadonlySignal<FixChoices>;
  readonly shown: ReadonlySignal<readonly Fix[]>;
  /** Keep what was found also of cells that were read anew since, until the returned function is called. */
  open(): () => void;
  /** Look for fixes of the answer now shown; nothing happens where they were found already. */
  look(): Promise<void>;
  /** Read the sheets anew, as they were written or somebody changed them, and look again. */
  readAgain(): Promise<void>;
  chooseOrder(column: number, order: DateOrder): Promise<void>;
  chooseMark(column: number, mark: DecimalMark): Promise<void>;
  /** The sheet whose cell a fix is about: the tiered one, or the customer list that is joined with it. */
  sheetOf(fix: Fix): FixSheet | null;
  /** Go to the cell of a fix. */
  show(fix: Fix): Promise<void>;
}

/** Create the model of the fixes that are proposed: how ambiguous columns are read, which of them are shown and which ticked. */
export function createFixPreview(pane: PaneModel): FixPreview {
  const kind = signal<FixKind | null>(null);
  const choices = signal(noChoices);
  const found = signal<FoundFixes | null>(null);
  /** The sheet and the columns that `choices` are about. */
  let chosenFor = '';
  let looking = new AbortController();

  const proposals = computed(() => found.value?.proposals ?? null);
  const shown = computed(() =>
    (proposals.value?.fixes ?? []).filter(fix => kind.value === null || fix.kind === kind.value),
  );
  const { keepTicks, ...ticks } = createTickedFixes(shown);

  async function look(): Promise<void> {
    const tiering = pane.assessments.result.value;
    if (tiering === null) return;
    const before = found.value;
    // Another sheet has other columns; the same one read anew has not.
    const columns = [tiering.block.sheetId, ...tiering.recognition.headers].join();
    if (columns !== chosenFor) choices.value = noChoices;
    chosenFor = columns;
    if (before !== null && areFoundIn(before, tiering, choices.value)) return;
    looking.abort(overtaken);
    looking = new AbortController();
    const now = await findFixes(tiering, choices.value, looking.signal);
    if (now === null) return;
    batch(() => {
      found.value = now;
      keepTicks(now, before);
      if (kind.value !== null && now.proposals.counts[kind.value] === 0) kind.value = null;
    });
  }

  async function readAgain(): Promise<void> {
    await pane.followSheet();
    if (pane.assessments.result.value?.join) await pane.followList();
    await look();
  }

  const sheetOf = (fix: Fix): FixSheet | null => {
    const from = found.value;
    if (from === null) return null;
    const isList = from.ofList.has(fix);
    return { isList, ...(isList && from.list !== null ? from.list : from) };
  };

  async function show(fix: Fix): Promise<void> {
    const refused = await pane.rowSelection.goToCell(fix.row, fix.column, sheetOf(fix)?.block);
    if (refused !== null) pane.notices.refuse(refused, () => show(fix));
  }

  return {
    found,
    proposals,
    kind,
    choices,
    shown,
    ...ticks,
    open: letGoOfReplaced(found, ({ block }) => block !== pane.assessments.result.value?.block),
    look,
    readAgain,
    chooseOrder: (column, order) => {
      const { dateOrders, decimalMarks } = choices.value;
      choices.value = { decimalMarks, dateOrders: new Map(dateOrders).set(column, order) };
      return look();
    },
    chooseMark: (column, mark) => {
      const { dateOrders, decimalMarks } = choices.value;
      choices.value = { dateOrders, decimalMarks: new Map(decimalMarks).set(column, mark) };
      return look();
    },
    sheetOf,
    show,
  };
}
