import { finishSlices, type Slices } from '../slices';
import { type MetricName, metricNames } from './metric';

export type MetricColumns = Readonly<Record<MetricName, Float64Array>>;

/** Make a column for every metric, nothing known yet. */
export function unknownMetrics(customerCount: number): MetricColumns {
  return finishSlices(unknownExceptInSlices(customerCount, metricNames));
}

/**
 * Make a column for each of some metrics, nothing known yet, one a slice. All others are one and the same column of NaN, so that what nobody
 * measures takes no room: never write into those.
 */
export function* unknownExceptInSlices(
  customerCount: number,
  measured: readonly MetricName[],
): Slices<MetricColumns> {
  const make = () => new Float64Array(customerCount).fill(Number.NaN);
  const shared = make();
  const columns = Object.fromEntries(metricNames.map(name => [name, shared])) as Record<
    MetricName,
    Float64Array
  >;
  for (const name of measured) {
    yield;
    columns[name] = make();
  }
  return columns;
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
