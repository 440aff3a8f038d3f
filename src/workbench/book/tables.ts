import { containsCell, intersects, parseArea } from './address';
import type { BookSheet } from './bookSheet';
import type { BookState } from './bookState';
import { BookError } from './refusals';
import type { Area, Table } from './types';

/** The names in the book follow one rule, for tables and defined names alike. */
export function isValidName(name: string): boolean {
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) || name.length > 255) return false;
  return parseArea(name) === null && !/^[rc]$|^r\d+(c\d+)?$|^c\d+$/i.test(name);
}

/** What happens to the book around a table's new name: refuse or rewrite formulas before, calculate after. */
export interface TableRenaming {
  before(from: string, to: string): void;
  after(from: string, to: string): void;
}

/** A table whose new name or area reaches the formulas that mention it. */
export class BookTable implements Table {
  style = 'TableStyleMedium2';
  showFilterButton = true;
  showBandedRows = true;
  totalsRowCount = 0;
  readonly filters = new Map<number, ReadonlySet<string>>();
  #name: string;

  constructor(
    readonly id: string,
    name: string,
    public area: Area,
    private readonly renaming: TableRenaming,
  ) {
    this.#name = name;
  }

  get name(): string {
    return this.#name;
  }

  set name(name: string) {
    if (name === this.#name) return;
    const before = this.#name;
    this.renaming.before(before, name);
    this.#name = name;
    this.renaming.after(before, name);
  }

  /** Take the name it had before: formulas are put back by themselves. */
  takeBackName(name: string): void {
    this.#name = name;
  }
}

/** Make a table of a free name, on no sheet yet. */
export function createTable(
  state: BookState,
  area: Area,
  name: string | undefined,
  renaming: TableRenaming,
): Table {
  const chosen = name ?? freeTableName(state);
  assertFreeName(state, chosen);
  return new BookTable(state.newId(), chosen, withOneRow(area), renaming);
}

export function assertFreeName(state: BookState, name: string): void {
  if (!isValidName(name)) throw new BookError('nameInvalid', name);
  const wanted = name.toLowerCase();
  const isTaken =
    state.sheets.some(sheet => sheet.tables.some(table => table.name.toLowerCase() === wanted)) ||
    state.names.some(each => each.scope === null && each.name.toLowerCase() === wanted);
  if (isTaken) throw new BookError('nameTaken', name);
}

/** The rows of a table between its header and its totals. */
export function bodyOf({ area, totalsRowCount }: Table): Area {
  return { ...area, row: area.row + 1, rowCount: area.rowCount - 1 - totalsRowCount };
}

/** Refuse an area that another table of the sheet covers. */
export function assertFree(sheet: BookSheet, area: Area, except: Table | null): void {
  const other = sheet.tables.find(table => table !== except && intersects(table.area, area));
  if (other) throw new BookError('tableOverlaps', other.name);
}

/** What a header says: a text itself, whatever its format adds to it, and a number as it is shown. */
export function headerText(sheet: Pick<BookSheet, 'value' | 'text'>, row: number, column: number): string {
  const value = sheet.value(row, column);
  return typeof value === 'string' ? value : sheet.text(row, column);
}

/** The texts to write into a table's header row: every column named, no name twice, as Excel does. */
export function headerTexts(sheet: BookSheet, area: Area): string[] {
  const texts: string[] = [];
  const taken = new Set<string>();
  for (let offset = 0; offset < area.columnCount; offset++) {
    const said = headerText(sheet, area.row, area.column + offset);
    const base = said === '' ? `Column${offset + 1}` : said;
    let text = base;
    for (let number = 2; taken.has(text.toLowerCase()); number++) text = `${base}${number}`;
    taken.add(text.toLowerCase());
    texts.push(text);
  }
  return texts;
}

/** A table that has taken in rows or columns, and its rows without header and totals before. */
export interface Growth {
  readonly table: Table;
  readonly bodyBefore: Area;
}

/**
 * Let a table take in what the user wrote right below it, or right beside it, when nothing else of theirs is there, as
 * Excel does while typing. Below a row of totals it does not.
 */
export function growTables(sheet: BookSheet, area: Area): Growth | null {
  for (const table of sheet.tables) {
    const grown = grownArea(sheet, table.area, area);
    if (!grown || sheet.tables.some(other => other !== table && intersects(other.area, grown))) continue;
    if (table.totalsRowCount > 0 && grown.rowCount > table.area.rowCount) continue;
    const bodyBefore = bodyOf(table);
    table.area = grown;
    return { table, bodyBefore };
  }
  return null;
}

function grownArea(sheet: BookSheet, table: Area, written: Area): Area | null {
  if (!sheet.grid.hasFilled(written)) return null;
  const isBelow =
    written.row === table.row + table.rowCount &&
    written.column >= table.column &&
    written.column + written.columnCount <= table.column + table.columnCount;
  if (isBelow) {
    const below = { ...table, row: written.row, rowCount: written.rowCount };
    const isFree = !hasOtherContent(sheet, below, written);
    return isFree ? { ...table, rowCount: table.rowCount + written.rowCount } : null;
  }
  const isBeside =
    written.column === table.column + table.columnCount &&
    written.row >= table.row &&
    written.row + written.rowCount <= table.row + table.rowCount;
  if (!isBeside) return null;
  const beside = { ...table, column: written.column, columnCount: written.columnCount };
  const isFree = !hasOtherContent(sheet, beside, written);
  return isFree ? { ...table, columnCount: table.columnCount + written.columnCount } : null;
}

function hasOtherContent(sheet: BookSheet, area: Area, written: Area): boolean {
  let hasOther = false;
  sheet.grid.forEachFilled(area, (_, row, column) => {
    if (!containsCell(written, row, column)) hasOther = true;
  });
  return hasOther;
}

export function findTable(
  state: BookState,
  name: string,
): { readonly sheet: BookSheet; readonly table: Table } | null {
  const wanted = name.toLowerCase();
  for (const sheet of state.sheets) {
    const table = sheet.tables.find(each => each.name.toLowerCase() === wanted);
    if (table) return { sheet, table };
  }
  return null;
}

export function tableAt(sheet: BookSheet, row: number, column: number): Table | null {
  return sheet.tables.find(table => containsCell(table.area, row, column)) ?? null;
}

/** A table has a header and at least one row below it. */
function withOneRow(area: Area): Area {
  return { ...area, rowCount: Math.max(area.rowCount, 2) };
}

function freeTableName(state: BookState): string {
  for (let number = 1; ; number++) {
    const name = `Table${number}`;
    if (!findTable(state, name)) return name;
  }
}
