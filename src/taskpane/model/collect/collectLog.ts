import { computed, type ReadonlySignal } from '@preact/signals';
import { type AddedToLog, collectionKey } from '../../../excel/sheets/collection';
import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage, type Language } from '../../../i18n/language';
import { collectTexts } from '../../../i18n/pane/collect';
import { type LogEntry, logColumns, logRows } from '../../../risk/collection/collectionLog';
import type { CollectionCase } from '../../../risk/collection/worklist';
import { ownHeaders } from '../../../risk/ownTable';
import { channelWords } from '../../../risk/policy/cells/policySections';
import { changeWorkbook } from '../changeWorkbook';
import type { PaneModel } from '../paneModel';
import { type Collecting, stepName, stepOf, stepsOf, textFor } from './collectCases';
import type { CollectRoom } from './collectRoom';
import type { CollectWorklist } from './collectWorklist';

/** What is noted of an action; the rest is known. */
export type Noted = Pick<LogEntry, 'day' | 'step' | 'promiseDay' | 'promisedAmount' | 'note' | 'by'>;

export interface CollectLog {
  /** Who was named last as having done something. */
  readonly by: ReadonlySignal<string>;
  record(cases: readonly CollectionCase[], noted: (found: CollectionCase) => Noted): Promise<boolean>;
  /** Record that a step was taken; each customer's next one where none is named. */
  recordDone(cases: readonly CollectionCase[], step?: number): Promise<boolean>;
  /** @returns Records that a step was taken when it is called, of these customers also where another answer came meanwhile and numbers all anew. */
  recordingDone(cases: readonly CollectionCase[], step?: number): () => Promise<boolean>;
  showLog(): Promise<void>;
}

/**
 * Create the model of what was done about customers, as the log of the workbook keeps it.
 *
 * @param day The serial day of entries.
 */
export function createCollectLog(
  pane: PaneModel,
  room: CollectRoom,
  { collecting, work }: CollectWorklist,
  day: ReadonlySignal<number>,
): CollectLog {
  async function record(
    now: Collecting,
    about: readonly CollectionCase[],
    noted: (found: CollectionCase) => Noted,
  ): Promise<boolean> {
    if (about.length === 0) return false;
    const words = textsOf(collectTexts);
    const language = currentLanguage();
    const entries = about.map(found => entryOf(now, found, noted(found), language));
    const rows = logRows(entries, id => stepName(now, id, language));
    const headers = ownHeaders(logColumns, language);
    const written = await changeWorkbook(pane, 'writing', () =>
      room.addToCollectionLog(rows, { sheetTitle: words.sheets.log, lead: words.sheets.logLead, headers }),
    );
    if (!written.ok) {
      pane.notices.refuse(written.problem, () => record(now, about, noted));
      return false;
    }
    const { sheetName, rowCount } = written.value;
    pane.notices.tell('success', () => textsOf(collectTexts).recorded(rowCount, sheetName), [
      { say: () => textsOf(collectTexts).undo, run: () => takeBack(written.value) },
    ]);
    await work();
    return true;
  }

  async function takeBack(added: AddedToLog): Promise<void> {
    const taken = await changeWorkbook(pane, 'writing', () => room.takeBackRecords(added));
    if (!taken.ok) {
      pane.notices.refuse(taken.problem, () => takeBack(added));
      return;
    }
    if (taken.value) pane.notices.tell('success', () => textsOf(collectTexts).undone(added.rowCount));
    else pane.notices.tell('warning', () => textsOf(collectTexts).notUndone);
    await work();
  }

  function recordingDone(about: readonly CollectionCase[], step?: number): () => Promise<boolean> {
    const now = collecting.value;
    if (now === null) return async () => false;
    return () =>
      record(now, about, found => ({
        day: day.value,
        step: stepsOf(now)[step ?? stepOf(now, found)].id,
        promiseDay: Number.NaN,
        promisedAmount: Number.NaN,
        note: '',
        by: by.value,
      }));
  }

  async function showLog(): Promise<void> {
    const shownSheet = await room.showOwnSheet(collectionKey);
    if (!shownSheet.ok) pane.notices.refuse(shownSheet.problem, showLog);
  }

  const by = computed(() => collecting.value?.log.findLast(entry => entry.by !== '')?.by ?? '');

  return {
    by,
    record: async (about, noted) => collecting.value !== null && record(collecting.value, about, noted),
    recordDone: (about, step) => recordingDone(about, step)(),
    recordingDone,
    showLog,
  };
}

/** A promise or a note asks for nothing: only a step has a channel and an amount. */
function entryOf(now: Collecting, found: CollectionCase, noted: Noted, language: Language): LogEntry {
  const step = stepsOf(now).find(({ id }) => id === noted.step);
  return {
    ...noted,
    customer: now.tiering.assessment.table.customers[found.customer],
    customerNumber: textFor(now, 'customerNumber', found.customer),
    channel: step === undefined ? '' : channelWords[step.channel][language],
    amount: step === undefined ? Number.NaN : found.overdue > 0 ? found.overdue : found.amount,
  };
}
