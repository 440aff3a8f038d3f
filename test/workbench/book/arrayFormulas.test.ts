/** Array formulas that were entered over several cells with Ctrl+Shift+Enter: of a fixed size, and changed as a whole only. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { createBook } from '../../../src/workbench/book/book';
import type { Book, Sheet } from '../../../src/workbench/book/types';
import { openWorkbook } from '../../../src/workbench/files/openWorkbook';
import { saveWorkbook } from '../../../src/workbench/files/saveWorkbook';

let book: Book;
let sheet: Sheet;

const area = (row: number, column: number, rowCount = 1, columnCount = 1) => ({
  row,
  column,
  rowCount,
  columnCount,
});

const valuesOf = (of: Sheet, { row, column, rowCount, columnCount }: ReturnType<typeof area>) =>
  Array.from({ length: rowCount }, (_, down) =>
    Array.from({ length: columnCount }, (_cell, across) => of.value(row + down, column + across)),
  );

beforeEach(() => {
  book = createBook();
  sheet = book.activeSheet;
  for (const number of [1, 2, 3]) book.enter(sheet, number - 1, 0, String(number));
  book.setArrayFormula(sheet, area(0, 2, 3), '=A1:A3*10');
});

test('fills its cells, follows what it reads, and is one formula', () => {
  expect(valuesOf(sheet, area(0, 2, 3))).toEqual([[10], [20], [30]]);
  book.enter(sheet, 1, 0, '5');
  expect(sheet.value(1, 2)).toBe(50);
  expect(sheet.arrayFormula(2, 2)).toEqual(area(0, 2, 3));
});

test.each([
  [
    'repeats one value',
    '=7',
    [
      [7, 7],
      [7, 7],
      [7, 7],
    ],
  ],
  [
    'repeats one column',
    '=A1:A3',
    [
      [1, 1],
      [2, 2],
      [3, 3],
    ],
  ],
  [
    'ends in #N/A where the answer is smaller',
    '={1,2;3,4}',
    [
      [1, 2],
      [3, 4],
      [{ error: '#N/A' }, { error: '#N/A' }],
    ],
  ],
  [
    'cuts what is larger',
    '=SEQUENCE(9,9)',
    [
      [1, 2],
      [10, 11],
      [19, 20],
    ],
  ],
])('%s', (_, formula, expected) => {
  book.setArrayFormula(sheet, area(5, 4, 3, 2), formula);
  expect(valuesOf(sheet, area(5, 4, 3, 2))).toEqual(expected);
});

describe('refuses what would change a part of it', () => {
  const refused = { kind: 'partOfArray', code: 'InvalidOperation' };
  test.each<[string, () => void]>([
    ['typing', () => book.enter(sheet, 1, 2, '9')],
    ['clearing', () => book.clear(sheet, area(0, 2), 'contents', 'user')],
    [
      'writing more than it in one direction',
      () =>
        book.setCells(
          sheet,
          area(0, 1),
          [
            [1, 2],
            [3, 4],
          ],
          'addin',
        ),
    ],
    ['inserting a row within', () => book.insertRows(sheet, 1, 1)],
    ['deleting one of its rows', () => book.deleteRows(sheet, 2, 1)],
    ['shifting some of its cells', () => book.insertCells(sheet, area(1, 2), 'Right', 'user')],
  ])('%s', (_, change) => {
    expect(change).toThrow(expect.objectContaining(refused));
    expect(valuesOf(sheet, area(0, 2, 3))).toEqual([[10], [20], [30]]);
  });
});

test('goes as a whole, comes back with undo, and moves with its rows', () => {
  book.clear(sheet, area(0, 2, 3), 'contents', 'user');
  expect(valuesOf(sheet, area(0, 2, 3))).toEqual([[null], [null], [null]]);
  book.undo();
  expect(valuesOf(sheet, area(0, 2, 3))).toEqual([[10], [20], [30]]);
  expect(sheet.arrayFormula(1, 2)).toEqual(area(0, 2, 3));
  book.insertRows(sheet, 0, 2);
  expect(sheet.arrayFormula(4, 2)).toEqual(area(2, 2, 3));
  expect(sheet.formula(2, 2)).toBe('=A3:A5*10');
  book.deleteRows(sheet, 2, 3);
  expect(sheet.usedArea(true)).toBeNull();
});

test('stays one in a file, and a formula that spills stays that', async () => {
  book.enter(sheet, 5, 0, '=SEQUENCE(2)');
  const reopened = createBook();
  await openWorkbook(await saveWorkbook(book), 'arrays.xlsx', reopened);
  const [again] = reopened.sheets;
  expect(again.arrayFormula(1, 2)).toEqual(area(0, 2, 3));
  expect(valuesOf(again, area(0, 2, 3))).toEqual([[10], [20], [30]]);
  expect([again.arrayFormula(5, 0), again.spill(6, 0)?.area]).toEqual([null, area(5, 0, 2)]);
});
