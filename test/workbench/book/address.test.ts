import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import {
  columnIndex,
  columnName,
  containsCell,
  formatAddress,
  maxColumns,
  maxRows,
  parseAddress,
  parseArea,
  without,
} from '../../../src/workbench/book/address';

describe('columnName', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16383, 'XFD'],
  ])('names column %i %s', (index, name) => {
    expect(columnName(index)).toBe(name);
    expect(columnIndex(name)).toBe(index);
  });
});

describe('parseAddress', () => {
  it.each([
    ['A1', null, { row: 0, column: 0, rowCount: 1, columnCount: 1 }],
    ['Sheet1!A1:C9', 'Sheet1', { row: 0, column: 0, rowCount: 9, columnCount: 3 }],
    ["'My Sheet'!A:A", 'My Sheet', { row: 0, column: 0, rowCount: 1048576, columnCount: 1 }],
    ["'O''Hara, Inc'!$B$2", "O'Hara, Inc", { row: 1, column: 1, rowCount: 1, columnCount: 1 }],
    ['应收明细!B2:A1', '应收明细', { row: 0, column: 0, rowCount: 2, columnCount: 2 }],
    ['3:5', null, { row: 2, column: 0, rowCount: 3, columnCount: 16384 }],
  ])('reads %s', (address, sheet, area) => {
    expect(parseAddress(address)).toEqual({ sheet, areas: [area] });
  });

  it('reads several areas', () => {
    expect(parseAddress('A1:B2,D4')?.areas).toEqual([
      { row: 0, column: 0, rowCount: 2, columnCount: 2 },
      { row: 3, column: 3, rowCount: 1, columnCount: 1 },
    ]);
  });

  it.each([
    '',
    'A',
    '1',
    'XFE1',
    'A1048577',
    'A0',
    'A1:',
    'A1:B',
    "'A!A1",
    'A1:B2:C3',
    '!A1',
    'A1,Sheet2!B1,Sheet3!C1',
  ])('refuses %p', address => {
    expect(parseAddress(address)).toBeNull();
  });

  it('reads what formatAddress writes', () => {
    const areas = fc
      .tuple(
        fc.nat(maxRows - 1),
        fc.nat(maxColumns - 1),
        fc.nat(maxRows - 1),
        fc.nat(maxColumns - 1),
        fc.string({ minLength: 1, maxLength: 31 }),
      )
      .filter(([, , , , sheet]) => !/[\\/?*[\]:]|^'|'$|^=|^\s|\s$/.test(sheet));
    fc.assert(
      fc.property(areas, ([row, column, lastRow, lastColumn, sheet]) => {
        const area = {
          row: Math.min(row, lastRow),
          column: Math.min(column, lastColumn),
          rowCount: Math.abs(row - lastRow) + 1,
          columnCount: Math.abs(column - lastColumn) + 1,
        };
        expect(parseAddress(formatAddress(area, { sheet }))).toEqual({ sheet, areas: [area] });
      }),
    );
  });
});

test('an area without another is every cell of it that the other does not have, once', () => {
  expect(without(parseArea('A1:C3')!, parseArea('B2')!)).toEqual(
    ['A1:C1', 'A3:C3', 'A2', 'C2'].map(address => parseArea(address)),
  );
  const small = fc.record({
    row: fc.nat(5),
    column: fc.nat(5),
    rowCount: fc.integer({ min: 1, max: 5 }),
    columnCount: fc.integer({ min: 1, max: 5 }),
  });
  const property = fc.property(small, small, (area, hole) => {
    const parts = without(area, hole);
    for (let row = 0; row < 11; row++) {
      for (let column = 0; column < 11; column++) {
        const covering = parts.filter(part => containsCell(part, row, column)).length;
        const isWanted = containsCell(area, row, column) && !containsCell(hole, row, column);
        expect(covering).toBe(isWanted ? 1 : 0);
      }
    }
  });
  fc.assert(property);
});
