import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseAddress } from '../../../src/workbench/book/address';
import { createBook } from '../../../src/workbench/book/book';
import type { Area, Sheet } from '../../../src/workbench/book/types';
import { surroundingRegion, usedWithin } from '../../../src/workbench/host/model/regions';
import { absoluteReferenceOf, addressOf, areaAt, contains } from '../../../src/workbench/host/sheetArea';

const size = 8;
const places = fc.uniqueArray(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), {
  selector: ([row, column]) => row * size + column,
  maxLength: 12,
});
const areas = fc
  .tuple(fc.nat(size - 1), fc.nat(size - 1), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .map(([row, column, rowCount, columnCount]): Area => ({ row, column, rowCount, columnCount }));

function sheetWith(cells: readonly (readonly [number, number])[]): Sheet {
  const book = createBook();
  for (const [row, column] of cells) {
    book.setCells(book.activeSheet, { row, column, rowCount: 1, columnCount: 1 }, [[1]], 'user');
  }
  return book.activeSheet;
}

const isIn = (area: Area, [row, column]: readonly [number, number]): boolean =>
  contains(area, { row, column, rowCount: 1, columnCount: 1 });

describe('used cells of an area', () => {
  test('are exactly the box around the filled cells in it', () => {
    fc.assert(
      fc.property(places, areas, (cells, area) => {
        const inside = cells.filter(cell => isIn(area, cell));
        const used = usedWithin(sheetWith(cells), area, true);
        const rows = inside.map(([row]) => row);
        const columns = inside.map(([, column]) => column);
        const expected =
          inside.length === 0
            ? null
            : {
                row: Math.min(...rows),
                column: Math.min(...columns),
                rowCount: Math.max(...rows) - Math.min(...rows) + 1,
                columnCount: Math.max(...columns) - Math.min(...columns) + 1,
              };
        expect(used).toEqual(expected);
      }),
    );
  });
});

describe('the surrounding region', () => {
  test('has no filled cell touching it from outside, and is the same from every filled cell in it', () => {
    fc.assert(
      fc.property(places, cells => {
        const sheet = sheetWith(cells);
        for (const [row, column] of cells) {
          const region = surroundingRegion(sheet, { row, column, rowCount: 1, columnCount: 1 });
          const ring = {
            row: region.row - 1,
            column: region.column - 1,
            rowCount: region.rowCount + 2,
            columnCount: region.columnCount + 2,
          };
          expect(isIn(region, [row, column])).toBe(true);
          expect(cells.filter(cell => isIn(ring, cell) && !isIn(region, cell))).toEqual([]);
        }
      }),
    );
  });
});

describe('addresses', () => {
  test.each<[Area, string, string]>([
    [{ row: 0, column: 0, rowCount: 1, columnCount: 1 }, 'A1', '$A$1'],
    [{ row: 1, column: 25, rowCount: 3, columnCount: 2 }, 'Z2:AA4', '$Z$2:$AA$4'],
    [{ row: 0, column: 1, rowCount: 1_048_576, columnCount: 2 }, 'B:C', '$B:$C'],
    [{ row: 2, column: 0, rowCount: 1, columnCount: 16_384 }, '3:3', '$3:$3'],
  ])('of %j', (area, address, absolute) => {
    const sheet = createBook().activeSheet;
    expect(addressOf({ sheet, area })).toBe(`Sheet1!${address}`);
    expect(absoluteReferenceOf({ sheet, area })).toBe(`Sheet1!${absolute}`);
  });

  test('are read as they are written, whatever the sheet is called', () => {
    const names = fc.constantFrom('Sheet2', "it's", '2024', '应收明细', 'a b', 'A1x', 'R1C1');
    fc.assert(
      fc.property(names, areas, (name, area) => {
        const book = createBook();
        const sheet = book.addSheet(name);
        expect(areaAt(addressOf({ sheet, area }), book, book.activeSheet)).toEqual({ sheet, area });
        expect(parseAddress(absoluteReferenceOf({ sheet, area }))).toEqual({ sheet: name, areas: [area] });
      }),
    );
  });
});
