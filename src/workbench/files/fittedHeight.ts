/** How high Excel makes a row for what is in it. It stores that height; a program that does not fit rows itself would cut the text off. */
import { containsCell } from '../book/address';
import { usualColumnWidth, usualRowHeight } from '../book/lineSizes';
import type { CellStyle, Sheet } from '../book/types';

const usualFontSize = 11;
const pixelsPerPoint = 96 / 72;
/** Of a line of Calibri, in parts of its size. */
const lineHeight = 1.2207;
/** Of letters and digits on average; Chinese characters are as wide as high. */
const letterWidth = 0.5;
const rowPadding = 2;
const cellPadding = 6;
/** Excel makes no row higher: 409 points. */
const highestRow = 545;

/**
 * The pixels that a cell asks of its row; 0 where a row of usual height holds it. Widths of texts are estimated, as there is no font at hand.
 *
 * @example fittedHeight(sheet, 0, 0, { fontSize: 16 }) //=> 28
 */
export function fittedHeight(sheet: Sheet, row: number, column: number, style: CellStyle): number {
  const size = style.fontSize ?? usualFontSize;
  if (!style.wrap && size <= usualFontSize) return 0;
  const value = sheet.value(row, column);
  if (value === null) return 0;
  const isWrapped = style.wrap === true && typeof value === 'string' && !isMerged(sheet, row, column);
  const lines = isWrapped ? linesOf(value, size, sheet.columnWidths.get(column) ?? usualColumnWidth) : 1;
  const pixels = Math.round(lines * size * lineHeight * pixelsPerPoint) + rowPadding;
  return pixels > usualRowHeight ? Math.min(pixels, highestRow) : 0;
}

/** Excel fits no row to what is in merged cells. */
const isMerged = (sheet: Sheet, row: number, column: number): boolean =>
  sheet.merges.some(area => containsCell(area, row, column));

function linesOf(text: string, size: number, columnWidth: number): number {
  const room = Math.max(1, (columnWidth - cellPadding) / (size * pixelsPerPoint));
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / room)), 0);
}

/** In parts of the font's size. */
function widthOf(line: string): number {
  const wide = line.match(/[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFF60]/g)?.length ?? 0;
  return wide + (line.length - wide) * letterWidth;
}
