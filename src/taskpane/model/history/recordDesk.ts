import type { ExcelOutcome } from '../../../excel/contract';
import type { AddedRecords, RecordKey } from '../../../excel/sheets/records';
import { textsOf } from '../../../i18n/bilingual';
import { historyTexts } from '../../../i18n/pane/history';
import { changeWorkbook } from '../changeWorkbook';
import type { NoticeAction } from '../noticeModel';
import type { PaneModel } from '../paneModel';
import type { Running } from '../workModel';
import type { HistoryRoom } from './historyRoom';

/** Where records are added, shown and taken back. */
export interface RecordDesk {
  /** Add records as an own write of the pane, and read them back as anybody would; null where it was refused or ended, which is told. */
  add(
    key: RecordKey,
    write: (running: Running) => Promise<ExcelOutcome<AddedRecords>>,
    retry: () => unknown,
  ): Promise<AddedRecords | null>;
  show(key: RecordKey): Promise<void>;
  /** What can be done about records that were added. */
  readonly showing: (key: RecordKey) => NoticeAction;
  readonly undoing: (added: AddedRecords) => NoticeAction;
}

/**
 * Create the desk at which the history writes.
 *
 * @param readAgain Reads a sheet of records once more.
 */
export function createRecordDesk(
  { work, sheet, notices }: Pick<PaneModel, 'work' | 'sheet' | 'notices'>,
  room: HistoryRoom,
  readAgain: (key: RecordKey) => Promise<void>,
): RecordDesk {
  const words = () => textsOf(historyTexts);

  const add: RecordDesk['add'] = async (key, write, retry) => {
    const written = await changeWorkbook({ work, sheet }, 'writing', write);
    if (!written.ok) {
      if (written.problem.key !== 'cancelled') notices.refuse(written.problem, retry);
      return null;
    }
    await readAgain(key);
    return written.value;
  };

  async function takeBack(added: AddedRecords): Promise<void> {
    const outcome = await changeWorkbook({ work, sheet }, 'writing', () => room.takeBackRecords(added));
    if (!outcome.ok) {
      notices.refuse(outcome.problem, () => takeBack(added));
      return;
    }
    await readAgain(added.key);
    if (outcome.value) notices.tell('success', () => words().undone);
    else notices.tell('warning', () => words().notUndone);
  }

  async function show(key: RecordKey): Promise<void> {
    const shown = await room.showOwnSheet(key);
    if (!shown.ok) notices.refuse(shown.problem, () => show(key));
  }

  return {
    add,
    show,
    showing: key => ({ say: () => words().showSheet, run: () => show(key) }),
    undoing: added => ({ say: () => words().undo, run: () => takeBack(added) }),
  };
}
