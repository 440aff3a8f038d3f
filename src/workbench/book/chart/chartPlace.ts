/** Where a chart stands, told in pixels from the sheet's corner or by the cells it covers. */
import { columnSizes, lineAt, lineStart, rowSizes } from '../lineSizes';
import type { Area, Sheet } from '../types';
import type { ChartPlace } from './chart';

export interface SheetOffset {
  readonly left: number;
  readonly top: number;
}

/** A cell and pixels into it: how files tell a corner of a chart. */
export type ChartCorner = Pick<ChartPlace, 'row' | 'column' | 'x' | 'y'>;

export function offsetOf(sheet: Sheet, corner: ChartCorner): SheetOffset {
  return {
    left: lineStart(columnSizes(sheet), corner.column) + corner.x,
    top: lineStart(rowSizes(sheet), corner.row) + corner.y,
  };
}

/** The place of that offset, of the size that another place has. */
export function placeAt(
  sheet: Sheet,
  { left, top }: SheetOffset,
  { width, height }: Pick<ChartPlace, 'width' | 'height'>,
): ChartPlace {
  const column = lineAt(columnSizes(sheet), left);
  const row = lineAt(rowSizes(sheet), top);
  return { row: row.line, column: column.line, x: column.into, y: row.into, width, height };
}

/** The place that covers all cells from one range to another. */
export function placeOver(sheet: Sheet, from: Area, to: Area): ChartPlace {
  const end = { row: to.row + to.rowCount, column: to.column + to.columnCount, x: 0, y: 0 };
  return placeBetween(sheet, { row: from.row, column: from.column, x: 0, y: 0 }, end);
}

/** The place from one corner to the opposite one. */
export function placeBetween(sheet: Sheet, from: ChartCorner, to: ChartCorner): ChartPlace {
  const [start, end] = [offsetOf(sheet, from), offsetOf(sheet, to)];
  return {
    row: from.row,
    column: from.column,
    x: from.x,
    y: from.y,
    width: Math.max(1, end.left - start.left),
    height: Math.max(1, end.top - start.top),
  };
}
