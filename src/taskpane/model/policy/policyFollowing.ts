import type { ExcelOutcome } from '../../../excel/contract';
import { logPolicyChanges } from '../../../excel/policy/policyEdits';
import type { LoggedChange } from '../../../excel/policy/policyLog';
import { onPolicySheetChanged } from '../../../excel/policy/policyWatch';
import type { Editor } from '../../../excel/reading/watch';
import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage, type Language } from '../../../i18n/language';
import { policyEditorTexts } from '../../../i18n/pane/policyEditor';
import type { Policy } from '../../../risk/policy/policy';
import { policyChanges } from '../../../risk/policy/policyChanges';
import { withAsOf } from '../../../risk/policy/withAsOf';
import type { Assessment } from '../../../risk/scoring/assessment';
import type { ExcelRoom } from '../excelRoom';
import type { PaneModel } from '../paneModel';
import { loggedChanges } from './policyLogging';

/** What following the policy asks of the workbook beside reading it. */
export interface PolicyFollowingRoom {
  onPolicySheetChanged(listener: (by: Editor) => void): Promise<() => void>;
  logPolicyChanges(changes: readonly LoggedChange[], language: Language): Promise<ExcelOutcome<void>>;
}

const followingRoom: PolicyFollowingRoom = { onPolicySheetChanged, logPolicyChanges };

/** Somebody who types over one cell of the policy goes on to the next. */
const quietMilliseconds = 500;
/** Up to so many rows are tiered again without a word; beyond, it takes seconds and is offered. */
const cheapRows = 200_000;

/**
 * Follow edits of the policy's cells by hand: the customers are tiered again by what the cells say, what the user changed is logged beside
 * them, and a cell that cannot be read is named. What a co-author changes is logged by the co-author's own pane.
 *
 * @returns What stops it.
 */
export async function followPolicy(
  pane: PaneModel,
  excel: Pick<ExcelRoom, 'readPolicySheet'>,
  room: PolicyFollowingRoom = followingRoom,
): Promise<() => void> {
  const known = pane.policyInCells;
  /** What the cells said before edits that are waiting to be read; null where none of them is the user's. */
  let before: Policy | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const begun = await excel.readPolicySheet();
  if (begun.ok) known.value = begun.value;

  /** A sheet that the pane made says at first what was in force; of one that could not be read nobody knows what it said. */
  const saidBefore = (): Policy | null =>
    known.value === null ? pane.assessments.policyInForce() : (known.value ?? null);

  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void follow(), quietMilliseconds);
  };

  async function follow(): Promise<void> {
    // What is being done may be the very edit, or end in another answer.
    if (pane.work.isWorking.value) {
      wait();
      return;
    }
    const read = await excel.readPolicySheet();
    if (pane.work.isWorking.value) {
      wait();
      return;
    }
    if (!read.ok) {
      if (pane.assessments.result.value !== null) pane.notices.refuse(read.problem, follow);
      return;
    }
    const wasUnreadable = pane.notices.refusal.value?.problem.key === 'policyUnreadable';
    if (wasUnreadable) pane.notices.dismiss();
    if (read.value === null) return;
    const from = before;
    before = null;
    known.value = read.value;
    if (from !== null) await log(from, read.value);
    await tierBy(read.value);
  }

  /** The as-of date that was chosen in the pane is no edit by hand. */
  async function log(from: Policy, to: Policy): Promise<void> {
    const { asOf } = pane.assessments.choices.value;
    const isChosen = asOf !== null && to.settings.asOf === asOf;
    const dated = isChosen ? withAsOf(from, asOf) : from;
    const changes = policyChanges(dated, to, currentLanguage());
    if (changes.length === 0) return;
    const lines = loggedChanges(changes, pane.now(), currentLanguage());
    const logged = await pane.sheet.changeOurselves(() => room.logPolicyChanges(lines, currentLanguage()));
    if (!logged.ok) pane.notices.refuse(logged.problem, () => log(from, to));
  }

  async function tierBy(policy: Policy): Promise<void> {
    const tiering = pane.assessments.result.value;
    if (tiering === null || isInForce(policy, tiering.assessment)) return;
    if (tiering.block.cells.length > cheapRows) {
      pane.notices.tell('info', () => textsOf(policyEditorTexts).changedByHand, [
        { say: () => textsOf(policyEditorTexts).tierAgain, run: pane.assessAgain },
      ]);
      return;
    }
    await pane.assessAgain();
    if (pane.notices.refusal.value === null) {
      pane.notices.tell('info', () => textsOf(policyEditorTexts).tieredAgain);
    }
  }

  const stop = await room.onPolicySheetChanged(by => {
    if (by === 'user' || (by === 'userOrUs' && !pane.sheet.mayBeOurs(by))) before ??= saidBefore();
    wait();
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** Without a date of its own the policy leaves the day to the ledger. */
function isInForce(policy: Policy, { policy: inForce, asOf }: Assessment): boolean {
  const dated = withAsOf(policy, policy.settings.asOf ?? asOf);
  return JSON.stringify(dated) === JSON.stringify(inForce);
}
