import type { Ledger } from '../ledger/ledger';

/**
 * List the sheet's rows of each customer, open items first, each part in the order of the ledger. The lists are windows of one array: a
 * hundred thousand customers cost no more than their rows.
 *
 * @param isOpen one entry a row, 1 for an open item
 */
export function customerRows(ledger: Ledger, isOpen: Uint8Array): readonly Int32Array[] {
  const customerCount = ledger.customers.length;
  const start = new Int32Array(customerCount + 1);
  const openCount = new Int32Array(customerCount);
  for (let row = 0; row < ledger.rowCount; row += 1) {
    const customer = ledger.customer[row]!;
    start[customer + 1]! += 1;
    if (isOpen[row] === 1) openCount[customer]! += 1;
  }
  for (let customer = 0; customer < customerCount; customer += 1) start[customer + 1]! += start[customer]!;

  const rows = new Int32Array(ledger.rowCount);
  const nextOpen = start.slice();
  const nextSettled = openCount.map((count, customer) => start[customer]! + count);
  for (let row = 0; row < ledger.rowCount; row += 1) {
    const next = isOpen[row] === 1 ? nextOpen : nextSettled;
    const customer = ledger.customer[row]!;
    rows[next[customer]!] = ledger.sheetRow[row]!;
    next[customer]! += 1;
  }
  return ledger.customers.map((_, customer) => rows.subarray(start[customer], start[customer + 1]));
}
