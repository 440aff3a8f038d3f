import type { Ledger } from '../ledger/ledger';
import type { Policy } from '../policy/policy';
import { bucketIndex } from './ageing';
import type { CustomerEntries } from './customerEntries';
import { type MetricColumns, shareOfExposure } from './metricColumns';
import type { LedgerAtDate } from './openAmounts';

/** What the open items of a customer are measured with. */
export interface PositionTerms {
  readonly policy: Policy;
  /** Days past due beyond which an item is long overdue; NaN without that rule. */
  readonly agedDays: number;
  /** Nothing on the sheet is disputed: whether it says so or has no such column cannot be told, so it is not known. */
  readonly hasDisputes: boolean;
}

/**
 * Measure what a customer owes: exposure, ageing, what is overdue and since when, disputes, credits.
 *
 * Positive items are aged: overdue when due before the as-of day, not due otherwise, also when no due date is known. Credits stand
 * apart and are part of exposure only, so that overdue and disputed shares, which are of exposure, are held to at most 1. Disputed items count as the policy says; left out, they show in `disputed` alone.
 *
 * @returns Writes whole units of the ledger for money into `metrics` and `buckets`.
 */
export function measurePosition(
  ledger: Ledger,
  { asOf, open }: LedgerAtDate,
  entries: CustomerEntries,
  customer: number,
  { policy, agedDays, hasDisputes }: PositionTerms,
  metrics: MetricColumns,
  buckets: readonly Float64Array[],
): void {
  const { countDisputed } = policy.settings;
  let owed = 0;
  let credits = 0;
  let disputed = 0;
  let overdue = 0;
  let overdueDays = 0;
  let oldest = 0;
  let openCount = 0;
  let aged = 0;
  let agedCount = 0;

  for (let index = entries.start[customer]!; index < entries.start[customer + 1]!; index += 1) {
    const row = entries.rows[index]!;
    const amount = open[row]!;
    const isOpen = !Number.isNaN(amount) && amount !== 0;
    if (!isOpen) continue;
    const isCredit = amount < 0;
    const isDisputed = ledger.disputed[row] === 1 && !isCredit;
    if (isDisputed) disputed += amount;
    if (isDisputed && !countDisputed) continue;

    openCount += 1;
    if (isCredit) {
      credits += amount;
      continue;
    }
    owed += amount;
    const daysPastDue = asOf - Math.floor(ledger.dueDate[row]!);
    const bucket = Math.max(0, bucketIndex(daysPastDue, policy.buckets));
    buckets[bucket]![customer]! += amount;
    if (daysPastDue > 0) {
      overdue += amount;
      overdueDays += amount * daysPastDue;
      oldest = Math.max(oldest, daysPastDue);
    }
    if (daysPastDue > agedDays) {
      aged += amount;
      agedCount += 1;
    }
  }

  metrics.exposure[customer] = owed + credits;
  metrics.notDue[customer] = owed - overdue;
  metrics.overdue[customer] = overdue;
  metrics.overdueShare[customer] = shareOfExposure(overdue, owed + credits);
  metrics.oldestDays[customer] = oldest;
  metrics.weightedDaysOverdue[customer] = overdue === 0 ? 0 : overdueDays / overdue;
  metrics.unappliedCredits[customer] = credits;
  metrics.openCount[customer] = openCount;
  if (hasDisputes) {
    metrics.disputed[customer] = disputed;
    metrics.disputedShare[customer] = shareOfExposure(
      disputed,
      owed + credits + (countDisputed ? 0 : disputed),
    );
  }
  if (!Number.isNaN(agedDays)) {
    metrics.agedAmount[customer] = aged;
    metrics.agedCount[customer] = agedCount;
  }
}
