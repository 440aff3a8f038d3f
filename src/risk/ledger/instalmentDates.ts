import type { Ledger } from './ledger';
import type { LedgerRows } from './ledgerRows';

/** The columns of a ledger that tell when its invoices were written. */
export type DatedColumns = Pick<Ledger, 'customer' | 'invoiceDate' | 'dueDate' | 'amount' | 'termsDays'>;

/**
 * Give the rows of one invoice that have no invoice date the day it was written, so that its instalments are one order and not one for each due
 * date: the earliest invoice date among its rows, else the earliest due date less terms. Rows are of one invoice by customer and number. A row that is
 * alone keeps no date of its own: its day then follows from its due date and the terms.
 *
 * Writes to the invoice dates.
 *
 * @param placed the ledger's rows among the collected ones
 * @returns whether rows could take the date of others, so that a changed row tells of more than itself
 */
export function dateInstalments(rows: LedgerRows, placed: Int32Array, ledger: DatedColumns): boolean {
  const { documents, termsDays: ownTerms } = rows;
  const { customer, invoiceDate, dueDate, amount, termsDays } = ledger;
  const canBeDated = rows.invoiceDate !== null || ownTerms !== null;
  if (documents === null || !canBeDated) return false;
  // A loop, because nearly every ledger is dated throughout and `findIndex` asks a function about each of a million rows.
  let firstUndated = 0;
  while (
    firstUndated < invoiceDate.length &&
    !(Number.isNaN(invoiceDate[firstUndated]!) && amount[firstUndated]! > 0)
  )
    firstUndated++;
  if (firstUndated === invoiceDate.length) return false;

  const undated = new Map<string, number[]>();
  const invoiceOf = (row: number) => `${documents.keyAt(placed[row]!)} ${customer[row]}`;
  for (let row = firstUndated; row < invoiceDate.length; row++) {
    const isUndated = Number.isNaN(invoiceDate[row]!) && amount[row]! > 0;
    if (!isUndated || documents.keyAt(placed[row]!) < 0) continue;
    const others = undated.get(invoiceOf(row));
    if (others) others.push(row);
    else undated.set(invoiceOf(row), [row]);
  }

  const written = new Map<string, number>();
  for (let row = 0; row < invoiceDate.length; row++) {
    const isDated = !Number.isNaN(invoiceDate[row]!) && amount[row]! > 0;
    if (!isDated) continue;
    const invoice = invoiceOf(row);
    if (undated.has(invoice) && !(written.get(invoice)! <= invoiceDate[row]!))
      written.set(invoice, invoiceDate[row]!);
  }

  const termsOf = (row: number) => {
    const own = ownTerms?.values[placed[row]!] ?? Number.NaN;
    return Number.isNaN(own) ? termsDays[customer[row]!]! : own;
  };
  for (const [invoice, parts] of undated) {
    const isAlone = parts.length === 1 && !written.has(invoice);
    if (isAlone) continue;
    const fromDue = Math.min(
      ...parts.map(row => dueDate[row]! - termsOf(row)).filter(day => !Number.isNaN(day)),
    );
    const day = written.get(invoice) ?? fromDue;
    if (Number.isFinite(day)) for (const row of parts) invoiceDate[row] = day;
  }
  return undated.size > 0;
}
