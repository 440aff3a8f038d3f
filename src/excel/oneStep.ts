import type { ExcelOutcome } from './contract';
import { runExcel } from './problem';

/**
 * What Excel answers where it does not group: a call of the batch cannot be taken back, or, as of 2026 and only sometimes, an internal error
 * (office-js issues 6255, 6491, 6711).
 */
const refusesToGroup: ReadonlySet<unknown> = new Set(['UndoNotSupported', 'GeneralException']);

/**
 * Run a batch that is one step to undo, however many requests it takes. Where Excel refuses to group it, the batch is run once more as steps of
 * their own: so it must come to the same from wherever it was ended.
 *
 * @example runAsOneStep(async context => { … })
 */
export async function runAsOneStep<T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
): Promise<ExcelOutcome<T>> {
  const grouped = await runExcel(batch, { mergeUndoGroup: true });
  const isRefused = !grouped.ok && refusesToGroup.has(grouped.problem.detail.code);
  return isRefused ? runExcel(batch) : grouped;
}
