/** Count, sum and count of numbers of what is selected, as the status bar shows them. */
import { intersection } from '../book/address';
import type { Area, Sheet } from '../book/types';

export interface SelectionSummary {
  /** Cells that are not empty. */
  readonly count: number;
  readonly numbers: number;
  readonly sum: number;
}

/** More cells would be felt while selecting; the status bar then shows nothing rather than something partial. */
const mostCells = 500_000;
const nothing: SelectionSummary = { count: 0, numbers: 0, sum: 0 };

/** Counts and adds the selected cells that have content; errors count but do not add. */
export function summarize(sheet: Sheet, areas: readonly Area[]): SelectionSummary {
  const used = sheet.kind === 'chart' ? null : sheet.usedArea(true);
  const parts = used ? areas.map(area => intersection(area, used)).filter(area => area !== null) : [];
  const size = parts.reduce((total, area) => total + area.rowCount * area.columnCount, 0);
  if (size > mostCells) return nothing;
  let count = 0;
  let numbers = 0;
  let sum = 0;
  for (const area of parts) {
    for (let row = area.row; row < area.row + area.rowCount; row += 1) {
      if (sheet.hiddenRows.has(row)) continue;
      for (let column = area.column; column < area.column + area.columnCount; column += 1) {
        const value = sheet.value(row, column);
        if (value === null) continue;
        count += 1;
        if (typeof value !== 'number') continue;
        numbers += 1;
        sum += value;
      }
    }
  }
  return { count, numbers, sum };
}
