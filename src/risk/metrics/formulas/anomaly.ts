import { medianOfFirst } from '../median';

/** Scales the median absolute deviation to the standard deviation of normal data (Iglewicz and Hoaglin, 1993). */
const perMedianDeviation = 0.6745;
/** The same for the mean absolute deviation, √(π/2); used where more than half of the values are equal (IBM SPSS, Cognos). */
const meanDeviationScale = 1.253314;

/** What is usual among values: their median, and how far from it a score of 1 lies (0 where all are equal). */
export interface UsualRange {
  readonly middle: number;
  readonly unit: number;
}

/**
 * Measure how unusual each value is among all: the modified z-score, 0.6745 × (value − median) / MAD, which the outliers
 * themselves do not move (Iglewicz and Hoaglin, "How to Detect and Handle Outliers"; they call an absolute score above 3.5 an
 * outlier). Where more than half of the values are equal the MAD is 0, and the mean absolute deviation takes its place:
 * (value − median) / (1.253314 × mean |value − median|).
 *
 * @param values NaN where missing: they have no score and do not count.
 * @returns Per value its score, below 0 where it is below the median; 0 for all when all are equal.
 * @example modifiedZScores([10, 12, 12, 13, 12, 11, 14, 300])[7] //=> 194.256
 */
export function modifiedZScores(values: ArrayLike<number>): Float64Array {
  const all = Float64Array.from(values);
  const known = all.filter(value => !Number.isNaN(value));
  const usual = usualRange(known, known.length);
  return all.map(value => modifiedZScore(value, usual));
}

/** Find what is usual among the first `count` values, none of them NaN; they are sorted for it. */
export function usualRange(values: Float64Array, count: number): UsualRange {
  const middle = medianOfFirst(values, count);
  return usualRangeBy(values, count, middle, medianDeviation(values, count, middle));
}

/** Give what is usual among the first `count` values by their median and the median of |value − median|. */
export function usualRangeBy(
  values: Float64Array,
  count: number,
  middle: number,
  deviation: number,
): UsualRange {
  const unit = deviation / perMedianDeviation || meanDeviation(values, count, middle) * meanDeviationScale;
  return { middle, unit };
}

/**
 * Find the median of |value − middle| of sorted values: the deviations grow from the middle outwards on both sides, so that the nearer half is
 * taken from there, one after the other.
 */
function medianDeviation(sorted: Float64Array, count: number, middle: number): number {
  let above = count >> 1;
  let below = above - 1;
  let previous = Number.NaN;
  let deviation = Number.NaN;
  for (let taken = 0; taken <= count >> 1 && taken < count; taken += 1) {
    const under = below >= 0 ? middle - sorted[below] : Number.POSITIVE_INFINITY;
    const over = above < count ? sorted[above] - middle : Number.POSITIVE_INFINITY;
    previous = deviation;
    deviation = Math.min(under, over);
    if (under <= over) below -= 1;
    else above += 1;
  }
  return count % 2 === 1 ? deviation : (previous + deviation) / 2;
}

function meanDeviation(values: Float64Array, count: number, middle: number): number {
  let sum = 0;
  for (let index = 0; index < count; index += 1) sum += Math.abs(values[index] - middle);
  return sum / count;
}

/** Score one value against what is usual; see `modifiedZScores`. */
export function modifiedZScore(value: number, { middle, unit }: UsualRange): number {
  return unit === 0 ? value - middle : (value - middle) / unit;
}
