import { type Signal, signal } from '@preact/signals';
import type { ExcelOutcome } from '../../../excel/contract';
import {
  readPolicyTables,
  showPolicyLog,
  showPolicyRow,
  writePolicyEdits,
} from '../../../excel/policy/policyEdits';
import { onPolicySheetChanged } from '../../../excel/policy/policyWatch';
import type { SectionId } from '../../../risk/policy/cells/policySections';
import type { PaneModel } from '../paneModel';
import { createDraftModel, type DraftModel } from './draftModel';
import { createDraftWhatIf, type DraftWhatIf } from './draftWhatIf';
import { createPolicyApplying, type PolicyApplyingRoom } from './policyApplying';
import { createPolicyReading, type PolicyReadingRoom, type ReadPolicy } from './policyReading';

/** What the policy editor asks of the workbook. */
export interface PolicyRoom extends PolicyReadingRoom, PolicyApplyingRoom {
  showPolicyRow(section: SectionId, row: number | null, column: string | null): Promise<ExcelOutcome<void>>;
  showPolicyLog(): Promise<ExcelOutcome<void>>;
}

export interface PolicyModel extends DraftModel, DraftWhatIf, ReadPolicy {
  readonly openSections: Signal<ReadonlySet<SectionId>>;
  apply(): Promise<void>;
  /** Go to a row of the sheet, or to its table. */
  show(section: SectionId, row: number | null, column: string | null): Promise<void>;
  showLog(): Promise<void>;
}

const policyRoom: PolicyRoom = {
  readPolicyTables,
  writePolicyEdits,
  showPolicyRow,
  showPolicyLog,
  onPolicySheetChanged,
};

/** Create the model of the policy editor: a draft of the tables, what it would change, and the way onto the sheet. */
export function createPolicyModel(pane: PaneModel, room: PolicyRoom = policyRoom): PolicyModel {
  const sheetDraft = createDraftModel();
  const { taken, takeUp, ...draftModel } = sheetDraft;
  const { draft } = draftModel;
  const policyReading = createPolicyReading(pane, room, sheetDraft);
  const { markOutdated, ...readPolicy } = policyReading;

  async function showing(show: () => Promise<ExcelOutcome<void>>): Promise<void> {
    const shown = await show();
    if (!shown.ok) pane.notices.refuse(shown.problem, () => showing(show));
  }

  return {
    ...draftModel,
    ...createDraftWhatIf(draftModel, pane.assessments),
    ...readPolicy,
    openSections: signal<ReadonlySet<SectionId>>(new Set()),
    apply: createPolicyApplying(pane, room, sheetDraft, policyReading),
    show: async (section, row, column) => {
      const shownRow = draft.value?.sections[section].rows.find(({ key }) => key === row);
      await showing(() => room.showPolicyRow(section, shownRow?.origin ?? null, column));
    },
    showLog: () => showing(() => room.showPolicyLog()),
  };
}
