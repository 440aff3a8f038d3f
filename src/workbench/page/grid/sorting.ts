/** Sorting from the menus of the grid. */
import { containsCell } from '../../book/address';
import { bodyOf } from '../../book/tables';
import type { Area, Sheet, Table } from '../../book/types';
import type { Workbench } from '../model/workbench';
import { isSingleCell } from '../position';
import { blockAround } from './movement';

/** Sorts the rows of a table by one of its columns, counted on the sheet. */
export function sortTable(workbench: Workbench, table: Table, column: number, isAscending: boolean): void {
  sortBy(workbench, bodyOf(table), column, isAscending);
}

/** Sorts the selected rows, or the block around a single cell, by the column of the active cell. */
export function sortSelection(workbench: Workbench, isAscending: boolean): void {
  const { sheet, areas, active } = workbench.cursor.current.peek();
  const table = sheet.tables.find(({ area }) => containsCell(area, active.row, active.column));
  if (table) {
    sortTable(workbench, table, active.column, isAscending);
    return;
  }
  const last = areas.at(-1)!;
  const used = sheet.usedArea(true);
  const block = isSingleCell(last) ? blockAround(sheet, active) : last;
  const end = used ? used.row + used.rowCount : 0;
  const area = { ...block, rowCount: Math.min(block.rowCount, Math.max(1, end - block.row)) };
  const body = hasHeader(sheet, area) ? { ...area, row: area.row + 1, rowCount: area.rowCount - 1 } : area;
  sortBy(workbench, body, active.column, isAscending);
}

function sortBy({ books, attempt }: Workbench, area: Area, column: number, isAscending: boolean): void {
  const book = books.book.peek();
  attempt(() => {
    book.sortRows(book.activeSheet, area, [{ column: column - area.column, isAscending }], 'user');
  });
}

/** Texts above something else than texts: the names of the columns. */
function hasHeader(sheet: Sheet, { row, column, rowCount, columnCount }: Area): boolean {
  if (rowCount < 2) return false;
  const columns = Array.from({ length: columnCount }, (_, across) => column + across);
  const areTexts = columns.every(each => typeof sheet.value(row, each) === 'string');
  return areTexts && columns.some(each => typeof sheet.value(row + 1, each) !== 'string');
}
