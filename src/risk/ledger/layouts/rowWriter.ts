import type { FindingLog } from '../findings/findingLog';
import type { Cell, DateSystem, Finding, Recognition } from '../ledger';
import type { LedgerRows } from '../ledgerRows';
import { AccountRows } from './accountRows';
import { ContinuedItems } from './continuedItems';
import { DatePartRows } from './datePartRows';
import { DebitCreditRows } from './debitCredit';
import { HeadedRows } from './headedRows';
import { SummedColumns } from './summedColumns';
import { YearlessRows } from './yearlessRows';

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

/** Make the writers that a ledger needs, in their order; none for most. */
export function rowWriters(recognition: Recognition, dateSystem: DateSystem): readonly RowWriter[] {
  const writers: RowWriter[] = [];
  const add = (writer: RowWriter | null) => {
    if (writer !== null) writers.push(writer);
  };
  const soFar = () => writers.at(-1)?.recognition ?? recognition;
  add(ContinuedItems.of(soFar()));
  add(SummedColumns.ofAges(soFar()));
  add(SummedColumns.ofPayments(soFar()));
  add(AccountRows.of(soFar()));
  add(HeadedRows.of(soFar()));
  add(DatePartRows.of(soFar(), dateSystem));
  add(YearlessRows.of(soFar(), dateSystem));
  add(DebitCreditRows.of(soFar()));
  return writers;
}
