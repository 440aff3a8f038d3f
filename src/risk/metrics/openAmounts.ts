import type { Ledger } from '../ledger/ledger';

/** The day an item was invoiced: its invoice date, or due date − the customer's terms where only those are known; NaN otherwise. */
export function invoiceDayOf(ledger: Ledger, row: number): number {
  const invoiceDate = ledger.invoiceDate[row]!;
  if (!Number.isNaN(invoiceDate)) return Math.floor(invoiceDate);
  return Math.floor(ledger.dueDate[row]! - ledger.termsDays[ledger.customer[row]!]!);
}

/**
 * Replay a row of a ledger to a date: what was open at the end of that day, whatever was paid later. Expects an item that was there:
 * invoiced on or before the day, or on no known day (it must not vanish from the balance).
 *
 * An item paid after the day was open in full. One paid by then is settled, but for a rest that the sheet itself still shows open after
 * a part payment (a sheet that shows all of a paid item as open contradicts itself: the payment counts). Without a paid date the sheet's
 * open amount counts, else the full amount.
 *
 * @param day Serial day without a time.
 * @returns Whole units of the ledger: 0 when settled, negative for a credit.
 * @example openAt(ledger, row, serialOf({ year: 2020, month: 5, day: 31 }, 1900)) //=> all of an invoice of April paid on 30 June
 */
export function openAt(ledger: Ledger, row: number, day: number): number {
  const paidDate = ledger.paidDate[row]!;
  const openToday = ledger.openAmount[row]!;
  const amount = ledger.amount[row]!;
  const full = Number.isNaN(amount) ? openToday || 0 : amount;
  const isUnpaid = Number.isNaN(paidDate);
  if (isUnpaid) return Number.isNaN(openToday) ? full : openToday;
  const isPaidLater = Math.floor(paidDate) > day;
  if (isPaidLater) return full;
  const isPartlyPaid = openToday !== 0 && Math.abs(openToday) < Math.abs(full);
  return isPartlyPaid ? openToday : 0;
}
