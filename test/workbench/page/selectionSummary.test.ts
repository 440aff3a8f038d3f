import { expect, test } from '@jest/globals';
import { createBook } from '../../../src/workbench/book/book';
import { summarize } from '../../../src/workbench/page/selectionSummary';

test('counts what is not empty and adds what is a number, in whole columns too', () => {
  const book = createBook();
  const sheet = book.activeSheet;
  const rows = [['Amount'], [10], ["'20"], [2.5], ['=1/0'], [true]];
  book.setCells(sheet, { row: 0, column: 0, rowCount: 6, columnCount: 1 }, rows, 'user');
  const wholeColumn = { row: 0, column: 0, rowCount: 1_048_576, columnCount: 1 };
  expect(summarize(sheet, [wholeColumn])).toEqual({ count: 6, numbers: 2, sum: 12.5 });
  sheet.hiddenRows.add(1);
  expect(summarize(sheet, [wholeColumn])).toEqual({ count: 5, numbers: 1, sum: 2.5 });
});

test('an empty sheet has nothing to add', () => {
  const { activeSheet } = createBook();
  expect(summarize(activeSheet, [{ row: 0, column: 0, rowCount: 5, columnCount: 5 }])).toEqual({
    count: 0,
    numbers: 0,
    sum: 0,
  });
});
