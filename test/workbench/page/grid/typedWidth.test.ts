import { beforeEach, expect, test } from '@jest/globals';
import { createBook } from '../../../../src/workbench/book/book';
import type { Book } from '../../../../src/workbench/book/types';
import { widenForTyped } from '../../../../src/workbench/page/grid/typedWidth';

let book: Book;

beforeEach(() => {
  book = createBook();
});

/** Types into A1. Without a canvas every letter is 7 wide. */
function width(text: string): number | undefined {
  book.enter(book.activeSheet, 0, 0, text);
  widenForTyped(book, book.activeSheet, [{ row: 0, column: 0 }]);
  return book.activeSheet.columnWidths.get(0);
}

test.each([
  ['12/31/2026', 78],
  ['1,234,567.89', 92],
  ['12345678901', 85],
  // Fits, or is shown with fewer decimals, in powers of ten, or over its neighbours.
  ['3/5/2026', undefined],
  ['1234.56789012', undefined],
  ['123456789012', undefined],
  ['a long customer name', undefined],
  ['=DATE(2026,12,31)', undefined],
])('%s', (typed, expected) => {
  expect(width(typed)).toBe(expected);
});

test('what nobody set may grow further, and stays when the entry is undone', () => {
  expect(width('12/31/2026')).toBe(78);
  expect(width('123,456,789.00')).toBe(106);
  book.undo();
  expect(book.activeSheet.columnWidths.get(0)).toBe(106);
});

test('a width that somebody set stays, also after it grew', () => {
  const { columnWidths } = book.activeSheet;
  columnWidths.set(0, 30);
  expect(width('12/31/2026')).toBe(30);
  columnWidths.delete(0);
  expect(width('12/31/2026')).toBe(78);
  columnWidths.set(0, 40);
  expect(width('12/31/2027')).toBe(40);
});
