/** Cells and the areas between them, as the grid and its keyboard think of them. */
import { cellArea, containsCell, formatAddress } from '../book/address';
import type { Area } from '../book/types';

/** Zero-based. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** The smallest area that holds both cells. */
export function areaBetween(one: Position, other: Position): Area {
  return {
    row: Math.min(one.row, other.row),
    column: Math.min(one.column, other.column),
    rowCount: Math.abs(one.row - other.row) + 1,
    columnCount: Math.abs(one.column - other.column) + 1,
  };
}

export const areaOf = ({ row, column }: Position): Area => cellArea(row, column);

export const topLeft = ({ row, column }: Area): Position => ({ row, column });

export const bottomRight = (area: Area): Position => ({
  row: area.row + area.rowCount - 1,
  column: area.column + area.columnCount - 1,
});

export const contains = (area: Area, { row, column }: Position): boolean => containsCell(area, row, column);

export const isSingleCell = (area: Area): boolean => area.rowCount === 1 && area.columnCount === 1;

export const isSame = (one: Position, other: Position): boolean =>
  one.row === other.row && one.column === other.column;

export const isSameArea = (one: Area, other: Area): boolean =>
  isSame(one, other) && one.rowCount === other.rowCount && one.columnCount === other.columnCount;

/** Writes one cell, without a sheet: `B5`. */
export const cellAddress = (position: Position): string => formatAddress(areaOf(position));
