/** How far each sheet is scrolled, and what of it is in sight then. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Chart } from '../../book/chart/chart';
import { usualColumnWidth, usualRowHeight } from '../../book/lineSizes';
import { depthOf } from '../../book/outline';
import type { Sheet } from '../../book/types';
import type { BookModel } from '../model/bookModel';
import type { Position } from '../position';
import { createLayout, type Layout, type Span, scrollToShow } from './layout';
import type { Surface } from './movement';

/** Empty rows and columns one can scroll to beyond the content. */
const rowsBeyondContent = 40;
const columnsBeyondContent = 12;

export interface Scroll {
  readonly x: number;
  readonly y: number;
}

export interface Scrolling {
  readonly layout: ReadonlySignal<Layout>;
  readonly scroll: ReadonlySignal<Scroll>;
  /** The farthest that the scroll bars lead. */
  readonly farthest: ReadonlySignal<Scroll>;
  resize(width: number, height: number): void;
  scrollTo(scroll: Partial<Scroll>): void;
  scrollBy(x: number, y: number): void;
  /** Scrolls just so far that the cell is in sight. */
  reveal(position: Position): void;
  /** How many rows or columns fit behind the frozen panes. */
  pageSize(): { readonly rows: number; readonly columns: number };
}

const origin: Scroll = { x: 0, y: 0 };

export function createScrolling(books: BookModel, surface: ReadonlySignal<Surface>): Scrolling {
  const size = signal({ width: 0, height: 0 });
  const scrolls = signal<ReadonlyMap<Sheet, Scroll>>(new Map());
  const sheet = computed(() => surface.value.sheet);
  const scroll = computed(() => scrolls.value.get(sheet.value) ?? origin);

  const layout = computed(() => layoutOf(surface.value, scroll.value, size.value));
  const used = computed(() => {
    books.content.value;
    return sheet.value.usedArea(false);
  });
  const farthest = computed<Scroll>(() => {
    books.appearance.value;
    const { rows, columns } = layout.value;
    const { charts } = sheet.value;
    const area = used.value;
    const lastRow = Math.max(area ? area.row + area.rowCount : 0, ...charts.map(lastRowOf));
    const lastColumn = Math.max(area ? area.column + area.columnCount : 0, ...charts.map(lastColumnOf));
    return {
      x: scrollBeyond(columns, lastColumn + columnsBeyondContent, scroll.value.x),
      y: scrollBeyond(rows, lastRow + rowsBeyondContent, scroll.value.y),
    };
  });

  const scrollTo = (to: Partial<Scroll>): void => {
    const { rows, columns } = layout.peek();
    const end = (span: Span): number => Math.max(0, span.axis.length - span.size + span.headerSize);
    const next = {
      x: clamp(to.x ?? scroll.peek().x, end(columns)),
      y: clamp(to.y ?? scroll.peek().y, end(rows)),
    };
    if (next.x === scroll.peek().x && next.y === scroll.peek().y) return;
    scrolls.value = new Map(scrolls.peek()).set(sheet.peek(), next);
  };

  return {
    layout,
    scroll,
    farthest,
    resize(width, height) {
      if (size.peek().width !== width || size.peek().height !== height) size.value = { width, height };
    },
    scrollTo,
    scrollBy(x, y) {
      const limit = farthest.peek();
      const at = scroll.peek();
      scrollTo({
        x: x > 0 ? Math.min(at.x + x, Math.max(limit.x, at.x)) : at.x + x,
        y: y > 0 ? Math.min(at.y + y, Math.max(limit.y, at.y)) : at.y + y,
      });
    },
    reveal(position) {
      const { rows, columns } = layout.peek();
      scrollTo({ x: scrollToShow(columns, position.column), y: scrollToShow(rows, position.row) });
    },
    pageSize() {
      const { rows, columns } = layout.peek();
      const count = (span: Span): number =>
        Math.max(1, span.bands.filter(({ isFrozen }) => !isFrozen).length - 1);
      return { rows: count(rows), columns: count(columns) };
    },
  };
}

function layoutOf(
  { sheet, rows, columns }: Surface,
  { x, y }: Scroll,
  size: { readonly width: number; readonly height: number },
): Layout {
  return createLayout({
    rowAxis: rows,
    columnAxis: columns,
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    zoom: sheet.zoom,
    rowDepth: depthOf(sheet.rowOutline),
    columnDepth: depthOf(sheet.columnOutline),
    scrollX: x,
    scrollY: y,
    ...size,
  });
}

/** The scroll that shows a line as the last one, or the one there is where that is farther. */
function scrollBeyond({ axis, size, headerSize }: Span, last: number, scroll: number): number {
  return Math.max(scroll, axis.offset(Math.min(last, axis.count)) - (size - headerSize), 0);
}

/** Roughly: lines of a size of their own make little difference to how far one can scroll. */
const lastRowOf = ({ place }: Chart): number => place.row + Math.ceil(place.height / usualRowHeight);
const lastColumnOf = ({ place }: Chart): number => place.column + Math.ceil(place.width / usualColumnWidth);

const clamp = (value: number, most: number): number => Math.round(Math.min(most, Math.max(0, value)));
