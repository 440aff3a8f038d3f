import { documentTypes } from '../ledger/documentType';
import { type Ledger, settlementKinds } from '../ledger/ledger';
import type { Slices } from '../slices';

/** Rows that are looked at before the work stops for others. */
const rowsInSlice = 131_072;

/**
 * How many rows of a ledger tell of each kind, whatever their day. Where nothing of a kind is on the whole sheet, it cannot be told whether
 * there was none or the sheet has no column for it: what follows from it is then not known, which is not zero. Without a single payment, items
 * that are still open would make everybody late.
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

/** Tell whether a row says that somebody paid: by its paid date, or because payments of other rows settled some of it. */
function isPaid({ paidDate, settlements }: Ledger, row: number): boolean {
  if (!Number.isNaN(paidDate[row]!)) return true;
  return (
    settlements?.kind.subarray(settlements.start[row], settlements.start[row + 1]).includes(payment) ?? false
  );
}

/** Add what a row tells, or take it away again. */
export function countEvidence(evidence: LedgerEvidence, ledger: Ledger, row: number, by: 1 | -1): void {
  if (isPaid(ledger, row)) evidence.payments += by;
  if (ledger.disputed[row] === 1) evidence.disputes += by;
  if (isCreditNote(ledger, row)) evidence.creditNotes += by;
  if (isWriteOff(ledger, row)) evidence.writeOffs += by;
}

/** Count what all rows of a ledger tell. */
export function* evidenceOf(ledger: Ledger): Slices<LedgerEvidence> {
  const evidence = { payments: 0, disputes: 0, creditNotes: 0, writeOffs: 0 };
  for (let first = 0; first < ledger.rowCount; first += rowsInSlice) {
    countRows(evidence, ledger, first, Math.min(ledger.rowCount, first + rowsInSlice));
    yield;
  }
  return evidence;
}

function countRows(evidence: LedgerEvidence, ledger: Ledger, first: number, end: number): void {
  for (let row = first; row < end; row += 1) countEvidence(evidence, ledger, row, 1);
}
