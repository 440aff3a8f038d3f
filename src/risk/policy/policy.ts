import type { MetricName } from '../metrics/table/metric';

/** A text in both languages; which one shows is the edge's business. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

export type Language = keyof Bilingual;

/**
 * Give what something is called in every language: sheets of ours may be in another one than the pane is in now.
 *
 * @example inEveryLanguage({ en: 'tier', zh: '等级' }) //=> ['tier', '等级']
 */
export const inEveryLanguage = <Said>(said: Readonly<Record<Language, Said>>): readonly Said[] =>
  Object.values(said);

/** What missing data does to a score: its weight is shared among the others, or it earns nothing. */
export type MissingTreatment = 'share' | 'nothing';

/** What the days of an ageing bucket count from. */
export type AgeBy = 'dueDate' | 'invoiceDate';

export interface Factor {
  readonly name: Bilingual;
  /** The metric of the pane that feeds it; null when a workbook's own factor is known by header only. */
  readonly metric: MetricName | null;
  readonly weight: number;
  /** The value that earns all points, and the one that earns none; either may be the larger. */
  readonly best: number;
  readonly worst: number;
  /** Null: linear between worst and best. A whole number n ≥ 1: n equal steps, a value earns the step it has reached (1: all at best or nothing). */
  readonly steps: number | null;
  readonly missing: MissingTreatment;
}

export interface Tier {
  readonly letter: string;
  /** The lowest score of the tier. */
  readonly fromScore: number;
  /** Credit limit in months of average sales. */
  readonly limitMonths: number;
  readonly termsDays: number;
  /** Share of an order to be prepaid, 0–1. */
  readonly prepaymentShare: number;
  /** The policy wants a guarantee for what customers of this tier owe. */
  readonly guarantee: boolean;
  readonly reviewMonths: number;
  /** Expected loss on exposure, 0–1; exposure × this is what is at risk. */
  readonly lossRate: number;
}

export interface Bucket {
  /** First and last day past due; `toDay` Infinity for the open end. The first bucket, not due, is −Infinity … 0. */
  readonly fromDay: number;
  readonly toDay: number;
  readonly lossRate: number;
}

/** Age in months from the invoice date: the second ageing scheme (账龄 1年以内, 1–2年 …). */
export interface MonthBucket {
  /** A debt of this age is older than `fromMonth` months, and no older than `toMonth` (1年以内含1年); Infinity for the open end. The first begins at 0. */
  readonly fromMonth: number;
  readonly toMonth: number;
  readonly lossRate: number;
}

/** What one unit of a foreign currency is worth in the reporting currency. */
export interface ExchangeRate {
  /** ISO code, such as USD. */
  readonly currency: string;
  /** Units of the reporting currency per 1 of this one. */
  readonly rate: number;
}

/** The knock-outs there are, in the order of the policy sheet. */
export const knockOutIds = ['insolvent', 'oldestDays', 'overLimit', 'writtenOff', 'externalRating'] as const;

export type KnockOutId = (typeof knockOutIds)[number];

/** A fact that no score outweighs: it caps the tier, whatever the points add up to. */
export interface KnockOut {
  readonly id: KnockOutId;
  readonly name: Bilingual;
  readonly on: boolean;
  /** In the knock-out's own unit: days, a share over the limit, money, a rating 0–100; of no use for a flag. */
  readonly threshold: number;
  /** Money below which it keeps silent, so that a forgotten cent caps nobody. */
  readonly minimumAmount: number;
  /** Letter of the best tier that is still possible. */
  readonly bestTier: string;
}

/** How a collection step reaches the customer. */
export const channels = ['mail', 'phone', 'letter', 'legal'] as const;

export type Channel = (typeof channels)[number];

/** What is done about an unpaid invoice from a day past due on, until the next step takes over. */
export interface CollectionStep {
  readonly id: string;
  readonly name: Bilingual;
  /** First day past due of the step; negative for a reminder before the due date. */
  readonly fromDay: number;
  /** Overdue money below which the step is not worth its cost. */
  readonly minimumAmount: number;
  readonly channel: Channel;
}

export type Severity = 'critical' | 'warning' | 'notice';

/** The breach rules there are, in the order of the policy sheet. */
export const breachRuleIds = [
  'overLimit',
  'noLimit',
  'utilization',
  'overdueShare',
  'agedAmount',
  'exposureShare',
  'dsoOverTerms',
  'delayRate',
  'lowScore',
  'contractEnding',
  'longTerms',
  'noOrders',
  'missingData',
  'scoreFall',
  'unusualOrders',
  'reviewOverdue',
  'guaranteeMissing',
] as const;

export type BreachRuleId = (typeof breachRuleIds)[number];

export interface BreachRule {
  readonly id: BreachRuleId;
  readonly name: Bilingual;
  readonly on: boolean;
  /** In the rule's own unit: days, a share 0–1, a score. */
  readonly threshold: number;
  /** Money below which the rule keeps silent; 0 for rules that have none. */
  readonly minimumAmount: number;
  /** Items below which the rule keeps silent; 0 for rules that have none. */
  readonly minimumCount: number;
  readonly severity: Severity;
}

export interface PolicySettings {
  /** Excel serial day, or null until one is chosen. */
  readonly asOf: number | null;
  /** Days of sales that DSO, turnover and the payment record look back over. */
  readonly windowDays: number;
  /** Disputed items count as exposure and overdue. */
  readonly countDisputed: boolean;
  /** What the days of the buckets count from. */
  readonly ageBy: AgeBy;
  /** ISO code of the currency that amounts are reported in; `''` for the ledger's own. */
  readonly currency: string;
}

/** Everything that decides a tier or a breach: lives in cells of the sheet `Tiercel Policy`. */
export interface Policy {
  readonly settings: PolicySettings;
  /** May be empty: without a rate nothing is converted, and currencies are never added together. */
  readonly rates: readonly ExchangeRate[];
  readonly buckets: readonly Bucket[];
  readonly monthBuckets: readonly MonthBucket[];
  readonly factors: readonly Factor[];
  /** Best tier first, descending `fromScore`; the last begins at 0. */
  readonly tiers: readonly Tier[];
  readonly knockOuts: readonly KnockOut[];
  readonly rules: readonly BreachRule[];
  /** Ascending `fromDay`. */
  readonly steps: readonly CollectionStep[];
}
