import type { Ledger } from '../ledger/ledger';
import type { PolicySettings } from '../policy/policy';
import type { CustomerEntries } from './customerEntries';
import { type MetricColumns, ratio } from './metricColumns';
import type { LedgerAtDate } from './openAmounts';

const daysPerYear = 365.25;

/**
 * Measure what a customer buys: sales of the window, DSO, turnover, tenure, days since the last invoice, usual terms.
 *
 * Sales are the invoices of the window up to the as-of day, before credits: a negative row may be a credit note or a payment, and
 * payments are no negative sales. An invoice without an invoice day counts by its due day. Terms are the granted ones, else the median of
 * due − invoice day, which a few odd invoices do not move.
 *
 * @returns Whole units of the ledger for money in `metrics`; expects exposure to be measured.
 */
export function measureSales(
  ledger: Ledger,
  { asOf, invoiceDay, open }: LedgerAtDate,
  entries: CustomerEntries,
  customer: number,
  { windowDays }: PolicySettings,
  metrics: MetricColumns,
): void {
  const windowStart = asOf - windowDays;
  let sales = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let hasDates = false;
  const terms: number[] = [];

  for (let index = entries.start[customer]!; index < entries.start[customer + 1]!; index += 1) {
    const row = entries.rows[index]!;
    const amount = ledger.amount[row]!;
    const isInvoice = amount > 0 && !Number.isNaN(open[row]!);
    if (!isInvoice) continue;

    const invoiced = invoiceDay[row]!;
    const dueDay = Math.floor(ledger.dueDate[row]!);
    const countedOn = Number.isNaN(invoiced) ? dueDay : invoiced;
    if (!Number.isNaN(countedOn)) hasDates = true;
    if (countedOn > windowStart) sales += amount;
    if (invoiced < first) first = invoiced;
    if (invoiced > last) last = invoiced;
    const granted = dueDay - Math.floor(ledger.invoiceDate[row]!);
    if (granted >= 0) terms.push(granted);
  }

  metrics.sales[customer] = hasDates ? sales : Number.NaN;
  metrics.dso[customer] = ratio(metrics.exposure[customer]!, metrics.sales[customer]!) * windowDays;
  metrics.turnover[customer] = ratio(metrics.sales[customer]!, metrics.exposure[customer]!);
  metrics.termsDays[customer] = ledger.termsDays[customer] ?? Number.NaN;
  if (Number.isNaN(metrics.termsDays[customer]!)) metrics.termsDays[customer] = medianOf(terms);
  if (last === Number.NEGATIVE_INFINITY) return;
  metrics.tenureYears[customer] = (asOf - first) / daysPerYear;
  metrics.daysSinceInvoice[customer] = asOf - last;
}

function medianOf(values: readonly number[]): number {
  if (values.length === 0) return Number.NaN;
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
