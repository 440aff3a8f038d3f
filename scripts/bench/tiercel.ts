import type { Cell } from '../../src/risk/ledger/ledger';
import { createLedgerReader } from '../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../src/risk/ledger/recognition/recogniseSheet';
import { measureLedger } from '../../src/risk/metrics/customers/customerMetrics';
import { type Miniature, miniatureOf } from '../../src/risk/metrics/customers/miniature';
import { exactSum } from '../../src/risk/metrics/exactSum';
import { defaultPolicy } from '../../src/risk/policy/defaultPolicy';
import { finishSlices } from '../../src/risk/slices';
import type { Contender } from './contender';
import { asOf, headers, inventRows } from './ledgerCells';

/** As the pane holds on to one, made when the numbers stand, until the next ledger comes. */
const held: { miniature: Miniature | null } = { miniature: null };

/** The others know their columns beforehand, too; the stages show what recognition costs. */
const recognition = recogniseSheet([[...headers], ...inventRows(50, 1)]);

/** The pane has them: document numbers, which no figure here needs, are read when it looks for duplicates, a stage of its own. None of the others reads them. */
function keptRows(): never {
  throw new Error('The figures need no document numbers');
}

/** The engine as the pane uses it: numbers first, what only rows compared with each other show is looked for when they stand. */
export const tiercel: Contender = {
  name: 'Tiercel',
  async start(rowCount) {
    const options = { dateSystem: 1900, asOf } as const;
    const reader = createLedgerReader(recognition, { ...options, expectedRows: rowCount, keptRows });
    let row = 1;
    let first: readonly (readonly Cell[])[] = [];
    return {
      add(rows) {
        if (row === 1) first = [headers, ...rows.slice(0, 63)];
        reader.add(rows, row);
        row += rows.length;
      },
      async finish() {
        const ledger = finishSlices(reader.finishing());
        // What every contender comes to; order habits, which a rule of the default policy asks for, are in the stages.
        const table = measureLedger(ledger, asOf, defaultPolicy, []);
        return {
          customerCount: table.customers.length,
          exposure: exactSum(table.metrics.exposure),
          overdue: exactSum(table.metrics.overdue),
          sales: exactSum(table.metrics.sales),
          kept: [ledger, table, reader],
        };
      },
      after() {
        held.miniature = miniatureOf(first, recognition, options, asOf, defaultPolicy);
      },
    };
  },
};

/** As many programs export them, whereas journals name their customers in any order. */
export const tiercelByCustomer: Contender = {
  ...tiercel,
  name: 'Tiercel, by customer',
  isByCustomer: true,
};
