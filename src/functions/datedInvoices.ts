/** Invoices with their due and paid dates, as both formulas of payment delay take them. */
import type { DatedInvoices } from '../risk/metrics/formulas/paymentDelay';
import { requireSameRows } from './argument';
import { readDateColumns, readDay } from './dateArgument';
import { listColumns } from './listArguments';
import { type ExactAmounts, readExactAmounts } from './numberArgument';
import { requirePlausibleDates } from './plausibleDates';

/** The arguments as Excel hands them. */
export interface InvoiceArguments {
  readonly dueDates: unknown;
  readonly paidDates: unknown;
  readonly amounts: unknown;
}

/**
 * Read invoices and the day they are judged at.
 *
 * @param amountsOf Reads the amounts, one for each of so many rows.
 * @returns Amounts in whole units of a common scale.
 * @throws #VALUE! when a cell cannot be read, columns differ in length, or dates are no dates.
 */
export function readDatedInvoices(
  { dueDates, paidDates, amounts }: InvoiceArguments,
  asOf: unknown,
  amountsOf: (amounts: unknown, rows: number) => ExactAmounts = requiredAmounts,
): { readonly invoices: DatedInvoices; readonly day: number } {
  const { columns } = listColumns({
    dueDates: ['date', dueDates],
    paidDates: ['date', paidDates],
    amounts: ['number', amounts],
  });
  const dates = readDateColumns([
    ['dueDates', columns.dueDates],
    ['paidDates', columns.paidDates, 'paymentNotDate'],
  ]);
  const amount = amountsOf(columns.amounts, dates.dueDates.length);
  const day = readDay(asOf, 'asOf');
  requirePlausibleDates('dueDates', dates.dueDates, day, amount);
  requirePlausibleDates('paidDates', dates.paidDates, day, amount);
  return { invoices: { dueDay: dates.dueDates, paidDay: dates.paidDates, amount: amount.units }, day };
}

/** Read an amount for each of so many rows. */
export function requiredAmounts(amounts: unknown, rows: number): ExactAmounts {
  const read = readExactAmounts(amounts, 'amounts');
  requireSameRows('amounts', read.units.length, 'dueDates', rows);
  return read;
}
