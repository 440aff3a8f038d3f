import type { FindingLog } from '../findings/findingLog';
import type { Cell, Finding, Recognition } from '../ledger';
import type { LedgerRows } from '../ledgerRows';

/** Writes behind the cells of each row what its ledger says in another way: the customer above its table, a date from its parts, one signed amount from two sides. */
export interface RowWriter {
  /** How the written rows are to be read. */
  readonly recognition: Recognition;
  /** Write the next rows; `firstRow` is the zero-based row of `rows[0]` within the block. */
  write(
    rows: readonly (readonly Cell[])[],
    firstRow: number,
    findings: FindingLog,
  ): readonly (readonly Cell[])[];
  /** Decide what takes all rows, before they are placed. */
  settle?(rows: LedgerRows): void;
  /** Tell of the sheet's own column what was found in a written one. */
  whereFound(finding: Finding): Finding;
}
