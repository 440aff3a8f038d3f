import { type JoinReport, joinReport } from '../../risk/join/joinReport';
import { joinTablesInSlices } from '../../risk/join/joinTables';
import { ledgerCustomerNumbers } from '../../risk/join/ledgerCustomerNumbers';
import {
  type CustomerMatches,
  type LedgerCustomers,
  matchCustomersInSlices,
} from '../../risk/join/matchCustomers';
import { type CustomerList, readCustomerListInSlices } from '../../risk/ledger/customerList';
import type { Ledger } from '../../risk/ledger/ledger';
import { withoutCustomers } from '../../risk/ledger/withoutCustomers';
import type { CustomerTable } from '../../risk/metrics/metric';
import type { Policy } from '../../risk/policy/policy';
import { finishSlices, type Slices } from '../../risk/slices';
import type { ReadList, ReadSheet } from './readSheet';

/** A ledger's customers found on a customer list. */
export interface ListMatch {
  readonly sheet: ReadList;
  /** Those of the whole ledger, as they were looked for. */
  readonly customers: LedgerCustomers;
  readonly list: CustomerList;
  /** Of the customers of the whole ledger. */
  readonly matches: CustomerMatches;
  readonly report: JoinReport;
}

/** A ledger joined with a customer list. */
export interface ListJoin extends ListMatch {
  /** The ledger and its table as measured, with those whom the list excludes. */
  readonly whole: { readonly ledger: Ledger; readonly table: CustomerTable };
  /** Per customer of the answer: its entry of the list, below 0 where it has none. */
  readonly entry: Int32Array;
}

/** Find a measured ledger's customers on a customer list, in slices of a few milliseconds. */
export function* matchListInSlices(
  ledgerSheet: ReadSheet,
  ledger: Ledger,
  table: CustomerTable,
  sheet: ReadList,
): Slices<ListMatch> {
  const { block, recognition } = sheet;
  const dateSystem = block.is1904 ? 1904 : 1900;
  const list = yield* readCustomerListInSlices(block.cells, recognition, { dateSystem });
  const numbers = ledgerCustomerNumbers(ledgerSheet.block.cells, ledgerSheet.recognition, ledger);
  yield;
  const customers = { names: table.customers, ...(numbers && { numbers }) };
  const matches = yield* matchCustomersInSlices(customers, list, sheet.chosen);
  yield;
  return { sheet, customers, list, matches, report: joinReport(table, list, matches, ledger.scale) };
}

/** What an answer is made of after joining. */
export interface JoinedAnswer {
  readonly join: ListJoin;
  readonly ledger: Ledger;
  readonly table: CustomerTable;
}

/** Join a measured ledger with a customer list: its table with what the list says, its ledger without those whom the list excludes; in slices. */
export function* joinListInSlices(
  { matches, list, ...match }: ListMatch,
  whole: ListJoin['whole'],
  policy: Policy,
): Slices<JoinedAnswer> {
  const { table } = yield* joinTablesInSlices(whole.table, list, matches, policy, whole.ledger.scale);
  yield;
  const isOut = (customer: number) => list.numbers.excluded[matches.entry[customer]!] === 1;
  const entry = matches.entry.filter((_, customer) => !isOut(customer));
  return {
    join: { ...match, matches, list, whole, entry },
    ledger: withoutCustomers(whole.ledger, isOut),
    table,
  };
}

/** Join as `joinListInSlices` does, at once. */
export const joinList = (...join: Parameters<typeof joinListInSlices>): JoinedAnswer =>
  finishSlices(joinListInSlices(...join));
