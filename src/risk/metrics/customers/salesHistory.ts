import { keepsSettled, tells } from '../ledgerEvidence';
import { roomFor } from '../roomFor';
import { ratio } from '../table/metricColumns';
import type { CustomerMeasure, Measurement } from './customerMeasure';
import { medianOfDays } from './dayTally';

const daysPerYear = 365.25;

/**
 * Measure what a customer buys: sales of the window, the DSO family, turnover, credit notes, tenure, days since the last invoice, terms.
 * Expects what is owed to be measured.
 *
 * Sales are the invoices of the window up to the as-of day, before credits: a negative row may be a credit note or a payment, and
 * payments are no negative sales. An invoice without an invoice day counts by its due day. DSO = exposure / sales × days of the window; best possible
 * DSO takes what is not due, average days delinquent what is overdue: where no credits are unapplied the two add up to DSO. All three, and turnover,
 * are NaN without sales.
 *
 * A list of open items alone knows neither what was sold nor when the last invoice was written, only what of it is still owed: both are NaN there, with
 * all that rests on them. Tenure is, since who owes an invoice of a day has been a customer since that day at least.
 *
 * Credit note share: credit notes of the window / sales, NaN without sales and where the ledger has no credit note at all; above 1 where more
 * was credited than sold. Written off: all that was written off by the as-of day, NaN where the ledger has no write-offs. Terms are the granted ones,
 * else the median of due − invoice day, which a few odd invoices do not move.
 */
export class SalesHistory implements CustomerMeasure {
  private readonly hasAllSales: boolean;
  private readonly hasCreditNotes: boolean;
  private readonly hasWriteOffs: boolean;
  private terms = new Float64Array(64);

  constructor(private readonly what: Measurement) {
    const { told } = what;
    this.hasAllSales = keepsSettled(told);
    this.hasCreditNotes = (told & tells.creditNote) !== 0;
    this.hasWriteOffs = (told & tells.writeOff) !== 0;
  }

  measure(customer: number, from: number, to: number): void {
    const { hasAllSales, hasCreditNotes, hasWriteOffs } = this;
    const { ledger, asOf, policy, items, metrics } = this.what;
    const { windowDays } = policy.settings;
    const { scale } = ledger;
    const windowStart = asOf - windowDays;
    this.terms = roomFor(this.terms, to - from);
    const { terms } = this;
    let sales = 0;
    let datedCount = 0;
    let credited = 0;
    let writtenOff = 0;
    let first = Number.POSITIVE_INFINITY;
    let last = Number.NEGATIVE_INFINITY;
    let termsCount = 0;

    for (let item = from; item < to; item += 1) {
      const amount = items.amount(item);
      const invoiced = items.invoiced(item);
      const due = items.due(item);
      const countedOn = Number.isNaN(invoiced) ? due : invoiced;
      if (!(amount > 0)) {
        if (countedOn > windowStart && items.tells(item, tells.creditNote)) credited -= amount;
        if (items.tells(item, tells.writeOff)) writtenOff -= amount;
        continue;
      }
      datedCount += Number(!Number.isNaN(countedOn));
      sales += amount * Number(countedOn > windowStart);
      if (invoiced < first) first = invoiced;
      if (invoiced > last) last = invoiced;
      const granted = due - invoiced;
      if (!(granted >= 0)) continue;
      terms[termsCount] = granted;
      termsCount += 1;
    }

    const sold = hasAllSales && datedCount > 0 ? sales : Number.NaN;
    const { exposure, notDue, overdue } = metrics;
    metrics.sales[customer] = sold / scale;
    metrics.dso[customer] = ratio(unitsOf(exposure[customer], scale), sold) * windowDays;
    metrics.bestPossibleDso[customer] = ratio(unitsOf(notDue[customer], scale), sold) * windowDays;
    metrics.averageDaysDelinquent[customer] = ratio(unitsOf(overdue[customer], scale), sold) * windowDays;
    metrics.turnover[customer] = ratio(sold, unitsOf(exposure[customer], scale));
    if (hasCreditNotes) metrics.creditNoteShare[customer] = ratio(credited, sold);
    if (hasWriteOffs) metrics.writtenOff[customer] = writtenOff / scale;

    const granted = ledger.termsDays[customer];
    metrics.termsDays[customer] = Number.isNaN(granted) ? medianOfDays(terms, termsCount) : granted;
    if (last === Number.NEGATIVE_INFINITY) return;
    metrics.tenureYears[customer] = (asOf - first) / daysPerYear;
    if (hasAllSales) metrics.daysSinceInvoice[customer] = asOf - last;
  }
}

/** Whole units of the ledger. */
const unitsOf = (amount: number, scale: number): number => Math.round(amount * scale);
