import { containsCell, intersection, union } from './address';
import type { Area, Sheet } from './types';

/** The merged cell that a cell is part of, or null. */
export const mergeAt = (sheet: Sheet, row: number, column: number): Area | null =>
  sheet.merges.find(merge => containsCell(merge, row, column)) ?? null;

/** Tell whether a cell is part of a merged one. */
export const isMerged = (sheet: Sheet, row: number, column: number): boolean =>
  mergeAt(sheet, row, column) !== null;

/** Grow an area until no merge is cut by its border. */
export function coverMerges(sheet: Sheet, area: Area): Area {
  const cut = sheet.merges.find(merge => {
    const common = intersection(area, merge);
    return common && common.rowCount * common.columnCount < merge.rowCount * merge.columnCount;
  });
  return cut ? coverMerges(sheet, union(area, cut)) : area;
}
