import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { applyFixes } from '../../excel/applyFixes';
import { changesKey, listChanges, undoChanges } from '../../excel/changes';
import type { ExcelOutcome, SheetBlock } from '../../excel/contract';
import { showOwnSheet } from '../../excel/ownSheets';
import { textsOf } from '../../i18n/bilingual';
import { checkTexts } from '../../i18n/check';
import { currentLanguage } from '../../i18n/language';
import type { ChangeStep } from '../../risk/ledger/fixes/changeLog';
import type { Fix, FixChoices, FixKind } from '../../risk/ledger/fixes/fix';
import { type FixProposals, proposeFixes } from '../../risk/ledger/fixes/proposeFixes';
import type { DateOrder, Recognition } from '../../risk/ledger/ledger';
import type { DecimalMark } from '../../risk/ledger/readAmount';
import { fixReason } from '../wording/fixWords';
import { inSlices } from './inSlices';
import type { PaneModel } from './paneModel';

export type CheckView = 'problems' | 'fixes' | 'changes';

/** What Check asks of what lies outside the pane. */
export interface CheckRoom {
  applyFixes: typeof applyFixes;
  listChanges(): Promise<ExcelOutcome<readonly ChangeStep[]>>;
  undoChanges: typeof undoChanges;
  showOwnSheet(key: string): Promise<ExcelOutcome<void>>;
  now(): Date;
}

export interface CheckModel {
  readonly view: Signal<CheckView>;
  /** Null until they were looked for. */
  readonly proposals: ReadonlySignal<FixProposals | null>;
  /** Only fixes of this kind; null for all. */
  readonly kind: Signal<FixKind | null>;
  readonly choices: ReadonlySignal<FixChoices>;
  readonly shown: ReadonlySignal<readonly Fix[]>;
  readonly unticked: ReadonlySignal<ReadonlySet<Fix>>;
  /** Those of the shown ones that will be written. */
  readonly ticked: ReadonlySignal<readonly Fix[]>;
  /** Null until the list was read. */
  readonly changes: ReadonlySignal<readonly ChangeStep[] | null>;
  /** Look for fixes of the answer now shown; nothing happens where they were found already. */
  look(): Promise<void>;
  chooseOrder(column: number, order: DateOrder): Promise<void>;
  chooseMark(column: number, mark: DecimalMark): Promise<void>;
  toggle(fix: Fix): void;
  tickAll(isTicked: boolean): void;
  /** Go to the cell of a fix. */
  show(fix: Fix): Promise<void>;
  /** Write the ticked ones, then tier again. */
  write(): Promise<void>;
  lookAtChanges(): Promise<void>;
  undo(step: Pick<ChangeStep, 'when' | 'sheetName'>): Promise<void>;
  openChanges(): Promise<void>;
}

const checkRoom: CheckRoom = {
  applyFixes,
  listChanges,
  undoChanges,
  showOwnSheet,
  now: () => new Date(),
};

const noChoices: FixChoices = { dateOrders: new Map(), decimalMarks: new Map() };

/** What proposals were found in, and by which choices. */
interface Found {
  readonly block: SheetBlock;
  readonly recognition: Recognition;
  readonly choices: FixChoices;
  readonly proposals: FixProposals;
}

/** Create the model of Check: problems of the data, fixes to preview and write, and what was changed so far. */
export function createCheckModel(pane: PaneModel, room: CheckRoom = checkRoom): CheckModel {
  const view = signal<CheckView>('problems');
  const kind = signal<FixKind | null>(null);
  const choices = signal(noChoices);
  const found = signal<Found | null>(null);
  const unticked = signal<ReadonlySet<Fix>>(new Set());
  const changes = signal<readonly ChangeStep[] | null>(null);
  let looking = new AbortController();

  const proposals = computed(() => found.value?.proposals ?? null);
  const shown = computed(() =>
    (proposals.value?.fixes ?? []).filter(fix => kind.value === null || fix.kind === kind.value),
  );
  const ticked = computed(() => shown.value.filter(fix => !unticked.value.has(fix)));

  async function look(): Promise<void> {
    const tiering = pane.assessments.result.value;
    if (tiering === null) return;
    const { block, recognition } = tiering;
    const known = found.value;
    // Another sheet has other columns; the same one read anew has not.
    const isSameSheet =
      known?.block.sheetId === block.sheetId &&
      known.recognition.headers.join() === recognition.headers.join();
    if (known !== null && !isSameSheet) choices.value = noChoices;
    const by = choices.value;
    if (known?.block === block && known.recognition === recognition && known.choices === by) return;
    looking.abort();
    const own = new AbortController();
    looking = own;
    const dateSystem = block.is1904 ? 1904 : 1900;
    const proposed = await inSlices(
      proposeFixes(block.cells, recognition, { ...by, dateSystem }),
      own.signal,
    );
    if (proposed === null || own.signal.aborted) return;
    const before = known?.block === block ? new Set([...unticked.value].map(placeOf)) : null;
    const listed = known?.block === block ? new Set(known.proposals.fixes.map(placeOf)) : null;
    batch(() => {
      found.value = { block, recognition, choices: by, proposals: proposed };
      unticked.value = new Set(
        proposed.fixes.filter(fix =>
          listed?.has(placeOf(fix)) ? before?.has(placeOf(fix)) : isDoubtful(fix),
        ),
      );
      if (kind.value !== null && proposed.counts[kind.value] === 0) kind.value = null;
    });
  }

  async function write(): Promise<void> {
    const from = found.value;
    const chosen = ticked.value;
    if (from === null || chosen.length === 0) return;
    pane.notices.dismiss();
    if (pane.sheet.isChanged.value) {
      await pane.followSheet();
      await look();
      pane.notices.tell('warning', () => textsOf(checkTexts).sheetChanged);
      return;
    }
    const when = momentOf(room.now());
    const { sheet } = textsOf(checkTexts);
    const words = {
      sheetTitle: sheet.title,
      lead: sheet.lead,
      language: currentLanguage(),
      when,
      why: fixReason,
    };
    const written = await pane.work.run('writing', () =>
      pane.sheet.changeOurselves(() => room.applyFixes(from.block, chosen, words)),
    );
    if (!written.ok) {
      pane.notices.refuse(written.problem, write);
      return;
    }
    changes.value = null;
    const { sheetName, written: count, changed, formulas } = written.value;
    await pane.followSheet();
    await look();
    const say = (): string => {
      const texts = textsOf(checkTexts);
      return [
        count > 0 ? texts.written(count, sheetName) : texts.noneWritten,
        ...(changed > 0 ? [texts.skippedChanged(changed)] : []),
        ...(formulas > 0 ? [texts.skippedFormulas(formulas)] : []),
      ].join(' ');
    };
    const actions =
      count > 0 ? [{ say: () => textsOf(checkTexts).undo, run: () => undo({ when, sheetName }) }] : [];
    pane.notices.tell(changed + formulas > 0 ? 'warning' : 'success', say, actions);
  }

  async function lookAtChanges(): Promise<void> {
    const listed = await room.listChanges();
    if (listed.ok) changes.value = listed.value;
    else pane.notices.refuse(listed.problem, lookAtChanges);
  }

  async function undo(step: Pick<ChangeStep, 'when' | 'sheetName'>): Promise<void> {
    pane.notices.dismiss();
    const undone = await pane.work.run('writing', () =>
      pane.sheet.changeOurselves(() => room.undoChanges(step, momentOf(room.now()))),
    );
    if (!undone.ok) {
      pane.notices.refuse(undone.problem, () => undo(step));
      return;
    }
    const { restored, kept } = undone.value;
    await pane.followSheet();
    await look();
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

  async function show(fix: Fix): Promise<void> {
    const refused = await pane.rowSelection.goToCell(fix.row, fix.column);
    if (refused !== null) pane.notices.refuse(refused, () => show(fix));
  }

  return {
    view,
    proposals,
    kind,
    choices,
    shown,
    unticked,
    ticked,
    changes,
    look,
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
    toggle: fix => {
      const next = new Set(unticked.value);
      if (!next.delete(fix)) next.add(fix);
      unticked.value = next;
    },
    tickAll: isTicked => {
      const next = new Set(unticked.value);
      for (const fix of shown.value) {
        if (isTicked) next.delete(fix);
        else next.add(fix);
      }
      unticked.value = next;
    },
    show,
    write,
    lookAtChanges,
    undo,
    openChanges,
  };
}

const placeOf = ({ row, column }: Fix): string => `${row},${column}`;

/** Two companies may be called alike but for their legal form: that somebody has to know. */
const isDoubtful = ({ reason }: Fix): boolean =>
  reason.code === 'sameName' && reason.likeness === 'legalForm';

/** The moment by the reader's clock, `2026-11-22 10:15:02`: the same in both languages, and in order as text. */
function momentOf(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day} ${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`;
}
