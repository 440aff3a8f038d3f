/**
 * `npm run bench`: how long it takes to tier a ledger, stage by stage, for ledgers of 1,000 to 1,000,000 rows made in memory.
 *
 * Times of one machine say little about another. So each is also given as a ratio to JSON.parse of the very same cells in the
 * same run, which Excel on the web has to do anyway before an add-in sees a cell: 0.50 is half of what Office.js itself takes.
 * `npm run bench -- 1000 50000` measures other sizes.
 */
import { cpus } from 'node:os';
import type { Cell, Ledger } from '../src/risk/ledger/ledger';
import { createLedgerReader } from '../src/risk/ledger/readLedger';
import { recogniseSheet } from '../src/risk/ledger/recogniseSheet';
import { measureLedger } from '../src/risk/metrics/customerMetrics';
import type { CustomerTable } from '../src/risk/metrics/metric';
import { defaultPolicy } from '../src/risk/policy/defaultPolicy';
import { scoreCustomers } from '../src/risk/scoring/score';
import { asOf, headers, inventRows } from './bench/ledgerCells';
import { timeStages } from './bench/measure';

/** The pane reads a sheet in pieces below Excel's limit of 5 MB an answer. */
const rowsPerPiece = 25_000;
const usualSizes = [1_000, 10_000, 100_000, 1_000_000];

function piecesOf(rows: readonly Cell[][]): Cell[][][] {
  const pieces: Cell[][][] = [];
  for (let from = 0; from < rows.length; from += rowsPerPiece)
    pieces.push(rows.slice(from, from + rowsPerPiece));
  return pieces;
}

function benchmark(rowCount: number): void {
  const pieces = piecesOf([[...headers], ...inventRows(rowCount, rowCount)]);
  const recognition = recogniseSheet(pieces[0]!);
  const texts = pieces.map(piece => JSON.stringify(piece));
  const runs = rowCount >= 1_000_000 ? 3 : 7;

  const parse = timeStages([{ stage: 'parse', run: () => parseAll(texts) }], runs)[0]!.milliseconds;
  let customers = 0;
  const timings = timeStages(
    [
      {
        stage: 'read from cells',
        run: () => {
          const reader = createLedgerReader(recognition, { dateSystem: 1900, asOf });
          pieces.forEach((piece, index) => {
            reader.add(piece, index * rowsPerPiece);
          });
          return reader.finish();
        },
      },
      { stage: 'metrics', run: ledger => measureLedger(ledger as Ledger, asOf, defaultPolicy) },
      {
        stage: 'score',
        run: table => {
          customers = (table as CustomerTable).customers.length;
          return scoreCustomers(table as CustomerTable, defaultPolicy);
        },
      },
    ],
    runs,
  );
  report(rowCount, customers, parse, timings);
}

/** Parse every piece and let it go, as it is when it comes over the wire. */
function parseAll(texts: readonly string[]): number {
  return texts.reduce((rows, text) => rows + (JSON.parse(text) as unknown[]).length, 0);
}

function report(
  rowCount: number,
  customers: number,
  parse: number,
  timings: readonly { readonly stage: string; readonly milliseconds: number }[],
): void {
  const whole = timings.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const line = (name: string, time: number, share: string) =>
    `  ${name.padEnd(22)}${time.toFixed(1).padStart(10)} ms${share.padStart(8)}${(time / parse).toFixed(2).padStart(10)}`;
  console.log(`\n${rowCount.toLocaleString('en-US')} rows, ${customers.toLocaleString('en-US')} customers`);
  console.log(
    `  ${'stage'.padEnd(22)}${'median'.padStart(13)}${'share'.padStart(8)}${'÷ parse'.padStart(10)}`,
  );
  for (const { stage, milliseconds } of timings)
    console.log(line(stage, milliseconds, `${((milliseconds / whole) * 100).toFixed(1)} %`));
  console.log(line('whole', whole, '100.0 %'));
  console.log(line('(JSON.parse)', parse, ''));
}

const asked = process.argv
  .slice(2)
  .map(Number)
  .filter(size => Number.isInteger(size) && size > 0);
console.log(
  `Tiercel benchmark · Node ${process.version} · ${cpus()[0]?.model.trim() ?? 'unknown processor'} × ${cpus().length}`,
);
for (const size of asked.length > 0 ? asked : usualSizes) benchmark(size);
