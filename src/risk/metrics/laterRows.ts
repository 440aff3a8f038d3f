import type { Ledger } from '../ledger/ledger';
import type { Slices } from '../slices';
import { invoiceDayOf } from './openAmounts';

const rowsInSlice = 32_768;

/** What of a ledger is dated after a day, and so not in its figures. */
export interface LaterRows {
  readonly count: number;
  /** What their amounts come to, in currency units; what is unreadable is not in it. */
  readonly amount: number;
}

/**
 * Count the rows that come after a day, which with those that are measured make up the ledger. In slices of a few milliseconds.
 *
 * @param asOf Excel serial day.
 * @example finishSlices(laterRowsInSlices(ledger, 45_473)) //=> { count: 3, amount: 12_300 }
 */
export function* laterRowsInSlices(ledger: Ledger, asOf: number): Slices<LaterRows> {
  const day = Math.floor(asOf);
  let count = 0;
  let amount = 0;
  for (let row = 0; row < ledger.rowCount; row += 1) {
    if (row % rowsInSlice === rowsInSlice - 1) yield;
    const isLater = invoiceDayOf(ledger, row) > day;
    if (!isLater) continue;
    count += 1;
    amount += ledger.amount[row] || 0;
  }
  return { count, amount: amount / ledger.scale };
}
