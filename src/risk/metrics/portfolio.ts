import type { Policy } from '../policy/policy';
import { herfindahl } from './concentration';
import { exactSum } from './exactSum';
import type { CustomerTable, Portfolio } from './metric';
import { type MetricColumns, ratio, shareOfExposure } from './metricColumns';

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
 * @example measurePortfolio(table, policy, { scale: 100, unplaced: 0 }).dso //=> 23.7438321467
 */
export function measurePortfolio(
  { metrics, buckets }: CustomerTable,
  policy: Policy,
  { scale, unplaced = 0 }: PortfolioSource = {},
): Portfolio {
  const sum = (column: Float64Array) => exactSum(column, scale);
  const exposure = sum(metrics.exposure);
  const overdue = sum(metrics.overdue);
  const sales = sum(metrics.sales);
  return {
    exposure,
    overdue,
    overdueShare: shareOfExposure(overdue, exposureWhereKnown(metrics)),
    sales,
    dso: ratio(exposure, sales) * policy.settings.windowDays,
    topShare: metrics.share.reduce(
      (top, share) => (Number.isNaN(top) || share > top ? share : top),
      Number.NaN,
    ),
    hhi: herfindahl(metrics.exposure),
    buckets: buckets.map(sum),
    unappliedCredits: sum(metrics.unappliedCredits),
    unplaced,
    openCount: sum(metrics.openCount),
    // Rates make fractions of a cent, which the scale would round away one by one.
    expectedLoss: exactSum(metrics.expectedLoss),
  };
}

function exposureWhereKnown({ exposure, overdue }: MetricColumns): number {
  return exposure.reduce((sum, amount, customer) => {
    const isKnown = !Number.isNaN(amount) && !Number.isNaN(overdue[customer]!);
    return isKnown ? sum + amount : sum;
  }, 0);
}
