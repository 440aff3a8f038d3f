import { documentTypes } from '../ledger/cells/documentType';
import { type Ledger, type Settlements, settlementKinds } from '../ledger/ledger';
import { invoiceDayOf } from '../ledger/settlement/invoiceDay';
import type { Slices } from '../slices';
import { hasSettlements } from './openAmounts';

/** Rows that are looked at before the work stops for others. */
const rowsInSlice = 131_072;

/**
 * What a row tells of, as bits of one number: that somebody paid, that it is in dispute, a credit note, a write-off, that other rows settled
 * it or it settled them, or that something was settled in whatever way. What all rows tell that were there by the end of a day is what they have
 * in common by OR. Where nothing of a kind was on the whole sheet by then, it cannot be told whether there was none or the sheet has no column
 * for it: what follows from it is then not known, which is not zero. Without a single payment, items that are still open would make everybody late.
 */
export const tells = {
  payment: 1,
  dispute: 2,
  creditNote: 4,
  writeOff: 8,
  settlement: 16,
  settled: 32,
} as const;

/** How many bits there are. */
export const tellsBits = 6;

/**
 * Tell whether a sheet keeps what was settled: by a payment or other rows that settle, as less open than was invoiced, or in rows below 0 of which
 * nothing says that they are no payments. A list of open items alone does not, and its invoices are then not all that was sold.
 *
 * @param told Bits of `tells` of all its rows.
 */
export function keepsSettled(told: number): boolean {
  return (told & (tells.payment | tells.settled)) !== 0;
}

const creditNote = documentTypes.indexOf('creditNote');
const invoice = documentTypes.indexOf('invoice');
const writeOff = documentTypes.indexOf('writeOff');
const payment = settlementKinds.indexOf('payment');

/**
 * Tell what a row says by the end of a day, whatever it says of later.
 *
 * @param day Serial day without a time.
 * @returns Bits of `tells`.
 */
export function toldBy(ledger: Ledger, row: number, day: number): number {
  const { paidDate, disputed, amount, openAmount, documentType, settlements } = ledger;
  let told = paidDate[row] <= day ? tells.payment : 0;
  if (disputed[row] === 1) told |= tells.dispute;
  if (documentType === null) {
    if (amount[row] < 0) told |= tells.creditNote | tells.settled;
  } else told |= toldByType(documentType[row], amount[row]);
  if (settlements !== null && hasSettlements(settlements, row))
    return told | toldBySettlements(settlements, row, day);
  // What is open beside a paid date of later was not open by the day.
  const isLessOpen = openAmount[row] < amount[row] && !(paidDate[row] > day);
  return isLessOpen ? told | tells.settled : told;
}

/** A row below 0 lowers sales where the sheet says that it is neither a payment nor a write-off. */
function toldByType(type: number, amount: number): number {
  if (type === writeOff) return tells.writeOff;
  const isCreditNote = amount < 0 && (type === creditNote || type === invoice);
  return isCreditNote ? tells.creditNote : 0;
}

function toldBySettlements({ start, day, kind }: Settlements, row: number, lastDay: number): number {
  let told: number = tells.settlement;
  for (let at = start[row]; at < start[row + 1]; at += 1) {
    const isLater = day[at] > lastDay;
    if (isLater) continue;
    if (kind[at] === payment) return tells.settlement | tells.payment;
    told |= tells.settled;
  }
  return told;
}

/** Find what the rows of a ledger tell that were there by the end of a day: bits of `tells`. */
export function* toldByAll(ledger: Ledger, day: number): Slices<number> {
  let told = 0;
  for (let first = 0; first < ledger.rowCount; first += rowsInSlice) {
    told |= toldByRows(ledger, day, first, Math.min(ledger.rowCount, first + rowsInSlice));
    yield;
  }
  return told;
}

function toldByRows(ledger: Ledger, day: number, first: number, end: number): number {
  let told = 0;
  for (let row = first; row < end; row += 1) {
    const isNotYetInvoiced = invoiceDayOf(ledger, row) > day;
    if (!isNotYetInvoiced) told |= toldBy(ledger, row, day);
  }
  return told;
}
