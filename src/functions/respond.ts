/** The one place where a problem of the domain becomes an error that Excel shows in a cell. */
import { currentLanguage } from '../i18n/language';
import { problemText } from '../i18n/problems/problems';
import type { Outcome, Problem, ProblemCode } from '../risk/problem';

/**
 * Give the value of an outcome, or leave the custom function with the error that Excel shows for its problem.
 *
 * @throws CustomFunctions.Error
 */
export function answer<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw errorOf(outcome.problem);
  return outcome.value;
}

/** Make the error of one cell: thrown for the whole formula, or placed in a spilled array for its own row. */
export function errorOf(problem: Problem): CustomFunctions.Error {
  return new CustomFunctions.Error(errorCode(problem.code), problemText(problem, currentLanguage()));
}

/**
 * Give a number as Excel takes it.
 *
 * @throws #NUM! for one that overflowed: a cell cannot hold Infinity.
 */
export function answerNumber(outcome: Outcome<number>): number {
  const value = answer(outcome);
  return Number.isFinite(value) ? value : answer({ ok: false, problem: tooLarge });
}

const tooLarge: Problem = { code: 'number', key: 'resultTooLarge', detail: {} };

/**
 * Spill an array in which some cells are errors; so are numbers that overflowed. A single cell is thrown, because only a thrown error shows its message
 * on every platform.
 */
export function spill(cells: unknown[][]): unknown[][] {
  for (const row of cells) {
    for (let column = 0; column < row.length; column += 1) {
      const cell = row[column];
      if (typeof cell === 'number' && !Number.isFinite(cell)) row[column] = errorOf(tooLarge);
    }
  }
  const only = cells.length === 1 && cells[0].length === 1 ? cells[0][0] : undefined;
  if (only instanceof CustomFunctions.Error) throw only;
  return cells;
}

/** Read at call time: Office.js defines `CustomFunctions` after this module has been evaluated. */
function errorCode(code: ProblemCode): CustomFunctions.ErrorCode {
  switch (code) {
    case 'notAvailable':
      return CustomFunctions.ErrorCode.notAvailable;
    case 'divideByZero':
      return CustomFunctions.ErrorCode.divisionByZero;
    case 'number':
      return CustomFunctions.ErrorCode.invalidNumber;
    case 'value':
      return CustomFunctions.ErrorCode.invalidValue;
  }
}
