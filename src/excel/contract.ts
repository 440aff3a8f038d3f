/** What the pane and the ribbon ask of Excel. Every module of this folder answers in these shapes. */
import type { ExcelProblemKey } from '../i18n/problems/excelProblems';
import type { Cell, Recognition } from '../risk/ledger/ledger';

export type { ExcelProblemKey };

export interface ExcelProblem {
  readonly key: ExcelProblemKey;
  readonly detail: Readonly<Record<string, string | number>>;
}

export type ExcelOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: ExcelProblem };

/** The cells a tiering reads, and where they are, so that a row of the block can be found on the sheet again. */
export interface SheetBlock {
  readonly sheetId: string;
  readonly sheetName: string;
  /** `A1:H12001`, without the sheet. */
  readonly address: string;
  /** Zero-based top-left on the sheet. */
  readonly row: number;
  readonly column: number;
  readonly source: 'table' | 'selection' | 'usedRange';
  readonly tableName: string;
  readonly is1904: boolean;
  readonly cells: Cell[][];
}

/** Cells, and what their columns were understood as. */
export interface UnderstoodBlock {
  readonly block: SheetBlock;
  readonly recognition: Recognition;
}

/** Cells of written columns that the user typed over, zero-based on their sheet; they stay as they are. */
export interface TypedOver {
  readonly sheetId: string;
  readonly sheetName: string;
  readonly cells: readonly { readonly row: number; readonly column: number }[];
}

export type Progress = (done: number, total: number) => void;

export interface HighlightResult {
  /** Rules that became conditional formats on the sheet. */
  readonly added: readonly string[];
  /** Rules that could not, each with the reason. */
  readonly skipped: readonly {
    readonly rule: string;
    readonly reason: 'noColumn' | 'needsScore' | 'off' | 'textDates';
  }[];
  /** Customers of whom the formats may leave an amount out that the pane counts: it is text, undated, or under another spelling. */
  readonly differing: number;
}

/** What Tiercel has added to the workbook, found again from the workbook itself (names beginning with `Tiercel_`), not from memory. */
export interface Additions {
  readonly highlights: readonly { readonly sheetName: string; readonly count: number }[];
  readonly columns: readonly {
    readonly sheetName: string;
    readonly address: string;
    /** Formulas that look up in a sheet of ours, which goes with them. */
    readonly isLive: boolean;
    /** Values with a sheet of ours that keeps what was written, which goes with them. */
    readonly isRemembered: boolean;
  }[];
  /** Reports, statements, snapshots, the collection log: sheets that hold nothing but what Tiercel wrote and what was noted there. */
  readonly sheets: readonly { readonly key: string; readonly sheetName: string }[];
  readonly hasPolicySheet: boolean;
  /** The user changed the policy after it was created. */
  readonly isPolicyEdited: boolean;
}

export interface ClearResult {
  readonly removed: Additions;
  /** Cells inside the added columns that the user typed over: they stayed. Sheets without such cells are left out. */
  readonly typedOver: readonly TypedOver[];
  readonly keptPolicySheet: boolean;
}
