import type {
  Bilingual,
  BreachRule,
  BreachRuleId,
  Bucket,
  CollectionStep,
  Factor,
  KnockOut,
  MonthBucket,
  Policy,
  Severity,
  Tier,
} from './policy';

/** Loss rates of IFRS 9 Illustrative Example 12 (its provision matrix): a published start until the user has their own history. */
const buckets: readonly Bucket[] = [
  { fromDay: Number.NEGATIVE_INFINITY, toDay: 0, lossRate: 0.003 },
  { fromDay: 1, toDay: 30, lossRate: 0.016 },
  { fromDay: 31, toDay: 60, lossRate: 0.036 },
  { fromDay: 61, toDay: 90, lossRate: 0.066 },
  { fromDay: 91, toDay: Number.POSITIVE_INFINITY, lossRate: 0.106 },
];

/** A customary ladder of the Chinese ageing method, 5, 10, 30 and 100 %: judgement, until the user has their own history. */
const monthBuckets: readonly MonthBucket[] = [
  { fromMonth: 0, toMonth: 12, lossRate: 0.05 },
  { fromMonth: 12, toMonth: 24, lossRate: 0.1 },
  { fromMonth: 24, toMonth: 36, lossRate: 0.3 },
  { fromMonth: 36, toMonth: Number.POSITIVE_INFINITY, lossRate: 1 },
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
    steps: null,
    missing: 'share',
  },
  {
    // How late they pay by habit, weighted by money, predicts the next invoice best; D&B's PAYDEX puts high risk at 30 days beyond terms.
    name: { en: 'Days beyond terms', zh: '超信用期天数' },
    metric: 'daysBeyondTerms',
    weight: 25,
    best: 0,
    worst: 30,
    steps: null,
    missing: 'share',
  },
  {
    // How often they are late, whatever the amount: half of the invoices late is common in trade, four in five is a way of financing.
    name: { en: 'Payment delay rate', zh: '付款延迟率' },
    metric: 'delayRate',
    weight: 20,
    best: 0.1,
    worst: 0.8,
    steps: null,
    missing: 'share',
  },
  {
    // Recovery falls with age; at 120 days collecting lies between the 70 % of three months and the 52 % of six.
    name: { en: 'Oldest days overdue', zh: '最长逾期天数' },
    metric: 'oldestDays',
    weight: 10,
    best: 0,
    worst: 120,
    steps: null,
    missing: 'share',
  },
  {
    // Room under the limit is safety: half used is comfortable, a fifth over it is the end of it. Without a limit, a rule speaks.
    name: { en: 'Limit utilization', zh: '额度使用率' },
    metric: 'utilization',
    weight: 15,
    best: 0.5,
    worst: 1.2,
    steps: null,
    missing: 'share',
  },
  {
    // A dispute is often a fault of the seller, so it weighs little, yet disputed money comes late or never.
    name: { en: 'Disputed share', zh: '争议占比' },
    metric: 'disputedShare',
    weight: 5,
    best: 0,
    worst: 0.25,
    steps: null,
    missing: 'share',
  },
  {
    // A customer of three years is known; who has no history has not earned these points, so missing earns nothing.
    name: { en: 'Years as a customer', zh: '合作年限' },
    metric: 'tenureYears',
    weight: 5,
    best: 3,
    worst: 0,
    steps: null,
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
    guarantee: false,
    reviewMonths: 12,
    lossRate: 0.005,
  },
  {
    letter: 'B',
    fromScore: 65,
    limitMonths: 2,
    termsDays: 60,
    prepaymentShare: 0,
    guarantee: false,
    reviewMonths: 6,
    lossRate: 0.015,
  },
  {
    letter: 'C',
    fromScore: 45,
    limitMonths: 1,
    termsDays: 30,
    prepaymentShare: 0.3,
    guarantee: true,
    reviewMonths: 3,
    lossRate: 0.05,
  },
  {
    letter: 'D',
    fromScore: 0,
    limitMonths: 0,
    termsDays: 0,
    prepaymentShare: 1,
    guarantee: true,
    reviewMonths: 1,
    lossRate: 0.2,
  },
];

/** Facts that no habit outweighs. The letters are those of the tiers above. */
const knockOuts: readonly KnockOut[] = [
  {
    id: 'insolvent',
    name: { en: 'Insolvent', zh: '破产或重整' },
    on: true,
    threshold: 0,
    minimumAmount: 0,
    bestTier: 'D',
  },
  {
    id: 'oldestDays',
    name: { en: 'Long past due', zh: '严重逾期' },
    on: true,
    threshold: 180,
    minimumAmount: 1000,
    bestTier: 'D',
  },
  {
    id: 'overLimit',
    name: { en: 'Far over limit', zh: '严重超额度' },
    on: true,
    threshold: 0.5,
    minimumAmount: 1000,
    bestTier: 'C',
  },
  {
    id: 'writtenOff',
    name: { en: 'Debt written off', zh: '曾核销坏账' },
    on: true,
    threshold: 0,
    minimumAmount: 0,
    bestTier: 'D',
  },
  {
    id: 'externalRating',
    name: { en: 'Poor external rating', zh: '外部评级过低' },
    on: true,
    threshold: 20,
    minimumAmount: 0,
    bestTier: 'D',
  },
];

/** A reminder costs nothing and comes first; a lawyer costs money and comes last, for sums worth it. */
const steps: readonly CollectionStep[] = [
  {
    id: 'reminder',
    name: { en: 'Reminder before due', zh: '到期前提醒' },
    fromDay: -5,
    minimumAmount: 5000,
    channel: 'mail',
  },
  { id: 'mail', name: { en: 'First notice', zh: '首次催款' }, fromDay: 3, minimumAmount: 0, channel: 'mail' },
  {
    id: 'phone',
    name: { en: 'Phone call', zh: '电话催收' },
    fromDay: 15,
    minimumAmount: 500,
    channel: 'phone',
  },
  {
    id: 'secondNotice',
    name: { en: 'Second notice', zh: '二次催款函' },
    fromDay: 30,
    minimumAmount: 0,
    channel: 'letter',
  },
  {
    id: 'finalNotice',
    name: { en: 'Final notice', zh: '最后催款函' },
    fromDay: 60,
    minimumAmount: 0,
    channel: 'letter',
  },
  {
    id: 'legal',
    name: { en: 'Legal action', zh: '法律途径' },
    fromDay: 90,
    minimumAmount: 5000,
    channel: 'legal',
  },
];

/** With its name in every language. */
interface RuleDefault extends Bilingual {
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
    zh: '信用期超等级标准',
    threshold: 0,
    severity: 'notice',
  },
  noOrders: { en: 'No order', zh: '长期未下单', threshold: 180, severity: 'notice' },
  missingData: { en: 'Missing data', zh: '数据缺失', threshold: 0.6, severity: 'notice' },
  scoreFall: { en: 'Score fell', zh: '评分下降', threshold: 15, severity: 'warning' },
  unusualOrders: { en: 'Unusual orders', zh: '订单异常', threshold: 3.5, severity: 'notice' },
  reviewOverdue: { en: 'Review overdue', zh: '复审逾期', threshold: 0, severity: 'notice' },
  guaranteeMissing: {
    en: 'Guarantee missing',
    zh: '缺少担保',
    threshold: 0,
    severity: 'warning',
    minimumAmount: 1000,
  },
};

const rules: readonly BreachRule[] = (Object.entries(ruleDefaults) as [BreachRuleId, RuleDefault][]).map(
  ([id, { threshold, severity, minimumAmount = 0, minimumCount = 0, ...name }]) => ({
    id,
    name,
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
  settings: { asOf: null, windowDays: 365, countDisputed: true, ageBy: 'dueDate', currency: '' },
  rates: [],
  buckets,
  monthBuckets,
  factors,
  tiers,
  knockOuts,
  rules,
  steps,
};
