/** Arguments that are numbers: amounts, days, counts. */

import type { ArgumentKey } from '../i18n/functions/functionHelp';
import { AmountColumn } from '../risk/ledger/columns/amountColumn';
import { moneyScale, toScale } from '../risk/ledger/currency/moneyScale';
import { FindingLog } from '../risk/ledger/findings/findingLog';
import { fail, type Problem, type ProblemKey } from '../risk/problem';
import { isOmitted, lineOf, onlyCell, requireSameRows, rowsOf } from './argument';
import { errorIn, isEmpty, plainValue, saysMissing } from './cell';
import { isTotalLast, refuseClosingTotal } from './closingTotal';
import {
  cellProblem,
  onlyValue,
  type Place,
  placeIn,
  type ReadColumn,
  requireContent,
  requireReadable,
} from './columnArgument';
import { headerOfBlock, withoutEnd, withoutEndOfSheet } from './listArguments';
import { answer } from './respond';

/** What adding up or dividing cells may leave beside a bound that they keep to. */
export const floatNoise = 1e-9;

/** Amounts as whole numbers of `1 / scale`, so that sums are exact. */
export interface ExactAmounts {
  readonly units: Float64Array;
  readonly scale: number;
}

/** Read a column of numbers; texts such as `1,234.50` or `(12)` are read as on a ledger, TRUE and FALSE are not numbers. */
export function readNumbers(argument: unknown, name: ArgumentKey): ReadColumn {
  return numbersOf(lineOf(argument, name), name, placeIn(argument));
}

/** Read a column of numbers in which a word such as n/a says, on every platform, that a value is missing. */
export function readKnownNumbers(argument: unknown, name: ArgumentKey): ReadColumn {
  const cells = lineOf(argument, name).map(cell => (saysMissing(cell) ? null : cell));
  return numbersOf(cells, name, placeIn(argument));
}

/**
 * Read amounts for exact sums; an empty cell is 0.
 *
 * @throws #VALUE! that names the first cell that is no amount.
 */
export function readExactAmounts(argument: unknown, name: ArgumentKey): ExactAmounts {
  const amounts = requireReadable(readNumbers(argument, name));
  const scale = moneyScale([amounts]);
  return { units: amounts.map(amount => (Number.isNaN(amount) ? 0 : toScale(amount, scale))), scale };
}

/**
 * Add up the numbers of an argument.
 *
 * @throws #VALUE! that names the first cell that is no number or the total of the others, or when there is no number at all.
 */
export function readTotal(argument: unknown, name: ArgumentKey): number {
  return readParts(argument, name, 'totalAmongParts').reduce(
    (sum, value) => (Number.isNaN(value) ? sum : sum + value),
    0,
  );
}

/**
 * Read balances over time, passing over empty cells.
 *
 * @throws #VALUE! that names the first cell that is no number or the total of the others, or when there is no number at all.
 */
export function readBalances(argument: unknown, name: ArgumentKey): readonly number[] {
  return Array.from(readParts(argument, name, 'totalAmongBalances')).filter(value => !Number.isNaN(value));
}

/**
 * Read the numbers an argument states, passing over its empty cells.
 *
 * @throws #VALUE! that names the first cell that is no number, or when there is none at all.
 */
export function readStated(argument: unknown, name: ArgumentKey): readonly number[] {
  const values = readListed(argument, name);
  return Array.from(values).filter(value => !Number.isNaN(value));
}

/**
 * Read one number per period, oldest first. An empty cell between others is a period of 0, empty cells at the end are
 * periods still to come.
 *
 * @param areCertain Whether something else says that each is a period, also one that is the sum of those before it.
 * @throws #VALUE! that names the first cell that is no number or the total of the others, or when there is no number at all.
 */
export function readPeriods(argument: unknown, name: ArgumentKey, areCertain: boolean): readonly number[] {
  const values = areCertain ? readListed(argument, name) : readParts(argument, name, 'totalAmongPeriods');
  const last = values.findLastIndex(value => !Number.isNaN(value));
  return Array.from(values.subarray(0, last + 1), value => (Number.isNaN(value) ? 0 : value));
}

/**
 * Tell whether an argument has several numbers and no total of them.
 *
 * @throws #VALUE! that names the first cell that is no number, or when there is none at all.
 * @example statesEach([[31], [28], [31], [90]], 'days') //=> false
 */
export function statesEach(argument: unknown, name: ArgumentKey): boolean {
  const stated = readStated(argument, name);
  return stated.length > 1 && !isTotalLast(Float64Array.from(stated));
}

/**
 * Read a number for each of some periods, of which another argument tells: from as many cells as that has, so that each stands beside its
 * own, or one for all.
 *
 * @param periods How many of the other argument's periods count; later ones are still to come.
 * @throws #VALUE! when cells are missing or left over, or one of the periods has no number.
 */
export function readOfPeriods(
  argument: unknown,
  name: ArgumentKey,
  other: unknown,
  otherName: ArgumentKey,
  periods: number,
): readonly number[] {
  const values = readListed(argument, name);
  const stated = values.filter(value => !Number.isNaN(value));
  if (stated.length === 1) return new Array<number>(periods).fill(stated[0]);
  requireSameRows(name, cellsBelowHeader(argument), otherName, cellsBelowHeader(other));
  const ofPeriods = Array.from({ length: periods }, (_, period) => values[period] ?? Number.NaN);
  const missing = ofPeriods.findIndex(value => Number.isNaN(value));
  if (missing < 0) return ofPeriods;
  const cell = lineOf(argument, name).length - cellsBelowHeader(argument) + missing;
  return answer({ ok: false, problem: cellProblem('argumentMissing', name, cell, '', placeIn(argument)) });
}

/** Numbers of which none is the total of the others. */
function readParts(
  argument: unknown,
  name: ArgumentKey,
  message: 'totalAmongParts' | 'totalAmongPeriods' | 'totalAmongBalances',
): Float64Array {
  const values = readListed(argument, name);
  const before = lineOf(argument, name).length - cellsBelowHeader(argument);
  const scale = moneyScale([values]);
  const units = values.map(value => toScale(value, scale));
  refuseClosingTotal({ units, scale }, { argument: name, place: placeIn(argument), message, before });
  return values;
}

/** How many cells a line has, those of its empty end too. */
function cellsBelowHeader(argument: unknown): number {
  const rows = rowsOf(argument);
  return rows.length === 1 ? rows[0].length : rows.length - headerOfBlock(rows) - 1;
}

/**
 * Read one number; `whenOmitted` when it is left out.
 *
 * @throws #VALUE! when it is something else.
 */
export function readNumber(argument: unknown, name: ArgumentKey, whenOmitted: number): number {
  const cell = onlyCell(argument, name);
  if (cell === null) return whenOmitted;
  return onlyValue(numbersOf([cell], name));
}

/**
 * Read how many: a whole number of 1 or more, null when it is left out.
 *
 * @throws #VALUE! when it is something else.
 */
export function readCount(argument: unknown, name: ArgumentKey): number | null {
  if (isOmitted(argument)) return null;
  const count = readNumber(argument, name, 1);
  if (Number.isInteger(count) && count >= 1) return count;
  return answer(fail('value', 'argumentNotWhole', { argument: name, value: count }));
}

/** A column of numbers from below its header, if it has one; without the empty end. */
function readListed(argument: unknown, name: ArgumentKey, cut = withoutEnd): Float64Array {
  const rows = cut(rowsOf(argument));
  const headerRow = headerOfBlock(rows);
  const { values, problems } = readNumbers(rows, name);
  const ofEntries = new Map([...problems].filter(([row]) => row > headerRow));
  return requireContent(requireReadable({ values, problems: ofEntries }).subarray(headerRow + 1), name);
}

/** Numbers of any shape, row by row. */
export interface NumberBlock {
  /** `rowCount` × `width` entries, NaN where a cell is empty or unreadable. */
  readonly values: Float64Array;
  readonly rowCount: number;
  readonly width: number;
  /** By zero-based index into `values`, ascending. */
  readonly problems: ReadonlyMap<number, Problem>;
}

/**
 * Read a block of numbers. Problems name the row of their cell, in a wider block also the cell within the row.
 *
 * @throws #VALUE! when the argument has no cells.
 */
export function readBlock(argument: unknown, name: ArgumentKey): NumberBlock {
  const rows = rowsOf(argument);
  const width = rows[0]?.length ?? 0;
  if (width === 0) answer(fail('value', 'argumentMissing', { argument: name }));
  const { values, problems } = numbersOf(rows.flat(), name);
  const placed = [...problems].map(([index, { detail, ...problem }]) => {
    const { row: _withinAll, ...rest } = detail;
    const row = Math.floor(index / width) + 1;
    const cell = (index % width) + 1;
    const place: Record<string, number> =
      width === 1 ? { row } : rows.length === 1 ? { cell } : { row, cell };
    return [index, { ...problem, detail: { ...rest, ...place } }] as const;
  });
  return { values, rowCount: rows.length, width, problems: new Map(placed) };
}

/** Read a block of numbers in which a word such as n/a says, on every platform, that a value is missing. */
export function readKnownBlock(argument: unknown, name: ArgumentKey): NumberBlock {
  const known = rowsOf(argument).map(row => row.map(cell => (saysMissing(cell) ? null : cell)));
  return readBlock(known, name);
}

/** Find the first problem of a block, or of one of its rows (zero-based); a header above `firstRow` is none. */
export function firstProblem(
  { problems, width }: NumberBlock,
  row?: number,
  firstRow = 0,
): Problem | undefined {
  for (const [index, problem] of problems) {
    const at = Math.floor(index / width);
    if (at >= firstRow && (row === undefined || at === row)) return problem;
  }
  return undefined;
}

/**
 * Read numbers in a row or column, one entry a cell; an empty cell is 0.
 *
 * @throws #VALUE! that names the first cell that is no number, or when there is none at all.
 */
export function readLine(argument: unknown, name: ArgumentKey): readonly number[] {
  const values = readListed(argument, name, withoutEndOfSheet);
  return Array.from(values, value => (Number.isNaN(value) ? 0 : value));
}

/** Read numbers from cells that are already in a line. */
export function numbersOf(cells: readonly unknown[], name: ArgumentKey, place: Place = 'row'): ReadColumn {
  const column = new AmountColumn(0, new FindingLog());
  cells.forEach((cell, row) => {
    column.add(plainValue(cell), row);
  });
  column.settle();

  const values = column.amounts.values.slice();
  const problems = new Map<number, Problem>();
  const undecided = new Set(column.undecided);
  cells.forEach((cell, row) => {
    if (undecided.has(row)) {
      problems.set(row, cellProblem('argumentMarkAmbiguous', name, row, plainValue(cell), place));
      values[row] = Number.NaN;
      return;
    }
    if (!Number.isNaN(values[row]) || isEmpty(cell)) return;
    const value = errorIn(cell) ?? plainValue(cell);
    problems.set(row, cellProblem(problemOf(cell), name, row, value, place));
  });
  return { values, problems };
}

function problemOf(cell: unknown): ProblemKey {
  if (errorIn(cell) !== null) return 'argumentErrorCell';
  return typeof plainValue(cell) === 'number' ? 'argumentTooLarge' : 'argumentNotNumber';
}
