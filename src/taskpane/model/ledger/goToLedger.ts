import { inSlices } from '../../../excel/inSlices';
import type { SheetGlimpse } from '../../../excel/reading/otherSheets';
import type { Recognition } from '../../../risk/ledger/ledger';
import type { ExcelRoom } from '../excelRoom';
import type { NoticeModel } from '../noticeModel';
import { type Answering, loadAnswering, notLoaded } from './loadAnswering';
import { canBeTiered } from './readSheet';
import type { SheetModel } from './sheetModel';

/**
 * Create what leads from a sheet that is no data (a report, the policy) to the ledger that was tiered, else to a sheet that looks like one,
 * and tiers it.
 */
export function createGoToLedger(
  excel: ExcelRoom,
  sheet: SheetModel,
  notices: NoticeModel,
  tier: () => Promise<boolean>,
): () => Promise<void> {
  return async function goToLedger(): Promise<void> {
    notices.dismiss();
    const found = await ledgerOf(excel, sheet);
    if (found.ok && found.value === null) {
      notices.tell('warning', say => say.problem.noLedger);
      return;
    }
    const shown = found.ok && found.value !== null ? await excel.showSheet(found.value) : found;
    if (shown.ok) await tier();
    else notices.refuse(shown.problem, goToLedger);
  };
}

/** The sheet to go to, by id; null where none looks like data. */
async function ledgerOf(excel: ExcelRoom, sheet: SheetModel) {
  const known = sheet.current.value?.block.sheetId;
  if (known !== undefined && !sheet.isGone.value) return { ok: true, value: known } as const;
  const glimpses = await excel.glimpseOtherSheets('');
  if (!glimpses.ok) return glimpses;
  const answering = await loadAnswering();
  if (answering === null) return notLoaded;
  return { ok: true, value: await bestOf(glimpses.value, answering) } as const;
}

/** A ledger says more than a customer list; of several the longer one does. */
async function bestOf(
  glimpses: readonly SheetGlimpse[],
  { recogniseSheetInSlices }: Answering,
): Promise<string | null> {
  const candidates: { sheetId: string; rows: number; recognition: Recognition }[] = [];
  for (const { sheetId, cells } of glimpses) {
    if (cells.length <= 1) continue;
    const recognition = await inSlices(recogniseSheetInSlices(cells));
    if (canBeTiered({ recognition })) candidates.push({ sheetId, rows: cells.length, recognition });
  }
  candidates.sort(
    (one, other) =>
      Number(other.recognition.kind === 'ledger') - Number(one.recognition.kind === 'ledger') ||
      other.rows - one.rows,
  );
  return candidates[0]?.sheetId ?? null;
}
