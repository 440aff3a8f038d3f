import { beforeEach, describe, expect, it } from '@jest/globals';
import { parseArea } from '../../../src/workbench/book/address';
import { createBook } from '../../../src/workbench/book/book';
import type { Book, Sheet } from '../../../src/workbench/book/types';

const area = (address: string) => parseArea(address)!;
const spillError = { error: '#SPILL!' };

describe('spills', () => {
  let book: Book;
  let sheet: Sheet;
  const column = (address: string) => {
    const { row, column: at, rowCount } = area(address);
    return Array.from({ length: rowCount }, (_, offset) => sheet.value(row + offset, at));
  };

  beforeEach(() => {
    book = createBook();
    sheet = book.activeSheet;
  });

  it('fill the cells below, shrink, grow and go with their anchor', () => {
    book.enter(sheet, 0, 0, '3');
    book.enter(sheet, 0, 1, '=SEQUENCE(A1)');
    book.enter(sheet, 0, 3, '=SUM(B1#)');
    expect(column('B1:B4')).toEqual([1, 2, 3, null]);
    expect([sheet.formula(0, 1), sheet.formula(1, 1)]).toEqual(['=SEQUENCE(A1)', null]);
    expect(sheet.spill(2, 1)).toEqual({ anchor: { row: 0, column: 1 }, area: area('B1:B3') });
    book.enter(sheet, 0, 0, '2');
    expect([column('B1:B3'), sheet.value(0, 3)]).toEqual([[1, 2, null], 3]);
    book.enter(sheet, 0, 0, '5');
    expect([column('B1:B6'), sheet.value(0, 3)]).toEqual([[1, 2, 3, 4, 5, null], 15]);
    book.clear(sheet, area('B1'), 'contents', 'user');
    expect([column('B1:B5'), sheet.spill(0, 1)]).toEqual([[null, null, null, null, null], null]);
    expect(sheet.value(0, 3)).toEqual({ error: '#REF!' });
  });

  it('are #SPILL! while something is in the way, and come back when it goes', () => {
    book.enter(sheet, 2, 0, 'x');
    book.enter(sheet, 0, 0, '=SEQUENCE(3)');
    expect(column('A1:A3')).toEqual([spillError, null, 'x']);
    book.clear(sheet, area('A3'), 'contents', 'user');
    expect(column('A1:A3')).toEqual([1, 2, 3]);
    book.enter(sheet, 1, 0, 'y');
    expect(column('A1:A3')).toEqual([spillError, 'y', null]);
    book.undo();
    expect(column('A1:A3')).toEqual([1, 2, 3]);
  });

  it('stay when one of their cells is cleared', () => {
    book.enter(sheet, 0, 0, '=SEQUENCE(3)');
    book.clear(sheet, area('A2:A3'), 'contents', 'user');
    expect(column('A1:A3')).toEqual([1, 2, 3]);
  });

  it('block each other in the order they were entered', () => {
    book.enter(sheet, 0, 0, '=SEQUENCE(3)');
    book.enter(sheet, 1, 0, '');
    book.enter(sheet, 2, 0, '=SEQUENCE(2)');
    expect(column('A1:A4')).toEqual([spillError, null, 1, 2]);
    book.clear(sheet, area('A3'), 'contents', 'user');
    expect(column('A1:A4')).toEqual([1, 2, 3, null]);
  });

  it('are refused inside tables, over merged cells and off the sheet', () => {
    book.setCells(sheet, area('A1'), [['Head'], [1]], 'addin');
    book.addTable(sheet, area('A1:B3'));
    book.enter(sheet, 1, 1, '=SEQUENCE(2)');
    expect(sheet.value(1, 1)).toEqual(spillError);
    book.enter(sheet, 1_048_575, 3, '=SEQUENCE(2)');
    expect(sheet.value(1_048_575, 3)).toEqual(spillError);
    sheet.merges.push(area('F2:G2'));
    book.enter(sheet, 0, 5, '=SEQUENCE(2)');
    expect(sheet.value(0, 5)).toEqual(spillError);
  });

  it('give 0 for empty cells', () => {
    book.setCells(sheet, area('A1'), [[1], [null], ['x']], 'addin');
    book.enter(sheet, 0, 2, '=A1:A3');
    expect(column('C1:C3')).toEqual([1, 0, 'x']);
  });
});

describe('calculation', () => {
  it('recalculates what depends on a cell and nothing else', () => {
    const book = createBook();
    const sheet = book.activeSheet;
    book.setCells(sheet, area('A1'), [[1, '=A1*2', '=B1+1', '=RAND()*0+D2', '=SUM(A:A)']], 'addin');
    book.setCells(sheet, area('A2'), [[10]], 'addin');
    expect([1, 2, 4].map(column => sheet.value(0, column))).toEqual([2, 3, 11]);
    book.enter(sheet, 0, 0, '5');
    expect([1, 2, 4].map(column => sheet.value(0, column))).toEqual([10, 11, 15]);
  });

  it('gives 0 for circular references and does not hang', () => {
    const book = createBook();
    const sheet = book.activeSheet;
    book.setCells(sheet, area('A1'), [['=B1+1', '=A1+1', '=SUM(C1:C2)', '=A1+5']], 'addin');
    expect([0, 1, 2, 3].map(column => sheet.value(0, column))).toEqual([0, 0, 0, 5]);
    book.enter(sheet, 0, 1, '7');
    expect([0, 1, 3].map(column => sheet.value(0, column))).toEqual([8, 7, 13]);
  });

  it('goes down a chain of a hundred thousand cells', () => {
    const book = createBook();
    const sheet = book.activeSheet;
    const rows = Array.from({ length: 100_000 }, (_, row) => [row === 0 ? 1 : `=A${row}+1`]);
    book.setCells(sheet, area('A1'), rows, 'addin');
    expect(sheet.value(99_999, 0)).toBe(100_000);
    book.enter(sheet, 0, 0, '2');
    expect(sheet.value(99_999, 0)).toBe(100_001);
  });

  it('follows OFFSET and INDIRECT to cells that are calculated later', () => {
    const book = createBook();
    const sheet = book.activeSheet;
    book.setCells(sheet, area('A1'), [['=OFFSET(B1,0,1)', '=INDIRECT("D1")', '=D1*2', '=E1+1', 1]], 'addin');
    expect([0, 1].map(column => sheet.value(0, column))).toEqual([4, 2]);
    book.enter(sheet, 0, 4, '9');
    expect([0, 1].map(column => sheet.value(0, column))).toEqual([20, 10]);
  });

  it('waits while suspended', () => {
    const book = createBook();
    const sheet = book.activeSheet;
    book.enter(sheet, 0, 1, '=A1*2');
    book.suspendCalculation();
    book.enter(sheet, 0, 0, '4');
    expect(sheet.value(0, 1)).toBe(0);
    book.resumeCalculation();
    expect(sheet.value(0, 1)).toBe(8);
  });

  it('sums by customer over twelve thousand rows, for every row, without going through all of them each time', () => {
    const book = createBook();
    const sheet = book.activeSheet;
    const rows = Array.from({ length: 12_000 }, (_, row) => [
      `Customer ${row % 400}`,
      45000 + (row % 700),
      (row % 97) + 0.5,
      `=SUMIFS($C$1:$C$12000,$A$1:$A$12000,A${row + 1},$B$1:$B$12000,"<="&45300)`,
    ]);
    const started = Date.now();
    book.setCells(sheet, area('A1'), rows, 'addin');
    const expected = rows
      .filter(([customer, due]) => customer === 'Customer 7' && Number(due) <= 45300)
      .reduce((total, [, , amount]) => total + Number(amount), 0);
    expect(sheet.value(7, 3)).toBeCloseTo(expected, 6);
    book.enter(sheet, 7, 2, '1000');
    expect(sheet.value(407, 3)).toBeCloseTo(expected - 7.5 + 1000, 6);
    expect(Date.now() - started).toBeLessThan(20_000);
  });
});
