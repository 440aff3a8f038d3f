import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Answer, Contender } from './contender';
import { parse, type Wire } from './wire';

export interface Timing {
  /** JSON.parse of the same pieces, in the same run. */
  readonly parse: number;
  /** Milliseconds from cells to the table of customers, without parsing. */
  readonly whole: number;
  readonly answer: Answer;
}

/** Run a contender once, each piece parsed just before it is added and let go after. */
export async function timeContender(contender: Contender, wire: Wire, rowCount: number): Promise<Timing> {
  let parseTime = 0;
  const start = performance.now();
  const work = await contender.start(rowCount);
  for (const piece of wire) {
    const before = performance.now();
    const rows = parse(piece);
    parseTime += performance.now() - before;
    work.add(rows);
  }
  // What it still holds stays here: the answer goes to another process.
  const { kept: _held, ...answer } = await work.finish();
  const whole = performance.now() - start - parseTime;
  work.after?.();
  return { parse: parseTime, whole, answer };
}

/** Bytes a row that a contender keeps beside the input, which is held all the time: at its most, after adding or after finishing. */
export async function measureMemory(contender: Contender, wire: Wire): Promise<number> {
  const input = wire.map(parse);
  const rowCount = input.reduce((count, rows) => count + rows.length, 0);
  const before = bytesInUse();
  const work = await contender.start(rowCount);
  for (const rows of input) work.add(rows);
  const added = bytesInUse() - before;
  const answer = await work.finish();
  work.after?.();
  const finished = bytesInUse() - before;
  // The input, the work and its answer are still in use here, so that their memory is.
  if (answer.customerCount === 0 || work === null || input.length === 0)
    throw new Error('A ledger without customers measures nothing');
  return Math.max(added, finished) / rowCount;
}

/** More than it ever took. */
const mostCollections = 10;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Collect until nothing more is let go of: after two collections a ledger of before was still there, and its end while memory was measured flattered the engine. */
function bytesInUse(): number {
  let bytes = Number.POSITIVE_INFINITY;
  for (let round = 0; round < mostCollections; round++) {
    const before = bytes;
    collectGarbage();
    const { heapUsed, external } = process.memoryUsage();
    bytes = heapUsed + external;
    if (round > 1 && bytes > before * 0.9999) break;
  }
  return bytes;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((first, second) => first - second);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
