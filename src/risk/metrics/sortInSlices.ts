import type { Slices } from '../slices';

type Compare = (one: number, other: number) => number;

/** Values that are moved before the work stops for others. */
const movedInSlice = 8_192;

/**
 * Sort numbers by any order in slices, by merging: equal ones stay in the order they came in.
 *
 * @param compare Below 0 where the first comes first, as for the sort that is built in.
 * @returns A new column.
 * @example finishSlices(sortInSlices(Int32Array.of(3, 1, 2), (one, other) => one - other)) //=> 1, 2, 3
 */
export function* sortInSlices(values: Int32Array, compare: Compare): Slices<Int32Array> {
  let sorted = values.slice();
  let merged = new Int32Array(values.length);
  let moved = 0;
  for (let width = 1; width < values.length; width *= 2) {
    for (let from = 0; from < values.length; from += 2 * width) {
      merge(sorted, merged, from, width, compare);
      moved += 2 * width;
      if (moved < movedInSlice) continue;
      moved = 0;
      yield;
    }
    [sorted, merged] = [merged, sorted];
  }
  return sorted;
}

/** Merge two neighbouring runs of a width, of which the second may be shorter or missing. */
function merge(sorted: Int32Array, merged: Int32Array, from: number, width: number, compare: Compare): void {
  const middle = Math.min(from + width, sorted.length);
  const to = Math.min(middle + width, sorted.length);
  let left = from;
  let right = middle;
  for (let at = from; at < to; at += 1) {
    const takesRight = left === middle || (right < to && compare(sorted[left], sorted[right]) > 0);
    if (takesRight) {
      merged[at] = sorted[right];
      right += 1;
    } else {
      merged[at] = sorted[left];
      left += 1;
    }
  }
}
