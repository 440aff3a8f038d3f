import type { DecimalMark } from '../cells/readAmount';
import type { Cell, DateOrder } from '../ledger';

/** Findings that have a cell to write: what it should hold can be told from the sheet itself. */
export const fixKinds = ['textDate', 'textAmount', 'sameCustomerOtherName', 'missingDueDate'] as const;

export type FixKind = (typeof fixKinds)[number];

/** What two names of one customer differ in, the least doubtful first; `otherName` for two that only a number or the user says are one. */
export type NameLikeness = 'spaces' | 'width' | 'case' | 'punctuation' | 'legalForm' | 'otherName';

/** Why a cell should hold what is proposed. */
export type FixReason =
  /** The text can be read in one way only. */
  | { readonly code: 'unmistakable' }
  /** Other dates of the column prove the order of day and month. */
  | { readonly code: 'columnOrder'; readonly order: DateOrder }
  /** Another date column of the sheet does, and this one says nothing against it. */
  | { readonly code: 'neighbourOrder'; readonly order: DateOrder }
  | { readonly code: 'chosenOrder'; readonly order: DateOrder }
  /** Other amounts of the column prove which mark stands before the fraction. */
  | { readonly code: 'columnMark'; readonly mark: DecimalMark }
  /** Other amounts, dates or headers of the sheet do. */
  | { readonly code: 'sheetMark'; readonly mark: DecimalMark }
  | { readonly code: 'chosenMark'; readonly mark: DecimalMark }
  /** The name is that of another customer but for this; `rows` have the proposed spelling. */
  | { readonly code: 'sameName'; readonly likeness: NameLikeness; readonly rows: number }
  /** The joined customer list, or an earlier row of it, calls the same customer so. */
  | { readonly code: 'listName'; readonly likeness: NameLikeness }
  /** The same name without spaces that say nothing. */
  | { readonly code: 'plainName' }
  /** Invoice date + payment terms, as every metric already counts. */
  | { readonly code: 'terms'; readonly days: number };

/** What one cell should hold instead. */
export interface Fix {
  readonly kind: FixKind;
  /** Zero-based within the block. */
  readonly row: number;
  /** Zero-based within the block. */
  readonly column: number;
  /** What the cell holds. */
  readonly from: Cell;
  /** A serial day for dates, in the workbook's date system. */
  readonly to: number | string;
  readonly reason: FixReason;
  /** The cell of the same row that the proposal stands on: where it is no longer that, the row is another. */
  readonly basis?: { readonly column: number; readonly cell: Cell };
}

/** By the key of a customer's name: how it is to be written, because that was settled between two sheets. */
export type AgreedNames = ReadonlyMap<string, AgreedName>;

export interface AgreedName {
  readonly to: string;
  readonly code: 'listName' | 'plainName';
}

/** Texts of a column that can be read in two ways: nothing is proposed before the user says which. */
export interface Undecided {
  readonly kind: 'textDate' | 'textAmount';
  /** Zero-based within the block. */
  readonly column: number;
  readonly count: number;
  /** The first such text and its row. */
  readonly example: string;
  readonly row: number;
}

/** What the user said of columns that can be read in two ways, by column. */
export interface FixChoices {
  readonly dateOrders: ReadonlyMap<number, DateOrder>;
  readonly decimalMarks: ReadonlyMap<number, DecimalMark>;
}

/** At most so many fixes of a kind are listed at a time; once they are written, the next ones are found. */
export const mostFixesOfAKind = 50_000;

/** Proposals as they are found: counted all, listed as far as they can be shown. */
export class FixList {
  readonly fixes: Fix[] = [];
  readonly undecided: Undecided[] = [];
  private readonly found: Record<FixKind, number> = {
    textDate: 0,
    textAmount: 0,
    sameCustomerOtherName: 0,
    missingDueDate: 0,
  };

  add(fix: Fix): void {
    this.found[fix.kind]++;
    if (this.found[fix.kind] <= mostFixesOfAKind) this.fixes.push(fix);
  }

  /** How many cells of each kind can be fixed, listed or not. */
  get counts(): Readonly<Record<FixKind, number>> {
    return { ...this.found };
  }
}
