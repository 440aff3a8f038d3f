import type { ExcelOutcome } from '../../../excel/contract';
import { textsOf } from '../../../i18n/bilingual';
import { joinOfferTexts } from '../../../i18n/pane/joinOffer';
import { canBeJoined, type ReadList, type ReadSheet } from '../ledger/readSheet';
import type { TieringRooms } from '../ledger/tieringRooms';
import type { Running } from '../workModel';

export interface ListOfLedger {
  /** Read the customer list anew that was joined with a ledger, as the workbook remembers it or else as the pane does; null where there is none. */
  readListOf(
    ledger: ReadSheet,
    before: ReadList | null,
    running: Running,
  ): Promise<ExcelOutcome<ReadList | null>>;
  /** Say that the ledger was tiered without the list that was joined with it, which is gone. */
  tellListGone(name: string): void;
}

/** Create what finds the customer list that belongs to a ledger, whatever its sheet is called by now, or says that it is gone. */
export function createListOfLedger({ sheet, notices, layers }: TieringRooms): ListOfLedger {
  async function readListOf(
    { block, recognition }: ReadSheet,
    before: ReadList | null,
    running: Running,
  ): Promise<ExcelOutcome<ReadList | null>> {
    const remembered = await sheet.memory.listOf(block);
    const isBefore = before !== null && (remembered ?? before.block.sheetName) === before.block.sheetName;
    // A sheet that was given another name meanwhile is still the same by its id.
    const wanted = isBefore ? before.block.sheetId : remembered;
    if (recognition.kind !== 'ledger' || wanted === null || wanted === '') return { ok: true, value: null };
    const list = await sheet.readList(wanted, running);
    const name = isBefore ? before.block.sheetName : wanted;
    if (list.ok && canBeJoined(list.value)) return list;
    if (!list.ok && list.problem.key !== 'sheetGone' && list.problem.key !== 'sheetEmpty') return list;
    tellListGone(name);
    return { ok: true, value: null };
  }

  function tellListGone(name: string): void {
    notices.tell('warning', () => textsOf(joinOfferTexts).listGone(name), [
      { say: () => textsOf(joinOfferTexts).look, run: () => layers.open({ kind: 'part', part: 'join' }) },
    ]);
  }

  return { readListOf, tellListGone };
}
