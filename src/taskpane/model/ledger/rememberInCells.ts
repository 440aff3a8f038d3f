import type { ExcelOutcome } from '../../../excel/contract';
import { textsOf } from '../../../i18n/bilingual';
import { joinOfferTexts } from '../../../i18n/pane/joinOffer';
import type { NoticeModel } from '../noticeModel';
import type { SheetModel } from './sheetModel';

/** Write what the user said of a sheet into cells. It counts in any case; that the workbook does not remember it is worth a word, and so is the sheet it adds. */
export async function rememberInCells(
  sheet: SheetModel,
  notices: NoticeModel,
  write: () => Promise<ExcelOutcome<{ readonly isNew: boolean }>>,
): Promise<void> {
  const written = await sheet.changeOurselves(write);
  if (!written.ok) {
    const { key } = written.problem;
    notices.tell('warning', texts => textsOf(joinOfferTexts).notRemembered(texts.problem[key].title));
  } else if (written.value.isNew && notices.notice.value === null && notices.refusal.value === null) {
    notices.tell('info', () => textsOf(joinOfferTexts).remembered);
  }
}
