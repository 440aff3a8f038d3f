import { letGo } from './letGo';
import { partOf } from './partOf';

/** Office.js cuts what has more cells into such parts itself, and keeps three ranges of each until the batch ends. */
const cellsPerPart = 1_500;

/** Write values or formulas into a range and let go of it, inside a batch of the caller. */
export function writeCells(
  range: Excel.Range,
  fact: 'values' | 'formulas',
  cells: readonly (readonly unknown[])[],
): void {
  const width = cells[0].length;
  const perPart = Math.max(1, Math.floor(cellsPerPart / width));
  if (cells.length <= perPart) range[fact] = cells as unknown[][];
  else {
    for (let first = 0; first < cells.length; first += perPart) {
      const rows = cells.slice(first, first + perPart) as unknown[][];
      const part = partOf(range, first, rows.length, width);
      part[fact] = rows;
      letGo(part);
    }
  }
  letGo(range);
}
