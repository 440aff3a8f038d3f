import { delayRate } from '../risk/metrics/formulas/paymentDelay';
import { isOmitted } from './argument';
import { readDatedInvoices, requiredAmounts } from './datedInvoices';
import { type ExactAmounts, readNumber } from './numberArgument';
import { refuseDay } from './plausibleDates';
import { answer } from './respond';

/**
 * Payment delay rate: of the invoices due before a day, the share that was paid late or is still unpaid past due.
 *
 * The definition of the pane's payment record: due on the day itself is not due, a payment after the day is undone, a row
 * without a due date says nothing. Here all the invoices given count, however old. With a grace an invoice is judged once the
 * grace is over. When no paid date is given at all, every due invoice is late, whereas the pane takes a ledger without paid
 * dates for one that does not record them.
 *
 * @customfunction DELAYRATE DELAYRATE
 * @param dueDates Due date of each invoice.
 * @param paidDates Date each invoice was paid; empty while unpaid.
 * @param asOf The day to judge at.
 * @param amounts Amount of each invoice, for a rate by value; credits (below 0) are left out. By count if omitted.
 * @param grace Days after the due date that still count as in time, 0 if omitted.
 * @returns A share, 0 to 1.
 * @example =TIERCEL.DELAYRATE(F2:F500, G2:G500, DATE(2024,6,30)) //=> 0.36
 * @formula late = paid after due_dates + grace, or not paid by as_of
 * @formula rate = late invoices / invoices with due_dates + grace before as_of, counted or added up by amounts
 * @source The share of overdue invoices of payment practice surveys, such as the Atradius Payment Practices Barometer
 * @term 付款延迟率
 */
export function paymentDelayRate(
  dueDates: unknown[][],
  paidDates: unknown[][],
  asOf: unknown,
  amounts?: unknown[][],
  grace?: unknown,
): number {
  const { invoices, day } = readDatedInvoices({ dueDates, paidDates, amounts }, asOf, weights);
  const graceDays = readNumber(grace, 'grace', 0);
  refuseDay(graceDays, 'grace');
  return answer(delayRate(invoices, day, graceDays));
}

/** By count every row weighs the same. */
function weights(amounts: unknown, rows: number): ExactAmounts {
  if (isOmitted(amounts)) return { units: new Float64Array(rows).fill(1), scale: 1 };
  return requiredAmounts(amounts, rows);
}
