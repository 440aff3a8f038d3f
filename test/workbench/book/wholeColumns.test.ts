/** Whole columns in formulas: they answer as a range over the data does, and empty cells below it count as in Excel. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maxRows, parseArea } from '../../../src/workbench/book/address';
import { createBook } from '../../../src/workbench/book/book';
import { Matrix } from '../../../src/workbench/book/formula/value';
import type { Book, CellInput, CustomFunctionArgument } from '../../../src/workbench/book/types';

const area = (address: string) => parseArea(address)!;

describe('whole columns', () => {
  let book: Book;
  const give = (formula: string) => book.evaluate(formula, book.activeSheet, 0, 9);

  beforeEach(() => {
    book = createBook();
    const rows: CellInput[][] = [
      ['c1', 10, 3],
      ['c2', 20, 1],
      ['c1', 30, 2],
    ];
    book.setCells(book.activeSheet, area('A1'), rows, 'addin');
  });

  it.each([
    ['=SUMPRODUCT((A:A="c1")*B:B)', 40],
    ['=SUMPRODUCT(--(A:A="c1"),B:B)', 40],
    ['=SUM(IF(A:A="c1",B:B))', 40],
    ['=AVERAGE(IF(A:A="c1",B:B))', 20],
    ['=MATCH(1,(A:A="c1")*(B:B>10),0)', 3],
    ['=LOOKUP(2,1/(A:A="c1"),B:B)', 30],
    ['=COUNTA(UNIQUE(FILTER(A:A,A:A<>"")))', 2],
    ['=TEXTJOIN(",",TRUE,SORT(B:B,1,-1))', '30,20,10'],
    ['=TEXTJOIN(",",TRUE,SORTBY(A:A,C:C))', 'c2,c1,c1'],
    ['=SUM(INDEX(DROP(B:B,1),2))', 30],
    ['=SUM(IFERROR(1/B:B,0))', 1 / 10 + 1 / 20 + 1 / 30],
    ['=SUM(INDEX(CHOOSECOLS(A:C,3),2))', 1],
  ])('%s is %p', (formula, expected) => {
    expect(give(formula)).toEqual(expected);
  });

  it('count the empty cells below the data, as in Excel', () => {
    expect(give('=SUM(--(A:A=""))')).toBe(maxRows - 3);
    expect(give('=ROWS(A:A)')).toBe(maxRows);
    expect(give('=ROWS(SORT(A:A))')).toBe(maxRows);
    expect(give('=ROWS(UNIQUE(A:A))')).toBe(3);
    expect(give('=ROWS(UNIQUE(A:A,FALSE,TRUE))')).toBe(1);
    expect(give('=ROWS(FILTER(A:A,A:A=""))')).toBe(maxRows - 3);
    expect(give('=ISNA(INDEX(A1:A5+B:B,6,1))')).toEqual([[true]]);
  });

  it('answer as the range over the data does, whatever the data', () => {
    const cell = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constantFrom('c1', 'c2'));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), rows => {
        const fresh = createBook();
        fresh.setCells(fresh.activeSheet, area('A1'), rows, 'addin');
        const answer = (first: string, second: string) =>
          ['=SUMPRODUCT((X="c1")*1,Y)', '=SUM(IF(X=Y,1,0)*(X<>""))', '=MAX(IF(X="c2",Y))']
            .map(formula => formula.replace(/X/g, first).replace(/\bY\b/g, second))
            .map(formula => fresh.evaluate(formula, fresh.activeSheet, 0, 9));
        expect(answer('A:A', 'B:B')).toEqual(answer(`A1:A${rows.length}`, `B1:B${rows.length}`));
      }),
      { numRuns: 8 },
    );
  });

  it('are handed to custom functions down to the last row of any of them', () => {
    const calls: (readonly CustomFunctionArgument[])[] = [];
    book.functions = {
      has: () => true,
      invoke: async (_, args) => {
        calls.push(args);
        return 0;
      },
    };
    const other = book.addSheet('Other');
    book.setCells(other, area('A5'), [['end']], 'addin');
    book.enter(book.activeSheet, 0, 9, '=TIERCEL.ONE(A:A,Other!A:A,B2:B3,B2:B1048576)');
    expect(calls[0].map(arg => (arg as unknown[]).length)).toEqual([5, 5, 2, 4]);
    book.enter(book.activeSheet, 1, 9, '=TIERCEL.ONE(Z:Z)');
    expect(calls[1].map(arg => (arg as unknown[]).length)).toEqual([3]);
  });
});

describe('Matrix', () => {
  it('keeps rows that are all alike once, and gives them all', () => {
    const matrix = new Matrix(5, 2, [1, 'a', 2, 'b', null, 0]);
    expect([matrix.get(1, 1), matrix.get(2, 0), matrix.get(4, 1), matrix.size]).toEqual(['b', null, 0, 10]);
    expect(matrix.values).toEqual([1, 'a', 2, 'b', null, 0, null, 0, null, 0]);
    expect(matrix.rows).toHaveLength(5);
    const seen: unknown[] = [];
    matrix.forEach(value => void seen.push(value));
    expect(seen).toEqual(matrix.values);
  });
});
