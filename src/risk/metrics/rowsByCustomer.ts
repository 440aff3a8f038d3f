import type { Ledger } from '../ledger/ledger';
import type { Slices } from '../slices';

/** Rows of a ledger by customer: those of customer c are `rows[start[c]]` up to `rows[start[c + 1]]`, ascending. */
export interface RowsByCustomer {
  readonly rowCount: number;
  readonly start: Int32Array;
  readonly rows: Int32Array;
}

/** Sort the rows of a ledger by customer, in two slices. */
export function* rowsByCustomer({ customers, customer, rowCount }: Ledger): Slices<RowsByCustomer> {
  const start = new Int32Array(customers.length + 1);
  for (let row = 0; row < rowCount; row += 1) start[customer[row] + 1] += 1;
  for (let code = 0; code < customers.length; code += 1) start[code + 1] += start[code];
  yield;
  const rows = new Int32Array(rowCount);
  const next = start.slice();
  for (let row = 0; row < rowCount; row += 1) {
    const code = customer[row];
    rows[next[code]] = row;
    next[code] += 1;
  }
  yield;
  return { rowCount, start, rows };
}
