/** The mouse on the grid: selecting, dragging, pointing at cells of a formula, and drawing columns wider. */
import type { Area, Sheet } from '../../book/types';
import type { CursorModel, SelectHow } from '../model/cursor';
import type { EntryModel } from '../model/entry';
import { areaBetween, isSameArea, type Position } from '../position';
import { draggedArea, isOnFillHandle } from './fillHandle';
import type { GridModel } from './gridModel';
import { type Hit, hitTest, nearestCell } from './layout';

export interface PointerDependencies {
  readonly grid: GridModel;
  readonly cursor: CursorModel;
  readonly entry: EntryModel;
  /** Fills from cells as far as an area, or empties those beyond it. */
  fill(source: Area, whole: Area, isOpposite: boolean): void;
  /** Gives a column or row another size. */
  resizeLine(kind: 'column' | 'row', index: number, size: number): void;
}

export interface PointerPlace {
  readonly x: number;
  readonly y: number;
  readonly isShift: boolean;
  readonly isControl: boolean;
}

/** Follows one press of the button until it is released. */
export interface Drag {
  move(place: PointerPlace): void;
  /** @param place where the button was released; absent when it was not, but taken away */
  end(place?: PointerPlace): void;
}

const narrowest = 8;
const autoscrollStep = 24;

/** Begins what a press of the main button begins; null when there is nothing to follow. */
export function startDrag(place: PointerPlace, room: PointerDependencies): Drag | null {
  const { grid, entry } = room;
  const hit = hitTest(grid.layout.peek(), place.x, place.y);
  if (entry.current.peek()) {
    const sheet = grid.sheet.peek();
    if (entry.canPoint() && hit.kind !== 'corner' && hit.kind !== 'outline')
      return pointing(sheet, hit, room);
    if (!entry.commit()) return null;
  }
  if (isOnFillHandle(grid.layout.peek(), room.cursor.current.peek(), place.x, place.y)) return filling(room);
  switch (hit.kind) {
    case 'columnEdge':
      return resizing('column', hit.column, place.x, room);
    case 'rowEdge':
      return resizing('row', hit.row, place.y, room);
    case 'corner':
      room.cursor.selectAreas([wholeSheet(grid)], room.cursor.current.peek().active);
      return null;
    case 'outline':
      return null;
    case 'columnHeader':
      return lines('column', hit.column, howOf(place), room);
    case 'rowHeader':
      return lines('row', hit.row, howOf(place), room);
    case 'cell':
      return selecting(hit, place, room);
  }
}

const tapReach = 6;

/** A finger moves the sheet; only a tap selects. */
export function startTouch(place: PointerPlace, room: PointerDependencies): Drag {
  let last = place;
  let isTap = true;
  return {
    move(next) {
      isTap &&= Math.hypot(next.x - place.x, next.y - place.y) < tapReach;
      if (isTap) return;
      room.grid.scrollBy(last.x - next.x, last.y - next.y);
      last = next;
    },
    end() {
      if (isTap) startDrag(place, room)?.end();
    },
  };
}

const howOf = ({ isShift, isControl }: PointerPlace): SelectHow =>
  isShift ? 'extend' : isControl ? 'add' : 'replace';

const wholeSheet = (grid: GridModel): Area => {
  const { rows, columns } = grid.surface.peek();
  return { row: 0, column: 0, rowCount: rows.count, columnCount: columns.count };
};

function selecting({ row, column }: Position, place: PointerPlace, room: PointerDependencies): Drag {
  const { cursor } = room;
  const position = { row, column };
  if (place.isShift) cursor.extendTo(position);
  else if (place.isControl) cursor.add(position);
  else cursor.moveTo(position);
  return following(room, next => cursor.extendTo(next));
}

/** Whole rows or columns, from their headers. */
function lines(kind: 'column' | 'row', first: number, how: SelectHow, room: PointerDependencies): Drag {
  const { cursor } = room;
  const select = ({ row, column }: Position, asked: SelectHow): void => {
    if (kind === 'row') cursor.selectRow(row, asked);
    else cursor.selectColumn(column, asked);
  };
  select({ row: first, column: first }, how);
  return following(room, position => select(position, 'extend'), kind);
}

function pointing(sheet: Sheet, hit: Hit, room: PointerDependencies): Drag {
  const from = cornerOf(hit);
  const areaTo = (position: Position): Area => {
    const { rows, columns } = room.grid.surface.peek();
    const area = areaBetween(from, position);
    if (hit.kind === 'columnHeader') return { ...area, row: 0, rowCount: rows.count };
    return hit.kind === 'rowHeader' ? { ...area, column: 0, columnCount: columns.count } : area;
  };
  room.entry.point(sheet, areaTo(from));
  return following(room, position => room.entry.point(sheet, areaTo(position)));
}

/** Where a header or a cell begins on the sheet. */
function cornerOf(hit: Hit): Position {
  switch (hit.kind) {
    case 'cell':
      return { row: hit.row, column: hit.column };
    case 'columnHeader':
    case 'columnEdge':
      return { row: 0, column: hit.column };
    case 'rowHeader':
    case 'rowEdge':
      return { row: hit.row, column: 0 };
    case 'corner':
    case 'outline':
      return { row: 0, column: 0 };
  }
}

/** Scrolls on while the mouse is held outside, so that a drag reaches what is not in sight. */
function following(
  { grid }: PointerDependencies,
  follow: (position: Position) => void,
  only: 'column' | 'row' | 'both' = 'both',
): Drag {
  let timer: ReturnType<typeof setInterval> | undefined;
  let last: PointerPlace | null = null;
  const advance = (): void => {
    if (!last) return;
    const { width, height, rows, columns } = grid.layout.peek();
    const beyond = (at: number, start: number, end: number): number =>
      at < start ? -autoscrollStep : at > end ? autoscrollStep : 0;
    const x = only === 'row' ? 0 : beyond(last.x, columns.headerSize, width);
    const y = only === 'column' ? 0 : beyond(last.y, rows.headerSize, height);
    if (x !== 0 || y !== 0) grid.scrollBy(x, y);
    const inside = { x: Math.min(last.x, width - 1), y: Math.min(last.y, height - 1) };
    follow(nearestCell(grid.layout.peek(), inside.x, inside.y));
  };
  return {
    move(place) {
      last = place;
      advance();
      timer ??= setInterval(advance, 40);
    },
    end: () => clearInterval(timer),
  };
}

/** The frame of what will be filled follows the mouse; releasing it fills. */
function filling(room: PointerDependencies): Drag {
  const { grid, cursor } = room;
  const [source] = cursor.current.peek().areas;
  const drag = following(room, position => {
    grid.filling.value = draggedArea(grid.layout.peek(), source, position);
  });
  return {
    move: drag.move,
    end(place) {
      drag.end();
      const whole = grid.filling.peek();
      grid.filling.value = null;
      if (place && whole && !isSameArea(whole, source)) room.fill(source, whole, place.isControl);
    },
  };
}

function resizing(kind: 'column' | 'row', index: number, from: number, room: PointerDependencies): Drag {
  const { rows, columns } = room.grid.surface.peek();
  const size = (kind === 'column' ? columns : rows).size(index);
  return {
    move: place =>
      room.resizeLine(
        kind,
        index,
        Math.max(narrowest, size + (kind === 'column' ? place.x : place.y) - from),
      ),
    end: () => undefined,
  };
}

/** The cursor to show over a place. */
export function pointerShape(
  place: PointerPlace,
  { grid, cursor, entry }: Pick<PointerDependencies, 'grid' | 'cursor' | 'entry'>,
): string {
  const isTyping = entry.current.peek() !== null;
  if (!isTyping && isOnFillHandle(grid.layout.peek(), cursor.current.peek(), place.x, place.y))
    return 'crosshair';
  const { kind } = hitTest(grid.layout.peek(), place.x, place.y);
  const shapes: Record<Hit['kind'], string> = {
    cell: 'cell',
    columnEdge: 'col-resize',
    rowEdge: 'row-resize',
    columnHeader: 's-resize',
    rowHeader: 'e-resize',
    corner: 'default',
    outline: 'default',
  };
  return shapes[kind];
}
