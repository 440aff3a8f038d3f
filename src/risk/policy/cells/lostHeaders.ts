import type { Cell } from '../../ledger/ledger';
import type { Problem } from '../../problem';
import { comparable, type FoundSection, hasColumn } from './policyCells';
import {
  columnName,
  type PolicySection,
  policySections,
  type SectionColumn,
  type SectionId,
  sectionName,
} from './policySections';

type Row = readonly Cell[];

/** Without them a row reads the same: names stand in for each other, reasons decide nothing. */
const saysNothing: ReadonlySet<string> = new Set(['english', 'chinese', 'why']);

/**
 * Find columns of the policy sheet whose header was typed over or emptied: without a word their values would be the defaults, and a section
 * without its header row would be taken for rows of the one above.
 *
 * @param sections As findSections finds them among the cells.
 * @returns One problem a column, at its header row. Columns and sections that the sheet never had are none.
 */
export function lostHeaders(
  cells: readonly Row[],
  sections: ReadonlyMap<SectionId, FoundSection>,
): readonly Problem[] {
  return Object.values(policySections).flatMap(section => {
    const found = sections.get(section.id);
    if (found) return lostColumns(cells, found).map(column => lost(section, column, found.headerRow));
    const below = rowBelowTitle(cells, section);
    if (below === null) return [];
    const absent = section.columns.filter(
      ({ identifies, header }) => identifies && !hasHeader(cells[below], header),
    );
    return absent.map(column => lost(section, column, below + 1));
  });
}

/** A column is lost where another text stands in its place: a sheet of an earlier version has nothing there. */
function lostColumns(cells: readonly Row[], { section, columns, headerRow }: FoundSection): SectionColumn[] {
  const row = cells[headerRow - 1] ?? [];
  const isForeign = (cell: Cell) =>
    comparable(cell) !== '' && !section.columns.some(({ header }) => hasHeader([cell], header));
  return section.columns.filter(
    ({ key }, place) => !saysNothing.has(key) && !hasColumn(columns, key) && isForeign(row[place]),
  );
}

/** The row below a section's title, where it still has a header of the section; null where it has none. */
function rowBelowTitle(cells: readonly Row[], { title, columns }: PolicySection): number | null {
  const titled = cells.findIndex(row => hasHeader(row, title));
  const below = cells[titled + 1];
  if (titled < 0 || below === undefined) return null;
  const isHeaderRow = columns.some(({ key, header }) => key !== 'why' && hasHeader(below, header));
  return isHeaderRow ? titled + 1 : null;
}

const hasHeader = (row: Row, { en, zh }: SectionColumn['header']): boolean =>
  row.some(cell => [comparable(en), comparable(zh)].includes(comparable(cell)));

const lost = (section: PolicySection, column: SectionColumn, row: number): Problem => ({
  code: 'value',
  key: 'policyColumnMissing',
  detail: { section: sectionName(section), row, column: columnName(column) },
});
