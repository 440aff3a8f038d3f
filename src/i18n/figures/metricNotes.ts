/** What each metric of a customer is and in which unit, in one line. */
import type { MetricName } from '../../risk/metrics/table/metric';
import type { Bilingual } from '../../risk/policy/policy';

/** The window is that of the policy, 365 days up to the as-of day unless it says otherwise. */
export const metricNotes: Readonly<Record<MetricName, Bilingual>> = {
  exposure: {
    en: 'What the customer owes: open invoices less unapplied credits.',
    zh: '客户所欠金额：未结发票减未核销贷项。',
  },
  notDue: { en: 'The amount that is open and not past due.', zh: '尚未逾期的未收金额。' },
  overdue: { en: 'The amount that is open past its due date.', zh: '已过到期日的未收金额。' },
  overdueShare: {
    en: 'Overdue / exposure, at most 1; unknown where nothing is owed.',
    zh: '逾期金额 / 应收余额，不大于 1；没有余额时未知。',
  },
  oldestDays: { en: 'Days past due of the oldest open item.', zh: '最早一笔未收款的逾期天数。' },
  weightedDaysOverdue: {
    en: 'Mean days past due of what is overdue, weighted by amount.',
    zh: '逾期款项的平均逾期天数，按金额加权。',
  },
  daysBeyondTerms: {
    en: 'Mean days paid after due, weighted by amount, of the payments within the window, each part of an invoice by its own day; early is 0 days. See DBT.',
    zh: '回溯期内各笔付款在到期后的平均天数，按金额加权；分次付款各按其付款日计；提前付款计 0 天。见 DBT。',
  },
  delayRate: {
    en: 'Share of the invoices due within the window that were paid late or are still open, by count, 0 to 1. See DELAYRATE.',
    zh: '回溯期内到期发票中逾期付款或仍未付的比例，按张数，0 至 1。见 DELAYRATE。',
  },
  sales: {
    en: 'The amount invoiced in the window, before credits. Unknown in a list of open items alone, which lacks what was paid.',
    zh: '回溯期内的开票金额，未扣贷项。只有未结款项的清单缺少已付发票，因此未知。',
  },
  dso: {
    en: 'Exposure / sales × days of the window, in days. Unknown without sales, as in a list of open items alone. See DSO.',
    zh: '应收余额 / 销售额 × 回溯天数，单位为天。没有销售额时未知，只有未结款项的清单也是如此。见 DSO。',
  },
  turnover: {
    en: 'Sales / exposure: how many times in the window. Unknown where nothing is owed, and in a list of open items alone. See TURNOVER.',
    zh: '销售额 / 应收余额，即回溯期内的周转次数。没有欠款的客户、只有未结款项的清单未知。见 TURNOVER。',
  },
  creditLimit: { en: 'The limit granted to the customer.', zh: '授予客户的信用额度。' },
  utilization: {
    en: 'Exposure / credit limit, above 1 when over it.',
    zh: '应收余额 / 信用额度，超过额度时大于 1。',
  },
  share: {
    en: "The customer's share of all positive exposures, 0 to 1. See CONCENTRATION.",
    zh: '占全部正数应收余额的比例，0 至 1。见 CONCENTRATION。',
  },
  disputed: { en: 'The amount that is open and disputed.', zh: '有争议的未收金额。' },
  disputedShare: { en: 'Disputed / exposure, at most 1.', zh: '争议金额 / 应收余额，不大于 1。' },
  unappliedCredits: {
    en: 'Credit notes and payments not applied to any invoice: 0 or less.',
    zh: '尚未核销到发票的贷项和付款，为 0 或负数。',
  },
  termsDays: {
    en: 'Terms granted, or else the median of due date − invoice date, in days.',
    zh: '授予的信用期；没有时为到期日 − 开票日期的中位数，单位为天。',
  },
  tenureYears: {
    en: 'Years since the first invoice; in a list of open items alone, since the oldest that is open: at least so many.',
    zh: '自首张发票起的年数；只有未结款项的清单从最早的未结发票算起，为最短年数。',
  },
  daysSinceInvoice: {
    en: 'Days since the last invoice. Unknown in a list of open items alone.',
    zh: '距最近一张发票的天数。只有未结款项的清单未知。',
  },
  contractEnd: { en: 'Date on which the contract ends.', zh: '合同到期的日期。' },
  openCount: { en: 'How many items are open, credits included.', zh: '未结的笔数，含贷项。' },
  dueCount: {
    en: 'How many invoices fell due within the window: what the payment delay rate is a share of.',
    zh: '回溯期内到期的发票张数，即付款延迟率的分母。',
  },
  agedAmount: {
    en: "The amount overdue for longer than the days of the policy's rule on long overdue amounts (90).",
    zh: '逾期超过政策“长期逾期金额”规则天数（90 天）的未收金额。',
  },
  agedCount: { en: 'How many items the long overdue amount is of.', zh: '长期逾期金额的笔数。' },
  rank: { en: 'Place by exposure, 1 owes most.', zh: '按应收余额的名次，1 为最大。' },
  concentrationContribution: {
    en: '(100 × share of exposure)²: what the customer adds to the HHI of 0 to 10,000.',
    zh: '（100 × 占比）²：该客户对 HHI（0 至 10,000）的贡献。',
  },
  expectedLoss: {
    en: 'The sum of the ageing buckets × their loss rates in the policy. See ALLOWANCE.',
    zh: '各账龄区间金额 × 政策的预期损失率之和。见 ALLOWANCE。',
  },
  daysBeyondTermsRecent: {
    en: 'Days beyond terms of the last 91 days alone.',
    zh: '仅最近 91 天的超信用期天数。',
  },
  daysBeyondTermsTrend: {
    en: 'Recent days beyond terms − those of the window, in days; above 0 the customer pays later than before.',
    zh: '近期超信用期天数 − 回溯期内的超信用期天数，单位为天；大于 0 说明付款变慢。',
  },
  delayRateByValue: {
    en: 'Payment delay rate by amount, 0 to 1: of an invoice paid in parts, what was paid in time is not late.',
    zh: '按金额计算的付款延迟率，0 至 1；分次付款的发票，按期付的部分不计为延迟。',
  },
  dsoAverage: {
    en: 'Mean of the exposures at the month ends of the window / sales × days of the window, in days; unknown where no payment is known.',
    zh: '回溯期内各月末应收余额的平均数 / 销售额 × 回溯天数，单位为天；没有付款记录时未知。',
  },
  dsoCountback: {
    en: 'Days of the newest months whose sales the exposure uses up. Unknown in a list of open items alone. See DSO, "countback".',
    zh: '应收余额从最近月份起逐月抵减销售额所用的天数。只有未结款项的清单未知。见 DSO 的 "倒推"。',
  },
  bestPossibleDso: {
    en: 'Not due / sales × days of the window: the DSO in days if everybody paid in time.',
    zh: '未到期金额 / 销售额 × 回溯天数：全部按时付款时的周转天数。',
  },
  averageDaysDelinquent: {
    en: 'Overdue / sales × days of the window: the days of the DSO that come from late payment.',
    zh: '逾期金额 / 销售额 × 回溯天数：周转天数中由逾期造成的天数。',
  },
  collectionEffectiveness: {
    en: 'Collection effectiveness index over the window, 1 at best; unknown where more came to be owed than a month sells. See CEI.',
    zh: '回溯期内的回款效率指数，最高为 1；应收余额的增加超过一个月销售额时未知。见 CEI。',
  },
  creditNoteShare: {
    en: 'Credit notes / sales of the window; unknown where the ledger has no credits.',
    zh: '回溯期内贷项 / 销售额；明细没有贷项时未知。',
  },
  writtenOff: { en: 'The amount that was written off.', zh: '已核销的坏账金额。' },
  orderCount: {
    en: 'On how many days of the window there was an invoice. Unknown in a list of open items alone, and so are the gaps between orders.',
    zh: '回溯期内有开票的天数。只有未结款项的清单未知，订货间隔也一样。',
  },
  usualOrderGap: {
    en: 'Median of the days from one order to the next.',
    zh: '相邻两次订货间隔天数的中位数。',
  },
  orderGapAnomaly: {
    en: 'How unusual the days since the last order are for this customer: modified z-score, above 3.5 is an outlier; 0 while the next order is not later than usual. See ANOMALY.',
    zh: '距上次订货的天数对该客户有多异常：修正 Z 分数，大于 3.5 为异常；未晚于通常间隔时为 0。见 ANOMALY。',
  },
  orderAmountAnomaly: {
    en: 'How unusual the amount of the last order is for this customer: modified z-score, below 0 for a small one. From five orders on.',
    zh: '最近一次订货金额对该客户有多异常：修正 Z 分数，偏小时为负。至少五次订货才计算。',
  },
  currentRatio: { en: 'Current assets / current liabilities.', zh: '流动资产 / 流动负债。' },
  debtRatio: { en: 'Total liabilities / total assets.', zh: '总负债 / 总资产。' },
  cashFlowToDebt: {
    en: 'Operating cash flow / total liabilities.',
    zh: '经营活动现金流量净额 / 总负债。',
  },
  altmanZ: {
    en: "Altman's Z-score, higher is safer. Listed makers: safe above 2.99, in distress below 1.81; private makers: 2.9 and 1.23; other companies: 2.6 and 1.1; grey between. See ALTMANZ.",
    zh: '奥特曼 Z 值，越高越安全。上市制造企业：高于 2.99 为安全，低于 1.81 为困境；非上市制造企业：2.9 与 1.23；非制造企业：2.6 与 1.1；其间为灰色区。见 ALTMANZ。',
  },
  externalRating: {
    en: 'The rating of an agency on a scale of 0 to 100, higher is safer.',
    zh: '评级机构的评级，折算为 0 至 100，越高越安全。',
  },
  scoreFall: {
    en: 'Points that the score fell since the last snapshot.',
    zh: '自上次快照以来评分下降的分数。',
  },
  daysSinceReview: { en: 'Days since the last review.', zh: '距上次复审的天数。' },
  insolvent: { en: '1 when the customer is insolvent, else 0.', zh: '客户破产或重整为 1，否则为 0。' },
  guaranteed: { en: '1 when there is a guarantee, else 0.', zh: '有担保为 1，否则为 0。' },
};
