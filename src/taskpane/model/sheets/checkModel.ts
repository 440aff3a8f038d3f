import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ExcelOutcome, ExcelProblem, SheetBlock } from '../../../excel/contract';
import { applyFixes, type FixResult, type FixWords } from '../../../excel/fixes/applyFixes';
import { changesKey, listChanges, undoChanges } from '../../../excel/fixes/changes';
import { overtaken } from '../../../excel/inSlices';
import { showOwnSheet } from '../../../excel/ownSheets';
import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage } from '../../../i18n/language';
import { checkTexts } from '../../../i18n/pane/check';
import type { DecimalMark } from '../../../risk/ledger/cells/readAmount';
import type { ChangeStep } from '../../../risk/ledger/fixes/changeLog';
import type { Fix, FixChoices, FixKind } from '../../../risk/ledger/fixes/fix';
import type { FixProposals } from '../../../risk/ledger/fixes/proposeFixes';
import type { DateOrder } from '../../../risk/ledger/ledger';
import { fixReason } from '../../wording/fixWords';
import type { Tiering } from '../ledger/tiering';
import { letGoOfReplaced } from '../letGo';
import type { Notice } from '../noticeModel';
import type { PaneModel } from '../paneModel';
import { areFoundIn, type FoundFixes, findFixes, noChoices, untickedOf } from './foundFixes';

export type CheckView = 'problems' | 'fixes' | 'changes';

/** A sheet that fixes are about. */
export interface FixSheet extends Pick<Tiering, 'block' | 'recognition'> {
  readonly isList: boolean;
}

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
  /** Keep what was found also of cells that were read anew since, until the returned function is called. */
  open(): () => void;
  /** Look for fixes of the answer now shown; nothing happens where they were found already. */
  look(): Promise<void>;
  chooseOrder(column: number, order: DateOrder): Promise<void>;
  chooseMark(column: number, mark: DecimalMark): Promise<void>;
  toggle(fix: Fix): void;
  tickAll(isTicked: boolean): void;
  /** The sheet whose cell a fix is about: the tiered one, or the customer list that is joined with it. */
  sheetOf(fix: Fix): FixSheet | null;
  /** Go to the cell of a fix. */
  show(fix: Fix): Promise<void>;
  /** Write the ticked ones, then tier again. */
  write(): Promise<void>;
  lookAtChanges(): Promise<void>;
  /** Take steps back: one, or those that were written together. */
  undo(...steps: readonly Pick<ChangeStep, 'when' | 'sheetName'>[]): Promise<void>;
  openChanges(): Promise<void>;
}

const checkRoom: CheckRoom = {
  applyFixes,
  listChanges,
  undoChanges,
  showOwnSheet,
  now: () => new Date(),
};

/** Create the model of Check: problems of the data, fixes to preview and write, and what was changed so far. */
export function createCheckModel(pane: PaneModel, room: CheckRoom = checkRoom): CheckModel {
  const view = signal<CheckView>('problems');
  const kind = signal<FixKind | null>(null);
  const choices = signal(noChoices);
  const found = signal<FoundFixes | null>(null);
  const unticked = signal<ReadonlySet<Fix>>(new Set());
  const changes = signal<readonly ChangeStep[] | null>(null);
  /** The sheet and the columns that `choices` are about. */
  let chosenFor = '';
  let looking = new AbortController();

  const proposals = computed(() => found.value?.proposals ?? null);
  const shown = computed(() =>
    (proposals.value?.fixes ?? []).filter(fix => kind.value === null || fix.kind === kind.value),
  );
  const ticked = computed(() => shown.value.filter(fix => !unticked.value.has(fix)));

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
      unticked.value = untickedOf(now, before, unticked.value);
      if (kind.value !== null && now.proposals.counts[kind.value] === 0) kind.value = null;
    });
  }

  const sheetOf = (fix: Fix): FixSheet | null => {
    const from = found.value;
    if (from === null) return null;
    const isList = from.ofList.has(fix);
    return { isList, ...(isList && from.list !== null ? from.list : from) };
  };

  /** Read anew what was written, or what somebody changed. */
  async function readAgain(): Promise<void> {
    await pane.followSheet();
    if (pane.assessments.result.value?.join) await pane.followList();
    await look();
  }

  async function write(): Promise<void> {
    const from = found.value;
    const chosen = ticked.value;
    if (from === null || chosen.length === 0) return;
    pane.notices.dismiss();
    if (pane.sheet.isChanged.value || pane.sheet.isListChanged.value) {
      await readAgain();
      pane.notices.tell('warning', () => textsOf(checkTexts).sheetChanged);
      return;
    }
    const when = momentOf(room.now());
    const { results, problem } = await writeSheetBySheet(bySheet(from, chosen), changeWords(when));
    if (results.length > 0) {
      changes.value = null;
      await readAgain();
    }
    const done = results.length > 0 ? writtenNotice(results, when) : null;
    if (problem !== null) pane.notices.refuse(problem, write, done);
    else if (done !== null) pane.notices.tell(done.intent, done.say, done.actions);
  }

  /** What is refused on one sheet ends the writing: nothing is written on the next. */
  async function writeSheetBySheet(
    sheets: readonly SheetFixes[],
    words: FixWords,
  ): Promise<{ readonly results: readonly FixResult[]; readonly problem: ExcelProblem | null }> {
    const results: FixResult[] = [];
    for (const { block, fixes } of sheets) {
      const written = await pane.work.run('writing', () =>
        pane.sheet.changeOurselves(() => room.applyFixes(block, fixes, words)),
      );
      if (!written.ok) return { results, problem: written.problem };
      results.push(written.value);
    }
    return { results, problem: null };
  }

  function writtenNotice(results: readonly FixResult[], when: string): Notice {
    const isWhole = results.every(({ changed, formulas }) => changed + formulas === 0);
    const steps = results.filter(({ written }) => written > 0).map(({ sheetName }) => ({ when, sheetName }));
    const takeBack = { say: () => textsOf(checkTexts).undo, run: () => undo(...steps) };
    return {
      intent: isWhole ? 'success' : 'warning',
      say: () => sayWritten(results),
      actions: steps.length > 0 ? [takeBack] : [],
    };
  }

  async function lookAtChanges(): Promise<void> {
    const listed = await room.listChanges();
    if (listed.ok) changes.value = listed.value;
    else pane.notices.refuse(listed.problem, lookAtChanges);
  }

  async function undo(...steps: readonly Pick<ChangeStep, 'when' | 'sheetName'>[]): Promise<void> {
    pane.notices.dismiss();
    let [restored, kept] = [0, 0];
    for (const step of steps) {
      const undone = await pane.work.run('writing', () =>
        pane.sheet.changeOurselves(() => room.undoChanges(step, momentOf(room.now()))),
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

  async function show(fix: Fix): Promise<void> {
    const refused = await pane.rowSelection.goToCell(fix.row, fix.column, sheetOf(fix)?.block);
    if (refused !== null) pane.notices.refuse(refused, () => show(fix));
  }

  return {
    view,
    open: letGoOfReplaced(found, ({ block }) => block !== pane.assessments.result.value?.block),
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
    sheetOf,
    show,
    write,
    lookAtChanges,
    undo,
    openChanges,
  };
}

interface SheetFixes {
  readonly block: SheetBlock;
  readonly fixes: readonly Fix[];
}

/** The tiered sheet first, then the customer list. */
function bySheet({ block, list, ofList }: FoundFixes, fixes: readonly Fix[]): readonly SheetFixes[] {
  const ofLedger = { block, fixes: fixes.filter(fix => !ofList.has(fix)) };
  const sheets =
    list === null
      ? [ofLedger]
      : [ofLedger, { block: list.block, fixes: fixes.filter(fix => ofList.has(fix)) }];
  return sheets.filter(sheet => sheet.fixes.length > 0);
}

/** What the log of changes says, in the language it is written in. */
function changeWords(when: string): FixWords {
  const { title, lead } = textsOf(checkTexts).sheet;
  return { sheetTitle: title, lead, language: currentLanguage(), when, why: fixReason };
}

/** Say what was written on which sheets, and what was left because it changed meanwhile or is a formula. */
function sayWritten(results: readonly FixResult[]): string {
  const texts = textsOf(checkTexts);
  const done = results.filter(({ written }) => written > 0);
  const sum = (of: (result: FixResult) => number) => results.reduce((all, each) => all + of(each), 0);
  const changed = sum(each => each.changed);
  const formulas = sum(each => each.formulas);
  return [
    ...done.map(({ written, sheetName }) => texts.written(written, sheetName)),
    ...(done.length === 0 ? [texts.noneWritten] : []),
    ...(changed > 0 ? [texts.skippedChanged(changed)] : []),
    ...(formulas > 0 ? [texts.skippedFormulas(formulas)] : []),
  ].join(' ');
}

/** The moment by the reader's clock, `2026-11-22 10:15:02`: the same in both languages, and in order as text. */
function momentOf(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day} ${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`;
}
