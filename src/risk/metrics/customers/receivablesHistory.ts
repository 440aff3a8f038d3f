import type { Outcome } from '../../problem';
import { collectionEffectiveness } from '../formulas/collectionEffectiveness';
import { countbackDso, ratioDso } from '../formulas/dso';
import { keepsSettled, tells } from '../ledgerEvidence';
import { openAt } from '../openAmounts';
import type { CustomerMeasure, MeasuredInParts, Measurement } from './customerMeasure';

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
 * Average DSO and CEI look back in time, so they are NaN in a ledger that knows of no payment, and count-back in a list of open items alone, whose
 * invoices are not all that was sold. Sales are counted as in `sales`: where the day of none is known, nothing of this is.
 */
export class ReceivablesHistory implements CustomerMeasure, MeasuredInParts {
  readonly parts = this;
  private readonly windowDays: number;
  private readonly months: number;
  private readonly monthEnds: readonly number[];
  private readonly countDisputed: boolean;
  private readonly hasAllSales: boolean;
  private readonly hasPayments: boolean;
  /** What came to be owed from one month's end to the one before it. */
  private readonly change: Float64Array;
  /** Sales of each month, the oldest first, and its days. */
  private readonly sold: number[];
  private readonly days: readonly number[];
  private notDue = 0;
  /** Whether the day of any sale is known: sales are not, else. */
  private isDated = false;

  constructor(private readonly what: Measurement) {
    const { asOf, policy, told } = what;
    const { windowDays, countDisputed } = policy.settings;
    const months = windowMonths(windowDays);
    const ends = Array.from({ length: months + 1 }, (_, month) => asOf - (month * windowDays) / months);
    this.windowDays = windowDays;
    this.months = months;
    this.monthEnds = ends.map(Math.floor);
    this.countDisputed = countDisputed;
    this.hasAllSales = keepsSettled(told);
    this.hasPayments = (told & tells.payment) !== 0;
    this.change = new Float64Array(months + 2);
    this.sold = new Array<number>(months * windowsBack).fill(0);
    this.days = new Array<number>(months * windowsBack).fill(windowDays / months);
  }

  measure(customer: number, from: number, to: number): void {
    this.begin();
    this.take(from, to);
    this.finish(customer);
  }

  begin(): void {
    this.change.fill(0);
    this.sold.fill(0);
    this.notDue = 0;
    this.isDated = false;
  }

  take(from: number, to: number): void {
    const { items, asOf } = this.what;
    let notDue = 0;
    for (let item = from; item < to; item += 1) {
      const monthsAgo = this.monthsSince(items.invoiced(item));
      const isLeftOut = !this.countDisputed && items.isDisputed(item);
      this.replay(item, monthsAgo, isLeftOut);
      this.countSale(item, monthsAgo);
      const open = items.open(item);
      const isNotDue = open > 0 && !isLeftOut && !(items.due(item) < asOf);
      if (isNotDue) notDue += open;
    }
    this.notDue += notDue;
  }

  /** Owe an item at the end of each month at which it was open. */
  private replay(item: number, monthsAgo: number, isLeftOut: boolean): void {
    const { items } = this.what;
    const first = Number.isNaN(monthsAgo) ? this.months : Math.min(this.months, monthsAgo);
    const isSettledByRows = items.tells(item, tells.settlement);
    const isOfUnknownAmount = Number.isNaN(items.amount(item));
    if (isSettledByRows || isOfUnknownAmount) this.replayMonthByMonth(item, first, isLeftOut);
    else this.replayByPaidDate(item, first, isLeftOut);
  }

  private replayMonthByMonth(item: number, first: number, isLeftOut: boolean): void {
    const { ledger, items } = this.what;
    this.owe(items.open(item), 0, 0, isLeftOut);
    const row = items.row(item);
    for (let month = 1; month <= first; month += 1) {
      this.owe(openAt(ledger, row, this.monthEnds[month]), month, month, isLeftOut);
    }
  }

  /** Owe all of it up to the day it was paid, and since then what is open now. */
  private replayByPaidDate(item: number, first: number, isLeftOut: boolean): void {
    const { items } = this.what;
    const paidDay = Math.floor(items.paid(item));
    const wasOpen = paidDay > this.monthEnds[first];
    const lastUnpaid = wasOpen ? Math.max(0, this.monthsSince(paidDay)) + 1 : first + 1;
    this.owe(items.open(item), 0, lastUnpaid - 1, isLeftOut);
    this.owe(items.amount(item), lastUnpaid, first, isLeftOut);
  }

  /** Owe an amount at the ends of the months from `last` back to `first`. */
  private owe(amount: number, last: number, first: number, isLeftOut: boolean): void {
    const isCounted = !(isLeftOut && amount > 0);
    if (!isCounted) return;
    this.change[last] += amount;
    this.change[first + 1] -= amount;
  }

  /** Count an invoice as sold in its month, by its due day where the invoice day is not known. */
  private countSale(item: number, monthsAgo: number): void {
    const { items } = this.what;
    const { sold } = this;
    const amount = items.amount(item);
    const month = Math.max(0, Number.isNaN(monthsAgo) ? this.monthsSince(items.due(item)) : monthsAgo);
    if (!(amount > 0) || Number.isNaN(month)) return;
    this.isDated = true;
    if (month < sold.length) sold[sold.length - 1 - month] += amount;
  }

  /** How many ends of months have passed since a day, the as-of day left out. */
  private monthsSince(day: number): number {
    return Math.floor(((this.what.asOf - day) * this.months) / this.windowDays);
  }

  finish(customer: number): void {
    const { change, months, sold, windowDays } = this;
    const { metrics } = this.what;
    const exposure = change[0];
    if (!this.hasAllSales || !this.isDated) return;
    metrics.dsoCountback[customer] = ifKnown(countbackDso(exposure, sold, this.days));
    if (!this.hasPayments) return;
    let owed = 0;
    let owedAtMonthEnds = 0;
    for (let month = 0; month < months; month += 1) {
      owed += change[month];
      owedAtMonthEnds += owed;
    }
    const owedAtFirst = owed + change[months];
    let sales = 0;
    for (let month = sold.length - months; month < sold.length; month += 1) sales += sold[month];
    metrics.dsoAverage[customer] = ifKnown(ratioDso(owedAtMonthEnds / months, sales, windowDays));
    const notDue = Math.min(this.notDue, exposure);
    const collected = collectionEffectiveness(
      { begin: owedAtFirst, sales, end: exposure, endCurrent: notDue },
      months,
    );
    metrics.collectionEffectiveness[customer] =
      collected.ok && collected.value >= 0 ? collected.value : Number.NaN;
  }
}

const ifKnown = (outcome: Outcome<number>): number => (outcome.ok ? outcome.value : Number.NaN);
