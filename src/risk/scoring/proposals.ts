import { creditLimit, roundedLimit } from '../metrics/formulas/creditLimit';
import type { CustomerTable } from '../metrics/table/metric';
import type { Policy, Tier } from '../policy/policy';
import type { Scores } from './assessment';
import { type Review, reviewOf } from './reviews';

/** What is to be done about something that is agreed with a customer. */
export type ProposedChange = 'set' | 'raise' | 'lower' | 'keep';

/** Why a limit is proposed; the pane has a sentence for each. */
const limitReasons = [
  'monthsOfSales',
  'tierHasNoLimit',
  'noSales',
  'closeEnough',
  'hardlyUsed',
  'salesUnknown',
] as const;

export type LimitReason = (typeof limitReasons)[number];

const termsReasons = ['tierAllows', 'withinTier', 'longerThanTier'] as const;

export type TermsReason = (typeof termsReasons)[number];

/** Something agreed with a customer and what the policy answers to it; NaN where it is not known. */
export interface ProposedValue<Reason> {
  readonly current: number;
  readonly proposed: number;
  readonly change: ProposedChange;
  readonly reason: Reason;
}

/** What the policy proposes for a customer, in currency units and days. */
export interface Proposal {
  /** Index into the policy's tiers. */
  readonly tier: number;
  /** Average sales of a month, on which the limit rests; NaN where not known. */
  readonly monthlySales: number;
  readonly limit: ProposedValue<LimitReason>;
  readonly terms: ProposedValue<TermsReason>;
  /** Share of an order to be prepaid, 0–1. */
  readonly prepaymentShare: number;
  readonly guarantee: 'notWanted' | 'given' | 'wanted';
  /** Before the as-of day where the review is overdue; null where none is wanted. */
  readonly review: Review | null;
}

const daysPerYear = 365.25;
/** A window of 365 days holds twelve of these. */
const daysPerMonth = 365 / 12;
/** A month of sales says little about a customer of a week. */
const fewestDays = 30;
/** A limit within a tenth of the allowed one is not worth a letter. */
const closeEnough = 0.1;
/** Who uses less than half of a limit gains nothing by a higher one. */
const hardlyUsed = 0.5;

/**
 * Propose limit, terms, prepayment, guarantee and next review for a customer, as its tier says.
 *
 * The limit is the tier's months of average sales, rounded to two figures, never below 0; sales are averaged over the window, or over the
 * days since the customer's first invoice where those are fewer. A limit within a tenth of that stays, and so does a lower one of which less
 * than half is used. Terms stay where the tier allows them.
 *
 * @param customer Index into the table.
 * @returns Null for a customer without a tier.
 * @example proposalFor(0, table, scores, policy)?.limit //=> { current: 50_000, proposed: 120_000, change: 'raise', reason: 'monthsOfSales' }
 */
export function proposalFor(
  customer: number,
  table: CustomerTable,
  scores: Pick<Scores, 'tier'>,
  policy: Pick<Policy, 'tiers' | 'settings'>,
): Proposal | null {
  const { metrics } = table;
  const { tiers, settings } = policy;
  const index = scores.tier[customer];
  const tier = tiers[index];
  if (!tier) return null;
  const of = (name: keyof typeof metrics) => metrics[name][customer];
  const monthlySales = averageMonth(of('sales'), of('tenureYears'), settings.windowDays);
  return {
    tier: index,
    monthlySales,
    limit: proposeLimit(tier, monthlySales, of('creditLimit'), of('utilization')),
    terms: proposeTerms(tier, of('termsDays')),
    prepaymentShare: tier.prepaymentShare,
    guarantee: tier.guarantee ? (of('guaranteed') === 1 ? 'given' : 'wanted') : 'notWanted',
    review: reviewOf(customer, table, scores, policy),
  };
}

/** Sales of the window by month; a customer of less than the window bought in fewer days. */
function averageMonth(sales: number, tenureYears: number, windowDays: number): number {
  const daysKnown = Number.isNaN(tenureYears) ? windowDays : tenureYears * daysPerYear;
  const days = Math.min(windowDays, Math.max(fewestDays, daysKnown));
  return (sales / days) * daysPerMonth;
}

function proposeLimit(
  tier: Tier,
  monthlySales: number,
  current: number,
  utilization: number,
): ProposedValue<LimitReason> {
  if (tier.limitMonths === 0) return decide(current, 0, 'tierHasNoLimit');
  const allowed = roundedLimit(creditLimit(tier, monthlySales));
  if (Number.isNaN(allowed)) return { current, proposed: current, change: 'keep', reason: 'salesUnknown' };
  if (allowed === 0) return decide(current, 0, 'noSales');
  const keep = (reason: LimitReason) => ({ current, proposed: current, change: 'keep' as const, reason });
  if (Math.abs(allowed - current) <= closeEnough * allowed) return keep('closeEnough');
  if (current > 0 && current < allowed && utilization < hardlyUsed) return keep('hardlyUsed');
  return decide(current, allowed, 'monthsOfSales');
}

function proposeTerms(tier: Tier, current: number): ProposedValue<TermsReason> {
  if (current > tier.termsDays) return decide(current, tier.termsDays, 'longerThanTier');
  if (current >= 0) return decide(current, current, 'withinTier');
  return decide(current, tier.termsDays, 'tierAllows');
}

function decide<Reason>(current: number, proposed: number, reason: Reason): ProposedValue<Reason> {
  if (Number.isNaN(current)) return { current, proposed, change: 'set', reason };
  const change = proposed === current ? 'keep' : proposed > current ? 'raise' : 'lower';
  return { current, proposed, change, reason };
}
