import { type CustomerText, customerTexts, recordOf } from '../ledger/customerList/customerFields';
import type { CustomerList } from '../ledger/customerList/customerList';
import type { MeasuredEntries } from '../metrics/customers/customerListMetrics';
import { measureShares, standingMetrics } from '../metrics/customers/standing';
import { placesUpTo } from '../metrics/placesUpTo';
import { type CustomerTable, type MetricName, metricNames } from '../metrics/table/metric';
import { pickRows, ratio } from '../metrics/table/metricColumns';
import type { Slices } from '../slices';
import type { CustomerMatches } from './matchCustomers';

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

/** A customer list as it is joined: measured once, however often the ledger is edited. */
export interface MeasuredList {
  readonly list: CustomerList;
  readonly matches: CustomerMatches;
  /** Of the entries, at the day of the ledger's table. */
  readonly said: MeasuredEntries;
}

/** A ledger's table that was joined with the same list, and what came of it. */
export interface JoinedBefore {
  readonly whole: CustomerTable;
  readonly joined: CustomerTable;
}

/**
 * Add what a customer list says to the customers of a ledger, in slices of a few milliseconds.
 *
 * The list decides limit, terms, contract, statements, rating, review, insolvency and guarantee where it states them; the ledger decides what
 * it measures: exposure, ageing, sales, payment behaviour. Tenure is the longer of both, since an extract of a ledger rarely begins with the
 * first invoice. Utilization, shares and ranks follow. Customers that the list excludes leave the table; those without an entry stay as they are.
 *
 * @param table Measured from the ledger, all groups that are wanted: `measureMoreInSlices` knows the ledger only.
 * @param scale Exposures are whole numbers of 1 / scale; absent where that is not known.
 * @param before Of the same customers: columns that are shared with the table of before are so in what is joined, and only the others are joined anew.
 * @returns Texts of the list per customer, `''` for those without an entry.
 * @example finishSlices(joinedTableInSlices(table, { list, matches, said }, 100)).metrics.creditLimit[0] //=> 50_000
 */
export function* joinedTableInSlices(
  table: CustomerTable,
  { list, matches, said }: MeasuredList,
  scale: number | undefined,
  before: JoinedBefore | null = null,
): Slices<CustomerTable> {
  const kept = placesUpTo(table.customers.length).filter(
    customer => list.numbers.excluded[matches.entry[customer]] !== 1,
  );
  yield;
  const isWhole = kept.length === table.customers.length;
  const keptNames = () =>
    before?.whole.customers === table.customers
      ? before.joined.customers
      : Array.from(kept, customer => table.customers[customer]);
  const customers = isWhole ? table.customers : keptNames();
  const listed = Uint8Array.from(kept, customer => table.listed[customer]);
  const entries = kept.map(customer => matches.entry[customer]);
  yield;
  const { metrics: stated, altmanModel } = said;
  const columns = new Map<MetricName, Float64Array>();
  for (const name of metricNames) {
    const column = table.metrics[name];
    const isAsBefore = column === before?.whole.metrics[name] && !writtenLater.has(name);
    const joined = () => joinedMetric(name, pickRows(column, kept), stated[name], entries);
    columns.set(name, isAsBefore ? before.joined.metrics[name] : joined());
    yield;
  }
  const metrics = recordOf(metricNames, name => columns.get(name)!);
  for (let customer = 0; customer < kept.length; customer += 1)
    metrics.utilization[customer] = ratio(metrics.exposure[customer], metrics.creditLimit[customer]);
  yield;
  measureShares(metrics, scale);
  yield;
  const buckets: Float64Array[] = [];
  for (const [index, bucket] of table.buckets.entries()) {
    const isAsBefore = bucket === before?.whole.buckets[index];
    buckets.push(isAsBefore ? before.joined.buckets[index] : pickRows(bucket, kept));
    yield;
  }
  if (table.measured.has('ranking')) closeRanks(metrics.rank, table.metrics.rank, kept);
  yield;
  const texts = before?.joined.texts ?? (yield* textsOf(list, entries, table.texts, kept));
  return {
    asOf: table.asOf,
    customers,
    listed,
    isOpenItemsOnly: table.isOpenItemsOnly,
    measured: table.measured,
    metrics,
    buckets,
    rowsOf: customer => table.rowsOf(kept[customer]),
    ...(altmanModel && { altmanModel }),
    texts,
  };
}

/** What follows from other columns once they are joined: columns of their own, which are written over. */
const writtenLater: ReadonlySet<MetricName> = new Set(['utilization', ...standingMetrics]);

/** The list says it, else the rows of the ledger. */
function* textsOf(
  list: CustomerList,
  entries: Int32Array,
  inRows: CustomerTable['texts'],
  kept: Int32Array,
): Slices<Readonly<Record<CustomerText, readonly string[]>>> {
  const texts = new Map<CustomerText, readonly string[]>();
  for (const field of customerTexts) {
    texts.set(
      field,
      Array.from(entries, (entry, index) => list.texts[field][entry] || inRows?.[field][kept[index]] || ''),
    );
    yield;
  }
  return recordOf(customerTexts, field => texts.get(field)!);
}

/**
 * Write the ranks of those who stay: as many fewer as others left from before them. Who owes what is not the list's to say, so nobody passes another.
 */
function closeRanks(rank: Float64Array, ranksBefore: Float64Array, kept: Int32Array): void {
  const customerAt = new Int32Array(ranksBefore.length + 1).fill(-1);
  for (let customer = 0; customer < kept.length; customer += 1) {
    const before = ranksBefore[kept[customer]];
    rank[customer] = Number.NaN;
    if (!Number.isNaN(before)) customerAt[before] = customer;
  }
  let next = 1;
  for (const customer of customerAt) {
    if (customer < 0) continue;
    rank[customer] = next;
    next += 1;
  }
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
