import { beforeEach, describe, expect, it } from '@jest/globals';
import { parseArea } from '../../../src/workbench/book/address';
import { createBook } from '../../../src/workbench/book/book';
import { relocateReferences } from '../../../src/workbench/book/formula/rewrite';
import { BookError } from '../../../src/workbench/book/refusals';
import type { Book, CellInput, Sheet } from '../../../src/workbench/book/types';

const area = (address: string) => parseArea(address)!;

describe('relocateReferences', () => {
  const move = { fromSheet: 'Data', area: area('A1:A3'), toSheet: 'My sheet', rows: 4, columns: 2 };
  const within = { ...move, toSheet: 'Data' };

  it.each([
    ['=A1+B1', within, 'Data', 'Data', '=C5+B1'],
    ['=SUM(A1:A3)+SUM(A1:A4)', within, 'Data', 'Data', '=SUM(C5:C7)+SUM(A1:A4)'],
    ['=$A$2&"A2"', within, 'Data', 'Data', '=$C$6&"A2"'],
    ['=A1', within, 'Other', 'Other', '=A1'],
    ['=data!A1', within, 'Other', 'Other', '=Data!C5'],
    ['=A1+B1', move, 'Data', 'Data', "='My sheet'!C5+B1"],
    ['=A1+B1', move, 'Data', 'My sheet', '=C5+Data!B1'],
    ['=Data!A3', move, 'My sheet', 'My sheet', "='My sheet'!C7"],
    ['=A:A', within, 'Data', 'Data', '=A:A'],
  ])('turns %s into what it means after the move', (formula, moved, writtenOn, standsOn, expected) => {
    expect(relocateReferences(formula, moved, writtenOn, standsOn)).toBe(expected);
  });
});

describe('moving cells by cut and paste', () => {
  let book: Book;
  let sheet: Sheet;
  const put = (address: string, rows: CellInput[][]) => book.setCells(sheet, area(address), rows, 'user');

  beforeEach(() => {
    book = createBook();
    sheet = book.activeSheet;
    put('A1:B3', [
      [10, '=A1*2'],
      [20, '=A2*2'],
      ["'007", '=SUM(A1:A2)'],
    ]);
    book.setStyle(sheet, area('A1'), { fill: '#FFEE00' });
  });

  it('takes formulas, names and rules along that refer to them, and their formats', () => {
    book.addName('Start', '=Sheet1!$A$1');
    const rule = book.addConditionalFormat(sheet, {
      areas: [area('B1:B3')],
      formula: '=AND(A1>0,$A$1>5)',
      format: { bold: true },
      stopIfTrue: false,
    });
    book.moveCells(sheet, area('A1:A2'), sheet, { row: 4, column: 3 });
    expect([0, 1, 2].map(row => sheet.formula(row, 1))).toEqual(['=D5*2', '=D6*2', '=SUM(D5:D6)']);
    expect([0, 1, 2].map(row => sheet.value(row, 1))).toEqual([20, 40, 30]);
    expect([sheet.value(0, 0), sheet.value(4, 3), sheet.value(5, 3)]).toEqual([null, 10, 20]);
    expect([sheet.style(0, 0).fill, sheet.style(4, 3).fill]).toEqual([undefined, '#FFEE00']);
    expect(book.names[0]?.formula).toBe('=Sheet1!$D$5');
    expect(rule.formula).toBe('=AND(A1>0,$D$5>5)');

    book.undo();
    expect([0, 1, 2].map(row => sheet.formula(row, 1))).toEqual(['=A1*2', '=A2*2', '=SUM(A1:A2)']);
    expect([sheet.value(0, 0), sheet.value(4, 3), sheet.value(2, 1)]).toEqual([10, null, 30]);
    expect([sheet.style(0, 0).fill, sheet.style(4, 3).fill]).toEqual(['#FFEE00', undefined]);
    expect([book.names[0]?.formula, rule.formula]).toEqual(['=Sheet1!$A$1', '=AND(A1>0,$A$1>5)']);
    book.redo();
    expect([sheet.formula(2, 1), sheet.value(2, 1), sheet.style(4, 3).fill]).toEqual([
      '=SUM(D5:D6)',
      30,
      '#FFEE00',
    ]);
  });

  it('keeps what moved formulas refer to, also from another sheet', () => {
    const other = book.addSheet('Other');
    book.moveCells(sheet, area('B1:B3'), other, { row: 0, column: 0 });
    expect([0, 1, 2].map(row => other.formula(row, 0))).toEqual([
      '=Sheet1!A1*2',
      '=Sheet1!A2*2',
      '=SUM(Sheet1!A1:A2)',
    ]);
    book.moveCells(sheet, area('A1:A3'), other, { row: 0, column: 2 });
    expect([0, 1, 2].map(row => other.value(row, 0))).toEqual([20, 40, 30]);
    expect(other.formula(2, 0)).toBe('=SUM(Other!C1:C2)');
    expect(other.value(2, 2)).toBe('007');
  });

  it('moves onto itself, over content and is refused where it may not', () => {
    book.moveCells(sheet, area('A1:A2'), sheet, { row: 1, column: 0 });
    expect([0, 1, 2].map(row => sheet.value(row, 0))).toEqual([null, 10, 20]);
    expect(sheet.value(2, 1)).toBe(30);
    book.undo();
    expect([0, 1, 2].map(row => sheet.value(row, 0))).toEqual([10, 20, '007']);
    const locked = book.addSheet('Locked');
    locked.isProtected = true;
    expect(() => book.moveCells(sheet, area('A1'), locked, { row: 0, column: 0 })).toThrow(BookError);
    expect(sheet.value(0, 0)).toBe(10);
  });
});

describe('several changes as one step', () => {
  it('are undone and done again together, also when the last was refused', () => {
    const book = createBook();
    const sheet = book.activeSheet;
    const write = (address: string, value: number) => book.setCells(sheet, area(address), [[value]], 'user');
    write('A1', 1);
    const work = () =>
      book.asOneStep(() => {
        write('A1', 2);
        write('B1', 3);
        sheet.isProtected = true;
        write('C1', 4);
      });
    expect(work).toThrow(BookError);
    sheet.isProtected = false;
    expect([sheet.value(0, 0), sheet.value(0, 1)]).toEqual([2, 3]);
    book.undo();
    expect([sheet.value(0, 0), sheet.value(0, 1)]).toEqual([1, null]);
    book.redo();
    expect([sheet.value(0, 0), sheet.value(0, 1)]).toEqual([2, 3]);
  });

  it('redo brings back the number formats that came right after the values', () => {
    const book = createBook();
    const sheet = book.activeSheet;
    book.setCells(sheet, area('A1'), [[45356]], 'user');
    book.setStyle(sheet, area('A1'), { numberFormat: 'yyyy-mm-dd' });
    book.undo();
    book.undo();
    expect(sheet.text(0, 0)).toBe('');
    book.redo();
    book.redo();
    expect(sheet.text(0, 0)).toBe('2024-03-05');
  });

  it('a text pasted into a cell for texts keeps no apostrophe', () => {
    const book = createBook();
    const sheet = book.activeSheet;
    book.setStyle(sheet, area('A1'), { numberFormat: '@' });
    book.setCells(sheet, area('A1'), [["'007"]], 'user');
    expect(sheet.value(0, 0)).toBe('007');
    book.setCells(sheet, area('A1'), [['=1+1']], 'user');
    expect(sheet.value(0, 0)).toBe('=1+1');
  });
});
