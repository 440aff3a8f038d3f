import type { Ledger } from '../../ledger/ledger';
import type { Policy } from '../../policy/policy';
import type { MetricColumns } from '../table/metricColumns';
import type { CustomerItems } from './customerItems';

/** What measuring a customer needs besides their items, and where it writes. */
export interface Measurement {
  readonly ledger: Ledger;
  /** Serial day without a time. */
  readonly asOf: number;
  readonly policy: Policy;
  /** What the ledger's rows tell by the as-of day, as bits of `tells`. */
  readonly told: number;
  readonly items: CustomerItems;
  readonly metrics: MetricColumns;
  readonly buckets: readonly Float64Array[];
}

/**
 * Measures customers of one ledger. Each is a class: what an engine made fast of a method stays, whereas that of a function made for one ledger goes
 * with it at the next garbage collection, and measuring the next ledger began slowly (docs/speed.md).
 */
export interface CustomerMeasure {
  /** Measure a customer by the items `from` up to `to`, of which there is at least one; money is written in currency units. */
  measure(customer: number, from: number, to: number): void;
  /** The same in parts, where all items of a customer who has a million of them would take too long at once. */
  readonly parts?: MeasuredInParts;
}

/** Begun, given all items of one customer in their order and in parts, and finished, which writes what they come to. */
export interface MeasuredInParts {
  begin(): void;
  take(from: number, to: number): void;
  finish(customer: number): void;
}
