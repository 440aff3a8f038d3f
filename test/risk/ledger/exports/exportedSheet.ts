import type { Cell, FindingKind } from '../../../../src/risk/ledger/ledger';
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
