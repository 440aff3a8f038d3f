import { finishSlices, type Slices } from '../../slices';
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

/** Make columns of zeros, one a slice: while an engine tidies up, it does some milliseconds of that for each new column. */
export function* zeroColumnsInSlices(columnCount: number, rowCount: number): Slices<Float64Array[]> {
  const columns: Float64Array[] = [];
  for (let column = 0; column < columnCount; column += 1) {
    columns.push(new Float64Array(rowCount));
    yield;
  }
  return columns;
}

/**
 * Pick some rows of a column. In a loop, as `Float64Array.from` would make a list of them first.
 *
 * @example pickRows(Float64Array.of(10, 20, 30), [2, 0]) //=> Float64Array [ 30, 10 ]
 */
export function pickRows(column: Float64Array, rows: ArrayLike<number>): Float64Array {
  const picked = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) picked[index] = column[rows[index]];
  return picked;
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
