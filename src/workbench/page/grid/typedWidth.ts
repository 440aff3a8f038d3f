/** Columns in which a number or date does not fit that has just been typed: Excel widens those whose width nobody has set. */
import { usualColumnWidth } from '../../book/lineSizes';
import type { Book, Sheet } from '../../book/types';
import type { Position } from '../position';
import { cellPadding, fontFor, pixelsOfFont } from './cellFont';
import { textWidth } from './textWidth';

/** Longer whole numbers without a format of their own are shown in powers of ten instead. */
const mostDigits = 11;

/** Widths that were given here, and may be given anew. */
const given = new WeakMap<Sheet, Map<number, number>>();

/** Make room for what was typed into cells. It is no step to undo. */
export function widenForTyped(book: Book, sheet: Sheet, cells: readonly Position[]): void {
  const ours = given.get(sheet) ?? new Map<number, number>();
  given.set(sheet, ours);
  for (const { row, column } of cells) {
    const width = sheet.columnWidths.get(column);
    if (width !== undefined && width !== ours.get(column)) continue;
    const needed = neededWidth(sheet, row, column);
    if (needed <= (width ?? usualColumnWidth)) continue;
    sheet.columnWidths.set(column, needed);
    ours.set(column, needed);
    book.touch(sheet);
  }
}

function neededWidth(sheet: Sheet, row: number, column: number): number {
  const value = sheet.value(row, column);
  const { numberFormat = 'General', wrap = false, ...style } = sheet.style(row, column);
  if (typeof value !== 'number' || sheet.formula(row, column) !== null || wrap) return 0;
  const isGeneral = numberFormat === 'General';
  if (isGeneral && (!Number.isInteger(value) || Math.abs(value) >= 10 ** mostDigits)) return 0;
  const font = fontFor({
    pixels: pixelsOfFont(style.fontSize),
    isBold: style.bold ?? false,
    isItalic: style.italic ?? false,
    fontName: style.fontName,
  });
  return Math.ceil(textWidth(sheet.text(row, column), font)) + 2 * cellPadding;
}
