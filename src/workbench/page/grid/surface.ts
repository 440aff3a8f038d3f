/** Rows and columns of the shown sheet as sizes on the screen: what is hidden, fitted to its text, zoomed. */
import { computed, type ReadonlySignal } from '@preact/signals';
import { maxColumns, maxRows } from '../../book/address';
import { usualColumnWidth, usualRowHeight } from '../../book/lineSizes';
import type { Sheet } from '../../book/types';
import type { BookModel } from '../model/bookModel';
import { createAxis } from './axis';
import type { Surface } from './movement';
import { fittedHeights } from './rowFit';
import { textWidth } from './textWidth';

export function createSurface(books: BookModel, sheet: ReadonlySignal<Sheet>): ReadonlySignal<Surface> {
  // By their text, so that typing elsewhere does not lay the whole sheet out again.
  const fitted = computed(() => {
    books.appearance.value;
    books.content.value;
    const shown = sheet.value;
    const widthOf = (column: number) => shown.columnWidths.get(column) ?? usualColumnWidth;
    return JSON.stringify([...fittedHeights(shown, widthOf, textWidth)]);
  });
  return computed(() => {
    books.appearance.value;
    const shown = sheet.value;
    const heights = new Map<number, number>([...JSON.parse(fitted.value), ...shown.rowHeights]);
    const { hiddenRows, hiddenColumns, columnWidths } = shown;
    const { size, sizes } = sizesAt(shown.zoom);
    return {
      sheet: shown,
      rows: createAxis(maxRows, size(usualRowHeight), sizes(heights), hiddenRows),
      columns: createAxis(maxColumns, size(usualColumnWidth), sizes(columnWidths), hiddenColumns),
    };
  });
}

/** Sizes of lines in whole pixels, so that gridlines stay sharp. */
function sizesAt(zoom: number) {
  const size = (pixels: number): number => (zoom === 1 ? pixels : Math.max(1, Math.round(pixels * zoom)));
  const sizes = (exceptions: ReadonlyMap<number, number>): ReadonlyMap<number, number> =>
    zoom === 1 ? exceptions : new Map([...exceptions].map(([index, pixels]) => [index, size(pixels)]));
  return { size, sizes };
}
