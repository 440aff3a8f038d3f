import type { CustomerNumber } from '../../ledger/customerList/customerFields';
import { type CustomerList, withoutExcluded } from '../../ledger/customerList/customerList';
import type { Policy } from '../../policy/policy';
import type { Slices } from '../../slices';
import type { AltmanModel } from '../formulas/altmanZ';
import { externalRatings } from '../formulas/externalRating';
import { statementRatiosInSlices } from '../formulas/statementRatios';
import { type CustomerTable, type MetricName, metricGroups, metricNames } from '../table/metric';
import {
  type MetricColumns,
  ratio,
  shareOfExposure,
  unknownExceptInSlices,
  zeroColumnsInSlices,
} from '../table/metricColumns';
import { measureAgesInSlices } from './listAges';
import { measureRanksInSlices, measureShares } from './standing';

const daysPerYear = 365.25;

/** What the list says itself, under the same name. */
const given = [
  'exposure',
  'overdue',
  'overdueShare',
  'oldestDays',
  'daysBeyondTerms',
  'delayRate',
  'sales',
  'dso',
  'creditLimit',
  'disputedShare',
  'termsDays',
  'tenureYears',
  'contractEnd',
] as const satisfies readonly (MetricName & CustomerNumber)[];

/**
 * Measure every customer of a customer list: take what the list says, derive what follows from it, leave the rest unknown.
 *
 * Derived where the list does not say: overdue amount and share from each other, not due, disputed amount, utilization, share of the total,
 * DSO and turnover (sales taken as those of the policy's window), tenure from the contract's start, days since the last review, ratios of
 * the statements. Of the buckets only the first is known, where the list has no columns of ages. Customers that the list excludes are not in the table.
 *
 * @param source Columns in currency units, NaN where missing; one entry a row, rows are not merged.
 * @param asOf Excel serial day in the list's date system.
 * @example finishSlices(measureListInSlices(list, 45473, defaultPolicy)).metrics.utilization[0] //=> 0.8
 */
export function* measureListInSlices(
  source: CustomerList,
  asOf: number,
  policy: Policy,
): Slices<CustomerTable> {
  const list = withoutExcluded(source);
  yield;
  const { metrics, altmanModel } = yield* measureEntriesInSlices(list, asOf, policy);
  const buckets = list.ages
    ? yield* measureAgesInSlices(list.ages, metrics, policy)
    : yield* onlyNotDue(metrics, policy);
  yield;
  measureShares(metrics);
  const listed = new Uint8Array(list.rowCount).fill(1);
  yield* measureRanksInSlices(list.customers, metrics, listed);
  return {
    asOf: Math.floor(asOf),
    customers: list.customers,
    listed,
    isOpenItemsOnly: false,
    measured: new Set(metricGroups),
    metrics,
    buckets,
    rowsOf: entry => list.sheetRow.slice(entry, entry + 1),
    texts: list.texts,
    ...(altmanModel && { altmanModel }),
  };
}

/** A list that says nothing of ages knows what is not due at most. */
function* onlyNotDue({ notDue }: MetricColumns, { buckets }: Policy): Slices<Float64Array[]> {
  const columns = yield* zeroColumnsInSlices(buckets.length, notDue.length);
  for (const [index, column] of columns.entries()) {
    if (index === 0) column.set(notDue);
    else column.fill(Number.NaN);
  }
  return columns;
}

/** Entries that are measured before the work stops for others. */
const entriesInSlice = 2048;

/** What a list says of its entries. */
export interface MeasuredEntries {
  readonly metrics: MetricColumns;
  /** Null where nobody's statements give a score, or the list states it. */
  readonly altmanModel: AltmanModel | null;
}

/** Measure every entry of a list by itself, excluded ones too and without its standing among the others, in slices of a few milliseconds. */
export function* measureEntriesInSlices(
  list: CustomerList,
  asOf: number,
  { settings }: Policy,
): Slices<MeasuredEntries> {
  const day = Math.floor(asOf);
  const metrics = yield* unknownExceptInSlices(list.rowCount, metricNames);
  yield;
  for (const name of given) metrics[name].set(list.numbers[name]);
  yield;
  for (let first = 0; first < list.rowCount; first += entriesInSlice) {
    const end = Math.min(list.rowCount, first + entriesInSlice);
    for (let entry = first; entry < end; entry += 1) deriveMetrics(list, entry, day, settings, metrics);
    yield;
  }
  const altmanModel = yield* writeFacts(list, day, metrics);
  yield;
  return { metrics, altmanModel };
}

/** Derive what follows from what the list says of one customer, where it does not say it itself. */
function deriveMetrics(
  { numbers }: CustomerList,
  entry: number,
  day: number,
  { windowDays }: Policy['settings'],
  metrics: MetricColumns,
): void {
  const derive = (name: MetricName, value: number) => {
    if (Number.isNaN(metrics[name][entry])) metrics[name][entry] = value;
  };
  const exposure = metrics.exposure[entry];
  derive('overdueShare', shareOfExposure(metrics.overdue[entry], exposure));
  derive('overdue', metrics.overdueShare[entry] * exposure);
  derive('notDue', exposure - metrics.overdue[entry]);
  derive('disputed', metrics.disputedShare[entry] * exposure);
  derive('utilization', ratio(exposure, metrics.creditLimit[entry]));
  derive('dso', ratio(exposure, metrics.sales[entry]) * windowDays);
  derive('turnover', ratio(metrics.sales[entry], exposure));
  const contractYears = (day - numbers.contractStart[entry]) / daysPerYear;
  if (contractYears >= 0) derive('tenureYears', contractYears);
}

/** What a list tells beyond trade figures: statements, rating, review, insolvency, guarantee; gives the model of the Altman scores. */
function* writeFacts(
  { numbers, texts }: CustomerList,
  day: number,
  metrics: MetricColumns,
): Slices<AltmanModel | null> {
  const { altmanModel, ...ratios } = yield* statementRatiosInSlices(numbers);
  yield;
  for (const [name, values] of Object.entries(ratios)) metrics[name as keyof typeof ratios].set(values);
  yield;
  metrics.externalRating.set(externalRatings(texts.rating));
  yield;
  metrics.daysSinceReview.set(
    numbers.lastReview.map(reviewed => (reviewed <= day ? day - reviewed : Number.NaN)),
  );
  metrics.insolvent.set(numbers.insolvent);
  metrics.guaranteed.set(
    numbers.guarantee.map(amount => (Number.isNaN(amount) ? amount : Number(amount > 0))),
  );
  return altmanModel;
}
