import { sum } from './outcomeBands';

/** What an empty band counts as where the other side has somebody in it. */
const emptyBand = 0.5;

/**
 * Measure how far a population has moved between the bands of a score: Σ (share now − share before) × ln(share now / share before).
 * By the usual rule of thumb below 0.1 it stands still, above 0.25 it has moved.
 *
 * @param before Rows per band; bands as in `now`.
 * @param now Rows per band. A band that only one side has anybody in counts half a row on the other; one that neither has says nothing.
 * @returns 0 or more; NaN where one side has no rows.
 * @see N. Siddiqi, "Intelligent Credit Scoring", 2nd edition (2017), stability report
 * @example populationStability([40, 30, 30], [35, 25, 40]) //=> 0.0445608547…
 */
export function populationStability(before: readonly number[], now: readonly number[]): number {
  const totalBefore = sum(before);
  const totalNow = sum(now);
  if (totalBefore === 0 || totalNow === 0) return Number.NaN;
  return before.reduce((total, countBefore, band) => {
    const countNow = now[band];
    if (countBefore === 0 && countNow === 0) return total;
    const shareBefore = (countBefore || emptyBand) / totalBefore;
    const shareNow = (countNow || emptyBand) / totalNow;
    return total + (shareNow - shareBefore) * Math.log(shareNow / shareBefore);
  }, 0);
}

/**
 * Say how much of the index chance alone makes of two samples of an unmoved population: about (bands − 1) × (1 / before + 1 / now).
 * A small ledger exceeds the rule of thumb by chance.
 *
 * @see B. Yurdakul, "Statistical Properties of Population Stability Index", Western Michigan University (2018)
 * @example stabilityByChance(4, 100, 100) //=> 0.06
 */
export function stabilityByChance(bandCount: number, before: number, now: number): number {
  return (bandCount - 1) * (1 / before + 1 / now);
}
