import { daysPaidLate, isDueBefore, isLate } from '../formulas/paymentDelay';
import { tells } from '../ledgerEvidence';
import { ratio } from '../table/metricColumns';
import type { CustomerMeasure, Measurement } from './customerMeasure';
import { InvoicePayments } from './invoicePayments';

/** Three months, a quarter of a year: how far back "recent" reaches. */
const recentDays = 91;

/**
 * Measure how a customer pays: days beyond terms and payment delay rate. Nothing of it is known where no row of the ledger was ever paid.
 *
 * Days beyond terms: mean days paid after due, weighted by the money paid, over the payments within the window up to the as-of day; each part of
 * an invoice that payment rows settled counts by its own day and amount, also while a rest is open. Where a paid date is all that is known, what
 * was paid of the invoice counts by that day.
 * An early payment was paid 0 days after due, so that early money never hides late money. `Recent` are those of the last 91 days, and the
 * trend is recent less all of the window: above 0 the customer pays later than they used to. NaN where nothing was paid in either span.
 *
 * Delay rate: of the invoices due within the window and before the as-of day, the share by count that was not paid in full by its due day. By
 * value, each part paid late and what is still open is late money, each part paid by the due day is not; what credit notes settled or was written
 * off is in neither. An invoice settled on an unknown day says nothing either way. Credits are no invoices; disputed open
 * items are late only where the policy counts them.
 */
export class PaymentRecord implements CustomerMeasure {
  private readonly hasPayments: boolean;
  private readonly windowStart: number;
  private readonly payments: InvoicePayments;
  private readonly paid: PaidMoney;

  constructor(private readonly what: Measurement) {
    const { ledger, asOf, policy, told } = what;
    this.hasPayments = (told & tells.payment) !== 0;
    this.windowStart = asOf - policy.settings.windowDays;
    this.payments = new InvoicePayments(ledger.settlements, asOf);
    this.paid = new PaidMoney(asOf, this.windowStart);
  }

  measure(customer: number, from: number, to: number): void {
    if (!this.hasPayments) return;
    const { windowStart, payments, paid } = this;
    const { asOf, policy, items, metrics } = this.what;
    const { countDisputed } = policy.settings;
    let dueCount = 0;
    let lateCount = 0;
    let due = 0;
    let late = 0;

    paid.begin();
    for (let item = from; item < to; item += 1) {
      const amount = items.amount(item);
      const dueDay = items.due(item);
      const isJudgedInvoice = amount > 0 && !Number.isNaN(dueDay);
      if (!isJudgedInvoice) continue;
      const settledDay = items.paid(item);
      const openAmount = items.open(item);
      // At most all of it: a sheet may show more open than was invoiced.
      const open = Math.min(amount, Math.max(0, openAmount));

      paid.beginInvoice();
      let settledByRows = 0;
      if (items.tells(item, tells.settlement)) {
        payments.read(items.row(item));
        settledByRows = payments.settled;
        for (let part = 0; part < payments.count; part += 1) {
          paid.add(payments.amount(part), dueDay, payments.day(part));
        }
      }
      // What rows do not tell of, the paid date does.
      paid.add(amount - settledByRows - open, dueDay, settledDay);

      const isSettled = openAmount === 0;
      const isLeftOut = !isSettled && !countDisputed && items.isDisputed(item);
      if (isLeftOut) continue;
      const isUnknown = isSettled && Number.isNaN(settledDay);
      const dueInWindow = Number(dueDay > windowStart) * Number(isDueBefore(dueDay, asOf));
      const judged = dueInWindow * Number(!isUnknown);
      due += dueInWindow * (paid.ofInvoice + open);
      late += dueInWindow * (paid.lateOfInvoice + open);
      dueCount += judged;
      lateCount += judged * Number(!isSettled || isLate(dueDay, settledDay));
    }

    const daysBeyondTerms = ratio(paid.lateDays, paid.money);
    const recently = ratio(paid.recentLateDays, paid.recentMoney);
    metrics.daysBeyondTerms[customer] = daysBeyondTerms;
    metrics.daysBeyondTermsRecent[customer] = recently;
    metrics.daysBeyondTermsTrend[customer] = recently - daysBeyondTerms;
    metrics.delayRate[customer] = ratio(lateCount, dueCount);
    metrics.delayRateByValue[customer] = ratio(late, due);
    metrics.dueCount[customer] = dueCount;
  }
}

/**
 * What a customer paid by the as-of day, whole units of the ledger: in the window, of late, and of the invoice at hand.
 *
 * Conditions that hold for every other payment are numbers to multiply with, here and where invoices are judged: a processor cannot foresee such
 * branches, which took half as long again.
 */
class PaidMoney {
  /** Paid within the window, and Σ money × days paid after due. */
  money = 0;
  lateDays = 0;
  /** The same of the last 91 days. */
  recentMoney = 0;
  recentLateDays = 0;
  /** Paid of the invoice at hand, ever, and what of it came after its due day. */
  ofInvoice = 0;
  lateOfInvoice = 0;
  private readonly recentStart: number;

  /** @param windowStart Serial day; the window begins after it. */
  constructor(
    private readonly asOf: number,
    private readonly windowStart: number,
  ) {
    this.recentStart = asOf - recentDays;
  }

  /** Begin a customer. */
  begin(): void {
    this.money = 0;
    this.lateDays = 0;
    this.recentMoney = 0;
    this.recentLateDays = 0;
  }

  beginInvoice(): void {
    this.ofInvoice = 0;
    this.lateOfInvoice = 0;
  }

  /** Add a payment of the invoice; one of an unknown day, or of later, says nothing. */
  add(money: number, dueDay: number, paidDay: number): void {
    const isPaid = money > 0 && paidDay <= this.asOf;
    if (!isPaid) return;
    const daysLate = daysPaidLate(dueDay, paidDay);
    const inWindow = money * Number(paidDay > this.windowStart);
    const inRecentDays = money * Number(paidDay > this.recentStart);
    this.ofInvoice += money;
    this.lateOfInvoice += money * Number(daysLate > 0);
    this.money += inWindow;
    this.lateDays += inWindow * daysLate;
    this.recentMoney += inRecentDays;
    this.recentLateDays += inRecentDays * daysLate;
  }
}
