import { expect, test } from '@jest/globals';
import { createBook } from '../../../../src/workbench/book/book';
import { constantText, editText } from '../../../../src/workbench/page/model/constantText';

const english = { locale: 'en-US', date1904: false };

test.each([
  [null, 'General', ''],
  [1234.5, '#,##0.00', '1234.5'],
  [0.12, '0%', '12%'],
  [0.07, '0.0%', '7%'],
  [45356, 'd-mmm-yy', '2024-03-05'],
  [45356.75, 'yyyy-mm-dd hh:mm', '2024-03-05 18:00:00'],
  [true, 'General', 'TRUE'],
  ['Baker', 'General', 'Baker'],
  ['007', 'General', "'007"],
  ['007', '@', '007'],
  ['=x', 'General', "'=x"],
  [{ error: '#N/A' as const }, 'General', '#N/A'],
])('%j in %s is edited as %s', (value, numberFormat, text) => {
  expect(constantText(value, numberFormat, english)).toBe(text);
});

test('dates of the 1904 system are edited as the day they show', () => {
  expect(constantText(45356 - 1462, 'yyyy-mm-dd', { locale: 'en-US', date1904: true })).toBe('2024-03-05');
});

test('typing what is shown while editing changes nothing', () => {
  const book = createBook();
  const sheet = book.activeSheet;
  ['12.5%', '2024-03-05', "'007", '1,234.5', 'TRUE', '=1+1'].forEach((typed, row) => {
    book.enter(sheet, row, 0, typed);
    const before = [sheet.value(row, 0), sheet.text(row, 0)];
    book.enter(sheet, row, 0, editText(sheet, { row, column: 0 }, book));
    expect([sheet.value(row, 0), sheet.text(row, 0)]).toEqual(before);
  });
});

test('a cell that a formula elsewhere fills has no text of its own', () => {
  const book = createBook();
  book.enter(book.activeSheet, 0, 0, '=SEQUENCE(3)');
  expect(book.activeSheet.value(1, 0)).toBe(2);
  expect(editText(book.activeSheet, { row: 1, column: 0 }, book)).toBe('');
});
