import { previousScoresInSlices, withScoreFalls } from '../history/scoreFalls';
import { findPlacesInSlices, type Snapshot } from '../history/snapshot';
import type { CustomerList } from '../ledger/customerList/customerList';
import type { Ledger } from '../ledger/ledger';
import { measureListInSlices } from '../metrics/customers/customerListMetrics';
import { measureLedgerInSlices } from '../metrics/customers/customerMetrics';
import { exactSum } from '../metrics/exactSum';
import { measurePortfolioInSlices, type PortfolioSource } from '../metrics/portfolio';
import type { CustomerTable } from '../metrics/table/metric';
import type { Policy } from '../policy/policy';
import { finishSlices, type Slices } from '../slices';
import { type Assessment, noTier, type Scores, type TierSummary } from './assessment';
import { findBreachesInSlices } from './breaches';
import { scoreCustomersInSlices } from './score';
import { orderWorstFirst } from './worstFirst';

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
 * Assess customers once more whose figures changed since, such as after an edit of a row or when a review was noted, in slices of a few milliseconds.
 * It comes to what assessing them all comes to, but scores, checks and sorts in only those with other figures than in `before`. All are scored where
 * more than half of them have, as after any edit by a policy with a factor that depends on everybody (`standingMetrics`); rules that do so are
 * checked for all, and sums are made anew.
 *
 * @param before An answer as it was worked out; its policy decides.
 * @param table Mostly the customers of `before`, in the same order.
 * @param scale Of the ledger; undefined for a customer list.
 * @param findPlaces Finds customers in the snapshot.
 */
export function* assessAgainInSlices(
  before: Assessment,
  table: CustomerTable,
  scale: number | undefined,
  previous: Snapshot | null,
  findPlaces = findPlacesInSlices,
): Slices<Assessment> {
  const { unplaced } = before.portfolio;
  const source = scale === undefined ? { unplaced } : { scale, unplaced };
  return yield* assessTable(table, before.policy, source, previous, { before, findPlaces });
}

/** What assessing once more goes on from. */
interface Further {
  readonly before: Assessment | null;
  readonly findPlaces: typeof findPlacesInSlices;
}

function* assessTable(
  measured: CustomerTable,
  policy: Policy,
  source: PortfolioSource,
  snapshot: Snapshot | null,
  { before, findPlaces }: Further = { before: null, findPlaces: findPlacesInSlices },
): Slices<Assessment> {
  const scores = yield* scoreCustomersInSlices(measured, policy, before);
  yield;
  const previous = yield* previousScoresInSlices(measured, snapshot, findPlaces);
  const table = withScoreFalls(measured, scores, previous, policy);
  const { breaches, unchecked } = yield* findBreachesInSlices(table, scores, policy, before);
  const atRisk = moneyAtRisk(table, scores, policy);
  yield;
  const worstFirst = yield* orderWorstFirst({ table, scores, atRisk }, before);
  const portfolio = yield* measurePortfolioInSlices(table, policy, source);
  yield;
  const tierSummaries = yield* summariseTiers(table, scores, policy, source.scale);
  yield;
  return {
    asOf: table.asOf,
    policy,
    table,
    scores,
    previous,
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
    const exposures: number[] = [];
    for (let customer = 0; customer < listed.length; customer += 1)
      if (listed[customer] === 1 && scores.tier[customer] === tier)
        exposures.push(metrics.exposure[customer]);
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

/** An amount that could not be read is not known; the others still add up. */
function sumKnown(amounts: readonly number[]): number {
  return exactSum(amounts.filter(amount => !Number.isNaN(amount)));
}
