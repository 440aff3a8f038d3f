import type { Ledger, RowApart } from './ledger';

/** What the sheet's amounts come to, in currency units. */
export interface ControlTotal {
  readonly placed: number;
  /** What a column of the sheet keeps out of the tiering. */
  readonly excluded: number;
  readonly unplaced: number;
  /** Placed, excluded and unplaced together: the sum of the sheet's readable amounts in the ledger's currency. */
  readonly total: number;
}

/**
 * Add up a ledger against its sheet: the amounts in the columns and those of rows that are excluded or could not be placed. Exact, because the
 * ledger's amounts are whole numbers of `1 / scale`.
 *
 * @example controlTotal(ledger) //=> { placed: 147703.18, excluded: 0, unplaced: 0, total: 147703.18 }
 */
export function controlTotal(ledger: Ledger): ControlTotal {
  let placed = 0;
  for (const amount of ledger.amount) placed += amount;
  const excluded = totalOf(ledger.excluded);
  const unplaced = totalOf(ledger.unplaced);
  const { scale } = ledger;
  return {
    placed: placed / scale,
    excluded: excluded / scale,
    unplaced: unplaced / scale,
    total: (placed + excluded + unplaced) / scale,
  };
}

/** In whole units; what is unreadable is not in it. */
function totalOf(rows: readonly RowApart[]): number {
  return rows.reduce((sum, { amount }) => (Number.isNaN(amount) ? sum : sum + amount), 0);
}
