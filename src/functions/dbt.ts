import { daysBeyondTerms } from '../risk/metrics/formulas/paymentDelay';
import { readDatedInvoices } from './datedInvoices';
import { answerNumber } from './respond';

/**
 * Days beyond terms: the mean days paid after due, weighted by amount, over the invoices paid by a day.
 *
 * The definition of the pane's payment record: an early payment counts as 0 days, so that early money never hides late money;
 * what is unpaid by then, or has no due date, is left out. Here all the invoices given count, however old.
 *
 * An invoice paid in parts takes a row for each payment, with that payment's day and amount: the pane weighs payments in rows the same way.
 * With one paid date an invoice, all of it counts by that day.
 *
 * @customfunction DBT DBT
 * @param dueDates Due date of each invoice.
 * @param paidDates Date each invoice was paid; empty while unpaid.
 * @param amounts Amount of each invoice; credits (below 0) are left out.
 * @param asOf The last day whose payments count.
 * @returns Days.
 * @example =TIERCEL.DBT({45000,45000}, {44995,45020}, {300,100}, 45100) //=> 5
 * @formula DBT = Σ amounts × max(0, paid_dates − due_dates) / Σ amounts, of invoices paid by as_of
 * @source Dun & Bradstreet, PAYDEX: days beyond terms weighted by money
 * @term 超信用期天数
 */
export function daysBeyondTermsOf(
  dueDates: unknown[][],
  paidDates: unknown[][],
  amounts: unknown[][],
  asOf: unknown,
): number {
  const { invoices, day } = readDatedInvoices({ dueDates, paidDates, amounts }, asOf);
  return answerNumber(daysBeyondTerms(invoices, day));
}
