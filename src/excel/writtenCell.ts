import type { Cell } from '../risk/ledger/ledger';

/** What Excel reads as something else than a text when it is written: a formula, a number, a date, a share, a logical value, an error. */
const readOtherwise =
  /^\s*[=+\-@'#(¥$€£]|^\s*[\d.,]|^\s*(true|false|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|[%％]\s*$/i;

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
  const text = String(value);
  return readOtherwise.test(text) ? `'${text}` : text;
}

/** Give rows to write as `writtenCell` does. */
export const writtenCells = (rows: readonly (readonly Cell[])[]): (string | number | boolean)[][] =>
  rows.map(row => row.map(writtenCell));
