/** Rows whose height nobody set: as tall as their largest font and their wrapped texts need, as Excel fits them by itself. */

import { mergeAt } from '../../book/merges';
import type { CellStyle, Sheet } from '../../book/types';
import { cellPadding, fontFor, indentStep, lineHeightOf, pixelsOfFont } from './cellFont';
import { wrapText } from './textFit';

/** Beyond these rows and columns texts keep to the usual height: fitting looks at every cell. */
const mostRows = 1_000;
const mostColumns = 60;
const usualHeight = 20;
const room = 4;

/**
 * Give the fitted heights in pixels of rows that need more than the usual one.
 *
 * @param widthOf the width of a text in a CSS font
 */
export function fittedHeights(
  sheet: Sheet,
  columnWidth: (column: number) => number,
  widthOf: (text: string, font: string) => number,
): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  const used = sheet.kind === 'chart' ? null : sheet.usedArea(true);
  if (!used) return heights;
  const lastColumn = used.column + Math.min(used.columnCount, mostColumns);
  for (let row = used.row; row < used.row + Math.min(used.rowCount, mostRows); row += 1) {
    if (sheet.rowHeights.has(row)) continue;
    for (let column = used.column; column < lastColumn; column += 1) {
      const needed = neededHeight(sheet, row, column, columnWidth(column), widthOf);
      if (needed > (heights.get(row) ?? usualHeight)) heights.set(row, needed);
    }
  }
  return heights;
}

function neededHeight(
  sheet: Sheet,
  row: number,
  column: number,
  width: number,
  widthOf: (text: string, font: string) => number,
): number {
  const style = sheet.style(row, column);
  const isLarge = pixelsOfFont(style.fontSize) > pixelsOfFont(undefined);
  const isWrapped = style.wrap === true && typeof sheet.value(row, column) === 'string';
  if ((!isLarge && !isWrapped) || sheet.value(row, column) === null) return 0;
  const merge = mergeAt(sheet, row, column);
  // Cells merged downwards do not decide over their rows, nor does where merged ones break their lines, as in Excel.
  if (merge && merge.rowCount > 1) return 0;
  const lineCount = isWrapped && !merge ? lines(sheet.text(row, column), style, width, widthOf) : 1;
  return lineCount * lineHeightOf(pixelsOfFont(style.fontSize)) + room;
}

function lines(
  text: string,
  style: CellStyle,
  width: number,
  widthOf: (text: string, font: string) => number,
): number {
  const font = fontFor({
    pixels: pixelsOfFont(style.fontSize),
    isBold: style.bold ?? false,
    isItalic: style.italic ?? false,
    fontName: style.fontName,
  });
  const inner = width - 2 * cellPadding - (style.indent ?? 0) * indentStep;
  return wrapText(text, Math.max(0, inner), piece => widthOf(piece, font)).length;
}
