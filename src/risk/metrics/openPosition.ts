import type { Ledger } from '../ledger/ledger';
import type { Policy } from '../policy/policy';
import { bucketIndex } from './ageing';
import { type MetricColumns, shareOfExposure } from './metricColumns';

/** Where each sum of a customer lies among that customer's sums, which lie together because a row needs several of them. */
const owed = 0;
const credits = 1;
const disputed = 2;
const overdue = 3;
const overdueDays = 4;
const oldest = 5;
const openCount = 6;
const aged = 7;
const agedCount = 8;
const firstBucket = 9;

/**
 * What customers owe: exposure, ageing, what is overdue and since when, disputes, credits.
 *
 * Positive items are aged: overdue when due before the as-of day, not due otherwise, also when no due date is known. Credits stand
 * apart and are part of exposure only, so that overdue and disputed shares, which are of exposure, are held to at most 1. Disputed items count as the policy says; left out, they show in `disputed` alone.
 */
export class OpenPosition {
  private readonly sums: Float64Array;
  private readonly width: number;
  private readonly agedDays: number;

  /** @param asOf Serial day without a time. */
  constructor(
    private readonly ledger: Ledger,
    private readonly asOf: number,
    private readonly policy: Policy,
  ) {
    this.width = firstBucket + policy.buckets.length;
    this.sums = new Float64Array(ledger.customers.length * this.width);
    // Without that rule no item is long overdue, and how much is so is not known.
    this.agedDays = policy.rules.find(rule => rule.id === 'agedAmount')?.threshold ?? Number.NaN;
  }

  /** Add what is open of a row, which is not 0. */
  add(row: number, customer: number, amount: number): void {
    const { sums, ledger } = this;
    const at = customer * this.width;
    const isCredit = amount < 0;
    const isDisputed = ledger.disputed[row] === 1 && !isCredit;
    if (isDisputed) {
      sums[at + disputed]! += amount;
      if (!this.policy.settings.countDisputed) return;
    }

    sums[at + openCount]! += 1;
    if (isCredit) {
      sums[at + credits]! += amount;
      return;
    }
    sums[at + owed]! += amount;
    const daysPastDue = this.asOf - Math.floor(ledger.dueDate[row]!);
    const bucket = Math.max(0, bucketIndex(daysPastDue, this.policy.buckets));
    sums[at + firstBucket + bucket]! += amount;
    if (daysPastDue > 0) {
      sums[at + overdue]! += amount;
      sums[at + overdueDays]! += amount * daysPastDue;
      if (daysPastDue > sums[at + oldest]!) sums[at + oldest] = daysPastDue;
    }
    if (daysPastDue > this.agedDays) {
      sums[at + aged]! += amount;
      sums[at + agedCount]! += 1;
    }
  }

  /**
   * Write a customer's metrics, money in whole units of the ledger.
   *
   * @param hasDisputes Nothing on the sheet is disputed: whether it says so or has no such column cannot be told, so it is not known.
   */
  write(
    customer: number,
    hasDisputes: boolean,
    metrics: MetricColumns,
    buckets: readonly Float64Array[],
  ): void {
    const { sums } = this;
    const at = customer * this.width;
    const exposure = sums[at + owed]! + sums[at + credits]!;
    const overdueAmount = sums[at + overdue]!;
    metrics.exposure[customer] = exposure;
    metrics.notDue[customer] = sums[at + owed]! - overdueAmount;
    metrics.overdue[customer] = overdueAmount;
    metrics.overdueShare[customer] = shareOfExposure(overdueAmount, exposure);
    metrics.oldestDays[customer] = sums[at + oldest]!;
    metrics.weightedDaysOverdue[customer] = overdueAmount === 0 ? 0 : sums[at + overdueDays]! / overdueAmount;
    metrics.unappliedCredits[customer] = sums[at + credits]!;
    metrics.openCount[customer] = sums[at + openCount]!;
    buckets.forEach((bucket, index) => {
      bucket[customer] = sums[at + firstBucket + index]!;
    });
    if (hasDisputes) {
      const apart = this.policy.settings.countDisputed ? 0 : sums[at + disputed]!;
      metrics.disputed[customer] = sums[at + disputed]!;
      metrics.disputedShare[customer] = shareOfExposure(sums[at + disputed]!, exposure + apart);
    }
    if (!Number.isNaN(this.agedDays)) {
      metrics.agedAmount[customer] = sums[at + aged]!;
      metrics.agedCount[customer] = sums[at + agedCount]!;
    }
  }
}
