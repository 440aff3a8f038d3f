/** The texts of live formulas. Cells of the user's are referred to, and nothing of what they say stands in a formula. */
import type { Cell } from '../../risk/ledger/ledger';
import { columnLetters, quoteSheet } from '../address';
import type { SheetBlock } from '../contract';
import { asOfName, policyRangeName } from '../names';

/** Rows of a sheet that a formula reads, and its columns from the left. */
export interface ReadRange {
  readonly block: SheetBlock;
  /** Zero-based row of the header within the block, -1 for none. */
  readonly headerRow: number;
  /** How many of the block's columns, from its first. */
  readonly width: number;
  /** Empty rows below the block that are read too: what is added there counts. */
  readonly spareRows: number;
}

const firstRowOf = ({ block, headerRow }: ReadRange): number => block.row + Math.max(0, headerRow);

/** @example cellReference('My Sheet', 3, 2) //=> "'My Sheet'!$C$4" */
export const cellReference = (sheetName: string, row: number, column: number): string =>
  `${quoteSheet(sheetName)}!$${columnLetters(column)}$${row + 1}`;

/**
 * Refer to the cells that an answer comes from, header first: to the columns of a table, which grow with it, or else to an address with some
 * rows to spare. An address that ends where a function finds the last row would grow without end, but Excel calculates such a one anew
 * whenever the file is opened: a colleague without Tiercel would see #NAME? instead of the last values.
 *
 * @example dataReference({ block, headerRow: 0, width: 8, spareRows: 0 }) //=> 'Invoices[[#All],[Customer]:[Amount]]'
 */
export function dataReference(range: ReadRange): string {
  const { block, headerRow, width, spareRows } = range;
  const columns = headerRow === 0 ? tableColumns(block, width) : null;
  if (columns !== null) return `${block.tableName}[[#All],${columns}]`;
  const lastRow = block.row + block.cells.length + spareRows;
  const last = [lastRow, columnLetters(block.column + width - 1)] as const;
  const first = cellReference(block.sheetName, firstRowOf(range), block.column);
  return `${first}:$${last[1]}$${last[0]}`;
}

/** First and last column as a structured reference names them; null where there is no table, or a name that Excel would not find again. */
function tableColumns({ tableName, cells }: SheetBlock, width: number): string | null {
  if (tableName === '') return null;
  const names = [cells[0][0], cells[0][width - 1]];
  if (!names.every(isPlainName)) return null;
  return names.map(name => `[${escapedName(name)}]`).join(':');
}

const isPlainName = (name: Cell): name is string =>
  typeof name === 'string' && name !== '' && name === name.trim() && !/[\r\n\t]/.test(name);

/** In a structured reference an apostrophe takes these characters literally. */
const escapedName = (name: string): string => name.replaceAll(/[[\]#'@]/g, "'$&");

/** The number of a column within what `dataReference` refers to, as a formula that follows it when columns come and go. */
export const columnNumber = (range: ReadRange, column: number): string => {
  const at = (offset: number) =>
    cellReference(range.block.sheetName, firstRowOf(range), range.block.column + offset);
  return `=COLUMN(${at(column)})-COLUMN(${at(0)})+1`;
};

/** The header of a column as text. */
export const columnHeader = (range: ReadRange, column: number): string =>
  `=${cellReference(range.block.sheetName, firstRowOf(range), range.block.column + column)}&""`;

/** Excel hands empty cells to an add-in as 0, which is an amount or a limit; an empty text is nothing. */
const emptyKept = (reference: string): string => `IF(${reference}="","",${reference})`;

/** A table of ours that may be made later, or deleted: until then its name refers to an empty cell, and afterwards to none. */
const tableOrNothing = (name: string): string => `IFERROR(${emptyKept(name)},"")`;

/** What the one formula refers to; null for what there is not. */
export interface TieringSources {
  readonly data: string;
  readonly columns: string;
  readonly list: string | null;
  readonly listColumns: string | null;
  readonly matches: string;
  readonly reviews: string;
  readonly snapshots: string;
}

/** The one formula that tiers the customers of a sheet. */
export function tieringFormula(sources: TieringSources): string {
  const optional = (reference: string | null) => (reference === null ? '' : emptyKept(reference));
  return `=TIERCEL.TIERING(${[
    emptyKept(sources.data),
    asOfName,
    emptyKept(policyRangeName),
    sources.columns,
    optional(sources.list),
    sources.listColumns ?? '',
    tableOrNothing(sources.matches),
    tableOrNothing(sources.reviews),
    tableOrNothing(sources.snapshots),
    '"lines"',
  ].join(',')})`;
}

/** Where the formula stands on its sheet, zero-based, and which of its columns say what. */
export const tieringCell = { row: 4, column: 0 } as const;
const verdictColumns = ['C', 'D', 'E'] as const;
const lineColumn = 'F';

/**
 * The formula in a cell of a column beside the data: it looks up the line of its row's customer, then what stands there. All cells of a
 * column have the same text, so that rows may be sorted, inserted and deleted.
 *
 * @param liveSheet The sheet with the table that is looked up in.
 * @param header Address of the column's header, absolute: `$J$4`.
 * @param verdict 0 for the score, 1 for the tier, 2 for the breaches.
 */
export function lookupFormula(liveSheet: string, header: string, verdict: number): string {
  const sheet = quoteSheet(liveSheet);
  const anchor = `${sheet}!$A$${tieringCell.row + 1}`;
  const lines = `${sheet}!$${lineColumn}:$${lineColumn}`;
  const line = `INDEX(${lines},ROW()-ROW(${header})+ROW(${anchor}))`;
  const letter = verdictColumns[verdict];
  const found = `INDEX(${sheet}!$${letter}:$${letter},ROW(${anchor})-1+${line})`;
  return `=IF(ISERROR(${anchor}),${anchor},IF(${line}="","",${found}))`;
}

const lookupShape =
  /^=IF\(ISERROR\((.+?)\),\1,IF\((INDEX\(.+?,ROW\(\)-ROW\(.+?\)\+ROW\(\1\)\))="","",INDEX\(.+?,ROW\(\1\)-1\+\2\)\)\)$/;

/** Tell whether a formula is one that `lookupFormula` gave, whatever moved since. */
export const isLookup = (formula: unknown): boolean =>
  typeof formula === 'string' && lookupShape.test(formula);
