import { changedRowsInSlices, patchedColumn } from '../metrics/table/changedRows';
import type { CustomerTable } from '../metrics/table/metric';
import { pickRows, zeroColumnsInSlices } from '../metrics/table/metricColumns';
import type { Factor, Policy, Tier } from '../policy/policy';
import { finishSlices, type Slices } from '../slices';
import { type Assessment, noCap, noTier, type Scores } from './assessment';
import { isAbove } from './bounds';
import { capTiers } from './knockOuts';

/** Rows that are scored before the work stops for others. */
const rowsInSlice = 2_048;

/** What a score needs of a factor: how its value becomes points, and what happens when there is none. */
export type ScoringFactor = Pick<Factor, 'weight' | 'best' | 'worst' | 'steps' | 'missing'>;

/** Scores without tiers: what a factor table alone decides. */
export type FactorScores = Pick<Scores, 'score' | 'coverage' | 'points' | 'available'>;

/** A factor that cost a customer points. */
export interface Reason {
  /** Index into the policy's factors. */
  readonly factor: number;
  /** Points of the 100 that were not earned. */
  readonly lost: number;
  /** The factor's value; NaN when it was missing and therefore earned nothing. */
  readonly value: number;
}

/**
 * Grade a value between the one that earns nothing and the one that earns everything.
 *
 * @returns 0–1, clamped outside, in between linear or the step that the value has reached; NaN for a missing value. Where both
 *   ends are the same number, that number and anything below it earns all.
 * @example earnedShare(0.25, { best: 0, worst: 0.5, steps: null }) //=> 0.5
 * @example earnedShare(0.25, { best: 0, worst: 1, steps: 2 }) //=> 0.5
 */
export function earnedShare(value: number, factor: Pick<Factor, 'best' | 'worst' | 'steps'>): number {
  const { best, worst, steps } = factor;
  if (best === worst) return Number.isNaN(value) ? Number.NaN : Number(!isAbove(value, best));
  // Outside first: an infinite value would otherwise divide to NaN.
  const lowerIsBetter = best < worst;
  if (lowerIsBetter ? value <= best : value >= best) return 1;
  if (lowerIsBetter ? value >= worst : value <= worst) return 0;
  const share = (value - worst) / (best - worst);
  return steps === null ? share : Math.floor(withoutFloatNoise(share * steps)) / steps;
}

/**
 * Score rows from the values of their factors.
 *
 * The points of a row add up to 100 at best. A missing value's weight is shared among the row's other factors in proportion
 * to their weights, or earns nothing, as its factor says. Only the ratios of the weights matter.
 *
 * @param values Per factor one value a row, NaN where missing.
 * @param factors As in the policy; weights ≥ 0.
 * @returns Per row the score 0–100 (NaN where no factor with weight had a value), the share of weight that had data, and per
 *   factor the points earned of those available.
 * @example scoreColumns([[0.1], [0]], [{ weight: 60, best: 0, worst: 0.5, steps: null, missing: 'share' }, …]).score //=> [88]
 */
export function scoreColumns(
  values: readonly ArrayLike<number>[],
  factors: readonly ScoringFactor[],
): FactorScores {
  return finishSlices(scoreColumnsInSlices(values, factors));
}

function* scoreColumnsInSlices(
  values: readonly ArrayLike<number>[],
  factors: readonly ScoringFactor[],
): Slices<FactorScores> {
  const rowCount = values.length === 0 ? 0 : values[0].length;
  const [score, coverage] = yield* zeroColumnsInSlices(2, rowCount);
  const points = yield* zeroColumnsInSlices(factors.length, rowCount);
  const available = yield* zeroColumnsInSlices(factors.length, rowCount);
  const scores: FactorScores = { score, coverage, points, available };
  for (let from = 0; from < rowCount; from += rowsInSlice) {
    scoreRows(scores, values, factors, from, Math.min(rowCount, from + rowsInSlice));
    yield;
  }
  return scores;
}

function scoreRows(
  { score, coverage, points, available }: FactorScores,
  values: readonly ArrayLike<number>[],
  factors: readonly ScoringFactor[],
  from: number,
  to: number,
): void {
  const totalWeight = factors.reduce((sum, factor) => sum + factor.weight, 0);
  for (let row = from; row < to; row += 1) {
    let weightWithData = 0;
    let weightThatCounts = 0;
    factors.forEach((factor, index) => {
      const isMissing = Number.isNaN(values[index][row]);
      if (!isMissing) weightWithData += factor.weight;
      if (!isMissing || factor.missing === 'nothing') weightThatCounts += factor.weight;
    });

    let sum = 0;
    factors.forEach((factor, index) => {
      const value = values[index][row];
      const isMissing = Number.isNaN(value);
      const isShared = isMissing && factor.missing === 'share';
      const attainable = isShared || weightThatCounts === 0 ? 0 : (factor.weight / weightThatCounts) * 100;
      const earned = isMissing ? 0 : attainable * earnedShare(value, factor);
      available[index][row] = attainable;
      points[index][row] = isShared ? Number.NaN : earned;
      sum += earned;
    });
    score[row] = weightWithData === 0 ? Number.NaN : withoutFloatNoise(sum);
    coverage[row] = totalWeight === 0 ? 0 : Math.min(1, weightWithData / totalWeight);
  }
}

/**
 * Score one row from the values of its factors.
 *
 * @param values One value a factor, NaN where missing.
 * @returns The score 0–100 (NaN where nothing had data), its coverage 0–1, and points earned and available per factor.
 * @example scoreRow([0.25], [{ weight: 1, best: 0, worst: 0.5, steps: null, missing: 'share' }]).score //=> 50
 */
export function scoreRow(
  values: readonly number[],
  factors: readonly ScoringFactor[],
): { score: number; coverage: number; points: number[]; available: number[] } {
  const columns = values.map(value => [value]);
  const { score, coverage, points, available } = scoreColumns(columns, factors);
  return {
    score: score.length === 0 ? Number.NaN : score[0],
    coverage: coverage.length === 0 ? 0 : coverage[0],
    points: points.map(column => column[0]),
    available: available.map(column => column[0]),
  };
}

/**
 * Pick the columns that the policy's factors read from a table of customers, one a slice.
 *
 * @returns Per factor one value a customer; all NaN for a factor that no metric feeds, and NaN for customers who are not listed.
 */
export function* factorValuesInSlices(
  table: CustomerTable,
  factors: readonly Factor[],
): Slices<readonly Float64Array[]> {
  const unknown = new Float64Array(table.customers.length).fill(Number.NaN);
  const areAllListed = table.listed.every(isListed => isListed === 1);
  const values: Float64Array[] = [];
  for (const { metric } of factors) {
    if (metric === null) values.push(unknown);
    else if (areAllListed) values.push(table.metrics[metric]);
    else values.push(ofListed(table.metrics[metric], table.listed));
    yield;
  }
  return values;
}

const ofListed = (values: Float64Array, listed: Uint8Array): Float64Array =>
  values.map((value, row) => (listed[row] === 1 ? value : Number.NaN));

/** Give the values of one listed customer's factors, as `factorValuesInSlices` gives those of all. */
export const factorValuesOf = (
  { metrics }: CustomerTable,
  factors: readonly Factor[],
  customer: number,
): readonly number[] =>
  factors.map(({ metric }) => (metric === null ? Number.NaN : metrics[metric][customer]));

/**
 * Score and tier every customer of a table by the policy, its knock-outs included.
 *
 * @returns One entry a customer; points and available per factor of the policy.
 * @example scoreCustomers(measureLedger(ledger, 45473, policy), policy).score[0] //=> 71.4
 */
export function scoreCustomers(table: CustomerTable, policy: Policy): Scores {
  return finishSlices(scoreCustomersInSlices(table, policy));
}

/**
 * Score as `scoreCustomers` does, in slices of a few milliseconds.
 *
 * @param before An answer by the same policy: who has the same factors as there has the same score, and only the others are scored. That may be
 *   everybody where a factor depends on everybody, such as the share of what is owed.
 */
export function* scoreCustomersInSlices(
  table: CustomerTable,
  policy: Policy,
  before: Pick<Assessment, 'table' | 'scores'> | null = null,
): Slices<Scores> {
  const values = yield* factorValuesInSlices(table, policy.factors);
  const scores =
    before === null
      ? yield* scoreColumnsInSlices(values, policy.factors)
      : yield* scoreChangedInSlices(values, policy.factors, before);
  yield;
  const scoreTier = tiersOf(scores.score, policy.tiers);
  const { tier, cap } = capTiers(scoreTier, table.metrics, policy);
  table.listed.forEach((isListed, customer) => {
    if (isListed === 1) return;
    tier[customer] = noTier;
    cap[customer] = noCap;
  });
  return { ...scores, scoreTier, tier, cap };
}

function* scoreChangedInSlices(
  values: readonly Float64Array[],
  factors: readonly Factor[],
  before: Pick<Assessment, 'table' | 'scores'>,
): Slices<FactorScores> {
  const rowCount = values.length === 0 ? 0 : values[0].length;
  const valuesBefore = yield* factorValuesInSlices(before.table, factors);
  const changed = yield* changedRowsInSlices(valuesBefore, values, rowCount);
  yield;
  if (changed.length * 2 > rowCount) return yield* scoreColumnsInSlices(values, factors);
  const picked = values.map(column => pickRows(column, changed));
  const scored = yield* scoreColumnsInSlices(picked, factors);
  const patch = (columns: readonly Float64Array[], by: readonly Float64Array[]) =>
    patchInSlices(columns, rowCount, changed, by);
  const { points, available } = before.scores;
  const [score, coverage] = yield* patch(
    [before.scores.score, before.scores.coverage],
    [scored.score, scored.coverage],
  );
  return {
    score,
    coverage,
    points: yield* patch(points, scored.points),
    available: yield* patch(available, scored.available),
  };
}

function* patchInSlices(
  columns: readonly Float64Array[],
  rowCount: number,
  rows: Int32Array,
  values: readonly Float64Array[],
): Slices<Float64Array[]> {
  const patched: Float64Array[] = [];
  for (const [index, column] of columns.entries()) {
    patched.push(patchedColumn(column, rowCount, rows, values[index]));
    yield;
  }
  return patched;
}

function tiersOf(scores: Float64Array, tiers: readonly Tier[]): Uint8Array {
  const tier = new Uint8Array(scores.length);
  for (let row = 0; row < tier.length; row += 1) tier[row] = tierIndex(scores[row], tiers);
  return tier;
}

/**
 * Find the tier of a score.
 *
 * @param tiers Best first, descending `fromScore`.
 * @returns Index into `tiers`: the first whose lowest score is reached, the last for anything below all; 255 for NaN.
 * @example tierIndex(65, defaultPolicy.tiers) //=> 1
 */
export function tierIndex(score: number, tiers: readonly Pick<Tier, 'fromScore'>[]): number {
  if (Number.isNaN(score) || tiers.length === 0) return noTier;
  const reached = tiers.findIndex(tier => score >= tier.fromScore);
  return reached === -1 ? tiers.length - 1 : reached;
}

/**
 * Explain a score: the factors that cost points, the largest loss first.
 *
 * @param scores As scoreColumns or scoreCustomers gave them.
 * @param values The values that the row's was made from, one a factor.
 * @param row Zero-based row or customer.
 * @param limit At most so many reasons.
 * @returns Factors with a loss, descending; equal losses in the order of the policy. Empty for a full score, and where there is none.
 * @example reasons(scores, [0.62, 12], 0, 3) //=> [{ factor: 0, lost: 25, value: 0.62 }, …]
 */
export function reasons(
  scores: FactorScores,
  values: readonly number[],
  row: number,
  limit = Number.POSITIVE_INFINITY,
): readonly Reason[] {
  const hasScore = !Number.isNaN(scores.score[row]);
  if (!hasScore) return [];
  return scores.available
    .map((available, factor) => ({
      factor,
      // A shared factor has no points and none available: nothing was lost by it.
      lost: withoutFloatNoise(available[row] - (scores.points[factor][row] || 0)),
      value: values[factor],
    }))
    .filter(reason => reason.lost > 0)
    .sort((one, other) => other.lost - one.lost)
    .slice(0, limit);
}

/** A score of 80 that adds up to 79.99999999999999 belongs to tier A; nine decimals are far finer than any policy. */
function withoutFloatNoise(points: number): number {
  return Math.round(points * 1e9) / 1e9;
}
