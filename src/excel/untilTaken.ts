import type { ExcelOutcome, ExcelProblemKey } from './contract';

/** What Excel refuses for the moment only: while the user types in a cell, or more is asked of it than it takes at once. */
const passing: ReadonlySet<ExcelProblemKey> = new Set(['cellBeingEdited', 'busy']);

const patienceMilliseconds = 1_000;

/**
 * Ask Excel again until it does not refuse for the moment any more. For what the pane asks by itself: what the user asked for is refused with
 * a sentence at once.
 */
export async function untilTaken<T>(ask: () => Promise<ExcelOutcome<T>>): Promise<ExcelOutcome<T>> {
  for (;;) {
    const outcome = await ask();
    if (outcome.ok || !passing.has(outcome.problem.key)) return outcome;
    await new Promise(resolve => setTimeout(resolve, patienceMilliseconds));
  }
}
