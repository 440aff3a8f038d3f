import type { CustomerAges } from '../../ledger/customerList/customerAges';
import type { AgeingColumn } from '../../ledger/ledger';
import type { Bucket, Policy } from '../../policy/policy';
import type { Slices } from '../../slices';
import { expectedLoss } from '../formulas/allowance';
import { type MetricColumns, zeroColumnsInSlices } from '../table/metricColumns';

/** Customers that are measured before the work stops for others. */
const customersInSlice = 2048;

/**
 * Measure what the ages of a customer list tell: the policy's buckets, and of the metrics what is older than the days of the rule agedAmount, the
 * expected loss, and that nothing is overdue. An age that lies in several buckets leaves these unknown where it has money; so do ages that
 * count from another date than the policy's. The first bucket is what is not due. In slices of a few milliseconds.
 *
 * @param metrics of the list's customers; only what is unknown is filled in
 * @returns Per bucket of the policy one value a customer, NaN where unknown.
 */
export function* measureAgesInSlices(
  { basis, columns, amounts }: CustomerAges,
  metrics: MetricColumns,
  { buckets, rules, settings }: Policy,
): Slices<Float64Array[]> {
  const count = metrics.exposure.length;
  const measured = yield* zeroColumnsInSlices(buckets.length, count);
  for (const column of measured) column.fill(Number.NaN);
  if (basis !== settings.ageBy) return measured;
  const agedDays = rules.find(rule => rule.id === 'agedAmount')?.threshold ?? Number.NaN;
  const lossRates = buckets.map(({ lossRate }) => lossRate);
  const placesOf = columns.map(column => buckets.map(bucket => placeIn(column, bucket)));
  const stated = amounts.filter((_, index) => columns[index].isNotDue);
  for (let customer = 0; customer < count; customer += 1) {
    if (customer % customersInSlice === 0) yield;
    const byBucket = buckets.map((_, bucket) =>
      columns.reduce((sum, _column, index) => {
        const amount = amounts[index][customer];
        return amount === 0 ? sum : sum + amount * placesOf[index][bucket];
      }, 0),
    );
    if (stated.length > 0)
      metrics.notDue[customer] = toCents(stated.reduce((sum, column) => sum + column[customer], 0));
    if (basis === 'dueDate') byBucket[0] = metrics.notDue[customer];
    for (const [bucket, amount] of byBucket.entries()) measured[bucket][customer] = toCents(amount);
    derive(metrics.expectedLoss, customer, expectedLoss(byBucket, lossRates));
    if (basis !== 'dueDate') continue;
    const aged = columns.reduce((sum, column, index) => {
      const amount = amounts[index][customer];
      return amount === 0 || column.isNotDue ? sum : sum + amount * shareAfter(column, agedDays);
    }, 0);
    derive(metrics.agedAmount, customer, toCents(aged));
    if (metrics.overdue[customer] === 0) derive(metrics.oldestDays, customer, 0);
  }
  return measured;
}

/** 1 where an age lies in a bucket, 0 where it lies outside, NaN where a part of it may lie there. */
function placeIn({ isNotDue, fromDay, toDay }: AgeingColumn, bucket: Bucket): number {
  if (isNotDue) return 0;
  if (fromDay >= bucket.fromDay && toDay <= bucket.toDay) return 1;
  const isOutside = toDay < bucket.fromDay || fromDay > bucket.toDay || bucket.toDay <= 0;
  return isOutside ? 0 : Number.NaN;
}

/** 1 where all of an age is older than so many days, 0 where none is, NaN where it can be either. */
function shareAfter({ fromDay, toDay }: AgeingColumn, days: number): number {
  if (fromDay > days) return 1;
  return toDay <= days ? 0 : Number.NaN;
}

function derive(column: Float64Array, customer: number, value: number): void {
  if (Number.isNaN(column[customer])) column[customer] = value;
}

/** Sums of a few amounts are off by less than this. */
const toCents = (amount: number): number => Math.round(amount * 10_000) / 10_000;
