/** How the sample's sheets look. */
import type { Area, Book, Sheet } from '../../src/workbench/book/types';

export const dateFormat = 'yyyy-mm-dd';
export const moneyFormat = '#,##0.00';
export const shareFormat = '0.0%';

export const ink = '#0B4265';

export function styleHeader(book: Book, sheet: Sheet, area: Area): void {
  book.setStyle(sheet, area, { bold: true, fill: ink, fontColor: '#FFFFFF', vertical: 'center', wrap: true });
  sheet.rowHeights.set(area.row, 38);
}

/** Widths in pixels, from the first column on. */
export function setWidths(sheet: Sheet, widths: readonly number[], from = 0): void {
  widths.forEach((width, index) => {
    sheet.columnWidths.set(from + index, width);
  });
}
