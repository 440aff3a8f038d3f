import type { Slices } from '../../slices';
import { placesUpTo } from '../placesUpTo';

/** Values that are compared before the work stops for others. */
const valuesInSlice = 262_144;

/**
 * Find the rows in which some columns hold another value than before; rows that came at their end are among them. In slices of a few milliseconds.
 *
 * @param before The same columns as they were; one that is shared with `now` costs nothing.
 * @param rowCount Of `now`.
 * @returns Ascending.
 * @example finishSlices(changedRowsInSlices([Float64Array.of(1, NaN)], [Float64Array.of(2, NaN, 3)], 3)) //=> Int32Array [ 0, 2 ]
 */
export function* changedRowsInSlices(
  before: readonly ArrayLike<unknown>[],
  now: readonly ArrayLike<unknown>[],
  rowCount: number,
): Slices<Int32Array> {
  const isChanged = yield* changesInSlices(before, now, rowCount);
  return placesUpTo(rowCount).filter(row => isChanged[row] === 1);
}

/** Find them as `changedRowsInSlices` does: 1 for each of them, 0 for the others. */
export function* changesInSlices(
  before: readonly ArrayLike<unknown>[],
  now: readonly ArrayLike<unknown>[],
  rowCount: number,
): Slices<Uint8Array> {
  const isChanged = new Uint8Array(rowCount);
  let compared = 0;
  for (let column = 0; column < now.length; column += 1) {
    markChanges(isChanged, before[column], now[column]);
    compared += before[column] === now[column] ? 0 : rowCount;
    if (compared < valuesInSlice) continue;
    compared = 0;
    yield;
  }
  return isChanged;
}

function markChanges(isChanged: Uint8Array, before: ArrayLike<unknown>, now: ArrayLike<unknown>): void {
  if (before === now) return;
  const shared = Math.min(before.length, isChanged.length);
  for (let row = 0; row < shared; row += 1) if (!Object.is(before[row], now[row])) isChanged[row] = 1;
  isChanged.fill(1, shared);
}

/**
 * Give a column with other values in some rows: the same one where they are no other.
 *
 * @param rowCount Of the column that is given; what was beyond it is left out, what comes is among `rows`.
 * @param values One for each of `rows`.
 * @example patchedColumn(Float64Array.of(1, 2), 3, [1, 2], [5, 6]) //=> Float64Array [ 1, 5, 6 ]
 */
export function patchedColumn(
  column: Float64Array,
  rowCount: number,
  rows: ArrayLike<number>,
  values: ArrayLike<number>,
): Float64Array {
  let isSame = column.length === rowCount;
  for (let index = 0; isSame && index < rows.length; index += 1)
    isSame = Object.is(column[rows[index]], values[index]);
  if (isSame) return column;
  const patched = new Float64Array(rowCount);
  patched.set(column.subarray(0, rowCount));
  for (let index = 0; index < rows.length; index += 1) patched[rows[index]] = values[index];
  return patched;
}

/**
 * Give a column of its own, or the one from before where that holds the same.
 *
 * @param column One that goes on changing.
 */
export function keptColumn(column: Float64Array, before: Float64Array | undefined): Float64Array {
  return before !== undefined && isSameColumn(column, before) ? before : column.slice();
}

/** Tell whether two columns hold the same, what is not known included. */
export function isSameColumn(one: ArrayLike<unknown>, other: ArrayLike<unknown>): boolean {
  if (one === other) return true;
  if (one.length !== other.length) return false;
  for (let row = 0; row < one.length; row += 1) if (!Object.is(one[row], other[row])) return false;
  return true;
}
