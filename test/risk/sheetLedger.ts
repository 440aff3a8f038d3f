import { serialOf } from '../../src/risk/ledger/cells/readDate';
import type { Cell, Ledger } from '../../src/risk/ledger/ledger';
import { type LedgerOptions, readLedger } from '../../src/risk/ledger/readLedger';
import { recogniseAs, recogniseSheet } from '../../src/risk/ledger/recognition/recogniseSheet';
import { measureLedger } from '../../src/risk/metrics/customers/customerMetrics';
import { defaultPolicy } from '../../src/risk/policy/defaultPolicy';

/** Read cells the whole way a sheet goes: columns by their headers, cells by their content. */
export const ledgerOfCells = (
  cells: readonly (readonly Cell[])[],
  options: Partial<LedgerOptions> = {},
): Ledger => readLedger(cells, recogniseAs('ledger', cells), { dateSystem: 1900, ...options });

/** The serial day of `2024-06-30` in the 1900 system. */
export function dayOf(date: string): number {
  const [year, month, day] = date.split('-').map(Number);
  return serialOf({ year: year, month: month, day: day }, 1900);
}

/** What each customer owes by the default policy, by name; as of the end of June 2024 unless said otherwise. */
export function owedIn(
  cells: readonly (readonly Cell[])[],
  asOf = dayOf('2024-06-30'),
): Record<string, number> {
  const { customers, metrics } = measureLedger(ledgerOfCells(cells), asOf, defaultPolicy);
  return Object.fromEntries(customers.map((name, index) => [name, metrics.exposure[index]]));
}

/** Which column each field was found in. */
export const fieldsOf = (cells: readonly (readonly Cell[])[]): Record<string, number> =>
  Object.fromEntries(recogniseSheet(cells).columns.map(({ field, column }) => [field, column]));
