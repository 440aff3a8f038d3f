import type { SheetBlock } from '../../../excel/contract';
import type { Field, Recognition, SheetKind } from '../../../risk/ledger/ledger';
import { type Answering, loadAnswering } from './loadAnswering';
import { rememberInCells } from './rememberInCells';
import type { TieringModel } from './tieringModel';
import type { TieringRooms } from './tieringRooms';

export interface CorrectionModel {
  mapColumn(field: Field, column: number | null): Promise<void>;
  chooseKind(kind: SheetKind): Promise<void>;
  /** Take a row of the block for the header, -1 for none. */
  chooseHeaderRow(row: number): Promise<void>;
  /** Take every column as the user's own word. */
  confirmColumns(): Promise<void>;
}

/** How a block is understood when the user says so. */
type Correction = (answering: Answering, recognition: Recognition, block: SheetBlock) => Recognition;

/** Create the model of what the user says of the sheet's columns: counted at once and remembered in the workbook. */
export function createCorrectionModel(tiering: TieringModel, rooms: TieringRooms): CorrectionModel {
  const { work, notices, sheet, assessments, highlights } = rooms;

  function correct(answering: Answering | null, correction: Correction): void {
    const read = sheet.current.value;
    if (read === null || answering === null) return;
    const { block, recognition } = read;
    sheet.current.value = {
      block,
      recognition: correction(answering, recognition, block),
      isCorrected: true,
    };
  }

  /** What was said of the columns and the answer go together: a correction that could not be counted is not shown as if it were. */
  async function correctAndCount(correction: Correction): Promise<void> {
    const answering = await loadAnswering();
    const before = sheet.current.value;
    correct(answering, correction);
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
    if (isPossible) notices.tell('info', texts => texts.highlight.outdated, highlights.outdated());
  }

  return {
    mapColumn: (field, column) =>
      correctAndCount(({ remap }, recognition) => remap(recognition, field, column)),
    chooseKind: kind =>
      correctAndCount(({ switchKind }, recognition, { cells }) => switchKind(recognition, kind, cells)),
    chooseHeaderRow: row =>
      correctAndCount(({ chooseHeader }, recognition, { cells }) => chooseHeader(recognition, row, cells)),
    confirmColumns: async () => {
      correct(await loadAnswering(), ({ remap }, recognition) =>
        recognition.columns.reduce((sure, { field, column }) => remap(sure, field, column), recognition),
      );
      await rememberColumns();
    },
  };
}
