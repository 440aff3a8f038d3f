import { describe, expect, test } from '@jest/globals';
import { createAxis } from '../../../../src/workbench/page/grid/axis';
import {
  createLayout,
  hitTest,
  type LayoutRequest,
  rectangleOf,
  scrollToShow,
} from '../../../../src/workbench/page/grid/layout';

const none = { sizes: new Map<number, number>(), hidden: new Set<number>() };
const usual: LayoutRequest = {
  rowAxis: createAxis(1_048_576, 20, none.sizes, none.hidden),
  columnAxis: createAxis(16_384, 64, none.sizes, none.hidden),
  frozenRows: 1,
  frozenColumns: 1,
  scrollX: 0,
  scrollY: 0,
  width: 400,
  height: 222,
};

describe('a layout', () => {
  test('holds what is in sight and no more', () => {
    const { rows, columns } = createLayout(usual);
    expect(rows.bands.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(columns.bands.map(({ index, start }) => [index, start])).toEqual([
      [0, 34],
      [1, 98],
      [2, 162],
      [3, 226],
      [4, 290],
      [5, 354],
    ]);
  });

  test('keeps frozen rows in place while the rest scrolls behind them', () => {
    const { rows } = createLayout({ ...usual, scrollY: 100 });
    expect(rows.bands.slice(0, 3).map(({ index, start }) => [index, start])).toEqual([
      [0, 22],
      [6, 42],
      [7, 62],
    ]);
  });

  test('gives long row numbers room', () => {
    const { columns } = createLayout({ ...usual, scrollY: 20_000_000 });
    expect(columns.headerSize).toBe(67);
  });

  test('says what is under the mouse', () => {
    const layout = createLayout({ ...usual, scrollY: 100 });
    expect(hitTest(layout, 5, 5)).toEqual({ kind: 'corner' });
    expect(hitTest(layout, 120, 5)).toEqual({ kind: 'columnHeader', column: 1 });
    expect(hitTest(layout, 160, 5)).toEqual({ kind: 'columnEdge', column: 1 });
    expect(hitTest(layout, 5, 50)).toEqual({ kind: 'rowHeader', row: 6 });
    expect(hitTest(layout, 120, 30)).toEqual({ kind: 'cell', row: 0, column: 1 });
    expect(hitTest(layout, 120, 50)).toEqual({ kind: 'cell', row: 6, column: 1 });
  });

  test('an area that begins frozen ends no earlier than its frozen part', () => {
    const layout = createLayout({ ...usual, scrollY: 1000 });
    expect(rectangleOf(layout, { row: 0, column: 0, rowCount: 5, columnCount: 1 })).toEqual({
      x: 34,
      y: 22,
      width: 64,
      height: 20,
    });
  });

  test('scrolls just far enough to show a row', () => {
    const { rows } = createLayout(usual);
    expect(scrollToShow(rows, 0)).toBe(0);
    expect(scrollToShow(rows, 5)).toBe(0);
    expect(scrollToShow(rows, 10)).toBe(20);
    const scrolled = createLayout({ ...usual, scrollY: 500 }).rows;
    expect(scrollToShow(scrolled, 3)).toBe(40);
  });
});
