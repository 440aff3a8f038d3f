/** Links on cells. */
import { containsCell, without } from './address';
import type { BookSheet } from './bookSheet';
import type { Area, Hyperlink, Sheet } from './types';

/** The link of a cell, or null. */
export function hyperlinkAt(sheet: Sheet, row: number, column: number): Hyperlink | null {
  return sheet.hyperlinks.find(({ area }) => containsCell(area, row, column)) ?? null;
}

/** Take links off an area: those that reach farther keep the rest. */
export function withdrawLinks(sheet: BookSheet, area: Area): void {
  sheet.hyperlinks = sheet.hyperlinks.flatMap(link =>
    without(link.area, area).map(rest => (rest === link.area ? link : { ...link, area: rest })),
  );
}
