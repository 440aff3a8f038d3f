import type { MetricName } from './metric';

/** What a value is measured in, and so how it is written. Shares are 0–1, dates Excel's serial days, flags 1 for yes and 0 for no. */
export type Measure =
  | 'money'
  | 'share'
  | 'days'
  | 'years'
  | 'times'
  | 'index'
  | 'date'
  | 'count'
  | 'score'
  | 'flag';

/** What each metric is measured in. */
export const metricMeasure: Readonly<Record<MetricName, Measure>> = {
  exposure: 'money',
  notDue: 'money',
  overdue: 'money',
  overdueShare: 'share',
  oldestDays: 'days',
  weightedDaysOverdue: 'days',
  daysBeyondTerms: 'days',
  delayRate: 'share',
  sales: 'money',
  dso: 'days',
  turnover: 'times',
  creditLimit: 'money',
  utilization: 'share',
  share: 'share',
  disputed: 'money',
  disputedShare: 'share',
  unappliedCredits: 'money',
  termsDays: 'days',
  tenureYears: 'years',
  daysSinceInvoice: 'days',
  contractEnd: 'date',
  openCount: 'count',
  dueCount: 'count',
  agedAmount: 'money',
  agedCount: 'count',
  rank: 'count',
  concentrationContribution: 'count',
  expectedLoss: 'money',
  daysBeyondTermsRecent: 'days',
  daysBeyondTermsTrend: 'days',
  delayRateByValue: 'share',
  dsoAverage: 'days',
  dsoCountback: 'days',
  bestPossibleDso: 'days',
  averageDaysDelinquent: 'days',
  collectionEffectiveness: 'share',
  creditNoteShare: 'share',
  writtenOff: 'money',
  orderCount: 'count',
  usualOrderGap: 'days',
  orderGapAnomaly: 'index',
  orderAmountAnomaly: 'index',
  currentRatio: 'index',
  debtRatio: 'share',
  cashFlowToDebt: 'share',
  altmanZ: 'index',
  externalRating: 'score',
  scoreFall: 'score',
  daysSinceReview: 'days',
  insolvent: 'flag',
  guaranteed: 'flag',
};

/** Shares that are never more than 1, whatever is owed or credited: more is a percentage without its sign. */
export const wholeAtMost: ReadonlySet<MetricName> = new Set(['overdueShare', 'delayRate', 'disputedShare']);
