import type { ExcelOutcome } from '../../../excel/contract';
import { applyFixes } from '../../../excel/fixes/applyFixes';
import { listChanges, undoChanges } from '../../../excel/fixes/changes';
import { showOwnSheet } from '../../../excel/ownSheets';
import type { ChangeStep } from '../../../risk/ledger/fixes/changeLog';

/** What Check asks of what lies outside the pane. */
export interface CheckRoom {
  applyFixes: typeof applyFixes;
  listChanges(): Promise<ExcelOutcome<readonly ChangeStep[]>>;
  undoChanges: typeof undoChanges;
  showOwnSheet(key: string): Promise<ExcelOutcome<void>>;
  now(): Date;
}

export const excelCheckRoom: CheckRoom = {
  applyFixes,
  listChanges,
  undoChanges,
  showOwnSheet,
  now: () => new Date(),
};
