import type { Ledger } from '../../src/risk/ledger/ledger';
import { createLedgerReader } from '../../src/risk/ledger/readLedger';
import type { RowValues } from '../../src/risk/ledger/readRow';
import { recogniseSheet } from '../../src/risk/ledger/recognition/recogniseSheet';
import { measureLedger } from '../../src/risk/metrics/customers/customerMetrics';
import { LedgerEdits } from '../../src/risk/metrics/edits/ledgerEdits';
import { defaultPolicy } from '../../src/risk/policy/defaultPolicy';
import { asOf, headers } from './ledgerCells';
import { median } from './measure';
import { parse, type Wire } from './wire';

const editCount = 200;

/**
 * Print what it takes to measure a ledger anew after one of its rows has changed, the table of customers included: the median of many edits
 * all over the ledger.
 *
 * @param whole Milliseconds from cells to a scored table, for the share of them.
 */
export function reportOneEdit(wire: Wire, rowCount: number, whole: number): void {
  const ledger = readWire(wire, rowCount);
  const edits = LedgerEdits.of(ledger, measureLedger(ledger, asOf, defaultPolicy), defaultPolicy);
  const rows = Array.from({ length: editCount }, (_, index) =>
    Math.floor(((index + 0.5) / editCount) * ledger.rowCount),
  );
  const changes = rows.map(row => ({ sheetRow: ledger.sheetRow.at(row), values: paidInPart(ledger, row) }));
  const times = changes.map(({ sheetRow, values }) => {
    const start = performance.now();
    const result = edits.editRow(sheetRow, values);
    const { customers } = edits.table;
    const time = performance.now() - start;
    if (result === 'readAgain' || customers.length === 0) throw new Error('The bench edits what it may');
    return time;
  });
  const edit = median(times);
  console.log(
    `  ${'(one row edited)'.padEnd(22)}${edit.toFixed(2).padStart(10)} ms${`${((edit / whole) * 100).toFixed(2)} %`.padStart(9)}`,
  );
}

function readWire(wire: Wire, rowCount: number): Ledger {
  const pieces = wire.map(parse);
  const recognition = recogniseSheet([[...headers], ...pieces[0]]);
  const reader = createLedgerReader(recognition, { dateSystem: 1900, asOf, expectedRows: rowCount });
  let row = 1;
  for (const rows of pieces) {
    reader.add(rows, row);
    row += rows.length;
  }
  return reader.finish();
}

/** The same invoice, of which half was paid on the as-of day. */
function paidInPart(ledger: Ledger, row: number): RowValues {
  const amount = ledger.amount[row] / ledger.scale;
  return {
    customer: ledger.customers[ledger.customer[row]],
    invoiceDate: ledger.invoiceDate[row],
    dueDate: ledger.dueDate[row],
    paidDate: asOf,
    amount,
    openAmount: Math.round(amount * 50) / 100,
    disputed: false,
    creditLimit: Number.NaN,
    termsDays: Number.NaN,
  };
}
