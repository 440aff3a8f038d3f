import { type OutcomeBands, sum } from './outcomeBands';

/**
 * Measure how well a score ranks: the chance that a good row scores higher than a bad one, a tie counting half.
 *
 * That is the area under the receiver operating characteristic, and Mann and Whitney's U divided by its largest value: 1 is a perfect
 * ranking, 0.5 none, below it a wrong way round.
 *
 * @param bands Riskiest first.
 * @returns 0–1; NaN where nobody is good or nobody bad.
 * @see J. A. Hanley, B. J. McNeil, "The meaning and use of the area under a receiver operating characteristic curve", Radiology 143 (1982)
 * @example areaUnderCurve(bandByScore([0.9, 0.6, 0.65, 0.2], [0, 0, 1, 1])) //=> 0.75
 */
export function areaUnderCurve({ good, bad }: OutcomeBands): number {
  const pairs = sum(good) * sum(bad);
  if (pairs === 0) return Number.NaN;
  let badBelow = 0;
  let ranked = 0;
  good.forEach((goodCount, band) => {
    ranked += goodCount * (badBelow + bad[band] / 2);
    badBelow += bad[band];
  });
  return ranked / pairs;
}

/**
 * Turn an area under the curve into the Gini coefficient of a scorecard (Somers' D, accuracy ratio): 2 × area − 1.
 *
 * @example giniOf(0.75) //=> 0.5
 */
export function giniOf(area: number): number {
  return 2 * area - 1;
}
