import type { Bilingual } from '../policy/policy';
import type { MetricName } from './metric';

/**
 * What a column of each metric is called on a sheet, with its unit where the name does not tell. Names of the default policy's
 * factors are those of their metrics, so that a table of metrics can be scored by its headers.
 */
export const metricTitles: Readonly<Record<MetricName, Bilingual>> = {
  exposure: { en: 'Exposure', zh: '应收余额' },
  notDue: { en: 'Not due', zh: '未到期' },
  overdue: { en: 'Overdue', zh: '逾期金额' },
  overdueShare: { en: 'Overdue share', zh: '逾期占比' },
  oldestDays: { en: 'Oldest days overdue', zh: '最长逾期天数' },
  weightedDaysOverdue: { en: 'Weighted days overdue', zh: '加权逾期天数' },
  daysBeyondTerms: { en: 'Days beyond terms', zh: '超信用期天数' },
  delayRate: { en: 'Payment delay rate', zh: '付款延迟率' },
  sales: { en: 'Sales', zh: '销售额' },
  dso: { en: 'DSO', zh: '应收账款周转天数' },
  turnover: { en: 'Receivables turnover', zh: '应收账款周转率' },
  creditLimit: { en: 'Credit limit', zh: '信用额度' },
  utilization: { en: 'Limit utilization', zh: '额度使用率' },
  share: { en: 'Share of exposure', zh: '占应收余额比例' },
  disputed: { en: 'Disputed amount', zh: '争议金额' },
  disputedShare: { en: 'Disputed share', zh: '争议占比' },
  unappliedCredits: { en: 'Unapplied credits', zh: '未核销贷项' },
  termsDays: { en: 'Terms in days', zh: '账期天数' },
  tenureYears: { en: 'Years as a customer', zh: '合作年限' },
  daysSinceInvoice: { en: 'Days since last invoice', zh: '距上次开票天数' },
  contractEnd: { en: 'Contract end', zh: '合同到期日' },
  openCount: { en: 'Open items', zh: '未结笔数' },
  dueCount: { en: 'Invoices due', zh: '到期发票数' },
  agedAmount: { en: 'Long overdue amount', zh: '长期逾期金额' },
  agedCount: { en: 'Long overdue items', zh: '长期逾期笔数' },
};
