import type { Ledger } from '../ledger/ledger';
import type { PolicySettings } from '../policy/policy';
import type { CustomerEntries } from './customerEntries';
import { type MetricColumns, ratio } from './metricColumns';
import type { LedgerAtDate } from './openAmounts';
import { daysPaidLate, isDueBefore, isLate } from './paymentDelay';

/**
 * Measure how a customer pays: days beyond terms and payment delay rate.
 *
 * Days beyond terms: mean days paid after due, weighted by invoice amount, over invoices settled within the window up to the as-of day.
 * An early payment was paid 0 days after due, so that early money never hides late money. Delay rate: of the invoices due within the
 * window and before the as-of day, the share by count that was paid late or is still open. An invoice settled on an unknown day says nothing
 * either way. Credits are no invoices; disputed open items are late only where the policy counts them.
 */
export function measurePayments(
  ledger: Ledger,
  { asOf, open }: LedgerAtDate,
  entries: CustomerEntries,
  customer: number,
  { windowDays, countDisputed }: PolicySettings,
  metrics: MetricColumns,
): void {
  const windowStart = asOf - windowDays;
  let settledAmount = 0;
  let lateDays = 0;
  let dueCount = 0;
  let lateCount = 0;

  for (let index = entries.start[customer]!; index < entries.start[customer + 1]!; index += 1) {
    const row = entries.rows[index]!;
    const amount = ledger.amount[row]!;
    const dueDay = Math.floor(ledger.dueDate[row]!);
    const isInvoice = amount > 0 && !Number.isNaN(open[row]!) && !Number.isNaN(dueDay);
    if (!isInvoice) continue;

    const paidDay = Math.floor(ledger.paidDate[row]!);
    const isSettled = open[row] === 0;
    const isSettledInWindow = isSettled && paidDay > windowStart && paidDay <= asOf;
    if (isSettledInWindow) {
      settledAmount += amount;
      lateDays += amount * daysPaidLate(dueDay, paidDay);
    }

    const isDueInWindow = dueDay > windowStart && isDueBefore(dueDay, asOf);
    const isUnknown = isSettled && Number.isNaN(paidDay);
    const isLeftOut = !isSettled && ledger.disputed[row] === 1 && !countDisputed;
    if (!isDueInWindow || isUnknown || isLeftOut) continue;
    dueCount += 1;
    if (!isSettled || isLate(dueDay, paidDay, asOf)) lateCount += 1;
  }

  metrics.daysBeyondTerms[customer] = ratio(lateDays, settledAmount);
  metrics.delayRate[customer] = ratio(lateCount, dueCount);
  metrics.dueCount[customer] = dueCount;
}
