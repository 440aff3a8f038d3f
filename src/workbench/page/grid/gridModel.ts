/** The window onto the active sheet: how far it is scrolled, what is in sight, what was copied. */
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { maxColumns, maxRows } from '../../book/address';
import type { Chart } from '../../book/chart/chart';
import { usualColumnWidth, usualRowHeight } from '../../book/lineSizes';
import { depthOf } from '../../book/outline';
import type { Area, Sheet } from '../../book/types';
import { zoomFrom } from '../../book/zoom';
import type { BookModel } from '../model/bookModel';
import type { CursorModel } from '../model/cursor';
import type { Theme } from '../options';
import type { Position } from '../position';
import { createAxis } from './axis';
import { createLooks, type LookAt } from './cellLook';
import { createLayout, type Layout, scrollToShow } from './layout';
import type { Surface } from './movement';
import { palettes } from './palette';
import { fittedHeights } from './rowFit';
import { textWidth } from './textWidth';

/** Empty rows and columns one can scroll to beyond the content. */
const rowsBeyondContent = 40;
const columnsBeyondContent = 12;

export interface Scroll {
  readonly x: number;
  readonly y: number;
}

export interface Copied {
  readonly sheet: Sheet;
  readonly area: Area;
  /** As it went to the clipboard: if that still holds it, formulas are pasted as formulas. */
  readonly text: string;
  readonly isCut: boolean;
}

export interface GridModel {
  readonly sheet: ReadonlySignal<Sheet>;
  readonly surface: ReadonlySignal<Surface>;
  readonly layout: ReadonlySignal<Layout>;
  readonly lookAt: ReadonlySignal<LookAt>;
  readonly scroll: ReadonlySignal<Scroll>;
  /** The farthest that the scroll bars lead. */
  readonly farthest: ReadonlySignal<Scroll>;
  readonly copied: Signal<Copied | null>;
  /** What the fill handle is being dragged over, its source included. */
  readonly filling: Signal<Area | null>;
  readonly isFocused: Signal<boolean>;
  /** Whether the list of the active cell is open. */
  readonly isListOpen: Signal<boolean>;
  /** Whether the card of the active cell is open. */
  readonly isCardOpen: Signal<boolean>;
  /** Where a run of tabs has got to, and the column in which it began. */
  readonly tabRun: Signal<{ readonly at: Position; readonly column: number } | null>;
  resize(width: number, height: number): void;
  scrollTo(scroll: Partial<Scroll>): void;
  scrollBy(x: number, y: number): void;
  /** Shows the sheet larger or smaller, what is at the upper left staying there. */
  zoomTo(zoom: number): void;
  /** Scrolls just so far that the cell is in sight. */
  reveal(position: Position): void;
  /** How many rows or columns fit behind the frozen panes. */
  pageSize(): { readonly rows: number; readonly columns: number };
}

const origin: Scroll = { x: 0, y: 0 };

export function createGridModel(
  books: BookModel,
  cursor: CursorModel,
  theme: ReadonlySignal<Theme>,
): GridModel {
  const size = signal({ width: 0, height: 0 });
  const scrolls = signal<ReadonlyMap<Sheet, Scroll>>(new Map());
  const sheet = computed(() => cursor.current.value.sheet);
  const scroll = computed(() => scrolls.value.get(sheet.value) ?? origin);

  // By their text, so that typing elsewhere does not lay the whole sheet out again.
  const fitted = computed(() => {
    books.appearance.value;
    books.content.value;
    const shown = sheet.value;
    const widthOf = (column: number) => shown.columnWidths.get(column) ?? usualColumnWidth;
    return JSON.stringify([...fittedHeights(shown, widthOf, textWidth)]);
  });
  const surface = computed<Surface>(() => {
    books.appearance.value;
    const shown = sheet.value;
    const heights = new Map<number, number>([...JSON.parse(fitted.value), ...shown.rowHeights]);
    const { hiddenRows, hiddenColumns, columnWidths } = shown;
    const zoomed = sizesAt(shown.zoom);
    return {
      sheet: shown,
      rows: createAxis(maxRows, zoomed.size(usualRowHeight), zoomed.sizes(heights), hiddenRows),
      columns: createAxis(
        maxColumns,
        zoomed.size(usualColumnWidth),
        zoomed.sizes(columnWidths),
        hiddenColumns,
      ),
    };
  });
  const layout = computed(() =>
    createLayout({
      rowAxis: surface.value.rows,
      columnAxis: surface.value.columns,
      frozenRows: surface.value.sheet.frozenRows,
      frozenColumns: surface.value.sheet.frozenColumns,
      zoom: surface.value.sheet.zoom,
      rowDepth: depthOf(surface.value.sheet.rowOutline),
      columnDepth: depthOf(surface.value.sheet.columnOutline),
      scrollX: scroll.value.x,
      scrollY: scroll.value.y,
      ...size.value,
    }),
  );
  const lookAt = computed(() => {
    books.content.value;
    books.appearance.value;
    return createLooks(books.book.value, sheet.value, palettes[theme.value].paper, sheet.value.zoom);
  });
  const used = computed(() => {
    books.content.value;
    return sheet.value.usedArea(false);
  });
  const farthest = computed<Scroll>(() => {
    books.appearance.value;
    const { rows, columns } = layout.value;
    const { charts } = sheet.value;
    const ends = {
      row: Math.max(used.value ? used.value.row + used.value.rowCount : 0, ...charts.map(lastRowOf)),
      column: Math.max(
        used.value ? used.value.column + used.value.columnCount : 0,
        ...charts.map(lastColumnOf),
      ),
    };
    const lastRow = ends.row + rowsBeyondContent;
    const lastColumn = ends.column + columnsBeyondContent;
    const beyond = (span: Layout['rows'], last: number, at: number): number => {
      const room = span.size - span.headerSize;
      return Math.max(at, span.axis.offset(Math.min(last, span.axis.count)) - room, 0);
    };
    return { x: beyond(columns, lastColumn, scroll.value.x), y: beyond(rows, lastRow, scroll.value.y) };
  });

  const scrollTo = (to: Partial<Scroll>): void => {
    const { rows, columns } = layout.peek();
    const end = (span: Layout['rows']): number => Math.max(0, span.axis.length - span.size + span.headerSize);
    const next = {
      x: clamp(to.x ?? scroll.peek().x, end(columns)),
      y: clamp(to.y ?? scroll.peek().y, end(rows)),
    };
    if (next.x === scroll.peek().x && next.y === scroll.peek().y) return;
    scrolls.value = new Map(scrolls.peek()).set(sheet.peek(), next);
  };

  return {
    sheet,
    surface,
    layout,
    lookAt,
    scroll,
    farthest,
    copied: signal<Copied | null>(null),
    filling: signal<Area | null>(null),
    isFocused: signal(false),
    isListOpen: signal(false),
    isCardOpen: signal(false),
    tabRun: signal<{ readonly at: Position; readonly column: number } | null>(null),
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
    zoomTo(asked) {
      const shown = sheet.peek();
      const zoom = zoomFrom(asked);
      if (zoom === shown.zoom) return;
      const ratio = zoom / shown.zoom;
      const { x, y } = scroll.peek();
      batch(() => {
        shown.zoom = zoom;
        books.book.peek().touch(shown);
        scrollTo({ x: x * ratio, y: y * ratio });
      });
    },
    reveal(position) {
      const { rows, columns } = layout.peek();
      scrollTo({ x: scrollToShow(columns, position.column), y: scrollToShow(rows, position.row) });
    },
    pageSize() {
      const { rows, columns } = layout.peek();
      const count = (span: Layout['rows']): number =>
        Math.max(1, span.bands.filter(({ isFrozen }) => !isFrozen).length - 1);
      return { rows: count(rows), columns: count(columns) };
    },
  };
}

/** Sizes of lines in whole pixels, so that gridlines stay sharp. */
function sizesAt(zoom: number) {
  const size = (pixels: number): number => (zoom === 1 ? pixels : Math.max(1, Math.round(pixels * zoom)));
  const sizes = (exceptions: ReadonlyMap<number, number>): ReadonlyMap<number, number> =>
    zoom === 1 ? exceptions : new Map([...exceptions].map(([index, pixels]) => [index, size(pixels)]));
  return { size, sizes };
}

/** Roughly: lines of a size of their own make little difference to how far one can scroll. */
const lastRowOf = ({ place }: Chart): number => place.row + Math.ceil(place.height / usualRowHeight);
const lastColumnOf = ({ place }: Chart): number => place.column + Math.ceil(place.width / usualColumnWidth);

const clamp = (value: number, most: number): number => Math.round(Math.min(most, Math.max(0, value)));
