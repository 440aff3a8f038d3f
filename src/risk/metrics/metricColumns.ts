import { type MetricName, metricNames } from './metric';

export type MetricColumns = Readonly<Record<MetricName, Float64Array>>;

/** Make a column for every metric, nothing known yet. */
export function unknownMetrics(customerCount: number): MetricColumns {
  const columns = metricNames.map(name => [name, new Float64Array(customerCount).fill(Number.NaN)]);
  return Object.fromEntries(columns) as MetricColumns;
}

/** Divide, with NaN (not known) where the denominator is zero, negative or missing. */
export function ratio(numerator: number, denominator: number): number {
  return denominator > 0 ? numerator / denominator : Number.NaN;
}

/**
 * Take the part of an exposure, at most all of it: unapplied credits can make an exposure smaller than what is overdue in it.
 * NaN where nothing is owed.
 */
export function shareOfExposure(part: number, exposure: number): number {
  return Math.min(1, ratio(part, exposure));
}

/** Write each customer's share of the total of positive exposures: customers in credit have a share of 0. */
export function measureShares({ exposure, share }: MetricColumns): void {
  let total = 0;
  for (const amount of exposure) if (amount > 0) total += amount;
  exposure.forEach((amount, customer) => {
    share[customer] = Number.isNaN(amount) ? Number.NaN : ratio(Math.max(0, amount), total);
  });
}
