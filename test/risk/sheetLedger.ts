import type { Cell, Ledger } from '../../src/risk/ledger/ledger';
import { serialOf } from '../../src/risk/ledger/readDate';
import { type LedgerOptions, readLedger } from '../../src/risk/ledger/readLedger';
import { recogniseAs } from '../../src/risk/ledger/recogniseSheet';

/** Read cells the whole way a sheet goes: columns by their headers, cells by their content. */
export const ledgerOfCells = (
  cells: readonly (readonly Cell[])[],
  options: Partial<LedgerOptions> = {},
): Ledger => readLedger(cells, recogniseAs('ledger', cells), { dateSystem: 1900, ...options });

/** The serial day of `2024-06-30` in the 1900 system. */
export function dayOf(date: string): number {
  const [year, month, day] = date.split('-').map(Number);
  return serialOf({ year: year!, month: month!, day: day! }, 1900);
}
