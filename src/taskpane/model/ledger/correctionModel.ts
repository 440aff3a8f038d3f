import type { Field, SheetKind } from '../../../risk/ledger/ledger';
import { rememberInCells } from './rememberInCells';
import type { TieringModel, TieringRooms } from './tieringModel';

export interface CorrectionModel {
  mapColumn(field: Field, column: number | null): Promise<void>;
  chooseKind(kind: SheetKind): Promise<void>;
  /** Take a row of the block for the header, -1 for none. */
  chooseHeaderRow(row: number): Promise<void>;
  /** Take every column as the user's own word. */
  confirmColumns(): Promise<void>;
}

/** Create the model of what the user says of the sheet's columns: counted at once and remembered in the workbook. */
export function createCorrectionModel(tiering: TieringModel, rooms: TieringRooms): CorrectionModel {
  const { work, notices, sheet, assessments, highlights } = rooms;

  /** What was said of the columns and the answer go together: a correction that could not be counted is not shown as if it were. */
  async function correctColumns(correct: () => void): Promise<void> {
    const before = sheet.current.value;
    correct();
    const corrected = sheet.current.value;
    await tiering.assessAgain(assessments.choices.value);
    const result = assessments.result.value;
    const isCounted = result === null || result.recognition === sheet.current.value?.recognition;
    if (!isCounted && sheet.current.value === corrected && !work.isWorking.value)
      sheet.current.value = before;
    offerHighlightsAgain();
    await rememberColumns();
  }

  async function rememberColumns(): Promise<void> {
    const read = sheet.current.value;
    if (read?.isCorrected === true) await rememberInCells(sheet, notices, () => sheet.memory.remember(read));
  }

  /** Formats on the sheet follow the policy by themselves, but not a correction of what its columns mean. */
  function offerHighlightsAgain(): void {
    const isPossible =
      highlights.isOn.value && assessments.result.value !== null && notices.refusal.value === null;
    if (!isPossible) return;
    notices.tell('info', texts => texts.highlight.outdated, [
      { say: texts => texts.highlight.again, run: highlights.switchOn },
    ]);
  }

  return {
    mapColumn: (field, column) => correctColumns(() => sheet.mapColumn(field, column)),
    chooseKind: kind => correctColumns(() => sheet.chooseKind(kind)),
    chooseHeaderRow: row => correctColumns(() => sheet.chooseHeaderRow(row)),
    confirmColumns: async () => {
      sheet.confirmColumns();
      await rememberColumns();
    },
  };
}
