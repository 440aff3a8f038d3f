import type { Ledger } from '../ledger/ledger';
import type { PolicySettings } from '../policy/policy';
import { type MetricColumns, ratio } from './metricColumns';
import { daysPaidLate, isDueBefore, isLate } from './paymentDelay';

/** Where each sum of a customer lies among that customer's sums. */
const settledAmount = 0;
const lateDays = 1;
const dueCount = 2;
const lateCount = 3;
const width = 4;

/**
 * How customers pay: days beyond terms and payment delay rate.
 *
 * Days beyond terms: mean days paid after due, weighted by invoice amount, over invoices settled within the window up to the as-of day.
 * An early payment was paid 0 days after due, so that early money never hides late money. Delay rate: of the invoices due within the
 * window and before the as-of day, the share by count that was paid late or is still open. An invoice settled on an unknown day says nothing
 * either way. Credits are no invoices; disputed open items are late only where the policy counts them.
 */
export class PaymentRecord {
  private readonly sums: Float64Array;
  private readonly windowStart: number;
  private readonly countDisputed: boolean;

  /** @param asOf Serial day without a time. */
  constructor(
    private readonly ledger: Ledger,
    private readonly asOf: number,
    { windowDays, countDisputed }: PolicySettings,
  ) {
    this.sums = new Float64Array(ledger.customers.length * width);
    this.windowStart = asOf - windowDays;
    this.countDisputed = countDisputed;
  }

  /** Add an invoice, of which `open` is open at the as-of day. */
  add(row: number, customer: number, open: number): void {
    const { ledger, sums, asOf, windowStart } = this;
    const dueDay = Math.floor(ledger.dueDate[row]!);
    if (Number.isNaN(dueDay)) return;

    const at = customer * width;
    const paidDay = Math.floor(ledger.paidDate[row]!);
    const isSettled = open === 0;
    const isSettledInWindow = isSettled && paidDay > windowStart && paidDay <= asOf;
    if (isSettledInWindow) {
      const amount = ledger.amount[row]!;
      sums[at + settledAmount]! += amount;
      sums[at + lateDays]! += amount * daysPaidLate(dueDay, paidDay);
    }

    const isDueInWindow = dueDay > windowStart && isDueBefore(dueDay, asOf);
    const isUnknown = isSettled && Number.isNaN(paidDay);
    const isLeftOut = !isSettled && ledger.disputed[row] === 1 && !this.countDisputed;
    if (!isDueInWindow || isUnknown || isLeftOut) return;
    sums[at + dueCount]! += 1;
    if (!isSettled || isLate(dueDay, paidDay, asOf)) sums[at + lateCount]! += 1;
  }

  write(customer: number, metrics: MetricColumns): void {
    const { sums } = this;
    const at = customer * width;
    metrics.daysBeyondTerms[customer] = ratio(sums[at + lateDays]!, sums[at + settledAmount]!);
    metrics.delayRate[customer] = ratio(sums[at + lateCount]!, sums[at + dueCount]!);
    metrics.dueCount[customer] = sums[at + dueCount]!;
  }
}
