import { TextHashes } from '../ledger/columns/textHashes';
import type { MetricName } from '../metrics/table/metric';
import type { Factor, Policy } from './policy';

/** Metrics that go by the buckets of the policy, and those that go by its rule agedAmount. */
const byBuckets: readonly MetricName[] = ['expectedLoss'];
const byAgedAmount: readonly MetricName[] = ['agedAmount', 'agedCount'];

/** Significant digits of a share of the weights: what adding them up in another order changes is below. */
const digits = 12;

/**
 * Write what decides scores and tiers in a policy as a short code, so that a snapshot tells by which policy it was scored. Its first part changes
 * with all that moves scores: factors, by the shares of their weights, and what their metrics are measured by; its second part with where tiers
 * begin and what caps them. Names, loss rates and what is proposed for a tier change neither.
 *
 * @example policyCode(defaultPolicy) //=> 'S750DD T1728A'
 */
export function policyCode(policy: Policy): string {
  return `S${codeOf(scoringOf(policy))} T${codeOf(tieringOf(policy))}`;
}

/**
 * Tell whether scores by two policies can be compared; a snapshot of before there were codes is taken for one of the same policy.
 *
 * @param one, other As `policyCode` writes them, `''` where not known.
 */
export const areScoredAlike = (one: string, other: string): boolean => isSamePart(one, other, 0);

/** Tell whether tiers by two policies can be compared, as `areScoredAlike` does scores. */
export const areTieredAlike = (one: string, other: string): boolean =>
  areScoredAlike(one, other) && isSamePart(one, other, 1);

function isSamePart(one: string, other: string, part: number): boolean {
  const isUnknown = one === '' || other === '';
  return isUnknown || one.split(' ')[part] === other.split(' ')[part];
}

function scoringOf({ factors, settings, buckets, rules }: Policy): unknown {
  const weights = factors.reduce((sum, { weight }) => sum + weight, 0);
  const counted = factors.filter(({ weight }) => weight > 0);
  const uses = (metrics: readonly MetricName[]) =>
    counted.some(({ metric }) => metric !== null && metrics.includes(metric));
  return [
    counted.map(factor => partsOf(factor, weights)).sort(),
    settings.windowDays,
    settings.countDisputed,
    uses(byBuckets) ? [settings.ageBy, buckets] : null,
    uses(byAgedAmount) ? rules.find(({ id }) => id === 'agedAmount')?.threshold : null,
  ];
}

function partsOf({ metric, name, weight, best, worst, steps, missing }: Factor, weights: number): string {
  const share = (weight / weights).toPrecision(digits);
  return JSON.stringify([metric ?? name, share, best, worst, steps, missing]);
}

function tieringOf({ tiers, knockOuts }: Policy): unknown {
  return [
    tiers.map(({ letter, fromScore }) => [letter, fromScore]),
    knockOuts
      .filter(({ on }) => on)
      .map(({ id, threshold, minimumAmount, bestTier }) => [id, threshold, minimumAmount, bestTier]),
  ];
}

function codeOf(parts: unknown): string {
  const hashes = new TextHashes(1);
  hashes.take(0, JSON.stringify(parts));
  return (hashes.one[0] >>> 12).toString(16).toUpperCase().padStart(5, '0');
}
