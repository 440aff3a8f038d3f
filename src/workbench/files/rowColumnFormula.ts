/** Formulas as XML spreadsheets of 2003 write them, with rows and columns by number. */
import { columnName, maxColumns, maxRows } from '../book/address';

/** Texts and quoted names of sheets, which hold no references; or a reference to a cell, a row or a column. */
const piece =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.])(?:R(\d+|\[-?\d+\])?(C(\d+|\[-?\d+\])?)?|C(?:\d+|\[-?\d+\])?)(?![\w.([])/g;

/**
 * Write a formula with references such as `R[-1]C` as it stands in a cell; null where it refers to whole rows or columns, or beyond the sheet.
 *
 * @example withLetters('=SUM(R[-2]C:R[-1]C)*R1C1', 2, 1) //=> '=SUM(B1:B2)*$A$1'
 */
export function withLetters(formula: string, row: number, column: number): string | null {
  let isKnown = true;
  const written = formula.replace(piece, (found, ofRow, cell, ofColumn) => {
    if (/^["']/.test(found)) return found;
    const [down, across] = [placeOf(ofRow, row), placeOf(ofColumn, column)];
    isKnown &&= cell !== undefined && isWithin(down.index, maxRows) && isWithin(across.index, maxColumns);
    return isKnown ? `${across.dollar}${columnName(across.index)}${down.dollar}${down.index + 1}` : found;
  });
  return isKnown ? written : null;
}

const isWithin = (index: number, count: number): boolean => index >= 0 && index < count;

/** `3` is the third line of the sheet, `[-1]` the one before that of the cell, and nothing its own. */
function placeOf(
  written: string | undefined,
  own: number,
): { readonly index: number; readonly dollar: string } {
  if (written === undefined) return { index: own, dollar: '' };
  return written.startsWith('[')
    ? { index: own + Number(written.slice(1, -1)), dollar: '' }
    : { index: Number(written) - 1, dollar: '$' };
}
