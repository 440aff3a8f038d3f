import type { Ledger, Settlements } from '../ledger/ledger';

export { invoiceDayOf } from '../ledger/settlement/invoiceDay';

/**
 * Replay a row of a ledger to a date: what was open at the end of that day, whatever was paid later. Expects an item that was there:
 * invoiced on or before the day, or on no known day (it must not vanish from the balance).
 *
 * An item that rows of payments, credit notes or write-offs settled is open but for what they had settled by the day, and so are those
 * rows themselves. Of all others: an item paid after the day was open in full. One paid by then is settled, but for a rest that the sheet
 * itself still shows open after a part payment (a sheet that shows all of a paid item as open contradicts itself: the payment counts).
 * Without a paid date the sheet's open amount counts, else the full amount.
 *
 * @param day Serial day without a time.
 * @returns Whole units of the ledger: 0 when settled, negative for a credit.
 * @example openAt(ledger, row, serialOf({ year: 2020, month: 5, day: 31 }, 1900)) //=> all of an invoice of April paid on 30 June
 */
export function openAt(ledger: Ledger, row: number, day: number): number {
  const { settlements } = ledger;
  const paidDate = ledger.paidDate[row];
  const openToday = ledger.openAmount[row];
  const amount = ledger.amount[row];
  const full = Number.isNaN(amount) ? openToday || 0 : amount;
  if (settlements !== null && hasSettlements(settlements, row))
    return restAt(settlements, row, day, full, paidDate);
  const isUnpaid = Number.isNaN(paidDate);
  if (isUnpaid) return Number.isNaN(openToday) ? full : openToday;
  const isPaidLater = Math.floor(paidDate) > day;
  if (isPaidLater) return full;
  const isPartlyPaid = Math.abs(openToday) < Math.abs(full);
  return isPartlyPaid ? openToday : 0;
}

/** What rows that settle left open of a row. */
function restAt(settlements: Settlements, row: number, day: number, full: number, paidDate: number): number {
  const isSettledByRows = settledUntil(settlements, row, Number.POSITIVE_INFINITY) === full;
  // A paid date beside rows that settle only a part is the sheet's own word for the rest.
  const isRestPaid = !isSettledByRows && Math.floor(paidDate) <= day;
  return isRestPaid ? 0 : full - settledUntil(settlements, row, day);
}

/** Tell whether other rows settled a row, or it settled others. */
export function hasSettlements({ start }: Settlements, row: number): boolean {
  return start[row] < start[row + 1];
}

/** Sum what was settled of a row by the end of a day, in whole units with the row's sign. */
export function settledUntil({ start, day, amount }: Settlements, row: number, lastDay: number): number {
  let settled = 0;
  for (let at = start[row]; at < start[row + 1]; at += 1) {
    const isLater = day[at] > lastDay;
    if (!isLater) settled += amount[at];
  }
  return settled;
}
