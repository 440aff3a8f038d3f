import type { Bilingual } from '../../policy/policy';
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
  termsDays: { en: 'Terms in days', zh: '信用期天数' },
  tenureYears: { en: 'Years as a customer', zh: '合作年限' },
  daysSinceInvoice: { en: 'Days since last invoice', zh: '距上次开票天数' },
  contractEnd: { en: 'Contract end', zh: '合同到期日' },
  openCount: { en: 'Open items', zh: '未结笔数' },
  dueCount: { en: 'Invoices due', zh: '到期发票数' },
  agedAmount: { en: 'Long overdue amount', zh: '长期逾期金额' },
  agedCount: { en: 'Long overdue items', zh: '长期逾期笔数' },
  rank: { en: 'Rank by exposure', zh: '余额排名' },
  concentrationContribution: { en: 'Contribution to HHI', zh: '集中度贡献' },
  expectedLoss: { en: 'Expected loss', zh: '预期信用损失' },
  daysBeyondTermsRecent: { en: 'Days beyond terms in three months', zh: '近三月超信用期天数' },
  daysBeyondTermsTrend: { en: 'Trend of days beyond terms', zh: '超信用期天数趋势' },
  delayRateByValue: { en: 'Payment delay rate by value', zh: '付款延迟率按金额' },
  dsoAverage: { en: 'Average DSO', zh: '平均应收账款周转天数' },
  dsoCountback: { en: 'DSO by count back', zh: '倒推法应收账款周转天数' },
  bestPossibleDso: { en: 'Best possible DSO', zh: '最佳应收账款周转天数' },
  averageDaysDelinquent: { en: 'Average days delinquent', zh: '平均拖欠天数' },
  collectionEffectiveness: { en: 'Collection effectiveness', zh: '回款效率指数' },
  creditNoteShare: { en: 'Credit note share', zh: '贷项占比' },
  writtenOff: { en: 'Written off', zh: '核销坏账' },
  orderCount: { en: 'Orders', zh: '订单数' },
  usualOrderGap: { en: 'Usual days between orders', zh: '通常订货间隔天数' },
  orderGapAnomaly: { en: 'Unusual order frequency', zh: '订货频率异常度' },
  orderAmountAnomaly: { en: 'Unusual order amount', zh: '订货金额异常度' },
  currentRatio: { en: 'Current ratio', zh: '流动比率' },
  debtRatio: { en: 'Debt ratio', zh: '资产负债率' },
  cashFlowToDebt: { en: 'Operating cash flow to debt', zh: '经营现金流负债比' },
  altmanZ: { en: 'Altman Z-score', zh: '奥特曼 Z 值' },
  externalRating: { en: 'External rating', zh: '外部评级' },
  scoreFall: { en: 'Fall of the score', zh: '评分下降' },
  daysSinceReview: { en: 'Days since review', zh: '距上次复审天数' },
  insolvent: { en: 'Insolvent', zh: '是否破产' },
  guaranteed: { en: 'Guaranteed', zh: '是否有担保' },
};

/** What columns were called in earlier versions: tables that were kept are still read by these. */
export const earlierMetricTitles: Readonly<Partial<Record<MetricName, readonly string[]>>> = {
  termsDays: ['账期天数'],
};
