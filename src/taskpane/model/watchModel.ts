import { batch, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { SheetBlock } from '../../excel/contract';
import { inSlices } from '../../excel/inSlices';
import { readChangedRows } from '../../excel/reading/changedRows';
import { textsOf } from '../../i18n/bilingual';
import { historyTexts } from '../../i18n/history';
import type { Ledger } from '../../risk/ledger/ledger';
import { LedgerEdits } from '../../risk/metrics/edits/ledgerEdits';
import { type EditedRow, editRows } from '../../risk/metrics/edits/sheetEdits';
import type { CustomerTable } from '../../risk/metrics/table/metric';
import type { Policy } from '../../risk/policy/policy';
import type { Breach } from '../../risk/scoring/assessment';
import { newBreachesInSlices } from '../../risk/scoring/newBreaches';
import type { Slices } from '../../risk/slices';
import { partModel } from '../partModel';
import type { Tiering } from './assessmentModel';
import { createHistoryModel, type HistoryModel } from './historyModel';
import type { ListJoin } from './joinedLedger';
import { readingOptions } from './latestLedger';
import type { PaneModel } from './paneModel';
import { browserKeeper, type Keeper } from './preferencesModel';
import { watchKey } from './snapshotTaking';
import { editedSpans } from './touchesBlock';
import type { Running } from './workModel';

/** What Watch asks of the workbook. */
export interface WatchRoom {
  readChangedRows: typeof readChangedRows;
}

/** What Watch did last. */
export interface Followed {
  readonly of: 'ledger' | 'list';
  /** Rows that were counted anew; null where the whole sheet was read. */
  readonly rows: number | null;
  readonly at: Date;
}

/** A breach that is new, by the customer's name: indexes change with every reading. */
interface News {
  readonly customer: string;
  readonly rule: Breach['rule'];
}

export interface WatchModel {
  readonly isOn: ReadonlySignal<boolean>;
  /** Breaches that came while watching, still stand, and were not marked as seen. */
  readonly news: ReadonlySignal<readonly Breach[]>;
  readonly followed: ReadonlySignal<Followed | null>;
  turn(isOn: boolean): void;
  markSeen(): void;
  /** Resolves when every edit so far is counted. */
  settled(): Promise<void>;
}

/** Who types or fills a column makes many edits; they are counted together. */
const settleMilliseconds = 300;
/** From here on reading the whole sheet costs about the same, and says more. */
const mostRowsByThemselves = 2_000;

/** Create the model of Watch: edits of the tiered sheet and of the joined list are counted as they come, and new breaches told once. */
export function createWatchModel(
  pane: PaneModel,
  room: WatchRoom = { readChangedRows },
  keeper: Keeper = browserKeeper(),
  history: HistoryModel = partModel(pane, createHistoryModel),
): WatchModel {
  const { assessments, sheet, work, notices, layers } = pane;
  const isOn = signal(keeper.get(watchKey) === 'on');
  const told = signal<readonly News[]>([]);
  const followed = signal<Followed | null>(null);
  /** What is to be read, of the block it belongs to. */
  let waiting: { block: SheetBlock; readonly rows: Set<number>; isAll: boolean } | null = null;
  /** The joined customer list, where it was edited: it is read as a whole, as any row may be about any customer. */
  let waitingList: SheetBlock | null = null;
  /** The measured ledger that edits are put into, and the answer that it came to last. */
  let session: { readonly edits: LedgerEdits; of: Tiering } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();

  function take(block: SheetBlock, address: string, isMoved: boolean): boolean {
    const tiering = assessments.result.value;
    if (!isOn.value || tiering === null) return false;
    if (tiering.join?.sheet.block === block) {
      waitForList(block);
      return true;
    }
    if (tiering.block !== block) return false;
    const spans = isMoved ? null : editedSpans(block, address);
    const rowCount = (spans ?? []).reduce((sum, { first, last }) => sum + last - first + 1, 0);
    const isAll = spans === null || tiering.ledger === null || !(rowCount <= mostRowsByThemselves);
    // Reading anew takes the sheet's table or filled part; what the user had selected cannot be told any more.
    if (isAll && block.source === 'selection') return false;
    if (waiting?.block !== block) waiting = { block, rows: new Set(), isAll: false };
    waiting.isAll ||= isAll;
    if (!waiting.isAll)
      for (const { first, last } of spans ?? [])
        for (let row = first; row <= last; row += 1) waiting.rows.add(row);
    schedule();
    return true;
  }

  function schedule(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(count, count);
    }, settleMilliseconds);
  }

  /** Count what is waiting; what the user has begun meanwhile goes first. */
  async function count(): Promise<void> {
    if (waiting === null && waitingList === null) return;
    if (work.isWorking.value) {
      schedule();
      return;
    }
    const [edit, list] = [waiting, waitingList];
    waiting = null;
    waitingList = null;
    if (edit !== null) await countEdit(edit);
    if (list !== null) await countList(list);
  }

  async function countList(block: SheetBlock): Promise<void> {
    const before = assessments.result.value;
    if (before?.join?.sheet.block.sheetId !== block.sheetId) return;
    const isCounted = await pane.followList();
    const after = assessments.result.value;
    if (isCounted && after !== null) {
      followed.value = { of: 'list', rows: null, at: pane.now() };
      await announce(before, after);
    } else if (after?.join?.sheet.block === before.join.sheet.block) sheet.tellListChanged();
  }

  async function countEdit(edit: NonNullable<typeof waiting>): Promise<void> {
    const before = assessments.result.value;
    if (before === null || before.block.sheetId !== edit.block.sheetId) return;
    if (before.block !== edit.block) {
      // Whether the reading that came between saw this edit nobody knows.
      waitForAll(before.block);
      return;
    }
    const isCounted = edit.isAll
      ? await countAll()
      : await countRows(edit.block, [...edit.rows].sort(ascending));
    if (isCounted) {
      const after = assessments.result.value;
      if (after === null) return;
      // Edits that came while these were counted belong to what is there now.
      if (stillWaiting(edit.block)) waiting = { ...waiting!, block: after.block };
      await announce(before, after);
      return;
    }
    session = null;
    // Somebody read the sheet anew meanwhile, or what was begun goes on with the answer of before.
    if (assessments.result.value?.block !== edit.block) return;
    if (edit.isAll || edit.block.source === 'selection') sheet.tellChanged();
    else waitForAll(edit.block);
  }

  const stillWaiting = (block: SheetBlock): boolean => waiting?.block === block;

  function waitForList(block: SheetBlock): void {
    waitingList = block;
    schedule();
  }

  function waitForAll(block: SheetBlock): void {
    waiting = { block, rows: new Set(), isAll: true };
    schedule();
  }

  async function countAll(): Promise<boolean> {
    const isCounted = await pane.followSheet();
    if (isCounted) followed.value = { of: 'ledger', rows: null, at: pane.now() };
    return isCounted;
  }

  async function countRows(block: SheetBlock, rows: readonly number[]): Promise<boolean> {
    const isCounted = await work.run('computing', run => followRows(block, rows, run));
    if (isCounted) followed.value = { of: 'ledger', rows: rows.length, at: pane.now() };
    return isCounted;
  }

  async function followRows(block: SheetBlock, rows: readonly number[], run: Running): Promise<boolean> {
    const tiering = assessments.result.value;
    if (tiering === null || tiering.ledger === null) return false;
    const spans = spansOf(rows);
    const read = await room.readChangedRows(block, spans);
    if (!read.ok || run.signal.aborted) return false;
    const changed = spans.flatMap(({ first }, span) =>
      read.value[span].map((cells, index): EditedRow => ({ sheetRow: first + index, cells })),
    );
    const { recognition, join, assessment } = tiering;
    const { policy } = assessment;
    const begun = await sessionFor(tiering, run.signal);
    if (begun === null) return false;
    const { edits, ledger } = begun;
    const options = readingOptions(block, assessments.choices.value.currency, policy, pane.now());
    const touched = editRows(edits, changed, { recognition, options, ledger });
    if (touched === 'readAgain') return false;
    const table = await inSlices(copyOfTable(edits.table), run.signal);
    if (table === null) return false;
    const whole = { ledger: edits.ledger, table };
    // Whether the list knows a customer who came just now takes matching anew.
    if (join !== null && whole.table.customers.length > join.matches.entry.length) return false;
    const parts = join === null ? { ...whole, join } : await joinAgain(join, whole, policy, run.signal);
    if (parts === null) return false;
    const edited = {
      ...tiering,
      block: withRows(block, changed),
      ledger: parts.ledger,
      join: parts.join,
      assessment: { ...assessment, table: parts.table },
    };
    const after = await history.reassess(edited, run.signal);
    if (after === null || assessments.result.value !== tiering) return false;
    batch(() => {
      const current = sheet.current.value;
      if (current !== null) sheet.current.value = { ...current, block: after.block };
      assessments.result.value = after;
    });
    if (session !== null) session.of = after;
    return true;
  }

  /** The answer's own ledger measured, ready for edits; its columns are copied, as edits change them in place. */
  async function sessionFor(
    tiering: Tiering,
    signal: AbortSignal,
  ): Promise<{ readonly edits: LedgerEdits; readonly ledger: Ledger } | null> {
    const { join, ledger, assessment } = history.plain(tiering);
    const whole = join?.whole ?? { ledger: ledger!, table: assessment.table };
    if (session === null || session.of !== tiering) {
      const edits = await inSlices(beginEdits(whole, assessment.policy), signal);
      if (edits === null) return null;
      session = { edits, of: tiering };
    }
    return { edits: session.edits, ledger: whole.ledger };
  }

  /** Tell new breaches once, in the place where the pane says what happened; the list waits in the part. */
  async function announce(before: Tiering, after: Tiering): Promise<void> {
    const { customers } = after.assessment.table;
    const breaches = await inSlices(newBreachesInSlices(before.assessment, after.assessment));
    const fresh = breaches.map(({ customer, rule }) => ({
      customer: customers[customer],
      rule,
    }));
    if (fresh.length === 0) return;
    told.value = [...told.value, ...fresh];
    const names = [...new Set(fresh.map(({ customer }) => customer))];
    notices.tell('warning', () => {
      const words = textsOf(historyTexts);
      return names.length === 1
        ? words.newBreachesBy(fresh.length, names[0])
        : words.newBreachesMore(fresh.length, names[0], names.length - 1);
    }, [
      { say: () => textsOf(historyTexts).show, run: () => layers.open({ kind: 'part', part: 'history' }) },
    ]);
  }

  const news = signal<readonly Breach[]>([]);
  effect(() => {
    const assessment = assessments.result.value?.assessment;
    const wanted = new Set(told.value.map(({ customer, rule }) => `${rule} ${customer}`));
    news.value =
      assessment === undefined || wanted.size === 0
        ? []
        : assessment.breaches.filter(({ customer, rule }) =>
            wanted.has(`${rule} ${assessment.table.customers[customer]}`),
          );
  });

  sheet.onEdit(take);

  return {
    isOn,
    news,
    followed,
    turn: on => {
      isOn.value = on;
      keeper.set(watchKey, on ? 'on' : 'off');
      session = null;
      // What was edited before is not known row by row.
      const block = assessments.result.value?.block;
      if (on && block !== undefined && sheet.isChanged.value && block.source !== 'selection')
        waitForAll(block);
      if (on && sheet.isListChanged.value) waitForList(sheet.list.value!.block);
    },
    markSeen: () => {
      told.value = [];
    },
    settled: async () => {
      do {
        await new Promise(resolve => setTimeout(resolve, settleMilliseconds + 20));
        await running;
      } while (waiting !== null || waitingList !== null);
    },
  };
}

const ascending = (one: number, other: number): number => one - other;

async function joinAgain(join: ListJoin, whole: ListJoin['whole'], policy: Policy, signal: AbortSignal) {
  const { joinListInSlices } = await import('./joinedLedger');
  return inSlices(joinListInSlices(join, whole, policy), signal);
}

/** Neighbouring rows as spans. */
function spansOf(rows: readonly number[]): { first: number; last: number }[] {
  const spans: { first: number; last: number }[] = [];
  for (const row of rows) {
    const before = spans.at(-1);
    if (before && row === before.last + 1) before.last = row;
    else spans.push({ first: row, last: row });
  }
  return spans;
}

function* beginEdits({ ledger, table }: ListJoin['whole'], policy: Policy): Slices<LedgerEdits> {
  const copied = { ...ledger, ...(yield* copyOfColumns(ledger)) };
  return yield* LedgerEdits.inSlices(copied, table, policy);
}

/** Copy the table as it stands, a column a slice: those of a session change with the next edit, and an answer must not. */
function* copyOfTable(table: CustomerTable): Slices<CustomerTable> {
  const { listed } = yield* copyOfColumns({ listed: table.listed });
  const metrics = yield* copyOfColumns(table.metrics);
  const buckets = Object.values(yield* copyOfColumns(table.buckets));
  return { ...table, listed, metrics, buckets };
}

/** Copy what of an object is a column; what several names share they share in the copy. */
function* copyOfColumns<Columns extends object>(columns: Columns): Slices<Columns> {
  const copies = new Map<unknown, unknown>();
  for (const column of Object.values(columns)) {
    if (!isColumn(column) || copies.has(column)) continue;
    copies.set(column, column.slice());
    yield;
  }
  return Object.fromEntries(
    Object.entries(columns)
      .filter(([, column]) => copies.has(column))
      .map(([name, column]) => [name, copies.get(column)]),
  ) as Columns;
}

const isColumn = (value: unknown): value is Float64Array => ArrayBuffer.isView(value);

/** The block with its changed rows, as another block: what was read from the one before is of before. */
function withRows(block: SheetBlock, rows: readonly EditedRow[]): SheetBlock {
  const cells = block.cells.slice();
  for (const { sheetRow, cells: row } of rows) cells[sheetRow] = [...row];
  return { ...block, cells };
}
