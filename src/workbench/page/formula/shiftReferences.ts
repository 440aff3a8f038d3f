/** A copied formula looks at the cells that lie as far from it as before; `$` holds a row or column in place. */
import { columnIndex, columnName, maxColumns, maxRows } from '../../book/address';
import { referencesIn } from './formulaText';

const cornerPattern = /^(\$?)([A-Za-z]{1,3})?(\$?)(\d+)?$/;

/**
 * Moves the relative references of a formula; one that leaves the sheet becomes `#REF!`.
 * @example shiftReferences('=A1+$B$2+Sheet2!C$3', 1, 1) //=> '=B2+$B$2+Sheet2!D$3'
 */
export function shiftReferences(formula: string, down: number, right: number): string {
  let shifted = '';
  let copiedTo = 0;
  for (const { start, end } of referencesIn(formula)) {
    const reference = formula.slice(start, end);
    const sheetEnd = reference.lastIndexOf('!') + 1;
    const corners = reference
      .slice(sheetEnd)
      .split(':')
      .map(corner => shiftCorner(corner, down, right));
    const moved = corners.includes(null) ? '#REF!' : reference.slice(0, sheetEnd) + corners.join(':');
    shifted += formula.slice(copiedTo, start) + moved;
    copiedTo = end;
  }
  return shifted + formula.slice(copiedTo);
}

function shiftCorner(corner: string, down: number, right: number): string | null {
  const [, first = '', letters, second = '', digits] = cornerPattern.exec(corner) ?? [];
  const columnMark = letters === undefined ? '' : first;
  const rowMark = letters === undefined ? first || second : second;
  const column = letters === undefined ? null : columnIndex(letters) + (columnMark ? 0 : right);
  const row = digits === undefined ? null : Number(digits) + (rowMark ? 0 : down);
  if (column !== null && (column < 0 || column >= maxColumns)) return null;
  if (row !== null && (row < 1 || row > maxRows)) return null;
  const columnText = column === null ? '' : `${columnMark}${columnName(column)}`;
  return `${columnText}${row === null ? '' : `${rowMark}${row}`}`;
}
