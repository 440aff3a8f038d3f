/**
 * `npm run bench`: how long it takes from cells to a table of customers, for ledgers of 1,000 to 1,000,000 rows made in memory.
 *
 * Times of one machine say little about another. So each is also given as a ratio: of Tiercel's stages to JSON.parse of the very same
 * cells in the same run, which Excel on the web has to do anyway before an add-in sees a cell (0.50 is half of what Office.js itself
 * takes), and of other ways to do it to Tiercel. Cells are parsed anew for every run, because a text that was looked up once
 * is looked up faster ever after. `npm run bench -- 1000 50000` measures other sizes.
 *
 * Each contender runs in a process of its own, so that nobody clears away what another one left; medians are of many runs, as of a pane
 * that is open, and the first run is printed beside them, as of one that has just been opened.
 *
 * What ships is one script, in which functions of other files are called as those of the same file are. So the bench is bundled before it runs
 * (esbuild, for the targets of the build): run from its files, each such call goes through a getter, and the engine takes nearly twice as long.
 *
 * Of the two Maps the first one comes to thirteen figures a customer and believes every cell; the second one comes to those that the engine always
 * gives, from cells it looks at first. The first one is the target, the second one says what the engine's columns are worth.
 *
 * Customers come in any order, as in journals, which is the slowest to read. The engine is also timed on the
 * same rows sorted by customer.
 *
 * The floors say how much of that no engine in one thread of JavaScript can save: each cell has to be looked at, each letter of a name hashed, and
 * each hash looked up among those of all customers.
 */
import { cpus } from 'node:os';
import { reportContenders } from './bench/contenders';
import { floors, reportFloors, timeFloor } from './bench/floors';
import { reportOneEdit } from './bench/oneEdit';
import { reportStages, timeStages } from './bench/stages';
import { asContender, playContender, runInTurns } from './bench/turns';
import { wireOf } from './bench/wire';

const usualSizes = [1_000, 10_000, 100_000, 1_000_000];
/** Runs of a size: enough for a median, and for the engine of JavaScript to have made the loops fast. */
const runsOf = (rowCount: number): number => (rowCount >= 1_000_000 ? 7 : 21);

/** @returns Milliseconds from cells to the table of customers. */
async function benchmark(rowCount: number): Promise<number> {
  const wire = wireOf(rowCount);
  const runs = Array.from({ length: runsOf(rowCount) });
  const staged = runs.map(() => timeStages(wire, rowCount));
  console.log(
    `\n${rowCount.toLocaleString('en-US')} rows, ${staged[0].customers.toLocaleString('en-US')} customers`,
  );
  const whole = reportStages(staged);
  reportOneEdit(wire, rowCount, whole);
  const floorTimings = runs.map(() => floors.map(floor => timeFloor(floor, wire)));
  reportFloors(floors.map((_, index) => floorTimings.map(run => run[index])));
  return reportContenders(rowCount, await runInTurns(rowCount, runs.length));
}

/** Linear growth is a time per row that stays. */
function reportGrowth(wholes: ReadonlyMap<number, number>): void {
  const perRow = [...wholes].map(
    ([rowCount, whole]) =>
      `${((whole / rowCount) * 1000).toFixed(2)} µs at ${rowCount.toLocaleString('en-US')}`,
  );
  console.log(`\ngrowth, time per row: ${perRow.join(' · ')}`);
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

const [mode, name, rows] = process.argv.slice(2);
if (mode === asContender) playContender(name, Number(rows));
else void benchmarkAll();
