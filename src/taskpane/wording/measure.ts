import { type Texts, textsIn } from '../../i18n/catalogue';
import type { Language } from '../../i18n/language';
import {
  formatDate,
  formatMoney,
  formatNumber,
  formatShare,
  moneyUnit,
  unknownNumber,
} from '../../i18n/numbers';
import type { MetricName } from '../../risk/metrics/metric';
import type { BreachRuleId } from '../../risk/policy/policy';

/** What a value is measured in, and so how it is written. */
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

const writers: Readonly<
  Record<Measure, (value: number, texts: Texts, language: Language, is1904: boolean) => string>
> = {
  money: (value, _texts, language) => formatMoney(value, moneyUnit(value, 'full', language), language),
  share: (value, _texts, language) => formatShare(value, language),
  days: (value, texts) => texts.unit.days(Math.round(value)),
  years: (value, texts, language) =>
    texts.unit.years(formatNumber(value, language, Number.isInteger(value) ? 0 : 1)),
  times: (value, texts, language) => texts.unit.times(formatNumber(value, language, 1)),
  index: (value, _texts, language) => formatNumber(value, language, 1),
  date: (value, _texts, language, is1904) => formatDate(value, is1904, language),
  count: (value, _texts, language) => formatNumber(value, language),
  score: (value, _texts, language) => formatNumber(value, language),
  flag: (value, texts) => (value === 0 ? texts.unit.no : texts.unit.yes),
};

/**
 * Write a value in its measure; `–` when it is not known.
 *
 * @example
 * writeMeasure(0.62, 'share', 'en') //=> '62%'
 * writeMeasure(45, 'days', 'zh') //=> '45 天'
 */
export function writeMeasure(value: number, measure: Measure, language: Language, is1904 = false): string {
  if (!Number.isFinite(value)) return unknownNumber;
  return writers[measure](value, textsIn(language), language, is1904);
}
