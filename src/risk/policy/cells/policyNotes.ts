import type { MetricName } from '../../metrics/table/metric';
import type { Bilingual, BreachRuleId, KnockOutId } from '../policy';

/** The reasons that stand in the column Why of the policy sheet, so that each number can be argued with where it is changed. */

export const settingNotes = {
  asOf: {
    en: 'The day everything is measured on; due on the day itself is not due. Empty until one is chosen.',
    zh: '所有指标的计算日；当天到期视为未到期。选定前为空。',
  },
  windowDays: {
    en: 'Days of sales and payments that DSO, turnover, delay rate and days beyond terms look back over; a year evens out the seasons.',
    zh: '周转天数、周转率、延迟率、超信用期天数的回溯区间；一整年可消除季节影响。',
  },
  countDisputed: {
    en: 'TRUE counts disputed items as exposure and overdue: a dispute does not pay the invoice.',
    zh: 'TRUE 表示争议款项计入应收余额与逾期：有争议并不等于已付款。',
  },
  ageBy: {
    en: 'Days of the buckets count from the due date, or from the invoice date; overdue is always past due.',
    zh: '账龄天数自到期日或发票日起算；逾期始终以到期日为准。',
  },
  currency: {
    en: 'ISO code, such as EUR, into which the rates below convert. Empty: the ledger keeps its own currency.',
    zh: 'ISO 代码，如 CNY，按下表汇率折算。留空则保持明细原币种。',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** In the empty row of a policy without rates, and beside every rate. */
export const rateNotes: Readonly<Record<'none' | 'rate', Bilingual>> = {
  none: {
    en: 'One row per foreign currency, with its ISO code. Without a rate, currencies are never added together.',
    zh: '每种外币一行，填写 ISO 代码。没有汇率的币种绝不相加。',
  },
  rate: {
    en: 'Units of the reporting currency per 1 of this currency, on the as-of date.',
    zh: '截止日期 1 单位该币种折合报告币种的数额。',
  },
};

/** Not due, then the lower buckets, then the open end. */
export const bucketNotes: Readonly<Record<'notDue' | 'between' | 'openEnd', Bilingual>> = {
  notDue: {
    en: 'Not yet past due. Loss rates start from IFRS 9 Illustrative Example 12; put your own history here.',
    zh: '尚未逾期。损失率取自 IFRS 9 示例 12，请改为本公司历史数据。',
  },
  between: {
    en: 'From the day after the row above up to this day past due.',
    zh: '自上一行次日起，至本行逾期天数止。',
  },
  openEnd: {
    en: 'Everything older: leave the last day empty.',
    zh: '更长账龄：天数留空。',
  },
};

/** By position, from the invoice date on. */
export const monthBucketNotes: Readonly<Record<'first' | 'between' | 'openEnd', Bilingual>> = {
  first: {
    en: 'Invoiced up to these months ago, that day included. Loss rates of 5, 10, 30, 100 % are a customary ladder, not measured; put your own history here.',
    zh: '开票不超过该月数（含当日）。计提比例 5%、10%、30%、100% 为惯用阶梯，并非实测，请改为本公司历史数据。',
  },
  between: {
    en: 'Older than the row above, up to these months since the invoice.',
    zh: '超过上一行月数，不超过该月数（含当日）。',
  },
  openEnd: {
    en: 'Everything older: leave the months empty.',
    zh: '更长账龄：月数留空。',
  },
};

/** Beside a factor, by what it measures. */
export const factorNotes: Readonly<Partial<Record<MetricName, Bilingual>>> = {
  overdueShare: {
    en: 'Money already missing: half of a balance late earns nothing, and keeps anybody out of tier A.',
    zh: '钱已经没按时到账：一半余额逾期即不得分，且不能评为 A 级。',
  },
  daysBeyondTerms: {
    en: 'How late they pay by habit, weighted by amount, predicts the next invoice best; past 30 days D&B PAYDEX calls it high risk.',
    zh: '按金额加权的习惯性拖延天数，最能预示下一笔付款；邓白氏 PAYDEX 以超过 30 天为高风险。',
  },
  delayRate: {
    en: 'How often they are late: half of the invoices late is common in trade, four in five is a way of financing.',
    zh: '迟付频率：半数迟付在贸易中常见，八成迟付则是拿我方融资。',
  },
  oldestDays: {
    en: 'Recovery falls with age: about 70 % of the money at three months, half at six; after 120 days it is a matter for lawyers.',
    zh: '账龄越长回收越难：逾期三个月约能收回七成，六个月约五成；120 天后多需法律途径。',
  },
  utilization: {
    en: 'Room under the limit is safety: half used is comfortable, a fifth over the limit is the end of it.',
    zh: '额度余量即安全垫：用到一半较宽松，超出两成即不得分。',
  },
  disputedShare: {
    en: 'Often the fault of the seller, so it weighs little, yet disputed money comes late or never.',
    zh: '争议常因卖方引起，故权重低，但争议款往往迟付或不付。',
  },
  tenureYears: {
    en: 'A customer of three years is known; who has no history has not earned these points.',
    zh: '合作三年即相互了解；没有往来记录则不得分。',
  },
};

/** By position: the best tier, those between, the last. */
export const tierNotes: Readonly<Record<'best' | 'between' | 'last', Bilingual>> = {
  best: {
    en: 'Safest: the largest limit, the longest terms, a review once a year.',
    zh: '最安全：额度最高、信用期最长、每年复审一次。',
  },
  between: {
    en: 'Less room, shorter terms and more frequent reviews than the tier above.',
    zh: '额度、信用期与复审间隔均低于上一等级。',
  },
  last: {
    en: 'Sell against prepayment only. The last tier begins at 0.',
    zh: '仅限预付款交易。最后一级必须从 0 分起。',
  },
};

/** Beside a knock-out. */
export const knockOutNotes: Readonly<Record<KnockOutId, Bilingual>> = {
  insolvent: {
    en: 'The customer list says insolvent, bankrupt or in administration; the threshold is not used.',
    zh: '客户清单注明破产、清算或重整；不使用阈值。',
  },
  oldestDays: {
    en: 'An open item more than these days past due: half of such money is never collected. Silent below the minimum overdue.',
    zh: '有未结款项逾期超过该天数：此类款项约半数无法收回。逾期金额低于最低金额时不触发。',
  },
  overLimit: {
    en: 'Exposure over the credit limit by more than this share, once exposure reaches the minimum: the limit is not being kept.',
    zh: '应收余额超出信用额度的比例大于该值，且余额达到最低金额：额度已失去约束。',
  },
  writtenOff: {
    en: 'More than this amount of the customer was written off: no credit again until somebody decides otherwise.',
    zh: '对该客户核销的坏账超过该金额：未经批准不再赊销。',
  },
  externalRating: {
    en: 'External rating, on a scale of 0 to 100, below this: a rating agency sees default near.',
    zh: '外部评级（换算为 0–100）低于该值：评级机构认为接近违约。',
  },
};

/** Of the steps a policy starts with, by their code. */
export const stepNotes: Readonly<Record<string, Bilingual>> = {
  reminder: {
    en: 'Days before due are negative. A friendly word about large invoices prevents most disputes.',
    zh: '到期前的天数为负数。大额发票提前友好提醒，可避免多数争议。',
  },
  mail: {
    en: 'Three days let the bank deliver; most late payers only forgot.',
    zh: '留三天到账时间；多数迟付只是忘记。',
  },
  phone: {
    en: 'Ask why: a dispute, a missing document, or no money.',
    zh: '问明原因：争议、单据缺失，还是资金不足。',
  },
  secondNotice: {
    en: 'In writing, with interest claimed: IFRS 9 sees a higher risk from here on.',
    zh: '书面通知并主张利息：IFRS 9 自此视为信用风险上升。',
  },
  finalNotice: {
    en: 'With a last date, and what follows it: deliveries stop.',
    zh: '注明最后期限及后果：停止供货。',
  },
  legal: {
    en: 'Lawyer or agency, for sums that are worth their fee; recovery falls every month from here.',
    zh: '委托律师或催收机构，金额须高于费用；此后回收率逐月下降。',
  },
};

/** Beside a breach rule. */
export const ruleNotes: Readonly<Record<BreachRuleId, Bilingual>> = {
  overLimit: {
    en: 'Exposure above this share of the credit limit.',
    zh: '应收余额超过信用额度的该比例。',
  },
  noLimit: {
    en: 'Exposure above this amount where the customer has no credit limit.',
    zh: '未设信用额度而应收余额超过该金额。',
  },
  utilization: {
    en: 'Exposure / limit above this share: the early warning before the limit is reached.',
    zh: '额度使用率超过该比例：超限之前的早期提示。',
  },
  overdueShare: {
    en: 'Overdue share above this, once the overdue amount reaches the minimum.',
    zh: '逾期占比超过该值，且逾期金额达到最低金额。',
  },
  agedAmount: {
    en: 'Items more than these days past due that reach the minimum amount and count together, never the count alone.',
    zh: '逾期超过该天数的款项，须同时达到最低金额与最少笔数，绝不只看笔数。',
  },
  exposureShare: {
    en: 'Share of the total exposure above this; auditors ask about customers above a tenth.',
    zh: '占应收总额的比例超过该值；超过一成通常须向审计披露。',
  },
  dsoOverTerms: {
    en: 'DSO more than these days above the granted terms.',
    zh: '应收账款周转天数超过信用期该天数以上。',
  },
  delayRate: {
    en: 'Share of due invoices paid late or still unpaid above this, once so many invoices were due.',
    zh: '付款延迟率超过该值，且到期发票达到最少笔数。',
  },
  lowScore: {
    en: 'Risk score below this: where the last tier begins.',
    zh: '信用评分低于该值：即进入最低等级。',
  },
  contractEnding: {
    en: 'Contract expired, or ending within these days, while money is owed.',
    zh: '仍有应收余额，而合同已到期或将在该天数内到期。',
  },
  longTerms: {
    en: 'Granted terms longer than the terms of the tier by more than these days.',
    zh: '实际信用期超出该等级标准的天数大于该值。',
  },
  noOrders: {
    en: 'No invoice for more than these days: the customer may be leaving.',
    zh: '超过该天数没有新发票：客户可能流失。',
  },
  missingData: {
    en: 'Less than this share of the score weight had data: the score is a guess.',
    zh: '评分数据覆盖率低于该值：评分仅供参考。',
  },
  scoreFall: {
    en: 'Score lower than in the last snapshot by more than these points: the width of a tier.',
    zh: '评分较上次快照下降超过该分数：约为一个等级的跨度。',
  },
  unusualOrders: {
    en: 'Order amount or frequency further than this from the usual of this customer, as a modified z-score (Iglewicz and Hoaglin: 3.5).',
    zh: '订单金额或频率偏离该客户常态，修正 z 值超过该值（Iglewicz 与 Hoaglin：3.5）。',
  },
  reviewOverdue: {
    en: 'Last review longer ago than the tier asks for, by more than these days.',
    zh: '距上次复审超出该等级复审周期的天数大于该值。',
  },
  guaranteeMissing: {
    en: 'The tier wants a guarantee, the customer list has none, and exposure reaches the minimum amount.',
    zh: '该等级要求担保而客户清单中没有，且应收余额达到最低金额。',
  },
};
