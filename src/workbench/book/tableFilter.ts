/** Filters of tables: rows whose text of a column is excluded are hidden. */
import { bodyOf } from './tables';
import type { Sheet, Table } from './types';

type Excluded = ReadonlySet<string>;

/** What is excluded in a column of the sheet, or null when it is not filtered. */
export const filterOf = (table: Table, column: number): Excluded | null =>
  table.filters.get(column - table.area.column) ?? null;

/** The different texts of a table's column, in the order of the language. */
export function textsOfColumn(sheet: Sheet, table: Table, column: number): string[] {
  const texts = new Set<string>();
  for (const row of dataRows(table)) texts.add(sheet.text(row, column));
  return [...texts].sort((one, other) => one.localeCompare(other, undefined, { numeric: true }));
}

/** Sets a column's filter (an empty set takes it away) and hides the rows that any column of the table excludes. */
export function setFilter(sheet: Sheet, table: Table, column: number, excluded: Excluded): void {
  const { area, filters } = table;
  if (excluded.size > 0) filters.set(column - area.column, excluded);
  else filters.delete(column - area.column);
  for (const row of dataRows(table)) {
    const isExcluded = [...filters].some(([offset, texts]) =>
      texts.has(sheet.text(row, area.column + offset)),
    );
    if (isExcluded) sheet.hiddenRows.add(row);
    else sheet.hiddenRows.delete(row);
  }
}

const dataRows = (table: Table): number[] => {
  const { row, rowCount } = bodyOf(table);
  return Array.from({ length: rowCount }, (_, order) => row + order);
};
