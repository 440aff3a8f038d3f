import { withScoreFallsInSlices } from '../history/scoreFalls';
import type { Snapshot } from '../history/snapshot';
import type { CustomerList } from '../ledger/customerList/customerList';
import type { Ledger } from '../ledger/ledger';
import { measureListInSlices } from '../metrics/customers/customerListMetrics';
import { measureLedgerInSlices } from '../metrics/customers/customerMetrics';
import { exactSum } from '../metrics/exactSum';
import { placesUpTo } from '../metrics/placesUpTo';
import { measurePortfolioInSlices, type PortfolioSource } from '../metrics/portfolio';
import { sortInSlices } from '../metrics/sortInSlices';
import type { CustomerTable } from '../metrics/table/metric';
import type { Policy } from '../policy/policy';
import { finishSlices, type Slices } from '../slices';
import { type Assessment, noTier, type Scores, type TierSummary } from './assessment';
import { findBreachesInSlices } from './breaches';
import { scoreCustomersInSlices } from './score';

/**
 * Tier the customers of a ledger as it stood at the end of a day: metrics, scores, tiers, breaches, money at risk.
 *
 * @param asOf Excel serial day in the ledger's date system.
 * @param policy What decides; `policy.settings.asOf` is not looked at.
 * @param previous The snapshot that scores are compared with, as `snapshotBefore` finds it; without one nobody's fall is known.
 * @example assessLedger(ledger, 45473, defaultPolicy).tierSummaries[0] //=> { letter: 'A', customerCount: 212, exposure: 1_204_300.5 }
 */
export function assessLedger(
  ledger: Ledger,
  asOf: number,
  policy: Policy,
  previous: Snapshot | null = null,
): Assessment {
  return finishSlices(assessLedgerInSlices(ledger, asOf, policy, previous));
}

/** Assess as `assessLedger` does, in slices of a few milliseconds. */
export function* assessLedgerInSlices(
  ledger: Ledger,
  asOf: number,
  policy: Policy,
  previous: Snapshot | null = null,
): Slices<Assessment> {
  const table = yield* measureLedgerInSlices(ledger, asOf, policy);
  return yield* assessMeasuredInSlices(ledger, table, policy, previous);
}

/**
 * Assess the customers of a ledger who are measured already, such as after an edit of a row or joined with a customer list, in slices of
 * a few milliseconds.
 *
 * @param table As measured from that ledger by that policy.
 */
export function assessMeasuredInSlices(
  ledger: Ledger,
  table: CustomerTable,
  policy: Policy,
  previous: Snapshot | null = null,
): Slices<Assessment> {
  const unplaced = sumKnown(ledger.unplaced.map(({ amount }) => amount)) / ledger.scale;
  return assessTable(table, policy, { scale: ledger.scale, unplaced }, previous);
}

/**
 * Tier the customers of a customer list, from what the list says and what follows from it.
 *
 * @param asOf Excel serial day in the list's date system.
 * @example assessList(list, 45473, defaultPolicy).unchecked //=> [{ rule: 'agedAmount', needs: 'agedAmount' }, …]
 */
export function assessList(
  list: CustomerList,
  asOf: number,
  policy: Policy,
  previous: Snapshot | null = null,
): Assessment {
  return finishSlices(assessListInSlices(list, asOf, policy, previous));
}

/** Tier as `assessList` does, in slices of a few milliseconds. */
export function* assessListInSlices(
  list: CustomerList,
  asOf: number,
  policy: Policy,
  previous: Snapshot | null = null,
): Slices<Assessment> {
  const table = yield* measureListInSlices(list, asOf, policy);
  const unplaced = sumKnown(list.unplaced.map(({ exposure }) => exposure));
  return yield* assessTable(table, policy, { unplaced }, previous);
}

/**
 * Assess customers once more of whom more is known than before, such as a review that was noted since, in slices of a few milliseconds.
 *
 * @param before The answer that is taken further; its policy decides.
 * @param table The customers of `before`, in the same order.
 * @param scale Of the ledger; undefined for a customer list.
 */
export function assessAgainInSlices(
  before: Assessment,
  table: CustomerTable,
  scale: number | undefined,
  previous: Snapshot | null,
): Slices<Assessment> {
  const { unplaced } = before.portfolio;
  return assessTable(
    table,
    before.policy,
    scale === undefined ? { unplaced } : { scale, unplaced },
    previous,
  );
}

function* assessTable(
  measured: CustomerTable,
  policy: Policy,
  source: PortfolioSource,
  previous: Snapshot | null,
): Slices<Assessment> {
  const scores = yield* scoreCustomersInSlices(measured, policy);
  yield;
  const table = yield* withScoreFallsInSlices(measured, scores, previous);
  const { breaches, unchecked } = yield* findBreachesInSlices(table, scores, policy);
  const atRisk = moneyAtRisk(table, scores, policy);
  yield;
  const worstFirst = yield* orderWorstFirst(table, scores, atRisk);
  const portfolio = yield* measurePortfolioInSlices(table, policy, source);
  yield;
  const tierSummaries = yield* summariseTiers(table, scores, policy, source.scale);
  yield;
  return {
    asOf: table.asOf,
    policy,
    table,
    scores,
    breaches,
    unchecked,
    portfolio,
    atRisk,
    totalAtRisk: exactSum(atRisk),
    tierSummaries,
    worstFirst,
  };
}

/** Exposure × the loss rate of the tier; a credit balance puts nothing at risk, and neither does an unknown exposure. */
export function moneyAtRisk({ metrics }: CustomerTable, scores: Scores, { tiers }: Policy): Float64Array {
  return metrics.exposure.map((exposure, customer) => {
    const tier = tiers[scores.tier[customer]] ?? tiers.at(-1);
    return exposure > 0 ? exposure * (tier?.lossRate ?? 0) : 0;
  });
}

function* summariseTiers(
  { listed, metrics }: CustomerTable,
  scores: Scores,
  { tiers }: Policy,
  scale: number | undefined,
): Slices<TierSummary[]> {
  const summarise = (letter: string, tier: number): TierSummary => {
    const exposures = metrics.exposure.filter(
      (_, customer) => listed[customer] === 1 && scores.tier[customer] === tier,
    );
    return { letter, customerCount: exposures.length, exposure: exactSum(exposures, scale) || 0 };
  };
  const summaries: TierSummary[] = [];
  for (const [tier, { letter }] of tiers.entries()) {
    summaries.push(summarise(letter, tier));
    yield;
  }
  const unscored = summarise('', noTier);
  return unscored.customerCount === 0 ? summaries : [...summaries, unscored];
}

/** Where no money is known, the lowest score is the worst. Who is not listed is not in it. */
function orderWorstFirst(
  { customers, listed, metrics }: CustomerTable,
  scores: Scores,
  atRisk: Float64Array,
): Slices<Int32Array> {
  const byName = new Intl.Collator(['zh-Hans', 'en']);
  const known = (value: number, ifNot: number) => (Number.isNaN(value) ? ifNot : value);
  const exposure = (customer: number) => known(metrics.exposure[customer], Number.NEGATIVE_INFINITY);
  const score = (customer: number) =>
    Number.isNaN(metrics.exposure[customer]) ? known(scores.score[customer], 101) : 0;
  const descending = (one: number, other: number) => (one === other ? 0 : other - one);
  return sortInSlices(
    placesUpTo(customers.length).filter(customer => listed[customer] === 1),
    (one, other) =>
      descending(atRisk[one], atRisk[other]) ||
      descending(exposure(one), exposure(other)) ||
      score(one) - score(other) ||
      byName.compare(customers[one], customers[other]),
  );
}

/** An amount that could not be read is not known; the others still add up. */
function sumKnown(amounts: readonly number[]): number {
  return exactSum(amounts.filter(amount => !Number.isNaN(amount)));
}
