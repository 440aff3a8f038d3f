import { type ReadonlySignal, signal } from '@preact/signals';
import type { SheetBlock, TypedOver } from '../../../excel/contract';
import { type Texts, textsIn } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { changeWorkbook } from '../changeWorkbook';
import type { ExcelRoom } from '../excelRoom';
import type { SheetModel } from '../ledger/sheetModel';
import type { Tiering } from '../ledger/tiering';
import type { Notice, NoticeAction, NoticeModel, Say } from '../noticeModel';
import type { WorkModel } from '../workModel';
import type { HighlightModel } from './highlightModel';

/** Columns that were just written, and how to write them once more. */
export interface JustWritten {
  readonly block: SheetBlock;
  /** None stood there before: then taking them away is the way back. */
  readonly isNew: boolean;
  readonly typedOver: TypedOver;
  again(): Promise<void>;
}

export interface ColumnsModel {
  /** Whether columns of ours stand beside the tiered data; null until some were written. */
  readonly areStanding: ReadonlySignal<boolean | null>;
  /** Write Score, Tier and Breaches beside the data as values. */
  write(): Promise<void>;
  /** Say that columns were written, what of them the user typed over, and the way back. */
  tell(intent: Notice['intent'], say: Say, actions: readonly NoticeAction[], written: JustWritten): void;
  /** Ask the sheet once more, as the user may have undone the writing there, or done it again: what is said of it is then no longer so. */
  lookAgain(): Promise<void>;
  /** Select the cells that the user typed over ours. */
  showTyped(cells: TypedOver): Promise<void>;
}

interface Rooms {
  readonly excel: ExcelRoom;
  readonly work: WorkModel;
  readonly sheet: SheetModel;
  readonly notices: NoticeModel;
  readonly highlights: HighlightModel;
  answerToWrite(): Promise<Tiering | null>;
  openClear(): Promise<void>;
}

/** Create the model of the columns beside the tiered data: writing them, taking them away, noticing that somebody undid it. */
export function createColumnsModel({
  excel,
  work,
  sheet,
  notices,
  highlights,
  answerToWrite,
  openClear,
}: Rooms): ColumnsModel {
  const areStanding = signal<boolean | null>(null);
  let latest: JustWritten | null = null;
  /** What was said last of columns. */
  let told: Notice | null = null;

  async function write(): Promise<void> {
    const tiering = await answerToWrite();
    if (tiering === null) return;
    const { block, recognition, assessment } = tiering;
    const { headers } = textsIn(currentLanguage()).write;
    const written = await changeWorkbook({ work, sheet }, 'writing', () =>
      excel.writeColumns(block, recognition, assessment, headers, currentLanguage()),
    );
    if (!written.ok) {
      notices.refuse(written.problem, write);
      return;
    }
    const { address, isNew, typedOver } = written.value;
    tell('success', texts => texts.write.done(address), [], { block, isNew, typedOver, again: write });
  }

  function tell(
    intent: Notice['intent'],
    say: Say,
    actions: readonly NoticeAction[],
    written: JustWritten,
  ): void {
    latest = written;
    areStanding.value = true;
    const { typedOver, isNew } = written;
    remember(intent, texts => `${say(texts)}${saysTyped(typedOver, texts)}`, [
      ...highlights.waitingForScore(),
      ...showsTyped(typedOver),
      ...actions,
      isNew
        ? { say: texts => texts.write.undo, run: () => takeAway(written) }
        : { say: texts => texts.write.clear, run: openClear },
    ]);
  }

  function remember(...notice: Parameters<NoticeModel['tell']>): void {
    notices.tell(...notice);
    told = notices.notice.value;
  }

  async function takeAway(written: JustWritten): Promise<void> {
    const { sheetId, sheetName } = written.block;
    const removed = await changeWorkbook({ work, sheet }, 'clearing', () =>
      excel.removeColumns(sheetId, sheetName),
    );
    if (!removed.ok) {
      notices.refuse(removed.problem, () => takeAway(written));
      return;
    }
    areStanding.value = false;
    tellRemoved('success', written, removed.value);
  }

  const tellRemoved = (intent: Notice['intent'], { block, again }: JustWritten, kept: TypedOver): void =>
    remember(intent, texts => `${texts.write.removed(block.sheetName)}${saysTyped(kept, texts)}`, [
      ...showsTyped(kept),
      { say: texts => texts.write.undo, run: again },
    ]);

  async function lookAgain(): Promise<void> {
    const written = latest;
    if (written === null || work.isWorking.value) return;
    const { sheetId, sheetName } = written.block;
    const found = await excel.hasColumns(sheetId);
    const isOfBefore = work.isWorking.value || latest !== written;
    if (!found.ok || isOfBefore || found.value === areStanding.value) return;
    areStanding.value = found.value;
    if (told === null || notices.notice.value !== told) return;
    if (found.value) notices.dismiss();
    else tellRemoved('info', written, { sheetId, sheetName, cells: [] });
  }

  async function showTyped(cells: TypedOver): Promise<void> {
    const shown = await excel.selectCells(cells);
    if (!shown.ok) notices.refuse(shown.problem, () => showTyped(cells));
  }

  /** What a notice offers to do about cells that the user typed over: nothing where there are none. */
  const showsTyped = (typedOver: TypedOver): NoticeAction[] =>
    typedOver.cells.length === 0
      ? []
      : [{ say: texts => texts.write.showTyped, run: () => showTyped(typedOver) }];

  return { areStanding, write, tell, lookAgain, showTyped };
}

/** A sentence about cells that the user typed over ours, after another; nothing where there are none. */
const saysTyped = ({ cells }: TypedOver, { write, sentenceSeparator }: Texts): string =>
  cells.length === 0 ? '' : sentenceSeparator + write.typedOver(cells.length);
