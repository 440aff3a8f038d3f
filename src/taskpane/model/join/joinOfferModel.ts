import { type ReadonlySignal, signal } from '@preact/signals';
import { inSlices } from '../../../excel/inSlices';
import type { SheetGlimpse } from '../../../excel/reading/otherSheets';
import type { ExcelRoom } from '../excelRoom';
import type { AssessmentModel } from '../ledger/assessmentModel';
import { type Answering, loadAnswering } from '../ledger/loadAnswering';
import type { SheetModel } from '../ledger/sheetModel';
import type { Tiering } from '../ledger/tiering';

export interface JoinOfferModel {
  /** A sheet that looks like the customer list of the ledger that was tiered; null where none does, or it was decided already. */
  readonly offer: ReadonlySignal<SheetGlimpse | null>;
  /** Look through the workbook for a customer list. */
  look(): Promise<void>;
  dismiss(): void;
}

/** Create the model of the offer to join a ledger with a customer list: made once a ledger, and never again after it was waved away. */
export function createJoinOfferModel(
  excel: ExcelRoom,
  assessments: AssessmentModel,
  sheet: SheetModel,
): JoinOfferModel {
  const offer = signal<SheetGlimpse | null>(null);
  const dismissed = new Set<string>();

  return {
    offer,
    look: async () => {
      const tiering = assessments.result.value;
      offer.value = null;
      if (tiering === null || tiering.ledger === null || tiering.join !== null) return;
      const { sheetId } = tiering.block;
      if (dismissed.has(sheetId) || (await sheet.memory.listOf(tiering.block)) !== null) return;
      const glimpses = await excel.glimpseOtherSheets(sheetId);
      const answering = await loadAnswering();
      if (!glimpses.ok || answering === null) return;
      const likely = await listOf(tiering, glimpses.value, answering);
      const now = assessments.result.value;
      const isStillWithout = now?.block.sheetId === sheetId && now.join === null;
      if (isStillWithout && !dismissed.has(sheetId)) offer.value = likely;
    },
    dismiss: () => {
      const sheetId = assessments.result.value?.block.sheetId;
      if (sheetId !== undefined) dismissed.add(sheetId);
      offer.value = null;
    },
  };
}

/** A sheet whose first rows are a customer list of other companies may go on with those of the ledger; a short one does not. */
const rowsOfShortList = 50;

/** The list on which most of the ledger's customers stand: a workbook may hold those of several companies. */
async function listOf(
  { ledger }: Tiering,
  glimpses: readonly SheetGlimpse[],
  { listFitsInSlices }: Answering,
): Promise<SheetGlimpse | null> {
  if (ledger === null) return null;
  const sheets = glimpses.map(({ cells }) => cells);
  const fits = await inSlices(listFitsInSlices(ledger, sheets));
  const [best] = glimpses
    .map((glimpse, index) => ({ glimpse, fit: fits[index] }))
    .filter(({ glimpse, fit }) => fit > 0 || (fit === 0 && glimpse.cells.length > rowsOfShortList))
    .sort((one, other) => other.fit - one.fit);
  return best?.glimpse ?? null;
}
