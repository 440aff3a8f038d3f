/** Cells that show one array formula, joined to what was entered. */
import { expect, test } from '@jest/globals';
import { joinArrayBlocks } from '../../../src/excel/share/arrayBlocks';

const cells = (row: number, column: number, rowCount: number, columnCount: number, formula = '=F()') =>
  Array.from({ length: rowCount * columnCount }, (_, at) => ({
    sheetId: 'one',
    row: row + Math.floor(at / columnCount),
    column: column + (at % columnCount),
    formula,
  }));

const joined = (places: ReturnType<typeof cells>) =>
  joinArrayBlocks(places).map(({ first, rowCount, columnCount }) => [
    first.row,
    first.column,
    rowCount,
    columnCount,
  ]);

test('joins cells side by side of one formula into rectangles, in whatever order they come', () => {
  expect(joined(cells(0, 3, 5, 4).toReversed())).toEqual([[0, 3, 5, 4]]);
});

test('keeps apart what does not touch, is another formula or stands on another sheet', () => {
  const other = cells(0, 2, 2, 1).map(cell => ({ ...cell, sheetId: 'two' }));
  expect(
    joined([...cells(0, 0, 2, 1), ...cells(0, 1, 2, 1, '=G()'), ...other, ...cells(4, 0, 1, 1)]),
  ).toEqual([
    [0, 0, 2, 1],
    [0, 1, 2, 1],
    [0, 2, 2, 1],
    [4, 0, 1, 1],
  ]);
});

test('takes every cell exactly once where they are no rectangle', () => {
  expect(joined([...cells(0, 0, 1, 3), ...cells(1, 0, 1, 2)])).toEqual([
    [0, 0, 1, 3],
    [1, 0, 1, 2],
  ]);
});
