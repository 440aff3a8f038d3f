/**
 * The shape of an argument. Excel hands a range or array as rows of cells, one value as itself or as a 1×1 array, and an
 * omitted argument as null (undefined in a call from code).
 */

import type { ArgumentKey } from '../i18n/functions/functionHelp';
import { fail } from '../risk/problem';
import { errorIn, isEmpty } from './cell';
import { answer, spill } from './respond';

/** Tell whether an optional argument was left out; a reference to one empty cell is left out too. */
export function isOmitted(argument: unknown): boolean {
  const rows = rowsOf(argument);
  if (rows.length === 0) return true;
  return rows.length === 1 && rows[0].length === 1 && isEmpty(rows[0][0]);
}

/** Give the rows of cells of an argument, whatever its shape. */
export function rowsOf(argument: unknown): readonly (readonly unknown[])[] {
  if (argument === null || argument === undefined) return [];
  return Array.isArray(argument) ? argument : [[argument]];
}

/**
 * Give the cells of an argument that has to be one column or one row.
 *
 * @throws #VALUE! when it is neither, or has no cells.
 */
export function lineOf(argument: unknown, name: ArgumentKey): readonly unknown[] {
  const rows = rowsOf(argument);
  if (rows.length === 0) answer(fail('value', 'argumentMissing', { argument: name }));
  if (rows.length === 1) return rows[0];
  const columns = rows[0].length;
  if (columns > 1) answer(fail('value', 'argumentNotOneColumn', { argument: name, columns }));
  return rows.map(row => row[0]);
}

/**
 * Give the one cell of an argument that has to be a single value; null when it is omitted.
 *
 * @throws #VALUE! when it has several cells.
 */
export function onlyCell(argument: unknown, name: ArgumentKey): unknown {
  if (isOmitted(argument)) return null;
  const rows = rowsOf(argument);
  const cells = rows.length * rows[0].length;
  if (cells > 1) answer(fail('value', 'argumentNotOneCell', { argument: name, cells }));
  return rows[0][0];
}

/**
 * Refuse an argument that is nothing but an error: a FILTER that found nothing (#CALC!), a table that was deleted (#REF!).
 *
 * @throws #VALUE! that names the argument and the error.
 */
export function refuseLoneError(argument: unknown, name: ArgumentKey): void {
  const rows = rowsOf(argument);
  const error = rows.length === 1 && rows[0].length === 1 ? errorIn(rows[0][0]) : null;
  if (error !== null) answer(fail('value', 'argumentErrorCell', { argument: name, value: error }));
}

/** Spill one cell for each cell of an argument in one line, in its direction. */
export function spillAlong(argument: unknown, cells: readonly unknown[]): unknown[][] {
  const isOneRow = rowsOf(argument).length === 1;
  return spill(isOneRow ? [[...cells]] : cells.map(cell => [cell]));
}

/** Refuse two columns that do not have a cell for each other's rows. */
export function requireSameRows(
  argument: ArgumentKey,
  rows: number,
  other: ArgumentKey,
  otherRows: number,
): void {
  if (rows === otherRows) return;
  answer(fail('value', 'argumentsDifferInRows', { argument, rows, other, otherRows }));
}
