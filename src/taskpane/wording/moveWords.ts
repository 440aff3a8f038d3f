import type { Language } from '../../i18n/language';
import type { Measure } from '../../risk/metrics/table/metricMeasures';
import type { Factor } from '../../risk/policy/policy';
import type { TierMove } from '../../risk/scoring/tierMovers';
import { writeFinely } from './measure';

/** Decimals in which a value is written, percent for shares; what has none here is written whole. */
const decimalsOf: Readonly<Partial<Record<Measure, number>>> = {
  share: 1,
  days: 1,
  years: 1,
  times: 1,
  index: 1,
  money: 2,
};

/** Above the noise of doubles, and below what a score tells apart. */
const hair = 1e-9;

/**
 * Write how far a factor would have to go to move a tier, so that what is written does move it: the end is rounded onwards, down to the first written
 * value at which the tier is lost. The beginning is rounded away from it where the two would look the same.
 *
 * @param direction Which way the tier moves: `up` is lifted at `move.to`, `down` is kept there and lost beyond.
 * @returns `from` is `–` where the factor is missing.
 * @example writeMove({ from: 0.624, to: 0.3125, tier: 1 }, 'up', { best: 0, worst: 0.5 }, 'share', 'en') //=> { from: '62.4%', to: '31.2%' }
 */
export function writeMove(
  { from, to }: TierMove,
  direction: 'up' | 'down',
  { best, worst }: Pick<Factor, 'best' | 'worst'>,
  measure: Measure,
  language: Language,
): { readonly from: string; readonly to: string } {
  const isCounted = measure === 'days' && (Number.isNaN(from) || Number.isInteger(from));
  const decimals = isCounted ? 0 : (decimalsOf[measure] ?? 0);
  const steps = 10 ** decimals * (measure === 'share' ? 100 : 1);
  // Lower is better: down the numbers goes up the tiers.
  const isDownwards = best < worst === (direction === 'up');
  const lower = (value: number): number => Math.floor(value * steps + hair);
  const higher = (value: number): number => Math.ceil(value * steps - hair);
  const reached = isDownwards ? lower(to) : higher(to);
  const lost = isDownwards ? higher(to) - 1 : lower(to) + 1;
  const write = (step: number): string => {
    const isWhole = step % 10 ** decimals === 0;
    return writeFinely(step / steps, measure, language, isWhole ? 0 : decimals);
  };
  const end = direction === 'up' ? reached : lost;
  const nearest = Math.round(from * steps);
  const start = nearest === end ? (isDownwards ? higher(from) : lower(from)) : nearest;
  return { from: write(start), to: write(end) };
}
