import type { MetricName } from '../metrics/metric';

/** A text in both languages; which one shows is the edge's business. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** What missing data does to a score: its weight is shared among the others, or it earns nothing. */
export type MissingTreatment = 'share' | 'nothing';

export interface Factor {
  readonly name: Bilingual;
  /** The metric of the pane that feeds it; null when a workbook's own factor is known by header only. */
  readonly metric: MetricName | null;
  readonly weight: number;
  /** The value that earns all points, and the one that earns none; linear between, either may be the larger. */
  readonly best: number;
  readonly worst: number;
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

export type Severity = 'critical' | 'warning' | 'notice';

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
}

/** Everything that decides a tier or a breach: lives in cells of the sheet `Tiercel Policy`. */
export interface Policy {
  readonly settings: PolicySettings;
  readonly buckets: readonly Bucket[];
  readonly factors: readonly Factor[];
  /** Best tier first, descending `fromScore`; the last begins at 0. */
  readonly tiers: readonly Tier[];
  readonly rules: readonly BreachRule[];
}
