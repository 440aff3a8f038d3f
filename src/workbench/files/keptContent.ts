/** What a file holds beyond the book's own model, kept beside it so that opening and saving loses as little as possible. */
import type { Book, Sheet, Table } from '../book/types';
import type { KeptDrawing } from './charts/keptDrawing';
import type { KeptPart, Relationship } from './workbookParts';
import { excelsFont, type UsualFont } from './writeStyles';

/** Elements of a worksheet that the book does not know, as written in the file. */
export const keptElements = [
  'sheetFormatPr',
  'autoFilter',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'legacyDrawing',
] as const;

export type KeptElement = (typeof keptElements)[number];

export interface KeptOfSheet {
  readonly elements: Readonly<Partial<Record<KeptElement, string>>>;
  /** Colour scales, data bars and icon sets: conditional formats without a formula. */
  readonly graphicFormats: readonly string[];
  /** The attributes of the protection, password included. */
  readonly protection: string;
  readonly relationships: readonly Relationship[];
  readonly parts: readonly KeptPart[];
  /** Pictures and shapes; the charts among them are the sheet's own. */
  readonly drawing: KeptDrawing | null;
  /** The part of a chart sheet. */
  readonly chartSheetPath: string | null;
}

export interface KeptOfTable {
  readonly totalsRowCount: number;
  /** Per column: the stored `tableColumn` attributes and content beyond id and name. */
  readonly columns: readonly { readonly attributes: string; readonly content: string }[];
}

/** Parts that hang on the workbook itself, the XML that other add-ins keep in it, and on the file, its properties. */
export interface KeptOfBook {
  readonly relationships: readonly Relationship[];
  readonly properties: readonly Relationship[];
  readonly parts: readonly KeptPart[];
  /** The protection of the structure as written, password included; empty for none. */
  readonly protection: string;
  /** Of cells that name no other; Chinese workbooks have another than English ones. */
  readonly usualFont: UsualFont;
}

export const nothingOfBook: KeptOfBook = {
  relationships: [],
  properties: [],
  parts: [],
  protection: '',
  usualFont: excelsFont,
};

const ofBooks = new WeakMap<Book, KeptOfBook>();
const ofSheets = new WeakMap<Sheet, KeptOfSheet>();
const ofTables = new WeakMap<Table, KeptOfTable>();
const themes = new WeakMap<Book, string>();

export const keepOfSheet = (sheet: Sheet, kept: KeptOfSheet): void => void ofSheets.set(sheet, kept);
export const keptOfSheet = (sheet: Sheet): KeptOfSheet | null => ofSheets.get(sheet) ?? null;
/** Whether a protection of the opened file wants a password, which the workbench cannot check. */
export const needsPassword = (book: Book, sheet: Sheet | null): boolean =>
  /\s(?:password|workbookPassword|hashValue|workbookHashValue)="/.test(
    (sheet ? keptOfSheet(sheet)?.protection : keptOfBook(book).protection) ?? '',
  );
export const keepOfTable = (table: Table, kept: KeptOfTable): void => void ofTables.set(table, kept);
export const keptOfTable = (table: Table): KeptOfTable | null => ofTables.get(table) ?? null;
export const keepTheme = (book: Book, theme: string): void => void themes.set(book, theme);
export const keptTheme = (book: Book): string | null => themes.get(book) ?? null;
export const forgetTheme = (book: Book): void => void themes.delete(book);
export const keepOfBook = (book: Book, kept: KeptOfBook): void => void ofBooks.set(book, kept);
export const keptOfBook = (book: Book): KeptOfBook => ofBooks.get(book) ?? nothingOfBook;
