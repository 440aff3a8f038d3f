/** Tables that Tiercel itself keeps on a sheet (snapshots, the collection log) and reads back, whatever users did to them meanwhile. */

import { isBlankCell, isErrorCell, rawText } from './ledger/cell';
import { readAmount } from './ledger/cells/readAmount';
import { readDate } from './ledger/cells/readDate';
import type { Cell, DateSystem } from './ledger/ledger';
import { headerWords } from './ledger/recognition/headerText';
import { type Bilingual, inEveryLanguage, type Language } from './policy/policy';

/** A column of such a table. */
export interface OwnColumn {
  readonly header: Bilingual;
  /** As Excel writes number formats; `@` for text, so that no name is taken for a number, a date or a formula. */
  readonly format: string;
}

export type OwnColumns<Key extends string> = Readonly<Record<Key, OwnColumn>>;

/** A row that was read back: what is missing or cannot be read is `''` or NaN. */
export class OwnRow<Key extends string> {
  /** @param row Zero-based within the cells. */
  constructor(
    readonly row: number,
    private readonly cells: readonly Cell[],
    private readonly places: ReadonlyMap<Key, number>,
    private readonly dateSystem: DateSystem,
  ) {}

  text(key: Key): string {
    return textOf(this.cell(key));
  }

  number(key: Key): number {
    return readAmount(this.cell(key));
  }

  /** Excel serial day. */
  day(key: Key): number {
    return readDate(this.cell(key), 'ymd', this.dateSystem);
  }

  private cell(key: Key): Cell {
    return this.cells[this.places.get(key) ?? -1];
  }
}

/** Fewer headers than these are a coincidence. */
const fewestHeaders = 2;
/** Users write a title above a table, and never a page. */
const rowsToHeader = 200;

/** Give the headers of a table in one language, in the order of its columns. */
export function ownHeaders<Key extends string>(columns: OwnColumns<Key>, language: Language): string[] {
  return Object.values<OwnColumn>(columns).map(({ header }) => header[language]);
}

/** Give the number formats of a table, in the order of its columns. */
export function ownFormats<Key extends string>(columns: OwnColumns<Key>): string[] {
  return Object.values<OwnColumn>(columns).map(({ format }) => format);
}

/**
 * Read the rows of a table of Tiercel's below the first of 200 rows that holds its headers, in any language and in any order. Columns that users
 * added are passed over, those they deleted are missing in every row. Blank rows are skipped. Never throws.
 *
 * @returns Rows from the top; none where no headers are found.
 * @example readOwnTable(cells, logColumns, 1900)[0].text('customer') //=> 'Acme'
 */
export function readOwnTable<Key extends string>(
  cells: readonly (readonly Cell[])[],
  columns: OwnColumns<Key>,
  dateSystem: DateSystem,
): readonly OwnRow<Key>[] {
  return [...ownRows(cells, columns, dateSystem)];
}

/** Read row after row as `readOwnTable` does. */
export function* ownRows<Key extends string>(
  cells: readonly (readonly Cell[])[],
  columns: OwnColumns<Key>,
  dateSystem: DateSystem,
): Generator<OwnRow<Key>, void, undefined> {
  const header = findOwnHeader(cells, columns);
  if (header === null) return;
  const known = [...header.places.values()];
  for (let row = header.row + 1; row < cells.length; row += 1) {
    const content = cells[row];
    if (known.every(column => isBlankCell(content[column]))) continue;
    yield new OwnRow(row, content, header.places, dateSystem);
  }
}

/**
 * Find the headers of a table of ours within its first 200 rows.
 *
 * @returns Zero-based row and columns; null where they are not there.
 */
export function findOwnHeader<Key extends string>(
  cells: readonly (readonly Cell[])[],
  columns: OwnColumns<Key>,
): { readonly row: number; readonly places: ReadonlyMap<Key, number> } | null {
  for (let row = 0; row < Math.min(cells.length, rowsToHeader); row += 1) {
    const places = ownPlaces(cells[row], columns);
    if (places.size >= fewestHeaders) return { row, places };
  }
  return null;
}

/**
 * Find the columns of a table in a row of headers, in any language and in any order.
 *
 * @returns Zero-based; a column that is not there is missing.
 */
export function ownPlaces<Key extends string>(
  row: readonly Cell[],
  columns: OwnColumns<Key>,
): Map<Key, number> {
  const words = row.map(headerWords);
  const places = new Map<Key, number>();
  for (const [key, { header }] of Object.entries<OwnColumn>(columns) as [Key, OwnColumn][]) {
    const names = inEveryLanguage(header).map(headerWords);
    const place = words.findIndex(word => word !== '' && names.includes(word));
    if (place >= 0) places.set(key, place);
  }
  return places;
}

const textOf = (cell: Cell): string =>
  isBlankCell(cell) || isErrorCell(cell) ? '' : shownText(rawText(cell).trim());

/** What Excel takes for a formula, a number or an error by how it begins, whatever it goes on with. */
const beginsOtherwise = /^\s*[=+\-@'#(.,\p{Sc}\p{Nd}＝＋－＠（．，]/u;
/** What it takes for a truth, a date or a time when it is typed, in English or in Chinese, or for a share. */
const readsOtherwise =
  /^(?:true|false|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*[\s./,-]*\d.*|[上下]午.*\d.*|[〇○零一二三四五六七八九十]+[年月日].*|.*[%％])\s*$/isu;

/**
 * Write a text so that Excel keeps it one: with an apostrophe before it, which no cell shows, where it could be taken for a formula, a number,
 * a date or a truth.
 *
 * @example textCell('=HYPERLINK("…")') //=> "'=HYPERLINK(\"…\")"
 * @example textCell('Acme') //=> 'Acme'
 */
export const textCell = (text: string): string =>
  beginsOtherwise.test(text) || readsOtherwise.test(text) ? `'${text}` : text;

/**
 * Give the text that a cell shows of what was written into it: some hosts hand out the apostrophe by which `textCell` keeps it a text.
 *
 * @example shownText("'=1+1") //=> '=1+1'
 * @example shownText("'tis") //=> "'tis"
 */
export function shownText(text: string): string {
  const rest = text.slice(1);
  return text.startsWith("'") && textCell(rest) === text ? rest : text;
}

/** Write a number so that what is not known stays an empty cell. */
export const numberCell = (value: number): Cell => (Number.isFinite(value) ? value : '');
