import { documentTypes } from '../ledger/documentType';
import { invoiceDayOf } from '../ledger/invoiceDay';
import { type Ledger, settlementKinds } from '../ledger/ledger';
import type { Slices } from '../slices';

/** Rows that are looked at before the work stops for others. */
const rowsInSlice = 131_072;

/**
 * How many rows of a ledger tell of each kind by the end of a day: what came later tells nothing of it. Where nothing of a kind was on the whole
 * sheet by then, it cannot be told whether there was none or the sheet has no column for it: what follows from it is then not known, which is not
 * zero. Without a single payment, items that are still open would make everybody late.
 */
export interface LedgerEvidence {
  payments: number;
  disputes: number;
  creditNotes: number;
  writeOffs: number;
}

const creditNote = documentTypes.indexOf('creditNote');
const invoice = documentTypes.indexOf('invoice');
const writeOff = documentTypes.indexOf('writeOff');
const payment = settlementKinds.indexOf('payment');

/** Tell whether a row lowers sales: below 0, and neither a payment nor a write-off where the sheet has types. */
export function isCreditNote({ amount, documentType }: Ledger, row: number): boolean {
  const isCredit = amount[row]! < 0;
  if (!isCredit || documentType === null) return isCredit;
  return documentType[row] === creditNote || documentType[row] === invoice;
}

export function isWriteOff({ documentType }: Ledger, row: number): boolean {
  return documentType !== null && documentType[row] === writeOff;
}

/** Tell whether a row says that somebody had paid: by its paid date, or because payments of other rows settled some of it. */
function isPaid({ paidDate, settlements }: Ledger, row: number, lastDay: number): boolean {
  if (paidDate[row]! <= lastDay) return true;
  if (settlements === null) return false;
  const { start, day, kind } = settlements;
  for (let at = start[row]!; at < start[row + 1]!; at += 1) {
    const isLater = day[at]! > lastDay;
    if (!isLater && kind[at] === payment) return true;
  }
  return false;
}

/**
 * Add what a row tells, or take it away again.
 *
 * @param day Serial day without a time; rows of later days tell nothing.
 */
export function countEvidence(
  evidence: LedgerEvidence,
  ledger: Ledger,
  row: number,
  day: number,
  by: 1 | -1,
): void {
  const isNotYetInvoiced = invoiceDayOf(ledger, row) > day;
  if (isNotYetInvoiced) return;
  if (isPaid(ledger, row, day)) evidence.payments += by;
  if (ledger.disputed[row] === 1) evidence.disputes += by;
  if (isCreditNote(ledger, row)) evidence.creditNotes += by;
  if (isWriteOff(ledger, row)) evidence.writeOffs += by;
}

/** Count what all rows of a ledger tell by the end of a day. */
export function* evidenceOf(ledger: Ledger, day: number): Slices<LedgerEvidence> {
  const evidence = { payments: 0, disputes: 0, creditNotes: 0, writeOffs: 0 };
  for (let first = 0; first < ledger.rowCount; first += rowsInSlice) {
    countRows(evidence, ledger, day, first, Math.min(ledger.rowCount, first + rowsInSlice));
    yield;
  }
  return evidence;
}

function countRows(evidence: LedgerEvidence, ledger: Ledger, day: number, first: number, end: number): void {
  for (let row = first; row < end; row += 1) countEvidence(evidence, ledger, row, day, 1);
}
