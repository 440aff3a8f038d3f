import { containsCell, intersects, parseArea } from './address';
import type { BookSheet } from './bookSheet';
import { assertWritable, type BookState } from './bookState';
import { type Area, BookError, type Table } from './types';

/** The names in the book follow one rule, for tables and defined names alike. */
export function isValidName(name: string): boolean {
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) || name.length > 255) return false;
  return parseArea(name) === null && !/^[rc]$|^r\d+(c\d+)?$|^c\d+$/i.test(name);
}

/** What happens to the book around a table's new name: refuse or rewrite formulas before, calculate after. */
export interface TableRenaming {
  before(from: string, to: string): void;
  after(): void;
}

/** A table whose new name or area reaches the formulas that mention it. */
class BookTable implements Table {
  style = 'TableStyleMedium2';
  showFilterButton = true;
  showBandedRows = true;
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
    this.renaming.before(this.#name, name);
    this.#name = name;
    this.renaming.after();
  }
}

/** Make a table: blank headers get names, equal ones are numbered, as in Excel. */
export function createTable(
  state: BookState,
  sheet: BookSheet,
  area: Area,
  name: string | undefined,
  renaming: TableRenaming,
): Table {
  assertWritable(sheet, area);
  assertFree(sheet, area, null);
  const chosen = name ?? freeTableName(state);
  assertFreeName(state, chosen);
  const table = new BookTable(state.newId(), chosen, withOneRow(area), renaming);
  sheet.tables.push(table);
  return table;
}

export function assertFreeName(state: BookState, name: string): void {
  if (!isValidName(name)) throw new BookError('InvalidArgument', `${name} is not a valid name.`);
  const wanted = name.toLowerCase();
  const isTaken =
    state.sheets.some(sheet => sheet.tables.some(table => table.name.toLowerCase() === wanted)) ||
    state.names.some(each => each.scope === null && each.name.toLowerCase() === wanted);
  if (isTaken) throw new BookError('ItemAlreadyExists', `The name ${name} is taken.`);
}

/** Refuse an area that another table of the sheet covers. */
export function assertFree(sheet: BookSheet, area: Area, except: Table | null): void {
  const other = sheet.tables.find(table => table !== except && intersects(table.area, area));
  if (other) throw new BookError('InvalidArgument', `The area overlaps the table ${other.name}.`);
}

/** The texts to write into a table's header row: every column named, no name twice, as Excel does. */
export function headerTexts(sheet: BookSheet, area: Area): string[] {
  const texts: string[] = [];
  const taken = new Set<string>();
  for (let offset = 0; offset < area.columnCount; offset++) {
    const shown = sheet.text(area.row, area.column + offset);
    const base = shown === '' ? `Column${offset + 1}` : shown;
    let text = base;
    for (let number = 2; taken.has(text.toLowerCase()); number++) text = `${base}${number}`;
    taken.add(text.toLowerCase());
    texts.push(text);
  }
  return texts;
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
