import { beforeEach, describe, expect, test } from '@jest/globals';
import { formatAddress, parseArea } from '../../../../src/workbench/book/address';
import { setFilter } from '../../../../src/workbench/book/tableFilter';
import type { CellInput } from '../../../../src/workbench/book/types';
import { pressKey } from '../../../../src/workbench/page/grid/keyboard';
import { keyboardOnBook } from './keyboardOnBook';

const area = (address: string) => parseArea(address)!;

let room: ReturnType<typeof keyboardOnBook>;

beforeEach(() => {
  room = keyboardOnBook();
});

const press = (name: string, held: '' | 'Control' | 'ControlShift' | 'Alt' = '') =>
  pressKey(
    { name, isControl: held.startsWith('Control'), isShift: held.endsWith('Shift'), isAlt: held === 'Alt' },
    room,
  );
const sheet = () => room.book().activeSheet;
const put = (address: string, rows: readonly (readonly CellInput[])[]) =>
  room.book().setCells(sheet(), area(address), rows, 'user');
const select = (address: string) => room.cursor.selectAreas([area(address)]);
const selected = () => room.cursor.current.value.areas.map(each => formatAddress(each)).join(',');

describe('today and now', () => {
  test('are typed as dates and times', () => {
    press(';', 'Control');
    expect(room.entry.current.value?.text).toBe('3/5/2026');
    press('Enter');
    press(':', 'ControlShift');
    press('Enter');
    expect([sheet().value(0, 0), sheet().text(0, 0)]).toEqual([46_086, '3/5/2026']);
    expect([sheet().value(1, 0), sheet().text(1, 0)]).toEqual([(14 * 60 + 7) / 1440, '2:07 PM']);
  });

  test('in Chinese as Chinese writes them', () => {
    room.book().locale = 'zh-CN';
    press(';', 'Control');
    press('Enter');
    press(':', 'ControlShift');
    press('Enter');
    expect([sheet().value(0, 0), sheet().text(0, 0)]).toEqual([46_086, '2026/3/5']);
    expect([sheet().value(1, 0), sheet().text(1, 0)]).toEqual([(14 * 60 + 7) / 1440, '14:07']);
  });

  test('come where the caret is while something is typed', () => {
    room.entry.begin('edit', 'cell', 'paid  in full');
    room.entry.moveCaret(5);
    press(';', 'Control');
    expect(room.entry.current.value).toMatchObject({ text: 'paid 3/5/2026 in full', caret: 13 });
  });
});

describe('a sum', () => {
  test('of the numbers above is offered, and can be pointed elsewhere before it is confirmed', () => {
    put('A1:B4', [
      ['Amount', 1],
      [10, 2],
      ['=A2*2', 3],
      [30, 4],
    ]);
    select('A5');
    press('=', 'Alt');
    expect(room.entry.current.value).toMatchObject({ text: '=SUM(A2:A4)', caret: 10 });
    room.entry.point(sheet(), area('B1:B4'));
    expect(room.entry.current.value?.text).toBe('=SUM(B1:B4)');
    press('Enter');
    expect(sheet().value(4, 0)).toBe(10);
  });

  test('of the numbers before, where none stand above', () => {
    put('A1:C1', [['Sum', 1, 2]]);
    select('D1');
    press('=', 'Alt');
    expect(room.entry.current.value?.text).toBe('=SUM(B1:C1)');
  });

  test('of nothing waits for its cells', () => {
    press('=', 'Alt');
    expect(room.entry.current.value).toMatchObject({ text: '=SUM()', caret: 5 });
  });

  test('of several columns goes below them, or into their empty last row', () => {
    put('A1:B2', [
      [1, 2],
      [3, 4],
    ]);
    select('A1:B2');
    press('=', 'Alt');
    expect([sheet().formula(2, 0), sheet().formula(2, 1), selected()]).toEqual([
      '=SUM(A1:A2)',
      '=SUM(B1:B2)',
      'A1:B3',
    ]);
    select('A3:B4');
    press('=', 'Alt');
    expect(sheet().formula(3, 1)).toBe('=SUM(B3)');
  });

  test('never goes over what stands there', () => {
    put('A1:A3', [[1], [2], ['note']]);
    select('A1:A2');
    press('=', 'Alt');
    expect(sheet().value(2, 0)).toBe('note');
  });
});

describe('a table', () => {
  const rows = [
    ['Customer', 'Amount'],
    ['Baker', 10],
    ['Zhou', 20],
  ];

  test('is made of the block around the cell', () => {
    put('B2:C4', rows);
    select('C3');
    press('t', 'Control');
    expect(sheet().tables.map(table => formatAddress(table.area))).toEqual(['B2:C4']);
    expect(selected()).toBe('B2:C4');
    press('l', 'Control');
    expect(sheet().tables).toHaveLength(1);
  });

  test('gets a row of names where it has none, in one step', () => {
    put('A1:B3', [...rows.slice(1), ['=SUM(B1:B2)', 5]]);
    press('l', 'Control');
    expect([sheet().value(0, 0), sheet().value(1, 0), sheet().formula(3, 0)]).toEqual([
      'Column1',
      'Baker',
      '=SUM(B2:B3)',
    ]);
    room.undo();
    expect([sheet().tables.length, sheet().value(0, 0)]).toEqual([0, 'Baker']);
  });

  test('shows its filter buttons or not, and all its rows without them', () => {
    put('A1:B3', rows);
    press('t', 'Control');
    const [table] = sheet().tables;
    setFilter(sheet(), table, 0, new Set(['Baker']));
    press('L', 'ControlShift');
    expect([table.showFilterButton, sheet().hiddenRows.size, table.filters.size]).toEqual([false, 0, 0]);
    press('L', 'ControlShift');
    expect(table.showFilterButton).toBe(true);
  });

  test('is what can be filtered: without one that is said', () => {
    put('A1:B3', rows);
    press('L', 'ControlShift');
    expect(room.refused).toEqual(['filterWithoutTable']);
  });
});
