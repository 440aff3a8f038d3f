import { intersection } from './address';
import { bodyOf } from './tables';
import type { Area, Sheet } from './types';

/**
 * Split an area where filters of tables hide its rows: what is copied, cleared, filled, formatted or deleted while a filter
 * is on is what one sees. Rows that were hidden by hand belong to what is selected, as in Excel.
 *
 * @returns runs of rows from the top; the area itself where no filter hides any
 */
export function unfilteredParts(sheet: Sheet, area: Area): Area[] {
  const filtered = sheet.tables.flatMap(table => {
    const common = table.filters.size > 0 ? intersection(bodyOf(table), area) : null;
    return common ? [common] : [];
  });
  if (filtered.length === 0 || sheet.hiddenRows.size === 0) return [area];
  const end = area.row + area.rowCount;
  const isFiltered = (row: number): boolean =>
    sheet.hiddenRows.has(row) && filtered.some(each => row >= each.row && row < each.row + each.rowCount);
  const gaps = [...sheet.hiddenRows].filter(isFiltered).sort((one, other) => one - other);
  const parts: Area[] = [];
  let from = area.row;
  for (const gap of [...gaps, end]) {
    if (gap > from) parts.push({ ...area, row: from, rowCount: gap - from });
    from = gap + 1;
  }
  return parts;
}
