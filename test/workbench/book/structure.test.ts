import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseArea } from '../../../src/workbench/book/address';
import { createBook } from '../../../src/workbench/book/book';
import {
  formulaReferences,
  moveReferences,
  renameSheetReferences,
  translateFormula,
} from '../../../src/workbench/book/formula/rewrite';
import { BookError } from '../../../src/workbench/book/refusals';
import type { Book, CellInput } from '../../../src/workbench/book/types';

const area = (address: string) => parseArea(address)!;

describe('moveReferences', () => {
  const insert = { axis: 'row', at: 2, count: 1 } as const;
  const remove = { axis: 'row', at: 2, count: -2 } as const;
  const insertColumn = { axis: 'column', at: 1, count: 2 } as const;

  it.each([
    ['=SUM(A1:A9)', insert, '=SUM(A1:A10)'],
    ['=A2+$A$3', insert, '=A2+$A$4'],
    ['=sum( A1:A2 )&"A3"', insert, '=sum( A1:A2 )&"A3"'],
    ['=SUM(A:A)+SUM(3:4)', insert, '=SUM(A:A)+SUM(4:5)'],
    ['=Other!A3', insert, '=Other!A3'],
    ["='My sheet'!A3", insert, "='My sheet'!A4"],
    ['=SUM(A1:A9)', remove, '=SUM(A1:A7)'],
    ['=SUM(A3:A4)+A5', remove, '=SUM(#REF!)+A3'],
    ['=SUM(A2:A3)', remove, '=SUM(A2:A2)'],
    ['=SUM(A4:A9)', remove, '=SUM(A3:A7)'],
    ['=SUM($B$1:C1)+A1', insertColumn, '=SUM($D$1:E1)+A1'],
    ['=SUM(A:B)', insertColumn, '=SUM(A:D)'],
    ['=SUM(B9:A1)', insert, '=SUM(B10:A1)'],
  ])('turns %s by %p into %s', (formula, move, expected) => {
    expect(moveReferences(formula, true, 'My sheet', move)).toBe(expected);
  });
});

describe('other rewriting', () => {
  it('translates relative references', () => {
    expect(translateFormula('=A1+$B$1+C$2:$D3', 1, 1)).toBe('=B2+$B$1+D$2:$D4');
    expect(translateFormula('=A1', -1, 0)).toBe('=#REF!');
  });

  it('renames sheets', () => {
    expect(renameSheetReferences("=Old!A1+'Old'!B2+Older!C3", 'old', 'New one')).toBe(
      "='New one'!A1+'New one'!B2+Older!C3",
    );
    expect(renameSheetReferences('=Old!A1+Old!Name', 'Old', null)).toBe('=#REF!+#REF!');
  });

  it('lists references by their place', () => {
    expect(formulaReferences("=SUM('a b'!A1:B2,C3)")).toEqual([
      { start: 5, end: 16, sheet: 'a b', area: area('A1:B2') },
      { start: 17, end: 19, sheet: null, area: area('C3') },
    ]);
  });
});

describe('inserting and deleting', () => {
  it('moves values, formulas, names, tables, merges and sizes, and undo brings all back', () => {
    const book = createBook();
    const sheet = book.activeSheet;
    const other = book.addSheet('Other');
    book.setCells(
      sheet,
      area('A1'),
      [
        ['Head', 'Two'],
        [1, '=A2*2'],
        [2, '=A3*2'],
        [3, '=SUM(A2:A4)'],
      ],
      'addin',
    );
    book.setCells(other, area('A1'), [['=Sheet1!A4'], ['=SUM(T[Head])']], 'addin');
    const table = book.addTable(sheet, area('A1:B4'), 'T');
    const name = book.addName('Last', '=Sheet1!$A$4');
    sheet.merges.push(area('D4:E5'));
    sheet.rowHeights.set(3, 40);
    book.setStyle(sheet, area('A4'), { bold: true });
    const state = () => ({
      formulas: [sheet.formula(1, 1), sheet.formula(3, 1), other.formula(0, 0), name.formula],
      values: [sheet.value(3, 1), other.value(0, 0), other.value(1, 0)],
      table: sheet.tables.map(each => each.area),
      merges: sheet.merges,
      height: [...sheet.rowHeights],
      bold: [2, 3, 4].map(row => sheet.style(row, 0).bold),
    });
    const before = state();
    expect(before.values).toEqual([6, 3, 6]);
    book.insertRows(sheet, 2, 1);
    expect(sheet.formula(4, 1)).toBe('=SUM(A2:A5)');
    expect([other.formula(0, 0), name.formula, table.area]).toEqual([
      '=Sheet1!A5',
      '=Sheet1!$A$5',
      area('A1:B5'),
    ]);
    expect([sheet.merges, [...sheet.rowHeights]]).toEqual([[area('D5:E6')], [[4, 40]]]);
    expect(sheet.style(4, 0)).toEqual({ bold: true });
    book.undo();
    expect(state()).toEqual(before);
    book.deleteRows(sheet, 1, 3);
    expect([other.formula(0, 0), other.value(0, 0), name.formula]).toEqual([
      '=Sheet1!#REF!',
      { error: '#REF!' },
      '=Sheet1!#REF!',
    ]);
    book.undo();
    expect(state()).toEqual(before);
    book.redo();
    expect(other.value(0, 0)).toEqual({ error: '#REF!' });
    book.undo();
    book.deleteRows(sheet, 0, 1);
    expect(sheet.tables).toEqual([]);
    book.undo();
    expect(state()).toEqual(before);
  });

  it('lets spills follow', () => {
    const book = createBook();
    const sheet = book.activeSheet;
    book.setCells(sheet, area('B2'), [['=SEQUENCE(3)']], 'addin');
    book.insertColumns(sheet, 0, 1);
    expect(sheet.spill(2, 2)?.area).toEqual(area('C2:C4'));
    book.insertRows(sheet, 2, 1);
    expect([1, 2, 3, 4].map(row => sheet.value(row, 2))).toEqual([1, 2, 3, null]);
  });

  it('refuses to push content off the sheet', () => {
    const book = createBook();
    book.setCells(book.activeSheet, area('A1048576'), [[1]], 'addin');
    expect(() => book.insertRows(book.activeSheet, 0, 1)).toThrow(BookError);
  });
});

describe('recalculation', () => {
  const formulas = fc.constantFrom(
    '=A1+B1',
    '=SUM(A1:C3)',
    '=B2*2',
    '=IF(C1>5,A2,B3)',
    '=SUMIFS(A:A,B:B,">3")',
    '=D1',
    '=COUNTIF(A1:D4,2)',
    '=SEQUENCE(2)',
    '=OFFSET(A1,1,1)',
    '=SUM(E1:E4)',
    '',
  );
  const edits = fc.array(
    fc.record({
      row: fc.nat(3),
      column: fc.nat(4),
      input: fc.oneof(fc.integer({ min: 0, max: 9 }), formulas) as fc.Arbitrary<CellInput>,
    }),
    { minLength: 1, maxLength: 25 },
  );
  const shown = (book: Book) =>
    Array.from({ length: 6 }, (_, row) =>
      Array.from({ length: 6 }, (_, column) => book.activeSheet.value(row, column)),
    );

  it('edit by edit gives what calculating everything gives', () => {
    fc.assert(
      fc.property(edits, changes => {
        const book = createBook();
        for (const { row, column, input } of changes) {
          book.setCells(book.activeSheet, { row, column, rowCount: 1, columnCount: 1 }, [[input]], 'user');
        }
        const inOrder = JSON.stringify(shown(book));
        book.calculate(true);
        expect(JSON.stringify(shown(book))).toBe(inOrder);
        for (const _ of changes) book.undo();
        expect(
          shown(book)
            .flat()
            .every(value => value === null),
        ).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('of moved rows and columns is taken back whole', () => {
    const moves = fc.record({
      axis: fc.constantFrom('row', 'column'),
      at: fc.nat(4),
      count: fc.constantFrom(-2, -1, 1, 2),
    });
    fc.assert(
      fc.property(edits, fc.array(moves, { minLength: 1, maxLength: 4 }), (changes, steps) => {
        const book = createBook();
        const sheet = book.activeSheet;
        for (const { row, column, input } of changes) {
          book.setCells(sheet, { row, column, rowCount: 1, columnCount: 1 }, [[input]], 'addin');
        }
        book.calculate(true);
        const texts = () =>
          Array.from({ length: 36 }, (_, index) => sheet.formula(Math.floor(index / 6), index % 6));
        const before = [JSON.stringify(shown(book)), texts()];
        for (const { axis, at, count } of steps) {
          if (axis === 'row' && count > 0) book.insertRows(sheet, at, count);
          else if (axis === 'row') book.deleteRows(sheet, at, -count);
          else if (count > 0) book.insertColumns(sheet, at, count);
          else book.deleteColumns(sheet, at, -count);
        }
        for (const _ of steps) book.undo();
        expect([JSON.stringify(shown(book)), texts()]).toEqual(before);
        for (const _ of steps) book.redo();
        for (const _ of steps) book.undo();
        expect([JSON.stringify(shown(book)), texts()]).toEqual(before);
      }),
      { numRuns: 200 },
    );
  });
});
