/** When a payment is late and by how much: one definition for the pane's payment record and the formulas. */
import { fail, type Outcome, succeed } from '../../problem';

/** Invoices as columns of equal length. Dates are Excel serial days without a time. */
export interface DatedInvoices {
  /** NaN where missing: such an invoice says nothing about delay. */
  readonly dueDay: ArrayLike<number>;
  /** NaN where unpaid. */
  readonly paidDay: ArrayLike<number>;
  /** Any unit; only amounts above 0 are invoices, the others are credits. */
  readonly amount: ArrayLike<number>;
}

/**
 * Count the days an invoice was paid after it was due. An early payment was paid 0 days after due, so that early money never
 * hides late money.
 *
 * @example daysPaidLate(100, 107) //=> 7
 */
export function daysPaidLate(dueDay: number, paidDay: number): number {
  return Math.max(0, paidDay - dueDay);
}

/**
 * Tell whether an invoice can be judged at the end of a day: due before it, due on the day itself is not due.
 *
 * @param grace Days after the due day that still count as in time; the judgement waits for them.
 */
export function isDueBefore(dueDay: number, asOf: number, grace = 0): boolean {
  return dueDay + grace < asOf;
}

/**
 * Tell whether an invoice that can be judged is late: not paid, or paid after it was due. What was paid after the as-of day was
 * paid after the due day too, or the invoice could not be judged yet.
 *
 * @param paidDay NaN where it is not settled.
 */
export function isLate(dueDay: number, paidDay: number, grace = 0): boolean {
  return !(paidDay <= dueDay + grace);
}

/**
 * Measure the payment delay rate: of the invoices due before the as-of day, the share paid late or still unpaid past due.
 * A payment after the as-of day is undone.
 *
 * @param asOf Excel serial day.
 * @param grace Days after due that count as in time, 0 or more.
 * @returns 0–1, weighted by amount; with amounts of 1 a share by count. `nothingDue` when no invoice was due by then.
 * @example delayRate({ dueDay: [10, 10], paidDay: [9, 12], amount: [300, 100] }, 20, 0) //=> 0.25
 */
export function delayRate(
  { dueDay, paidDay, amount }: DatedInvoices,
  asOf: number,
  grace: number,
): Outcome<number> {
  if (grace < 0) return fail('value', 'argumentNegative', { argument: 'grace', value: grace });
  let due = 0;
  let late = 0;
  for (let row = 0; row < dueDay.length; row += 1) {
    const isJudged = amount[row] > 0 && isDueBefore(dueDay[row], asOf, grace);
    if (!isJudged) continue;
    due += amount[row];
    if (isLate(dueDay[row], paidDay[row], grace)) late += amount[row];
  }
  if (due === 0) return fail('notAvailable', 'nothingDue', { argument: 'dueDates' });
  return succeed(late / due);
}

/**
 * Measure days beyond terms: the mean days paid after due over the invoices paid by the as-of day, weighted by amount.
 * What is still open is not in it: it has no days yet.
 *
 * @param asOf Excel serial day; later payments are undone.
 * @returns Days, 0 or more; `nothingPaid` when no invoice was paid by then.
 * @example daysBeyondTerms({ dueDay: [10, 10], paidDay: [5, 30], amount: [300, 100] }, 40) //=> 5
 */
export function daysBeyondTerms({ dueDay, paidDay, amount }: DatedInvoices, asOf: number): Outcome<number> {
  let paid = 0;
  let lateDays = 0;
  for (let row = 0; row < dueDay.length; row += 1) {
    const isPaid = amount[row] > 0 && paidDay[row] <= asOf && !Number.isNaN(dueDay[row]);
    if (!isPaid) continue;
    paid += amount[row];
    lateDays += amount[row] * daysPaidLate(dueDay[row], paidDay[row]);
  }
  if (paid === 0) return fail('notAvailable', 'nothingPaid', { argument: 'paidDates' });
  return succeed(lateDays / paid);
}
