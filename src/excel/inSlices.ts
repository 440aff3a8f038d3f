import type { Slices } from '../risk/slices';

/** A frame of 60 a second is 16 ms: work of half of that leaves the page time to paint and to answer. */
const longestTurnMilliseconds = 8;

/** When the turn began in which sliced work is done now; null where none was done in it so far. */
let turnBegan: number | null = null;

/** Let the page paint and answer. A message comes sooner than a timer, which browsers hold back by 4 ms when it is one of many. */
export function nextTurn(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      // An open port keeps its page or process alive.
      port1.close();
      turnBegan = null;
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Milliseconds since sliced work began in this turn, whoever's: work that follows other work in one turn must not take a whole one once more. */
function turnMilliseconds(): number {
  const now = performance.now();
  if (turnBegan === null) {
    turnBegan = now;
    // Where nobody waits for the next turn, somebody has to see that it came.
    void nextTurn();
  }
  return now - turnBegan;
}

/** Wait for the next turn and take the time from its beginning, so that the first slice of it counts, too. */
async function beginTurn(): Promise<void> {
  await nextTurn();
  turnMilliseconds();
}

/**
 * Do sliced work in turns so short that the pane answers in between.
 *
 * @param signal Ends the work between two turns; without one it goes on to its end.
 * @returns What the work comes to; null where it was ended.
 * @example const ledger = await inSlices(reader.finishing(), running.signal)
 */
export function inSlices<Result>(work: Slices<Result>): Promise<Result>;
export function inSlices<Result>(work: Slices<Result>, signal: AbortSignal): Promise<Result | null>;
export async function inSlices<Result>(work: Slices<Result>, signal?: AbortSignal): Promise<Result | null> {
  while (true) {
    if (turnMilliseconds() >= longestTurnMilliseconds) {
      await beginTurn();
      if (signal?.aborted) return null;
    }
    const step = work.next();
    if (!step.done) continue;
    // What its caller goes on with would else lengthen this turn.
    if (turnMilliseconds() >= longestTurnMilliseconds / 2) {
      await beginTurn();
      if (signal?.aborted) return null;
    }
    return step.value;
  }
}

/**
 * Why work was ended: something newer took its place. Ended without a reason, a browser makes an error that remembers who called: components of
 * the pane, and by them the answers they showed.
 */
export const overtaken = 'overtaken';

/**
 * Begin sliced work that something newer may overtake.
 *
 * @param take Gets what the work comes to, unless it was overtaken.
 * @returns Overtakes it.
 * @example useEffect(() => beginInSlices(pairCustomersInSlices(before, now), setPairs), [before, now])
 */
export function beginInSlices<Result>(work: Slices<Result>, take: (result: Result) => void): () => void {
  const ending = new AbortController();
  void inSlices(work, ending.signal).then(result => {
    if (result !== null && !ending.signal.aborted) take(result);
  });
  return () => ending.abort(overtaken);
}
