/** Tables that come, go and get other areas. */
import { intersects } from '../address';
import type { BookSheet } from '../bookSheet';
import { assertAllowed } from '../bookState';
import { takeSnapshot } from '../cellWriting';
import { BookError } from '../refusals';
import { renameInFormulas } from '../structure/rewriting';
import { assertFree, assertFreeName, bodyOf, createTable } from '../tables';
import type { Area, Table } from '../types';
import type { BookParts } from './bookParts';
import { insertCells } from './cellChanges';
import { rememberCells } from './recordedWrites';
import { fillRows, followGrowth, rowsAdded } from './tableGrowth';
import { writeHeaders } from './tableHeaders';

/** Make a table of an area whose first row names its columns, and whose last ones may be totals. */
export function addTable(
  book: BookParts,
  sheet: BookSheet,
  area: Area,
  name: string | undefined,
  totalsRowCount: number,
): Table {
  const { state, calculation } = book;
  assertAllowed(sheet, area);
  assertFree(sheet, area, null);
  const table = createTable(state, area, name, {
    before: (from, to) => {
      if (from.toLowerCase() !== to.toLowerCase()) assertFreeName(state, to);
      book.steps.push(renameInFormulas(state, calculation, { kind: 'name', from, to }));
    },
    after: (from, to) => {
      calculation.namesChanged(from, to);
      calculation.run();
    },
  });
  // Before formulas look the table up: a total of its column would take in itself.
  table.totalsRowCount = totalsRowCount;
  book.steps.asOneStep(() => {
    sheet.tables.push(table);
    nameColumns(book, sheet, table);
  });
  return table;
}

/** Remove a table; its cells stay. */
export function removeTable({ calculation, steps }: BookParts, sheet: BookSheet, table: Table): void {
  const index = sheet.tables.findIndex(each => each.id === table.id);
  if (index < 0) throw new BookError('tableMissing', table.name);
  steps.furnish(sheet, () => {
    sheet.tables.splice(index, 1);
    calculation.namesChanged(table.name);
    calculation.run();
  });
}

/** Give a table another area that begins with its header row. */
export function resizeTable(book: BookParts, sheet: BookSheet, table: Table, area: Area): void {
  assertAllowed(sheet, area);
  assertFree(sheet, area, table);
  if (!intersects(area, table.area) || area.row !== table.area.row || area.rowCount < 2) {
    throw new BookError('tableRows');
  }
  const bodyBefore = bodyOf(table);
  book.steps.asOneStep(() => {
    table.area = { ...area };
    nameColumns(book, sheet, table);
    const added = rowsAdded({ table, bodyBefore });
    if (added) fillRows(book, sheet, table, added, 'addin');
  });
}

/** Give a table one more row at its end; what stands below moves down. */
export function addTableRow(book: BookParts, sheet: BookSheet, table: Table): void {
  const { row, rowCount } = bodyOf(table);
  const below = { ...table.area, row: row + rowCount, rowCount: 1 };
  assertAllowed(sheet, below);
  book.steps.asOneStep(() => {
    if (table.totalsRowCount > 0 || sheet.grid.hasFilled(below))
      insertCells(book, sheet, below, 'Down', 'user');
    if (bodyOf(table).rowCount > rowCount) return;
    const bodyBefore = bodyOf(table);
    table.area = { ...table.area, rowCount: table.area.rowCount + 1 };
    book.calculation.namesChanged(table.name);
    followGrowth(book, sheet, { table, bodyBefore });
    book.state.appearanceChanged(sheet);
  });
}

/** Name the columns of a table that is new or has another area. */
function nameColumns(book: BookParts, sheet: BookSheet, table: Table): void {
  const before = takeSnapshot(sheet, { ...table.area, rowCount: 1 });
  writeHeaders(book, sheet, table);
  rememberCells(book, sheet, before, []);
  book.calculation.namesChanged(table.name);
  book.calculation.run();
  book.state.appearanceChanged(sheet);
}
