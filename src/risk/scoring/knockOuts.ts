import type { MetricName } from '../metrics/table/metric';
import { comparable } from '../policy/cells/policyCells';
import type { KnockOut, KnockOutId, Policy, Tier } from '../policy/policy';
import { noCap, noTier, type Scores } from './assessment';
import { isAbove, isBelow } from './bounds';

/** Metrics by name, one value a row; one that is absent is not known for anybody. */
export type KnownMetrics = Readonly<Partial<Record<MetricName, ArrayLike<number>>>>;

/** A knock-out that holds for a customer, whether or not the score alone would be as bad. */
export interface HeldKnockOut {
  /** Index into the policy's knockOuts. */
  readonly knockOut: number;
  /** What was measured, and the bound it passed, in the unit of the metric. */
  readonly metric: MetricName;
  readonly value: number;
  readonly bound: number;
}

/** Where a knock-out begins: beyond the bound on its metric's bad side. */
interface KnockOutCheck {
  readonly metric: MetricName;
  bound(knockOut: KnockOut): number;
  readonly badSide: 'above' | 'below';
  /** What the minimum amount is compared with; null where there is no money to compare. */
  amount(knockOut: KnockOut, policy: Policy): MetricName | null;
}

const threshold = (knockOut: KnockOut): number => knockOut.threshold;
/** As doubles 1 + 0.36 is a hair below 1.36, which would knock out who uses exactly 136 %. */
const wholeAnd = (share: number): number => Number((1 + share).toFixed(9));

const checks: Readonly<Record<KnockOutId, KnockOutCheck>> = {
  insolvent: { metric: 'insolvent', bound: () => 0, badSide: 'above', amount: () => 'exposure' },
  oldestDays: { metric: 'oldestDays', bound: threshold, badSide: 'above', amount: amountOfOldItems },
  overLimit: {
    metric: 'utilization',
    bound: knockOut => wholeAnd(knockOut.threshold),
    badSide: 'above',
    amount: () => 'exposure',
  },
  writtenOff: { metric: 'writtenOff', bound: threshold, badSide: 'above', amount: () => null },
  externalRating: {
    metric: 'externalRating',
    bound: threshold,
    badSide: 'below',
    amount: () => 'exposure',
  },
};

/** The narrowest amount known to hold the items in question: the long overdue one where it begins early enough. */
function amountOfOldItems(knockOut: KnockOut, { rules }: Policy): MetricName {
  const agedDays = rules.find(rule => rule.id === 'agedAmount')?.threshold ?? Number.POSITIVE_INFINITY;
  return agedDays <= knockOut.threshold ? 'agedAmount' : 'overdue';
}

/** Which metric a knock-out looks at, and beyond which value, on which side, it holds. */
export function knockOutBound(knockOut: KnockOut): {
  readonly metric: MetricName;
  readonly bound: number;
  readonly badSide: 'above' | 'below';
} {
  const { metric, badSide, bound } = checks[knockOut.id];
  return { metric, badSide, bound: bound(knockOut) };
}

/**
 * List the metrics that the knock-outs of a policy look at, those that are off left out.
 *
 * @example metricsOfKnockOuts(defaultPolicy).has('insolvent') //=> true
 */
export function metricsOfKnockOuts(policy: Policy): ReadonlySet<MetricName> {
  const ofKnockOut = (knockOut: KnockOut) => {
    const { metric, amount } = checks[knockOut.id];
    return [metric, amount(knockOut, policy) ?? metric];
  };
  return new Set(policy.knockOuts.filter(({ on }) => on).flatMap(ofKnockOut));
}

/** Tell whether a knock-out that is on would hold for a row if its metric had this value; an unknown value knocks nobody out. */
function holds(
  knockOut: KnockOut,
  value: number,
  row: number,
  metrics: KnownMetrics,
  policy: Policy,
): boolean {
  const check = checks[knockOut.id];
  const bound = check.bound(knockOut);
  const isBeyond = check.badSide === 'above' ? isAbove(value, bound) : isBelow(value, bound);
  if (!knockOut.on || !isBeyond) return false;
  const amountName = check.amount(knockOut, policy);
  // A minimum of something unknown silences nothing.
  return amountName === null || !(valueIn(metrics, amountName, row) < knockOut.minimumAmount);
}

/** Find the tier that a knock-out caps at: its index in `tiers`, the last for a letter that is none of them. */
export function cappedAt(knockOut: KnockOut, tiers: readonly Tier[]): number {
  const index = tiers.findIndex(tier => comparable(tier.letter) === comparable(knockOut.bestTier));
  return index === -1 ? tiers.length - 1 : index;
}

/**
 * Lower tiers to what the policy's knock-outs allow.
 *
 * Whoever is knocked out to the last tier is there without a score too; a better cap says nothing about a customer without one.
 *
 * @param scoreTiers Index into the policy's tiers by score alone, 255 without a score.
 * @param metrics What is known; an unknown value never knocks out.
 * @returns Tiers after all caps, and the lowest cap that lowered each; of equal ones the first of the policy.
 * @example capTiers(Uint8Array.of(0), { oldestDays: [200], agedAmount: [5000] }, defaultPolicy).tier //=> [3]
 */
export function capTiers(
  scoreTiers: Uint8Array,
  metrics: KnownMetrics,
  policy: Policy,
): Pick<Scores, 'tier' | 'cap'> {
  const tier = scoreTiers.slice();
  const cap = new Uint8Array(scoreTiers.length).fill(noCap);
  const last = policy.tiers.length - 1;
  policy.knockOuts.forEach((knockOut, index) => {
    const { metric } = checks[knockOut.id];
    const values = metrics[metric];
    if (!knockOut.on || !values) return;
    const best = cappedAt(knockOut, policy.tiers);
    for (let row = 0; row < tier.length; row += 1) {
      const lowers = tier[row] === noTier ? best === last : tier[row] < best;
      if (lowers && holds(knockOut, values[row], row, metrics, policy)) {
        tier[row] = best;
        cap[row] = index;
      }
    }
  });
  return { tier, cap };
}

/**
 * List every knock-out that holds for a customer, in the order of the policy.
 *
 * @example heldKnockOuts(table.metrics, policy, 3) //=> [{ knockOut: 1, metric: 'oldestDays', value: 212, bound: 180 }]
 */
export function heldKnockOuts(
  metrics: KnownMetrics,
  policy: Policy,
  customer: number,
): readonly HeldKnockOut[] {
  return policy.knockOuts.flatMap((knockOut, index) => {
    const { metric, bound } = knockOutBound(knockOut);
    const value = valueIn(metrics, metric, customer);
    return holds(knockOut, value, customer, metrics, policy)
      ? [{ knockOut: index, metric, value, bound }]
      : [];
  });
}

const valueIn = (metrics: KnownMetrics, name: MetricName, row: number): number =>
  metrics[name]?.[row] ?? Number.NaN;
