import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ExcelOutcome, SheetBlock } from '../../excel/contract';
import { inSlices } from '../../excel/inSlices';
import { showOwnSheet } from '../../excel/ownSheets';
import {
  type AddedRecords,
  addRecords,
  findRecordSheets,
  type RecordKey,
  readRecords,
  removeRecords,
  takeBackRecords,
} from '../../excel/records';
import { onSheetChanged } from '../../excel/watch';
import { textsOf } from '../../i18n/bilingual';
import { historyTexts } from '../../i18n/history';
import { currentLanguage } from '../../i18n/language';
import { formatDate } from '../../i18n/numbers';
import {
  type ReviewEntry,
  readReviews,
  reviewedSinceInSlices,
  reviewRows,
  withReviewsInSlices,
} from '../../risk/history/reviewLog';
import { type Snapshot, snapshotBefore, snapshotOf } from '../../risk/history/snapshot';
import { isSnapshotDue } from '../../risk/history/snapshotSummary';
import {
  readSnapshotsInSlices,
  rowsOfSnapshotInSlices,
  type SnapshotHistory,
  snapshotRowsInSlices,
} from '../../risk/history/snapshotTable';
import { dateSystemOf } from '../../risk/ledger/cells/dateSystem';
import { assessAgainInSlices } from '../../risk/scoring/assess';
import { type Review, reviewCalendarInSlices } from '../../risk/scoring/reviews';
import type { Slices } from '../../risk/slices';
import { todaySerial } from './asOfDate';
import type { Tiering } from './assessmentModel';
import { followInSlices } from './followInSlices';
import type { PaneModel } from './paneModel';
import { browserKeeper, type Keeper } from './preferencesModel';
import { reviewTable, snapshotTable } from './recordTables';
import type { Running } from './workModel';

/** What the history asks of the workbook. */
export interface HistoryRoom {
  findRecordSheets(): Promise<ExcelOutcome<ReadonlyMap<RecordKey, string>>>;
  readRecords: typeof readRecords;
  addRecords: typeof addRecords<RecordKey>;
  takeBackRecords(added: AddedRecords): Promise<ExcelOutcome<boolean>>;
  removeRecords(block: SheetBlock, rows: readonly number[]): Promise<ExcelOutcome<void>>;
  showOwnSheet(key: string): Promise<ExcelOutcome<void>>;
  onSheetChanged: typeof onSheetChanged;
}

const historyRoom: HistoryRoom = {
  findRecordSheets,
  readRecords,
  addRecords,
  takeBackRecords,
  removeRecords,
  showOwnSheet,
  onSheetChanged,
};

/** Reviews that are due, without those that were noted after the as-of day, and the answer whose customers they number. */
export interface ReviewsDue {
  readonly tiering: Tiering;
  readonly reviews: readonly Review[];
}

export interface HistoryModel {
  /** Null until the sheets were looked for. */
  readonly history: ReadonlySignal<SnapshotHistory | null>;
  readonly reviews: ReadonlySignal<readonly ReviewEntry[]>;
  /** Snapshots of the answer's currency, by day. */
  readonly alike: ReadonlySignal<readonly Snapshot[]>;
  /** Those of a day before the answer's, latest first: what it can be compared with. */
  readonly earlier: ReadonlySignal<readonly Snapshot[]>;
  /** The answer as a snapshot of today; null where there is none. */
  readonly now: ReadonlySignal<Snapshot | null>;
  /** The chosen one of `earlier`, by default the latest. */
  readonly compared: ReadonlySignal<Snapshot | null>;
  readonly comparedDay: Signal<number | null>;
  /** A snapshot of the answer that was taken today already. */
  readonly takenToday: ReadonlySignal<boolean>;
  /** Null until an answer was looked at for the first time. */
  readonly calendar: ReadonlySignal<ReviewsDue | null>;
  /** Keep the calendar as the answer and the noted reviews are, until the returned function is called. */
  followCalendar(): () => void;
  /** Take one by itself every month; remembered in the browser. */
  readonly isMonthly: ReadonlySignal<boolean>;
  chooseMonthly(isMonthly: boolean): void;
  /** Look at the sheets once more and bring the answer up to date with them. */
  look(): Promise<void>;
  take(): Promise<void>;
  review(customer: number): Promise<void>;
  show(key: RecordKey): Promise<void>;
  /** Assess an answer once more with what history knows of its customers; null where it was ended. */
  reassess(tiering: Tiering, signal: AbortSignal): Promise<Tiering | null>;
  /** An answer without what history added to it. */
  plain(tiering: Tiering): Tiering;
}

const monthlyKey = 'tiercel.monthlySnapshots';
/** Who watches has agreed that Tiercel works by itself; the key is the watch's own. */
export const watchKey = 'tiercel.watch';

const cancelled: ExcelOutcome<never> = { ok: false, problem: { key: 'cancelled', detail: {} } };
const noHistory: SnapshotHistory = { snapshots: [], unreadable: [] };

/** Create the model of the history: snapshots and reviews as the workbook holds them, and what they say of the answer. */
export function createHistoryModel(
  pane: PaneModel,
  room: HistoryRoom = historyRoom,
  keeper: Keeper = browserKeeper(),
): HistoryModel {
  const { assessments, notices, work } = pane;
  const history = signal<SnapshotHistory | null>(null);
  const reviews = signal<readonly ReviewEntry[]>([]);
  const comparedDay = signal<number | null>(null);
  const calendar = signal<ReviewsDue | null>(null);
  const isMonthly = signal(keeper.get(monthlyKey) === 'on');
  /** What was read of each sheet of records, as long as nobody changed it. */
  const known = new Map<RecordKey, string>();
  /** The answer that reviews and falls were added to, and what came of it. */
  let taken: { readonly before: Tiering; readonly after: Tiering } | null = null;
  let isOffered = false;

  const today = (is1904: boolean) => todaySerial(pane.now(), is1904);

  const now = computed(() => {
    const tiering = assessments.result.value;
    if (tiering === null) return null;
    return snapshotOf(tiering.assessment, today(tiering.block.is1904), tiering.currency);
  });
  // By themselves, so that another answer of the same day and currency is compared with the same snapshots.
  const currency = computed(() => assessments.result.value?.currency);
  const asOf = computed(() => assessments.result.value?.assessment.table.asOf ?? Number.NEGATIVE_INFINITY);
  const alike = computed(() =>
    (history.value?.snapshots ?? []).filter(snapshot => snapshot.currency === currency.value),
  );
  const earlier = computed(() => alike.value.filter(snapshot => snapshot.asOf < asOf.value).reverse());

  async function reassess(tiering: Tiering, signal: AbortSignal): Promise<Tiering | null> {
    const { currency, asOf } = tiering;
    const previous = snapshotBefore(history.value?.snapshots ?? [], asOf.serial, currency);
    const again = await inSlices(assessWithPast(tiering, reviews.value, previous), signal);
    if (again === null) return null;
    const after = { ...tiering, assessment: again };
    taken = { before: tiering, after };
    return after;
  }

  const plain = (tiering: Tiering): Tiering => (taken?.after === tiering ? taken.before : tiering);

  /** Bring the answer up to date with what is known of its customers' past. */
  async function takeFurther(signal: AbortSignal): Promise<void> {
    const answered = assessments.result.value;
    if (answered === null) return;
    const before = plain(answered);
    const isKnown = earlier.value.length > 0 || reviews.value.length > 0;
    if (!isKnown && before === answered) return;
    const after = await reassess(before, signal);
    if (after !== null && assessments.result.value === answered) assessments.result.value = after;
  }

  /** Read the sheets of records, those that did not change since not again. */
  async function read(running: Running): Promise<ExcelOutcome<void>> {
    const found = await room.findRecordSheets();
    if (!found.ok) return found;
    for (const key of ['Snapshots', 'Reviews'] as const) {
      const id = found.value.get(key);
      if (id !== undefined && known.get(key) === id) continue;
      const block = id === undefined ? null : await room.readRecords(id, running.onProgress, running.signal);
      if (block !== null && !block.ok) return block;
      const isWhole = await understand(key, block?.value ?? null, running.signal);
      if (!isWhole) return { ok: false, problem: { key: 'cancelled', detail: {} } };
      if (id === undefined) known.delete(key);
      else known.set(key, id);
    }
    return { ok: true, value: undefined };
  }

  async function understand(key: RecordKey, block: SheetBlock | null, signal: AbortSignal): Promise<boolean> {
    if (key === 'Reviews') {
      const isStillNone = block === null && reviews.value.length === 0;
      if (!isStillNone) reviews.value = block === null ? [] : readReviews(block.cells, dateSystemOf(block));
      return true;
    }
    if (block === null) {
      history.value = noHistory;
      return true;
    }
    const snapshots = await inSlices(readSnapshotsInSlices(block.cells, dateSystemOf(block)), signal);
    if (snapshots !== null) history.value = snapshots;
    return snapshots !== null;
  }

  async function follow(running: Running): Promise<void> {
    // Without a history the answer stands all the same; the part says what kept it from being read.
    if (!(await read(running)).ok) return;
    await takeFurther(running.signal);
    offer();
  }

  /** A month after the last snapshot: an offer, or the snapshot itself where the user agreed. */
  function offer(): void {
    const tiering = assessments.result.value;
    if (tiering === null || isOffered) return;
    const { assessment, block, currency } = tiering;
    if (!isSnapshotDue(alike.value, today(block.is1904), assessment.table.asOf, currency)) return;
    isOffered = true;
    if (isMonthly.value && keeper.get(watchKey) === 'on') {
      // After the tiering that it comes from: work of the pane is done one after the other.
      setTimeout(() => void take(), 0);
      return;
    }
    const last = alike.value.at(-1)!.asOf;
    notices.tell(
      'info',
      () => textsOf(historyTexts).due(formatDate(last, tiering.block.is1904, currentLanguage())),
      [{ say: () => textsOf(historyTexts).takeRows(assessment.worstFirst.length), run: take }],
    );
  }

  async function look(): Promise<void> {
    const problem = await work.run('looking', async running => {
      const outcome = await read(running);
      if (!outcome.ok) return outcome.problem;
      await takeFurther(running.signal);
      return null;
    });
    if (problem !== null && problem.key !== 'cancelled') notices.refuse(problem, look);
  }

  const takenToday = computed(() => {
    const tiering = assessments.result.value;
    if (tiering === null) return false;
    const takenOn = today(tiering.block.is1904);
    const { asOf } = tiering.assessment.table;
    return alike.value.some(snapshot => snapshot.takenOn === takenOn && snapshot.asOf === asOf);
  });

  async function take(): Promise<void> {
    const snapshot = now.value;
    const tiering = assessments.result.value;
    if (snapshot === null || tiering === null) return;
    const isReplaced = takenToday.value;
    const written = await work.run('writing', running =>
      pane.sheet.changeOurselves(async () => {
        const rows = await inSlices(snapshotRowsInSlices(snapshot), running.signal);
        if (rows === null) return cancelled;
        const added = await room.addRecords(snapshotTable(snapshot.buckets.length), rows, running.onProgress);
        if (!added.ok || !isReplaced) return added;
        const old = await removeOld(added.value, snapshot, running);
        return old.ok ? added : old;
      }),
    );
    if (!written.ok) {
      if (written.problem.key !== 'cancelled') notices.refuse(written.problem, take);
      return;
    }
    const { sheetName, rowCount } = written.value;
    await readAfter('Snapshots');
    const words = () => textsOf(historyTexts);
    const date = () => formatDate(snapshot.asOf, tiering.block.is1904, currentLanguage());
    notices.tell(
      'success',
      () => (isReplaced ? words().replaced : words().taken)(rowCount, date(), sheetName),
      isReplaced
        ? [{ say: () => words().showSheet, run: () => show('Snapshots') }]
        : [
            { say: () => words().undo, run: () => takeBack(written.value) },
            { say: () => words().showSheet, run: () => show('Snapshots') },
          ],
    );
  }

  /** Of two snapshots of one day the one that was taken just now stays; it stands below the other. */
  async function removeOld(
    { sheetId, rowCount }: AddedRecords,
    snapshot: Snapshot,
    running: Running,
  ): Promise<ExcelOutcome<void>> {
    // What was just written must not be left half-way, whatever the user begins meanwhile.
    const read = await room.readRecords(sheetId, () => {}, new AbortController().signal);
    if (!read.ok) return read;
    if (read.value === null || running.signal.aborted) return { ok: true, value: undefined };
    const finding = rowsOfSnapshotInSlices(read.value.cells, snapshot, dateSystemOf(read.value));
    const rows = await inSlices(finding, running.signal);
    if (rows === null) return { ok: true, value: undefined };
    return room.removeRecords(read.value, rows.slice(0, Math.max(0, rows.length - rowCount)));
  }

  async function takeBack(added: AddedRecords): Promise<void> {
    const outcome = await work.run('writing', () =>
      pane.sheet.changeOurselves(() => room.takeBackRecords(added)),
    );
    if (!outcome.ok) {
      notices.refuse(outcome.problem, () => takeBack(added));
      return;
    }
    await readAfter(added.key);
    if (outcome.value) notices.tell('success', () => textsOf(historyTexts).undone);
    else notices.tell('warning', () => textsOf(historyTexts).notUndone);
  }

  /** What we wrote ourselves is read back as anybody would read it. */
  async function readAfter(key: RecordKey): Promise<void> {
    known.delete(key);
    await look();
  }

  async function review(customer: number): Promise<void> {
    const tiering = assessments.result.value;
    if (tiering === null) return;
    const { table, scores, policy } = tiering.assessment;
    const name = table.customers[customer] ?? '';
    const entry: ReviewEntry = {
      day: today(tiering.block.is1904),
      customer: name,
      number: table.texts?.customerNumber[customer] ?? '',
      tier: policy.tiers[scores.tier[customer]]?.letter ?? '',
      score: scores.score[customer],
    };
    const written = await work.run('writing', running =>
      pane.sheet.changeOurselves(() =>
        room.addRecords(reviewTable(), reviewRows([entry]), running.onProgress),
      ),
    );
    if (!written.ok) {
      notices.refuse(written.problem, () => review(customer));
      return;
    }
    await readAfter('Reviews');
    const words = () => textsOf(historyTexts);
    notices.tell('success', () => words().reviewedDone(name, written.value.sheetName), [
      { say: () => words().undo, run: () => takeBack(written.value) },
      { say: () => words().showSheet, run: () => show('Reviews') },
    ]);
  }

  async function show(key: RecordKey): Promise<void> {
    const shown = await room.showOwnSheet(key);
    if (!shown.ok) notices.refuse(shown.problem, () => show(key));
  }

  pane.onAnswer(follow);
  // An Excel too old to tell of changes is asked anew when the part is opened.
  void room
    .onSheetChanged(sheetId => {
      for (const [key, id] of known) if (id === sheetId) known.delete(key);
    })
    .catch(() => {});

  return {
    history,
    reviews,
    alike,
    earlier,
    now,
    compared: computed(
      () => earlier.value.find(({ asOf }) => asOf === comparedDay.value) ?? earlier.value[0] ?? null,
    ),
    comparedDay,
    takenToday,
    calendar,
    followCalendar: () =>
      followInSlices<ReviewsDue | null>(calendar, () => {
        const tiering = assessments.result.value;
        const noted = reviews.value;
        return tiering && reviewsDue(tiering, noted);
      }),
    isMonthly,
    chooseMonthly: chosen => {
      isMonthly.value = chosen;
      keeper.set(monthlyKey, chosen ? 'on' : 'off');
    },
    look,
    take,
    review,
    show,
    reassess,
    plain,
  };
}

function* assessWithPast(
  { assessment, ledger }: Tiering,
  reviews: readonly ReviewEntry[],
  previous: Snapshot | null,
): ReturnType<typeof assessAgainInSlices> {
  const table = yield* withReviewsInSlices(assessment.table, reviews);
  return yield* assessAgainInSlices(assessment, table, ledger?.scale, previous);
}

function* reviewsDue(tiering: Tiering, noted: readonly ReviewEntry[]): Slices<ReviewsDue> {
  const { table, scores, policy } = tiering.assessment;
  const isDone = yield* reviewedSinceInSlices(table, noted);
  const all = yield* reviewCalendarInSlices(table, scores, policy);
  return { tiering, reviews: all.filter(({ customer }) => !isDone.has(customer)) };
}
