import { arquero } from './arqueroTable';
import { carefulMap } from './carefulMap';
import type { Answer, Contender } from './contender';
import { duckdb } from './duckdbTable';
import { median, type Timing } from './measure';
import { plainMap } from './plainMap';
import { type Measured, reportTargets } from './targets';
import { tiercel, tiercelByCustomer } from './tiercel';

/** Tiercel first, whom the others are compared with. */
export const contenders: readonly Contender[] = [
  tiercel,
  tiercelByCustomer,
  plainMap,
  carefulMap,
  arquero,
  duckdb,
];

/** What a contender came to, run after run. */
export interface ContenderRuns {
  readonly name: string;
  readonly timings: readonly Timing[];
  readonly bytesPerRow: number;
}

/**
 * Print from cells to the table of customers, without scores, which the others do not have.
 *
 * @returns Tiercel's milliseconds.
 */
export function reportContenders(rowCount: number, runs: readonly ContenderRuns[]): number {
  const parse = median(runs.flatMap(({ timings }) => timings.map(timing => timing.parse)));
  const [ours, ...others] = runs;
  const whole = wholeOf(ours);
  console.log(
    `  ${'contender'.padEnd(22)}${'median'.padStart(13)}${'÷ parse'.padStart(9)}${'÷ Tiercel'.padStart(11)}${'first run'.padStart(12)}${'bytes/row'.padStart(11)}`,
  );
  for (const contender of [ours, ...others]) {
    const time = wholeOf(contender);
    const bytes = contender.name === duckdb.name ? 'native' : contender.bytesPerRow.toFixed(0);
    const isRight = agrees(contender.timings[0].answer, ours.timings[0].answer);
    console.log(
      `  ${contender.name.padEnd(22)}${time.toFixed(1).padStart(10)} ms${(time / parse).toFixed(2).padStart(9)}${(time / whole).toFixed(2).padStart(11)}${`${contender.timings[0].whole.toFixed(1)} ms`.padStart(12)}${bytes.padStart(11)}${isRight ? '' : '   other numbers!'}`,
    );
  }
  reportTargets(rowCount, {
    parse,
    time: byName(runs, wholeOf),
    bytes: byName(runs, ({ bytesPerRow }) => bytesPerRow),
  });
  return whole;
}

const wholeOf = ({ timings }: ContenderRuns): number => median(timings.map(({ whole }) => whole));

function byName(
  runs: readonly ContenderRuns[],
  figureOf: (run: ContenderRuns) => number,
): Record<keyof Measured['time'], number> {
  return Object.fromEntries(runs.map(run => [run.name, figureOf(run)])) as Record<
    keyof Measured['time'],
    number
  >;
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
