import type { Slices } from '../slices';

/** Comparisons before the work stops for others. */
const comparisonsInSlice = 8_192;

/**
 * Sort numbers by any order in slices, by merging: equal ones stay in the order they came in.
 *
 * @param compare Below 0 where the first comes first, as for the sort that is built in.
 * @returns A new column.
 * @example finishSlices(sortInSlices(Int32Array.of(3, 1, 2), (one, other) => one - other)) //=> 1, 2, 3
 */
export function* sortInSlices(
  values: Int32Array,
  compare: (one: number, other: number) => number,
): Slices<Int32Array> {
  let sorted = values.slice();
  let merged = new Int32Array(values.length);
  let comparisons = 0;
  for (let width = 1; width < values.length; width *= 2) {
    for (let from = 0; from < values.length; from += 2 * width) {
      const middle = Math.min(from + width, values.length);
      const to = Math.min(from + 2 * width, values.length);
      let left = from;
      let right = middle;
      for (let at = from; at < to; at += 1) {
        const takesRight = left === middle || (right < to && compare(sorted[left]!, sorted[right]!) > 0);
        merged[at] = takesRight ? sorted[right++]! : sorted[left++]!;
        comparisons += 1;
        if (comparisons % comparisonsInSlice === 0) yield;
      }
    }
    [sorted, merged] = [merged, sorted];
  }
  return sorted;
}
