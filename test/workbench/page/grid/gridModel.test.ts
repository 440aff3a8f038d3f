import { beforeEach, expect, test } from '@jest/globals';
import { signal } from '@preact/signals';
import { createBook } from '../../../../src/workbench/book/book';
import { createGridModel, type GridModel } from '../../../../src/workbench/page/grid/gridModel';
import { hitTest, rectangleOf } from '../../../../src/workbench/page/grid/layout';
import { type BookModel, createBookModel } from '../../../../src/workbench/page/model/bookModel';
import { createCursorModel } from '../../../../src/workbench/page/model/cursor';
import type { Theme } from '../../../../src/workbench/page/options';

let books: BookModel;
let grid: GridModel;

beforeEach(() => {
  books = createBookModel(createBook(), 'Book1');
  grid = createGridModel(books, createCursorModel(books), signal<Theme>('light'));
  grid.resize(700, 422);
});

const boxOf = (row: number, column: number) =>
  rectangleOf(grid.layout.value, { row, column, rowCount: 1, columnCount: 1 });

test('a sheet that is shown larger has larger headers, cells and letters, in whole pixels', () => {
  const before = grid.lookAt.value(0, 0).fontSize;
  grid.zoomTo(1.5);
  expect(boxOf(0, 0)).toEqual({ x: 51, y: 33, width: 96, height: 30 });
  expect(grid.lookAt.value(0, 0).fontSize).toBe(Math.round(before * 1.5));
  grid.zoomTo(0.33);
  expect(Number.isInteger(boxOf(7, 3).x) && boxOf(7, 3).height === 7).toBe(true);
  expect(hitTest(grid.layout.value, boxOf(7, 3).x + 2, boxOf(7, 3).y + 2)).toEqual({
    kind: 'cell',
    row: 7,
    column: 3,
  });
});

test('what is at the upper left stays there, and zooming is no step to undo', () => {
  grid.scrollTo({ x: 640, y: 2000 });
  grid.zoomTo(2);
  expect(grid.scroll.value).toEqual({ x: 1280, y: 4000 });
  expect(hitTest(grid.layout.value, 120, 46)).toEqual({ kind: 'cell', row: 100, column: 10 });
  expect(books.book.value.canUndo).toBe(false);
});

test('sizes of lines are kept as they are', () => {
  grid.sheet.value.columnWidths.set(1, 100);
  books.book.value.touch(grid.sheet.value);
  grid.zoomTo(0.5);
  expect(boxOf(0, 1).width).toBe(50);
  expect(grid.sheet.value.columnWidths.get(1)).toBe(100);
});
