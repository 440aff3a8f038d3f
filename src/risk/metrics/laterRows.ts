import type { Ledger } from '../ledger/ledger';
import { invoiceDayOf } from './openAmounts';

/** What of a ledger is dated after a day, and so not in its figures. */
export interface LaterRows {
  readonly count: number;
  /** What their amounts come to, in currency units; what is unreadable is not in it. */
  readonly amount: number;
}

/**
 * Count the rows that come after a day, which with those that are measured make up the ledger.
 *
 * @param asOf Excel serial day.
 * @example laterRows(ledger, 45_473) //=> { count: 3, amount: 12_300 }
 */
export function laterRows(ledger: Ledger, asOf: number): LaterRows {
  const day = Math.floor(asOf);
  let count = 0;
  let amount = 0;
  for (let row = 0; row < ledger.rowCount; row += 1) {
    const isLater = invoiceDayOf(ledger, row) > day;
    if (!isLater) continue;
    count += 1;
    amount += ledger.amount[row] || 0;
  }
  return { count, amount: amount / ledger.scale };
}
