import type { Measure } from '../metrics/table/metricMeasures';
import type { BreachRuleId, KnockOutId } from './policy';

/** The unit of what a rule measured on a customer, and of what it allowed that customer. */
export const breachMeasure: Readonly<Record<BreachRuleId, Measure>> = {
  overLimit: 'money',
  noLimit: 'money',
  utilization: 'share',
  overdueShare: 'share',
  agedAmount: 'days',
  exposureShare: 'share',
  dsoOverTerms: 'days',
  delayRate: 'share',
  lowScore: 'score',
  contractEnding: 'days',
  longTerms: 'days',
  noOrders: 'days',
  missingData: 'share',
  scoreFall: 'score',
  unusualOrders: 'index',
  reviewOverdue: 'days',
  guaranteeMissing: 'money',
};

/** The unit of a rule's threshold in the policy: over limit is a share of each customer's own limit there. */
export const thresholdMeasure: Readonly<Record<BreachRuleId, Measure>> = {
  ...breachMeasure,
  overLimit: 'share',
};

/** The unit of a knock-out's threshold in the policy. */
export const knockOutMeasure: Readonly<Record<KnockOutId, Measure>> = {
  insolvent: 'flag',
  oldestDays: 'days',
  overLimit: 'share',
  writtenOff: 'money',
  externalRating: 'score',
};

/** More than ten times a limit is a percentage that was written without its sign. */
const largestUse = 10;

/** The largest threshold of rules that go by a share: what is part of a whole is never more than all of it. */
export const largestShare: Readonly<Partial<Record<BreachRuleId, number>>> = {
  overLimit: largestUse,
  utilization: largestUse,
  overdueShare: 1,
  exposureShare: 1,
  delayRate: 1,
  missingData: 1,
};

/** The same of knock-outs. */
export const largestKnockOutShare: Readonly<Partial<Record<KnockOutId, number>>> = { overLimit: largestUse };
