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
  if (before instanceof Float64Array && now instanceof Float64Array)
    markOtherNumbers(isChanged, before, now, shared);
  else for (let row = 0; row < shared; row += 1) if (before[row] !== now[row]) isChanged[row] = 1;
  isChanged.fill(1, shared);
}

/** In a loop of its own: an engine makes one fast that sees a single kind of column. */
function markOtherNumbers(
  isChanged: Uint8Array,
  before: Float64Array,
  now: Float64Array,
  count: number,
): void {
  for (let row = 0; row < count; row += 1) if (isOther(before[row], now[row])) isChanged[row] = 1;
}

/** 0 and −0 are two numbers, what is not known is one. */
const isOther = (one: number, other: number): boolean =>
  one === other ? one === 0 && 1 / one !== 1 / other : !(Number.isNaN(one) && Number.isNaN(other));

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
    isSame = !isOther(column[rows[index]], values[index]);
  if (isSame) return column;
  const patched = new Float64Array(rowCount);
  patched.set(column.subarray(0, rowCount));
  for (let index = 0; index < rows.length; index += 1) patched[rows[index]] = values[index];
  return patched;
}

/**
 * Tell whether two columns hold the same, what is not known included.
 *
 * @param rows Those that are compared; by default all.
 * @example isSameColumn(Float64Array.of(1, NaN), Float64Array.of(1, NaN)) //=> true
 */
export function isSameColumn(one: Float64Array, other: Float64Array, rows?: readonly number[]): boolean {
  if (one === other) return true;
  if (one.length !== other.length) return false;
  if (rows) return !rows.some(row => isOther(one[row], other[row]));
  for (let row = 0; row < one.length; row += 1) if (isOther(one[row], other[row])) return false;
  return true;
}
