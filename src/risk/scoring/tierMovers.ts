import { type CustomerTable, type MetricName, metricNames } from '../metrics/table/metric';
import { unknownMetrics } from '../metrics/table/metricColumns';
import type { Factor, Policy } from '../policy/policy';
import type { Scores } from './assessment';
import { cappedAt, capTiers, heldKnockOuts, type KnownMetrics, knockOutBound } from './knockOuts';
import { scoreRow, tierIndex } from './score';

/** How far one factor alone would have to change to move a customer to another tier, everything else as it is. */
export interface TierMove {
  /** The factor's value now; NaN where it is missing. */
  readonly from: number;
  /** Up: the tier is reached at this value. Down: the present tier is kept at this value and lost beyond it. */
  readonly to: number;
  /** The tier that it leads to, as index into the policy's tiers. */
  readonly tier: number;
}

/** What would move the tier of a customer: per factor of the policy the smallest change each way, null where it alone cannot. */
export interface TierMovers {
  readonly up: readonly (TierMove | null)[];
  readonly down: readonly (TierMove | null)[];
  /** The knock-outs that keep the customer out of the next better tier, as indexes into the policy's knockOuts. */
  readonly heldBy: readonly number[];
}

/** A customer, and the tier it would have were one of its metrics another. */
interface Subject {
  readonly tier: number;
  readonly policy: Policy;
  readonly metrics: KnownMetrics;
  tierAt(metric: MetricName, value: number): number;
}

/** A factor that a metric feeds. */
type FedFactor = Factor & { readonly metric: MetricName };

/**
 * Find what would move a customer's tier: the smallest improvement of each factor that alone lifts it to a better tier, and the
 * smallest worsening that alone drops it.
 *
 * A missing factor counts as well: what it would have to be, once known, with the weights shared anew. Knock-outs hold as long
 * as their own metric is beyond its bound, so a factor that feeds one has to come back within it too. A factor in steps moves
 * by whole steps. Other metrics stay as they are, even those that would move along in life.
 *
 * @param scores As scoreCustomers gave them for the same table and policy.
 * @returns No way for a customer without a score, none up from the best tier, none down from the last.
 * @example tierMovers(table, scores, policy, 3).up[0] //=> { from: 0.62, to: 0.31, tier: 1 }
 */
export function tierMovers(
  table: CustomerTable,
  scores: Pick<Scores, 'score' | 'tier'>,
  policy: Policy,
  customer: number,
): TierMovers {
  const subject = subjectOf(table, scores, policy, customer);
  const hasScore = !Number.isNaN(scores.score[customer]);
  const moves = (find: (subject: Subject, factor: FedFactor) => TierMove | null) =>
    policy.factors.map(factor => (hasScore && isFed(factor) ? find(subject, factor) : null));
  return { up: moves(moveUp), down: moves(moveDown), heldBy: heldBy(subject) };
}

function subjectOf(
  table: CustomerTable,
  scores: Pick<Scores, 'tier'>,
  policy: Policy,
  customer: number,
): Subject {
  const metrics = unknownMetrics(1);
  for (const name of metricNames) metrics[name][0] = table.metrics[name][customer];
  const tierAt = (metric: MetricName, value: number) => {
    const before = metrics[metric][0];
    metrics[metric][0] = value;
    const values = policy.factors.map(factor => (factor.metric ? metrics[factor.metric][0] : Number.NaN));
    const scoreTier = tierIndex(scoreRow(values, policy.factors).score, policy.tiers);
    const capped = capTiers(Uint8Array.of(scoreTier), metrics, policy);
    metrics[metric][0] = before;
    return capped.tier[0];
  };
  return { tier: scores.tier[customer], policy, metrics, tierAt };
}

const isFed = (factor: Factor): factor is FedFactor => factor.metric !== null;

function heldBy({ tier, policy, metrics }: Subject): readonly number[] {
  const isBestTier = tier === 0;
  return heldKnockOuts(metrics, policy, 0)
    .map(({ knockOut }) => knockOut)
    .filter(knockOut => !isBestTier && cappedAt(policy.knockOuts[knockOut], policy.tiers) >= tier);
}

function moveUp(subject: Subject, factor: FedFactor): TierMove | null {
  const from = subject.metrics[factor.metric]![0];
  const { best, worst } = endsOf(subject, factor, from);
  const isLifted = (value: number) => subject.tierAt(factor.metric, value) < subject.tier;
  const start = Number.isNaN(from) ? worst : from;
  if (!isLifted(best)) return null;
  const to = isLifted(start) ? start : crossing(best, start, isLifted, factor);
  return { from, to, tier: subject.tierAt(factor.metric, to) };
}

function moveDown(subject: Subject, factor: FedFactor): TierMove | null {
  const from = subject.metrics[factor.metric]![0];
  const { best, worst } = endsOf(subject, factor, from);
  const isKept = (value: number) => subject.tierAt(factor.metric, value) <= subject.tier;
  const start = Number.isNaN(from) ? best : from;
  if (!isKept(start) || isKept(worst)) return null;
  const to = crossing(start, worst, isKept, factor);
  return { from, to, tier: subject.tierAt(factor.metric, hairBeyond(to, worst, factor)) };
}

/** Values as good and as bad as it takes: past both ends of the factor, its value, and the bounds of its knock-outs. */
function endsOf({ policy }: Subject, factor: FedFactor, from: number): { best: number; worst: number } {
  const width = Math.abs(factor.worst - factor.best);
  const bounds = policy.knockOuts
    .map(knockOutBound)
    .filter(({ metric }) => metric === factor.metric)
    .flatMap(({ bound, badSide }) => [bound, badSide === 'above' ? bound + width : bound - width]);
  const values = [factor.best, factor.worst, ...bounds, from].filter(value => Number.isFinite(value));
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  return factor.best < factor.worst ? { best: lowest, worst: highest } : { best: highest, worst: lowest };
}

/** Halvings after which two doubles have nothing between them that matters. */
const halvings = 60;

/** The last value on the way from `inside` to `outside` for which it is so, at a round number where there is one within a hair. */
function crossing(
  inside: number,
  outside: number,
  isSo: (value: number) => boolean,
  factor: FedFactor,
): number {
  let within = inside;
  let beyond = outside;
  for (let halving = 0; halving < halvings; halving += 1) {
    const middle = within + (beyond - within) / 2;
    if (isSo(middle)) within = middle;
    else beyond = middle;
  }
  const round = Number(within.toFixed(decimalsOf(factor)));
  return isSo(round) ? round : within;
}

/** Seven places finer than the factor is wide: far below what anybody reads, far above the noise of doubles. */
const decimalsOf = ({ best, worst }: Factor): number =>
  Math.min(20, Math.max(0, 7 - Math.floor(Math.log10(Math.abs(worst - best)))));

function hairBeyond(value: number, outside: number, factor: FedFactor): number {
  const hair = 10 ** (1 - decimalsOf(factor));
  return outside > value ? Math.min(outside, value + hair) : Math.max(outside, value - hair);
}
