import type { CustomerList } from '../ledger/customerList/customerList';
import { readCustomerListInSlices } from '../ledger/customerList/customerList';
import type { Cell, DateSystem, Ledger, Recognition } from '../ledger/ledger';
import { withoutCustomersInSlices } from '../ledger/withoutCustomers';
import { measureEntriesInSlices } from '../metrics/customers/customerListMetrics';
import type { CustomerTable } from '../metrics/table/metric';
import type { Policy } from '../policy/policy';
import type { Slices } from '../slices';
import type { ChosenMatch } from './chosenMatches';
import { type JoinedBefore, joinedTableInSlices, type MeasuredList } from './joinTables';
import { type CustomerMatches, type LedgerCustomers, matchCustomersInSlices } from './matchCustomers';

/** Cells with what was understood of them. */
export interface UnderstoodCells {
  readonly cells: readonly (readonly Cell[])[];
  readonly recognition: Recognition;
}

/** A ledger as it was read, with its customers as they were measured. */
export interface MeasuredLedger {
  readonly ledger: Ledger;
  readonly table: CustomerTable;
}

/** Who of a ledger is who on a customer list. */
export interface MatchedList {
  /** Those of the whole ledger, as they were looked for. */
  readonly customers: LedgerCustomers;
  readonly list: CustomerList;
  /** Of the customers of the whole ledger. */
  readonly matches: CustomerMatches;
}

/**
 * Read a customer list and find a measured ledger's customers on it, in slices of a few milliseconds.
 *
 * @param chosen What the user decided about who is who.
 */
export function* matchLedgerInSlices(
  { ledger, table }: MeasuredLedger,
  listSheet: UnderstoodCells,
  dateSystem: DateSystem,
  chosen: readonly ChosenMatch[],
): Slices<MatchedList> {
  const list = yield* readCustomerListInSlices(listSheet.cells, listSheet.recognition, { dateSystem });
  yield;
  const customers = { names: table.customers, numbers: ledger.said?.customerNumber?.words };
  const matches = yield* matchCustomersInSlices(customers, list, chosen);
  yield;
  return { customers, list, matches };
}

/**
 * Join a measured ledger with a customer list: its table with what the list says, both without the customers whom the list excludes; in
 * slices of a few milliseconds.
 */
export function* joinMatchedInSlices(
  whole: MeasuredLedger,
  { list, matches }: Pick<MatchedList, 'list' | 'matches'>,
  policy: Policy,
): Slices<MeasuredLedger> {
  const said = yield* measureEntriesInSlices(list, whole.table.asOf, policy);
  return yield* joinMeasuredInSlices(whole, { list, matches, said });
}

/**
 * Join as `joinMatchedInSlices` does with a list whose entries were measured already.
 *
 * @param before Of the same list and customers.
 */
export function* joinMeasuredInSlices(
  { ledger, table }: MeasuredLedger,
  measured: MeasuredList,
  before: JoinedBefore | null = null,
): Slices<MeasuredLedger> {
  const joined = yield* joinedTableInSlices(table, measured, ledger.scale, before);
  yield;
  return {
    ledger: yield* withoutCustomersInSlices(ledger, customer => isExcluded(measured, customer)),
    table: joined,
  };
}

/** Tell whether the list keeps a customer of the ledger out of the tiering. */
export const isExcluded = (
  { list, matches }: Pick<MatchedList, 'list' | 'matches'>,
  customer: number,
): boolean => list.numbers.excluded[matches.entry[customer]] === 1;
