import type { Ledger } from '../ledger/ledger';

/** A ledger as it stood at the end of a day: one entry a row, amounts in the ledger's whole units. */
export interface LedgerAtDate {
  /** The day itself, without a time. */
  readonly asOf: number;
  /** Invoice day; due day − terms where only those are known; NaN otherwise. */
  readonly invoiceDay: Float64Array;
  /** What was open at the end of the day: 0 when settled, negative for a credit, NaN when not yet invoiced. */
  readonly open: Float64Array;
}

/**
 * Replay a ledger to a date: what was open at the end of that day, whatever was paid later.
 *
 * An item is there when it was invoiced on or before the day; without an invoice date, due date − the customer's terms stands
 * for it, and an item about which not even that is known is there, since it must not vanish from the balance. An item paid after the day
 * was open in full. One paid by then is settled, but for a rest that the sheet itself still shows open after a part payment
 * (a sheet that shows all of a paid item as open contradicts itself: the payment counts). Without a paid date the sheet's open amount
 * counts, else the full amount.
 *
 * @example openAmounts(ledger, serialOf(2020, 5, 31)).open //=> an invoice of April paid on 30 June is open in full
 */
export function openAmounts(ledger: Ledger, asOf: number): LedgerAtDate {
  const day = Math.floor(asOf);
  const invoiceDay = new Float64Array(ledger.rowCount);
  const open = new Float64Array(ledger.rowCount);
  for (let row = 0; row < ledger.rowCount; row += 1) {
    const invoiced = invoiceDayOf(ledger, row);
    invoiceDay[row] = invoiced;
    open[row] = invoiced > day ? Number.NaN : openAt(ledger, row, day);
  }
  return { asOf: day, invoiceDay, open };
}

function invoiceDayOf(ledger: Ledger, row: number): number {
  const invoiceDate = ledger.invoiceDate[row]!;
  if (!Number.isNaN(invoiceDate)) return Math.floor(invoiceDate);
  return Math.floor(ledger.dueDate[row]! - ledger.termsDays[ledger.customer[row]!]!);
}

function openAt(ledger: Ledger, row: number, day: number): number {
  const paidDate = ledger.paidDate[row]!;
  const openToday = ledger.openAmount[row]!;
  const full = Number.isNaN(ledger.amount[row]!) ? openToday || 0 : ledger.amount[row]!;
  const isUnpaid = Number.isNaN(paidDate);
  if (isUnpaid) return Number.isNaN(openToday) ? full : openToday;
  const isPaidLater = Math.floor(paidDate) > day;
  if (isPaidLater) return full;
  const isPartlyPaid = openToday !== 0 && Math.abs(openToday) < Math.abs(full);
  return isPartlyPaid ? openToday : 0;
}
