import type { CustomerList } from '../ledger/customerList/customerList';
import { exactSum } from '../metrics/exactSum';
import type { CustomerTable } from '../metrics/table/metric';
import { largestFirst } from './largestFirst';
import {
  type CustomerMatches,
  type MatchReason,
  matchReasons,
  noEntry,
  severalEntries,
} from './matchCustomers';

/** How many customers of the ledger were found on the list by one reason, and what they owe. */
export interface MatchCount {
  readonly reason: MatchReason;
  readonly customerCount: number;
  readonly exposure: number;
}

/** A customer of the ledger by its code, with what it owes. */
export interface LedgerSide {
  readonly customer: number;
  readonly name: string;
  readonly exposure: number;
}

/** An entry of the list by its place, with the exposure the list states; NaN where it states none. */
export interface ListSide {
  readonly entry: number;
  readonly name: string;
  readonly exposure: number;
}

/** What two sheets have in common and what not, to be looked at before and after they are joined. */
export interface JoinReport {
  /** Surest reason first; reasons that nobody was found by are left out. */
  readonly matched: readonly MatchCount[];
  readonly customerCount: number;
  readonly matchedCount: number;
  /** Largest exposure first; `hasSeveral` where several entries fit equally, `isChosen` where the user said that none does. */
  readonly unmatchedCustomers: readonly (LedgerSide & {
    readonly hasSeveral: boolean;
    readonly isChosen: boolean;
  })[];
  /** Customers whom the list keeps out of the tiering. */
  readonly excluded: readonly LedgerSide[];
  readonly unmatchedEntries: readonly ListSide[];
  /** Matched only by a name or number that is not quite the same: worth a look. */
  readonly doubtful: readonly (LedgerSide & { readonly entry: number; readonly reason: MatchReason })[];
  /** Matched, or kept apart, because the user said so; `entry` is below 0 for those kept apart. */
  readonly chosen: readonly (LedgerSide & { readonly entry: number })[];
  /** The entry that the user chose for them is not on the list. */
  readonly lostChoices: readonly LedgerSide[];
}

/** By these a customer is found although something differs. */
const doubtfulReasons: ReadonlySet<MatchReason> = new Set([
  'similarNumber',
  'numberOtherName',
  'similarName',
]);

/**
 * Report how the customers of a ledger were found on a customer list.
 *
 * @param table Measured from the whole ledger, with those that the list excludes.
 * @param matches Of `table.customers`.
 * @param scale Exposures are whole numbers of 1 / scale; absent where that is not known.
 * @example joinReport(table, list, matches).matched[0] //=> { reason: 'number', customerCount: 380, exposure: 4_102_300 }
 */
export function joinReport(
  table: CustomerTable,
  list: CustomerList,
  matches: CustomerMatches,
  scale?: number,
): JoinReport {
  const codes = [...table.customers.keys()];
  const reasonOf = (customer: number): MatchReason => matchReasons[matches.reason[customer]];
  const side = (customer: number): LedgerSide => ({
    customer,
    name: table.customers[customer],
    exposure: table.metrics.exposure[customer],
  });
  const found = codes.filter(customer => matches.entry[customer] > noEntry);
  const matched = matchReasons.map(reason => {
    const customers = found.filter(customer => reasonOf(customer) === reason);
    const exposures = Float64Array.from(customers, customer => table.metrics.exposure[customer]);
    return { reason, customerCount: customers.length, exposure: exactSum(exposures, scale) || 0 };
  });
  return {
    matched: matched.filter(({ customerCount }) => customerCount > 0),
    customerCount: codes.length,
    matchedCount: found.length,
    unmatchedCustomers: codes
      .filter(customer => matches.entry[customer] <= noEntry)
      .map(customer => ({
        ...side(customer),
        hasSeveral: matches.entry[customer] === severalEntries,
        isChosen: reasonOf(customer) === 'chosen',
      }))
      .sort(largestFirst),
    excluded: found
      .filter(customer => list.numbers.excluded[matches.entry[customer]] === 1)
      .map(side)
      .sort(largestFirst),
    unmatchedEntries: Array.from(matches.unmatchedEntries, entry => ({
      entry,
      name: list.customers[entry],
      exposure: list.numbers.exposure[entry],
    })).sort(largestFirst),
    doubtful: found
      .filter(customer => doubtfulReasons.has(reasonOf(customer)))
      .map(customer => ({ ...side(customer), entry: matches.entry[customer], reason: reasonOf(customer) }))
      .sort(largestFirst),
    chosen: codes
      .filter(customer => reasonOf(customer) === 'chosen')
      .map(customer => ({ ...side(customer), entry: matches.entry[customer] }))
      .sort(largestFirst),
    lostChoices: matches.lostChoices.map(side).sort(largestFirst),
  };
}
