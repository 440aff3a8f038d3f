import { bucketIndex } from '../formulas/ageing';
import { expectedLoss } from '../formulas/allowance';
import { tells } from '../ledgerEvidence';
import { ratio, shareOfExposure } from '../table/metricColumns';
import type { CustomerMeasure, Measurement } from './customerMeasure';

/**
 * Measure what a customer owes: exposure, ageing, what is overdue and since when, disputes, credits, use of the limit, expected loss.
 *
 * Positive items are aged: overdue when due before the as-of day, not due otherwise, also when no due date is known. Buckets count from the due
 * date or from the invoice date, as the policy says; what is overdue always goes by the due date. Credits stand apart and are part of exposure
 * only, so that overdue and disputed shares, which are of exposure, are held to at most 1. Disputed items count as the policy says; left out, they
 * show in `disputed` alone. Expected loss is Σ bucket × its loss rate; credits lower no loss. How much is long overdue is not known without the
 * rule agedAmount, which says from which day on.
 */
export class OpenPosition implements CustomerMeasure {
  private readonly agesByInvoice: boolean;
  private readonly agedDays: number;
  private readonly lossRates: readonly number[];
  private readonly byBucket: Float64Array;
  private readonly hasDisputes: boolean;

  constructor(private readonly what: Measurement) {
    const { policy, told } = what;
    this.agesByInvoice = policy.settings.ageBy === 'invoiceDate';
    this.agedDays = policy.rules.find(rule => rule.id === 'agedAmount')?.threshold ?? Number.NaN;
    this.lossRates = policy.buckets.map(bucket => bucket.lossRate);
    this.byBucket = new Float64Array(policy.buckets.length);
    this.hasDisputes = (told & tells.dispute) !== 0;
  }

  measure(customer: number, from: number, to: number): void {
    const { what, agesByInvoice, agedDays, lossRates, byBucket, hasDisputes } = this;
    const { asOf, policy, items, metrics } = what;
    const { countDisputed } = policy.settings;
    const { scale } = what.ledger;
    let owed = 0;
    let credits = 0;
    let disputed = 0;
    let overdue = 0;
    let overdueDays = 0;
    let oldest = 0;
    let openCount = 0;
    let aged = 0;
    let agedCount = 0;
    byBucket.fill(0);

    for (let item = from; item < to; item += 1) {
      const open = items.open(item);
      if (open === 0) continue;
      const isDisputed = open > 0 && items.isDisputed(item);
      if (isDisputed) disputed += open;
      const isLeftOut = isDisputed && !countDisputed;
      if (isLeftOut) continue;
      openCount += 1;
      if (open < 0) {
        credits += open;
        continue;
      }
      owed += open;
      const daysPastDue = asOf - items.due(item);
      const age = agesByInvoice ? asOf - items.invoiced(item) : daysPastDue;
      byBucket[Math.max(0, bucketIndex(age, policy.buckets))] += open;
      if (daysPastDue > 0) {
        overdue += open;
        overdueDays += open * daysPastDue;
        oldest = Math.max(oldest, daysPastDue);
      }
      if (daysPastDue > agedDays) {
        aged += open;
        agedCount += 1;
      }
    }

    writeOwed(what, customer, owed, credits, overdue);
    writeByAge(what, customer, byBucket, lossRates);
    metrics.openCount[customer] = openCount;
    metrics.oldestDays[customer] = oldest;
    metrics.weightedDaysOverdue[customer] = overdue === 0 ? 0 : overdueDays / overdue;
    if (hasDisputes) writeDisputed(what, customer, disputed, owed + credits);
    if (Number.isNaN(agedDays)) return;
    metrics.agedAmount[customer] = aged / scale;
    metrics.agedCount[customer] = agedCount;
  }
}

/** Write exposure and what goes by it, from whole units of the ledger. */
function writeOwed(
  { ledger, metrics }: Measurement,
  customer: number,
  owed: number,
  credits: number,
  overdue: number,
): void {
  const { scale } = ledger;
  const exposure = owed + credits;
  metrics.exposure[customer] = exposure / scale;
  metrics.notDue[customer] = (owed - overdue) / scale;
  metrics.overdue[customer] = overdue / scale;
  metrics.overdueShare[customer] = shareOfExposure(overdue, exposure);
  metrics.unappliedCredits[customer] = credits / scale;
  metrics.utilization[customer] = ratio(exposure, ledger.creditLimit[customer]);
}

/** Write the buckets and the loss expected of them, from whole units of the ledger. */
function writeByAge(
  { ledger, metrics, buckets }: Measurement,
  customer: number,
  byBucket: Float64Array,
  lossRates: readonly number[],
): void {
  for (let bucket = 0; bucket < byBucket.length; bucket += 1) {
    buckets[bucket][customer] = byBucket[bucket] / ledger.scale;
  }
  metrics.expectedLoss[customer] = expectedLoss(byBucket, lossRates) / ledger.scale;
}

/** Write what is disputed, and its share of exposure before any of it was left out. */
function writeDisputed(
  { ledger, policy, metrics }: Measurement,
  customer: number,
  disputed: number,
  exposure: number,
): void {
  const leftOut = policy.settings.countDisputed ? 0 : disputed;
  metrics.disputed[customer] = disputed / ledger.scale;
  metrics.disputedShare[customer] = shareOfExposure(disputed, exposure + leftOut);
}
