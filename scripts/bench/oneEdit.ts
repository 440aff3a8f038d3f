import type { Ledger } from '../../src/risk/ledger/ledger';
import { createLedgerReader } from '../../src/risk/ledger/readLedger';
import type { RowValues } from '../../src/risk/ledger/readRow';
import { recogniseSheet } from '../../src/risk/ledger/recognition/recogniseSheet';
import { measureLedger } from '../../src/risk/metrics/customers/customerMetrics';
import { LedgerEdits } from '../../src/risk/metrics/edits/ledgerEdits';
import { defaultPolicy } from '../../src/risk/policy/defaultPolicy';
import { assessAgainInSlices, assessMeasuredInSlices } from '../../src/risk/scoring/assess';
import { finishSlices } from '../../src/risk/slices';
import { asOf, headers } from './ledgerCells';
import { median } from './measure';
import { parse, type Wire } from './wire';

const editCount = 200;
/** As many answers as a median needs; each of them has columns of its own. */
const answerCount = 40;
const wholeAnswerCount = 5;

/**
 * Print what it takes to measure a ledger anew after one of its rows has changed, the table of customers included: the median of many edits
 * all over the ledger. Then what the whole answer takes that follows it, with scores, breaches and order, beside working it out from the measured
 * ledger for everybody.
 *
 * @param whole Milliseconds from cells to a scored table, for the share of them.
 */
export function reportOneEdit(wire: Wire, rowCount: number, whole: number): void {
  const ledger = readWire(wire, rowCount);
  const measured = measureLedger(ledger, asOf, defaultPolicy);
  const edits = LedgerEdits.of(ledger, measured, defaultPolicy);
  const changes = changesOf(ledger, editCount);
  const edit = median(changes.map(change => timed(() => applyTo(edits, change)).time));
  reportLine('(one row edited)', edit, `${((edit / whole) * 100).toFixed(2)} %`);

  const assess = () => finishSlices(assessMeasuredInSlices(edits.ledger, edits.table, defaultPolicy));
  let { table } = finishSlices(edits.standing());
  let answer = finishSlices(assessMeasuredInSlices(edits.ledger, table, defaultPolicy));
  const answered = changesOf(ledger, answerCount).map(change => {
    const { time } = timed(() => {
      applyTo(edits, { ...change, values: { ...change.values, openAmount: 1 } });
      table = finishSlices(edits.standing()).table;
      answer = finishSlices(assessAgainInSlices(answer, table, ledger.scale, null));
    });
    return time;
  });
  const everybody = median(Array.from({ length: wholeAnswerCount }, () => timed(assess).time));
  const scored = median(answered);
  reportLine('(edit, scored)', scored, `÷ all customers ${(scored / everybody).toFixed(2)}`);
}

function reportLine(name: string, time: number, beside: string): void {
  console.log(`  ${name.padEnd(22)}${time.toFixed(2).padStart(10)} ms${beside.padStart(9)}`);
}

function timed<Result>(work: () => Result): { readonly result: Result; readonly time: number } {
  const start = performance.now();
  const result = work();
  return { result, time: performance.now() - start };
}

interface RowChange {
  readonly sheetRow: number;
  readonly values: RowValues;
}

const changesOf = (ledger: Ledger, count: number): readonly RowChange[] =>
  Array.from({ length: count }, (_, index) => Math.floor(((index + 0.5) / count) * ledger.rowCount)).map(
    row => ({ sheetRow: ledger.sheetRow.at(row), values: paidInPart(ledger, row) }),
  );

function applyTo(edits: LedgerEdits, { sheetRow, values }: RowChange): void {
  const result = edits.editRow(sheetRow, values);
  const { customers } = edits.table;
  if (result === 'readAgain' || customers.length === 0) throw new Error('The bench edits what it may');
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
