/**
 * `npm run bench`: how long it takes from cells to a table of customers, for ledgers of 1,000 to 1,000,000 rows made in memory.
 *
 * Times of one machine say little about another. So each is also given as a ratio: of Tiercel's stages to JSON.parse of the very same
 * cells in the same run, which Excel on the web has to do anyway before an add-in sees a cell (0.50 is half of what Office.js itself
 * takes), and of other ways to do it to Tiercel. Cells are parsed anew for every run, because a text that was looked up once
 * is looked up faster ever after. `npm run bench -- 1000 50000` measures other sizes.
 *
 * What ships is one script, in which functions of other files are called as those of the same file are. So the bench is bundled before it runs
 * (esbuild, for the targets of the build): run from its files, each such call goes through a getter, and the engine takes nearly twice as long.
 *
 * Of the two Maps the first one comes to thirteen figures a customer and believes every cell; the second one comes to those that the engine always
 * gives, from cells it looks at first. The first one is the target, the second one says what the engine's columns are worth.
 *
 * The floors say how much of that no engine in one thread of JavaScript can save: each cell has to be looked at, each letter of a name hashed,
 * and each name compared with the one it is taken for, because two names may have one hash and money of two customers is not mixed.
 */
import { cpus } from 'node:os';
import type { Cell } from '../src/risk/ledger/ledger';
import { createLedgerReader } from '../src/risk/ledger/readLedger';
import { recogniseSheet } from '../src/risk/ledger/recognition/recogniseSheet';
import { measureLedgerInSlices } from '../src/risk/metrics/customerMetrics';
import { defaultPolicy } from '../src/risk/policy/defaultPolicy';
import { scoreCustomersInSlices } from '../src/risk/scoring/score';
import type { Slices } from '../src/risk/slices';
import { arquero } from './bench/arqueroTable';
import { carefulMap } from './bench/carefulMap';
import type { Answer, Contender } from './bench/contender';
import { duckdb } from './bench/duckdbTable';
import { type FloorTiming, floors, timeFloor } from './bench/floors';
import { asOf, headers, inventRows } from './bench/ledgerCells';
import { measureMemory, median, type Timing, timeContender, type Wire } from './bench/measure';
import { reportOneEdit } from './bench/oneEdit';
import { plainMap } from './bench/plainMap';
import { type Measured, reportTargets } from './bench/targets';
import { tiercel } from './bench/tiercel';

/** The pane reads a sheet in pieces below Excel's limit of 5 MB an answer. */
const rowsPerPiece = 20_000;
const usualSizes = [1_000, 10_000, 100_000, 1_000_000];
const contenders: readonly Contender[] = [tiercel, plainMap, carefulMap, arquero, duckdb];

const stages = ['recognise', 'read rows', 'finish ledger', 'metrics', 'score'] as const;
/** What no number waits for. */
const laterStages = ['check ledger'] as const;
type Stage = (typeof stages)[number] | (typeof laterStages)[number] | 'parse';

/** One run of the engine, stage by stage. */
interface StagedRun {
  readonly times: Record<Stage, number>;
  /** Of the stages that run in slices: milliseconds of the longest slice, in which nobody else is answered. */
  readonly longestSlice: number;
  readonly customers: number;
}

function wireOf(rowCount: number): Wire {
  const rows = inventRows(rowCount, rowCount);
  const pieces: string[] = [];
  for (let from = 0; from < rows.length; from += rowsPerPiece)
    pieces.push(JSON.stringify(rows.slice(from, from + rowsPerPiece)));
  return pieces;
}

/** @returns Milliseconds from cells to the table of customers. */
async function benchmark(rowCount: number): Promise<number> {
  const wire = wireOf(rowCount);
  const runs = rowCount >= 1_000_000 ? 5 : 7;
  const staged = Array.from({ length: runs }, () => timeStages(wire, rowCount));
  console.log(
    `\n${rowCount.toLocaleString('en-US')} rows, ${staged[0]!.customers.toLocaleString('en-US')} customers`,
  );
  const whole = reportStages(staged);
  reportOneEdit(wire, rowCount, whole);

  const timings = contenders.map(() => [] as Timing[]);
  const floorTimings = floors.map(() => [] as FloorTiming[]);
  for (let run = 0; run < runs; run++) {
    for (const [index, floor] of floors.entries()) floorTimings[index]!.push(timeFloor(floor, wire));
    for (const [index, contender] of contenders.entries()) {
      timings[index]!.push(await timeContender(contender, wire, rowCount));
    }
  }
  const memory: number[] = [];
  for (const contender of contenders) {
    // Once is not enough: the first time something of before is still let go of, which counts as saved.
    const bytes = [await measureMemory(contender, wire), await measureMemory(contender, wire)];
    memory.push(Math.max(...bytes));
  }
  reportFloors(floorTimings);
  return reportContenders(rowCount, timings, memory);
}

function timeStages(wire: Wire, rowCount: number): StagedRun {
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
  const firstRows = [[...headers], ...(JSON.parse(wire[0]!) as Cell[][])];
  const recognition = timed('recognise', () => recogniseSheet(firstRows));
  const reader = createLedgerReader(recognition, { dateSystem: 1900, asOf, expectedRows: rowCount });
  wire.forEach((piece, index) => {
    const rows = timed('parse', () => JSON.parse(piece) as Cell[][]);
    timed('read rows', () => reader.add(rows, 1 + index * rowsPerPiece));
  });
  const ledger = sliced('finish ledger', reader.finishing());
  const table = sliced('metrics', measureLedgerInSlices(ledger, asOf, defaultPolicy));
  sliced('score', scoreCustomersInSlices(table, defaultPolicy));
  sliced('check ledger', reader.checking());
  return { times, longestSlice, customers: table.customers.length };
}

function reportStages(runs: readonly StagedRun[]): number {
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

function reportFloors(timings: readonly (readonly FloorTiming[])[]): void {
  floors.forEach(({ name }, index) => {
    const work = median(timings[index]!.map(timing => timing.work));
    const ratio = median(timings[index]!.map(timing => timing.work / timing.parse));
    console.log(
      `  ${`floor: ${name}`.padEnd(30)}${work.toFixed(1).padStart(10)} ms${ratio.toFixed(2).padStart(10)}`,
    );
  });
}

/**
 * From cells to the table of customers, without scores, which the others do not have.
 *
 * @returns Tiercel's milliseconds.
 */
function reportContenders(
  rowCount: number,
  timings: readonly (readonly Timing[])[],
  memory: readonly number[],
): number {
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
  const [time, bytes] = [whole, (index: number) => memory[index]!].map(
    of =>
      Object.fromEntries(contenders.map(({ name }, index) => [name, of(index)])) as Record<
        keyof Measured['time'],
        number
      >,
  );
  reportTargets(rowCount, { parse, time: time!, bytes: bytes! });
  return whole(0);
}

/** Linear growth is a time per row that stays. */
function reportGrowth(wholes: ReadonlyMap<number, number>): void {
  const perRow = [...wholes].map(
    ([rowCount, whole]) =>
      `${((whole / rowCount) * 1000).toFixed(2)} µs at ${rowCount.toLocaleString('en-US')}`,
  );
  console.log(`\ngrowth, time per row: ${perRow.join(' · ')}`);
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
  const wholes = new Map<number, number>();
  for (const size of asked.length > 0 ? asked : usualSizes) wholes.set(size, await benchmark(size));
  reportGrowth(wholes);
}

void benchmarkAll();
