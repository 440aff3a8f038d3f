import { beforeEach, describe, expect, it } from '@jest/globals';
import { parseArea } from '../../../src/workbench/book/address';
import { createBook } from '../../../src/workbench/book/book';
import { BookError } from '../../../src/workbench/book/refusals';
import type { Book, Sheet } from '../../../src/workbench/book/types';

const area = (address: string) => parseArea(address)!;

describe('conditional formats', () => {
  let book: Book;
  let sheet: Sheet;
  const fills = (address: string) => {
    const { row, column, rowCount } = area(address);
    return Array.from(
      { length: rowCount },
      (_, offset) => book.conditionalStyle(sheet, row + offset, column).fill,
    );
  };
  const rule = (formula: string, format: object, address = 'A2:C4', stopIfTrue = false) =>
    book.addConditionalFormat(sheet, { areas: [area(address)], formula, format, stopIfTrue });

  beforeEach(() => {
    book = createBook();
    sheet = book.activeSheet;
    book.setCells(
      sheet,
      area('A1'),
      [
        ['Customer', 'Due', 'Amount'],
        ['a', 45000, 100],
        ['b', 45100, 300],
        ['a', 45200, 50],
      ],
      'addin',
    );
    const policy = book.addSheet('Tiercel Policy');
    book.setCells(policy, area('B2'), [[120]], 'addin');
    book.addName('Tiercel_Threshold', "='Tiercel Policy'!$B$2");
  });

  it('move their formula with the cell and follow the policy cell it refers to', () => {
    rule("=SUMIFS($C$2:$C$4,$A$2:$A$4,$A2)>'Tiercel Policy'!$B$2", { fill: '#FF0000' });
    expect(fills('A2:A4')).toEqual(['#FF0000', '#FF0000', '#FF0000']);
    book.setCells(book.sheetByName('Tiercel Policy')!, area('B2'), [[200]], 'addin');
    expect(fills('A2:A4')).toEqual([undefined, '#FF0000', undefined]);
    expect(fills('C2:C4')).toEqual([undefined, '#FF0000', undefined]);
    expect(fills('D3:D3')).toEqual([undefined]);
  });

  it('work through names, and are not met by errors, texts and custom functions', () => {
    const named = rule('=$C2>Tiercel_Threshold', { fill: '#00FF00' });
    expect(fills('B2:B4')).toEqual([undefined, '#00FF00', undefined]);
    book.removeConditionalFormat(sheet, named);
    expect(fills('B2:B4')).toEqual([undefined, undefined, undefined]);
    for (const formula of ['=1/0', '="text"', '=TIERCEL.DSO(1,2)>0', '=((']) {
      const unmet = rule(formula, { fill: '#0000FF' });
      expect(fills('A2:A2')).toEqual([undefined]);
      book.removeConditionalFormat(sheet, unmet);
    }
  });

  it('add up by priority: a new rule comes first, and stopIfTrue ends it', () => {
    const first = rule('=TRUE', { fill: '#111111', bold: true });
    const second = rule('=$C2>60', { fill: '#222222', fontColor: '#FFFFFF' });
    expect([first.priority, second.priority]).toEqual([1, 0]);
    expect(book.conditionalStyle(sheet, 1, 0)).toEqual({ fill: '#222222', fontColor: '#FFFFFF', bold: true });
    expect(book.conditionalStyle(sheet, 3, 0)).toEqual({ fill: '#111111', bold: true });
    second.stopIfTrue = true;
    book.touch(sheet);
    expect(book.conditionalStyle(sheet, 1, 0)).toEqual({ fill: '#222222', fontColor: '#FFFFFF' });
  });

  it('are relative to the first area for all areas', () => {
    book.addConditionalFormat(sheet, {
      areas: [area('A2:A4'), area('E2:E4')],
      formula: '=$C2=300',
      format: { fill: '#333333' },
      stopIfTrue: false,
    });
    expect([fills('A2:A4'), fills('E2:E4')]).toEqual(new Array(2).fill([undefined, '#333333', undefined]));
  });

  it('follow inserted and deleted rows', () => {
    const moved = rule('=$C2>$C$4', { fill: '#444444' });
    book.insertRows(sheet, 0, 2);
    expect([moved.areas, moved.formula]).toEqual([[area('A4:C6')], '=$C4>$C$6']);
    expect(fills('A4:A6')).toEqual(['#444444', '#444444', undefined]);
    book.deleteRows(sheet, 3, 1);
    expect([moved.areas, moved.formula]).toEqual([[area('A4:C5')], '=$C4>$C$5']);
    expect(fills('A4:A5')).toEqual(['#444444', undefined]);
  });

  it('keep their distance to relative references when rows come between, and wrap above the sheet', () => {
    const moved = rule('=C1<>C2', { fill: '#555555' }, 'A2:A4');
    book.insertRows(sheet, 1, 1);
    expect([moved.areas, moved.formula]).toEqual([[area('A3:A5')], '=C2<>C3']);
    book.deleteRows(sheet, 0, 2);
    expect([moved.areas, moved.formula]).toEqual([[area('A1:A3')], '=C1048576<>C1']);
    expect(fills('A2:A3')).toEqual(['#555555', '#555555']);
    book.undo();
    expect([moved.areas, moved.formula]).toEqual([[area('A3:A5')], '=C2<>C3']);
  });

  it('are taken off a cleared area and stay around it, met where they were met before', () => {
    const split = rule('=$C2>60', { fill: '#666666' });
    rule('=TRUE', { bold: true }, 'B2:B3');
    const untouched = rule('=TRUE', { italic: true }, 'E1:E9');
    book.clear(sheet, area('A2:B3'), 'formats', 'addin');
    expect(sheet.conditionalFormats).toEqual([split, untouched]);
    expect([split.areas, split.formula]).toEqual([[area('A4:C4'), area('C2:C3')], '=$C4>60']);
    expect([fills('A2:A4'), fills('C2:C4')]).toEqual([
      [undefined, undefined, undefined],
      ['#666666', '#666666', undefined],
    ]);
    expect(sheet.value(1, 0)).toBe('a');
    expect([split.priority, untouched.priority]).toEqual([1, 0]);

    book.clear(sheet, area('A1:Z9'), 'contents', 'addin');
    expect(sheet.conditionalFormats).toHaveLength(2);
    book.clear(sheet, area('A1:Z9'), 'all', 'addin');
    expect(sheet.conditionalFormats).toEqual([]);
  });

  it('are refused on a protected sheet', () => {
    sheet.isProtected = true;
    expect(() => rule('=TRUE', {})).toThrow(BookError);
  });
});
