import { letGo } from './letGo';

/**
 * Cut rows out of a range, inside a batch of the caller.
 *
 * @param first Zero-based, within the range.
 * @example partOf(range, 0, 100, range.columnCount)
 */
export function partOf(
  range: Excel.Range,
  first: number,
  rowCount: number,
  columnCount: number,
): Excel.Range {
  const corner = range.getCell(first, 0);
  const part = corner.getResizedRange(rowCount - 1, columnCount - 1);
  letGo(corner);
  return part;
}
