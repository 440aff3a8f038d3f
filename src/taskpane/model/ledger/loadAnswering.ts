import type { ExcelOutcome } from '../../../excel/contract';

export type Answering = typeof import('./answering');

/** What a reading says that cannot go on because its code does not come, such as without a network. */
export const notLoaded: ExcelOutcome<never> = { ok: false, problem: { key: 'notLoaded', detail: {} } };

/**
 * Fetch what understands and judges a sheet; the browser keeps it.
 *
 * @returns null where it does not come.
 */
export async function loadAnswering(): Promise<Answering | null> {
  try {
    return await import('./answering');
  } catch {
    return null;
  }
}
