import { describe, expect, test } from '@jest/globals';
import { createBook } from '../../../../src/workbench/book/book';
import { coverMerges } from '../../../../src/workbench/book/merges';
import type { CellInput } from '../../../../src/workbench/book/types';
import { createAxis } from '../../../../src/workbench/page/grid/axis';
import {
  blockAround,
  directions,
  jump,
  nextInside,
  type Surface,
  step,
} from '../../../../src/workbench/page/grid/movement';

function surfaceWith(rows: readonly (readonly CellInput[])[], hiddenRows: readonly number[] = []): Surface {
  const book = createBook();
  const sheet = book.activeSheet;
  const area = { row: 0, column: 0, rowCount: rows.length, columnCount: rows[0]?.length ?? 1 };
  book.setCells(sheet, area, rows, 'user');
  return {
    sheet,
    rows: createAxis(1_048_576, 20, new Map(), new Set(hiddenRows)),
    columns: createAxis(16_384, 64, new Map(), new Set()),
  };
}

const at = (row: number, column: number) => ({ row, column });

describe('a step', () => {
  test('stays at the edge', () => {
    expect(step(surfaceWith([[1]]), at(0, 0), directions.up)).toEqual(at(0, 0));
    expect(step(surfaceWith([[1]]), at(1_048_575, 0), directions.down)).toEqual(at(1_048_575, 0));
  });

  test('goes over hidden rows', () => {
    expect(step(surfaceWith([[1]], [1, 2]), at(0, 0), directions.down)).toEqual(at(3, 0));
  });

  test('leaves a merge as a whole', () => {
    const surface = surfaceWith([[1]]);
    surface.sheet.merges.push({ row: 0, column: 0, rowCount: 2, columnCount: 3 });
    expect(step(surface, at(0, 0), directions.right)).toEqual(at(0, 3));
    expect(step(surface, at(0, 0), directions.down)).toEqual(at(2, 0));
  });
});

describe('a jump', () => {
  const surface = surfaceWith([
    [1, ''],
    [2, ''],
    ['', ''],
    ['', ''],
    [3, ''],
    [4, ''],
  ]);

  test.each([
    ['to the end of its block', at(0, 0), directions.down, at(1, 0)],
    ['over a gap to the next block', at(1, 0), directions.down, at(4, 0)],
    ['from an empty cell to the next filled one', at(2, 0), directions.down, at(4, 0)],
    ['to the last row when nothing more comes', at(5, 0), directions.down, at(1_048_575, 0)],
    ['to the first row when nothing comes before', at(3, 1), directions.up, at(0, 1)],
    ['to the last column', at(0, 0), directions.right, at(0, 16_383)],
    ['back up to the end of the block before', at(4, 0), directions.up, at(1, 0)],
  ])('goes %s', (_, from, direction, to) => {
    expect(jump(surface, from, direction)).toEqual(to);
  });
});

test('the block around a cell is what is filled without a gap', () => {
  const { sheet } = surfaceWith([
    [1, 2, '', 9],
    [3, '', '', 9],
    ['', '', '', ''],
    [5, 5, '', ''],
  ]);
  expect(blockAround(sheet, at(0, 0))).toEqual({ row: 0, column: 0, rowCount: 2, columnCount: 2 });
  expect(blockAround(sheet, at(3, 1))).toEqual({ row: 3, column: 0, rowCount: 1, columnCount: 2 });
});

test('an area grows until it cuts no merge, also by way of others', () => {
  const { sheet } = surfaceWith([[1]]);
  sheet.merges.push(
    { row: 0, column: 1, rowCount: 1, columnCount: 2 },
    { row: 0, column: 2, rowCount: 1, columnCount: 1 },
    { row: 0, column: 2, rowCount: 4, columnCount: 1 },
  );
  expect(coverMerges(sheet, { row: 0, column: 0, rowCount: 1, columnCount: 2 })).toEqual({
    row: 0,
    column: 0,
    rowCount: 4,
    columnCount: 3,
  });
});

describe('inside a selection', () => {
  const block = { row: 0, column: 0, rowCount: 2, columnCount: 2 };
  const other = { row: 9, column: 9, rowCount: 1, columnCount: 1 };

  test.each([
    [at(0, 0), directions.down, at(1, 0)],
    [at(1, 0), directions.down, at(0, 1)],
    [at(1, 1), directions.down, at(0, 0)],
    [at(0, 1), directions.right, at(1, 0)],
    [at(0, 0), directions.left, at(1, 1)],
  ])('%j goes on by %j to %j', (from, direction, to) => {
    expect(nextInside([block], from, direction)).toEqual(to);
  });

  test('the last cell of an area is followed by the next area', () => {
    expect(nextInside([block, other], at(1, 1), directions.down)).toEqual(at(9, 9));
    expect(nextInside([block, other], at(9, 9), directions.down)).toEqual(at(0, 0));
  });
});
