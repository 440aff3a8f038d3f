/**
 * One direction of a sheet, a million rows or sixteen thousand columns, as pixels. Most have the usual size, so only
 * the exceptions are kept; finding a place is a binary search over them.
 */
export interface Axis {
  readonly count: number;
  /** In pixels, of everything. */
  readonly length: number;
  size(index: number): number;
  /** Where the index begins, in pixels from the start of the sheet. `offset(count)` is the length. */
  offset(index: number): number;
  /** The visible index at a pixel, clamped to the sheet. */
  indexAt(pixel: number): number;
  /** The next index that is not hidden, going by `step` (1 or -1) from `index`, itself included; null past the edge. */
  visibleFrom(index: number, step: 1 | -1): number | null;
}

/**
 * Builds an axis from the sizes that differ and the hidden indexes.
 * @example createAxis(10, 20, new Map([[1, 50]]), new Set([2])).offset(4) //=> 90
 */
export function createAxis(
  count: number,
  usualSize: number,
  sizes: ReadonlyMap<number, number>,
  hidden: ReadonlySet<number>,
): Axis {
  const exceptions = sortedExceptions(count, sizes, hidden);
  const sizeOf = (index: number): number => (hidden.has(index) ? 0 : (sizes.get(index) ?? usualSize));

  /** Element k: by how much everything before and including exception k differs from the usual. */
  const differences = new Float64Array(exceptions.length);
  let difference = 0;
  exceptions.forEach((index, order) => {
    difference += sizeOf(index) - usualSize;
    differences[order] = difference;
  });

  const offset = (index: number): number => {
    const before = firstAtLeast(exceptions.length, order => (exceptions[order] ?? 0) >= index);
    return index * usualSize + (differences[before - 1] ?? 0);
  };
  const length = offset(count);

  const indexAt = (pixel: number): number => {
    const order = firstAtLeast(exceptions.length, at => offset(exceptions[at] ?? 0) > pixel) - 1;
    const exception = exceptions[order];
    if (exception === undefined) return clamp(Math.floor(pixel / usualSize), count);
    const end = offset(exception) + sizeOf(exception);
    if (pixel < end) return exception;
    return clamp(exception + 1 + Math.floor((pixel - end) / usualSize), count);
  };

  const visibleFrom = (index: number, step: 1 | -1): number | null => {
    for (let at = index; at >= 0 && at < count; at += step) if (sizeOf(at) > 0) return at;
    return null;
  };

  return { count, length, size: sizeOf, offset, indexAt, visibleFrom };
}

function sortedExceptions(
  count: number,
  sizes: ReadonlyMap<number, number>,
  hidden: ReadonlySet<number>,
): Int32Array {
  const indexes = new Set([...sizes.keys(), ...hidden].filter(index => index >= 0 && index < count));
  return Int32Array.from(indexes).sort();
}

/** The first of `count` positions at which a condition that stays true becomes true; `count` when it never does. */
function firstAtLeast(count: number, isReached: (position: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isReached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const clamp = (index: number, count: number): number => Math.min(count - 1, Math.max(0, index));
