import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ExcelOutcome } from '../../../excel/contract';
import { applyFixes, type FixResult } from '../../../excel/fixes/applyFixes';
import { changesKey, listChanges, undoChanges } from '../../../excel/fixes/changes';
import { inSlices, overtaken } from '../../../excel/inSlices';
import { showOwnSheet } from '../../../excel/ownSheets';
import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage } from '../../../i18n/language';
import { checkTexts } from '../../../i18n/pane/check';
import { agreedNames } from '../../../risk/join/agreedNames';
import { dateSystemOf } from '../../../risk/ledger/cells/dateSystem';
import type { DecimalMark } from '../../../risk/ledger/cells/readAmount';
import type { ChangeStep } from '../../../risk/ledger/fixes/changeLog';
import type { AgreedNames, Fix, FixChoices, FixKind } from '../../../risk/ledger/fixes/fix';
import { type FixProposals, proposeFixes } from '../../../risk/ledger/fixes/proposeFixes';
import type { DateOrder } from '../../../risk/ledger/ledger';
import { fixReason } from '../../wording/fixWords';
import type { ListJoin } from '../join/joinedLedger';
import type { Tiering } from '../ledger/assessmentModel';
import type { ReadSheet } from '../ledger/readSheet';
import { letGoOfReplaced } from '../letGo';
import type { PaneModel } from '../paneModel';

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

const noChoices: FixChoices = { dateOrders: new Map(), decimalMarks: new Map() };

/** What proposals were found in, and by which choices. */
interface Found extends Pick<Tiering, 'block' | 'recognition'> {
  /** The customer list that is joined, and who is who on it; not the join itself, which holds all that was measured. */
  readonly list: ListJoin['sheet'] | null;
  readonly matches: ListJoin['matches'] | null;
  readonly choices: FixChoices;
  readonly proposals: FixProposals;
  /** Those of the proposals that are about cells of the joined customer list. */
  readonly ofList: ReadonlySet<Fix>;
}

/** Create the model of Check: problems of the data, fixes to preview and write, and what was changed so far. */
export function createCheckModel(pane: PaneModel, room: CheckRoom = checkRoom): CheckModel {
  const view = signal<CheckView>('problems');
  const kind = signal<FixKind | null>(null);
  const choices = signal(noChoices);
  const found = signal<Found | null>(null);
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
    const { block, recognition, join } = tiering;
    const known = found.value;
    // Another sheet has other columns; the same one read anew has not.
    const columns = [block.sheetId, ...recognition.headers].join();
    if (columns !== chosenFor) choices.value = noChoices;
    chosenFor = columns;
    const by = choices.value;
    const list = join?.sheet ?? null;
    const matches = join?.matches ?? null;
    const isLookedAt =
      known?.block === block && known.recognition === recognition && known.matches === matches;
    if (isLookedAt && known.choices === by) return;
    looking.abort(overtaken);
    const own = new AbortController();
    looking = own;
    const dateSystem = dateSystemOf(block);
    const names = join === null ? null : agreedNames(join.customers, join.list, join.matches);
    const ofSheet = await inSlices(
      proposeFixes(block.cells, recognition, { ...by, dateSystem, ...(names && { names: names.ledger }) }),
      own.signal,
    );
    if (ofSheet === null || own.signal.aborted) return;
    const ofList = names === null ? [] : await listNames(join!.sheet, names.list, own.signal);
    if (ofList === null || own.signal.aborted) return;
    const proposed: FixProposals = {
      ...ofSheet,
      fixes: [...ofSheet.fixes, ...ofList],
      counts: {
        ...ofSheet.counts,
        sameCustomerOtherName: ofSheet.counts.sameCustomerOtherName + ofList.length,
      },
    };
    const isOfList = new Set(ofList);
    const placeOf = (fix: Fix): string => `${isOfList.has(fix) ? 'list' : 'sheet'} ${fix.row},${fix.column}`;
    const placeBefore = (fix: Fix): string =>
      `${known?.ofList.has(fix) ? 'list' : 'sheet'} ${fix.row},${fix.column}`;
    const before = known?.block === block ? new Set([...unticked.value].map(placeBefore)) : null;
    const listed = known?.block === block ? new Set(known.proposals.fixes.map(placeBefore)) : null;
    batch(() => {
      found.value = { block, recognition, list, matches, choices: by, proposals: proposed, ofList: isOfList };
      unticked.value = new Set(
        proposed.fixes.filter(fix =>
          listed?.has(placeOf(fix)) ? before?.has(placeOf(fix)) : isDoubtful(fix),
        ),
      );
      if (kind.value !== null && proposed.counts[kind.value] === 0) kind.value = null;
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
    const { sheet } = textsOf(checkTexts);
    const words = {
      sheetTitle: sheet.title,
      lead: sheet.lead,
      language: currentLanguage(),
      when,
      why: fixReason,
    };
    const results: FixResult[] = [];
    for (const isList of [false, true]) {
      const mine = chosen.filter(fix => from.ofList.has(fix) === isList);
      const [first] = mine;
      if (first === undefined) continue;
      const { block } = sheetOf(first)!;
      const written = await pane.work.run('writing', () =>
        pane.sheet.changeOurselves(() => room.applyFixes(block, mine, words)),
      );
      if (!written.ok) {
        if (results.length > 0) await readAgain();
        pane.notices.refuse(written.problem, write);
        return;
      }
      results.push(written.value);
    }
    changes.value = null;
    await readAgain();
    const sum = (of: (result: FixResult) => number) => results.reduce((all, each) => all + of(each), 0);
    const changed = sum(each => each.changed);
    const formulas = sum(each => each.formulas);
    const done = results.filter(({ written }) => written > 0);
    const say = (): string => {
      const texts = textsOf(checkTexts);
      return [
        ...done.map(({ written, sheetName }) => texts.written(written, sheetName)),
        ...(done.length === 0 ? [texts.noneWritten] : []),
        ...(changed > 0 ? [texts.skippedChanged(changed)] : []),
        ...(formulas > 0 ? [texts.skippedFormulas(formulas)] : []),
      ].join(' ');
    };
    const steps = done.map(({ sheetName }) => ({ when, sheetName }));
    const actions =
      done.length > 0 ? [{ say: () => textsOf(checkTexts).undo, run: () => undo(...steps) }] : [];
    pane.notices.tell(changed + formulas > 0 ? 'warning' : 'success', say, actions);
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

/** Two companies may be called alike but for their legal form: that somebody has to know. */
const isDoubtful = ({ reason }: Fix): boolean =>
  'likeness' in reason && (reason.likeness === 'legalForm' || reason.likeness === 'otherName');

/** What the names on a customer list should be; its other cells are fixed where it is tiered itself. */
async function listNames(
  { block, recognition }: ReadSheet,
  names: AgreedNames,
  signal: AbortSignal,
): Promise<readonly Fix[] | null> {
  const dateSystem = dateSystemOf(block);
  const proposed = await inSlices(
    proposeFixes(block.cells, recognition, { ...noChoices, dateSystem, names }),
    signal,
  );
  if (proposed === null) return null;
  return proposed.fixes.filter(({ kind }) => kind === 'sameCustomerOtherName');
}

/** The moment by the reader's clock, `2026-11-22 10:15:02`: the same in both languages, and in order as text. */
function momentOf(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day} ${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`;
}
