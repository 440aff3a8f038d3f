/** Up to here sorting by insertion beats a call of the sort that is built in. */
const insertionLimit = 48;

/**
 * Find the median of the first `count` values, which are sorted for it: half of them lie on either side, so a few odd ones do not move it.
 *
 * @param values None of the first `count` may be NaN.
 * @returns The mean of the two in the middle for an even number of values; NaN for none.
 * @example medianOfFirst(Float64Array.of(30, 30, 60, 900), 4) //=> 45
 */
export function medianOfFirst(values: Float64Array, count: number): number {
  if (count === 0) return Number.NaN;
  sortFirst(values, count);
  const middle = count >> 1;
  return count % 2 === 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/** Sort the first `count` values ascending, in place; none may be NaN. */
export function sortFirst(values: Float64Array, count: number): void {
  if (count > insertionLimit) {
    values.subarray(0, count).sort();
    return;
  }
  for (let index = 1; index < count; index += 1) {
    const value = values[index];
    let at = index;
    while (at > 0 && values[at - 1] > value) {
      values[at] = values[at - 1];
      at -= 1;
    }
    values[at] = value;
  }
}
