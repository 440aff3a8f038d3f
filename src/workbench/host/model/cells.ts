import type { CellInput, CellValue, Sheet } from '../../book/types';
import { ApiError } from '../batch/apiError';
import type { Session } from '../session';
import { isEntireColumn, isEntireRow, type SheetArea } from '../sheetArea';
import type { Json } from '../wire/json';
import { assertCellText } from './limits';
import { writeNumberFormats } from './numberFormats';
import { rowsFor } from './rowsOfSize';
import { readWrittenText } from './writtenText';

/** Excel's limit for reading or writing cells in one call (Microsoft Learn, "Resource limits and performance optimization"). */
export const cellLimit = 5_000_000;

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
 * (`InvalidArgument` otherwise). A null leaves its cell as it is, `""` empties it, a text is read as if typed.
 */
export function writeCells(target: SheetArea, value: Json, session: Session): void {
  const { sheet, area } = target;
  requireCellLimit(area.rowCount * area.columnCount);
  const formats: (string | null)[][] = [];
  const rows = rowsFor(target, value).map((row, rowOffset) => {
    const rowFormats: (string | null)[] = [];
    formats.push(rowFormats);
    return row.map((cell, columnOffset) => {
      const current = sheet.style(area.row + rowOffset, area.column + columnOffset).numberFormat ?? 'General';
      const { input, numberFormat } = inputOf(cell, current, session);
      rowFormats.push(numberFormat);
      return input;
    });
  });
  session.book.setCells(sheet, area, rows, 'addin');
  if (formats.some(row => row.some(format => format !== null))) {
    writeNumberFormats(target, formats, session);
  }
}

function inputOf(
  value: Json,
  current: string,
  { book }: Session,
): { readonly input: CellInput; readonly numberFormat: string | null } {
  if (typeof value === 'object' && value !== null) {
    throw new ApiError('InvalidArgument');
  }
  if (typeof value !== 'string') {
    return { input: value, numberFormat: null };
  }
  assertCellText(value, current);
  const { value: input, numberFormat } = readWrittenText(value, current, book);
  return { input, numberFormat };
}
