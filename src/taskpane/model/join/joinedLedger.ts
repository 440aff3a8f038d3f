import { type JoinReport, joinReport } from '../../../risk/join/joinReport';
import { listFindings } from '../../../risk/join/listFindings';
import {
  isExcluded,
  joinMeasuredInSlices,
  type MatchedList,
  type MeasuredLedger,
  matchLedgerInSlices,
} from '../../../risk/join/matchLedger';
import { dateSystemOf } from '../../../risk/ledger/cells/dateSystem';
import type { LedgerFindings } from '../../../risk/ledger/findings/checkRows';
import type { Ledger } from '../../../risk/ledger/ledger';
import {
  type MeasuredEntries,
  measureEntriesInSlices,
} from '../../../risk/metrics/customers/customerListMetrics';
import type { CustomerTable } from '../../../risk/metrics/table/metric';
import type { Policy } from '../../../risk/policy/policy';
import { finishSlices, type Slices } from '../../../risk/slices';
import type { ReadList } from '../ledger/readSheet';

/** A ledger's customers found on a customer list. */
export interface ListMatch extends MatchedList {
  readonly sheet: ReadList;
  readonly report: JoinReport;
  /** What is doubtful on the list. */
  readonly listFindings: LedgerFindings;
}

/** A ledger joined with a customer list. */
export interface ListJoin extends ListMatch {
  /** The ledger and its table as measured, with those whom the list excludes. */
  readonly whole: MeasuredLedger;
  /** Per customer of the answer: its entry of the list, below 0 where it has none. */
  readonly entry: Int32Array;
  readonly figures: ListFigures;
}

/** The list's entries as measured, and what by. */
export interface ListFigures {
  readonly asOf: number;
  readonly windowDays: number;
  readonly said: MeasuredEntries;
}

/**
 * Find a measured ledger's customers on a customer list, in slices of a few milliseconds.
 *
 * @param before Of another answer: who is who stays where the list and the ledger's customers are the same, as after another as-of date.
 */
export function* matchListInSlices(
  ledger: Ledger,
  table: CustomerTable,
  sheet: ReadList,
  before: ListMatch | null = null,
): Slices<ListMatch> {
  if (before !== null && isOfSame(before, ledger, sheet)) {
    const { list, matches } = before;
    return { ...before, report: joinReport(table, list, matches, ledger.scale) };
  }
  const matched = yield* matchLedgerInSlices(
    { ledger, table },
    { cells: sheet.block.cells, recognition: sheet.recognition },
    dateSystemOf(sheet.block),
    sheet.chosen,
  );
  const { list, matches } = matched;
  return {
    ...matched,
    sheet,
    report: joinReport(table, list, matches, ledger.scale),
    listFindings: listFindings(list, sheet.recognition, matches),
  };
}

const isOfSame = ({ sheet: before, customers }: ListMatch, ledger: Ledger, sheet: ReadList): boolean =>
  before === sheet &&
  customers.names === ledger.customers &&
  customers.numbers === ledger.said?.customerNumber?.words;

/** What an answer is made of after joining. */
export interface JoinedAnswer extends MeasuredLedger {
  readonly join: ListJoin;
}

/** Join a measured ledger with a customer list: its table with what the list says, its ledger without those whom the list excludes; in slices. */
export function* joinListInSlices(
  match: ListMatch & Partial<Pick<ListJoin, 'figures'>>,
  whole: MeasuredLedger,
  policy: Policy,
): Slices<JoinedAnswer> {
  const figures = yield* figuresOf(match, whole.table.asOf, policy);
  const joined = yield* joinMeasuredInSlices(whole, { ...match, said: figures.said });
  const entry = match.matches.entry.filter((_, customer) => !isExcluded(match, customer));
  return { ...joined, join: { ...match, whole, entry, figures } };
}

/**
 * Join a ledger again whose rows were edited: what the list says and who is who on it stay.
 *
 * @param join Of the ledger before.
 * @param joined The table that came of it.
 */
export function* joinEditedInSlices(
  join: ListJoin,
  joined: CustomerTable,
  whole: MeasuredLedger,
): Slices<JoinedAnswer> {
  const before = { whole: join.whole.table, joined };
  const answer = yield* joinMeasuredInSlices(whole, { ...join, said: join.figures.said }, before);
  return { ...answer, join: { ...join, whole } };
}

/** What the list says, measured anew only where the day or the policy's window is another: an edit of the ledger changes nothing about it. */
function* figuresOf(
  { list, figures }: Parameters<typeof joinListInSlices>[0],
  asOf: number,
  policy: Policy,
): Slices<ListFigures> {
  const { windowDays } = policy.settings;
  if (figures?.asOf === asOf && figures.windowDays === windowDays) return figures;
  return { asOf, windowDays, said: yield* measureEntriesInSlices(list, asOf, policy) };
}

/** Join as `joinListInSlices` does, at once. */
export const joinList = (...join: Parameters<typeof joinListInSlices>): JoinedAnswer =>
  finishSlices(joinListInSlices(...join));
