import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ExcelOutcome } from '../../../excel/contract';
import {
  type PolicyTables,
  type PolicyWriting,
  readPolicyTables,
  showPolicyLog,
  showPolicyRow,
  writePolicyEdits,
} from '../../../excel/policy/policyEdits';
import type { LoggedChange } from '../../../excel/policy/policyLog';
import { onPolicySheetChanged } from '../../../excel/policy/policyWatch';
import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage } from '../../../i18n/language';
import { policyEditorTexts } from '../../../i18n/pane/policyEditor';
import type { SectionId } from '../../../risk/policy/cells/policySections';
import { readWholePolicy } from '../../../risk/policy/cells/readPolicy';
import { defaultPolicy } from '../../../risk/policy/defaultPolicy';
import { draftChanges, draftEdits } from '../../../risk/policy/draft/draftChanges';
import {
  draftOfCells,
  draftOfPolicy,
  type PolicyDraft,
  readDraft,
  withEarlier,
} from '../../../risk/policy/draft/policyDraft';
import type { Policy } from '../../../risk/policy/policy';
import type { Problem } from '../../../risk/problem';
import { changeWorkbook } from '../changeWorkbook';
import type { PaneModel } from '../paneModel';
import { createDraftModel, type DraftModel } from './draftModel';
import { createDraftWhatIf, type DraftWhatIf } from './draftWhatIf';
import { loggedChanges } from './policyLogging';

/** What the policy editor asks of the workbook. */
export interface PolicyRoom {
  readPolicyTables(): Promise<ExcelOutcome<PolicyTables | null>>;
  writePolicyEdits(writing: PolicyWriting): Promise<ExcelOutcome<void>>;
  showPolicyRow(section: SectionId, row: number | null, column: string | null): Promise<ExcelOutcome<void>>;
  showPolicyLog(): Promise<ExcelOutcome<void>>;
  onPolicySheetChanged(listener: () => void): Promise<() => void>;
}

/** Where the editor stands with the sheet. */
export type PolicyState = 'reading' | 'ready' | 'unreadable';

export interface PolicyModel extends DraftModel, DraftWhatIf {
  readonly state: ReadonlySignal<PolicyState>;
  /** Tables and columns without which nothing can be written back to where it belongs. */
  readonly missing: ReadonlySignal<readonly Problem[]>;
  readonly hasSheet: ReadonlySignal<boolean>;
  /** The latest changes made in the pane, newest first. */
  readonly log: ReadonlySignal<readonly LoggedChange[]>;
  /** The sheet was edited while there are changes here that are not applied. */
  readonly isOutdated: ReadonlySignal<boolean>;
  readonly openSections: Signal<ReadonlySet<SectionId>>;
  /** Read the sheet, unless there are changes here that reading would drop. */
  look(): Promise<void>;
  lookAgain(): Promise<void>;
  discard(): void;
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
  const state = signal<PolicyState>('reading');
  const missing = signal<readonly Problem[]>([]);
  const hasSheet = signal(false);
  const log = signal<readonly LoggedChange[]>([]);
  const isOutdated = signal(false);
  const openSections = signal<ReadonlySet<SectionId>>(new Set());
  const { taken, takeUp: takeUpDraft, ...draftModel } = createDraftModel();
  const { draft, reading, changes } = draftModel;
  let isFollowing = false;

  const words = () => textsOf(policyEditorTexts);
  const inForce = (): Policy => pane.assessments.result.value?.assessment.policy ?? defaultPolicy;

  function takeUp(tables: PolicyTables | null): void {
    batch(() => {
      hasSheet.value = tables !== null;
      log.value = tables?.log ?? [];
      takeUpDraft(
        tables === null ? draftOfPolicy(inForce(), currentLanguage()) : draftOfCells(tables.cells, inForce()),
      );
      isOutdated.value = false;
      missing.value = tables === null ? [] : missingOf(tables.cells);
      state.value = missing.value.length === 0 ? 'ready' : 'unreadable';
    });
  }

  async function lookAgain(): Promise<void> {
    const tables = await pane.work.run('looking', () => room.readPolicyTables());
    if (!tables.ok) {
      pane.notices.refuse(tables.problem, lookAgain);
      return;
    }
    takeUp(tables.value);
  }

  async function look(): Promise<void> {
    if (!isFollowing) {
      isFollowing = true;
      // An Excel too old to tell of edits is served all the same.
      void room.onPolicySheetChanged(() => void follow()).catch(() => {});
    }
    if (changes.value.length === 0) await lookAgain();
  }

  /** Somebody edited the cells: they are the policy. */
  async function follow(): Promise<void> {
    const tables = await room.readPolicyTables();
    if (!tables.ok || pane.work.current.value?.stage === 'writing') return;
    const now = tables.value === null ? null : draftOfCells(tables.value.cells, inForce());
    if (now !== null && JSON.stringify(now) === JSON.stringify(taken.value)) return;
    if (changes.value.length === 0) takeUp(tables.value);
    else isOutdated.value = true;
  }

  async function write(wanted: PolicyDraft): Promise<boolean> {
    const edited = draftChanges(wanted, currentLanguage());
    const written = await changeWorkbook(pane, 'writing', () =>
      room.writePolicyEdits({
        draft: wanted,
        edits: draftEdits(wanted),
        changes: loggedChanges(edited, pane.now(), currentLanguage()),
        inForce: inForce(),
      }),
    );
    if (!written.ok) {
      if (written.problem.key === 'policyChanged') isOutdated.value = true;
      pane.notices.refuse(
        written.problem,
        written.problem.key === 'policyChanged' ? lookAgain : () => write(wanted),
      );
      return false;
    }
    pane.policyInCells.value = readDraft(wanted).policy;
    await lookAgain();
    if (pane.assessments.result.value !== null) await pane.assessAgain();
    return pane.notices.refusal.value === null;
  }

  async function apply(): Promise<void> {
    const wanted = draft.value;
    const before = taken.value;
    const count = changes.value.length;
    const isReady = count > 0 && reading.value?.problems.length === 0;
    if (wanted === null || before === null || !isReady) return;
    pane.notices.dismiss();
    if (!(await write(wanted))) return;
    pane.notices.tell('success', () => words().applied(count), [
      { say: () => words().undo, run: () => undo(before) },
    ]);
  }

  async function undo(before: PolicyDraft): Promise<void> {
    pane.notices.dismiss();
    await lookAgain();
    if (draft.value !== null) await write(withEarlier(draft.value, before));
  }

  async function showing(show: () => Promise<ExcelOutcome<void>>): Promise<void> {
    const shown = await show();
    if (!shown.ok) pane.notices.refuse(shown.problem, () => showing(show));
  }

  return {
    ...draftModel,
    ...createDraftWhatIf(draftModel, pane.assessments),
    state,
    missing,
    hasSheet,
    log,
    isOutdated,
    openSections,
    look,
    lookAgain,
    discard: () => {
      if (taken.value !== null) takeUpDraft(taken.value);
      isOutdated.value = false;
    },
    apply,
    show: async (section, row, column) => {
      const origin = draft.value?.sections[section].rows.find(({ key }) => key === row)?.origin ?? null;
      await showing(() => room.showPolicyRow(section, origin, column));
    },
    showLog: () => showing(() => room.showPolicyLog()),
  };
}

const missingOf = (cells: PolicyTables['cells']): readonly Problem[] =>
  readWholePolicy(cells).problems.filter(
    ({ key }) =>
      key === 'policySectionMissing' || key === 'policyColumnMissing' || key === 'policySettingMissing',
  );
