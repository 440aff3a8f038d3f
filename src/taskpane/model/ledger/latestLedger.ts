import type { SheetBlock } from '../../../excel/contract';
import { inSlices } from '../../../excel/inSlices';
import { dateSystemOf } from '../../../risk/ledger/cells/dateSystem';
import type { Ledger } from '../../../risk/ledger/ledger';
import type { LedgerOptions, LedgerReader } from '../../../risk/ledger/readLedger';
import type { Miniature } from '../../../risk/metrics/customers/miniature';
import type { CustomerTable } from '../../../risk/metrics/table/metric';
import type { Policy } from '../../../risk/policy/policy';
import type { Slices } from '../../../risk/slices';
import type { Running } from '../workModel';
import type { Question } from './question';
import type { ReadSheet } from './readSheet';

/** The ledger that was read and measured last: what a change of date, policy or list leaves as it was is not worked out again. */
export interface LatestLedger {
  /** Read the sheet of a question; null where that was cancelled, as for the others. */
  read(question: Question): Promise<Ledger | null>;
  /** Measure a ledger by the policy of a question, at its as-of date. */
  measure(ledger: Ledger, asOf: number, question: Question): Promise<CustomerTable | null>;
  /** Look for the findings that only rows compared with each other show, once a ledger. */
  check(ledger: Ledger, running: Running): Promise<Ledger | null>;
  /** Put a checked ledger in the place of what was known of it, and a table with all its metrics in that of its first one. */
  complete(
    from: { readonly ledger: Ledger; readonly table: CustomerTable },
    to: { readonly ledger: Ledger; readonly table: CustomerTable },
  ): void;
}

/** Few enough for some milliseconds also while the JavaScript engine has not made reading fast yet. */
const rowsInSlice = 1_000;

/** How the rows of a ledger are read: in which currency, by which rates, and what lies ahead of today. */
export const readingOptions = (
  block: SheetBlock,
  currency: string | null,
  { rates, settings }: Policy,
  today: number,
): LedgerOptions => ({
  currency: currency ?? undefined,
  rates,
  reportingCurrency: settings.currency,
  dateSystem: dateSystemOf(block),
  asOf: today,
});

/** Keep the ledger that was read and measured last. */
export function createLatestLedger(): LatestLedger {
  /** Reading is the slow part. */
  let lastRead: {
    readonly sheet: ReadSheet;
    /** The options it was read by, as text. */
    readonly money: string;
    readonly ledger: Ledger;
    /** The search for its late findings, to be gone on with where it was left; null when it is through. */
    readonly checking: Slices<Ledger> | null;
  } | null = null;

  /** Measuring comes next: who is who on a joined list changes nothing about what the ledger says. */
  let lastMeasured: {
    readonly ledger: Ledger;
    /** What it was measured by, as text. */
    readonly by: string;
    readonly table: CustomerTable;
    readonly makeMiniature: () => Miniature;
  } | null = null;

  /** Nobody looks at it: while it is there, reading and measuring the next ledger stay fast. Made when the numbers stand. */
  const held: { miniature: Miniature | null } = { miniature: null };

  async function read(question: Question): Promise<Ledger | null> {
    const { sheet, chosen, policy, today, running, answering } = question;
    const { block, recognition } = sheet;
    const options = readingOptions(block, chosen.currency, policy, today);
    const money = JSON.stringify(options);
    const isSameSheet = lastRead?.sheet.block === block && lastRead.sheet.recognition === recognition;
    if (lastRead !== null && isSameSheet && lastRead.money === money) return lastRead.ledger;
    await running.enter('understanding');
    const reader = answering.createLedgerReader(recognition, {
      ...options,
      expectedRows: block.cells.length,
      keptRows: () => block.cells,
    });
    const ledger = await inSlices(readRows(reader, block, running), running.signal);
    if (ledger === null) return null;
    lastRead = { sheet, money, ledger, checking: reader.checking() };
    return ledger;
  }

  async function measure(
    ledger: Ledger,
    asOf: number,
    { sheet, chosen, policy, today, running, answering }: Question,
  ): Promise<CustomerTable | null> {
    const by = JSON.stringify(policy);
    if (lastMeasured?.ledger === ledger && lastMeasured.by === by) return lastMeasured.table;
    const table = await inSlices(answering.measureLedgerInSlices(ledger, asOf, policy), running.signal);
    if (table === null) return null;
    const { block, recognition } = sheet;
    const options = readingOptions(block, chosen.currency, policy, today);
    const makeMiniature = () => answering.miniatureOf(block.cells, recognition, options, asOf, policy);
    lastMeasured = { ledger, by, table, makeMiniature };
    return table;
  }

  async function check(ledger: Ledger, running: Running): Promise<Ledger | null> {
    const known = lastRead;
    if (known?.ledger !== ledger || known.checking === null) return ledger;
    const checked = await inSlices(known.checking, running.signal);
    if (checked !== null && lastRead === known) lastRead = { ...known, ledger: checked, checking: null };
    return checked;
  }

  const complete: LatestLedger['complete'] = (from, to) => {
    if (lastMeasured?.ledger !== from.ledger) return;
    held.miniature = lastMeasured.makeMiniature();
    const table = lastMeasured.table === from.table ? to.table : lastMeasured.table;
    lastMeasured = { ...lastMeasured, ledger: to.ledger, table };
  };

  return { read, measure, check, complete };
}

function* readRows(reader: LedgerReader, { cells }: SheetBlock, { onProgress }: Running): Slices<Ledger> {
  for (let row = 0; row < cells.length; row += rowsInSlice) {
    reader.add(cells.slice(row, row + rowsInSlice), row);
    onProgress(row, cells.length);
    yield;
  }
  return yield* reader.finishing();
}
