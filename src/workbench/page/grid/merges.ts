import { containsCell } from '../../book/address';
import type { Area, Sheet } from '../../book/types';

/** The merged cell that a cell is part of, or null. */
export const mergeAt = (sheet: Sheet, row: number, column: number): Area | null =>
  sheet.merges.find(merge => containsCell(merge, row, column)) ?? null;

/** Tell whether a cell is part of a merged one. */
export const isMerged = (sheet: Sheet, row: number, column: number): boolean =>
  mergeAt(sheet, row, column) !== null;
