import { standingMetrics } from '../metrics/customers/standing';
import { changesInSlices } from '../metrics/table/changedRows';
import { type CustomerTable, type MetricName, metricNames } from '../metrics/table/metric';
import type { BreachRule, BreachRuleId, Policy, Tier } from '../policy/policy';
import type { Slices } from '../slices';
import type { Assessment, Breach, Scores, UncheckedRule } from './assessment';
import { isAbove, isBelow } from './bounds';
import { reviewDays } from './reviews';

/** Customers that are checked before the work stops for others. */
const customersInSlice = 1_024;

/** One customer as a rule sees them; every figure is NaN where it is not known, and no comparison with NaN is a breach. */
interface RuleSubject {
  readonly asOf: number;
  readonly score: number;
  readonly coverage: number;
  readonly tier: Tier | undefined;
  metric(name: MetricName): number;
}

/** What a rule measures, what it allows, and when the one violates the other. */
interface RuleCheck {
  /** Metrics without which the rule cannot be checked for anybody; among them those it reads that depend on everybody. */
  readonly needs: readonly MetricName[];
  /** The rule needs a score too. */
  readonly needsScore?: boolean;
  /** What the rule's minimum amount and minimum count are compared with. */
  readonly amount: MetricName;
  readonly count: MetricName;
  value(subject: RuleSubject): number;
  allowed(rule: BreachRule, subject: RuleSubject): number;
  isViolated(value: number, allowed: number, subject: RuleSubject): boolean;
}

const threshold = (rule: BreachRule): number => rule.threshold;
const owes = (subject: RuleSubject): boolean => subject.metric('exposure') > 0;
/** A limit of 0 is none: that customer's exposure is reported as one without a limit. */
const hasLimit = (subject: RuleSubject): boolean => subject.metric('creditLimit') > 0;
const open = { amount: 'exposure', count: 'openCount' } as const;

const measured = (name: MetricName) => ({
  value: (subject: RuleSubject) => subject.metric(name),
  allowed: threshold,
  isViolated: isAbove,
});

const checks: Readonly<Record<BreachRuleId, RuleCheck>> = {
  overLimit: {
    ...open,
    needs: ['exposure', 'creditLimit'],
    value: subject => subject.metric('exposure'),
    allowed: (rule, subject) => subject.metric('creditLimit') * rule.threshold,
    isViolated: (value, allowed, subject) => isAbove(value, allowed) && hasLimit(subject),
  },
  noLimit: {
    ...open,
    needs: ['exposure', 'creditLimit'],
    value: subject => subject.metric('exposure'),
    allowed: threshold,
    isViolated: (value, allowed, subject) => value > allowed && !hasLimit(subject),
  },
  utilization: { ...open, needs: ['exposure', 'creditLimit'], ...measured('utilization') },
  overdueShare: { ...open, amount: 'overdue', needs: ['overdueShare'], ...measured('overdueShare') },
  agedAmount: {
    // The days decide which items count; their amount and number are compared with the minimums, all three together.
    amount: 'agedAmount',
    count: 'agedCount',
    needs: ['agedAmount'],
    value: subject => subject.metric('oldestDays'),
    allowed: threshold,
    isViolated: (value, allowed, subject) => value > allowed && subject.metric('agedAmount') > 0,
  },
  exposureShare: { ...open, needs: ['share'], ...measured('share') },
  dsoOverTerms: {
    ...open,
    needs: ['dso', 'termsDays'],
    value: subject => subject.metric('dso'),
    allowed: (rule, subject) => subject.metric('termsDays') + rule.threshold,
    isViolated: isAbove,
  },
  delayRate: { ...open, count: 'dueCount', needs: ['delayRate'], ...measured('delayRate') },
  lowScore: {
    ...open,
    needs: [],
    needsScore: true,
    value: subject => subject.score,
    allowed: threshold,
    isViolated: isBelow,
  },
  contractEnding: {
    ...open,
    needs: ['contractEnd', 'exposure'],
    value: subject => subject.metric('contractEnd') - subject.asOf,
    allowed: threshold,
    isViolated: (daysLeft, allowed, subject) => daysLeft <= allowed && owes(subject),
  },
  longTerms: {
    ...open,
    needs: ['termsDays'],
    needsScore: true,
    value: subject => subject.metric('termsDays'),
    allowed: (rule, subject) => (subject.tier?.termsDays ?? Number.NaN) + rule.threshold,
    isViolated: isAbove,
  },
  noOrders: { ...open, needs: ['daysSinceInvoice'], ...measured('daysSinceInvoice') },
  missingData: {
    ...open,
    needs: [],
    value: subject => subject.coverage,
    allowed: threshold,
    // Nobody looks for the data of a customer who owes nothing; where exposure is not known, it is among the missing.
    isViolated: (value, allowed, subject) => isBelow(value, allowed) && !(subject.metric('exposure') <= 0),
  },
  scoreFall: { ...open, needs: ['scoreFall'], ...measured('scoreFall') },
  unusualOrders: {
    ...open,
    needs: ['orderGapAnomaly'],
    value: subject => furthest(subject.metric('orderGapAnomaly'), subject.metric('orderAmountAnomaly')),
    allowed: threshold,
    isViolated: isAbove,
  },
  reviewOverdue: {
    ...open,
    needs: ['daysSinceReview'],
    needsScore: true,
    value: subject => subject.metric('daysSinceReview'),
    allowed: (rule, { tier }) => (tier ? reviewDays(tier) : Number.NaN) + rule.threshold,
    isViolated: isAbove,
  },
  guaranteeMissing: {
    ...open,
    needs: ['guaranteed'],
    needsScore: true,
    value: subject => subject.metric('exposure'),
    allowed: threshold,
    isViolated: (value, allowed, subject) =>
      value > allowed && subject.metric('guaranteed') === 0 && subject.tier?.guarantee === true,
  },
};

/** The larger distance from the usual in either direction; one that is not known leaves the other. */
const furthest = (one: number, other: number): number =>
  Number.isNaN(one) ? Math.abs(other) : Math.max(Math.abs(one), Math.abs(other) || 0);

/** What checking all rules for all customers comes to. */
export interface CheckedRules {
  readonly breaches: readonly Breach[];
  readonly unchecked: readonly UncheckedRule[];
}

/** An answer of which what still holds is taken over. */
type AnswerBefore = Pick<Assessment, 'table' | 'scores' | 'breaches' | 'unchecked'>;

/**
 * Check every customer against the rules of the policy that are on, in slices of a few milliseconds.
 *
 * A rule keeps silent below its minimum amount or count (of the aged items for agedAmount, of overdue money for overdueShare, of invoices
 * due for delayRate, of exposure and open items else); a minimum of something unknown silences nothing.
 *
 * @param before An answer by the same policy: who has the same figures as there is checked only against rules that depend on everybody, such as the
 *   share of what is owed, and those that could not be checked then.
 * @returns Breaches by customer, then in the order of the policy; and the rules that could not be checked because no customer has
 *   the metric they need.
 * @example finishSlices(findBreachesInSlices(table, scores, policy)).breaches[0] //=> { customer: 3, rule: 'overLimit', value: 120, threshold: 100, … }
 */
export function* findBreachesInSlices(
  table: CustomerTable,
  scores: Scores,
  policy: Policy,
  before: AnswerBefore | null = null,
): Slices<CheckedRules> {
  const unchecked: UncheckedRule[] = [];
  const checked: BreachRule[] = [];
  for (const rule of policy.rules.filter(candidate => candidate.on)) {
    const needs = missingMetric(checks[rule.id], table, scores, policy);
    if (needs === null) checked.push(rule);
    else unchecked.push({ rule: rule.id, needs });
    yield;
  }

  const stands = before && (yield* whatStands(before, checked, table, scores));
  const breaches: Breach[] = [];
  for (let from = 0; from < table.customers.length; from += customersInSlice) {
    const to = Math.min(table.customers.length, from + customersInSlice);
    for (let customer = from; customer < to; customer += 1) {
      if (table.listed[customer] === 0) continue;
      const subject = subjectOf(customer, table, scores, policy);
      if (stands?.isChanged[customer] === 0) takeOver(breaches, stands, subject, customer, checked);
      else addBreaches(breaches, checked, subject, customer);
    }
    yield;
  }
  return { breaches, unchecked };
}

/** What of an answer before still stands. */
interface Standing {
  /** Per customer 1 where a figure of their own is another. */
  readonly isChanged: Uint8Array;
  /** The breaches of the answer before, from the customer on who comes next. */
  readonly breaches: readonly Breach[];
  next: number;
  /** Rules of which the breaches of an unchanged customer stand, and those that are checked for everybody. */
  readonly closed: ReadonlySet<BreachRuleId>;
  readonly open: readonly BreachRule[];
}

/** What a customer's own breaches follow from. */
const ownMetrics = metricNames.filter(name => !standingMetrics.has(name));

function* whatStands(
  before: AnswerBefore,
  rules: readonly BreachRule[],
  table: CustomerTable,
  scores: Scores,
): Slices<Standing> {
  const figures = ({ listed, metrics }: CustomerTable, { score, coverage, tier }: Scores) => [
    listed,
    score,
    coverage,
    tier,
    ...ownMetrics.map(name => metrics[name]),
  ];
  const isChanged = yield* changesInSlices(
    figures(before.table, before.scores),
    figures(table, scores),
    table.customers.length,
  );
  const uncheckedBefore = new Set(before.unchecked.map(({ rule }) => rule));
  const isOpen = ({ id }: BreachRule) =>
    uncheckedBefore.has(id) || checks[id].needs.some(name => standingMetrics.has(name));
  const [open, closed] = [rules.filter(isOpen), rules.filter(rule => !isOpen(rule))];
  return {
    isChanged,
    breaches: before.breaches,
    next: 0,
    closed: new Set(closed.map(({ id }) => id)),
    open,
  };
}

/** Add a customer's breaches as they were, and what the open rules say of them now, in the order of the policy. */
function takeOver(
  breaches: Breach[],
  stands: Standing,
  subject: RuleSubject,
  customer: number,
  rules: readonly BreachRule[],
): void {
  const first = breaches.length;
  for (; stands.breaches[stands.next]?.customer <= customer; stands.next += 1) {
    const breach = stands.breaches[stands.next];
    if (breach.customer === customer && stands.closed.has(breach.rule)) breaches.push(breach);
  }
  const closed = breaches.length;
  addBreaches(breaches, stands.open, subject, customer);
  if (closed === first || closed === breaches.length) return;
  const place = ({ rule }: Breach) => rules.findIndex(({ id }) => id === rule);
  breaches.push(...breaches.splice(first).sort((one, other) => place(one) - place(other)));
}

function addBreaches(
  breaches: Breach[],
  rules: readonly BreachRule[],
  subject: RuleSubject,
  customer: number,
): void {
  for (const rule of rules) {
    const breach = breachOf(rule, subject, customer);
    if (breach) breaches.push(breach);
  }
}

/** A minimum of 0 is none: customers in credit are not below it. */
const isUnderMinimum = (value: number, minimum: number): boolean => minimum > 0 && value < minimum;

function breachOf(rule: BreachRule, subject: RuleSubject, customer: number): Breach | null {
  const check = checks[rule.id];
  const isSilent =
    isUnderMinimum(subject.metric(check.amount), rule.minimumAmount) ||
    isUnderMinimum(subject.metric(check.count), rule.minimumCount);
  if (isSilent) return null;
  const value = check.value(subject);
  const allowed = check.allowed(rule, subject);
  if (!check.isViolated(value, allowed, subject)) return null;
  return { customer, rule: rule.id, severity: rule.severity, value, threshold: allowed };
}

function subjectOf(customer: number, table: CustomerTable, scores: Scores, policy: Policy): RuleSubject {
  return {
    asOf: table.asOf,
    score: scores.score[customer],
    coverage: scores.coverage[customer],
    tier: policy.tiers[scores.tier[customer]],
    metric: name => table.metrics[name][customer],
  };
}

/** The metric that nothing on the sheet feeds, or null where the rule can be checked for somebody. */
function missingMetric(
  check: RuleCheck,
  table: CustomerTable,
  scores: Scores,
  policy: Policy,
): MetricName | null {
  const isEmpty = table.customers.length === 0;
  if (isEmpty) return null;
  const missing = check.needs.find(name => isUnknown(table.metrics[name]));
  if (missing) return missing;
  return check.needsScore && isUnknown(scores.score) ? heaviestMetric(policy) : null;
}

function isUnknown(column: Float64Array): boolean {
  for (let customer = 0; customer < column.length; customer += 1)
    if (!Number.isNaN(column[customer])) return false;
  return true;
}

function heaviestMetric({ factors }: Policy): MetricName {
  const fed = factors.filter(factor => factor.metric !== null);
  return [...fed].sort((one, other) => other.weight - one.weight)[0]?.metric ?? 'overdueShare';
}
