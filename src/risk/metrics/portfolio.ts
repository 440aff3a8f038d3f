import type { Policy } from '../policy/policy';
import type { Slices } from '../slices';
import { exactSum } from './exactSum';
import { herfindahl } from './formulas/concentration';
import type { CustomerTable, Portfolio } from './table/metric';
import { type MetricColumns, ratio, shareOfExposure } from './table/metricColumns';

/** What the customers' figures do not tell about the whole. */
export interface PortfolioSource {
  /** Amounts are whole numbers of 1 / scale, so that sums of them can be exact; absent where that is not known. */
  readonly scale?: number;
  /** Amount of rows that could not be placed, in currency units. */
  readonly unplaced?: number;
}

/**
 * Sum the customers up to the whole portfolio.
 *
 * @returns Money in currency units. A figure that no customer has is NaN; customers without it are left out of its sum.
 *   Exposure = buckets + unapplied credits; exposure + unplaced is the control total of a ledger of which nothing is settled.
 *   The overdue share is of the
 *   exposure of customers whose overdue amount is known.
 * @example finishSlices(measurePortfolioInSlices(table, policy, { scale: 100, unplaced: 0 })).dso //=> 23.7438321467
 */
export function* measurePortfolioInSlices(
  { metrics, buckets }: CustomerTable,
  policy: Policy,
  { scale, unplaced = 0 }: PortfolioSource = {},
): Slices<Portfolio> {
  const summed = yield* sumColumns(buckets, scale);
  // An age that is not known of every customer has no sum: a part of it would look like all.
  const isPart = (bucket: number) => bucket > 0 && buckets[bucket].some(Number.isNaN);
  const byBucket = summed.map((sum, bucket) => (isPart(bucket) ? Number.NaN : sum));
  const [exposure, overdue, sales, unappliedCredits, openCount] = yield* sumColumns(
    [metrics.exposure, metrics.overdue, metrics.sales, metrics.unappliedCredits, metrics.openCount],
    scale,
  );
  // Rates make fractions of a cent, which the scale would round away one by one.
  const [expectedLoss] = yield* sumColumns([metrics.expectedLoss]);
  const overdueShare = shareOfExposure(overdue, exposureWhereKnown(metrics));
  yield;
  const hhi = herfindahl(metrics.exposure);
  yield;
  return {
    exposure,
    overdue,
    overdueShare,
    sales,
    dso: metrics.dso.every(Number.isNaN) ? Number.NaN : ratio(exposure, sales) * policy.settings.windowDays,
    topShare: largest(metrics.share),
    hhi,
    buckets: byBucket,
    unappliedCredits,
    unplaced,
    openCount,
    expectedLoss,
  };
}

function* sumColumns(columns: readonly Float64Array[], scale?: number): Slices<number[]> {
  const sums: number[] = [];
  for (const column of columns) {
    sums.push(exactSum(column, scale));
    yield;
  }
  return sums;
}

function largest(shares: Float64Array): number {
  let top = Number.NaN;
  for (const share of shares) if (Number.isNaN(top) || share > top) top = share;
  return top;
}

function exposureWhereKnown({ exposure, overdue }: MetricColumns): number {
  return exposure.reduce((sum, amount, customer) => {
    const isKnown = !Number.isNaN(amount) && !Number.isNaN(overdue[customer]);
    return isKnown ? sum + amount : sum;
  }, 0);
}
