/** The square at the corner of what is selected: dragged, it fills; pressed twice, it fills as far down as the data beside it. */
import { maxColumns, maxRows } from '../../book/address';
import { fillArea } from '../../book/fill/fillArea';
import { BookError } from '../../book/refusals';
import type { Area, Sheet } from '../../book/types';
import type { Cursor } from '../model/cursor';
import type { Workbench } from '../model/workbench';
import { areaOf, type Position } from '../position';
import { type Layout, rectangleOf } from './layout';
import { blockAround } from './movement';

/** How large the square is, and how near to its middle counts as on it. */
export const fillHandleSize = 6;
const reach = 5;

/** The middle of the handle on the canvas; null where several areas or whole lines are selected, or it is out of sight. */
export function fillHandleAt(
  layout: Layout,
  { areas }: Cursor,
): { readonly x: number; readonly y: number } | null {
  const [area] = areas;
  if (areas.length !== 1 || area.rowCount >= maxRows || area.columnCount >= maxColumns) return null;
  const last = areaOf({ row: area.row + area.rowCount - 1, column: area.column + area.columnCount - 1 });
  const box = rectangleOf(layout, last);
  const { rows, columns } = layout;
  const isBehind = (start: number, index: number, span: Layout['rows']): boolean =>
    index >= span.frozenCount && start < span.headerSize + span.frozenSize;
  const [x, y] = [box.x + box.width - 1, box.y + box.height - 1];
  if (isBehind(x, last.column, columns) || isBehind(y, last.row, rows)) return null;
  return x > layout.width || y > layout.height ? null : { x, y };
}

/** Whether a point of the canvas is on the handle. */
export function isOnFillHandle(layout: Layout, cursor: Cursor, x: number, y: number): boolean {
  const handle = fillHandleAt(layout, cursor);
  return handle !== null && Math.abs(handle.x - x) <= reach && Math.abs(handle.y - y) <= reach;
}

/**
 * The area that dragging from a source to a cell means: longer in the direction that leads farther, or shorter where the cell
 * lies inside.
 */
export function draggedArea({ rows, columns }: Layout, source: Area, to: Position): Area {
  const end = { row: source.row + source.rowCount - 1, column: source.column + source.columnCount - 1 };
  const pixels = (span: Layout['rows'], from: number, until: number): number =>
    span.axis.offset(until) - span.axis.offset(from);
  const down = Math.max(pixels(rows, end.row, to.row), pixels(rows, to.row, source.row));
  const across = Math.max(pixels(columns, end.column, to.column), pixels(columns, to.column, source.column));
  if (down <= 0 && across <= 0) return shortened(source, end, to);
  if (down >= across) {
    const row = Math.min(source.row, to.row);
    return { ...source, row, rowCount: Math.max(end.row, to.row) - row + 1 };
  }
  const column = Math.min(source.column, to.column);
  return { ...source, column, columnCount: Math.max(end.column, to.column) - column + 1 };
}

function shortened(source: Area, end: Position, to: Position): Area {
  if (to.row < end.row) return { ...source, rowCount: to.row - source.row + 1 };
  return { ...source, columnCount: to.column - source.column + 1 };
}

/** Fills from a source as far as an area, or empties what of the source lies beyond it; what is left is selected. */
export function fillTo(workbench: Workbench, source: Area, whole: Area, isOpposite: boolean): void {
  const { attempt, books, cursor, grid } = workbench;
  const book = books.book.peek();
  const sheet = grid.sheet.peek();
  attempt(() => {
    const isShorter = whole.rowCount < source.rowCount || whole.columnCount < source.columnCount;
    if (isShorter) book.clear(sheet, cutOff(source, whole), 'contents', 'user');
    else fillArea(book, sheet, source, whole, isOpposite ? 'opposite' : 'series');
    cursor.selectAreas([whole], cursor.current.peek().active);
  });
}

const cutOff = (source: Area, kept: Area): Area =>
  kept.rowCount < source.rowCount
    ? { ...source, row: kept.row + kept.rowCount, rowCount: source.rowCount - kept.rowCount }
    : {
        ...source,
        column: kept.column + kept.columnCount,
        columnCount: source.columnCount - kept.columnCount,
      };

/** Fills what is selected down to the end of the data. */
export function fillDown(workbench: Workbench): void {
  const { areas } = workbench.cursor.current.peek();
  const source = areas[0];
  const last = lastRowToFill(workbench.grid.sheet.peek(), source);
  const rowCount = last - source.row + 1;
  if (rowCount > source.rowCount) fillTo(workbench, source, { ...source, rowCount }, false);
}

/** Goes on with what stands first in the selection, along its longer side: what dragging the handle does, for the keyboard. */
export function fillSelection(workbench: Workbench): void {
  const { areas } = workbench.cursor.current.peek();
  const whole = areas[areas.length - 1];
  const sheet = workbench.grid.sheet.peek();
  const isDown = whole.rowCount >= whole.columnCount;
  const isFilled = (along: number): boolean => {
    const line = isDown
      ? { ...whole, row: whole.row + along, rowCount: 1 }
      : { ...whole, column: whole.column + along, columnCount: 1 };
    return hasContent(sheet, line);
  };
  const length = isDown ? whole.rowCount : whole.columnCount;
  let count = 1;
  while (count < length && isFilled(count)) count++;
  if (count === length) {
    workbench.attempt(() => {
      throw new BookError('nothingToFill');
    });
    return;
  }
  fillTo(workbench, isDown ? { ...whole, rowCount: count } : { ...whole, columnCount: count }, whole, false);
}

function hasContent(sheet: Sheet, area: Area): boolean {
  for (let row = area.row; row < area.row + area.rowCount; row++) {
    for (let column = area.column; column < area.column + area.columnCount; column++) {
      if (sheet.value(row, column) !== null) return true;
    }
  }
  return false;
}

/** Over what is filled below already; else beside the data around, as far as nothing is in the way. */
function lastRowToFill(sheet: Sheet, source: Area): number {
  const below = source.row + source.rowCount;
  const isFilled = (row: number): boolean => hasContent(sheet, { ...source, row, rowCount: 1 });
  let row = below;
  if (isFilled(below)) {
    while (row < maxRows && isFilled(row)) row++;
    return row - 1;
  }
  const block = blockAround(sheet, source);
  const end = block.row + block.rowCount;
  while (row < end && !isFilled(row)) row++;
  return row - 1;
}
