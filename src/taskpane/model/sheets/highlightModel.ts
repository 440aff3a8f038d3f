import { type ReadonlySignal, signal } from '@preact/signals';
import type { HighlightResult, SheetBlock } from '../../../excel/contract';
import type { Texts } from '../../../i18n/catalogue';
import type { ExcelRoom } from '../excelRoom';
import type { LayersModel } from '../layersModel';
import type { AssessmentModel } from '../ledger/assessmentModel';
import type { Notice, NoticeAction, NoticeModel } from '../noticeModel';
import type { WorkModel } from '../workModel';
import { createStanding } from './standing';

export interface HighlightModel {
  readonly isOn: ReadonlySignal<boolean>;
  /** What the last highlighting did on the sheet now shown; null after it was taken back or for highlights of an earlier day. */
  readonly outcome: ReadonlySignal<HighlightResult | null>;
  /** Ask the sheet itself whether highlights of ours are on it. */
  refresh(): Promise<void>;
  /** Ask it once more, as the user may have taken them back there, or put them on again: what is said of them is then no longer so. */
  lookAgain(): Promise<void>;
  /** What to offer once scores stand beside the data: rules that waited for them can be highlighted. */
  waitingForScore(): readonly NoticeAction[];
  /** What to offer where another answer came: highlights that are on say what was, until they are made again. */
  outdated(): readonly NoticeAction[];
  toggle(): Promise<void>;
  switchOn(): Promise<void>;
  switchOff(): Promise<void>;
}

/** Create the model of the highlights on the tiered sheet. */
export function createHighlightModel(
  excel: ExcelRoom,
  assessments: AssessmentModel,
  work: WorkModel,
  notices: NoticeModel,
  layers: LayersModel,
): HighlightModel {
  const isOn = signal(false);
  const outcome = signal<HighlightResult | null>(null);
  const standing = createStanding(
    { work, notices },
    {
      isStanding: isOn,
      latest: () => assessments.result.value,
      find: ({ block }) => excel.isHighlighted(block.sheetId),
      tellGone: ({ block }) => tellRemoved('info', block),
    },
  );

  async function refresh(): Promise<void> {
    const tiering = assessments.result.value;
    outcome.value = null;
    if (tiering === null) {
      isOn.value = false;
      return;
    }
    const found = await excel.isHighlighted(tiering.block.sheetId);
    isOn.value = found.ok && found.value;
  }

  async function switchOn(): Promise<void> {
    const tiering = assessments.result.value;
    if (tiering === null) return;
    const { block, recognition, assessment, join } = tiering;
    const highlighted = await work.run('highlighting', () =>
      excel.highlightSheet(block, recognition, assessment, join),
    );
    if (!highlighted.ok) {
      notices.refuse(highlighted.problem, switchOn);
      return;
    }
    isOn.value = true;
    outcome.value = highlighted.value;
    standing.tell('success', texts => sayDone(highlighted.value, block, texts), [
      { say: texts => texts.highlight.details, run: () => layers.open({ kind: 'highlight' }) },
      { say: texts => texts.highlight.undo, run: switchOff },
    ]);
  }

  async function switchOff(): Promise<void> {
    const tiering = assessments.result.value;
    if (tiering === null) return;
    const { block } = tiering;
    const cleared = await work.run('clearing', () => excel.clearHighlights(block.sheetId));
    if (!cleared.ok) {
      notices.refuse(cleared.problem, switchOff);
      return;
    }
    isOn.value = false;
    outcome.value = null;
    tellRemoved('success', block);
  }

  const tellRemoved = (intent: Notice['intent'], block: SheetBlock): void =>
    standing.tell(intent, texts => texts.highlight.removed(block.sheetName), [
      { say: texts => texts.highlight.undo, run: switchOn },
    ]);

  const again: NoticeAction = { say: texts => texts.highlight.again, run: switchOn };

  return {
    isOn,
    outcome,
    refresh,
    lookAgain: async () => {
      if (await standing.lookAgain()) outcome.value = null;
    },
    waitingForScore: () =>
      outcome.value?.skipped.some(({ reason }) => reason === 'needsScore') === true ? [again] : [],
    outdated: () => (isOn.value ? [again] : []),
    toggle: () => (isOn.value ? switchOff() : switchOn()),
    switchOn,
    switchOff,
  };
}

function sayDone({ added, skipped, differing }: HighlightResult, block: SheetBlock, texts: Texts): string {
  const { done, skipped: saySkipped, differing: sayDiffering } = texts.highlight;
  const notPossible = skipped.filter(({ reason }) => reason !== 'off').length;
  const sentences = [
    done(added.length, block.sheetName),
    notPossible > 0 && saySkipped(notPossible),
    differing > 0 && sayDiffering(differing),
  ];
  return sentences.filter(sentence => sentence !== false).join(texts.sentenceSeparator);
}
