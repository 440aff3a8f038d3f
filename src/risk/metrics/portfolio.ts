import type { Policy } from '../policy/policy';
import { herfindahl } from './concentration';
import { exactSum } from './exactSum';
import type { CustomerTable, Portfolio } from './metric';
import { ratio } from './metricColumns';

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
 *   The overdue share is of what is owed before credits.
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
    overdueShare: ratio(overdue, owedWhereKnown(metrics.overdue, metrics.notDue)),
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
  };
}

function owedWhereKnown(overdue: Float64Array, notDue: Float64Array): number {
  let owed = 0;
  overdue.forEach((amount, customer) => {
    const customerOwes = amount + notDue[customer]!;
    if (!Number.isNaN(customerOwes)) owed += customerOwes;
  });
  return owed;
}
