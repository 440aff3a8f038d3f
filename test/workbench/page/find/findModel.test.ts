import { expect, test } from '@jest/globals';
import { createBook } from '../../../../src/workbench/book/book';
import { findCell } from '../../../../src/workbench/page/find/findModel';
import { patternOf } from '../../../../src/workbench/page/find/pattern';

const plain = (text: string) => patternOf({ text, isCaseSensitive: false, isWhole: false });

function ledger() {
  const book = createBook();
  const rows = [
    ['Customer', 'Due', 'Amount'],
    ['Baker & Sons', 45473, 1234.5],
    ['江苏宏达', '=B2+30', '=C2*2'],
    ['BAKER', null, '=NA()'],
  ];
  book.setCells(book.activeSheet, { row: 1, column: 1, rowCount: 4, columnCount: 3 }, rows, 'user');
  book.setStyle(
    book.activeSheet,
    { row: 2, column: 2, rowCount: 1, columnCount: 1 },
    { numberFormat: 'yyyy-mm-dd' },
  );
  return book.activeSheet;
}

const start = { row: 0, column: 0 };

test.each([
  ['baker', { row: 2, column: 1 }],
  ['宏达', { row: 3, column: 1 }],
  ['2024-06-30', { row: 2, column: 2 }],
  ['45473', { row: 2, column: 2 }],
  ['c2*', { row: 3, column: 3 }],
  ['#n/a', { row: 4, column: 3 }],
])('%s is found by its text, value or formula', (wanted, place) => {
  expect(findCell(ledger(), plain(wanted), start, 1)).toEqual(place);
});

test('the search goes on from the active cell, around the sheet, either way', () => {
  const sheet = ledger();
  const first = { row: 2, column: 1 };
  const second = { row: 4, column: 1 };
  expect(findCell(sheet, plain('baker'), first, 1)).toEqual(second);
  expect(findCell(sheet, plain('baker'), second, 1)).toEqual(first);
  expect(findCell(sheet, plain('baker'), first, -1)).toEqual(second);
  expect(findCell(sheet, plain('baker'), { row: 900, column: 20 }, -1)).toEqual(second);
  expect(findCell(sheet, plain('due'), { row: 1, column: 2 }, 1)).toEqual({ row: 1, column: 2 });
});

test('what is hidden, or nowhere, is not found', () => {
  const sheet = ledger();
  sheet.hiddenRows.add(2);
  expect(findCell(sheet, plain('sons'), start, 1)).toBeNull();
  expect(findCell(createBook().activeSheet, plain('x'), start, 1)).toBeNull();
});
