import type { Cell, Ledger, Recognition } from '../../ledger/ledger';
import { createLedgerReader, type LedgerOptions, type LedgerReader } from '../../ledger/readLedger';
import type { Policy } from '../../policy/policy';
import { finishSlices } from '../../slices';
import type { CustomerTable } from '../table/metric';
import { itemsByCustomer } from './customerItems';
import type { CustomerMeasure } from './customerMeasure';
import { measureLedger, measuresInSlices } from './customerMetrics';

/** Rows of which every part of reading and measuring has something to do. */
const rowsOfMiniature = 64;

/** One of everything that takes part in reading and measuring a ledger. */
export interface Miniature {
  /** With rows and not finished, so that its columns are still its own. */
  readonly reader: LedgerReader;
  readonly ledger: Ledger;
  readonly table: CustomerTable;
  readonly measures: readonly CustomerMeasure[];
}

/**
 * Read and measure the first rows of a ledger once more, for whoever holds on to them until the next ledger comes. An engine gives up the fast code of a
 * method once no object of the shape it was made for is left, which is when it has tidied up after the last ledger; the next one is then read and measured in
 * twice the time (docs/speed.md).
 *
 * @param cells As the ledger was read from; the first 64 rows are looked at.
 * @param recognition, options As the ledger was read by.
 * @param asOf, policy As it was measured.
 * @example miniature = miniatureOf(block.cells, recognition, options, 45_473, policy)
 */
export function miniatureOf(
  cells: readonly (readonly Cell[])[],
  recognition: Recognition,
  options: LedgerOptions,
  asOf: number,
  policy: Policy,
): Miniature {
  const read = () => {
    const reader = createLedgerReader(recognition, { ...options, expectedRows: rowsOfMiniature });
    reader.add(cells.slice(0, rowsOfMiniature), 0);
    return reader;
  };
  const ledger = finishSlices(read().finishing());
  const table = measureLedger(ledger, asOf, policy);
  const { told, items } = finishSlices(itemsByCustomer(ledger, Math.floor(asOf)));
  const { metrics, buckets } = table;
  const what = { ledger, asOf: table.asOf, policy, told, items, metrics, buckets };
  return {
    reader: read(),
    ledger,
    table,
    measures: finishSlices(measuresInSlices([...table.measured], what)),
  };
}
