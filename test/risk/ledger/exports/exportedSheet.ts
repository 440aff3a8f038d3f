import type { Cell, FindingKind } from '../../../../src/risk/ledger/ledger';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { dayOf } from '../../sheetLedger';

/** A sheet as a program exports it, and what it says, added up by hand. */
export interface ExportedSheet {
  readonly program: string;
  readonly cells: readonly (readonly Cell[])[];
  /** What each customer owes at the day of the export. */
  readonly owed: Readonly<Record<string, number>>;
  /** What is past its due date on that day, of all customers together. */
  readonly overdue: number;
  /** A line of groups stands above the header: the columns below a group belong together. */
  readonly hasGroups?: true;
  /** How many rows are left without a customer or an amount; none unless said. */
  readonly unplaced?: number;
  /** How often each kind of remark is made, except what only says that a date or an amount is a text. */
  readonly remarks?: Readonly<Partial<Record<FindingKind, number>>>;
}

/** All of them are exported on the last day of June 2026. */
export const exportedOn = dayOf('2026-06-30');

/** The serial day of `2026-03-31`. */
export const on = dayOf;

/**
 * Write a sheet down as lines of cells between bars: numbers are numbers, `2026-03-31` a serial day, what begins with an apostrophe is text.
 */
export const sheetOf = (lines: string): readonly (readonly Cell[])[] =>
  lines
    .trim()
    .split('\n')
    .map(line => line.split('|').map(cellOf));

function cellOf(written: string): Cell {
  const text = written.trim();
  if (text.startsWith("'")) return text.slice(1);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return dayOf(text);
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}

/** Headers as databases, forms and filters write them. */
const writtenOtherwise: Readonly<Record<string, (header: string) => string>> = {
  'in capitals': header => header.toUpperCase(),
  'in small letters': header => header.toLowerCase(),
  'with underscores': header => header.replaceAll(' ', '_'),
  'with a star': header => `* ${header}`,
  'with a colon': header => `${header}:`,
  'in quotation marks': header => `"${header}"`,
  'with the arrow of a filter': header => `${header} \u25bc`,
  'with spaces that do not break': header => header.replaceAll(' ', '\u00a0'),
  'on two lines': header => header.replace(' ', '\n'),
};

/** Write the header of a sheet, wherever it stands, in each of these ways. */
export function headersWrittenOtherwise(
  cells: readonly (readonly Cell[])[],
): readonly (readonly [string, readonly (readonly Cell[])[]])[] {
  const header = cells[recogniseSheet(cells).headerRow]!;
  const isHeader = (row: readonly Cell[]) => row.every((cell, column) => cell === header[column]);
  return Object.entries(writtenOtherwise).map(([style, write]) => {
    const written = (cell: Cell) => (typeof cell === 'string' && cell !== '' ? write(cell) : cell);
    return [style, cells.map(row => (isHeader(row) ? row.map(written) : row))];
  });
}

const fullWidth = (text: string): string =>
  text
    .replace(/[!-~]/g, letter => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
    .replaceAll(' ', '\u3000');

/** Ways in which programs and people write one and the same text. */
const textsOtherwise: Readonly<Record<string, (text: string) => Cell>> = {
  'full width': fullWidth,
  'spaces around': text => (text === '' ? text : ` ${text}\u00a0`),
  'spaces for nothing': text => (text === '' ? ' ' : text),
  'nothing for empty texts': text => (text === '' ? null : text),
};

/** Write all texts of a sheet in each of these ways, and every other name of a customer in capitals. */
export function textsWrittenOtherwise(
  cells: readonly (readonly Cell[])[],
  isName: (row: number, column: number) => boolean,
): readonly (readonly [string, readonly (readonly Cell[])[]])[] {
  const mapped = (write: (text: string, row: number, column: number) => Cell) =>
    cells.map((line, row) =>
      line.map((cell, column) => (typeof cell === 'string' ? write(cell, row, column) : cell)),
    );
  const inCapitals = mapped((text, row, column) =>
    isName(row, column) && row % 2 === 0 ? text.toUpperCase() : text,
  );
  const ways = Object.entries(textsOtherwise).map(([way, write]) => [way, mapped(write)] as const);
  return [...ways, ['every other name in capitals', inCapitals]];
}
