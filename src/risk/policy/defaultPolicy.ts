import type { BreachRule, BreachRuleId, Bucket, Factor, Policy, Severity, Tier } from './policy';

/** Loss rates of IFRS 9 Illustrative Example 12 (its provision matrix): a published start until the user has their own history. */
const buckets: readonly Bucket[] = [
  { fromDay: Number.NEGATIVE_INFINITY, toDay: 0, lossRate: 0.003 },
  { fromDay: 1, toDay: 30, lossRate: 0.016 },
  { fromDay: 31, toDay: 60, lossRate: 0.036 },
  { fromDay: 61, toDay: 90, lossRate: 0.066 },
  { fromDay: 91, toDay: Number.POSITIVE_INFINITY, lossRate: 0.106 },
];

/** The reasons in full, their sources, and the backtest that weighed habit against today's position are in docs/policy.md. */
const factors: readonly Factor[] = [
  {
    // Money already missing: 20 points, so that nobody with half of the balance late can be in tier A, however well they paid before.
    name: { en: 'Overdue share', zh: '逾期占比' },
    metric: 'overdueShare',
    weight: 20,
    best: 0,
    worst: 0.5,
    missing: 'share',
  },
  {
    // How late they pay by habit, weighted by money, predicts the next invoice best; D&B's PAYDEX puts high risk at 30 days beyond terms.
    name: { en: 'Days beyond terms', zh: '超信用期天数' },
    metric: 'daysBeyondTerms',
    weight: 25,
    best: 0,
    worst: 30,
    missing: 'share',
  },
  {
    // How often they are late, whatever the amount: half of the invoices late is common in trade, four in five is a way of financing.
    name: { en: 'Payment delay rate', zh: '付款延迟率' },
    metric: 'delayRate',
    weight: 20,
    best: 0.1,
    worst: 0.8,
    missing: 'share',
  },
  {
    // Recovery falls with age; at 120 days collecting lies between the 70 % of three months and the 52 % of six.
    name: { en: 'Oldest days overdue', zh: '最长逾期天数' },
    metric: 'oldestDays',
    weight: 10,
    best: 0,
    worst: 120,
    missing: 'share',
  },
  {
    // Room under the limit is safety: half used is comfortable, a fifth over it is the end of it. Without a limit, a rule speaks.
    name: { en: 'Limit utilization', zh: '额度使用率' },
    metric: 'utilization',
    weight: 15,
    best: 0.5,
    worst: 1.2,
    missing: 'share',
  },
  {
    // A dispute is often a fault of the seller, so it weighs little, yet disputed money comes late or never.
    name: { en: 'Disputed share', zh: '争议占比' },
    metric: 'disputedShare',
    weight: 5,
    best: 0,
    worst: 0.25,
    missing: 'share',
  },
  {
    // A customer of three years is known; who has no history has not earned these points, so missing earns nothing.
    name: { en: 'Years as a customer', zh: '合作年限' },
    metric: 'tenureYears',
    weight: 5,
    best: 3,
    worst: 0,
    missing: 'nothing',
  },
];

/** Better tiers get more room, longer terms and fewer reviews; a limit of as many months as the terms allow; D buys on prepayment. */
const tiers: readonly Tier[] = [
  {
    letter: 'A',
    fromScore: 80,
    limitMonths: 3,
    termsDays: 90,
    prepaymentShare: 0,
    reviewMonths: 12,
    lossRate: 0.005,
  },
  {
    letter: 'B',
    fromScore: 65,
    limitMonths: 2,
    termsDays: 60,
    prepaymentShare: 0,
    reviewMonths: 6,
    lossRate: 0.015,
  },
  {
    letter: 'C',
    fromScore: 45,
    limitMonths: 1,
    termsDays: 30,
    prepaymentShare: 0.3,
    reviewMonths: 3,
    lossRate: 0.05,
  },
  {
    letter: 'D',
    fromScore: 0,
    limitMonths: 0,
    termsDays: 0,
    prepaymentShare: 1,
    reviewMonths: 1,
    lossRate: 0.2,
  },
];

interface RuleDefault {
  readonly en: string;
  readonly zh: string;
  readonly threshold: number;
  readonly severity: Severity;
  readonly minimumAmount?: number;
  readonly minimumCount?: number;
}

const ruleDefaults: Readonly<Record<BreachRuleId, RuleDefault>> = {
  overLimit: { en: 'Over limit', zh: '超信用额度', threshold: 1, severity: 'critical' },
  noLimit: { en: 'Exposure without a limit', zh: '无额度有敞口', threshold: 0, severity: 'warning' },
  utilization: { en: 'Limit utilization', zh: '额度使用率', threshold: 0.9, severity: 'notice' },
  overdueShare: {
    en: 'Overdue share',
    zh: '逾期占比',
    threshold: 0.3,
    severity: 'warning',
    minimumAmount: 1000,
  },
  agedAmount: {
    en: 'Long overdue amount',
    zh: '长期逾期金额',
    threshold: 90,
    severity: 'critical',
    minimumAmount: 1000,
    minimumCount: 1,
  },
  exposureShare: { en: 'Share of total exposure', zh: '客户集中度', threshold: 0.1, severity: 'warning' },
  dsoOverTerms: {
    en: 'DSO over terms',
    zh: '应收账款周转天数超信用期',
    threshold: 30,
    severity: 'warning',
  },
  delayRate: {
    en: 'Payment delay rate',
    zh: '付款延迟率',
    threshold: 0.7,
    severity: 'warning',
    minimumCount: 3,
  },
  lowScore: { en: 'Low risk score', zh: '信用评分过低', threshold: 45, severity: 'critical' },
  contractEnding: {
    en: 'Contract expired or ending',
    zh: '合同到期或即将到期',
    threshold: 30,
    severity: 'notice',
  },
  longTerms: {
    en: 'Terms longer than the tier allows',
    zh: '账期超等级标准',
    threshold: 0,
    severity: 'notice',
  },
  noOrders: { en: 'No order', zh: '长期未下单', threshold: 180, severity: 'notice' },
  missingData: { en: 'Missing data', zh: '数据缺失', threshold: 0.6, severity: 'notice' },
};

const rules: readonly BreachRule[] = (Object.entries(ruleDefaults) as [BreachRuleId, RuleDefault][]).map(
  ([id, { en, zh, threshold, severity, minimumAmount = 0, minimumCount = 0 }]) => ({
    id,
    name: { en, zh },
    on: true,
    threshold,
    minimumAmount,
    minimumCount,
    severity,
  }),
);

/**
 * The policy a workbook starts with: the one place for defaults. Its numbers are meant to be argued with on the sheet
 * `Tiercel Policy`, where each has its reason beside it.
 */
export const defaultPolicy: Policy = {
  settings: { asOf: null, windowDays: 365, countDisputed: true },
  buckets,
  factors,
  tiers,
  rules,
};
