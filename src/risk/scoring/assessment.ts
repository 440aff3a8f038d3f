import type { CustomerTable, MetricName, Portfolio } from '../metrics/table/metric';
import type { BreachRuleId, Policy, Severity } from '../policy/policy';

/** The tier of a customer without a score. */
export const noTier = 255;

/** The cap of a customer whose tier is the score's own. */
export const noCap = 255;

/** Scores of all customers, with what made them. */
export interface Scores {
  /** 0–100 per customer, higher is safer; NaN where no factor had data. */
  readonly score: Float64Array;
  /** Index into the policy's tiers, after its knock-outs; 255 where there is no score. */
  readonly tier: Uint8Array;
  /** The tier by the score alone. */
  readonly scoreTier: Uint8Array;
  /** Index into the policy's knockOuts of the one that lowered the tier from `scoreTier`; 255 where none did. */
  readonly cap: Uint8Array;
  /** Share of weight that had data, 0–1. */
  readonly coverage: Float64Array;
  /** Per factor of the policy: points earned per customer (0 … the factor's effective weight), NaN where it had no data and its weight was shared. */
  readonly points: readonly Float64Array[];
  /** Per factor: the points it could have earned for that customer, after missing factors' weights were shared. */
  readonly available: readonly Float64Array[];
}

/** The scores that the customers of a table had in a snapshot. */
export interface PreviousScores {
  /** Serial day that the snapshot tells of. */
  readonly asOf: number;
  /** By which policy it was scored, as `policyCode` writes it; `''` where not known. */
  readonly policy: string;
  /** Per customer; NaN where the snapshot does not know it, or has no score of it. */
  readonly score: Float64Array;
}

/** A customer that violates a rule of the policy. */
export interface Breach {
  readonly customer: number;
  readonly rule: BreachRuleId;
  readonly severity: Severity;
  /** What was measured and what the policy allows, in the rule's unit. */
  readonly value: number;
  readonly threshold: number;
}

/** A rule that could not be checked, and the metric that nothing on the sheet feeds. */
export interface UncheckedRule {
  readonly rule: BreachRuleId;
  readonly needs: MetricName;
}

export interface TierSummary {
  readonly letter: string;
  readonly customerCount: number;
  readonly exposure: number;
}

/** The whole answer for one sheet: what the pane shows and what is written beside the data. */
export interface Assessment {
  readonly asOf: number;
  readonly policy: Policy;
  readonly table: CustomerTable;
  readonly scores: Scores;
  /** What scores are compared with; null where there is no snapshot of before. */
  readonly previous: PreviousScores | null;
  readonly breaches: readonly Breach[];
  readonly unchecked: readonly UncheckedRule[];
  readonly portfolio: Portfolio;
  /** Exposure × the tier's expected loss rate, per customer and in all; unscored customers take the last tier's rate. */
  readonly atRisk: Float64Array;
  readonly totalAtRisk: number;
  /** One per tier of the policy, then one with letter `''` for customers without a score, if there are any. */
  readonly tierSummaries: readonly TierSummary[];
  /** Customer indexes, most money at risk first, then by exposure, then by name. */
  readonly worstFirst: Int32Array;
}
