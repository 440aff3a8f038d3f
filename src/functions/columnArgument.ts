/** A column that was read cell by cell: values, and the problems of the cells that could not be read. */

import type { ArgumentKey } from '../i18n/functionHelp';
import { fail, type Problem, type ProblemKey } from '../risk/problem';
import { answer } from './respond';

export interface ReadColumn {
  /** One entry a row, NaN where the cell is empty or unreadable. */
  readonly values: Float64Array;
  /** By zero-based row, ascending: a cell that is neither readable nor empty. */
  readonly problems: ReadonlyMap<number, Problem>;
}

/** Describe what is wrong with one cell of an argument; `row` is zero-based, what the user is told counts from one. */
export function cellProblem(key: ProblemKey, name: ArgumentKey, row: number, value: unknown): Problem {
  return { code: 'value', key, detail: { argument: name, row: row + 1, value: String(value) } };
}

/**
 * Give the values of a column that is needed whole.
 *
 * @throws #VALUE! that names the first cell that could not be read.
 */
export function requireReadable({ values, problems }: ReadColumn): Float64Array {
  for (const problem of problems.values()) answer({ ok: false, problem });
  return values;
}

/** Refuse a column without any content. */
export function requireContent(values: Float64Array, name: ArgumentKey): Float64Array {
  const isBlank = values.every(value => Number.isNaN(value));
  return isBlank ? answer(fail('value', 'argumentEmpty', { argument: name })) : values;
}
