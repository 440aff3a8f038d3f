/** @jest-environment jsdom */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { formatAddress, parseArea } from '../../../../src/workbench/book/address';
import type { CellInput } from '../../../../src/workbench/book/types';
import { patternOf } from '../../../../src/workbench/page/find/pattern';
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
const content = (address: string) => {
  const { row, column } = area(address);
  return sheet().formula(row, column) ?? sheet().value(row, column);
};

function replaceAll(text: string, by: string): void {
  workbench.find.text.value = text;
  workbench.find.replacement.value = by;
  workbench.find.replaceAll();
}

// Microsoft Support, "Find or replace text and numbers on a worksheet": wildcards, match case, entire cell contents.
describe('what is looked for', () => {
  test.each([
    ['s*d', 'sad', true],
    ['s*d', 'started', true],
    ['s?t', 'sat', true],
    ['s?t', 'start', false],
    ['fy91~?', 'fy91?', true],
    ['fy91~?', 'fy912', false],
    ['~~', 'a~b', true],
    ['a.b', 'axb', false],
    ['(1)', 'x(1)', true],
    ['宏?', '江苏宏达', true],
  ])('%s in %s: %p', (text, cell, isFound) => {
    expect(patternOf({ text, isCaseSensitive: false, isWhole: false }).test(cell)).toBe(isFound);
  });

  test('case and whole cells where asked for', () => {
    expect(patternOf({ text: 'baker', isCaseSensitive: true, isWhole: false }).test('Baker')).toBe(false);
    expect(patternOf({ text: 'a*', isCaseSensitive: false, isWhole: true }).test('Abc')).toBe(true);
    expect(patternOf({ text: 'b', isCaseSensitive: false, isWhole: true }).test('Abc')).toBe(false);
  });
});

describe('replace all', () => {
  test('changes what would be typed: formulas, dates, percentages, texts', () => {
    put('A1:A4', [['=B1*2024'], [45_473], [0.2], ['FY2024']]);
    workbench.books.book.value.setStyle(sheet(), area('A2'), { numberFormat: 'yyyy/m/d' });
    workbench.books.book.value.setStyle(sheet(), area('A3'), { numberFormat: '0%' });
    replaceAll('2024', '2025');
    expect(['A1', 'A2', 'A4'].map(content)).toEqual(['=B1*2025', 45_838, 'FY2025']);
    expect(sheet().style(1, 0).numberFormat).toBe('yyyy/m/d');
    replaceAll('20%', '35%');
    expect(content('A3')).toBe(0.35);
    expect(workbench.find.outcome.value).toEqual({ kind: 'replaced', count: 1 });
  });

  test('texts stay texts, numbers become numbers, and nothing becomes nothing', () => {
    put('A1:A3', [["'007"], ['12 EUR'], ['EUR']]);
    replaceAll('7', '8');
    expect(content('A1')).toBe('008');
    replaceAll(' EUR', '');
    expect(content('A2')).toBe(12);
    replaceAll('EUR', '');
    expect(content('A3')).toBeNull();
  });

  test('is one step, told by runs of cells, and leaves spills and hidden rows', () => {
    put('A1:A5', [['x1'], ['x2'], ['y'], ['x4'], ['x5']]);
    put('C1', [['=SEQUENCE(2)&"x"']]);
    sheet().hiddenRows.add(4);
    const told: string[] = [];
    workbench.books.on(event => {
      if (event.kind === 'cellsChanged') told.push(`${formatAddress(event.area)} ${event.source}`);
    });
    replaceAll('x', 'z');
    expect(['A1', 'A2', 'A3', 'A4', 'A5'].map(content)).toEqual(['z1', 'z2', 'y', 'z4', 'x5']);
    expect([content('C1'), content('C2')]).toEqual(['=SEQUENCE(2)&"z"', '2z']);
    expect(told).toEqual(['A1:A2 user', 'A4 user', 'C1 user']);
    workbench.undo();
    expect(['A1', 'A4', 'C1'].map(content)).toEqual(['x1', 'x4', '=SEQUENCE(2)&"x"']);
  });

  test('a selection of several cells is where it looks', () => {
    put('A1:B2', [
      ['x', 'x'],
      ['x', 'x'],
    ]);
    workbench.cursor.selectAreas([area('A1:A2')]);
    replaceAll('x', 'z');
    expect(['A1', 'B1', 'A2', 'B2'].map(content)).toEqual(['z', 'x', 'z', 'x']);
  });

  test('what is written in its place is no pattern', () => {
    put('A1', [['cost']]);
    replaceAll('cost', '$&*?');
    expect(content('A1')).toBe('$&*?');
  });

  test('a protected sheet refuses it, and nothing found is said', () => {
    put('A1', [['x']]);
    replaceAll('none', 'z');
    expect(workbench.find.outcome.value).toEqual({ kind: 'missing', text: 'none' });
    sheet().isProtected = true;
    replaceAll('x', 'z');
    expect([content('A1'), workbench.notices.current.value?.text]).toEqual([
      'x',
      expect.stringMatching(/protected/),
    ]);
  });
});

test('replace changes the active cell and goes on to the next', () => {
  put('A1:A4', [['Baker'], ['Zhou'], ['Baker'], ['']]);
  const { find, cursor } = workbench;
  cursor.moveTo({ row: 1, column: 0 });
  find.text.value = 'baker';
  find.replacement.value = 'Becker';
  find.replace();
  expect([content('A1'), cursor.current.value.active.row]).toEqual(['Baker', 2]);
  find.replace();
  expect([content('A3'), cursor.current.value.active.row]).toEqual(['Becker', 0]);
  find.replace();
  expect([content('A1'), find.outcome.value]).toEqual(['Becker', { kind: 'missing', text: 'baker' }]);
});
