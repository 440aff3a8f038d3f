/**
 * Long work cut into slices of a few milliseconds: whoever runs it decides what to do in between, and may stop. The loops themselves belong
 * into plain functions, a slice a call: an engine makes those fast while they run, and a generator only when it is entered again.
 */
export type Slices<Result> = Generator<undefined, Result, undefined>;

/**
 * Do sliced work at once.
 *
 * @returns What the work comes to.
 * @example finishSlices(reader.finishing()).rowCount //=> 1_000_000
 */
export function finishSlices<Result>(work: Slices<Result>): Result {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
