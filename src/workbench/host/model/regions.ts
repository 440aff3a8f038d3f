import { intersection, maxColumns, maxRows, union } from '../../book/address';
import type { Area, Sheet } from '../../book/types';

/**
 * Give the smallest area inside another that holds everything used there, or null.
 * With `valuesOnly`, cells that only have a format do not count.
 */
export function usedWithin(sheet: Sheet, area: Area, valuesOnly: boolean): Area | null {
  const used = sheet.usedArea(valuesOnly);
  const common = used && intersection(used, area);
  return common && shrink(sheet, common, valuesOnly);
}

function shrink(sheet: Sheet, area: Area, valuesOnly: boolean): Area | null {
  const isUsed = (row: number, column: number): boolean => isCellUsed(sheet, row, column, valuesOnly);
  let { row: top, column: left } = area;
  let bottom = area.row + area.rowCount - 1;
  let right = area.column + area.columnCount - 1;
  const rowIsEmpty = (row: number): boolean => !anyBetween(left, right, column => isUsed(row, column));
  const columnIsEmpty = (column: number): boolean => !anyBetween(top, bottom, row => isUsed(row, column));

  while (top <= bottom && rowIsEmpty(top)) top++;
  if (top > bottom) {
    return null;
  }
  while (rowIsEmpty(bottom)) bottom--;
  while (columnIsEmpty(left)) left++;
  while (columnIsEmpty(right)) right--;
  return { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
}

function isCellUsed(sheet: Sheet, row: number, column: number, valuesOnly: boolean): boolean {
  if (sheet.value(row, column) !== null || sheet.formula(row, column) !== null) {
    return true;
  }
  return !valuesOnly && Object.values(sheet.style(row, column)).some(value => value !== undefined);
}

function anyBetween(first: number, last: number, test: (index: number) => boolean): boolean {
  for (let index = first; index <= last; index++) {
    if (test(index)) {
      return true;
    }
  }
  return false;
}

/** Give Excel's "current region": the block of content around an area, bounded by empty rows and columns. */
export function surroundingRegion(sheet: Sheet, area: Area): Area {
  const used = sheet.usedArea(true);
  if (!used) {
    return area;
  }
  let region = area;
  for (;;) {
    const grown = grow(sheet, region, used);
    if (!grown) {
      return trimToContent(sheet, region, area);
    }
    region = grown;
  }
}

/** The region widened by the cells that touch it, diagonals included, if any of those has content. */
function grow(sheet: Sheet, region: Area, used: Area): Area | null {
  const ring = onSheet({
    row: region.row - 1,
    column: region.column - 1,
    rowCount: region.rowCount + 2,
    columnCount: region.columnCount + 2,
  });
  const reach = intersection(ring, used);
  const content = reach && usedWithin(sheet, reach, true);
  if (!content) {
    return null;
  }
  const grown = union(region, content);
  const isLarger = grown.rowCount > region.rowCount || grown.columnCount > region.columnCount;
  return isLarger ? grown : null;
}

function onSheet(area: Area): Area {
  const sheetArea = { row: 0, column: 0, rowCount: maxRows, columnCount: maxColumns };
  return intersection(area, sheetArea) ?? area;
}

/** A region that began at an empty cell beside the content is only the content; with no content it is the cell itself. */
function trimToContent(sheet: Sheet, region: Area, start: Area): Area {
  return usedWithin(sheet, region, true) ?? start;
}
