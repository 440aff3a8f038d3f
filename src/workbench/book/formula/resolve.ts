import { maxColumns, maxRows } from '../address';
import type { BookSheet } from '../bookSheet';
import type { BookState } from '../bookState';
import { errors } from '../errorValue';
import { bodyOf, findTable, tableAt } from '../tables';
import type { Area, ErrorValue, Table } from '../types';
import type { StructuredPart } from './syntax';
import type { WrittenArea } from './token';
import { Reference } from './value';

/** Where a formula stands. Relative references move by the shift: conditional formats and names are written for another cell. */
export interface Standpoint {
  readonly state: BookState;
  readonly sheet: BookSheet;
  readonly row: number;
  readonly column: number;
  readonly shiftRow: number;
  readonly shiftColumn: number;
}

/** The cells a written reference means at a standpoint; #REF! where there is no such sheet or it leaves the sheet. */
export function resolveReference(
  written: WrittenArea,
  sheetName: string | null,
  at: Standpoint,
): Reference | ErrorValue {
  const sheet = sheetName === null ? at.sheet : at.state.sheetByName(sheetName);
  if (!sheet || sheet.kind === 'chart') return errors.reference;
  const area = shiftedArea(written, at.shiftRow, at.shiftColumn);
  return area ? new Reference(sheet, area) : errors.reference;
}

function shiftedArea(written: WrittenArea, shiftRow: number, shiftColumn: number): Area | null {
  const { from, to } = written;
  const top = wrapped(from.row + (from.isRowFixed ? 0 : shiftRow), maxRows);
  const bottom = wrapped(to.row + (to.isRowFixed ? 0 : shiftRow), maxRows);
  const left = wrapped(from.column + (from.isColumnFixed ? 0 : shiftColumn), maxColumns);
  const right = wrapped(to.column + (to.isColumnFixed ? 0 : shiftColumn), maxColumns);
  return {
    row: Math.min(top, bottom),
    column: Math.min(left, right),
    rowCount: Math.abs(bottom - top) + 1,
    columnCount: Math.abs(right - left) + 1,
  };
}

/** A relative reference that leaves the sheet comes back at the other side, as in Excel. */
function wrapped(index: number, count: number): number {
  return index >= 0 && index < count ? index : ((index % count) + count) % count;
}

/** The cells of a table that a structured reference means. */
export function resolveStructured(part: StructuredPart, at: Standpoint): Reference | ErrorValue {
  const found = findStructuredTable(part.table, at);
  if (!found) return part.table === '' ? errors.value : errors.name;
  const { sheet, table } = found;
  const columns = columnsOf(part, sheet, table);
  if (!columns) return errors.reference;
  const rows = rowsOf(part, table, sheet, at);
  return rows ? new Reference(sheet, { ...columns, ...rows }) : errors.value;
}

function findStructuredTable(
  name: string,
  at: Standpoint,
): { readonly sheet: BookSheet; readonly table: Table } | null {
  if (name !== '') return findTable(at.state, name);
  const table = tableAt(at.sheet, at.row, at.column);
  return table ? { sheet: at.sheet, table } : null;
}

function columnsOf(
  part: StructuredPart,
  sheet: BookSheet,
  table: Table,
): { readonly column: number; readonly columnCount: number } | null {
  if (!part.columns) return { column: table.area.column, columnCount: table.area.columnCount };
  const [first, last] = part.columns.map(header => headerColumn(sheet, table, header));
  if (first === undefined || last === undefined || first < 0 || last < 0) return null;
  return { column: Math.min(first, last), columnCount: Math.abs(first - last) + 1 };
}

function headerColumn(sheet: BookSheet, table: Table, header: string): number {
  const wanted = header.toLowerCase();
  for (let offset = 0; offset < table.area.columnCount; offset++) {
    const column = table.area.column + offset;
    if (sheet.text(table.area.row, column).toLowerCase() === wanted) return column;
  }
  return -1;
}

function rowsOf(
  part: StructuredPart,
  table: Table,
  sheet: BookSheet,
  at: Standpoint,
): { readonly row: number; readonly rowCount: number } | null {
  const { row, rowCount } = table.area;
  const data = bodyOf(table);
  const totals = { row: data.row + data.rowCount, rowCount: table.totalsRowCount };
  if (part.rows.includes('#This Row')) {
    const isBeside = sheet === at.sheet && at.row > row && at.row < totals.row;
    return isBeside ? { row: at.row, rowCount: 1 } : null;
  }
  if (part.rows.includes('#All')) return { row, rowCount };
  if (part.rows.includes('#Headers')) {
    return { row, rowCount: part.rows.includes('#Data') ? 1 + data.rowCount : 1 };
  }
  if (!part.rows.includes('#Totals')) return { row: data.row, rowCount: data.rowCount };
  if (part.rows.includes('#Data')) return { row: data.row, rowCount: data.rowCount + totals.rowCount };
  return totals.rowCount > 0 ? totals : null;
}
