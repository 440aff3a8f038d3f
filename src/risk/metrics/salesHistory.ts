import type { Ledger } from '../ledger/ledger';
import type { PolicySettings } from '../policy/policy';
import { type MetricColumns, ratio } from './metricColumns';

const daysPerYear = 365.25;

/** Where each sum of a customer lies among that customer's sums. */
const sales = 0;
const datedCount = 1;
const first = 2;
const last = 3;
/** Days from invoice to due date. */
const shortest = 4;
const longest = 5;
const termsCount = 6;
const width = 8;

/**
 * What customers buy: sales of the window, DSO, turnover, tenure, days since the last invoice, usual terms.
 *
 * Sales are the invoices of the window up to the as-of day, before credits: a negative row may be a credit note or a payment, and
 * payments are no negative sales. An invoice without an invoice day counts by its due day. Terms are the granted ones, else the median of
 * due − invoice day, which a few odd invoices do not move.
 */
export class SalesHistory {
  private readonly sums: Float64Array;
  private readonly windowStart: number;

  /** @param asOf Serial day without a time. */
  constructor(
    private readonly ledger: Ledger,
    private readonly asOf: number,
    private readonly settings: PolicySettings,
  ) {
    this.windowStart = asOf - settings.windowDays;
    this.sums = new Float64Array(ledger.customers.length * width);
    for (let at = 0; at < this.sums.length; at += width) {
      this.sums[at + first] = Number.POSITIVE_INFINITY;
      this.sums[at + last] = Number.NEGATIVE_INFINITY;
      this.sums[at + shortest] = Number.POSITIVE_INFINITY;
      this.sums[at + longest] = Number.NEGATIVE_INFINITY;
    }
  }

  /** Add an invoice; `invoiced` is its invoice day, NaN where not known. */
  add(row: number, customer: number, invoiced: number): void {
    const { ledger, sums } = this;
    const at = customer * width;
    const dueDay = Math.floor(ledger.dueDate[row]!);
    const countedOn = Number.isNaN(invoiced) ? dueDay : invoiced;
    if (!Number.isNaN(countedOn)) sums[at + datedCount]! += 1;
    if (countedOn > this.windowStart) sums[at + sales]! += ledger.amount[row]!;
    if (invoiced < sums[at + first]!) sums[at + first] = invoiced;
    if (invoiced > sums[at + last]!) sums[at + last] = invoiced;
    const granted = grantedDays(ledger, row);
    if (!(granted >= 0)) return;
    sums[at + termsCount]! += 1;
    if (granted < sums[at + shortest]!) sums[at + shortest] = granted;
    if (granted > sums[at + longest]!) sums[at + longest] = granted;
  }

  /** Write a customer's metrics, money in whole units of the ledger; expects exposure to be written. */
  write(customer: number, metrics: MetricColumns): void {
    const { sums } = this;
    const at = customer * width;
    const sold = sums[at + datedCount]! > 0 ? sums[at + sales]! : Number.NaN;
    metrics.sales[customer] = sold;
    metrics.dso[customer] = ratio(metrics.exposure[customer]!, sold) * this.settings.windowDays;
    metrics.turnover[customer] = ratio(sold, metrics.exposure[customer]!);
    metrics.termsDays[customer] = this.ledger.termsDays[customer] ?? Number.NaN;
    const isTermsAlike = sums[at + shortest] === sums[at + longest];
    if (Number.isNaN(metrics.termsDays[customer]!) && isTermsAlike)
      metrics.termsDays[customer] = sums[at + shortest]!;
    if (sums[at + last] === Number.NEGATIVE_INFINITY) return;
    metrics.tenureYears[customer] = (this.asOf - sums[at + first]!) / daysPerYear;
    metrics.daysSinceInvoice[customer] = this.asOf - sums[at + last]!;
  }

  /** How many days a median is needed of: 0 where terms are granted, all alike or not known. */
  variedTermsCount(customer: number): number {
    const at = customer * width;
    const isGranted = !Number.isNaN(this.ledger.termsDays[customer] ?? Number.NaN);
    const isVaried = this.sums[at + shortest]! < this.sums[at + longest]!;
    return isVaried && !isGranted ? this.sums[at + termsCount]! : 0;
  }
}

/** Days from invoice to due date as a row has them; NaN where it lacks one, negative where it contradicts itself. */
export function grantedDays(ledger: Ledger, row: number): number {
  return Math.floor(ledger.dueDate[row]!) - Math.floor(ledger.invoiceDate[row]!);
}
