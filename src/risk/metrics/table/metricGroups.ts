import type { BreachRuleId, Policy } from '../../policy/policy';
import { type MetricGroup, type MetricName, metricGroups } from './metric';

export const alwaysMeasured: readonly MetricGroup[] = ['position', 'payments', 'sales'];

/** What a ledger alone tells, by group. A metric that is in none comes from a customer list, from snapshots or from reviews. */
export const metricsOfGroup: Readonly<Record<MetricGroup, readonly MetricName[]>> = {
  position: [
    'exposure',
    'notDue',
    'overdue',
    'overdueShare',
    'oldestDays',
    'weightedDaysOverdue',
    'creditLimit',
    'utilization',
    'share',
    'concentrationContribution',
    'disputed',
    'disputedShare',
    'unappliedCredits',
    'openCount',
    'agedAmount',
    'agedCount',
    'expectedLoss',
  ],
  payments: [
    'daysBeyondTerms',
    'daysBeyondTermsRecent',
    'daysBeyondTermsTrend',
    'delayRate',
    'delayRateByValue',
    'dueCount',
  ],
  sales: [
    'sales',
    'dso',
    'bestPossibleDso',
    'averageDaysDelinquent',
    'turnover',
    'creditNoteShare',
    'writtenOff',
    'termsDays',
    'tenureYears',
    'daysSinceInvoice',
  ],
  ranking: ['rank'],
  history: ['dsoAverage', 'dsoCountback', 'collectionEffectiveness'],
  orders: ['orderCount', 'usualOrderGap', 'orderGapAnomaly', 'orderAmountAnomaly'],
};

/** Rules that read metrics which are not always measured. */
const groupOfRule: Readonly<Partial<Record<BreachRuleId, MetricGroup>>> = {
  unusualOrders: 'orders',
};

/**
 * List the groups a policy cannot do without: those always measured, and each that a factor or a rule which is on reads.
 *
 * @example groupsNeeded(defaultPolicy) //=> ['position', 'payments', 'sales', 'orders']
 */
export function groupsNeeded({ factors, rules }: Pick<Policy, 'factors' | 'rules'>): readonly MetricGroup[] {
  const read = new Set(factors.map(factor => factor.metric));
  const ruled = new Set(rules.filter(rule => rule.on).map(rule => groupOfRule[rule.id]));
  return metricGroups.filter(
    group =>
      alwaysMeasured.includes(group) ||
      ruled.has(group) ||
      metricsOfGroup[group].some(metric => read.has(metric)),
  );
}
