import type { ReadonlySignal } from '@preact/signals';
import type { PrintedLetter } from '../../../excel/sheets/letters';
import { textsOf } from '../../../i18n/bilingual';
import type { Language } from '../../../i18n/language';
import { collectTexts } from '../../../i18n/pane/collect';
import { changeWorkbook } from '../changeWorkbook';
import type { PaneModel } from '../paneModel';
import type { Collecting } from './collectCases';
import type { CollectRoom } from './collectRoom';

export interface LetterPrinting {
  /** @param recordThem Offered once they are printed. */
  print(
    letters: readonly PrintedLetter[],
    language: Language,
    recordThem: () => Promise<boolean>,
  ): Promise<void>;
}

/** Create what puts letters on a sheet of the workbook, a page each, to print. */
export function createLetterPrinting(
  pane: PaneModel,
  room: Pick<CollectRoom, 'printLetters' | 'removePrintedLetters'>,
  collecting: ReadonlySignal<Collecting | null>,
): LetterPrinting {
  async function print(
    letters: readonly PrintedLetter[],
    language: Language,
    recordThem: () => Promise<boolean>,
  ): Promise<void> {
    const words = textsOf(collectTexts);
    const look = {
      sheetTitle: words.sheets.print,
      formats: ['@', '@', '@', '0', '#,##0.00'],
      rightColumns: [1, 2, 3, 4],
      footer: collectTexts[language].sheets.footer,
    };
    const printed = await changeWorkbook(pane, 'writing', () => room.printLetters(letters, look));
    if (!printed.ok) {
      pane.notices.refuse(printed.problem, () => print(letters, language, recordThem));
      return;
    }
    const { sheetName, isNew } = printed.value;
    const undo = { say: () => textsOf(collectTexts).undo, run: () => removePrinted(sheetName) };
    pane.notices.tell(
      'success',
      () =>
        letters.length === 1
          ? textsOf(collectTexts).printed(sheetName)
          : textsOf(collectTexts).printedMany(letters.length, sheetName),
      // Letters that were there before are gone: to take these away would not bring them back.
      [{ say: () => textsOf(collectTexts).recordDone, run: recordThem }, ...(isNew ? [undo] : [])],
    );
  }

  async function removePrinted(sheetName: string): Promise<void> {
    const backTo = collecting.value?.tiering.block.sheetId ?? '';
    const removed = await changeWorkbook(pane, 'clearing', () => room.removePrintedLetters(backTo));
    if (removed.ok) pane.notices.tell('success', () => textsOf(collectTexts).printedRemoved(sheetName));
    else pane.notices.refuse(removed.problem, () => removePrinted(sheetName));
  }

  return { print };
}
