/** Arguments that are dates: serial days, or texts that a ledger's reader understands without guessing. */

import type { ArgumentKey } from '../i18n/functionHelp';
import { DateColumn, settleDateColumns } from '../risk/ledger/dateColumn';
import { FindingLog } from '../risk/ledger/findingLog';
import { readDate } from '../risk/ledger/readDate';
import { fail, type Problem, type ProblemKey } from '../risk/problem';
import { lineOf, onlyCell } from './argument';
import { errorIn, isEmpty, plainValue } from './cell';
import { cellProblem, type Place, placeIn, type ReadColumn } from './columnArgument';
import { answer } from './respond';

/** A formula is not told which date system its workbook has; only texts depend on it. */
const dateSystem = 1900;

/**
 * Read a column of dates as Excel serial days without time. A number below 1 or an empty cell is missing. Text dates are
 * read as on a ledger, the order of day and month proven by the column itself; where nothing proves it, such a text is a
 * problem and never a guess.
 */
export function readDates(argument: unknown, name: ArgumentKey): ReadColumn {
  return datesOf(lineOf(argument, name), name, placeIn(argument));
}

/**
 * Read a date that has to be there.
 *
 * @throws #VALUE! when it is missing, an error, or no date.
 */
export function readDay(argument: unknown, name: ArgumentKey): number {
  const { values, problems } = datesOf([onlyCell(argument, name)], name, 'row');
  const problem = problems.get(0);
  if (problem) {
    const { row: _theOnlyOne, ...detail } = problem.detail;
    return answer({ ok: false, problem: { ...problem, detail } });
  }
  const day = values[0]!;
  return Number.isNaN(day) ? answer(fail('value', 'argumentMissing', { argument: name })) : day;
}

function datesOf(cells: readonly unknown[], name: ArgumentKey, place: Place): ReadColumn {
  const column = new DateColumn(0, dateSystem, new FindingLog());
  cells.forEach((cell, row) => {
    column.add(plainValue(cell), row);
  });
  settleDateColumns([column]);

  const values = column.serials.values.slice();
  const problems = new Map<number, Problem>();
  cells.forEach((cell, row) => {
    const isSerial = typeof cell === 'number' && !Number.isNaN(values[row]!);
    if (isSerial || isMissing(cell)) return;
    const key = problemOf(cell, values[row]!, column.provenOrder !== null);
    if (key === null) return;
    problems.set(row, cellProblem(key, name, row, plainValue(cell), place));
    values[row] = Number.NaN;
  });
  return { values, problems };
}

/** An empty cell arrives as 0 on some platforms. */
function isMissing(cell: unknown): boolean {
  const value = plainValue(cell);
  return isEmpty(cell) || (typeof value === 'number' && value < 1);
}

function problemOf(cell: unknown, serial: number, isOrderProven: boolean): ProblemKey | null {
  if (errorIn(cell) !== null) return 'argumentErrorCell';
  if (Number.isNaN(serial)) return 'argumentNotDate';
  const value = plainValue(cell);
  const isOpen = readDate(value, 'mdy', dateSystem) !== readDate(value, 'dmy', dateSystem);
  return isOpen && !isOrderProven ? 'argumentDateAmbiguous' : null;
}
