import { onPolicySheetChanged } from '../../excel/policyWatch';
import { textsOf } from '../../i18n/bilingual';
import { policyEditorTexts } from '../../i18n/policyEditor';
import type { Policy } from '../../risk/policy/policy';
import type { Assessment } from '../../risk/scoring/assessment';
import type { ExcelRoom } from './excelRoom';
import type { PaneModel } from './paneModel';

type Watch = (listener: () => void) => Promise<() => void>;

/** Somebody who types over one cell of the policy goes on to the next. */
const quietMilliseconds = 500;
/** Up to so many rows are tiered again without a word; beyond, it takes seconds and is offered. */
const cheapRows = 200_000;

/**
 * Follow edits of the policy's cells by hand: the customers are tiered again by what the cells say, and a cell that cannot be read is named.
 *
 * @returns What stops it.
 */
export async function followPolicy(
  pane: PaneModel,
  excel: Pick<ExcelRoom, 'readPolicySheet'>,
  watch: Watch = onPolicySheetChanged,
): Promise<() => void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void follow(), quietMilliseconds);
  };

  async function follow(): Promise<void> {
    const before = pane.assessments.result.value;
    if (before === null) return;
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
      pane.notices.refuse(read.problem, follow);
      return;
    }
    const wasUnreadable = pane.notices.refusal.value?.problem.key === 'policyUnreadable';
    if (wasUnreadable) pane.notices.dismiss();
    if (read.value === null || isInForce(read.value, before.assessment)) return;
    if (before.block.cells.length > cheapRows) {
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

  const stop = await watch(wait);
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** Without a date of its own the policy leaves the day to the ledger. */
function isInForce(policy: Policy, { policy: inForce, asOf }: Assessment): boolean {
  const dated = { ...policy, settings: { ...policy.settings, asOf: policy.settings.asOf ?? asOf } };
  return JSON.stringify(dated) === JSON.stringify(inForce);
}
