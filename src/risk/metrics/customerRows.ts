import type { Ledger } from '../ledger/ledger';
import { invoiceDayOf, openAt } from './openAmounts';

/**
 * List the sheet's rows of each customer, those open at the end of a day first, each part in the order of the ledger. The lists are
 * windows of one array: a hundred thousand customers cost no more than their rows.
 *
 * @param day Serial day without a time.
 */
export function customerRows(ledger: Ledger, day: number): readonly Int32Array[] {
  const customerCount = ledger.customers.length;
  const isOpen = new Uint8Array(ledger.rowCount);
  const start = new Int32Array(customerCount + 1);
  const openCount = new Int32Array(customerCount);
  for (let row = 0; row < ledger.rowCount; row += 1) {
    const customer = ledger.customer[row]!;
    start[customer + 1]! += 1;
    if (!isOpenAt(ledger, row, day)) continue;
    isOpen[row] = 1;
    openCount[customer]! += 1;
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

/** List the sheet's rows of one customer, open ones first, from the ledger's rows of theirs in ascending order. */
export function sheetRowsOf(ledger: Ledger, rows: ArrayLike<number>, day: number): Int32Array {
  const sheetRows = new Int32Array(rows.length);
  let open = 0;
  let others = rows.length;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    const place = isOpenAt(ledger, row, day) ? open++ : --others;
    sheetRows[place] = ledger.sheetRow[row]!;
  }
  // The others were laid down from the end.
  sheetRows.subarray(others).reverse();
  return sheetRows;
}

function isOpenAt(ledger: Ledger, row: number, day: number): boolean {
  const isNotYetInvoiced = invoiceDayOf(ledger, row) > day;
  return !isNotYetInvoiced && openAt(ledger, row, day) !== 0;
}
