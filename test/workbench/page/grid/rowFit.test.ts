import { expect, test } from '@jest/globals';
import { parseArea } from '../../../../src/workbench/book/address';
import { createBook } from '../../../../src/workbench/book/book';
import { fittedHeights } from '../../../../src/workbench/page/grid/rowFit';

const area = (address: string) => parseArea(address)!;
const tenPixelsALetter = (text: string) => text.length * 10;

function fitted(prepare: (book: ReturnType<typeof createBook>) => void): [number, number][] {
  const book = createBook();
  const sheet = book.activeSheet;
  book.setCells(sheet, area('A1:A3'), [['one two three'], ['plain'], [12345]], 'user');
  prepare(book);
  return [...fittedHeights(sheet, () => 68, tenPixelsALetter)];
}

test('a wrapped text makes its row as tall as its lines; numbers do not wrap', () => {
  // 60 px of room: "one" and "two" fit beside each other's space, "three" follows: three lines of 16 and 4 to spare.
  expect(fitted(book => book.setStyle(book.activeSheet, area('A1:A3'), { wrap: true }))).toEqual([[0, 52]]);
});

test('a large font makes its row taller, a small one not lower', () => {
  expect(
    fitted(book => {
      book.setStyle(book.activeSheet, area('A1'), { fontSize: 16 });
      book.setStyle(book.activeSheet, area('A2'), { fontSize: 8 });
    }),
  ).toEqual([[0, 27]]);
});

test('a height that was set stays, merged cells and plain texts ask for none', () => {
  expect(fitted(() => undefined)).toEqual([]);
  expect(
    fitted(book => {
      const sheet = book.activeSheet;
      book.setStyle(sheet, area('A1:A2'), { wrap: true, fontSize: 20 });
      sheet.rowHeights.set(0, 20);
      sheet.merges.push(area('A2:C3'));
    }),
  ).toEqual([]);
});

test('a title merged over columns makes room for its letters, not for lines', () => {
  expect(
    fitted(book => {
      book.setStyle(book.activeSheet, area('A1'), { wrap: true, fontSize: 16 });
      book.activeSheet.merges.push(area('A1:C1'));
    }),
  ).toEqual([[0, 27]]);
});
