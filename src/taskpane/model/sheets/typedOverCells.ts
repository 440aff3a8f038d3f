import type { TypedOver } from '../../../excel/contract';
import type { Texts } from '../../../i18n/catalogue';
import type { ExcelRoom } from '../excelRoom';
import type { NoticeAction, NoticeModel } from '../noticeModel';

/** Cells of ours that the user typed over: they are the user's from then on. */
export interface TypedOverCells {
  /** Select them. */
  show(cells: TypedOver): Promise<void>;
  /** What a notice offers to do about them: nothing where there are none. */
  offers(typedOver: TypedOver): readonly NoticeAction[];
}

/** Create the model of showing cells that the user typed over. */
export function createTypedOverCells(
  excel: Pick<ExcelRoom, 'selectCells'>,
  notices: NoticeModel,
): TypedOverCells {
  async function show(cells: TypedOver): Promise<void> {
    const shown = await excel.selectCells(cells);
    if (!shown.ok) notices.refuse(shown.problem, () => show(cells));
  }

  return {
    show,
    offers: typedOver =>
      typedOver.cells.length === 0
        ? []
        : [{ say: texts => texts.write.showTyped, run: () => show(typedOver) }],
  };
}

/** Say how many cells the user typed over, after another sentence; nothing where there are none. */
export const sayTypedOver = ({ cells }: TypedOver, { write, sentenceSeparator }: Texts): string =>
  cells.length === 0 ? '' : sentenceSeparator + write.typedOver(cells.length);
