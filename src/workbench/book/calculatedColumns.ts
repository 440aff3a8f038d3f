/**
 * Columns of tables that have one formula from top to bottom. Excel fills them while one works (Microsoft Support, "Use
 * calculated columns in an Excel table"): new rows get the formula, and a formula entered into an empty column, or in place
 * of the one it has, goes into every row.
 */
import { containsCell } from './address';
import type { BookSheet } from './bookSheet';
import type { Calculation } from './calculation/calculation';
import { translateFormula } from './formula/rewrite';
import { bodyOf } from './tables';
import type { Area, Table } from './types';

/** A formula and the row for which it is written. */
interface RowFormula {
  readonly row: number;
  readonly text: string;
}

const inRow = ({ row, text }: RowFormula, target: number): string => translateFormula(text, target - row, 0);

/**
 * The formula that all rows of a table's column have, or null. First, middle and last row tell: an exception between them
 * does not make it another column, as in Excel.
 *
 * @param apart rows that do not count, such as those that have just come
 */
function calculatedFormula(
  sheet: BookSheet,
  table: Table,
  column: number,
  apart: Area | null = null,
): RowFormula | null {
  const { row, rowCount } = bodyOf(table);
  const rows = Array.from({ length: rowCount }, (_, down) => row + down).filter(
    each => !apart || each < apart.row || each >= apart.row + apart.rowCount,
  );
  const [first] = rows;
  if (first === undefined) return null;
  const text = sheet.formula(first, column);
  if (text === null) return null;
  const found = { row: first, text };
  const isSame = [rows[rows.length >> 1]!, rows.at(-1)!].every(
    each => sheet.formula(each, column) === inRow(found, each),
  );
  return isSame ? found : null;
}

/** Write the formulas of calculated columns into the cells of new rows that are empty. */
export function fillNewRows(calculation: Calculation, sheet: BookSheet, table: Table, added: Area): void {
  const { column, columnCount } = table.area;
  for (let each = column; each < column + columnCount; each++) {
    const formula = calculatedFormula(sheet, table, each, added);
    if (!formula) continue;
    for (let row = added.row; row < added.row + added.rowCount; row++) {
      if (!sheet.grid.isFilled(row, each)) calculation.setFormula(sheet, row, each, inRow(formula, row));
    }
  }
}

/** Give the cells of new rows that have no format of their own that of the nearest row that was there before. */
export function formatNewRows(sheet: BookSheet, table: Table, added: Area): void {
  const body = bodyOf(table);
  const model = added.row > body.row ? added.row - 1 : added.row + added.rowCount;
  if (model >= body.row + body.rowCount) return;
  for (let column = body.column; column < body.column + body.columnCount; column++) {
    const style = sheet.grid.style(model, column);
    for (let row = added.row; row < added.row + added.rowCount; row++) {
      if (sheet.grid.style(row, column) === 0) sheet.grid.putStyle(row, column, style);
    }
  }
}

/**
 * The column that a formula which has just been entered fills: where the others were empty, or had the formula that stood
 * in its place. Null where others hold something else.
 *
 * @param before the formula that stood in its place; null for none
 */
export function columnToFill(
  sheet: BookSheet,
  row: number,
  column: number,
  before: string | null,
): { readonly table: Table; readonly column: Area; readonly formula: RowFormula } | null {
  const text = sheet.formula(row, column);
  const table = sheet.tables.find(each => containsCell(bodyOf(each), row, column));
  if (text === null || !table) return null;
  const body = bodyOf(table);
  const others = Array.from({ length: body.rowCount }, (_, down) => body.row + down).filter(
    each => each !== row,
  );
  const isFree = others.every(each =>
    before === null
      ? !sheet.grid.isFilled(each, column)
      : sheet.formula(each, column) === inRow({ row, text: before }, each),
  );
  if (!isFree || others.length === 0) return null;
  return { table, column: { ...body, column, columnCount: 1 }, formula: { row, text } };
}

/**
 * The column that formulas written by the add-in fill: Excel takes them as typed one after the other, so that in a column
 * that was empty the lowest one goes into every row (office-js issues 2093, 5909 and 6745). Null where nothing changes.
 *
 * @param written the cells of the column that were written, empty before
 */
export function columnFilledByWriting(
  sheet: BookSheet,
  table: Table,
  written: Area,
): { readonly column: Area; readonly formula: RowFormula } | null {
  const body = bodyOf(table);
  const { column } = written;
  let lowest: RowFormula | null = null;
  for (let row = body.row; row < body.row + body.rowCount; row++) {
    const text = sheet.formula(row, column);
    const isWritten = row >= written.row && row < written.row + written.rowCount;
    if (isWritten && text !== null) lowest = { row, text };
    else if (sheet.grid.isFilled(row, column)) return null;
  }
  const last = lowest;
  if (!last) return null;
  const isAlike = Array.from({ length: body.rowCount }, (_, down) => body.row + down).every(
    row => sheet.formula(row, column) === inRow(last, row),
  );
  return isAlike ? null : { column: { ...body, column, columnCount: 1 }, formula: last };
}

/** Write a formula into every row of a column. */
export function fillColumn(
  calculation: Calculation,
  sheet: BookSheet,
  { column, row, rowCount }: Area,
  formula: RowFormula,
): void {
  for (let each = row; each < row + rowCount; each++) {
    if (each !== formula.row) calculation.setFormula(sheet, each, column, inRow(formula, each));
  }
}
