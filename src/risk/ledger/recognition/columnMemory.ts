import { findOwnHeader, type OwnColumns, type OwnRow, readOwnTable } from '../../ownTable';
import { type Bilingual, inEveryLanguage } from '../../policy/policy';
import { plainText } from '../cell';
import type { Cell, Field, Recognition, SheetKind } from '../ledger';
import { findHeaders } from './headerRow';
import { recogniseAs, recogniseSheet } from './recogniseSheet';
import { remap } from './remap';

/** What was said of a sheet, as cells of the workbook keep it: read back when it is tiered again, by whomever. */
export interface SheetMemory {
  readonly sheet: string;
  /** Null where nobody said it. */
  readonly kind: SheetKind | null;
  /** One-based row of the sheet; 0 for a sheet without headers, null where nobody said it. */
  readonly headerRow: number | null;
  /** The sheet with the customer list that is joined; `''` for none, null where nobody said it. */
  readonly list: string | null;
  /** The defined name that stands for the sheet whatever it is called by now; null where none does. */
  readonly mark: string | null;
  /** Per field the header of its column, `''` for a field that is not on the sheet. */
  readonly columns: ReadonlyMap<Field, string>;
}

/** What stands in the column `Meaning` and means no column of the sheet. */
export type SheetFact = 'kind' | 'headerRow' | 'list' | 'mark';

/** How the table says things, in both languages. */
export interface MemoryWords {
  readonly facts: Readonly<Record<SheetFact, Bilingual>>;
  readonly kinds: Readonly<Record<SheetKind, Bilingual>>;
  readonly fields: Readonly<Record<Field, Bilingual>>;
}

/** The table as it stands on its sheet. */
export const memoryColumns = {
  sheet: { header: { en: 'Sheet', zh: '工作表' }, format: '@' },
  meaning: { header: { en: 'Meaning', zh: '含义' }, format: '@' },
  header: { header: { en: 'Column header', zh: '列标题' }, format: '@' },
} as const satisfies OwnColumns<string>;

/** Where the first cell of a block stands on its sheet, zero-based. */
export interface BlockPlace {
  readonly row: number;
  readonly column: number;
}

type Row = readonly Cell[];

/** Only a user is this sure. */
const saidByUser = 1;
/** A header that moved is looked for in so many rows. */
const searchedRows = 40;

/** Nobody said anything of a sheet. */
export const nothingRemembered = (sheet: string): SheetMemory => ({
  sheet,
  kind: null,
  headerRow: null,
  list: null,
  mark: null,
  columns: new Map(),
});

/**
 * Tell what is worth remembering of a corrected recognition: what the user said of columns, and kind and header row where they are not what
 * Tiercel would find by itself. What was remembered before and not said again stays.
 *
 * @example memoryOf(remap(recognition, 'amount', 5), cells, place, nothingRemembered('Invoices')).columns.get('amount') //=> 'Net amount'
 */
export function memoryOf(
  recognition: Recognition,
  cells: readonly Row[],
  place: BlockPlace,
  before: SheetMemory,
): SheetMemory {
  const { kind, headerRow, headers, columns } = recognition;
  const found = recogniseSheet(cells);
  const isOtherKind = kind !== 'unknown' && kind !== found.kind;
  const byItself = kind === 'unknown' ? found : recogniseAs(kind, cells, headerRow);
  const mapped = new Set(columns.map(({ field }) => field));
  const said = new Map(before.columns);
  for (const { field, confidence, column } of columns) {
    if (confidence === saidByUser) said.set(field, columnLabel(headers, column, place));
  }
  for (const { field } of byItself.columns) if (!mapped.has(field)) said.set(field, '');
  const isKindSaid = isOtherKind || (kind !== 'unknown' && before.kind !== null);
  const isHeaderSaid = headerRow !== found.headerRow || before.headerRow !== null;
  return {
    ...before,
    kind: isKindSaid ? kind : before.kind,
    headerRow: isHeaderSaid ? headerRowOnSheet(headerRow, place) : null,
    columns: said,
  };
}

const headerRowOnSheet = (headerRow: number, { row }: BlockPlace): number =>
  headerRow < 0 ? 0 : row + headerRow + 1;

/** The header of a column; its letters where the header is empty or stands above two columns. */
function columnLabel(headers: readonly string[], column: number, place: BlockPlace): string {
  const header = headers[column] ?? '';
  const isTelling = header !== '' && headers.filter(other => other === header).length === 1;
  return isTelling ? header : `${header} (${letters(place.column + column)})`.trim();
}

const lettersPattern = /\(([A-Z]{1,3})\)$/i;

const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/**
 * Recognise a block as its memory says, and by itself where the memory says nothing. A column whose header is no longer there is looked for
 * as on any sheet; a header row that moved is found again by the remembered headers.
 *
 * @example recogniseRemembered(cells, memory, { row: 0, column: 0 }).kind //=> 'ledger'
 */
export function recogniseRemembered(
  cells: readonly Row[],
  memory: SheetMemory,
  place: BlockPlace,
): Recognition {
  const headerRow = rememberedHeaderRow(cells, memory, place);
  const recognition =
    memory.kind === null ? recogniseSheet(cells, headerRow) : recogniseAs(memory.kind, cells, headerRow);
  let remembered = recognition;
  for (const [field, header] of memory.columns) {
    const column = header === '' ? null : columnOf(recognition.headers, header, place);
    if (column !== undefined) remembered = remap(remembered, field, column);
  }
  return remembered;
}

/** Tell whether a memory says anything of how a sheet is read. */
export const saysHowToRead = ({ kind, headerRow, columns }: SheetMemory): boolean =>
  kind !== null || headerRow !== null || columns.size > 0;

function rememberedHeaderRow(
  cells: readonly Row[],
  { headerRow, columns }: SheetMemory,
  place: BlockPlace,
): number | undefined {
  if (headerRow === null) return undefined;
  const remembered = headerRow === 0 ? -1 : headerRow - 1 - place.row;
  const wanted = wantedHeaders(columns);
  const found = (row: number) => headersFound(cells, row, wanted);
  if (wanted.length === 0 || headerRow === 0 || found(remembered) > 0) {
    return remembered < cells.length && remembered >= -1 ? remembered : undefined;
  }
  const rows = [...cells.slice(0, searchedRows).keys()];
  const best = rows.reduce((one, other) => (found(other) > found(one) ? other : one), 0);
  return found(best) > 0 ? best : undefined;
}

const wantedHeaders = (columns: SheetMemory['columns']): readonly string[] =>
  [...columns.values()].filter(header => header !== '').map(textKey);

function headersFound(cells: readonly Row[], row: number, wanted: readonly string[]): number {
  const words = new Set(findHeaders(cells, row).headers.map(({ text }) => textKey(text)));
  return wanted.filter(header => words.has(header)).length;
}

/**
 * Tell whether a memory can be of a sheet of its name: where no mark says so, at least one of its headers stands there. Another sheet may have got the
 * name of one that was renamed or deleted.
 */
export function canBeOf({ mark, columns }: SheetMemory, cells: readonly Row[]): boolean {
  const wanted = wantedHeaders(columns).filter(header => !lettersPattern.test(header));
  if (mark !== null || wanted.length === 0) return true;
  return cells.slice(0, searchedRows).some((_, row) => headersFound(cells, row, wanted) > 0);
}

/** Units in brackets tell columns apart: `Amount (EUR)`, `Amount (USD)`. */
const textKey = (cell: Cell): string => plainText(cell).toLowerCase();

/** The column of a remembered header; `undefined` where it is no longer on the sheet. */
function columnOf(headers: readonly string[], header: string, place: BlockPlace): number | undefined {
  const words = textKey(header);
  const exact = headers.findIndex(candidate => candidate !== '' && textKey(candidate) === words);
  if (exact >= 0) return exact;
  const lettersOf = lettersPattern.exec(header.trim());
  if (lettersOf === null) return undefined;
  const wanted = lettersOf[1].toUpperCase();
  const column = headers.findIndex((_, index) => letters(place.column + index) === wanted);
  const named = textKey(header.trim().slice(0, lettersOf.index));
  return column >= 0 && textKey(headers[column]) === named ? column : undefined;
}

/** A row of the table: sheet, meaning, column header. */
export type MemoryRow = readonly [sheet: string, meaning: string, said: string | number];

/** A memory as rows of the table, in one language. */
function memoryRows(
  { sheet, kind, headerRow, list, mark, columns }: SheetMemory,
  words: MemoryWords,
  language: keyof Bilingual,
): MemoryRow[] {
  const fact = (name: SheetFact, said: string | number): MemoryRow => [
    sheet,
    words.facts[name][language],
    said,
  ];
  return [
    ...(kind === null ? [] : [fact('kind', words.kinds[kind][language])]),
    ...(headerRow === null ? [] : [fact('headerRow', headerRow)]),
    ...(list === null ? [] : [fact('list', list)]),
    ...(mark === null ? [] : [fact('mark', mark)]),
    ...[...columns].map(([field, header]): MemoryRow => [sheet, words.fields[field][language], header]),
  ];
}

/** What is to be written so that the table says a memory: nothing that stands there already, and nobody's rows go. */
export interface MemoryEdits {
  /** Rows of the cells whose `Column header` changes, zero-based. */
  readonly changed: readonly { readonly row: number; readonly said: string | number }[];
  readonly added: readonly MemoryRow[];
}

/**
 * Work out what to write into the table so that it says a memory.
 *
 * @param cells The table with its headers, as `readMemories` takes it.
 * @example memoryEdits([], memory, words, 'en').added //=> [['Invoices', 'Header row', 3], ['Invoices', 'Amount', 'Net amount']]
 */
export function memoryEdits(
  cells: readonly Row[],
  memory: SheetMemory,
  words: MemoryWords,
  language: keyof Bilingual,
): MemoryEdits {
  const meaning = meanings(words);
  const standing = new Map<string, { readonly row: number; readonly said: string }>();
  const keyOf = (sheet: string, means: string) => `${sheetKey(sheet)}\n${means}`;
  for (const row of readOwnTable(cells, memoryColumns, 1900)) {
    const means = meaning.get(textKey(row.text('meaning')));
    if (means !== undefined) {
      standing.set(keyOf(row.text('sheet'), nameOf(means)), { row: row.row, said: row.text('header') });
    }
  }
  const changed: { row: number; said: string | number }[] = [];
  const added: MemoryRow[] = [];
  for (const wanted of memoryRows(memory, words, language)) {
    const [sheet, means, said] = wanted;
    const stands = standing.get(keyOf(sheet, nameOf(meaning.get(textKey(means))!)));
    if (stands === undefined) added.push(wanted);
    else if (!isSameSaying(stands.said, said, words)) changed.push({ row: stands.row, said });
  }
  return { changed, added };
}

/**
 * Read what is remembered of all sheets, in either language and whatever users did to the table: rows that say nothing are passed over, and
 * of two rows that say the same of a sheet the later one counts. Never throws.
 */
export function readMemories(cells: readonly Row[], words: MemoryWords): SheetMemory[] {
  const meaning = meanings(words);
  const memories = new Map<string, SheetMemory>();
  for (const row of readOwnTable(cells, memoryColumns, 1900)) {
    const sheet = row.text('sheet');
    const means = meaning.get(textKey(row.text('meaning')));
    if (sheet === '' || means === undefined) continue;
    const key = sheetKey(sheet);
    const memory = memories.get(key) ?? nothingRemembered(sheet);
    memories.set(key, withRow(memory, means, row, words));
  }
  return [...memories.values()];
}

/** Excel tells sheets apart without looking at case. */
const sheetKey = (sheet: string): string => sheet.trim().toLowerCase();

/** The table with its sheets by the names they have now. */
export interface FollowedSheets {
  readonly cells: readonly Row[];
  /** Rows in which a name is another by now, zero-based, and what they have to say. */
  readonly renamed: readonly {
    readonly row: number;
    readonly cells: { readonly sheet?: string; readonly header?: string };
  }[];
}

/**
 * Let the table follow the sheets that got another name since: by their marks, all at once, so that two that swapped names are swapped. A sheet that has
 * the name now which a marked one had before, such as a copy, has no part in what was remembered.
 *
 * @param sheetOf The name by now of each mark's sheet; without those whose sheet is gone.
 */
export function followSheets(
  cells: readonly Row[],
  sheetOf: ReadonlyMap<string, string>,
  words: MemoryWords,
): FollowedSheets {
  const nameNow = new Map<string, string>();
  for (const { sheet, mark } of readMemories(cells, words)) {
    const now = sheetOf.get(mark ?? '');
    if (now !== undefined) nameNow.set(sheetKey(sheet), now);
  }
  const header = findOwnHeader(cells, memoryColumns);
  if (header === null) return { cells, renamed: [] };
  const meaning = meanings(words);
  const renamed: { row: number; cells: { sheet?: string; header?: string } }[] = [];
  const followed = cells.map(row => [...row]);
  for (const row of readOwnTable(cells, memoryColumns, 1900)) {
    const means = meaning.get(textKey(row.text('meaning')));
    const isList = means !== undefined && 'fact' in means && means.fact === 'list';
    const said: { sheet?: string; header?: string } = {};
    for (const key of isList ? (['sheet', 'header'] as const) : (['sheet'] as const)) {
      const now = nameNow.get(sheetKey(row.text(key)));
      if (now === undefined || now === row.text(key)) continue;
      said[key] = now;
      followed[row.row][header.places.get(key)!] = now;
    }
    if (Object.keys(said).length > 0) renamed.push({ row: row.row, cells: said });
  }
  return { cells: followed, renamed };
}

/** Find what is remembered of a sheet, or that nothing is. */
export const memoryOfSheet = (memories: readonly SheetMemory[], sheet: string): SheetMemory =>
  memories.find(memory => sheetKey(memory.sheet) === sheetKey(sheet)) ?? nothingRemembered(sheet);

type Meaning = { readonly fact: SheetFact } | { readonly field: Field };

const nameOf = (means: Meaning): string => ('fact' in means ? means.fact : `field ${means.field}`);

function meanings({ facts, fields }: MemoryWords): ReadonlyMap<string, Meaning> {
  const known = new Map<string, Meaning>();
  for (const [field, { en, zh }] of Object.entries(fields) as [Field, Bilingual][]) {
    for (const name of [field, en, zh]) known.set(textKey(name), { field });
  }
  for (const [fact, { en, zh }] of Object.entries(facts) as [SheetFact, Bilingual][]) {
    for (const name of [fact, en, zh]) known.set(textKey(name), { fact });
  }
  return known;
}

function withRow(
  memory: SheetMemory,
  means: Meaning,
  row: OwnRow<keyof typeof memoryColumns>,
  { kinds }: MemoryWords,
): SheetMemory {
  const said = row.text('header');
  if ('field' in means) return { ...memory, columns: new Map(memory.columns).set(means.field, said) };
  if (means.fact === 'list') return { ...memory, list: said };
  if (means.fact === 'mark') return { ...memory, mark: said === '' ? null : said };
  if (means.fact === 'headerRow') {
    const number = row.number('header');
    return Number.isInteger(number) && number >= 0 ? { ...memory, headerRow: number } : memory;
  }
  const kind = kindNamed(said, kinds);
  return kind === undefined ? memory : { ...memory, kind };
}

const kindNamed = (said: string, kinds: MemoryWords['kinds']): SheetKind | undefined =>
  (Object.keys(kinds) as SheetKind[]).find(kind =>
    [kind, ...inEveryLanguage(kinds[kind])].some(word => textKey(word) === textKey(said)),
  );

/** A kind may be said in the other language. */
function isSameSaying(standing: string, said: string | number, { kinds }: MemoryWords): boolean {
  const kind = kindNamed(standing, kinds);
  return standing === String(said) || (kind !== undefined && kind === kindNamed(String(said), kinds));
}
