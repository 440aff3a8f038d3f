import { withScoreFalls } from '../history/scoreFalls';
import { joinMatchedInSlices, type MatchedList, type MeasuredLedger } from '../join/matchLedger';
import type { Ledger } from '../ledger/ledger';
import { measureLedgerInSlices, measureMoreInSlices } from '../metrics/customers/customerMetrics';
import { exactSum } from '../metrics/exactSum';
import { sortInSlices } from '../metrics/sortInSlices';
import type { CustomerTable } from '../metrics/table/metric';
import { groupsNeeded } from '../metrics/table/metricGroups';
import { withMetrics } from '../metrics/table/withMetrics';
import type { BreachRuleId, Policy } from '../policy/policy';
import type { Slices } from '../slices';
import { moneyAtRisk } from './assess';
import { type Assessment, type Breach, noTier, type Scores } from './assessment';
import { findBreachesInSlices } from './breaches';
import { scoreCustomersInSlices } from './score';

/** A figure by the policy in force, and by the other one. */
export interface BeforeAfter {
  readonly before: number;
  readonly after: number;
}

/** What customers owe is in currency units. */
export interface TierWhatIf {
  /** `''` for customers without a score. */
  readonly letter: string;
  readonly customerCount: BeforeAfter;
  readonly exposure: BeforeAfter;
}

/** What another policy would make of the customers that were tiered. */
export interface WhatIf {
  /** The tiers of the other policy, then those that only the one in force has, then the customers without a score where there are any. */
  readonly tiers: readonly TierWhatIf[];
  readonly totalAtRisk: BeforeAfter;
  /** Customers whose tier has another letter, largest exposure first. */
  readonly movers: Int32Array;
  /** Per customer the index of its tier in the policy in force, and in the other; 255 without a score. */
  readonly tierBefore: Uint8Array;
  readonly tierAfter: Uint8Array;
  readonly exposure: Float64Array;
  /** What the movers owe. */
  readonly moverExposure: number;
  readonly breaches: readonly (BeforeAfter & { readonly rule: BreachRuleId })[];
  readonly breachCount: BeforeAfter;
  /**
   * What this does not show of the other policy: what the sheet has to be read or joined again for; and falls of scores, where the last snapshot was
   * not scored by it.
   */
  readonly notCounted: readonly ('rates' | 'measuring' | 'scoreFalls')[];
}

/** A customer list that the ledger was joined with, and the whole ledger as it was measured before. */
export interface WhatIfJoin extends Pick<MatchedList, 'list' | 'matches'> {
  readonly whole: MeasuredLedger;
}

/**
 * Work out what another policy would make of customers that were tiered, in slices of a few milliseconds.
 *
 * Scores, knock-outs, tiers and breaches follow from the metrics in memory; where the policy measures otherwise (as-of date, window, disputes,
 * start of ageing, buckets, the days of the rule agedAmount), customers of a ledger are measured and joined anew. Reviews stay those that are
 * known of the day in force.
 *
 * @param assessment By the policy in force.
 * @param ledger What the customers were measured from; null for a customer list.
 * @param join The customer list the ledger is joined with; null where there is none.
 * @example finishSlices(whatIfInSlices(assessment, cautious, ledger)).movers.length //=> 12
 */
export function* whatIfInSlices(
  assessment: Assessment,
  policy: Policy,
  ledger: Ledger | null,
  join: WhatIfJoin | null = null,
): Slices<WhatIf> {
  const { table, notCounted } = yield* measuredBy(assessment, policy, ledger, join);
  const scores = yield* scoreCustomersInSlices(table, policy);
  const compared = withScoreFalls(table, scores, assessment.previous, policy);
  const { breaches } = yield* findBreachesInSlices(compared, scores, policy);
  const { exposure } = table.metrics;
  const lettersBefore = assessment.policy.tiers.map(({ letter }) => letter);
  const lettersAfter = policy.tiers.map(({ letter }) => letter);
  const movers = yield* sortInSlices(
    whoMoves(assessment.scores.tier, scores.tier, lettersBefore, lettersAfter),
    (one, other) => known(exposure[other]) - known(exposure[one]),
  );
  yield;
  const tiers = compareTiers(assessment, table, scores, policy, ledger?.scale);
  yield;
  const broken = compareBreaches(assessment, breaches, policy);
  yield;
  return {
    tiers,
    totalAtRisk: {
      before: assessment.totalAtRisk,
      after: exactSum(moneyAtRisk(table, scores, policy)),
    },
    movers,
    tierBefore: assessment.scores.tier,
    tierAfter: scores.tier,
    exposure,
    moverExposure:
      exactSum(
        Float64Array.from(movers, customer => exposure[customer]),
        ledger?.scale,
      ) || 0,
    breaches: broken,
    breachCount: { before: assessment.breaches.length, after: breaches.length },
    notCounted:
      areFallsKnown(compared) || !areFallsKnown(assessment.table)
        ? notCounted
        : [...notCounted, 'scoreFalls'],
  };
}

const areFallsKnown = ({ metrics }: CustomerTable): boolean =>
  metrics.scoreFall.some(fall => !Number.isNaN(fall));

function* measuredBy(
  { table, policy: inForce, asOf }: Assessment,
  policy: Policy,
  ledger: Ledger | null,
  join: WhatIfJoin | null,
): Slices<{ readonly table: CustomerTable; readonly notCounted: WhatIf['notCounted'] }> {
  const rates = isSame(moneyOf(inForce), moneyOf(policy)) ? [] : (['rates'] as const);
  const day = policy.settings.asOf ?? asOf;
  const isMeasuredAlike = day === asOf && isSame(measuringOf(inForce), measuringOf(policy));
  if (ledger === null) return { table, notCounted: isMeasuredAlike ? rates : [...rates, 'measuring'] };
  const whole = join?.whole ?? { ledger, table };
  const wanted = groupsNeeded(policy);
  const measured = isMeasuredAlike
    ? yield* measureMoreInSlices(whole.ledger, whole.table, policy, wanted)
    : yield* measureLedgerInSlices(whole.ledger, day, policy, wanted);
  if (measured === whole.table) return { table, notCounted: rates };
  const joined =
    join === null
      ? measured
      : (yield* joinMatchedInSlices({ ...whole, table: measured }, join, policy)).table;
  return { table: withReviewsOf(table, joined), notCounted: rates };
}

/** The reviews that somebody noted are in the table in force alone; as of a day before them they do not count. */
function withReviewsOf(inForce: CustomerTable, table: CustomerTable): CustomerTable {
  const later = table.asOf - inForce.asOf;
  const daysSinceReview = table.metrics.daysSinceReview.map((stated, customer) => {
    const noted = inForce.metrics.daysSinceReview[customer] + later;
    const isKnown = noted >= 0;
    if (Number.isNaN(stated)) return isKnown ? noted : Number.NaN;
    return isKnown ? Math.min(stated, noted) : stated;
  });
  return withMetrics(table, { daysSinceReview });
}

const moneyOf = ({ rates, settings }: Policy) => [rates, settings.currency];

function measuringOf({ settings, buckets, rules }: Policy) {
  const { windowDays, countDisputed, ageBy } = settings;
  return [windowDays, countDisputed, ageBy, buckets, rules.find(({ id }) => id === 'agedAmount')?.threshold];
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function whoMoves(
  before: Uint8Array,
  after: Uint8Array,
  lettersBefore: readonly string[],
  lettersAfter: readonly string[],
): Int32Array {
  const movers = new Int32Array(before.length);
  let count = 0;
  before.forEach((tier, customer) => {
    if ((lettersBefore[tier] ?? '') !== (lettersAfter[after[customer]] ?? '')) movers[count++] = customer;
  });
  return movers.slice(0, count);
}

function compareTiers(
  { policy: inForce, scores: scoresBefore, table: tableBefore }: Assessment,
  table: CustomerTable,
  scores: Scores,
  policy: Policy,
  scale: number | undefined,
): readonly TierWhatIf[] {
  const summarise = ({ listed, metrics }: CustomerTable, tiers: Uint8Array, index: number) => {
    const owed = metrics.exposure.filter(
      (_, customer) => listed[customer] === 1 && tiers[customer] === index,
    );
    return { count: owed.length, exposure: exactSum(owed, scale) || 0 };
  };
  const absent = -1;
  const compare = (letter: string, before: number, after: number): TierWhatIf => {
    const then = summarise(tableBefore, scoresBefore.tier, before);
    const now = summarise(table, scores.tier, after);
    return {
      letter,
      customerCount: { before: then.count, after: now.count },
      exposure: { before: then.exposure, after: now.exposure },
    };
  };
  const indexIn = (tiers: Policy['tiers'], letter: string) => tiers.findIndex(tier => tier.letter === letter);
  const gone = inForce.tiers.filter(({ letter }) => indexIn(policy.tiers, letter) === absent);
  const tiers = [...policy.tiers, ...gone].map(({ letter }) =>
    compare(letter, indexIn(inForce.tiers, letter), indexIn(policy.tiers, letter)),
  );
  const unscored = compare('', noTier, noTier);
  const { before, after } = unscored.customerCount;
  return before + after === 0 ? tiers : [...tiers, unscored];
}

function compareBreaches(
  { breaches, policy: inForce }: Assessment,
  found: readonly Breach[],
  policy: Policy,
): WhatIf['breaches'] {
  const count = (list: readonly Breach[]) => {
    const counts = new Map<BreachRuleId, number>();
    for (const { rule } of list) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    return counts;
  };
  const before = count(breaches);
  const after = count(found);
  const rules = new Set([...policy.rules, ...inForce.rules].map(({ id }) => id));
  return [...rules].map(rule => ({
    rule,
    before: before.get(rule) ?? 0,
    after: after.get(rule) ?? 0,
  }));
}

const known = (value: number): number => (Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value);
