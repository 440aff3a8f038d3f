import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SheetRows } from '../../../../src/risk/ledger/columns/sheetRows';

describe('rows of the sheet', () => {
  test('are those that were added, one by one or many at once', () => {
    const rows = new SheetRows();
    rows.add(3, 2);
    rows.add(5, 1);
    rows.add(9, 2);
    expect([...rows]).toEqual([3, 4, 5, 9, 10]);
    expect(rows.length).toBe(5);
    expect([rows.at(0), rows.at(2), rows.at(3), rows.at(4)]).toEqual([3, 5, 9, 10]);
  });

  test('are none at first', () => {
    expect([...new SheetRows()]).toEqual([]);
    expect(SheetRows.of([]).length).toBe(0);
  });

  test('are the same however they came', () => {
    const pieces = new SheetRows();
    pieces.add(7, 2);
    pieces.add(9, 3);
    expect(pieces).toEqual(SheetRows.of([7, 8, 9, 10, 11]));
  });

  test('need not ascend: a row added later may stand further up', () => {
    expect([...SheetRows.of([4, 5, 1, 2, 2])]).toEqual([4, 5, 1, 2, 2]);
  });

  test('change with their copy no more', () => {
    const rows = SheetRows.of([4, 6, 7]);
    const copy = rows.copy();
    copy.add(8, 1);
    expect([...rows]).toEqual([4, 6, 7]);
    expect([...copy]).toEqual([4, 6, 7, 8]);
  });

  test('are what a column of them would hold', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30)), fc.array(fc.nat(100)), (rows, wanted) => {
        const sheetRows = SheetRows.of(rows);
        const picked = wanted.filter(entry => entry < rows.length);
        expect([...sheetRows.toColumn()]).toEqual(rows);
        expect(rows.map((_, entry) => sheetRows.at(entry))).toEqual(rows);
        expect([...sheetRows.pick(picked)]).toEqual(picked.map(entry => rows[entry]));
        expect(sheetRows.copy()).toEqual(sheetRows);
      }),
    );
  });
});
