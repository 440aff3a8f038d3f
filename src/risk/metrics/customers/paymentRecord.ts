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
export function paymentRecord({ ledger, asOf, policy, told, items, metrics }: Measurement): CustomerMeasure {
  const { windowDays, countDisputed } = policy.settings;
  const hasPayments = (told & tells.payment) !== 0;
  const windowStart = asOf - windowDays;
  const recentStart = asOf - recentDays;
  const payments = new InvoicePayments(ledger.settlements, asOf);

  // Conditions that hold for every other item are numbers to multiply with: a processor cannot foresee such branches, which took half as long again.
  return (customer, from, to) => {
    if (!hasPayments) return;
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
      const settledDay = items.paid(item);
      const openAmount = items.open(item);
      // At most all of it: a sheet may show more open than was invoiced.
      const open = Math.min(amount, Math.max(0, openAmount));
      const isSettledByRows = items.tells(item, tells.settlement);
      if (isSettledByRows) payments.read(items.row(item));
      const byRows = isSettledByRows ? payments.count : 0;
      const settledByRows = isSettledByRows ? payments.settled : 0;
      let paidInAll = 0;
      let paidLate = 0;
      for (let part = 0; part <= byRows; part += 1) {
        // What rows do not tell of, the paid date does.
        const isByRow = part < byRows;
        const money = isByRow ? payments.amount(part) : amount - settledByRows - open;
        const paidDay = isByRow ? payments.day(part) : settledDay;
        const isPaid = money > 0 && paidDay <= asOf;
        if (!isPaid) continue;
        const daysLate = daysPaidLate(dueDay, paidDay);
        const inWindow = money * Number(paidDay > windowStart);
        const inRecentDays = money * Number(paidDay > recentStart);
        paidInAll += money;
        paidLate += money * Number(daysLate > 0);
        paid += inWindow;
        lateDays += inWindow * daysLate;
        paidRecently += inRecentDays;
        lateDaysRecently += inRecentDays * daysLate;
      }

      const isSettled = openAmount === 0;
      const isLeftOut = !isSettled && !countDisputed && items.isDisputed(item);
      if (isLeftOut) continue;
      const isUnknown = isSettled && Number.isNaN(settledDay);
      const dueInWindow = Number(dueDay > windowStart) * Number(isDueBefore(dueDay, asOf));
      const judged = dueInWindow * Number(!isUnknown);
      due += dueInWindow * (paidInAll + open);
      late += dueInWindow * (paidLate + open);
      dueCount += judged;
      lateCount += judged * Number(!isSettled || isLate(dueDay, settledDay));
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
