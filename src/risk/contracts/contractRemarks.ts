import { placesUpTo } from '../metrics/placesUpTo';
import { sortInSlices } from '../metrics/sortInSlices';
import type { CustomerTable, MetricName } from '../metrics/table/metric';
import type { BreachRuleId, Policy, Tier } from '../policy/policy';
import type { Scores } from '../scoring/assessment';
import type { Slices } from '../slices';

/** What there is to say of an agreement with a customer, in the order in which it is worth a call. */
export const contractRemarks = ['expired', 'ending', 'longTerms', 'guaranteeMissing'] as const;

export type ContractRemark = (typeof contractRemarks)[number];

/** One remark about one customer. */
export interface ContractRow {
  readonly customer: number;
  readonly remark: ContractRemark;
  /** Serial day on which the contract ends; NaN where it is not known. */
  readonly contractEnd: number;
  /** Days until the end (ending), since the end (expired), or granted (longTerms); NaN for a guarantee. */
  readonly days: number;
  /** Days that the policy allows: before an end it wants to know (ending), or of terms (longTerms); NaN for the others. */
  readonly allowed: number;
  readonly exposure: number;
}

/** The remarks, and what could not be looked at because nobody has the figure it needs. */
export interface ContractReview {
  /** Largest exposure first; of one customer in the order of `contractRemarks`. */
  readonly rows: readonly ContractRow[];
  readonly unchecked: readonly { readonly remark: ContractRemark; readonly needs: ContractMetric }[];
}

/** The metrics without which nobody's agreement can be looked at. */
export type ContractMetric = Extract<MetricName, 'contractEnd' | 'termsDays' | 'guaranteed'>;

const needs: Readonly<Record<ContractRemark, ContractMetric>> = {
  expired: 'contractEnd',
  ending: 'contractEnd',
  longTerms: 'termsDays',
  guaranteeMissing: 'guaranteed',
};

/** Customers that are looked at before the work stops for others. */
const customersInSlice = 4096;

/**
 * Review what is agreed with customers: contracts that end within the days of the policy's rule contractEnding, contracts that ended although
 * something is owed, terms longer than the tier's (by more than the rule longTerms lets pass), guarantees missing where the tier wants one
 * and more is owed than the rule guaranteeMissing lets pass, its minimum amount included. Rules that are switched off give their bounds all the same.
 *
 * @returns A contract that ends on the as-of day itself is ending in 0 days.
 * @example finishSlices(reviewContractsInSlices(table, scores, policy)).rows[0] //=> { customer: 3, remark: 'expired', days: 12, exposure: 80_000, … }
 */
export function* reviewContractsInSlices(
  table: CustomerTable,
  scores: Pick<Scores, 'tier'>,
  policy: Pick<Policy, 'tiers' | 'rules'>,
): Slices<ContractReview> {
  const isKnown = (metric: MetricName) => table.metrics[metric].some(value => !Number.isNaN(value));
  const ruleOf = (id: BreachRuleId) => policy.rules.find(rule => rule.id === id);
  const bound = (id: BreachRuleId) => ruleOf(id)?.threshold ?? 0;
  const bounds: Bounds = {
    notice: bound('contractEnding'),
    longTerms: bound('longTerms'),
    unguaranteed: bound('guaranteeMissing'),
    leastUnguaranteed: ruleOf('guaranteeMissing')?.minimumAmount ?? 0,
  };
  const rows: ContractRow[] = [];
  for (let first = 0; first < table.customers.length; first += customersInSlice) {
    const end = Math.min(table.customers.length, first + customersInSlice);
    for (let customer = first; customer < end; customer += 1) {
      const tier = policy.tiers[scores.tier[customer]];
      if (table.listed[customer] === 1) rows.push(...rowsOf(customer, table, tier, bounds));
    }
    yield;
  }
  const owed = (row: number) => {
    const { exposure } = rows[row];
    return Number.isNaN(exposure) ? -Number.MAX_VALUE : exposure;
  };
  const largestFirst = yield* sortInSlices(placesUpTo(rows.length), (one, other) => owed(other) - owed(one));
  return {
    rows: Array.from(largestFirst, row => rows[row]),
    unchecked: contractRemarks
      .filter(remark => !isKnown(needs[remark]))
      .map(remark => ({ remark, needs: needs[remark] })),
  };
}

/** What the policy's rules let pass: days before an end, days of terms above the tier's, money without a guarantee, and less than the least of it. */
interface Bounds {
  readonly notice: number;
  readonly longTerms: number;
  readonly unguaranteed: number;
  readonly leastUnguaranteed: number;
}

function rowsOf(
  customer: number,
  { asOf, metrics }: CustomerTable,
  tier: Tier | undefined,
  { notice, longTerms, unguaranteed, leastUnguaranteed }: Bounds,
): ContractRow[] {
  const exposure = metrics.exposure[customer];
  const contractEnd = metrics.contractEnd[customer];
  const daysLeft = Math.floor(contractEnd) - asOf;
  const terms = metrics.termsDays[customer];
  const row = (remark: ContractRemark, days: number, allowed: number): ContractRow => ({
    customer,
    remark,
    contractEnd,
    days,
    allowed,
    exposure,
  });

  const remarks: ContractRow[] = [];
  if (daysLeft < 0 && exposure > 0) remarks.push(row('expired', -daysLeft, Number.NaN));
  if (daysLeft >= 0 && daysLeft <= notice) remarks.push(row('ending', daysLeft, notice));
  if (tier && terms > tier.termsDays + longTerms) {
    remarks.push(row('longTerms', terms, tier.termsDays));
  }
  const isEnough = exposure > unguaranteed && exposure >= leastUnguaranteed;
  const wantsGuarantee = tier?.guarantee === true && isEnough;
  if (wantsGuarantee && metrics.guaranteed[customer] === 0) {
    remarks.push(row('guaranteeMissing', Number.NaN, Number.NaN));
  }
  return remarks;
}
