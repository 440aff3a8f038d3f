import type { Outcome } from '../../problem';
import { collectionEffectiveness } from '../formulas/collectionEffectiveness';
import { countbackDso, ratioDso } from '../formulas/dso';
import { tells } from '../ledgerEvidence';
import { openAt } from '../openAmounts';
import { type CustomerMeasure, type Measurement, ofParts } from './customerMeasure';

const daysPerYear = 365;
const monthsPerYear = 12;
/** How many windows of sales a balance may be older than, before counting back gives up. */
const windowsBack = 3;

/**
 * Give the months that a window is cut into, at least one: a year has twelve of them, and they are equally long.
 *
 * @example windowMonths(90) //=> 3
 */
export function windowMonths(windowDays: number): number {
  return Math.max(1, Math.round((windowDays * monthsPerYear) / daysPerYear));
}

/**
 * Measure what a customer owed month by month, replayed from the ledger as it stood at the end of each: average DSO, DSO by count-back and
 * collection effectiveness. A month is an equal part of the policy's window, counted back from the as-of day (a twelfth of a year; 30 days of
 * a window of 90), because a payment history has no calendar of its own.
 *
 * Average DSO: mean of what was owed at the end of each month of the window / sales of the window × days of the window. Count-back: the sales of the
 * newest months are used up by today's exposure one after the other, up to three windows back; NaN where they do not suffice, where the customer
 * is in credit, or without sales. Collection effectiveness (CEI): what was owed a window ago and the sales of an average month since, less what
 * is owed now, over the same less what of it is not due now; 1 where all that fell due was paid. Not due counts no further than exposure, of
 * which credits take their part. NaN where nothing could be collected, and where more came to be owed since than a month sells: below 0 the
 * index says nothing of collecting.
 *
 * Average DSO and CEI look back in time, so they are NaN in a ledger that knows of no payment. Sales are counted as in `sales`.
 */
export function receivablesHistory({
  ledger,
  asOf,
  policy,
  told,
  items,
  metrics,
}: Measurement): CustomerMeasure {
  const { windowDays, countDisputed } = policy.settings;
  const hasPayments = (told & tells.payment) !== 0;
  const months = windowMonths(windowDays);
  const monthEnds = Array.from({ length: months + 1 }, (_, month) =>
    Math.floor(asOf - (month * windowDays) / months),
  );
  const owed = new Float64Array(months + 1);
  const monthsBack = months * windowsBack;
  const days = new Array<number>(monthsBack).fill(windowDays / months);
  const sold = new Array<number>(monthsBack).fill(0);

  /** What came to be owed from one month's end to the one before it. */
  const change = new Float64Array(months + 2);
  /** How many ends of months have passed since a day, the as-of day left out. */
  const monthsSince = (day: number) => Math.floor(((asOf - day) * months) / windowDays);
  /** Owe an amount at the ends of the months from `first` back to `last`. */
  const owe = (amount: number, first: number, last: number) => {
    change[first] += amount;
    change[last + 1] -= amount;
  };

  let notDue = 0;

  const begin = (): void => {
    change.fill(0);
    sold.fill(0);
    notDue = 0;
  };

  const take = (from: number, to: number): void => {
    // A variable of this call alone: an engine keeps one that calls share in memory, anew for each value.
    let current = 0;
    for (let item = from; item < to; item += 1) {
      const amount = items.amount(item);
      const open = items.open(item);
      const invoiced = items.invoiced(item);
      const isLeftOut = !countDisputed && items.isDisputed(item);
      const isCounted = (owed: number) => !(isLeftOut && owed > 0);
      const last = Number.isNaN(invoiced) ? months : Math.min(months, monthsSince(invoiced));
      const isReplayed = Number.isNaN(amount) || items.tells(item, tells.settlement);
      if (isReplayed) {
        if (isCounted(open)) owe(open, 0, 0);
        for (let month = 1; month <= last; month += 1) {
          const openThen = openAt(ledger, items.row(item), monthEnds[month]);
          if (isCounted(openThen)) owe(openThen, month, month);
        }
      } else {
        const paidDay = Math.floor(items.paid(item));
        const unpaid = paidDay > monthEnds[last] ? Math.max(0, monthsSince(paidDay)) + 1 : last + 1;
        if (isCounted(open)) owe(open, 0, unpaid - 1);
        if (isCounted(amount)) owe(amount, unpaid, last);
      }
      const isCurrent = open > 0 && !isLeftOut && !(items.due(item) < asOf);
      if (isCurrent) current += open;

      const countedOn = Number.isNaN(invoiced) ? items.due(item) : invoiced;
      const month = Math.max(0, Math.floor(((asOf - countedOn) * months) / windowDays));
      if (amount > 0 && month < monthsBack) sold[monthsBack - 1 - month] += amount;
    }
    notDue += current;
  };

  const finish = (customer: number): void => {
    let owedThen = 0;
    for (let month = 0; month <= months; month += 1) {
      owedThen += change[month];
      owed[month] = owedThen;
    }

    const exposure = owed[0];
    metrics.dsoCountback[customer] = ifKnown(countbackDso(exposure, sold, days));
    if (!hasPayments) return;
    let sales = 0;
    for (let month = monthsBack - months; month < monthsBack; month += 1) sales += sold[month];
    let owedAtMonthEnds = 0;
    for (let month = 0; month < months; month += 1) owedAtMonthEnds += owed[month];
    const average = ratioDso(owedAtMonthEnds / months, sales, windowDays);
    const collected = collectionEffectiveness(
      { begin: owed[months], sales, end: exposure, endCurrent: Math.min(notDue, exposure) },
      months,
    );
    metrics.dsoAverage[customer] = ifKnown(average);
    metrics.collectionEffectiveness[customer] =
      collected.ok && collected.value >= 0 ? collected.value : Number.NaN;
  };

  return ofParts({ begin, take, finish });
}

const ifKnown = (outcome: Outcome<number>): number => (outcome.ok ? outcome.value : Number.NaN);
