/** What a series of snapshots says of the whole: how balances rolled from bucket to bucket, and who stopped buying. */
import { exactSum } from '../metrics/exactSum';
import { lossRates, rollRate } from '../metrics/formulas/rollRates';
import { fail, type Outcome, succeed } from '../problem';
import type { CustomerPairs, Snapshot } from './snapshot';

/** How balances rolled on, between snapshots about a bucket's width apart. */
export interface SnapshotRollRates {
  /** Serial days of the snapshots that were used, ascending. */
  readonly days: readonly number[];
  /** Last day of each bucket but the open one. */
  readonly bounds: readonly number[];
  /** Per snapshot, what stood in each bucket, not due first. */
  readonly balances: readonly (readonly number[])[];
  /** Per bucket but the last: the share that stood in the next bucket one snapshot later. */
  readonly rollRates: readonly number[];
  /** Per bucket: the share of it that ends in the last one. */
  readonly lossRates: Float64Array;
}

/** How far from a bucket's width two snapshots may lie apart and still tell of one step: a month has 28 to 31 days, and weekends come. */
const widthTolerance = 0.25;

/**
 * Measure roll rates between snapshots. Used are the latest and, going back, those that lie about a bucket's width (that of the second
 * bucket, 30 days by default) before the one used last; snapshots of other bounds are of no use.
 *
 * @param snapshots By day, of one currency.
 * @returns `balancesTooFew` where no two snapshots lie so apart.
 * @example snapshotRollRates(snapshots).value.rollRates //=> [0.12, 0.35, 0.61, 0.8]
 */
export function snapshotRollRates(snapshots: readonly Snapshot[]): Outcome<SnapshotRollRates> {
  const used = widthApart(snapshots);
  if (used.length < 2) return fail('notAvailable', 'balancesTooFew', { argument: 'balances' });
  const balances = used.map(({ buckets }) => buckets.map(bucket => exactSum(bucket) || 0));
  return succeed({
    days: used.map(({ asOf }) => asOf),
    bounds: used[0].bounds,
    balances,
    rollRates: used[0].bounds.map((_, bucket) => rollRate(balances, bucket)),
    lossRates: lossRates(balances),
  });
}

function widthApart(snapshots: readonly Snapshot[]): Snapshot[] {
  const latest = snapshots.findLast(({ bounds }) => bounds.length >= 2);
  if (!latest) return [];
  const width = latest.bounds[1] - latest.bounds[0];
  const used = [latest];
  const isAlike = ({ bounds }: Snapshot) => bounds.join() === latest.bounds.join();
  const offStep = (snapshot: Snapshot) => Math.abs(used[0].asOf - snapshot.asOf - width);
  for (;;) {
    const near = snapshots.filter(
      snapshot => isAlike(snapshot) && offStep(snapshot) <= width * widthTolerance,
    );
    if (near.length === 0) return used;
    used.unshift(near.reduce((best, other) => (offStep(other) < offStep(best) ? other : best)));
  }
}

/**
 * Measure churn between two snapshots: of the customers that bought in the window before the first, the share that is gone, or bought nothing
 * in the window before the second.
 *
 * @param pairs Of the two.
 * @returns 0–1; `nobodyActive` where nobody bought before, also where the snapshots hold no sales.
 */
export function snapshotChurn(before: Snapshot, after: Snapshot, { place }: CustomerPairs): Outcome<number> {
  const isGone = before.sales.map(sales => Number(sales > 0));
  const active = countOnes(isGone);
  if (active === 0) return fail('notAvailable', 'nobodyActive', { argument: 'dates' });
  // Marked instead of counted: one customer of before may be two by now.
  place.forEach((earlier, customer) => {
    if (earlier >= 0 && after.sales[customer] > 0) isGone[earlier] = 0;
  });
  return succeed(countOnes(isGone) / active);
}

const countOnes = (marks: Float64Array): number => marks.reduce((count, mark) => count + mark, 0);
