import { type ReadonlySignal, signal } from '@preact/signals';
import type { SheetBlock, TypedOver } from '../../../excel/contract';
import { textsIn } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { changeWorkbook } from '../changeWorkbook';
import type { ExcelRoom } from '../excelRoom';
import type { SheetModel } from '../ledger/sheetModel';
import type { Tiering } from '../ledger/tiering';
import type { Notice, NoticeAction, NoticeModel, Say } from '../noticeModel';
import type { WorkModel } from '../workModel';
import type { HighlightModel } from './highlightModel';
import { createStanding } from './standing';
import { createTypedOverCells, sayTypedOver } from './typedOverCells';

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
  const typed = createTypedOverCells(excel, notices);
  const standing = createStanding(
    { work, notices },
    {
      isStanding: areStanding,
      latest: () => latest,
      find: ({ block }) => excel.hasColumns(block.sheetId),
      tellGone: written => {
        const { sheetId, sheetName } = written.block;
        tellRemoved('info', written, { sheetId, sheetName, cells: [] });
      },
    },
  );

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
    standing.tell(intent, texts => `${say(texts)}${sayTypedOver(typedOver, texts)}`, [
      ...highlights.waitingForScore(),
      ...typed.offers(typedOver),
      ...actions,
      isNew
        ? { say: texts => texts.write.undo, run: () => takeAway(written) }
        : { say: texts => texts.write.clear, run: openClear },
    ]);
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
    standing.tell(intent, texts => `${texts.write.removed(block.sheetName)}${sayTypedOver(kept, texts)}`, [
      ...typed.offers(kept),
      { say: texts => texts.write.undo, run: again },
    ]);

  return {
    areStanding,
    write,
    tell,
    lookAgain: async () => {
      await standing.lookAgain();
    },
    showTyped: typed.show,
  };
}
