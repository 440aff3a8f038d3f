/** Long work cut into slices of a few milliseconds: whoever runs it decides what to do in between, and may stop. */
export type Slices<Result> = Generator<undefined, Result, undefined>;

/**
 * Do sliced work at once.
 *
 * @returns What the work comes to.
 * @example finishSlices(measureLedgerInSlices(ledger, 45473, policy)).customers.length //=> 50_000
 */
export function finishSlices<Result>(work: Slices<Result>): Result {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
