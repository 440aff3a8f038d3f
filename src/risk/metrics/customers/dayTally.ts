import { type UsualRange, usualRange, usualRangeBy } from '../formulas/anomaly';
import { medianOfFirst } from '../median';

/** Longer spans are sorted: a tally of them would be walked longer. */
const longest = 255;

/** How many spans there are of each length, `longest` of room on both sides to walk into; empty between calls. */
const tally = new Int32Array(3 * (longest + 1));
const none = longest + 1;

/**
 * Find the median of the first `count` spans of days, such as terms or the gaps between orders. Most are whole and short: these are tallied by
 * length, which takes half as long as sorting a few dozen of them, because no processor foresees which of two is larger.
 *
 * @returns As `medianOfFirst`, and as there the spans may be sorted for it.
 */
export function medianOfDays(days: Float64Array, count: number): number {
  if (count === 0 || !tallyDays(days, count)) return medianOfFirst(days, count);
  const middle = tallyMedian(count);
  clearTally(days, count);
  return middle;
}

/** Find what is usual among the first `count` spans of days, as `usualRange` does. */
export function usualDays(days: Float64Array, count: number): UsualRange {
  if (count === 0 || !tallyDays(days, count)) return usualRange(days, count);
  const middle = tallyMedian(count);
  const deviation = tallyDeviation(count, middle);
  clearTally(days, count);
  return usualRangeBy(days, count, middle, deviation);
}

/** Tally spans, or none where one of them is not whole or too long. */
function tallyDays(days: Float64Array, count: number): boolean {
  for (let index = 0; index < count; index += 1) {
    const span = days[index];
    const isWholeAndShort = span >= 0 && span <= longest && (span | 0) === span;
    if (!isWholeAndShort) {
      clearTally(days, index);
      return false;
    }
    tally[none + span] += 1;
  }
  return true;
}

function clearTally(days: Float64Array, count: number): void {
  for (let index = 0; index < count; index += 1) tally[none + days[index]] = 0;
}

function tallyMedian(count: number): number {
  const half = count >> 1;
  let span = 0;
  let seen = tally[none];
  while (seen < half) {
    span += 1;
    seen += tally[none + span];
  }
  if (seen > half) return span;
  let next = span + 1;
  while (tally[none + next] === 0) next += 1;
  return count % 2 === 1 ? next : (span + next) / 2;
}

/** Find the median of |span − middle|: those spans are counted from the middle outwards, on both sides at once. */
function tallyDeviation(count: number, middle: number): number {
  const half = count >> 1;
  let below = Math.floor(middle);
  let above = Math.ceil(middle);
  let seen = below === above ? -tally[none + below] : 0;
  let lower = Number.NaN;
  for (;;) {
    const isLower = seen < half;
    seen += tally[none + below] + tally[none + above];
    if (isLower && seen >= half) lower = above - middle;
    if (seen > half) break;
    below -= 1;
    above += 1;
  }
  const upper = above - middle;
  return count % 2 === 1 ? upper : (lower + upper) / 2;
}
