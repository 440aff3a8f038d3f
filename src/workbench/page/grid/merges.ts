import { containsCell } from '../../book/address';
import type { Sheet } from '../../book/types';

/** Tell whether a cell is part of a merged one. */
export const isMerged = (sheet: Sheet, row: number, column: number): boolean =>
  sheet.merges.some(merge => containsCell(merge, row, column));
