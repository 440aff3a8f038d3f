/**
 * `npm run responsiveness`: whether the pane answers while it works on 50,000 customers with 200,000 invoices.
 * `npm run responsiveness -- 10000` takes another number of customers; `--only Report,Share` measures what has one of these in its name (all else is done
 * unmeasured), `--alone Report,Share` does nothing else but tier the ledger first; `--runs 3` repeats it all in new windows and ends with the least of each
 * action; `--explain` names the functions that the longest task of each action spent its time in; `--memory` says what the pane holds after each action.
 *
 * The pane runs in a production build, in a process of its own as beside Excel on the web, so that nothing of the emulated Excel is counted. A task is
 * what a browser cannot interrupt: whoever presses a key in it waits for its end. It is measured in time the thread was executing, which other work on the
 * machine does not prolong, and beside it stands a yardstick measured in the same page, since a machine of half the speed has tasks of twice the length.
 * Megabytes taken, and the most there were when memory was tidied, hardly differ from run to run: by them it is seen what makes a pause shorter.
 */
import { parseArgs } from 'node:util';
import { addToGroup } from '../src/risk/groupBy';
import { launchBrowser } from '../test/e2e/browser';
import { type Action, actions } from './responsiveness/actions';
import { readHeldMemory } from './responsiveness/memory';
import { servePages } from './responsiveness/pages';
import { openScene, type Scene } from './responsiveness/scene';
import { type LongTask, longTaskMilliseconds, type ThreadTrace } from './responsiveness/trace';
import { inventWorkbook } from './responsiveness/workbook';

const usualCustomers = 50_000;
const explainedFunctions = 40;
const yardstickRows = 20_000;

interface Arguments {
  readonly customers: number;
  readonly only: string;
  readonly alone: string | null;
  readonly runs: number;
  readonly isExplained: boolean;
  readonly isMemoryRead: boolean;
}

function readArguments(): Arguments {
  const { values, positionals } = parseArgs({
    options: {
      only: { type: 'string', default: '' },
      alone: { type: 'string' },
      runs: { type: 'string', default: '1' },
      explain: { type: 'boolean', default: false },
      memory: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const customers = positionals.length === 0 ? usualCustomers : Number(positionals[0]);
  if (!Number.isInteger(customers) || customers < 1)
    throw new Error(`Give a number of customers, not "${positionals[0]}".`);
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error(`Give a number of runs, not "${values.runs}".`);
  return {
    customers,
    only: values.alone ?? values.only,
    alone: values.alone ?? null,
    runs,
    isExplained: values.explain,
    isMemoryRead: values.memory,
  };
}

/** Milliseconds in which the pane's page parses 20,000 rows as Excel on the web sends them: the median of nine. */
function measureYardstick(scene: Scene): Promise<number> {
  return scene.paneFrame().evaluate(rows => {
    const text = JSON.stringify(
      Array.from({ length: rows }, (_, row) => [
        `Customer ${row}`,
        `INV-${row}`,
        45_000 + (row % 700),
        row / 7,
      ]),
    );
    const times = Array.from({ length: 9 }, () => {
      const from = performance.now();
      JSON.parse(text);
      return performance.now() - from;
    });
    return times.sort((one, other) => one - other)[4];
  }, yardstickRows);
}

/** Do an action and print what it took: the milliseconds of its longest task. */
async function perform(scene: Scene, action: Action, isExplained: boolean): Promise<number> {
  await action.prepare?.(scene);
  const from = performance.now();
  const trace = await scene.trace(() => action.run(scene));
  print(action.name, trace, (performance.now() - from) / 1000);
  if (!isExplained) return trace.longest[0].executing;
  for (const task of trace.longest.filter(isExplainable)) {
    console.log(`      ${task.executing.toFixed(1).padStart(8)} ms in one task, of which:`);
    for (const [name, time] of trace.explain(task).slice(0, explainedFunctions))
      console.log(`      ${time.toFixed(1).padStart(8)} ms  ${name}`);
  }
  return trace.longest[0].executing;
}

/** The longest one always, and whichever is too long. */
const isExplainable = ({ executing }: LongTask, place: number): boolean =>
  place === 0 || executing > longTaskMilliseconds;

const heading = `${'action'.padEnd(34)}${`over ${longTaskMilliseconds}`.padStart(9)}${'longest'.padStart(12)}${'by clock'.padStart(10)}${'of it GC'.padStart(10)}${'in all'.padStart(11)}${'waited'.padStart(9)}${'MB taken'.padStart(10)}${'most'.padStart(6)}`;

function print(name: string, trace: ThreadTrace, seconds: number): void {
  const { executing, lasting, collecting } = trace.longest[0];
  const { taken, most } = trace.memory ?? { taken: Number.NaN, most: Number.NaN };
  console.log(
    `${name.padEnd(34)}${String(trace.longCount).padStart(9)}${`${executing.toFixed(1)} ms`.padStart(12)}${lasting.toFixed(0).padStart(10)}${collecting.toFixed(0).padStart(10)}${`${trace.executing.toFixed(0)} ms`.padStart(11)}${`${seconds.toFixed(0)} s`.padStart(9)}${megabytes(taken).padStart(10)}${megabytes(most).padStart(6)}`,
  );
}

const megabytes = (known: number): string => (Number.isNaN(known) ? '–' : known.toFixed(0));

async function printMemory(scene: Scene): Promise<void> {
  const { megabytes: held, answers, tables, breaches } = await readHeldMemory(scene.paneFrame());
  console.log(
    `${''.padEnd(34)}${held.toFixed(0).padStart(9)} MB, ${answers} answers, ${tables} tables of customers, ${breaches} breaches`,
  );
}

const hasOneOf = (name: string, parts: string): boolean => parts.split(',').some(part => name.includes(part));

/** Go through the actions once, in a window of its own; the longest task of each that is measured is added to `longest`. */
async function goThrough(
  scene: Scene,
  { only, alone, isExplained, isMemoryRead }: Arguments,
  longest: Map<string, number[]>,
): Promise<void> {
  console.log(
    `Yardstick: ${(await measureYardstick(scene)).toFixed(1)} ms for JSON.parse of ${yardstickRows} rows.`,
  );
  console.log(heading);
  for (const [index, action] of actions.entries()) {
    const isMeasured = hasOneOf(action.name, only);
    if (!isMeasured && alone !== null && index > 0) continue;
    try {
      if (isMeasured) addToGroup(longest, action.name, await perform(scene, action, isExplained));
      else {
        await action.prepare?.(scene);
        await action.run(scene);
      }
      if (isMemoryRead) await printMemory(scene);
    } catch (error) {
      process.exitCode = 1;
      console.log(`${action.name.padEnd(34)} could not be done: ${(error as Error).message.split('\n')[0]}`);
    }
  }
  console.log(`Yardstick: ${(await measureYardstick(scene)).toFixed(1)} ms.`);
}

function printLeast(longest: ReadonlyMap<string, readonly number[]>): void {
  console.log('\nThe longest task of each action, the least of all runs first:');
  for (const [name, times] of longest) {
    const sorted = [...times].sort((one, other) => one - other);
    console.log(`${name.padEnd(34)}${sorted.map(time => `${time.toFixed(1)} ms`.padStart(10)).join('')}`);
  }
}

async function measure(): Promise<void> {
  const wanted = readArguments();
  console.log(
    `Making a workbook of ${wanted.customers.toLocaleString('en-US')} customers, and a production build.`,
  );
  const pages = await servePages(await inventWorkbook(wanted.customers), wanted.isExplained);
  const longest = new Map<string, number[]>();
  try {
    for (let run = 0; run < wanted.runs; run++) {
      const browser = await launchBrowser(['--site-per-process']);
      try {
        const query = 'open=/ledger.xlsx&locale=en-US';
        await goThrough(await openScene(browser, pages.port, query, wanted.isExplained), wanted, longest);
      } finally {
        await browser.close();
      }
    }
    if (wanted.runs > 1) printLeast(longest);
  } finally {
    pages.close();
  }
}

measure().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
