import type { Signal } from '@preact/signals';
import type { ExcelOutcome } from '../../../excel/contract';
import type { Notice, NoticeModel } from '../noticeModel';
import type { WorkModel } from '../workModel';

/** Something that the pane put on a sheet, such as highlights or columns, and how the sheet is asked for it. */
interface PutOnSheet<Put> {
  readonly isStanding: Signal<boolean | null>;
  /** What was put there last; null where there is nothing to ask for. */
  latest(): Put | null;
  find(put: Put): Promise<ExcelOutcome<boolean>>;
  tellGone(put: Put): void;
}

export interface Standing {
  /** Say something of it. */
  tell: NoticeModel['tell'];
  /**
   * Ask the sheet once more, as the user may have taken it back there, or put it on again: what was told last of it is then told no longer.
   *
   * @returns Whether the sheet says otherwise than was known.
   */
  lookAgain(): Promise<boolean>;
}

/** Follow whether something that the pane put on a sheet still stands there. */
export function createStanding<Put>(
  { work, notices }: { readonly work: WorkModel; readonly notices: NoticeModel },
  { isStanding, latest, find, tellGone }: PutOnSheet<Put>,
): Standing {
  let told: Notice | null = null;

  async function lookAgain(): Promise<boolean> {
    const put = latest();
    if (put === null || work.isWorking.value) return false;
    const found = await find(put);
    const isOfBefore = work.isWorking.value || latest() !== put;
    if (!found.ok || isOfBefore || found.value === isStanding.value) return false;
    isStanding.value = found.value;
    if (told === null || notices.notice.value !== told) return true;
    if (found.value) notices.dismiss();
    else tellGone(put);
    return true;
  }

  return {
    tell: (...notice) => {
      notices.tell(...notice);
      told = notices.notice.value;
    },
    lookAgain,
  };
}
