import { type CustomerText, customerTexts, recordOf } from '../ledger/customerList/customerFields';
import type { CustomerList } from '../ledger/customerList/customerList';
import { type MeasuredEntries, measureEntriesInSlices } from '../metrics/customers/customerListMetrics';
import { measureRanksInSlices, measureShares } from '../metrics/customers/standing';
import { placesUpTo } from '../metrics/placesUpTo';
import { type CustomerTable, type MetricName, metricNames } from '../metrics/table/metric';
import { pickRows, ratio } from '../metrics/table/metricColumns';
import type { Policy } from '../policy/policy';
import { finishSlices, type Slices } from '../slices';
import { largestFirst } from './largestFirst';
import { type CustomerMatches, noEntry, severalEntries } from './matchCustomers';

/** A customer or an entry with what it owes, in currency units; NaN where that is not known. */
export interface Owing {
  readonly name: string;
  readonly exposure: number;
}

/** A ledger's customers with what a customer list says of them. */
export interface JoinedTables {
  readonly table: CustomerTable;
  /** Customers of the ledger that the list keeps out of the tiering. */
  readonly excluded: readonly Owing[];
  /** Customers of the ledger without an entry, largest exposure first; `hasSeveral` where several entries fit equally. */
  readonly unmatchedCustomers: readonly (Owing & { readonly hasSeveral: boolean })[];
  /** Entries of the list without a customer in the ledger, with the exposure the list states, largest first. */
  readonly unmatchedEntries: readonly Owing[];
}

/** What was agreed with a customer or is known of its business: the list says it, a ledger only repeats or guesses it. */
const listKnowsBetter: readonly MetricName[] = [
  'creditLimit',
  'termsDays',
  'contractEnd',
  'currentRatio',
  'debtRatio',
  'cashFlowToDebt',
  'altmanZ',
  'externalRating',
  'daysSinceReview',
  'insolvent',
  'guaranteed',
];

/** How customers paid: taken from the list where the ledger cannot tell it of anybody, so that two ways of counting never mix. */
const listFillsIn: readonly MetricName[] = [
  'daysBeyondTerms',
  'delayRate',
  'disputedShare',
  'daysSinceInvoice',
];

/**
 * Add what a customer list says to the customers of a ledger.
 *
 * The list decides limit, terms, contract, statements, rating, review, insolvency and guarantee where it states them; the ledger decides what
 * it measures: exposure, ageing, sales, payment behaviour. Tenure is the longer of both, since an extract of a ledger rarely begins with the
 * first invoice. Utilization, shares and ranks follow. Customers that the list excludes leave the table; those without an entry stay as they are.
 *
 * @param table Measured from the ledger, all groups that are wanted: `measureMore` knows the ledger only.
 * @param matches Of `table.customers`.
 * @param scale Exposures are whole numbers of 1 / scale; absent where that is not known.
 * @returns Texts of the list per customer, `''` for those without an entry.
 * @example joinTables(measureLedger(ledger, 45473, policy), list, matches, policy).table.metrics.creditLimit[0] //=> 50_000
 */
export function joinTables(
  table: CustomerTable,
  list: CustomerList,
  matches: CustomerMatches,
  policy: Policy,
  scale?: number,
): JoinedTables {
  return finishSlices(joinTablesInSlices(table, list, matches, policy, scale));
}

/** Join as `joinTables` does, in slices of a few milliseconds. */
function* joinTablesInSlices(
  table: CustomerTable,
  list: CustomerList,
  matches: CustomerMatches,
  policy: Policy,
  scale?: number,
): Slices<JoinedTables> {
  const entryOf = (customer: number) => matches.entry[customer];
  const isExcluded = (customer: number) => list.numbers.excluded[entryOf(customer)] === 1;
  const owing = (customer: number): Owing => ({
    name: table.customers[customer],
    exposure: table.metrics.exposure[customer],
  });

  const said = yield* measureEntriesInSlices(list, table.asOf, policy);
  const joined = yield* joinedTableInSlices(table, { list, matches, said }, scale);
  yield;
  const everybody = placesUpTo(table.customers.length);
  const excluded = Array.from(everybody.filter(isExcluded), owing).sort(largestFirst);
  yield;
  const isUnmatched = (customer: number) => entryOf(customer) <= noEntry;
  const unmatchedCustomers = Array.from(everybody.filter(isUnmatched), customer => ({
    ...owing(customer),
    hasSeveral: entryOf(customer) === severalEntries,
  })).sort(largestFirst);
  yield;
  const unmatchedEntries = Array.from(matches.unmatchedEntries, entry => ({
    name: list.customers[entry],
    exposure: list.numbers.exposure[entry],
  })).sort(largestFirst);
  return { table: joined, excluded, unmatchedCustomers, unmatchedEntries };
}

/** A customer list as it is joined: measured once, however often the ledger is edited. */
export interface MeasuredList {
  readonly list: CustomerList;
  readonly matches: CustomerMatches;
  /** Of the entries, at the day of the ledger's table. */
  readonly said: MeasuredEntries;
}

/** Give the table of `joinTables` alone, in slices of a few milliseconds. */
export function* joinedTableInSlices(
  table: CustomerTable,
  { list, matches, said }: MeasuredList,
  scale: number | undefined,
): Slices<CustomerTable> {
  const kept = placesUpTo(table.customers.length).filter(
    customer => list.numbers.excluded[matches.entry[customer]] !== 1,
  );
  yield;
  const isWhole = kept.length === table.customers.length;
  const customers = isWhole ? table.customers : Array.from(kept, customer => table.customers[customer]);
  const listed = Uint8Array.from(kept, customer => table.listed[customer]);
  const entries = kept.map(customer => matches.entry[customer]);
  yield;
  const { metrics: stated, altmanModel } = said;
  const columns = new Map<MetricName, Float64Array>();
  for (const name of metricNames) {
    columns.set(name, joinedMetric(name, pickRows(table.metrics[name], kept), stated[name], entries));
    yield;
  }
  const metrics = recordOf(metricNames, name => columns.get(name)!);
  for (let customer = 0; customer < kept.length; customer += 1)
    metrics.utilization[customer] = ratio(metrics.exposure[customer], metrics.creditLimit[customer]);
  yield;
  measureShares(metrics, scale);
  yield;
  const buckets: Float64Array[] = [];
  for (const bucket of table.buckets) {
    buckets.push(pickRows(bucket, kept));
    yield;
  }
  if (table.measured.has('ranking')) yield* measureRanksInSlices(customers, metrics, listed);
  const texts = new Map<CustomerText, readonly string[]>();
  for (const field of customerTexts) {
    texts.set(
      field,
      Array.from(entries, entry => list.texts[field][entry] ?? ''),
    );
    yield;
  }
  return {
    asOf: table.asOf,
    customers,
    listed,
    measured: table.measured,
    metrics,
    buckets,
    rowsOf: customer => table.rowsOf(kept[customer]),
    ...(altmanModel && { altmanModel }),
    texts: recordOf(customerTexts, field => texts.get(field)!),
  };
}

/** @param measured A column of its own, which is written over. */
function joinedMetric(
  name: MetricName,
  measured: Float64Array,
  stated: Float64Array,
  entries: Int32Array,
): Float64Array {
  const ofList = (customer: number) => stated[entries[customer]] ?? Number.NaN;
  const first = (one: number, other: number) => (Number.isNaN(one) ? other : one);
  const write = (joined: (value: number, customer: number) => number): void => {
    for (let customer = 0; customer < measured.length; customer += 1)
      measured[customer] = joined(measured[customer], customer);
  };
  if (name === 'tenureYears') {
    write((years, customer) => Math.max(first(years, ofList(customer)), first(ofList(customer), years)));
  } else if (listKnowsBetter.includes(name)) write((value, customer) => first(ofList(customer), value));
  else if (listFillsIn.includes(name) && measured.every(Number.isNaN))
    write((_, customer) => ofList(customer));
  return measured;
}
