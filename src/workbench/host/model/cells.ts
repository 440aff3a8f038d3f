import type { CellInput, CellValue, Sheet } from '../../book/types';
import { ApiError } from '../batch/apiError';
import type { Session } from '../session';
import { isEntireColumn, isEntireRow, type SheetArea } from '../sheetArea';
import type { Json } from '../wire/json';

/** Excel's limit for reading or writing cells in one call (Microsoft Learn, "Resource limits and performance optimization"). */
export const cellLimit = 5_000_000;

/** Refuse to change a protected sheet. */
export function requireWritable(sheet: Sheet): void {
  if (sheet.isProtected) {
    throw new ApiError('AccessDenied');
  }
}

/**
 * Read one fact of each cell as rows. Whole rows and columns give null, as in Excel: they are too many cells
 * to be meant. More than five million cells are `RangeExceedsLimit`.
 */
export function readCells(
  { sheet, area }: SheetArea,
  read: (sheet: Sheet, row: number, column: number) => Json,
): Json {
  if (isEntireRow(area) || isEntireColumn(area)) {
    return null;
  }
  requireCellLimit(area.rowCount * area.columnCount);
  const rows: Json[][] = [];
  for (let row = area.row; row < area.row + area.rowCount; row++) {
    const cells: Json[] = [];
    for (let column = area.column; column < area.column + area.columnCount; column++) {
      cells.push(read(sheet, row, column));
    }
    rows.push(cells);
  }
  return rows;
}

function requireCellLimit(count: number): void {
  if (count > cellLimit) {
    throw new ApiError('RangeExceedsLimit');
  }
}

/** A value as `Range.values` has it: an empty cell is `""`, an error its text. */
export function valueForAddin(value: CellValue): Json {
  if (value === null) {
    return '';
  }
  return typeof value === 'object' ? value.error : value;
}

/** The kind of a value as `Range.valueTypes` has it. */
export function valueTypeOf(value: CellValue): string {
  if (value === null) {
    return 'Empty';
  }
  switch (typeof value) {
    case 'number':
      return 'Double';
    case 'boolean':
      return 'Boolean';
    case 'string':
      return 'String';
    default:
      return 'Error';
  }
}

/**
 * Write values or formulas: one plain value for every cell, or rows of exactly the range's size
 * (`InvalidArgument` otherwise). A null leaves its cell as it is, `""` empties it.
 */
export function writeCells(target: SheetArea, value: Json, session: Session): void {
  requireWritable(target.sheet);
  const { area } = target;
  requireCellLimit(area.rowCount * area.columnCount);
  const rows = rowsFor(target, value).map(row => row.map(inputOf));
  session.book.setCells(target.sheet, area, rows, 'addin');
}

/** The refusal of rows that are not of the range's size. */
export function wrongSize(): ApiError {
  return new ApiError(
    'InvalidArgument',
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );
}

/** Rows of the range's size from what was set: the rows themselves, or one plain value repeated. */
export function rowsFor({ area }: SheetArea, value: Json): readonly (readonly Json[])[] {
  if (!Array.isArray(value)) {
    return repeat(area.rowCount, repeat(area.columnCount, value));
  }
  const hasRightSize =
    value.length === area.rowCount &&
    value.every(row => Array.isArray(row) && row.length === area.columnCount);
  if (!hasRightSize) {
    throw wrongSize();
  }
  return value as readonly (readonly Json[])[];
}

function repeat<T>(count: number, value: T): T[] {
  return new Array<T>(count).fill(value);
}

function inputOf(value: Json): CellInput {
  if (typeof value === 'object' && value !== null) {
    throw new ApiError('InvalidArgument');
  }
  return value;
}
