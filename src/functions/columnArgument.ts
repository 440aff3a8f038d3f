/** A column that was read cell by cell: values, and the problems of the cells that could not be read. */

import type { ArgumentKey } from '../i18n/functions/functionHelp';
import { fail, type Problem, type ProblemKey } from '../risk/problem';
import { rowsOf } from './argument';
import { answer } from './respond';

export interface ReadColumn {
  /** One entry a row, NaN where the cell is empty or unreadable. */
  readonly values: Float64Array;
  /** By zero-based row, ascending: a cell that is neither readable nor empty. */
  readonly problems: ReadonlyMap<number, Problem>;
}

/** How a message counts within an argument: rows, or the cells of a single row. */
export type Place = 'row' | 'cell';

/** Tell how to count within an argument. */
export function placeIn(argument: unknown): Place {
  const [first, second] = rowsOf(argument);
  return second === undefined && first !== undefined && first.length > 1 ? 'cell' : 'row';
}

/** Describe what is wrong with one cell of an argument; `position` is zero-based, what the user is told counts from one. */
export function cellProblem(
  key: ProblemKey,
  name: ArgumentKey,
  position: number,
  value: unknown,
  place: Place = 'row',
): Problem {
  return { code: 'value', key, detail: { argument: name, [place]: position + 1, value: String(value) } };
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

/**
 * Give the value of an argument of one cell, NaN where it is empty.
 *
 * @throws #VALUE! that names the argument alone when the cell could not be read.
 */
export function onlyValue({ values, problems }: ReadColumn): number {
  const problem = problems.get(0);
  if (!problem) return values[0];
  const { row: _theOnlyOne, ...detail } = problem.detail;
  return answer({ ok: false, problem: { ...problem, detail } });
}

/** Refuse a column without any content. */
export function requireContent(values: Float64Array, name: ArgumentKey): Float64Array {
  const isBlank = values.every(value => Number.isNaN(value));
  return isBlank ? answer(fail('value', 'argumentEmpty', { argument: name })) : values;
}
