import { type Signal, signal } from '@preact/signals';
import { currentLanguage } from '../../../i18n/language';
import type { Policy } from '../../../risk/policy/policy';
import type { ExcelRoom } from '../excelRoom';
import type { AssessmentModel } from '../ledger/assessmentModel';
import type { TieringModel } from '../ledger/tieringModel';
import type { NoticeModel } from '../noticeModel';

export interface PolicySheetModel {
  /** What the policy's cells said when somebody looked or wrote last; null where there are none, `undefined` while nobody knows. */
  readonly policyInCells: Signal<Policy | null | undefined>;
  chooseAsOf(serial: number): Promise<void>;
  showPolicy(): Promise<void>;
  /** Write values that stand as text on the policy sheet as values, then do again what was refused because of them. */
  writePolicyValues(retry: () => unknown): Promise<void>;
}

interface PolicySheetRooms {
  readonly excel: ExcelRoom;
  readonly assessments: AssessmentModel;
  readonly notices: NoticeModel;
}

/** Create the model of the sheet that holds the policy: what of it is written or shown without the policy's editor. */
export function createPolicySheetModel(
  tiering: Pick<TieringModel, 'assessAgain'>,
  { excel, assessments, notices }: PolicySheetRooms,
): PolicySheetModel {
  async function chooseAsOf(serial: number): Promise<void> {
    // The policy on the sheet has the last word, so the date goes there first; a workbook without one has nothing to write to.
    const written = await excel.writeAsOf(serial);
    if (written.ok) await tiering.assessAgain({ ...assessments.choices.value, asOf: serial });
    else notices.refuse(written.problem, () => chooseAsOf(serial));
  }

  async function showPolicy(): Promise<void> {
    const ensured = await excel.ensurePolicySheet(assessments.policyInForce(), currentLanguage());
    const shown = ensured.ok ? await excel.showPolicySheet() : ensured;
    if (!shown.ok) notices.refuse(shown.problem, showPolicy);
  }

  async function writePolicyValues(retry: () => unknown): Promise<void> {
    const written = await excel.writePolicyValues();
    notices.dismiss();
    if (written.ok) await retry();
    else notices.refuse(written.problem, () => writePolicyValues(retry));
  }

  return {
    policyInCells: signal<Policy | null | undefined>(undefined),
    chooseAsOf,
    showPolicy,
    writePolicyValues,
  };
}
