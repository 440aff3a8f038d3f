import type { Cell } from '../../src/risk/ledger/ledger';
import { createLedgerReader } from '../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../src/risk/ledger/recognition/recogniseSheet';
import { measureLedgerInSlices } from '../../src/risk/metrics/customers/customerMetrics';
import { defaultPolicy } from '../../src/risk/policy/defaultPolicy';
import { scoreCustomersInSlices } from '../../src/risk/scoring/score';
import type { Slices } from '../../src/risk/slices';
import { asOf, headers } from './ledgerCells';
import { median } from './measure';
import { parse, type Wire } from './wire';

const stages = ['recognise', 'read rows', 'finish ledger', 'metrics', 'score'] as const;
/** What no number waits for. */
const laterStages = ['check ledger'] as const;
type Stage = (typeof stages)[number] | (typeof laterStages)[number] | 'parse';

/** One run of the engine, stage by stage. */
export interface StagedRun {
  readonly times: Record<Stage, number>;
  /** Of the stages that run in slices: milliseconds of the longest slice, in which nobody else is answered. */
  readonly longestSlice: number;
  readonly customers: number;
}

/** Run the engine once as the pane does, from cells to scores, and time its stages. */
export function timeStages(wire: Wire, rowCount: number): StagedRun {
  const times: Record<Stage, number> = {
    parse: 0,
    recognise: 0,
    'read rows': 0,
    'finish ledger': 0,
    metrics: 0,
    score: 0,
    'check ledger': 0,
  };
  let longestSlice = 0;
  const timed = <Result>(stage: Stage, work: () => Result): Result => {
    const start = performance.now();
    const result = work();
    times[stage] += performance.now() - start;
    return result;
  };
  const sliced = <Result>(stage: Stage, work: Slices<Result>): Result => {
    for (;;) {
      const before = times[stage];
      const step = timed(stage, () => work.next());
      longestSlice = Math.max(longestSlice, times[stage] - before);
      if (step.done) return step.value;
    }
  };
  const firstRows: Cell[][] = [[...headers], ...parse(wire[0])];
  const recognition = timed('recognise', () => recogniseSheet(firstRows));
  let kept: Cell[][] = [];
  const keptRows = () => kept;
  const options = { dateSystem: 1900, asOf, expectedRows: rowCount, keptRows } as const;
  const reader = createLedgerReader(recognition, options);
  let nextRow = 1;
  for (const piece of wire) {
    const rows = timed('parse', () => parse(piece));
    timed('read rows', () => reader.add(rows, nextRow));
    nextRow += rows.length;
  }
  const ledger = sliced('finish ledger', reader.finishing());
  const table = sliced('metrics', measureLedgerInSlices(ledger, asOf, defaultPolicy));
  sliced('score', scoreCustomersInSlices(table, defaultPolicy));
  // The pane has them all the time; here they would make what comes before look slower than where pieces are let go.
  kept = [[...headers], ...wire.flatMap(parse)];
  sliced('check ledger', reader.checking());
  return { times, longestSlice, customers: table.customers.length };
}

/**
 * Print the median of each stage.
 *
 * @returns Milliseconds from cells to scores.
 */
export function reportStages(runs: readonly StagedRun[]): number {
  const medians = (stage: Stage) => median(runs.map(({ times }) => times[stage]));
  const parse = medians('parse');
  const whole = median(runs.map(({ times }) => stages.reduce((sum, stage) => sum + times[stage], 0)));
  const line = (name: string, time: number) =>
    `  ${name.padEnd(22)}${time.toFixed(1).padStart(10)} ms${`${((time / whole) * 100).toFixed(1)} %`.padStart(9)}${(time / parse).toFixed(2).padStart(10)}`;
  console.log(
    `  ${'stage'.padEnd(22)}${'median'.padStart(13)}${'share'.padStart(9)}${'÷ parse'.padStart(10)}`,
  );
  for (const stage of stages) console.log(line(stage, medians(stage)));
  console.log(line('whole', whole));
  for (const stage of laterStages) console.log(line(`later: ${stage}`, medians(stage)));
  const longest = median(runs.map(({ longestSlice }) => longestSlice));
  console.log(`  ${'(longest slice)'.padEnd(22)}${longest.toFixed(1).padStart(10)} ms`);
  console.log(
    `  ${'(JSON.parse)'.padEnd(22)}${parse.toFixed(1).padStart(10)} ms${''.padStart(9)}${'1.00'.padStart(10)}`,
  );
  return whole;
}
