import type { ExcelOutcome } from '../../../excel/contract';
import type { PolicyWriting } from '../../../excel/policy/policyEdits';
import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage } from '../../../i18n/language';
import { policyEditorTexts } from '../../../i18n/pane/policyEditor';
import { draftChanges, draftEdits } from '../../../risk/policy/draft/draftChanges';
import { type PolicyDraft, readDraft, withEarlier } from '../../../risk/policy/draft/policyDraft';
import { changeWorkbook } from '../changeWorkbook';
import type { PaneModel } from '../paneModel';
import type { SheetDraft } from './draftModel';
import { loggedChanges } from './policyLogging';
import type { PolicyReading } from './policyReading';

/** What applying a draft asks of the workbook. */
export interface PolicyApplyingRoom {
  writePolicyEdits(writing: PolicyWriting): Promise<ExcelOutcome<void>>;
}

/**
 * Create what writes a draft of the policy onto its sheet, tiers by it, and offers the way back.
 *
 * @returns Applies what the draft is then; nothing where it changes nothing or something is wrong with it.
 */
export function createPolicyApplying(
  pane: PaneModel,
  room: PolicyApplyingRoom,
  { draft, taken, reading, changes }: SheetDraft,
  { lookAgain, markOutdated }: PolicyReading,
): () => Promise<void> {
  const { assessments, notices } = pane;
  const words = () => textsOf(policyEditorTexts);

  async function apply(): Promise<void> {
    const wanted = draft.value;
    const before = taken.value;
    const count = changes.value.length;
    const isReady = count > 0 && reading.value?.problems.length === 0;
    if (wanted === null || before === null || !isReady) return;
    notices.dismiss();
    if (!(await write(wanted))) return;
    notices.tell('success', () => words().applied(count), [
      { say: () => words().undo, run: () => undo(before) },
    ]);
  }

  /** @returns whether it stands on the sheet and the customers are tiered by it. */
  async function write(wanted: PolicyDraft): Promise<boolean> {
    const edited = draftChanges(wanted, currentLanguage());
    const written = await changeWorkbook(pane, 'writing', () =>
      room.writePolicyEdits({
        draft: wanted,
        edits: draftEdits(wanted),
        changes: loggedChanges(edited, pane.now(), currentLanguage()),
        inForce: assessments.policyInForce(),
      }),
    );
    if (!written.ok) {
      const isOutdated = written.problem.key === 'policyChanged';
      if (isOutdated) markOutdated();
      notices.refuse(written.problem, isOutdated ? lookAgain : () => write(wanted));
      return false;
    }
    pane.policyInCells.value = readDraft(wanted).policy;
    await lookAgain();
    if (assessments.result.value !== null) await pane.assessAgain();
    return notices.refusal.value === null;
  }

  async function undo(before: PolicyDraft): Promise<void> {
    notices.dismiss();
    await lookAgain();
    if (draft.value !== null) await write(withEarlier(draft.value, before));
  }

  return apply;
}
