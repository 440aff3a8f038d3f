/** What goes along with tables that take in rows or formulas, as Excel lets it while one works. */
import { intersection } from '../address';
import type { BookSheet } from '../bookSheet';
import {
  columnFilledByWriting,
  columnToFill,
  fillColumn,
  fillNewRows,
  formatNewRows,
} from '../calculatedColumns';
import { growRules } from '../conditionalFormats';
import type { LineMove } from '../formula/rewrite';
import { growInFormulas } from '../structure/rewriting';
import { bodyOf, type Growth } from '../tables';
import type { Area, ChangeSource, Table } from '../types';
import type { BookParts } from './bookParts';
import { writeCells } from './recordedWrites';

/** Let formulas and formats of a table, rules over all of it and references to all of it reach over rows it took in. */
export function followGrowth(book: BookParts, sheet: BookSheet, growth: Growth): void {
  const { table, bodyBefore } = growth;
  const added = rowsAdded(growth);
  if (!added) return;
  growRules(sheet, bodyBefore, added.rowCount);
  book.steps.push(growInFormulas(book.state, book.calculation, sheet, bodyBefore, added.rowCount));
  book.calculation.namesChanged(table.name);
  fillRows(book, sheet, table, added, 'user');
}

/** Give new rows of a table the formulas and formats of the others. */
export function fillRows(
  book: BookParts,
  sheet: BookSheet,
  table: Table,
  added: Area,
  source: ChangeSource,
): void {
  if (book.steps.isOff) return;
  writeCells(book, sheet, added, source, () => {
    fillNewRows(book.calculation, sheet, table, added);
    formatNewRows(sheet, table, added);
  });
}

/** A formula fills the column of its table where that was empty, or had the one it replaces: a step of its own, as in Excel. */
export function fillColumnOf(
  book: BookParts,
  sheet: BookSheet,
  row: number,
  column: number,
  before: string | null,
): void {
  if (book.steps.isOff || sheet.formula(row, column) === before) return;
  const filled = columnToFill(sheet, row, column, before);
  if (!filled) return;
  book.steps.asOneStep(() => {
    writeCells(book, sheet, filled.column, 'user', () => {
      fillColumn(book.calculation, sheet, filled.column, filled.formula);
    });
  });
}

/** The parts of an area that lie in columns of tables, where nothing stands in any of them. */
export interface WrittenColumn {
  readonly table: Table;
  readonly written: Area;
}

export function emptyColumnsOfTables(sheet: BookSheet, area: Area): WrittenColumn[] {
  return sheet.tables.flatMap(table => {
    const common = intersection(bodyOf(table), area);
    if (!common) return [];
    return Array.from({ length: common.columnCount }, (_, across) => common.column + across)
      .map(column => ({ table, written: { ...common, column, columnCount: 1 } }))
      .filter(({ written }) => !sheet.grid.hasFilled(written));
  });
}

/** Formulas that the add-in wrote into an empty column of a table fill it. */
export function fillWrittenColumn(
  book: BookParts,
  sheet: BookSheet,
  { table, written }: WrittenColumn,
): void {
  if (book.steps.isOff || !sheet.tables.includes(table)) return;
  const filled = columnFilledByWriting(sheet, table, written);
  if (!filled) return;
  writeCells(book, sheet, filled.column, 'addin', () => {
    fillColumn(book.calculation, sheet, filled.column, filled.formula);
  });
}

/** The rows that a table has more than before, at its end; null where there are none. */
export function rowsAdded({ table, bodyBefore }: Growth): Area | null {
  const body = bodyOf(table);
  const rowCount = body.rowCount - bodyBefore.rowCount;
  return rowCount > 0 ? { ...body, row: bodyBefore.row + bodyBefore.rowCount, rowCount } : null;
}

/** The rows of a table that have just been inserted between others of its own. */
export function rowsInserted(table: Table, { axis, at, count }: LineMove): Area | null {
  const body = bodyOf(table);
  const isInside = axis === 'row' && count > 0 && at >= body.row && at + count <= body.row + body.rowCount;
  return isInside && count < body.rowCount ? { ...body, row: at, rowCount: count } : null;
}
