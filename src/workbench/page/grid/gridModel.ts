/** The window onto the active sheet: how far it is scrolled, what is in sight, what was copied. */
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Area, Sheet } from '../../book/types';
import { zoomFrom } from '../../book/zoom';
import type { BookModel } from '../model/bookModel';
import type { CursorModel } from '../model/cursor';
import type { Theme } from '../options';
import type { Position } from '../position';
import { createLooks, type LookAt } from './cellLook';
import type { Surface } from './movement';
import { palettes } from './palette';
import { createScrolling, type Scrolling } from './scrolling';
import { createSurface } from './surface';

export interface Copied {
  readonly sheet: Sheet;
  readonly area: Area;
  /** As it went to the clipboard: if that still holds it, formulas are pasted as formulas. */
  readonly text: string;
  readonly isCut: boolean;
}

export interface GridModel extends Scrolling {
  readonly sheet: ReadonlySignal<Sheet>;
  readonly surface: ReadonlySignal<Surface>;
  readonly lookAt: ReadonlySignal<LookAt>;
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
  /** Shows the sheet larger or smaller, what is at the upper left staying there. */
  zoomTo(zoom: number): void;
}

export function createGridModel(
  books: BookModel,
  cursor: CursorModel,
  theme: ReadonlySignal<Theme>,
): GridModel {
  const sheet = computed(() => cursor.current.value.sheet);
  const surface = createSurface(books, sheet);
  const scrolling = createScrolling(books, surface);
  const lookAt = computed(() => {
    books.content.value;
    books.appearance.value;
    return createLooks(books.book.value, sheet.value, palettes[theme.value].paper, sheet.value.zoom);
  });

  return {
    ...scrolling,
    sheet,
    surface,
    lookAt,
    copied: signal<Copied | null>(null),
    filling: signal<Area | null>(null),
    isFocused: signal(false),
    isListOpen: signal(false),
    isCardOpen: signal(false),
    tabRun: signal<{ readonly at: Position; readonly column: number } | null>(null),
    zoomTo(asked) {
      const shown = sheet.peek();
      const zoom = zoomFrom(asked);
      if (zoom === shown.zoom) return;
      const ratio = zoom / shown.zoom;
      const { x, y } = scrolling.scroll.peek();
      batch(() => {
        shown.zoom = zoom;
        books.book.peek().touch(shown);
        scrolling.scrollTo({ x: x * ratio, y: y * ratio });
      });
    },
  };
}
