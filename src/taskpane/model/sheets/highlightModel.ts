import { type ReadonlySignal, signal } from '@preact/signals';
import type { HighlightResult, SheetBlock } from '../../../excel/contract';
import type { ExcelRoom } from '../excelRoom';
import type { LayersModel } from '../layersModel';
import type { AssessmentModel } from '../ledger/assessmentModel';
import type { Notice, NoticeAction, NoticeModel } from '../noticeModel';
import type { WorkModel } from '../workModel';

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
  /** What was said last of the highlights. */
  let told: Notice | null = null;

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

  async function lookAgain(): Promise<void> {
    const tiering = assessments.result.value;
    if (tiering === null || work.isWorking.value) return;
    const found = await excel.isHighlighted(tiering.block.sheetId);
    const isOfBefore = work.isWorking.value || assessments.result.value !== tiering;
    if (!found.ok || isOfBefore || found.value === isOn.value) return;
    isOn.value = found.value;
    outcome.value = null;
    if (told === null || notices.notice.value !== told) return;
    if (found.value) notices.dismiss();
    else tellRemoved('info', tiering.block);
  }

  function tell(...notice: Parameters<NoticeModel['tell']>): void {
    notices.tell(...notice);
    told = notices.notice.value;
  }

  const tellRemoved = (intent: Notice['intent'], block: SheetBlock): void =>
    tell(intent, texts => texts.highlight.removed(block.sheetName), [
      { say: texts => texts.highlight.undo, run: switchOn },
    ]);

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
    const { added, skipped, differing } = highlighted.value;
    const notPossible = skipped.filter(({ reason }) => reason !== 'off');
    tell(
      'success',
      texts =>
        [
          texts.highlight.done(added.length, block.sheetName),
          ...(notPossible.length > 0 ? [texts.highlight.skipped(notPossible.length)] : []),
          ...(differing > 0 ? [texts.highlight.differing(differing)] : []),
        ].join(texts.sentenceSeparator),
      [
        { say: texts => texts.highlight.details, run: () => layers.open({ kind: 'highlight' }) },
        { say: texts => texts.highlight.undo, run: switchOff },
      ],
    );
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

  const waitingForScore = (): readonly NoticeAction[] =>
    outcome.value?.skipped.some(({ reason }) => reason === 'needsScore') === true
      ? [{ say: texts => texts.highlight.again, run: switchOn }]
      : [];

  return {
    isOn,
    outcome,
    refresh,
    lookAgain,
    switchOn,
    switchOff,
    waitingForScore,
    toggle: () => (isOn.value ? switchOff() : switchOn()),
  };
}
