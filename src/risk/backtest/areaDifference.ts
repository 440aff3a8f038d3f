import { areaUnderCurve } from './areaUnderCurve';
import { bandByScore } from './outcomeBands';

/** Two rankings of the same rows compared by their areas under the curve. */
export interface AreaDifference {
  readonly difference: number;
  /** NaN for fewer than two clusters. */
  readonly standardError: number;
}

/**
 * Compare how well two rankings of the same rows rank, and say how sure that is when rows of one customer belong together.
 *
 * A customer is seen at several quarter ends, so that rows are not independent: what each customer contributes to both areas is summed
 * first, and the spread of those sums gives the standard error. Areas are taken over all rows together.
 *
 * @param one Higher is safer, no NaN.
 * @param other As `one`, by the same rows.
 * @param isBad 1 bad, 0 good, by row.
 * @param cluster Whom a row is about, by row.
 * @returns `difference` is the area of one less that of the other.
 * @see N. A. Obuchowski, "Nonparametric analysis of clustered ROC curve data", Biometrics 53 (1997); with one row a cluster it is
 *   E. R. DeLong, D. M. DeLong, D. L. Clarke-Pearson, Biometrics 44 (1988)
 * @example areaDifference(score, overdueShare, isBad, customer).difference //=> 0.27
 */
export function areaDifference(
  one: readonly number[],
  other: readonly number[],
  isBad: readonly number[],
  cluster: readonly number[],
): AreaDifference {
  const contributionOfOne = contributions(one, isBad);
  const contributionOfOther = contributions(other, isBad);
  const byCluster = new Map<number, number>();
  cluster.forEach((key, row) => {
    const contribution = contributionOfOne[row] - contributionOfOther[row];
    byCluster.set(key, (byCluster.get(key) ?? 0) + contribution);
  });
  const count = byCluster.size;
  const squares = [...byCluster.values()].reduce((total, value) => total + value * value, 0);
  return {
    difference: areaUnderCurve(bandByScore(one, isBad)) - areaUnderCurve(bandByScore(other, isBad)),
    standardError: count < 2 ? Number.NaN : Math.sqrt((count / (count - 1)) * squares),
  };
}

/**
 * What each row adds to the area above its average: a bad row by the share of the good that score higher, a good row by the
 * share of the bad that score lower.
 */
function contributions(values: readonly number[], isBad: readonly number[]): number[] {
  const sorted = [...values.keys()].sort((first, second) => values[first] - values[second]);
  const bad = isBad.filter(outcome => outcome !== 0).length;
  const good = isBad.length - bad;
  const placed = new Array<number>(values.length).fill(0);
  let goodBelow = 0;
  let badBelow = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && values[sorted[to]] === values[sorted[from]]) to += 1;
    const tied = sorted.slice(from, to);
    const tiedBad = tied.filter(row => isBad[row] !== 0).length;
    const tiedGood = tied.length - tiedBad;
    for (const row of tied) {
      placed[row] =
        isBad[row] === 0
          ? (badBelow + tiedBad / 2) / bad
          : (good - goodBelow - tiedGood + tiedGood / 2) / good;
    }
    goodBelow += tiedGood;
    badBelow += tiedBad;
    from = to;
  }
  const area = areaUnderCurve(bandByScore(values, isBad));
  return placed.map((place, row) => (place - area) / (isBad[row] === 0 ? good : bad));
}
