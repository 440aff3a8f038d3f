import { type OutcomeBands, sum } from './outcomeBands';

/**
 * Measure the largest gap between the share of the bad and the share of the good at or below a score: how far the best single
 * cut-off parts them.
 *
 * @param bands Riskiest first.
 * @returns 0–1; NaN where nobody is good or nobody bad.
 * @see N. Siddiqi, "Intelligent Credit Scoring", 2nd edition (2017), chapter on scorecard validation
 * @example kolmogorovSmirnov({ good: [0, 2], bad: [2, 0] }) //=> 1
 */
export function kolmogorovSmirnov({ good, bad }: OutcomeBands): number {
  const goodTotal = sum(good);
  const badTotal = sum(bad);
  if (goodTotal === 0 || badTotal === 0) return Number.NaN;
  let goodSoFar = 0;
  let badSoFar = 0;
  let widest = 0;
  good.forEach((goodCount, band) => {
    goodSoFar += goodCount;
    badSoFar += bad[band];
    widest = Math.max(widest, Math.abs(badSoFar / badTotal - goodSoFar / goodTotal));
  });
  return widest;
}
