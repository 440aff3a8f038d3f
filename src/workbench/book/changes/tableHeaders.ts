/** Header rows of tables: every column is named, no name twice, and formulas follow a new name. */
import { intersects } from '../address';
import type { BookSheet } from '../bookSheet';
import { writeInput } from '../cellWriting';
import { renameInFormulas } from '../structure/rewriting';
import { headerTexts } from '../tables';
import type { Area, Table } from '../types';
import type { BookParts } from './bookParts';

/** A table's area and header texts before a change. */
export interface TableHeaders {
  readonly table: Table;
  readonly area: Area;
  readonly texts: readonly string[];
}

/** The tables that a change of an area can touch: their headers lie in it, or it lies right beside or below them. */
export function headersIn(sheet: BookSheet, area: Area): TableHeaders[] {
  return sheet.tables.flatMap(table => {
    const { row, column, rowCount, columnCount } = table.area;
    const headerRow = { ...table.area, rowCount: 1 };
    const around = { row, column, rowCount: rowCount + 1, columnCount: columnCount + 1 };
    const isEdge = !intersects(table.area, area) && intersects(around, area);
    if (!isEdge && !intersects(headerRow, area)) return [];
    return [{ table, area: table.area, texts: headerTexts(sheet, table.area) }];
  });
}

/** A header that was written over stays a text of its own, and formulas take its new name; a grown table is read anew. */
export function settleHeaders(book: BookParts, sheet: BookSheet, before: readonly TableHeaders[]): void {
  const { state, calculation } = book;
  for (const { table, area, texts } of before) {
    const isGrown = table.area !== area;
    const isRenamed = headerTexts(sheet, table.area).some((text, index) => text !== texts[index]);
    if (!isGrown && !isRenamed) continue;
    writeHeaders(book, sheet, table);
    for (const [index, from] of texts.entries()) {
      const to = sheet.text(table.area.row, table.area.column + index);
      if (to === from) continue;
      renameInFormulas(state, calculation, { kind: 'column', table: table.name, from, to });
    }
    calculation.namesChanged(table.name);
    state.appearanceChanged(sheet);
  }
}

/** Write the names of a table's columns where they are not there yet. */
export function writeHeaders({ calculation }: BookParts, sheet: BookSheet, table: Table): void {
  const texts = headerTexts(sheet, table.area);
  texts.forEach((text, offset) => {
    const column = table.area.column + offset;
    if (sheet.value(table.area.row, column) === text) return;
    writeInput(calculation, sheet, table.area.row, column, `'${text}`);
  });
  calculation.contentChanged(sheet, { ...table.area, rowCount: 1 });
}
