import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseArea } from '../../../src/workbench/book/address';
import { createBook } from '../../../src/workbench/book/book';
import type { Book, BookEvent, CellInput } from '../../../src/workbench/book/types';

const area = (text: string) => parseArea(text)!;

function bookOf(rows: CellInput[][]): Book {
  const book = createBook();
  const size = { row: 0, column: 0, rowCount: rows.length, columnCount: rows[0].length };
  book.setCells(book.activeSheet, size, rows, 'addin');
  return book;
}

const values = (book: Book, address: string) => {
  const { row, column, rowCount, columnCount } = area(address);
  return Array.from({ length: rowCount }, (_, down) =>
    Array.from({ length: columnCount }, (_, across) => book.activeSheet.value(row + down, column + across)),
  );
};

test('cells make room downwards in their own columns, and references follow', () => {
  const book = bookOf([
    [1, 10],
    [2, 20],
    [3, '=SUM(A1:A3)'],
    ['=A3', '=B1'],
  ]);
  const sheet = book.activeSheet;
  book.setStyle(sheet, area('A2'), { bold: true });
  book.insertCells(sheet, area('A2'), 'Down', 'addin');
  expect(values(book, 'A1:B5')).toEqual([
    [1, 10],
    [null, 20],
    [2, 6],
    [3, 10],
    [3, null],
  ]);
  expect(sheet.formula(2, 1)).toBe('=SUM(A1:A4)');
  expect(sheet.formula(4, 0)).toBe('=A4');
  expect([sheet.style(2, 0).bold, sheet.style(1, 0).bold]).toEqual([true, undefined]);
  book.undo();
  expect(sheet.formula(3, 0)).toBe('=A3');
  expect(values(book, 'A1:A4')).toEqual([[1], [2], [3], [3]]);
});

test('cells close up to the left; what referred to the deleted ones is lost', () => {
  const book = bookOf([
    [1, 2, 3, '=C1'],
    [4, 5, 6, '=B1'],
  ]);
  const told: BookEvent[] = [];
  book.on(event => told.push(event));
  book.deleteCells(book.activeSheet, area('B1'), 'Left', 'user');
  expect(values(book, 'A1:D2')).toEqual([
    [1, 3, 3, null],
    [4, 5, 6, { error: '#REF!' }],
  ]);
  expect(book.activeSheet.formula(0, 2)).toBe('=B1');
  expect(told).toContainEqual(
    expect.objectContaining({ kind: 'cellsChanged', change: 'CellDeleted', shift: 'Left', area: area('B1') }),
  );
});

test('a range that reaches beyond the moving cells stays what it was', () => {
  const book = bookOf([
    [1, 2],
    [3, 4],
    ['=SUM(A1:B2)', ''],
  ]);
  book.insertCells(book.activeSheet, area('B1'), 'Down', 'user');
  expect(book.activeSheet.formula(2, 0)).toBe('=SUM(A1:B2)');
  expect(book.activeSheet.value(2, 0)).toBe(6);
});

test('a table moves whole or not at all', () => {
  const book = bookOf([
    ['x', 'y'],
    ['Name', 'Amount'],
    ['Baker', 1],
  ]);
  const table = book.addTable(book.activeSheet, area('A2:B3'));
  expect(() => book.insertCells(book.activeSheet, area('A1'), 'Down', 'user')).toThrow('torn apart');
  book.insertCells(book.activeSheet, area('A1:B1'), 'Down', 'user');
  expect(table.area).toEqual(area('A3:B4'));
});

test('rules, links and validations move with their cells', () => {
  const book = bookOf([[1], [2]]);
  const sheet = book.activeSheet;
  book.addConditionalFormat(sheet, { areas: [area('A2')], formula: '=A2>1', format: {}, stopIfTrue: false });
  book.setHyperlink(sheet, area('A2'), { address: '', documentReference: 'Sheet1!A2', screenTip: '' });
  book.insertCells(sheet, area('A1:A3'), 'Down', 'user');
  expect(sheet.conditionalFormats[0]).toMatchObject({ areas: [area('A5')], formula: '=A5>1' });
  expect(sheet.hyperlinks[0]).toMatchObject({ area: area('A5'), documentReference: 'Sheet1!A5' });
});

test('inserting and deleting the same cells changes nothing', () => {
  const cell = fc.oneof(
    fc.integer({ min: 0, max: 9 }),
    fc.constantFrom('', 'x', '=A1', '=SUM(A1:C3)', '=$B$2'),
  );
  const grid = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 });
  const place = fc.record({
    row: fc.nat(2),
    column: fc.nat(2),
    rowCount: fc.integer({ min: 1, max: 2 }),
    columnCount: fc.integer({ min: 1, max: 2 }),
  });
  fc.assert(
    fc.property(grid, place, fc.boolean(), (rows, where, isDown) => {
      const book = bookOf(rows as CellInput[][]);
      const shown = () =>
        [0, 1, 2].map(row =>
          [0, 1, 2].map(
            column => book.activeSheet.formula(row, column) ?? book.activeSheet.value(row, column),
          ),
        );
      const before = shown();
      book.insertCells(book.activeSheet, where, isDown ? 'Down' : 'Right', 'user');
      book.deleteCells(book.activeSheet, where, isDown ? 'Up' : 'Left', 'user');
      expect(shown()).toEqual(before);
      book.undo();
      book.undo();
      expect(shown()).toEqual(before);
    }),
  );
});
