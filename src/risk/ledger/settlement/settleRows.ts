import type { Slices } from '../../slices';
import { documentTypes } from '../cells/documentType';
import { growingIntegers } from '../columns/growingColumn';
import type { Ledger, Settlements } from '../ledger';
import type { LedgerRows } from '../ledgerRows';
import { invoiceDayOf } from './invoiceDay';
import { namedInvoices, nothingNamed } from './namedInvoices';
import { codeOf, dueBefore, type Settled, settle } from './settlements';

/** The columns of a ledger that stands but for what its rows settled. */
export type UnsettledLedger = Pick<
  Ledger,
  | 'customer'
  | 'invoiceDate'
  | 'dueDate'
  | 'paidDate'
  | 'amount'
  | 'termsDays'
  | 'documentType'
  | 'sheetRow'
  | 'scale'
>;

/** Rows that are looked at before the work stops for others. */
const rowsInSlice = 32_768;

const payment = codeOf('payment');
const creditNote = codeOf('creditNote');
const writeOff = codeOf('writeOff');

/**
 * Apply rows of payments, credit notes and write-offs to the invoices of a ledger, unless its sheet says itself what is open: a column of
 * open amounts comes first, then one of paid amounts. Where invoices have paid dates, these say what is paid: then rows only settle the
 * invoices they name, and rows with a paid date of their own nothing. Otherwise a payment's paid date, or else its date, is its day.
 *
 * Writes to the dates: payments get their day as invoice date and lose the paid date, invoices that payments settled in full get the day of
 * the last payment as paid date. One that was written off, in part or in full, gets none.
 *
 * @param placed the ledger's rows among the collected ones
 * @param account whose rows settle each other
 * @returns `null` where no row settled another
 */
export function* settleRows(
  rows: LedgerRows,
  placed: Int32Array,
  ledger: UnsettledLedger,
  account: Int32Array,
): Slices<Settlements | null> {
  if (saysWhatIsOpen(rows) || (rows.type === null && rows.documents === null)) return null;
  const isPaidDated = hasPaidInvoice(ledger);
  const credits = creditRows(ledger, isPaidDated);
  if (credits.length === 0) return null;
  yield;

  const kind = new Uint8Array(credits.length);
  for (let credit = 0; credit < credits.length; credit++) kind[credit] = kindOf(ledger, credits[credit]);
  if (!isPaidDated) dateByPayment(ledger, credits, kind);
  const { amount, dueDate } = ledger;
  const { documents, references } = rows;
  if (documents) yield* documents.readLate();
  const invoices = {
    account,
    isInvoice: (row: number) => amount[row] > 0,
    isBefore: dueBefore(dueDate),
  };
  const named =
    documents === null
      ? nothingNamed(credits.length)
      : yield* namedInvoices({ documents, references, entry: placed }, credits, invoices);
  const day = new Float32Array(amount.length);
  for (let row = 0; row < day.length; row++) day[row] = invoiceDayOf(ledger, row);
  yield;
  const items = { account, amount, day, dueDate };
  const settled = yield* settle(items, { row: credits, kind, named }, !isPaidDated);
  yield* noteSettled(rows, placed, ledger, settled);
  const { settlements } = settled;
  if (settlements.amount.length === 0) return null;
  for (let row = 0; row < amount.length; row += rowsInSlice) {
    datePaidInvoices(ledger, settled, row, Math.min(amount.length, row + rowsInSlice));
    yield;
  }
  return settlements;
}

function saysWhatIsOpen({ openAmount, paidAmount, states }: LedgerRows): boolean {
  if (states.saysWhatIsOpen) return true;
  return [openAmount, paidAmount].some(column =>
    column?.amounts.values.some(amount => !Number.isNaN(amount)),
  );
}

function hasPaidInvoice({ amount, paidDate }: UnsettledLedger): boolean {
  for (let row = 0; row < amount.length; row++) {
    if (amount[row] > 0 && !Number.isNaN(paidDate[row])) return true;
  }
  return false;
}

/** Rows that can settle others: what has a paid date of its own is settled by that, but for payments where no invoice has one. */
function creditRows(ledger: UnsettledLedger, isPaidDated: boolean): Int32Array {
  const { amount, paidDate } = ledger;
  const isCredit = (row: number) => {
    if (!(amount[row] < 0)) return false;
    return Number.isNaN(paidDate[row]) || (!isPaidDated && kindOf(ledger, row) !== creditNote);
  };
  const credits = growingIntegers();
  for (let row = 0; row < amount.length; row++) if (isCredit(row)) credits.push(row);
  return credits.values;
}

/** What is below 0 without a word that it is money is a credit note. */
function kindOf({ documentType }: UnsettledLedger, row: number): number {
  const type = documentType === null ? 'invoice' : documentTypes[documentType[row]];
  if (type === 'payment') return payment;
  return type === 'writeOff' ? writeOff : creditNote;
}

/** A payment is there from the day it was paid, whatever other dates its row repeats from the invoice. */
function dateByPayment(ledger: UnsettledLedger, credits: Int32Array, kind: Uint8Array): void {
  const { invoiceDate, dueDate, paidDate } = ledger;
  credits.forEach((row, credit) => {
    if (kind[credit] === creditNote) return;
    const written = [paidDate[row], invoiceDate[row], dueDate[row]];
    invoiceDate[row] = written.find(date => !Number.isNaN(date)) ?? Number.NaN;
    if (Number.isNaN(dueDate[row])) dueDate[row] = invoiceDate[row];
    paidDate[row] = Number.NaN;
  });
}

function datePaidInvoices(
  { amount, paidDate }: UnsettledLedger,
  { settlements, rest }: Settled,
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row++) {
    const isPaid = amount[row] > 0 && rest[row] === 0 && Number.isNaN(paidDate[row]);
    if (isPaid) paidDate[row] = lastPayment(settlements, row);
  }
}

/** The day of the last payment that settled a row; NaN where one is of an unknown day, where something was written off, or none paid. */
function lastPayment({ start, day, kind }: Settlements, row: number): number {
  let last = Number.NaN;
  for (let at = start[row]; at < start[row + 1]; at++) {
    if (kind[at] === writeOff) return Number.NaN;
    if (kind[at] !== payment) continue;
    if (Number.isNaN(day[at])) return Number.NaN;
    if (!(last >= day[at])) last = day[at];
  }
  return last;
}

function* noteSettled(
  rows: LedgerRows,
  placed: Int32Array,
  { amount, scale, sheetRow }: UnsettledLedger,
  { oldestFirst, leftOver }: Settled,
): Slices<void> {
  const { findings, references } = rows;
  const nameColumn = references?.column ?? rows.column('document');
  for (let index = 0; index < oldestFirst.length; index++) {
    const row = oldestFirst[index];
    findings.add('appliedOldestFirst', sheetRow.at(row), nameColumn, references?.at(placed[row]));
    if (index % rowsInSlice === rowsInSlice - 1) yield;
  }
  for (let index = 0; index < leftOver.length; index++) {
    const row = leftOver[index];
    findings.add('unappliedPayment', sheetRow.at(row), rows.amount.column, amount[row] / scale);
    if (index % rowsInSlice === rowsInSlice - 1) yield;
  }
}
