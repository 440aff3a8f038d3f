/** Where things are on the canvas: frozen panes first, the scrolled part behind them, headers at the edges. */
import type { Area } from '../../book/types';
import type { Position } from '../position';
import type { Axis } from './axis';

const columnHeaderHeight = 22;
const digitWidth = 7.5;
const rowHeaderPadding = 14;
const narrowestRowHeader = 34;

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One row or column that is on the screen. */
export interface Band {
  readonly index: number;
  readonly start: number;
  readonly size: number;
  readonly isFrozen: boolean;
}

/** One direction of the screen. Positions are pixels of the canvas. */
export interface Span {
  readonly axis: Axis;
  readonly headerSize: number;
  /** How many indexes are frozen, and their pixels. */
  readonly frozenCount: number;
  readonly frozenSize: number;
  readonly scroll: number;
  readonly size: number;
  readonly bands: readonly Band[];
}

/** Room that a level of groups takes beside the headers, as wide as a finger of the mouse needs. */
export const outlineStep = 24;

export interface Layout {
  /** How much larger than they are cells are drawn; everything else here is in pixels of the canvas. */
  readonly zoom: number;
  readonly rows: Span;
  readonly columns: Span;
  /** Room for groups of rows at the left of their numbers, of columns above their letters; part of the headers. */
  readonly gutter: { readonly rows: number; readonly columns: number };
  readonly width: number;
  readonly height: number;
}

export type Hit =
  | { readonly kind: 'cell'; readonly row: number; readonly column: number }
  | { readonly kind: 'rowHeader'; readonly row: number }
  | { readonly kind: 'columnHeader'; readonly column: number }
  | { readonly kind: 'columnEdge'; readonly column: number }
  | { readonly kind: 'rowEdge'; readonly row: number }
  | { readonly kind: 'corner' }
  /** Beside the headers, where groups are. */
  | { readonly kind: 'outline' };

export interface LayoutRequest {
  readonly rowAxis: Axis;
  readonly columnAxis: Axis;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Pixels that the part behind the frozen panes is scrolled by. */
  readonly scrollX: number;
  readonly scrollY: number;
  readonly width: number;
  readonly height: number;
  readonly zoom?: number;
  /** How deep groups go. */
  readonly rowDepth?: number;
  readonly columnDepth?: number;
}

/** Computes what is on the screen for a scroll position. */
export function createLayout(request: LayoutRequest): Layout {
  const { zoom = 1, rowDepth = 0, columnDepth = 0 } = request;
  const gutter = { rows: gutterOf(rowDepth), columns: gutterOf(columnDepth) };
  const rows = createSpan(
    request.rowAxis,
    gutter.columns + Math.round(columnHeaderHeight * zoom),
    request.frozenRows,
    request.scrollY,
    request.height,
  );
  const lastRow = rows.bands[rows.bands.length - 1]?.index ?? 0;
  const rowHeaderWidth =
    gutter.rows +
    Math.max(
      Math.round(narrowestRowHeader * zoom),
      Math.ceil((String(lastRow + 1).length * digitWidth + rowHeaderPadding) * zoom),
    );
  const columns = createSpan(
    request.columnAxis,
    rowHeaderWidth,
    request.frozenColumns,
    request.scrollX,
    request.width,
  );
  return { zoom, rows, columns, gutter, width: request.width, height: request.height };
}

/** Levels, and one more for what is outside of all groups. */
const gutterOf = (depth: number): number => (depth > 0 ? (depth + 1) * outlineStep : 0);

function createSpan(axis: Axis, headerSize: number, frozenCount: number, scroll: number, size: number): Span {
  const frozenSize = axis.offset(frozenCount);
  const bands: Band[] = [];
  for (let index = 0; index < frozenCount; index += 1) {
    const start = headerSize + axis.offset(index);
    if (start >= size) break;
    if (axis.size(index) > 0) bands.push({ index, start, size: axis.size(index), isFrozen: true });
  }
  const firstPixel = frozenSize + scroll;
  const first = Math.max(frozenCount, axis.indexAt(firstPixel));
  let start = headerSize + frozenSize + axis.offset(first) - firstPixel;
  let index = axis.visibleFrom(first, 1);
  while (index !== null && start < size) {
    bands.push({ index, start, size: axis.size(index), isFrozen: false });
    start += axis.size(index);
    index = axis.visibleFrom(index + 1, 1);
  }
  return { axis, headerSize, frozenCount, frozenSize, scroll, size, bands };
}

/** Where an index begins on the canvas, also when it is scrolled out of sight. */
export function startOf(span: Span, index: number): number {
  const offset = span.headerSize + span.axis.offset(index);
  return index < span.frozenCount ? offset : offset - span.scroll;
}

/** The area's place on the canvas; parts of it may be out of sight or behind frozen panes. */
export function rectangleOf({ rows, columns }: Layout, area: Area): Rectangle {
  const x = startOf(columns, area.column);
  const y = startOf(rows, area.row);
  return {
    x,
    y,
    width: endOf(columns, area.column + area.columnCount) - x,
    height: endOf(rows, area.row + area.rowCount) - y,
  };
}

/** An end lies with the last index before it, which may be frozen where the next is not. */
function endOf(span: Span, end: number): number {
  const offset = span.headerSize + span.axis.offset(end);
  return end - 1 < span.frozenCount
    ? offset
    : Math.max(offset - span.scroll, span.headerSize + span.frozenSize);
}

/** What is under a point of the canvas. */
export function hitTest(layout: Layout, x: number, y: number): Hit {
  const { rows, columns, gutter } = layout;
  if (x < gutter.rows || y < gutter.columns) return { kind: 'outline' };
  const isInRowHeader = x < columns.headerSize;
  const isInColumnHeader = y < rows.headerSize;
  if (isInRowHeader && isInColumnHeader) return { kind: 'corner' };
  if (isInColumnHeader) {
    const edge = edgeAt(columns, x);
    return edge === null
      ? { kind: 'columnHeader', column: indexAt(columns, x) }
      : { kind: 'columnEdge', column: edge };
  }
  if (isInRowHeader) {
    const edge = edgeAt(rows, y);
    return edge === null ? { kind: 'rowHeader', row: indexAt(rows, y) } : { kind: 'rowEdge', row: edge };
  }
  return { kind: 'cell', row: indexAt(rows, y), column: indexAt(columns, x) };
}

/** The cell nearest to a point, also outside the canvas: where a drag has got to. */
export function nearestCell({ rows, columns }: Layout, x: number, y: number): Position {
  return {
    row: indexAt(rows, Math.max(y, rows.headerSize)),
    column: indexAt(columns, Math.max(x, columns.headerSize)),
  };
}

function indexAt(span: Span, pixel: number): number {
  const frozenEnd = span.headerSize + span.frozenSize;
  const offset = pixel < frozenEnd ? pixel - span.headerSize : pixel - span.headerSize + span.scroll;
  return span.axis.indexAt(offset);
}

const edgeReach = 4;

function edgeAt(span: Span, pixel: number): number | null {
  const band = span.bands.find(({ start, size }) => Math.abs(start + size - pixel) <= edgeReach);
  return band ? band.index : null;
}

/** How far the part behind the frozen panes has to be scrolled so that the index is wholly in sight. */
export function scrollToShow(span: Span, index: number): number {
  if (index < span.frozenCount) return span.scroll;
  const offset = span.axis.offset(index) - span.frozenSize;
  const room = span.size - span.headerSize - span.frozenSize;
  if (offset < span.scroll) return offset;
  const overlap = offset + span.axis.size(index) - room;
  return overlap > span.scroll ? Math.min(overlap, offset) : span.scroll;
}
