/** Arguments that are dates: serial days, or texts that a ledger's reader understands without guessing. */

import type { ArgumentKey } from '../i18n/functions/functionHelp';
import { saysNoDate } from '../risk/ledger/cells/dateText';
import { readDate } from '../risk/ledger/cells/readDate';
import { DateColumn, settleDateColumns } from '../risk/ledger/columns/dateColumn';
import { FindingLog } from '../risk/ledger/findings/findingLog';
import { fail, type Problem, type ProblemKey } from '../risk/problem';
import { lineOf, onlyCell, requireSameRows } from './argument';
import { errorIn, isEmpty, plainValue } from './cell';
import {
  cellProblem,
  onlyValue,
  type Place,
  placeIn,
  type ReadColumn,
  requireReadable,
} from './columnArgument';
import { answer } from './respond';
import { dateSystem } from './workbookDates';

/**
 * Read a column of dates as Excel serial days without time. A number below 1, an empty cell or a word such as `-`, n/a or unpaid is missing. Text dates are
 * read as on a ledger, the order of day and month proven by the column itself; where nothing proves it, such a text is a
 * problem and never a guess.
 */
export function readDates(argument: unknown, name: ArgumentKey): ReadColumn {
  return datesOf(lineOf(argument, name), name, placeIn(argument));
}

/**
 * Read columns of dates that belong to the same rows. What one column proves about the order of day and month counts for
 * the other, as on a ledger.
 *
 * @param columns With the problem of a cell that is no date, where more can be said of it.
 * @throws #VALUE! that names the first cell that is neither a date nor empty, or a column that has not the rows of the first.
 */
export function readDateColumns<Name extends ArgumentKey>(
  columns: readonly (readonly [name: Name, argument: unknown, unreadable?: ProblemKey])[],
): Readonly<Record<Name, Float64Array>> {
  const lines = columns.map(([name, argument, unreadable]) => ({
    name,
    unreadable,
    cells: lineOf(argument, name),
    place: placeIn(argument),
  }));
  for (const line of lines)
    requireSameRows(line.name, line.cells.length, lines[0].name, lines[0].cells.length);
  const read = readTogether(lines);
  const values = read.map((column, index) => [lines[index].name, requireReadable(column)]);
  return Object.fromEntries(values) as Readonly<Record<Name, Float64Array>>;
}

/**
 * Read a date that has to be there.
 *
 * @throws #VALUE! when it is missing, an error, or no date.
 */
export function readDay(argument: unknown, name: ArgumentKey): number {
  const day = onlyValue(datesOf([onlyCell(argument, name)], name, 'row'));
  return Number.isNaN(day) ? answer(fail('value', 'argumentMissing', { argument: name })) : day;
}

/** Cells of one argument in a line. */
interface Line {
  readonly name: ArgumentKey;
  readonly cells: readonly unknown[];
  readonly place: Place;
  readonly unreadable?: ProblemKey;
}

function datesOf(cells: readonly unknown[], name: ArgumentKey, place: Place): ReadColumn {
  return readTogether([{ name, cells, place }])[0];
}

function readTogether(lines: readonly Line[]): readonly ReadColumn[] {
  const columns = lines.map(({ cells }) => {
    const column = new DateColumn(0, dateSystem(), new FindingLog());
    cells.forEach((cell, row) => {
      column.add(plainValue(cell), row);
    });
    return column;
  });
  settleDateColumns(columns);
  const isOrderProven = columns.some(column => column.provenOrder !== null);
  return lines.map((line, index) =>
    withProblems(line, Float64Array.from(columns[index].serials.values), isOrderProven),
  );
}

function withProblems(
  { name, cells, place, unreadable }: Line,
  values: Float64Array,
  isOrderProven: boolean,
): ReadColumn {
  const problems = new Map<number, Problem>();
  cells.forEach((cell, row) => {
    const isSerial = typeof cell === 'number' && !Number.isNaN(values[row]);
    if (isSerial || isMissing(cell)) return;
    const key = problemOf(cell, values[row], isOrderProven, unreadable);
    if (key === null) return;
    problems.set(row, cellProblem(key, name, row, plainValue(cell), place));
    values[row] = Number.NaN;
  });
  return { values, problems };
}

/** An empty cell arrives as 0 on some platforms. */
function isMissing(cell: unknown): boolean {
  const value = plainValue(cell);
  return isEmpty(cell) || saysNoDate(value) || (typeof value === 'number' && value < 1);
}

function problemOf(
  cell: unknown,
  serial: number,
  isOrderProven: boolean,
  unreadable: ProblemKey = 'argumentNotDate',
): ProblemKey | null {
  if (errorIn(cell) !== null) return 'argumentErrorCell';
  if (Number.isNaN(serial)) return unreadable;
  const value = plainValue(cell);
  const isOpen = readDate(value, 'mdy', dateSystem()) !== readDate(value, 'dmy', dateSystem());
  return isOpen && !isOrderProven ? 'argumentDateAmbiguous' : null;
}
