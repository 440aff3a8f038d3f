import type { Outcome } from '../../../src/risk/problem';

/** The value of an outcome that has to be one. */
export function answerOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problem.key);
  return outcome.value;
}
