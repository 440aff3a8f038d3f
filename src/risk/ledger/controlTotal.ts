import type { Ledger } from './ledger';

/** What the sheet's amounts come to, in currency units. */
export interface ControlTotal {
  readonly placed: number;
  readonly unplaced: number;
  /** Placed and unplaced together: the sum of the sheet's readable amounts in the ledger's currency. */
  readonly total: number;
}

/**
 * Add up a ledger against its sheet: the amounts in the columns and those of rows that could not be placed. Exact, because the
 * ledger's amounts are whole numbers of `1 / scale`.
 *
 * @example controlTotal(ledger) //=> { placed: 147703.18, unplaced: 0, total: 147703.18 }
 */
export function controlTotal(ledger: Ledger): ControlTotal {
  let placed = 0;
  for (const amount of ledger.amount) placed += amount;
  let unplaced = 0;
  for (const { amount } of ledger.unplaced) if (!Number.isNaN(amount)) unplaced += amount;
  const { scale } = ledger;
  return { placed: placed / scale, unplaced: unplaced / scale, total: (placed + unplaced) / scale };
}
