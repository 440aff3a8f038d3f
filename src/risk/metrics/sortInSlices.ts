import type { Slices } from '../slices';

type Compare = (one: number, other: number) => number;

/** Values that are moved before the work stops for others. */
const movedInSlice = 8_192;

/**
 * Sort numbers by any order in slices, by merging: equal ones stay in the order they came in.
 *
 * @param compare Below 0 where the first comes first, as for the sort that is built in.
 * @returns A new column.
 * @example finishSlices(sortInSlices(Int32Array.of(3, 1, 2), (one, other) => one - other)) //=> Int32Array [ 1, 2, 3 ]
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

/**
 * Put sorted numbers into others that are sorted alike, looking for each one's place.
 *
 * @param sorted Many.
 * @param added Few; after the equal ones of `sorted`.
 * @example insertSorted(Int32Array.of(1, 4), Int32Array.of(2, 9), (one, other) => one - other) //=> Int32Array [ 1, 2, 4, 9 ]
 */
export function insertSorted(sorted: Int32Array, added: Int32Array, compare: Compare): Int32Array {
  const whole = new Int32Array(sorted.length + added.length);
  let taken = 0;
  for (let index = 0; index < added.length; index += 1) {
    const place = placeOf(added[index], sorted, taken, compare);
    whole.set(sorted.subarray(taken, place), taken + index);
    whole[place + index] = added[index];
    taken = place;
  }
  whole.set(sorted.subarray(taken), taken + added.length);
  return whole;
}

/** The first place, from one on, whose value comes after. */
function placeOf(value: number, sorted: Int32Array, from: number, compare: Compare): number {
  let first = from;
  let end = sorted.length;
  while (first < end) {
    const middle = (first + end) >> 1;
    if (compare(sorted[middle], value) <= 0) first = middle + 1;
    else end = middle;
  }
  return first;
}
