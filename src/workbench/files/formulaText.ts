/** The parts of a formula's text, so that what is quoted or in brackets is never taken for a name or a reference. */
import { columnIndex, columnName, maxColumns, maxRows } from '../book/address';

/** Rewrite a formula outside of texts, quoted sheet names and structured references. */
export function rewriteOutsideQuotes(formula: string, rewrite: (part: string) => string): string {
  return formula.replace(quotedOrPlain, part => (/^["'[]/.test(part) ? part : rewrite(part)));
}

// Texts, quoted sheet names, and brackets to one level within brackets (`Invoices[[#This Row],[Amount]]`).
const quotedOrPlain = /"(?:[^"]|"")*"?|'(?:[^']|'')*'?|\[(?:'.|[^[\]']|\[(?:'.|[^\]'])*\])*\]?|[^"'[]+/g;

/**
 * Give the arguments of the call whose opening bracket is at `open`, with the position where each begins; null when the
 * call is not closed.
 */
export function callArguments(formula: string, open: number): { start: number; text: string }[] | null {
  const found: { start: number; text: string }[] = [];
  let depth = 0;
  let start = open + 1;
  for (let index = open; index < formula.length; index++) {
    const character = formula[index];
    if (character === '"' || character === "'") {
      index = formula.indexOf(character, index + 1);
      if (index < 0) return null;
    } else if ('({['.includes(character)) depth++;
    else if (')}]'.includes(character)) depth--;
    const isSeparator = character === ',' && depth === 1;
    if (!isSeparator && depth > 0) continue;
    found.push({ start, text: formula.slice(start, index) });
    if (depth === 0) return found;
    start = index + 1;
  }
  return null;
}

/**
 * Move the relative references of a formula, as Excel does for the cells that share one.
 *
 * @example shiftReferences('SUM(A1:$B$2)', 1, 2) //=> 'SUM(C2:$B$2)'
 */
export function shiftReferences(formula: string, rows: number, columns: number): string {
  return rewriteOutsideQuotes(formula, part =>
    part.replace(reference, (whole, ...found: (string | undefined)[]) => {
      const [columnFix, letters, rowFix, digits, firstRow, lastRow, firstColumn, lastColumn] = found;
      if (letters && digits)
        return `${movedColumn(`${columnFix}${letters}`, columns)}${movedRow(`${rowFix}${digits}`, rows)}`;
      if (firstRow && lastRow) return `${movedRow(firstRow, rows)}:${movedRow(lastRow, rows)}`;
      if (firstColumn && lastColumn)
        return `${movedColumn(firstColumn, columns)}:${movedColumn(lastColumn, columns)}`;
      return whole;
    }),
  );
}

const reference =
  /(?<![\w.$])(?:(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})|(\$?[1-9]\d{0,6}):(\$?[1-9]\d{0,6})|(\$?[A-Za-z]{1,3}):(\$?[A-Za-z]{1,3}))(?![\w.(!])/g;

function movedRow(text: string, by: number): string {
  return text.startsWith('$') ? text : String(wrapped(Number(text) - 1 + by, maxRows) + 1);
}

function movedColumn(text: string, by: number): string {
  return text.startsWith('$') ? text : columnName(wrapped(columnIndex(text) + by, maxColumns));
}

// Excel itself wraps round at the edges of the sheet.
const wrapped = (index: number, count: number): number => ((index % count) + count) % count;
