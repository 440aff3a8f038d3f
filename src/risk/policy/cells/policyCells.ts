import { isBlankCell } from '../../ledger/cell';
import type { Cell } from '../../ledger/ledger';
import type { Problem } from '../../problem';
import { inEveryLanguage } from '../policy';
import {
  columnName,
  type PolicySection,
  policySections,
  type SectionId,
  sectionName,
} from './policySections';

/** A row of a section as it was found. */
export interface FoundRow {
  /** One-based within the cells that were read, as messages count. */
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** A section of the policy somewhere among cells. */
export interface FoundSection {
  readonly section: PolicySection;
  /** One-based row of the headers; 0 where the rows came without. */
  readonly headerRow: number;
  /** Zero-based column by the column's key; absent where the sheet has no such header. */
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: readonly FoundRow[];
}

type Cells = readonly (readonly Cell[])[];

/**
 * Find the sections of a policy by their header rows, in either language, wherever they stand.
 *
 * A section reaches to the next header row; its own header once more, right below a row of it, begins nothing. Blank rows, columns with other headers, and remarks that stand apart (the only
 * cell of a row, below a blank row or another remark, or right above a header) belong to nobody. Of two equal sections the first counts.
 */
export function findSections(cells: Cells): ReadonlyMap<SectionId, FoundSection> {
  const all = cells.flatMap((row, index) => {
    const header = recogniseHeader(row);
    return header ? [{ ...header, index }] : [];
  });
  const headers = all.filter((header, position) => !isRepeated(header, all[position - 1], cells));
  const repeated = new Set(all.filter(header => !headers.includes(header)).map(({ index }) => index));
  const found = new Map<SectionId, FoundSection>();
  headers.forEach(({ section, columns, index }, position) => {
    if (found.has(section.id)) return;
    const end = headers[position + 1]?.index ?? cells.length;
    const rows = collectRows(cells, index + 1, end, [...columns.values()]).filter(
      ({ row }) => !repeated.has(row - 1),
    );
    found.set(section.id, { section, headerRow: index + 1, columns, rows });
  });
  return found;
}

interface FoundHeader extends Pick<FoundSection, 'section' | 'columns'> {
  readonly index: number;
}

/** Rows that are pasted with their header stand right below others of their section; a second table stands apart. */
function isRepeated(header: FoundHeader, above: FoundHeader | undefined, cells: Cells): boolean {
  if (above?.section !== header.section) return false;
  const columns = [...header.columns.values()];
  const isInPlace = columns.join() === [...above.columns.values()].join();
  const before = columns.map(column => cells[header.index - 1][column]);
  return isInPlace && !before.every(isBlankOrZero) && !isTitle(before);
}

/**
 * Find the cell that a problem of the policy is about.
 *
 * @param cells The cells that were read.
 * @returns Zero-based within them, the first column where the problem is a whole row's; null where it is no cell's.
 */
export function cellOfProblem(
  cells: Cells,
  { detail }: Problem,
): { readonly row: number; readonly column: number } | null {
  const { row } = detail;
  if (typeof row !== 'number' || row < 1 || row > cells.length) return null;
  const found = [...findSections(cells).values()].find(
    ({ section }) => sectionName(section) === detail.section,
  );
  const known = found?.section.columns.find(column => columnName(column) === detail.column);
  return { row: row - 1, column: (known && found?.columns.get(known.key)) ?? 0 };
}

/** Bring a text to the form in which headers and choices are compared: case, width and spaces do not matter. */
export function comparable(cell: Cell): string {
  return typeof cell === 'string' ? cell.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase() : '';
}

/** Tell whether a cell holds nothing; a formula gets an empty cell as 0 on some platforms, so rows are judged by this. */
export const isBlankOrZero = (cell: Cell): boolean => cell === 0 || isBlankCell(cell);

/** Every row of a sheet is held against all headers. */
const headersOf = Object.values(policySections).map(section => ({
  section,
  headers: section.columns.map(({ key, header }) => ({
    key,
    texts: inEveryLanguage(header).map(comparable),
  })),
}));

function recogniseHeader(row: readonly Cell[]): Pick<FoundSection, 'section' | 'columns'> | null {
  const texts = row.map(comparable);
  for (const { section, headers } of headersOf) {
    const columns = new Map<string, number>();
    for (const { key, texts: known } of headers) {
      const position = texts.findIndex(text => text !== '' && known.includes(text));
      if (position !== -1) columns.set(key, position);
    }
    const isHeader = section.columns.every(({ identifies, key }) => !identifies || hasColumn(columns, key));
    if (isHeader) return { section, columns };
  }
  return null;
}

/** Tell whether a section has a column; a name in one language stands in for both, as people write their own tables. */
export const hasColumn = (columns: ReadonlyMap<string, number>, key: string): boolean =>
  columns.has(key) || (key === 'english' && columns.has('chinese'));

function collectRows(cells: Cells, start: number, end: number, columns: readonly number[]): FoundRow[] {
  const rows: FoundRow[] = [];
  let standsApart = false;
  for (let index = start; index < end; index += 1) {
    const row = columns.map(column => cells[index][column]);
    const isGap = row.every(isBlankOrZero);
    const isAboveHeader = index === end - 1 && end < cells.length;
    const isRemark: boolean = isTitle(row) || ((standsApart || isAboveHeader) && isSingleText(row));
    if (!isGap && !isRemark) rows.push({ row: index + 1, cells: cells[index] });
    standsApart = isGap || isRemark;
  }
  return rows;
}

const titles = new Set(
  Object.values(policySections).flatMap(({ title }) => inEveryLanguage(title).map(comparable)),
);

function isTitle(row: readonly Cell[]): boolean {
  const filled = row.filter(cell => !isBlankOrZero(cell));
  return filled.length === 1 && titles.has(comparable(filled[0]));
}

/** A zero counts here: the last tier may be nothing but its letter and zeros. */
function isSingleText(row: readonly Cell[]): boolean {
  const filled = row.filter(cell => !isBlankCell(cell));
  return filled.length === 1 && typeof filled[0] === 'string';
}
