import { beforeEach, expect, test } from '@jest/globals';
import { signal } from '@preact/signals';
import { formatAddress } from '../../../../src/workbench/book/address';
import { createBook } from '../../../../src/workbench/book/book';
import { fillHandleAt } from '../../../../src/workbench/page/grid/fillHandle';
import { createGridModel } from '../../../../src/workbench/page/grid/gridModel';
import { type PointerDependencies, startDrag, startTouch } from '../../../../src/workbench/page/grid/pointer';
import { createBookModel } from '../../../../src/workbench/page/model/bookModel';
import { createCursorModel } from '../../../../src/workbench/page/model/cursor';
import { createEntryModel } from '../../../../src/workbench/page/model/entry';
import type { Theme } from '../../../../src/workbench/page/options';

let room: PointerDependencies;
let filled: string[];
let resized: [string, number, number][];

beforeEach(() => {
  const books = createBookModel(createBook(), 'Book1');
  const cursor = createCursorModel(books);
  const grid = createGridModel(books, cursor, signal<Theme>('light'));
  grid.resize(700, 422);
  resized = [];
  filled = [];
  room = {
    grid,
    cursor,
    entry: createEntryModel(books, cursor, () => undefined),
    fill: (source, whole, isOpposite) =>
      filled.push(`${formatAddress(source)} to ${formatAddress(whole)}${isOpposite ? ' oppositely' : ''}`),
    resizeLine: (kind, index, size) => resized.push([kind, index, size]),
  };
});

type Modifier = 'shift' | 'control' | undefined;

const place = (x: number, y: number, modifier?: Modifier) => ({
  x,
  y,
  isShift: modifier === 'shift',
  isControl: modifier === 'control',
});
/** The middle of a cell: headers are 34 wide and 22 high, cells 64 by 20. */
const cell = (row: number, column: number, modifier?: Modifier) =>
  place(34 + 64 * column + 32, 22 + 20 * row + 10, modifier);

function drag(from: ReturnType<typeof place>, ...to: readonly ReturnType<typeof place>[]): void {
  const started = startDrag(from, room);
  for (const each of to) started?.move(each);
  started?.end();
}

const selected = (): string => room.cursor.current.value.areas.map(area => formatAddress(area)).join(',');

test('a drag selects from where it began, in any direction', () => {
  drag(cell(4, 3), cell(1, 1));
  expect(selected()).toBe('B2:D5');
  expect(room.cursor.current.value.active).toEqual({ row: 4, column: 3 });
});

/** The corner at the lower right of a cell. */
const corner = (row: number, column: number) => place(34 + 64 * (column + 1) - 1, 22 + 20 * (row + 1) - 1);

test.each([
  ['down', cell(5, 2), 'B2:C3 to B2:C6'],
  ['up', cell(0, 1), 'B2:C3 to B1:C3'],
  ['right', cell(2, 4), 'B2:C3 to B2:E3'],
  ['left', cell(1, 0), 'B2:C3 to A2:C3'],
  ['the longer way', cell(9, 3), 'B2:C3 to B2:C10'],
  ['with ctrl', cell(5, 2, 'control'), 'B2:C3 to B2:C6 oppositely'],
  ['back into what is selected', cell(1, 2), 'B2:C3 to B2:C2'],
])('the corner of the selection fills %s', (_, to, expected) => {
  drag(cell(1, 1), cell(2, 2));
  const started = startDrag(corner(2, 2), room);
  started?.move(to);
  expect(room.grid.filling.value).not.toBeNull();
  started?.end(to);
  expect(filled).toEqual([expected]);
  expect([room.grid.filling.value, selected()]).toEqual([null, 'B2:C3']);
});

test('a drag of the corner that is given up, or goes nowhere, fills nothing', () => {
  drag(cell(1, 1), cell(2, 2));
  drag(corner(2, 2), cell(5, 2));
  const nowhere = startDrag(corner(2, 2), room);
  nowhere?.move(cell(2, 2));
  nowhere?.end(cell(2, 2));
  expect([filled, room.grid.filling.value]).toEqual([[], null]);
});

test('there is no corner to drag where several areas or whole columns are selected', () => {
  const handle = () => fillHandleAt(room.grid.layout.value, room.cursor.current.value);
  expect(handle()).toEqual({ x: 34 + 64 - 1, y: 22 + 20 - 1 });
  room.cursor.selectColumn(2, 'replace');
  expect(handle()).toBeNull();
  drag(cell(1, 1));
  drag(cell(3, 3, 'control'));
  expect(handle()).toBeNull();
  drag(cell(9, 0));
  room.grid.scrollTo({ y: 400 });
  expect(handle()).toBeNull();
});

test('shift draws the selection on, ctrl begins another', () => {
  drag(cell(0, 0));
  drag(cell(2, 1, 'shift'));
  drag(cell(5, 5, 'control'), cell(6, 5));
  expect(selected()).toBe('A1:B3,F6:F7');
});

test('headers select whole rows and columns, also several, and the corner everything', () => {
  drag(place(34 + 64 + 30, 5), place(34 + 64 * 3 + 30, 5));
  expect(selected()).toBe('B:D');
  drag(place(5, 30), place(5, 30));
  drag(place(5, 90, 'shift'));
  expect(selected()).toBe('1:4');
  drag(place(5, 150, 'control'));
  expect(selected()).toBe('1:4,7:7');
  drag(place(5, 5));
  expect(selected()).toBe('A:XFD');
});

test('a column’s edge makes it wider, never narrower than one can take hold of', () => {
  drag(place(34 + 64, 5), place(34 + 100, 5), place(0, 5));
  expect(resized).toEqual([
    ['column', 0, 100],
    ['column', 0, 8],
  ]);
});

test('in a formula the mouse writes an address, and writes it anew while dragged', () => {
  room.cursor.moveTo({ row: 0, column: 0 });
  room.entry.begin('enter', 'cell', '=SUM(');
  drag(cell(1, 1), cell(3, 2));
  expect(room.entry.current.value?.text).toBe('=SUM(B2:C4');
  room.entry.change('=SUM(B2:C4)', 11);
  drag(cell(6, 6));
  expect(room.entry.current.value).toBeNull();
  expect(room.grid.sheet.value.formula(0, 0)).toBe('=SUM(B2:C4)');
  expect(selected()).toBe('G7');
});

test('a drag below the window scrolls, and reaches what was not in sight', () => {
  drag(cell(0, 0), place(50, 900), place(50, 900));
  expect(room.grid.scroll.value.y).toBeGreaterThan(0);
  expect(room.cursor.current.value.head.row).toBeGreaterThan(19);
});

test('a finger scrolls when it moves and selects when it does not', () => {
  const moving = startTouch(cell(10, 2), room);
  moving.move(cell(5, 2));
  moving.end();
  expect(room.grid.scroll.value.y).toBe(100);
  expect(selected()).toBe('A1');
  startTouch(cell(0, 1), room).end();
  expect(selected()).toBe('B6');
});
