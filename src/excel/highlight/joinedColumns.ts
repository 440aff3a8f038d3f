import { type CustomerMatches, noEntry } from '../../risk/join/matchCustomers';
import { isBlankCell } from '../../risk/ledger/cell';
import type { CustomerList } from '../../risk/ledger/customerList/customerList';
import type { Cell, Field, Ledger, Recognition } from '../../risk/ledger/ledger';
import { columnsInLargerUnits } from '../../risk/ledger/recognition/moneyUnit';
import type { Slices } from '../../risk/slices';
import { columnLetters, quoteSheet } from '../address';
import type { SheetBlock } from '../contract';
import { joinedListPrefix } from '../names';

/** A ledger joined with a customer list, as far as its highlights need to know. */
export interface HighlightedJoin {
  readonly sheet: { readonly block: SheetBlock; readonly recognition: Recognition };
  readonly list: CustomerList;
  /** Of the customers of the whole ledger. */
  readonly matches: CustomerMatches;
  readonly whole: { readonly ledger: Ledger };
}

/** What native formulas of the ledger can look up on the joined customer list. */
export interface JoinedColumns {
  /** The list has the field, whether a formula can look it up or not: then it decides, and not the ledger. */
  readonly tells: (field: Field) => boolean;
  /** What the list says of the row's customer, `otherwise` where it says no number; null where no formula finds it as the engine does. */
  readonly cell: (field: Field, otherwise: string) => string | null;
  /** The columns of the list as formulas know them, by name: `='Bob''s list'!$C$4:$C$90`. */
  readonly names: ReadonlyMap<string, string>;
}

const rowsInSlice = 8192;

/** MATCH takes no longer text. */
const longestText = 255;

/**
 * Say how formulas find a row's customer on the joined list: by its number or name, wherever that finds for every row of the ledger exactly
 * the entry that the engine found. Where one customer is found by less (a similar name, a choice), no formula is given for anybody: it would
 * be silently wrong for that one.
 */
export function* joinedColumns(
  ledgerSheet: HighlightedJoin['sheet'],
  join: HighlightedJoin,
): Slices<JoinedColumns> {
  const { block, recognition } = join.sheet;
  const placeOf = (field: Field) => recognition.columns.find(mapping => mapping.field === field)?.column;
  const firstRow = recognition.headerRow + 1;
  const address = (column: number) => {
    const letters = `$${columnLetters(block.column + column)}`;
    const rows = [block.row + firstRow + 1, block.row + block.cells.length];
    return `=${quoteSheet(block.sheetName)}!${rows.map(row => `${letters}$${row}`).join(':')}`;
  };
  const key = yield* lookupKey(ledgerSheet, join);
  const match = key && `MATCH(${key.cell},${nameOf(key.field)},0)`;
  const readable = yield* readableColumns(join.sheet);

  return {
    names: new Map(recognition.columns.map(({ field, column }) => [nameOf(field), address(column)])),
    tells: field => placeOf(field) !== undefined,
    cell: (field, otherwise) => {
      const column = placeOf(field);
      if (!match || column === undefined || !readable.has(column)) return null;
      const found = `INDEX(${nameOf(field)},${match})`;
      return `IFERROR(IF(ISNUMBER(${found}),${found},${otherwise}),${otherwise})`;
    },
  };
}

const nameOf = (field: Field): string => `${joinedListPrefix}${field}`;

/** The columns that hold no texts, and no amounts in a larger unit: Excel sees other numbers in them than the engine. */
function* readableColumns({ block, recognition }: HighlightedJoin['sheet']): Slices<ReadonlySet<number>> {
  const readable = new Set(recognition.columns.map(({ column }) => column));
  for (const { column } of columnsInLargerUnits(recognition)) readable.delete(column);
  for (let row = recognition.headerRow + 1; row < block.cells.length; row += 1) {
    if (row % rowsInSlice === 0) yield;
    for (const column of readable) {
      const cell = block.cells[row][column];
      if (typeof cell !== 'number' && !isBlankCell(cell)) readable.delete(column);
    }
  }
  return readable;
}

interface LookupKey {
  /** The text or number of the row that is looked for. */
  readonly cell: string;
  /** The column of the list it is looked for in. */
  readonly field: Field;
}

function* lookupKey(ledgerSheet: HighlightedJoin['sheet'], join: HighlightedJoin): Slices<LookupKey | null> {
  for (const field of ['customerNumber', 'customer'] as const) {
    const column = ({ recognition }: HighlightedJoin['sheet']) =>
      recognition.columns.find(mapping => mapping.field === field)?.column;
    const ofLedger = column(ledgerSheet);
    const ofList = column(join.sheet);
    if (ofLedger === undefined || ofList === undefined) continue;
    const kind = yield* foundAlike(ledgerSheet.block, ofLedger, ofList, join);
    if (kind === null) continue;
    const firstRow = ledgerSheet.block.row + ledgerSheet.recognition.headerRow + 2;
    const cell = `$${columnLetters(ledgerSheet.block.column + ofLedger)}${firstRow}`;
    return { cell: kind === 'text' ? withoutWildcards(cell) : cell, field };
  }
  return null;
}

/** MATCH reads `*`, `?` and `~` in a text as wildcards. */
export const withoutWildcards = (cell: string): string =>
  `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${cell},"~","~~"),"*","~*"),"?","~?")`;

/** Excel's equality: texts without case, and no text is a number. */
const keyOf = (cell: Cell): string | null => {
  if (isBlankCell(cell)) return null;
  return typeof cell === 'number' ? `#${cell}` : `"${String(cell).toLowerCase()}`;
};

/** Whether the ledger's keys are texts or numbers, all of one kind; null where one of them finds another entry than the engine did. */
function* foundAlike(
  ledgerBlock: SheetBlock,
  ofLedger: number,
  ofList: number,
  { sheet, list, matches, whole }: HighlightedJoin,
): Slices<'text' | 'number' | null> {
  const rowOf = new Map<string, number>();
  for (let row = sheet.recognition.headerRow + 1; row < sheet.block.cells.length; row += 1) {
    if (row % rowsInSlice === 0) yield;
    const key = keyOf(sheet.block.cells[row][ofList]);
    if (key !== null && !rowOf.has(key)) rowOf.set(key, row);
  }
  const { ledger } = whole;
  const kinds = new Set<string>();
  const lastCellOf: Cell[] = Array(ledger.customers.length).fill(null);
  for (let item = 0; item < ledger.rowCount; item += 1) {
    if (item % rowsInSlice === 0) yield;
    const cell = ledgerBlock.cells[ledger.sheetRow.at(item)][ofLedger];
    // Most rows write their customer as the row before of that customer did.
    if (cell !== null && cell === lastCellOf[ledger.customer[item]]) continue;
    lastCellOf[ledger.customer[item]] = cell;
    const key = keyOf(cell);
    const entry = matches.entry[ledger.customer[item]];
    const expected = entry > noEntry ? list.sheetRow[entry] : undefined;
    if (key === null || key.length > longestText || rowOf.get(key) !== expected) return null;
    kinds.add(typeof cell);
  }
  if (kinds.size > 1) return null;
  return kinds.has('number') ? 'number' : kinds.has('string') ? 'text' : null;
}

/** Whether the list keeps customers of the ledger out: then no sum over the ledger's columns is what the engine adds up. */
export const joinExcludes = ({ list, matches }: HighlightedJoin): boolean =>
  matches.entry.some(entry => list.numbers.excluded[entry] === 1);
