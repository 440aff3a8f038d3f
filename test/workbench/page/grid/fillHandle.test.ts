/** @jest-environment jsdom */
import { beforeEach, expect, test } from '@jest/globals';
import { formatAddress, parseArea } from '../../../../src/workbench/book/address';
import type { CellInput } from '../../../../src/workbench/book/types';
import { fillDown, fillSelection, fillTo } from '../../../../src/workbench/page/grid/fillHandle';
import type { Workbench } from '../../../../src/workbench/page/model/workbench';
import { workbenchWithoutFiles } from '../workbenchWithoutFiles';

const area = (address: string) => parseArea(address)!;

let workbench: Workbench;

beforeEach(() => {
  workbench = workbenchWithoutFiles();
});

const sheet = () => workbench.grid.sheet.value;
const put = (address: string, rows: readonly (readonly CellInput[])[]) =>
  workbench.books.book.value.setCells(sheet(), area(address), rows, 'user');
const select = (address: string) => workbench.cursor.selectAreas([area(address)]);
const selected = () => workbench.cursor.current.value.areas.map(each => formatAddress(each)).join(',');
const column = (index: number, count: number) =>
  Array.from({ length: count }, (_, row) => sheet().value(row, index));

test('pressed twice it fills as far as the data beside it', () => {
  put('A1:B4', [
    [1, '=A1*2'],
    [2, ''],
    [3, ''],
    [4, ''],
  ]);
  select('B1');
  fillDown(workbench);
  expect(column(1, 5)).toEqual([2, 4, 6, 8, null]);
  expect(selected()).toBe('B1:B4');
});

test('it overwrites only what it filled before: the formula above changed', () => {
  put('A1:B4', [
    [1, '=A1*3'],
    [2, '=A2*2'],
    [3, '=A3*2'],
    [4, ''],
  ]);
  select('B1');
  fillDown(workbench);
  expect(column(1, 4)).toEqual([3, 6, 9, null]);
});

test('it stops before what stands in the way, and does nothing without data around', () => {
  put('A1:B5', [
    [1, 5],
    [2, ''],
    [3, ''],
    [4, 'total'],
    [5, ''],
  ]);
  select('B1');
  fillDown(workbench);
  expect(column(1, 5)).toEqual([5, 5, 5, 'total', null]);
  select('H9');
  fillDown(workbench);
  expect(sheet().usedArea(true)).toEqual(area('A1:B5'));
});

test('twelve thousand rows beside plain data are found at once', () => {
  put(
    'A1:A12000',
    Array.from({ length: 12_000 }, (_, row) => [row]),
  );
  put('B1', [['=A1+1']]);
  select('B1');
  fillDown(workbench);
  expect(sheet().value(11_999, 1)).toBe(12_000);
});

test('drawn back it empties, and what is left is selected', () => {
  put('A1:A3', [[1], [2], [3]]);
  select('A1:A3');
  fillTo(workbench, area('A1:A3'), area('A1'), false);
  expect([column(0, 3), selected()]).toEqual([[1, null, null], 'A1']);
  workbench.undo();
  expect(column(0, 3)).toEqual([1, 2, 3]);
});

test('a protected sheet says so', () => {
  put('A1', [[1]]);
  sheet().isProtected = true;
  fillTo(workbench, area('A1'), area('A1:A3'), false);
  expect(workbench.notices.current.value?.text).toMatch(/protected/);
});

test('the menu’s way fills the rest of the selection', () => {
  put('A1:A2', [[1], [3]]);
  select('A1:A5');
  fillSelection(workbench);
  expect(column(0, 5)).toEqual([1, 3, 5, 7, 9]);
  put('C1', [['Jan']]);
  select('C1:E1');
  fillSelection(workbench);
  expect([sheet().value(0, 3), sheet().value(0, 4)]).toEqual(['Feb', 'Mar']);
  select('A1:A5');
  fillSelection(workbench);
  expect(workbench.notices.current.value?.text).toMatch(/cells to fill/);
});
