import type { CustomerMeasure, Measurement } from './customerMeasure';
import { ratio } from './metricColumns';
import { daysPaidLate, isDueBefore, isLate } from './paymentDelay';

/** Three months, a quarter of a year: how far back "recent" reaches. */
const recentDays = 91;

/**
 * Measure how a customer pays: days beyond terms and payment delay rate. Nothing of it is known where no row of the ledger was ever paid.
 *
 * Days beyond terms: mean days paid after due, weighted by invoice amount, over invoices settled within the window up to the as-of day.
 * An early payment was paid 0 days after due, so that early money never hides late money. `Recent` are those settled in the last 91 days, and the
 * trend is recent less all of the window: above 0 the customer pays later than they used to. NaN where nothing was settled in either span.
 *
 * Delay rate: of the invoices due within the window and before the as-of day, the share by count (or by value, the invoices' full amounts)
 * that was paid late or is still open. An invoice settled on an unknown day says nothing either way. Credits are no invoices; disputed open
 * items are late only where the policy counts them.
 */
export function paymentRecord({ asOf, policy, evidence, items, metrics }: Measurement): CustomerMeasure {
  const { windowDays, countDisputed } = policy.settings;
  const windowStart = asOf - windowDays;
  const recentStart = asOf - recentDays;
  const earliestStart = Math.min(windowStart, recentStart);

  return (customer, from, to) => {
    if (evidence.payments === 0) return;
    let settled = 0;
    let lateDays = 0;
    let settledRecently = 0;
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
      const paidDay = items.paid(item);
      const isSettled = items.open(item) === 0;
      const isPaidLately = isSettled && paidDay > earliestStart && paidDay <= asOf;
      if (isPaidLately) {
        const amountDays = amount * daysPaidLate(dueDay, paidDay);
        if (paidDay > windowStart) {
          settled += amount;
          lateDays += amountDays;
        }
        if (paidDay > recentStart) {
          settledRecently += amount;
          lateDaysRecently += amountDays;
        }
      }

      const isDueInWindow = dueDay > windowStart && isDueBefore(dueDay, asOf);
      const isUnknown = isSettled && Number.isNaN(paidDay);
      if (!isDueInWindow || isUnknown) continue;
      const isLeftOut = !isSettled && !countDisputed && items.isDisputed(item);
      if (isLeftOut) continue;
      dueCount += 1;
      due += amount;
      if (isSettled && !isLate(dueDay, paidDay, asOf)) continue;
      lateCount += 1;
      late += amount;
    }

    const daysBeyondTerms = ratio(lateDays, settled);
    const recently = ratio(lateDaysRecently, settledRecently);
    metrics.daysBeyondTerms[customer] = daysBeyondTerms;
    metrics.daysBeyondTermsRecent[customer] = recently;
    metrics.daysBeyondTermsTrend[customer] = recently - daysBeyondTerms;
    metrics.delayRate[customer] = ratio(lateCount, dueCount);
    metrics.delayRateByValue[customer] = ratio(late, due);
    metrics.dueCount[customer] = dueCount;
  };
}
