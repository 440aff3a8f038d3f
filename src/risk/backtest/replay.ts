import type { Ledger } from '../ledger/ledger';
import { measureLedger } from '../metrics/customers/customerMetrics';
import type { Policy } from '../policy/policy';
import { scoreCustomers } from '../scoring/score';
import { ledgerKnownAt } from './knownLedger';
import { type OutcomeTerms, paymentOutcomes } from './paymentOutcome';
import { type RankedQuarter, type Ranking, rankingSources, withMiddleForUnknown } from './ranking';

/** The quarter before a quarter end, as far as a baseline looks back. */
const quarterDays = 91;

/** Every customer at every quarter end who had a score then and of whom something fell due afterwards: one row each. */
export interface Replay {
  /** Serial days, ascending. */
  readonly quarterEnds: readonly number[];
  /** Index into `quarterEnds` and into the ledger's customers, by row; rows of a quarter are together, quarters in order. */
  readonly quarter: readonly number[];
  readonly customer: readonly number[];
  /** Index into the policy's tiers. */
  readonly tier: readonly number[];
  /** 1 bad, 0 good. */
  readonly isBad: readonly number[];
  /** What fell due within the horizon, and how much of it was late, in currency units. */
  readonly due: readonly number[];
  readonly late: readonly number[];
  /** The score first. */
  readonly rankings: readonly Ranking[];
  /** Customers per quarter who had a score. */
  readonly scored: readonly number[];
}

/**
 * Score a ledger at each quarter end from what was known then, and put beside it what happened afterwards.
 *
 * @param ledger As it is today; must reach beyond the horizon of the last quarter end.
 * @param ends Quarter ends, Excel serial days in the ledger's date system.
 * @param policy What scores; the same for all quarters.
 * @example replayLedger(ledger, quarterEnds(40911, 41648, 91), defaultPolicy, { horizonDays: 90, graceDays: 0, lateShare: 0.5 })
 */
export function replayLedger(
  ledger: Ledger,
  ends: readonly number[],
  policy: Policy,
  terms: OutcomeTerms,
): Replay {
  const quarters = ends.map(end => replayQuarter(ledger, end, policy, terms));
  const rowsOf = <T>(pick: (quarter: ReplayedQuarter, customer: number, index: number) => T): T[] =>
    quarters.flatMap((quarter, index) => quarter.judged.map(customer => pick(quarter, customer, index)));
  return {
    quarterEnds: ends,
    quarter: rowsOf((_quarter, _customer, index) => index),
    customer: rowsOf((_quarter, customer) => customer),
    tier: rowsOf(({ tier }, customer) => tier[customer]),
    isBad: rowsOf(({ outcomes }, customer) => outcomes.isBad[customer]),
    due: rowsOf(({ outcomes }, customer) => outcomes.due[customer] / ledger.scale),
    late: rowsOf(({ outcomes }, customer) => outcomes.late[customer] / ledger.scale),
    rankings: rankEverybody(quarters, policy),
    scored: quarters.map(({ score }) =>
      score.reduce((count, value) => count + Number(!Number.isNaN(value)), 0),
    ),
  };
}

interface ReplayedQuarter extends RankedQuarter {
  readonly tier: Uint8Array;
  readonly outcomes: ReturnType<typeof paymentOutcomes>;
  /** Customers with both a score and an outcome. */
  readonly judged: readonly number[];
}

function replayQuarter(ledger: Ledger, end: number, policy: Policy, terms: OutcomeTerms): ReplayedQuarter {
  const known = ledgerKnownAt(ledger, end);
  const table = measureLedger(known, end, policy);
  const lookingBack = { ...policy, settings: { ...policy.settings, windowDays: quarterDays } };
  const { score, tier } = scoreCustomers(table, policy);
  const outcomes = paymentOutcomes(ledger, end, terms);
  const judged = [...score.keys()].filter(
    customer => !Number.isNaN(score[customer]) && !Number.isNaN(outcomes.isBad[customer]),
  );
  return { table, lastQuarter: measureLedger(known, end, lookingBack), score, tier, outcomes, judged };
}

function rankEverybody(quarters: readonly ReplayedQuarter[], policy: Policy): Ranking[] {
  return rankingSources(policy).map(({ name, kind, read }) => {
    const byQuarter = quarters.map(quarter => {
      const values = read(quarter);
      return quarter.judged.map(customer => values[customer]);
    });
    const isKnown = byQuarter.flatMap(values => values.map(value => !Number.isNaN(value)));
    return { name, kind, values: byQuarter.flatMap(withMiddleForUnknown), isKnown };
  });
}
