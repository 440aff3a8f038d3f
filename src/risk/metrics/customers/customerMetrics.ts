import type { Ledger } from '../../ledger/ledger';
import type { Policy } from '../../policy/policy';
import { finishSlices, type Slices } from '../../slices';
import { keepsSettled } from '../ledgerEvidence';
import { type CustomerTable, type MetricGroup, type MetricName, metricGroups } from '../table/metric';
import { type MetricColumns, unknownExceptInSlices, zeroColumnsInSlices } from '../table/metricColumns';
import { alwaysMeasured, groupsNeeded, metricsOfGroup } from '../table/metricGroups';
import { type ItemsByCustomer, itemsByCustomer } from './customerItems';
import type { CustomerMeasure, MeasuredInParts, Measurement } from './customerMeasure';
import { customerRows } from './customerRows';
import { OpenPosition } from './openPosition';
import { OrderHabits } from './orderHabits';
import { PaymentRecord } from './paymentRecord';
import { ReceivablesHistory } from './receivablesHistory';
import { saidInRows } from './saidInRows';
import { SalesHistory } from './salesHistory';
import { measureRanksInSlices, measureShares } from './standing';

/** Which groups to measure: those that are always measured come in any case. */
export type WantedGroups = readonly MetricGroup[] | 'all';

/**
 * Items that are measured before the work stops for others: those of few enough customers to stay in a processor's cache meanwhile, and to be
 * measured in a few milliseconds also by an engine that has not made the measures fast yet.
 */
const itemsInSlice = 2_048;
/** A customer with more of them is measured one group a slice, and what goes in parts so many at once. */
const itemsAtOnce = 32_768;

/** What is known of a customer without items: they owe nothing. */
const nothingOwed: readonly MetricName[] = ['exposure', 'notDue', 'overdue', 'unappliedCredits', 'openCount'];

/** How a group is measured, customer by customer; rank is measured among all of them. */
const measures: Readonly<Record<Exclude<MetricGroup, 'ranking'>, (what: Measurement) => CustomerMeasure>> = {
  position: what => new OpenPosition(what),
  payments: what => new PaymentRecord(what),
  // What is owed in proportion to what is sold: after the position.
  sales: what => new SalesHistory(what),
  history: what => new ReceivablesHistory(what),
  orders: what => new OrderHabits(what),
};

/**
 * Measure every customer of a ledger as it stood at the end of a day.
 *
 * Exposure = buckets + unapplied credits for each customer, exactly: sums are made in the ledger's whole units and divided once.
 * A customer without a single item by then owes nothing, nothing else is known of them, and they are not listed. What each metric means is said where its group is
 * measured: `OpenPosition`, `PaymentRecord`, `SalesHistory`, `ReceivablesHistory`, `OrderHabits`, and `standing` for share and rank.
 *
 * @param ledger Typed columns as the reader gives them.
 * @param asOf Excel serial day in the ledger's date system; a time of day is cut off.
 * @param policy Its buckets, settings, and the days of the rule agedAmount.
 * @param groups By default those that the policy's factors and rules read; metrics of others are NaN, and `measureMoreInSlices` adds them.
 * @returns One entry a customer in the order of `ledger.customers`; rows of a customer with open items first, listed when first asked for.
 * @example measureLedger(ledger, 41455, defaultPolicy).metrics.exposure[0] //=> 84.5
 */
export function measureLedger(
  ledger: Ledger,
  asOf: number,
  policy: Policy,
  groups?: WantedGroups,
): CustomerTable {
  return finishSlices(measureLedgerInSlices(ledger, asOf, policy, groups));
}

/** Measure as `measureLedger` does, in slices of a few milliseconds. */
export function* measureLedgerInSlices(
  ledger: Ledger,
  asOf: number,
  policy: Policy,
  groups: WantedGroups = groupsNeeded(policy),
): Slices<CustomerTable> {
  const day = Math.floor(asOf);
  const customerCount = ledger.customers.length;
  const wanted = metricGroups.filter(group => alwaysMeasured.includes(group) || isWanted(group, groups));
  const metrics = yield* unknownExceptInSlices(customerCount, metricsOf(wanted));
  const buckets = yield* zeroColumnsInSlices(policy.buckets.length, customerCount);
  const listed = new Uint8Array(customerCount);
  writeNothingOwed(ledger, metrics, 0, customerCount);
  yield;
  const isOpenItemsOnly = yield* measureGroups(ledger, day, policy, wanted, { listed, metrics, buckets });
  return customerTable(ledger, day, new Set(wanted), { listed, metrics, buckets, isOpenItemsOnly });
}

/**
 * Add groups of metrics to a table that was measured without them.
 *
 * @param ledger The one the table was measured from, unchanged since.
 * @param policy The one it was measured by.
 * @returns The same table where nothing was missing, else one that shares the columns that were there.
 * @example finishSlices(measureMoreInSlices(ledger, table, policy, 'all')).metrics.collectionEffectiveness[0] //=> 0.87
 */
export function* measureMoreInSlices(
  ledger: Ledger,
  table: CustomerTable,
  policy: Policy,
  groups: WantedGroups,
): Slices<CustomerTable> {
  const missing = metricGroups.filter(group => !table.measured.has(group) && isWanted(group, groups));
  if (missing.length === 0) return table;
  const names = metricsOf(missing);
  const added = yield* unknownExceptInSlices(table.customers.length, names);
  const more = names.map(name => [name, added[name]]);
  const metrics: MetricColumns = { ...table.metrics, ...Object.fromEntries(more) };
  const { listed, buckets, isOpenItemsOnly } = table;
  yield* measureGroups(ledger, table.asOf, policy, missing, { listed, metrics, buckets });
  const measured = new Set([...table.measured, ...missing]);
  return customerTable(ledger, table.asOf, measured, { listed, metrics, buckets, isOpenItemsOnly });
}

/** What is written into while customers are measured. */
type MeasuredColumns = Pick<CustomerTable, 'listed' | 'metrics' | 'buckets'>;

const isWanted = (group: MetricGroup, groups: WantedGroups): boolean =>
  groups === 'all' || groups.includes(group);

const metricsOf = (groups: readonly MetricGroup[]): readonly MetricName[] =>
  groups.flatMap(group => metricsOfGroup[group]);

/** Write what is known of customers before any item of theirs is looked at. */
export function writeNothingOwed(ledger: Ledger, metrics: MetricColumns, from: number, to: number): void {
  for (const name of nothingOwed) metrics[name].fill(0, from, to);
  for (let customer = from; customer < to; customer += 1) {
    metrics.creditLimit[customer] = ledger.creditLimit[customer] / ledger.scale;
  }
}

/** Make the measures of some groups, in the order in which they build on each other, one a slice. */
export function* measuresInSlices(
  groups: readonly MetricGroup[],
  what: Measurement,
): Slices<readonly CustomerMeasure[]> {
  const made: CustomerMeasure[] = [];
  for (const group of metricGroups) {
    if (group === 'ranking' || !groups.includes(group)) continue;
    made.push(measures[group](what));
    yield;
  }
  return made;
}

/** @returns Whether the ledger turned out to list open items alone; false where only ranks were wanted. */
function* measureGroups(
  ledger: Ledger,
  asOf: number,
  policy: Policy,
  groups: readonly MetricGroup[],
  { listed, metrics, buckets }: MeasuredColumns,
): Slices<boolean> {
  const ofCustomers = groups.filter(group => group !== 'ranking');
  let isOpenItemsOnly = false;
  if (ofCustomers.length > 0) {
    const byCustomer = yield* itemsByCustomer(ledger, asOf);
    listWhoIsThere(listed, byCustomer);
    yield;
    const { told, items } = byCustomer;
    const what = { ledger, asOf, policy, told, items, metrics, buckets };
    yield* measureCustomers(yield* measuresInSlices(groups, what), byCustomer);
    isOpenItemsOnly = !keepsSettled(told);
  }
  if (groups.includes('position')) {
    measureShares(metrics, ledger.scale);
    yield;
  }
  if (groups.includes('ranking')) yield* measureRanksInSlices(ledger.customers, metrics, listed);
  return isOpenItemsOnly;
}

function* measureCustomers(
  customerMeasures: readonly CustomerMeasure[],
  byCustomer: ItemsByCustomer,
): Slices<void> {
  const { from } = byCustomer;
  let first = 0;
  while (first < from.length) {
    const end = endOfSlice(byCustomer, first);
    const isLong = byCustomer.to[end - 1] - from[first] > itemsAtOnce;
    for (const measure of customerMeasures) {
      if (isLong && measure.parts) yield* measureInParts(measure.parts, byCustomer, first, end);
      else measureWith(measure, byCustomer, first, end);
      if (isLong) yield;
    }
    first = end;
    yield;
  }
}

function* measureInParts(
  parts: MeasuredInParts,
  { from, to }: ItemsByCustomer,
  first: number,
  end: number,
): Slices<void> {
  for (let customer = first; customer < end; customer += 1) {
    if (from[customer] === to[customer]) continue;
    parts.begin();
    for (let item = from[customer]; item < to[customer]; item += itemsAtOnce) {
      parts.take(item, Math.min(to[customer], item + itemsAtOnce));
      if (item + itemsAtOnce < to[customer]) yield;
    }
    parts.finish(customer);
  }
}

/** The customer after those whose items are measured in a slice with the first one's. */
function endOfSlice({ from }: ItemsByCustomer, first: number): number {
  const latest = from[first] + itemsInSlice;
  let end = first + 1;
  while (end < from.length && from[end] < latest && end - first < itemsInSlice) end += 1;
  return end;
}

/** Who has items was there by the as-of day. */
function listWhoIsThere(listed: Uint8Array, { from, to }: ItemsByCustomer): void {
  for (let customer = 0; customer < listed.length; customer += 1) {
    listed[customer] = Number(from[customer] < to[customer]);
  }
}

function measureWith(
  measure: CustomerMeasure,
  { from, to }: ItemsByCustomer,
  first: number,
  end: number,
): void {
  for (let customer = first; customer < end; customer += 1) {
    const hasItems = from[customer] < to[customer];
    if (hasItems) measure.measure(customer, from[customer], to[customer]);
  }
}

function customerTable(
  ledger: Ledger,
  asOf: number,
  measured: ReadonlySet<MetricGroup>,
  columns: MeasuredColumns & Pick<CustomerTable, 'isOpenItemsOnly'>,
): CustomerTable {
  return {
    asOf,
    customers: ledger.customers,
    measured,
    ...columns,
    rowsOf: customerRows(ledger, asOf),
    ...saidInRows(ledger),
  };
}
