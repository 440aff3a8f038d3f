import type { Ledger } from '../../ledger/ledger';
import { finishSlices } from '../../slices';
import { invoiceDayOf, openAt } from '../openAmounts';
import { type RowsByCustomer, rowsByCustomer } from '../rowsByCustomer';

/**
 * Find the sheet's rows of customers, those open at the end of a day first, each part in the order of the ledger. All rows are sorted by customer
 * when somebody asks for the first.
 *
 * @param day Serial day without a time.
 */
export function customerRows(ledger: Ledger, day: number): (customer: number) => Int32Array {
  let sorted: RowsByCustomer | null = null;
  return customer => {
    sorted ??= finishSlices(rowsByCustomer(ledger));
    const { start, rows } = sorted;
    return sheetRowsOf(ledger, rows.subarray(start[customer], start[customer + 1]), day);
  };
}

/** List the sheet's rows of one customer, open ones first, from the ledger's rows of theirs in ascending order. */
export function sheetRowsOf(ledger: Ledger, rows: ArrayLike<number>, day: number): Int32Array {
  const sheetRows = new Int32Array(rows.length);
  let open = 0;
  let others = rows.length;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index];
    const place = isOpenAt(ledger, row, day) ? open++ : --others;
    sheetRows[place] = ledger.sheetRow.at(row);
  }
  // The others were laid down from the end.
  sheetRows.subarray(others).reverse();
  return sheetRows;
}

function isOpenAt(ledger: Ledger, row: number, day: number): boolean {
  const isNotYetInvoiced = invoiceDayOf(ledger, row) > day;
  return !isNotYetInvoiced && openAt(ledger, row, day) !== 0;
}
