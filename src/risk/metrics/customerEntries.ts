import type { Ledger } from '../ledger/ledger';

/** The rows of a ledger by customer: customer c has `rows[start[c]] … rows[start[c + 1] − 1]`, in the order of the ledger. */
export interface CustomerEntries {
  readonly start: Int32Array;
  readonly rows: Int32Array;
}

/** Group the rows of a ledger by customer in two passes, without an object a row. */
export function customerEntries(ledger: Ledger): CustomerEntries {
  const start = new Int32Array(ledger.customers.length + 1);
  for (let row = 0; row < ledger.rowCount; row += 1) start[ledger.customer[row]! + 1]! += 1;
  for (let customer = 1; customer < start.length; customer += 1) start[customer]! += start[customer - 1]!;

  const next = start.slice();
  const rows = new Int32Array(ledger.rowCount);
  for (let row = 0; row < ledger.rowCount; row += 1) {
    const customer = ledger.customer[row]!;
    rows[next[customer]!] = row;
    next[customer]! += 1;
  }
  return { start, rows };
}
