import type { Cell } from '../risk/ledger/ledger';
import { textCell } from '../risk/ownTable';

/**
 * Give what to write so that a cell shows this very value: a text that Excel would take for a formula, a number or a date gets the
 * apostrophe by which Excel keeps it a text and which no cell shows.
 *
 * @example
 * writtenCell('=1+1') //=> "'=1+1"
 * writtenCell('1-2') //=> "'1-2"
 * writtenCell(12.5) //=> 12.5
 */
export function writtenCell(value: Cell): string | number | boolean {
  if (typeof value === 'number') return Number.isFinite(value) ? value : '';
  if (typeof value === 'boolean') return value;
  if (value === null || value === undefined) return '';
  return textCell(String(value));
}

/** Give rows to write as `writtenCell` does. */
export const writtenCells = (rows: readonly (readonly Cell[])[]): (string | number | boolean)[][] =>
  rows.map(row => row.map(writtenCell));
