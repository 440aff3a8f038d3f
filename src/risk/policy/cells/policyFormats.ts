import type { MetricName } from '../../metrics/table/metric';
import { type Measure, metricMeasure } from '../../metrics/table/metricMeasures';
import type { BreachRuleId, KnockOutId, Language } from '../policy';
import { knockOutMeasure, thresholdMeasure } from '../ruleMeasures';

/** Number formats as Excel writes them. */
export const general = 'General';
export const wholePercent = '0%';
export const finePercent = '0.0%';
export const count = '0';
export const money = '#,##0';
export const exchangeRate = '0.0000####';
export const isoDay = 'yyyy-mm-dd';
export const dayCounts: Readonly<Record<Language, string>> = { en: '0" d"', zh: '0" 天"' };
const yearCounts: Readonly<Record<Language, string>> = { en: 'General" y"', zh: 'General" 年"' };

/** Write a number of the policy in what it is measured in; `null` where that is not known. */
function formatOf(measure: Measure | null, language: Language): string {
  if (measure === 'share') return wholePercent;
  if (measure === 'money') return money;
  if (measure === 'years') return yearCounts[language];
  return measure === 'days' ? dayCounts[language] : general;
}

/** Write the values of a factor as its metric is measured. */
export const metricFormat = (metric: MetricName | null, language: Language): string =>
  formatOf(metric && metricMeasure[metric], language);

/** Write the threshold of a rule in its unit. */
export const thresholdFormat = (rule: BreachRuleId, language: Language): string =>
  formatOf(thresholdMeasure[rule], language);

/** Write the threshold of a knock-out in its unit. */
export const knockOutFormat = (knockOut: KnockOutId, language: Language): string =>
  formatOf(knockOutMeasure[knockOut], language);
