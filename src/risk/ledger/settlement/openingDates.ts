import { documentTypes } from '../cells/documentType';
import type { Ledger } from '../ledger';

const debit = documentTypes.indexOf('debit');

/**
 * Give opening balances without a date the day of their customer's first entry, else the first of the list: what was brought forward is no
 * younger. Without a day it would never be overdue, and payments would pass it by.
 *
 * Writes to the invoice dates.
 *
 * @param types as `documentType` of the ledger
 * @param dated due dates as written
 * @returns whether a row took the date of others
 */
export function dateOpenings(
  types: Ledger['documentType'],
  dated: Pick<Ledger, 'customer' | 'invoiceDate' | 'dueDate'>,
  customerCount: number,
): boolean {
  const { customer, invoiceDate, dueDate } = dated;
  if (types === null) return false;
  const isUndated = (row: number) =>
    types[row] === debit && Number.isNaN(invoiceDate[row]) && Number.isNaN(dueDate[row]);
  const first = types.findIndex((_, row) => isUndated(row));
  if (first < 0) return false;
  const firstOf = new Float32Array(customerCount).fill(Number.POSITIVE_INFINITY);
  let firstOfAll = Number.POSITIVE_INFINITY;
  for (let row = 0; row < invoiceDate.length; row += 1) {
    const day = invoiceDate[row];
    if (!(day < firstOf[customer[row]])) continue;
    firstOf[customer[row]] = day;
    if (day < firstOfAll) firstOfAll = day;
  }
  if (firstOfAll === Number.POSITIVE_INFINITY) return false;
  for (let row = first; row < invoiceDate.length; row += 1) {
    if (!isUndated(row)) continue;
    const ofCustomer = firstOf[customer[row]];
    invoiceDate[row] = Number.isFinite(ofCustomer) ? ofCustomer : firstOfAll;
  }
  return true;
}
