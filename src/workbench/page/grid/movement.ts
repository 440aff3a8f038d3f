/** Where the keyboard leads: steps, jumps to the edge of the data, pages, and the areas that grow with shift. */

import { intersection } from '../../book/address';
import type { Area, Sheet } from '../../book/types';
import { areaBetween, bottomRight, contains, isSame, isSameArea, type Position, topLeft } from '../position';
import type { Axis } from './axis';

export interface Surface {
  readonly sheet: Sheet;
  readonly rows: Axis;
  readonly columns: Axis;
}

export interface Direction {
  readonly row: -1 | 0 | 1;
  readonly column: -1 | 0 | 1;
}

export const directions = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
} as const satisfies Record<string, Direction>;

export const mergeAt = (sheet: Sheet, position: Position): Area | null =>
  sheet.merges.find(merge => contains(merge, position)) ?? null;

/** The cell that stands for a position: the top-left of its merge. */
export function cellAt(sheet: Sheet, position: Position): Position {
  const merge = mergeAt(sheet, position);
  return merge ? topLeft(merge) : position;
}

/** One step, over hidden rows and columns and over the rest of a merge; stays at the edge. */
export function step(surface: Surface, from: Position, direction: Direction): Position {
  const merge = mergeAt(surface.sheet, from);
  const edge = merge ? leadingEdge(merge, from, direction) : from;
  const row = moveOn(surface.rows, edge.row, direction.row);
  const column = moveOn(surface.columns, edge.column, direction.column);
  return row === null || column === null ? from : { row, column };
}

function leadingEdge(merge: Area, from: Position, direction: Direction): Position {
  return {
    row: direction.row > 0 ? merge.row + merge.rowCount - 1 : direction.row < 0 ? merge.row : from.row,
    column:
      direction.column > 0
        ? merge.column + merge.columnCount - 1
        : direction.column < 0
          ? merge.column
          : from.column,
  };
}

function moveOn(axis: Axis, index: number, by: -1 | 0 | 1): number | null {
  return by === 0 ? index : axis.visibleFrom(index + by, by);
}

/**
 * Ctrl with an arrow: to the last filled cell of a block, or from its end (or from empty cells) to the next filled
 * cell, or to the edge of the sheet.
 */
export function jump(surface: Surface, from: Position, direction: Direction): Position {
  const isFilled = (position: Position): boolean =>
    surface.sheet.value(position.row, position.column) !== null;
  const beyond = pastContent(surface, from, direction);
  let next = step(surface, from, direction);
  if (isSame(next, from)) return from;
  const isLeavingBlock = !isFilled(from) || !isFilled(next);
  let last = next;
  while (true) {
    if (isLeavingBlock && isFilled(next)) return next;
    if (!isLeavingBlock && !isFilled(next)) return last;
    if (isLeavingBlock && beyond(next)) return sheetEdge(surface, next, direction);
    last = next;
    next = step(surface, next, direction);
    if (isSame(next, last)) return last;
  }
}

/** Says that nothing can be filled any more, so that an empty column is not walked for a million rows. */
function pastContent(surface: Surface, from: Position, direction: Direction): (at: Position) => boolean {
  const used = surface.sheet.usedArea(true);
  if (!used) return () => true;
  const isBeside =
    direction.row !== 0
      ? !spans(used.column, used.columnCount, from.column)
      : !spans(used.row, used.rowCount, from.row);
  return at =>
    isBeside ||
    (direction.row > 0 && at.row >= used.row + used.rowCount) ||
    (direction.row < 0 && at.row < used.row) ||
    (direction.column > 0 && at.column >= used.column + used.columnCount) ||
    (direction.column < 0 && at.column < used.column);
}

const spans = (start: number, count: number, index: number): boolean =>
  index >= start && index < start + count;

function sheetEdge(surface: Surface, from: Position, direction: Direction): Position {
  const edgeOf = (axis: Axis, index: number, by: -1 | 0 | 1): number =>
    by === 0 ? index : (axis.visibleFrom(by > 0 ? axis.count - 1 : 0, by > 0 ? -1 : 1) ?? index);
  return {
    row: edgeOf(surface.rows, from.row, direction.row),
    column: edgeOf(surface.columns, from.column, direction.column),
  };
}

/** The last cell with content: where Ctrl+End goes. */
export function lastCell(sheet: Sheet): Position {
  const used = sheet.usedArea(false);
  return used ? bottomRight(used) : { row: 0, column: 0 };
}

/** The block of filled cells around a cell: what Ctrl+A selects first. */
export function blockAround(sheet: Sheet, from: Position): Area {
  const table = sheet.tables.find(({ area }) => contains(area, from));
  if (table) return table.area;
  let block: Area = { ...from, rowCount: 1, columnCount: 1 };
  while (true) {
    const grown = growBlock(sheet, block);
    if (isSameArea(grown, block)) return block;
    block = grown;
  }
}

function growBlock(sheet: Sheet, block: Area): Area {
  const used = sheet.usedArea(true);
  const ring =
    used &&
    intersection(used, {
      row: block.row - 1,
      column: block.column - 1,
      rowCount: block.rowCount + 2,
      columnCount: block.columnCount + 2,
    });
  if (!ring) return block;
  let top = block.row;
  let left = block.column;
  let bottom = block.row + block.rowCount - 1;
  let right = block.column + block.columnCount - 1;
  const firstColumn = ring.column;
  const lastColumn = ring.column + ring.columnCount - 1;
  const firstRow = ring.row;
  const lastRow = ring.row + ring.rowCount - 1;
  const rowHasContent = (row: number): boolean => {
    for (let column = firstColumn; column <= lastColumn; column += 1) {
      if (sheet.value(row, column) !== null) return true;
    }
    return false;
  };
  const columnHasContent = (column: number): boolean => {
    for (let row = firstRow; row <= lastRow; row += 1) if (sheet.value(row, column) !== null) return true;
    return false;
  };
  while (bottom < used.row + used.rowCount - 1 && rowHasContent(bottom + 1)) bottom += 1;
  while (top > used.row && rowHasContent(top - 1)) top -= 1;
  if (right < lastColumn && columnHasContent(lastColumn)) right = lastColumn;
  if (left > firstColumn && columnHasContent(firstColumn)) left = firstColumn;
  return areaBetween({ row: top, column: left }, { row: bottom, column: right });
}

/**
 * Enter and Tab inside a selection of several cells walk through it; the walk wraps to the next line.
 * @example nextInside(2 × 2 area, its top-left, 'down') goes down, then to the top of the second column
 */
export function nextInside(areas: readonly Area[], from: Position, direction: Direction): Position {
  const at = Math.max(
    0,
    areas.findIndex(area => contains(area, from)),
  );
  const area = areas[at];
  const isDownward = direction.row !== 0;
  const isForward = direction.row + direction.column > 0;
  const count = area.rowCount * area.columnCount;
  const down = from.row - area.row;
  const across = from.column - area.column;
  const order = isDownward ? across * area.rowCount + down : down * area.columnCount + across;
  const next = order + (isForward ? 1 : -1);
  if (next >= 0 && next < count) return inArea(area, next, isDownward);
  const neighbour = areas[(at + (isForward ? 1 : areas.length - 1)) % areas.length];
  return inArea(neighbour, isForward ? 0 : neighbour.rowCount * neighbour.columnCount - 1, isDownward);
}

function inArea(area: Area, order: number, isDownward: boolean): Position {
  return isDownward
    ? { row: area.row + (order % area.rowCount), column: area.column + Math.floor(order / area.rowCount) }
    : {
        row: area.row + Math.floor(order / area.columnCount),
        column: area.column + (order % area.columnCount),
      };
}
