import type { CustomerMeasure, Measurement } from './customerMeasure';
import { InvoicePayments } from './invoicePayments';
import { ratio } from './metricColumns';
import { daysPaidLate, isDueBefore, isLate } from './paymentDelay';

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
export function paymentRecord({
  ledger,
  asOf,
  policy,
  evidence,
  items,
  metrics,
}: Measurement): CustomerMeasure {
  const { windowDays, countDisputed } = policy.settings;
  const windowStart = asOf - windowDays;
  const recentStart = asOf - recentDays;
  const payments = new InvoicePayments(ledger, items, asOf);

  return (customer, from, to) => {
    if (evidence.payments === 0) return;
    let paid = 0;
    let lateDays = 0;
    let paidRecently = 0;
    let lateDaysRecently = 0;
    let dueCount = 0;
    let lateCount = 0;
    let due = 0;
    let late = 0;

    for (let item = from; item < to; item += 1) {
      const amount = items.amount(item);
      const dueDay = items.due(item);
      const isJudgedInvoice = amount > 0 && !Number.isNaN(dueDay);
      if (!isJudgedInvoice) continue;
      payments.read(item);
      let paidInTime = 0;
      let paidLate = 0;
      for (let part = 0; part < payments.count; part += 1) {
        const money = payments.amount(part);
        const paidDay = payments.day(part);
        const daysLate = daysPaidLate(dueDay, paidDay);
        if (daysLate > 0) paidLate += money;
        else paidInTime += money;
        if (paidDay > windowStart) {
          paid += money;
          lateDays += money * daysLate;
        }
        if (paidDay > recentStart) {
          paidRecently += money;
          lateDaysRecently += money * daysLate;
        }
      }

      const settledDay = items.paid(item);
      const isSettled = items.open(item) === 0;
      const isDueInWindow = dueDay > windowStart && isDueBefore(dueDay, asOf);
      const isUnknown = isSettled && Number.isNaN(settledDay);
      const isLeftOut = !isSettled && !countDisputed && items.isDisputed(item);
      if (!isDueInWindow || isLeftOut) continue;
      due += paidInTime + paidLate + payments.open;
      late += paidLate + payments.open;
      if (isUnknown) continue;
      dueCount += 1;
      if (!isSettled || isLate(dueDay, settledDay, asOf)) lateCount += 1;
    }

    const daysBeyondTerms = ratio(lateDays, paid);
    const recently = ratio(lateDaysRecently, paidRecently);
    metrics.daysBeyondTerms[customer] = daysBeyondTerms;
    metrics.daysBeyondTermsRecent[customer] = recently;
    metrics.daysBeyondTermsTrend[customer] = recently - daysBeyondTerms;
    metrics.delayRate[customer] = ratio(lateCount, dueCount);
    metrics.delayRateByValue[customer] = ratio(late, due);
    metrics.dueCount[customer] = dueCount;
  };
}
