import type { Ledger } from '../ledger/ledger';
import { rowsOfCustomer } from '../ledger/rowsOfCustomer';
import { invoiceDayOf, openAt } from '../metrics/openAmounts';
import { placesUpTo } from '../metrics/placesUpTo';
import { sortInSlices } from '../metrics/sortInSlices';
import type { Slices } from '../slices';

/** An invoice from the day it was due to the day it was paid, or to the as-of day while it is open. */
export interface TimelineInvoice {
  /** The ledger's row. */
  readonly row: number;
  /** Serial days; `paid` is NaN while something is open. */
  readonly due: number;
  readonly paid: number;
  /** Days from due to paid, below 0 for early ones; of an open one the days past due so far, 0 before it is due. */
  readonly daysLate: number;
  /** In currency units. */
  readonly amount: number;
  readonly open: number;
}

export interface PaymentTimeline {
  /** By due day, oldest first. */
  readonly invoices: readonly TimelineInvoice[];
  /** Older ones that were left out. */
  readonly olderCount: number;
  /** Invoices settled on a day that the ledger does not tell. */
  readonly paidSometimeCount: number;
}

/** Rows that are looked at before the work stops for others: one customer may have all the rows of a ledger. */
const rowsInSlice = 8192;

/**
 * Set out how a customer paid: its invoices by due day, each with how late it was paid.
 *
 * Replayed to the end of a day: what was paid later is open. Credits, invoices without a due date and those settled on no known day say nothing
 * about paying and are left out; of the last it is told how many they are.
 *
 * @param name The customer as the ledger has it.
 * @param most At most so many invoices, the newest by due day.
 * @example finishSlices(paymentTimelineInSlices(ledger, 'Acme', 45_473, 120)).invoices[0].daysLate //=> 12
 */
export function* paymentTimelineInSlices(
  ledger: Ledger,
  name: string,
  asOf: number,
  most: number,
): Slices<PaymentTimeline> {
  const invoices: TimelineInvoice[] = [];
  let paidSometimeCount = 0;
  for (const [index, row] of rowsOfCustomer(ledger, name).entries()) {
    if (index % rowsInSlice === rowsInSlice - 1) yield;
    if (invoiceDayOf(ledger, row) > asOf) continue;
    if (isPaidSometime(ledger, row, asOf)) paidSometimeCount += 1;
    const invoice = timelineInvoice(ledger, row, asOf);
    if (invoice !== null) invoices.push(invoice);
  }
  // Those of one day stay in the ledger's order.
  const byDue = yield* sortInSlices(
    placesUpTo(invoices.length),
    (one, other) => invoices[one].due - invoices[other].due,
  );
  const olderCount = Math.max(0, invoices.length - most);
  return {
    invoices: Array.from(byDue.subarray(olderCount), place => invoices[place]),
    olderCount,
    paidSometimeCount,
  };
}

const isPaidSometime = (ledger: Ledger, row: number, asOf: number): boolean =>
  ledger.amount[row] > 0 && Number.isNaN(ledger.paidDate[row]) && openAt(ledger, row, asOf) <= 0;

function timelineInvoice(ledger: Ledger, row: number, asOf: number): TimelineInvoice | null {
  const rest = openAt(ledger, row, asOf);
  const amount = Number.isNaN(ledger.amount[row]) ? rest : ledger.amount[row];
  const due = Math.floor(ledger.dueDate[row]);
  const paidDay = Math.floor(ledger.paidDate[row]);
  const isOpen = rest > 0;
  const isKnown = amount > 0 && !Number.isNaN(due) && (isOpen || paidDay <= asOf);
  if (!isKnown) return null;
  return {
    row,
    due,
    paid: isOpen ? Number.NaN : paidDay,
    daysLate: isOpen ? Math.max(0, asOf - due) : paidDay - due,
    amount: amount / ledger.scale,
    open: rest / ledger.scale,
  };
}
