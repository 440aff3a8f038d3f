/**
 * Find the median: half of the values lie on either side, so a few odd ones do not move it.
 *
 * @returns The mean of the two in the middle for an even number of values; NaN for none.
 * @example medianOf([30, 30, 60, 900]) //=> 45
 */
export function medianOf(values: ArrayLike<number>): number {
  if (values.length === 0) return Number.NaN;
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
