import { type OutcomeBands, sum } from './outcomeBands';

/** What an empty side of a band counts as, so that a logarithm exists: half a row, as is usual. */
const emptySide = 0.5;

/**
 * Weigh the evidence of each band: the logarithm of its share of the good over its share of the bad. Above 0 a band is safer than
 * the whole, below 0 riskier. A band with nobody on one side counts half a row there; one with nobody at all weighs 0.
 *
 * @returns One entry a band; all NaN where nobody is good or nobody bad.
 * @see N. Siddiqi, "Intelligent Credit Scoring", 2nd edition (2017): WOE = ln(% good / % bad)
 * @example weightOfEvidence({ good: [50, 75, 125, 175, 200], bad: [120, 110, 90, 80, 70] })[0] //=> -1.160488…
 */
export function weightOfEvidence({ good, bad }: OutcomeBands): number[] {
  const goodTotal = sum(good);
  const badTotal = sum(bad);
  if (goodTotal === 0 || badTotal === 0) return good.map(() => Number.NaN);
  return good.map((goodCount, band) => {
    const badCount = bad[band];
    if (goodCount === 0 && badCount === 0) return 0;
    const goodShare = (goodCount || emptySide) / goodTotal;
    const badShare = (badCount || emptySide) / badTotal;
    return Math.log(goodShare / badShare);
  });
}

/**
 * Sum up what a banded score or factor tells of the outcome: Σ (share of the good − share of the bad) × weight of evidence. By Siddiqi's
 * rule of thumb below 0.02 it tells nothing, to 0.1 little, to 0.3 something, above that much.
 *
 * @returns 0 or more; NaN where nobody is good or nobody bad.
 * @example informationValue({ good: [50, 75, 125, 175, 200], bad: [120, 110, 90, 80, 70] }) //=> 0.46548320…
 */
export function informationValue(bands: OutcomeBands): number {
  const goodTotal = sum(bands.good);
  const badTotal = sum(bands.bad);
  return weightOfEvidence(bands).reduce(
    (total, weight, band) => total + (bands.good[band] / goodTotal - bands.bad[band] / badTotal) * weight,
    0,
  );
}
