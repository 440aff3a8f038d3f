/** How wide columns and how high rows are, in pixels, and where each begins. */
import type { Sheet } from './types';

export const usualColumnWidth = 64;
export const usualRowHeight = 20;

/** The columns or the rows of a sheet: most of the usual size, some of their own, some hidden. */
export interface LineSizes {
  readonly usual: number;
  readonly sizes: ReadonlyMap<number, number>;
  readonly hidden: ReadonlySet<number>;
}

export const columnSizes = (sheet: Sheet): LineSizes => ({
  usual: usualColumnWidth,
  sizes: sheet.columnWidths,
  hidden: sheet.hiddenColumns,
});

export const rowSizes = (sheet: Sheet): LineSizes => ({
  usual: usualRowHeight,
  sizes: sheet.rowHeights,
  hidden: sheet.hiddenRows,
});

const sizeOf = ({ usual, sizes, hidden }: LineSizes, line: number): number =>
  hidden.has(line) ? 0 : (sizes.get(line) ?? usual);

/** Where a line begins, in pixels from the sheet's edge. */
export function lineStart(lines: LineSizes, line: number): number {
  let start = line * lines.usual;
  for (const [each, size] of lines.sizes) if (each < line) start += size - lines.usual;
  for (const each of lines.hidden) if (each < line) start -= lines.sizes.get(each) ?? lines.usual;
  return start;
}

/** The line at a pixel, and how far into it the pixel lies. */
export function lineAt(lines: LineSizes, pixel: number): { readonly line: number; readonly into: number } {
  let line = 0;
  let rest = Math.max(0, pixel);
  for (let size = sizeOf(lines, 0); rest >= size; size = sizeOf(lines, line)) {
    rest -= size;
    line++;
  }
  return { line, into: rest };
}
