import { beforeEach, describe, expect, test } from '@jest/globals';
import { formatAddress, parseArea } from '../../../../src/workbench/book/address';
import { createBook } from '../../../../src/workbench/book/book';
import { fillArea } from '../../../../src/workbench/book/fill/fillArea';
import { setFilter } from '../../../../src/workbench/book/tableFilter';
import type { Book, CellInput, Sheet } from '../../../../src/workbench/book/types';

const area = (address: string) => parseArea(address)!;

let book: Book;
let sheet: Sheet;
let told: string[];

beforeEach(() => {
  book = createBook();
  sheet = book.activeSheet;
  told = [];
});

function put(address: string, rows: readonly (readonly CellInput[])[]): void {
  book.setCells(sheet, area(address), rows, 'user');
}

function listen(): void {
  book.on(event => {
    if (event.kind === 'cellsChanged')
      told.push(`${formatAddress(event.area)} ${event.source} ${event.change}`);
  });
}

const column = (index: number, count: number) =>
  Array.from({ length: count }, (_, row) => sheet.formula(row, index) ?? sheet.value(row, index));

describe('filling', () => {
  test('goes on with every column by itself, and tells of what was filled', () => {
    put('A1:C2', [
      [1, 'Jan', '=A1*2'],
      [2, 'Feb', '=A2*2'],
    ]);
    listen();
    expect(fillArea(book, sheet, area('A1:C2'), area('A1:C4'), 'series')).toEqual(area('A3:C4'));
    expect([column(0, 4), column(1, 4), column(2, 4)]).toEqual([
      [1, 2, 3, 4],
      ['Jan', 'Feb', 'Mar', 'Apr'],
      ['=A1*2', '=A2*2', '=A3*2', '=A4*2'],
    ]);
    expect(told).toEqual(['A3:C4 user RangeEdited']);
  });

  test('is one step to undo and to do again, formats with it', () => {
    put('A1', [[0.5]]);
    book.setStyle(sheet, area('A1'), { numberFormat: '0%', fill: '#FFEE00' });
    put('A2', [['kept']]);
    book.setStyle(sheet, area('A2'), { bold: true });
    fillArea(book, sheet, area('A1'), area('A1:A3'), 'series');
    expect([sheet.text(1, 0), sheet.style(1, 0)]).toEqual(['50%', { numberFormat: '0%', fill: '#FFEE00' }]);
    book.undo();
    expect([sheet.value(1, 0), sheet.style(1, 0), sheet.value(2, 0)]).toEqual(['kept', { bold: true }, null]);
    book.redo();
    expect([sheet.text(1, 0), sheet.text(2, 0)]).toEqual(['50%', '50%']);
  });

  test('goes up and to the left as well', () => {
    put('C3:D3', [[5, 7]]);
    fillArea(book, sheet, area('C3:D3'), area('A3:D3'), 'series');
    expect([sheet.value(2, 0), sheet.value(2, 1)]).toEqual([1, 3]);
    put('F3:F4', [['=F4'], [9]]);
    fillArea(book, sheet, area('F3:F4'), area('F1:F4'), 'series');
    expect([sheet.formula(0, 5), sheet.value(1, 5)]).toEqual(['=F2', 8]);
  });

  test('turns references as copying does', () => {
    put('B1', [['=A1+$A$1+A$1+$A1+Sheet1!A1']]);
    fillArea(book, sheet, area('B1'), area('B1:B2'), 'series');
    expect(sheet.formula(1, 1)).toBe('=A2+$A$1+A$1+$A2+Sheet1!A2');
    fillArea(book, sheet, area('B1'), area('A1:B1'), 'series');
    expect(sheet.formula(0, 0)).toBe('=#REF!+$A$1+#REF!+$A1+Sheet1!#REF!');
  });

  test('a text that looks like a number or a formula stays a text, and an empty cell empties', () => {
    put('A1:A3', [["'=1+1"], ["'07"], ['']]);
    put('A4:A6', [[1], [2], [3]]);
    fillArea(book, sheet, area('A1:A3'), area('A1:A6'), 'copy');
    expect(column(0, 6)).toEqual(['=1+1', '07', null, '=1+1', '07', null]);
    expect(sheet.formula(3, 0)).toBeNull();
  });

  test('leaves rows that a filter hides, and copies past them', () => {
    put('A1:B5', [
      ['Tier', 'Step'],
      ['A', 1],
      ['B', 'kept'],
      ['A', ''],
      ['A', ''],
    ]);
    const table = book.addTable(sheet, area('A1:B5'));
    setFilter(sheet, table, 0, new Set(['B']));
    listen();
    fillArea(book, sheet, area('B2'), area('B2:B5'), 'opposite');
    expect(column(1, 5)).toEqual(['Step', 1, 'kept', 1, 1]);
    expect(told).toEqual(['B4:B5 user RangeEdited']);
  });

  test('a protected sheet refuses it; unlocked cells take values without formats', () => {
    put('A1', [[1]]);
    book.setStyle(sheet, area('A1'), { fill: '#FFEE00' });
    book.setStyle(sheet, area('A2'), { locked: false });
    sheet.isProtected = true;
    expect(() => fillArea(book, sheet, area('A1'), area('A1:A3'), 'copy')).toThrow();
    fillArea(book, sheet, area('A1'), area('A1:A2'), 'copy');
    expect([sheet.value(1, 0), sheet.style(1, 0)]).toEqual([1, { locked: false }]);
  });

  test('nothing beyond the source is nothing to do', () => {
    put('A1', [[1]]);
    expect(fillArea(book, sheet, area('A1'), area('A1'), 'series')).toBeNull();
    expect(sheet.usedArea(true)).toEqual(area('A1'));
  });

  test('ten thousand rows are one change of cells and one of formats a column', () => {
    put('A1:B1', [[1, '=A1*2']]);
    book.setStyle(sheet, area('A1:B1'), { bold: true });
    let restyled = 0;
    listen();
    book.on(event => {
      if (event.kind === 'appearanceChanged') restyled++;
    });
    fillArea(book, sheet, area('A1:B1'), area('A1:B10000'), 'opposite');
    expect([sheet.value(9999, 0), sheet.value(9999, 1)]).toEqual([10_000, 20_000]);
    expect(told).toHaveLength(1);
    expect(restyled).toBeLessThan(5);
  });
});
