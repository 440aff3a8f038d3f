import type { MetricName } from '../metrics/metric';
import type { Bilingual, BreachRuleId, KnockOutId } from './policy';

type Language = keyof Bilingual;

/** Number formats as Excel writes them. */
export const general = 'General';
export const wholePercent = '0%';
export const finePercent = '0.0%';
export const count = '0';
export const money = '#,##0';
export const exchangeRate = '0.0000####';
export const isoDay = 'yyyy-mm-dd';
export const dayCounts: Readonly<Record<Language, string>> = { en: '0" d"', zh: '0" 天"' };
export const monthCounts: Readonly<Record<Language, string>> = { en: '0" m"', zh: '0" 个月"' };

const shareMetrics: ReadonlySet<MetricName> = new Set([
  'overdueShare',
  'delayRate',
  'delayRateByValue',
  'utilization',
  'share',
  'disputedShare',
  'collectionEffectiveness',
  'creditNoteShare',
  'debtRatio',
  'cashFlowToDebt',
]);
const dayMetrics: ReadonlySet<MetricName> = new Set([
  'oldestDays',
  'weightedDaysOverdue',
  'daysBeyondTerms',
  'daysBeyondTermsRecent',
  'daysBeyondTermsTrend',
  'dso',
  'dsoAverage',
  'dsoCountback',
  'bestPossibleDso',
  'averageDaysDelinquent',
  'termsDays',
  'daysSinceInvoice',
  'usualOrderGap',
  'daysSinceReview',
]);
const moneyMetrics: ReadonlySet<MetricName> = new Set([
  'exposure',
  'notDue',
  'overdue',
  'sales',
  'creditLimit',
  'disputed',
  'unappliedCredits',
  'agedAmount',
  'expectedLoss',
  'writtenOff',
]);
const shareRules: ReadonlySet<BreachRuleId> = new Set([
  'overLimit',
  'utilization',
  'overdueShare',
  'exposureShare',
  'delayRate',
  'missingData',
]);
const dayRules: ReadonlySet<BreachRuleId> = new Set([
  'agedAmount',
  'dsoOverTerms',
  'contractEnding',
  'longTerms',
  'noOrders',
  'reviewOverdue',
]);

/** Write the values of a factor as its metric is measured. */
export function metricFormat(metric: MetricName | null, language: Language): string {
  if (metric === null) return general;
  if (shareMetrics.has(metric)) return wholePercent;
  if (moneyMetrics.has(metric)) return money;
  return dayMetrics.has(metric) ? dayCounts[language] : general;
}

/** Write the threshold of a rule in its unit. */
export function thresholdFormat(rule: BreachRuleId, language: Language): string {
  if (shareRules.has(rule)) return wholePercent;
  return dayRules.has(rule) ? dayCounts[language] : general;
}

/** Write the threshold of a knock-out in its unit. */
export function knockOutFormat(knockOut: KnockOutId, language: Language): string {
  const formats: Readonly<Record<KnockOutId, string>> = {
    insolvent: general,
    oldestDays: dayCounts[language],
    overLimit: wholePercent,
    writtenOff: money,
    externalRating: general,
  };
  return formats[knockOut];
}
