/**
 * `npm run bench`: how long it takes from cells to a table of customers, for ledgers of 1,000 to 1,000,000 rows made in memory.
 *
 * Times of one machine say little about another. So each is also given as a ratio: of Tiercel's stages to JSON.parse of the very same
 * cells in the same run, which Excel on the web has to do anyway before an add-in sees a cell (0.50 is half of what Office.js itself
 * takes), and of other ways to do it to Tiercel. Cells are parsed anew for every run, because a text that was looked up once
 * is looked up faster ever after. `npm run bench -- 1000 50000` measures other sizes.
 */
import { cpus } from 'node:os';
import type { Cell } from '../src/risk/ledger/ledger';
import { createLedgerReader } from '../src/risk/ledger/readLedger';
import { recogniseSheet } from '../src/risk/ledger/recogniseSheet';
import { measureLedger } from '../src/risk/metrics/customerMetrics';
import { defaultPolicy } from '../src/risk/policy/defaultPolicy';
import { scoreCustomers } from '../src/risk/scoring/score';
import { arquero } from './bench/arqueroTable';
import type { Answer, Contender } from './bench/contender';
import { duckdb } from './bench/duckdbTable';
import { asOf, headers, inventRows } from './bench/ledgerCells';
import { measureMemory, median, type Timing, timeContender, type Wire } from './bench/measure';
import { reportOneEdit } from './bench/oneEdit';
import { plainMap } from './bench/plainMap';
import { tiercel } from './bench/tiercel';

/** The pane reads a sheet in pieces below Excel's limit of 5 MB an answer. */
const rowsPerPiece = 20_000;
const usualSizes = [1_000, 10_000, 100_000, 1_000_000];
const contenders: readonly Contender[] = [tiercel, plainMap, arquero, duckdb];

const stages = ['recognise', 'read rows', 'finish ledger', 'metrics', 'score'] as const;
type Stage = (typeof stages)[number] | 'parse';

function wireOf(rowCount: number): Wire {
  const rows = inventRows(rowCount, rowCount);
  const pieces: string[] = [];
  for (let from = 0; from < rows.length; from += rowsPerPiece)
    pieces.push(JSON.stringify(rows.slice(from, from + rowsPerPiece)));
  return pieces;
}

async function benchmark(rowCount: number): Promise<void> {
  const wire = wireOf(rowCount);
  const runs = rowCount >= 1_000_000 ? 3 : 7;
  const staged = Array.from({ length: runs }, () => timeStages(wire, rowCount));
  console.log(
    `\n${rowCount.toLocaleString('en-US')} rows, ${staged[0]!.customers.toLocaleString('en-US')} customers`,
  );
  const whole = reportStages(staged.map(({ times }) => times));
  reportOneEdit(wire, rowCount, whole);

  const timings = contenders.map(() => [] as Timing[]);
  for (let run = 0; run < runs; run++) {
    for (const [index, contender] of contenders.entries()) {
      timings[index]!.push(await timeContender(contender, wire, rowCount));
    }
  }
  const memory: number[] = [];
  for (const contender of contenders) memory.push(await measureMemory(contender, wire));
  reportContenders(timings, memory);
}

function timeStages(
  wire: Wire,
  rowCount: number,
): { readonly times: Record<Stage, number>; readonly customers: number } {
  const times: Record<Stage, number> = {
    parse: 0,
    recognise: 0,
    'read rows': 0,
    'finish ledger': 0,
    metrics: 0,
    score: 0,
  };
  const timed = <Result>(stage: Stage, work: () => Result): Result => {
    const start = performance.now();
    const result = work();
    times[stage] += performance.now() - start;
    return result;
  };
  const firstRows = [[...headers], ...(JSON.parse(wire[0]!) as Cell[][])];
  const recognition = timed('recognise', () => recogniseSheet(firstRows));
  const reader = createLedgerReader(recognition, { dateSystem: 1900, asOf, expectedRows: rowCount });
  wire.forEach((piece, index) => {
    const rows = timed('parse', () => JSON.parse(piece) as Cell[][]);
    timed('read rows', () => reader.add(rows, 1 + index * rowsPerPiece));
  });
  const ledger = timed('finish ledger', () => reader.finish());
  const table = timed('metrics', () => measureLedger(ledger, asOf, defaultPolicy));
  timed('score', () => scoreCustomers(table, defaultPolicy));
  return { times, customers: table.customers.length };
}

function reportStages(runs: readonly Record<Stage, number>[]): number {
  const medians = (stage: Stage) => median(runs.map(times => times[stage]));
  const parse = medians('parse');
  const whole = median(runs.map(times => stages.reduce((sum, stage) => sum + times[stage], 0)));
  const line = (name: string, time: number) =>
    `  ${name.padEnd(22)}${time.toFixed(1).padStart(10)} ms${`${((time / whole) * 100).toFixed(1)} %`.padStart(9)}${(time / parse).toFixed(2).padStart(10)}`;
  console.log(
    `  ${'stage'.padEnd(22)}${'median'.padStart(13)}${'share'.padStart(9)}${'÷ parse'.padStart(10)}`,
  );
  for (const stage of stages) console.log(line(stage, medians(stage)));
  console.log(line('whole', whole));
  console.log(
    `  ${'(JSON.parse)'.padEnd(22)}${parse.toFixed(1).padStart(10)} ms${''.padStart(9)}${'1.00'.padStart(10)}`,
  );
  return whole;
}

/** From cells to the table of customers, without scores, which the others do not have. */
function reportContenders(timings: readonly (readonly Timing[])[], memory: readonly number[]): void {
  const whole = (index: number) => median(timings[index]!.map(timing => timing.whole));
  const parse = median(timings.flat().map(timing => timing.parse));
  const expected = timings[0]![0]!.answer;
  console.log(
    `  ${'contender'.padEnd(22)}${'median'.padStart(13)}${'÷ parse'.padStart(9)}${'÷ Tiercel'.padStart(11)}${'bytes/row'.padStart(11)}`,
  );
  contenders.forEach(({ name }, index) => {
    const isRight = agrees(timings[index]![0]!.answer, expected);
    const bytes = name === duckdb.name ? 'native' : memory[index]!.toFixed(0);
    console.log(
      `  ${name.padEnd(22)}${whole(index).toFixed(1).padStart(10)} ms${(whole(index) / parse).toFixed(2).padStart(9)}${(whole(index) / whole(0)).toFixed(2).padStart(11)}${bytes.padStart(11)}${isRight ? '' : '   other numbers!'}`,
    );
  });
}

function agrees(answer: Answer, expected: Answer): boolean {
  const isClose = (one: number, other: number) => Math.abs(one - other) < 0.01;
  return (
    answer.customerCount === expected.customerCount &&
    isClose(answer.exposure, expected.exposure) &&
    isClose(answer.overdue, expected.overdue) &&
    isClose(answer.sales, expected.sales)
  );
}

async function benchmarkAll(): Promise<void> {
  const asked = process.argv
    .slice(2)
    .map(Number)
    .filter(size => Number.isInteger(size) && size > 0);
  console.log(
    `Tiercel benchmark · Node ${process.version} · ${cpus()[0]?.model.trim() ?? 'unknown processor'} × ${cpus().length}`,
  );
  for (const size of asked.length > 0 ? asked : usualSizes) await benchmark(size);
}

void benchmarkAll();
