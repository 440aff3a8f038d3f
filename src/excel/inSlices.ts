import type { Slices } from '../risk/slices';

/** A frame of 60 a second is 16 ms: work of half of that leaves the page time to paint and to answer. */
const longestTurnMilliseconds = 8;

/** Let the page paint and answer. A message comes sooner than a timer, which browsers hold back by 4 ms when it is one of many. */
export function nextTurn(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      // An open port keeps its page or process alive.
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
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
  let turnBegan = performance.now();
  for (let step = work.next(); ; step = work.next()) {
    const isTurnOver = performance.now() - turnBegan >= longestTurnMilliseconds / (step.done ? 2 : 1);
    if (step.done && !isTurnOver) return step.value;
    if (!isTurnOver) continue;
    // Also at the end: what its caller goes on with would else lengthen the last turn.
    await nextTurn();
    if (signal?.aborted) return null;
    if (step.done) return step.value;
    turnBegan = performance.now();
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
