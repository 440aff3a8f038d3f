import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { ExcelOutcome } from '../../../excel/contract';
import type { PolicyTables } from '../../../excel/policy/policyEdits';
import type { LoggedChange } from '../../../excel/policy/policyLog';
import { currentLanguage } from '../../../i18n/language';
import { readWholePolicy } from '../../../risk/policy/cells/readPolicy';
import { draftOfCells, draftOfPolicy } from '../../../risk/policy/draft/policyDraft';
import type { Problem } from '../../../risk/problem';
import type { PaneModel } from '../paneModel';
import type { SheetDraft } from './draftModel';

/** What reading the policy's tables asks of the workbook. */
export interface PolicyReadingRoom {
  readPolicyTables(): Promise<ExcelOutcome<PolicyTables | null>>;
  onPolicySheetChanged(listener: () => void): Promise<() => void>;
}

/** Where the editor stands with the sheet. */
export type PolicyState = 'reading' | 'ready' | 'unreadable';

/** What the sheet said when its draft was taken up. */
export interface ReadPolicy {
  readonly state: ReadonlySignal<PolicyState>;
  /** Tables and columns without which nothing can be written back to where it belongs. */
  readonly missing: ReadonlySignal<readonly Problem[]>;
  readonly hasSheet: ReadonlySignal<boolean>;
  /** The latest changes made in the pane, newest first. */
  readonly log: ReadonlySignal<readonly LoggedChange[]>;
  /** The sheet was edited while there are changes here that are not applied. */
  readonly isOutdated: ReadonlySignal<boolean>;
  /** Read the sheet, unless there are changes here that reading would drop. */
  look(): Promise<void>;
  lookAgain(): Promise<void>;
  discard(): void;
}

export interface PolicyReading extends ReadPolicy {
  /** Excel told that the sheet is not as it was when the draft was taken up. */
  markOutdated(): void;
}

/** Take up a draft from the policy's tables, and again when somebody edits them: from then on they are the policy. */
export function createPolicyReading(
  { assessments, work, notices }: PaneModel,
  room: PolicyReadingRoom,
  { taken, changes, takeUp: takeUpDraft }: SheetDraft,
): PolicyReading {
  const state = signal<PolicyState>('reading');
  const missing = signal<readonly Problem[]>([]);
  const hasSheet = signal(false);
  const log = signal<readonly LoggedChange[]>([]);
  const isOutdated = signal(false);
  let isFollowing = false;

  function takeUp(tables: PolicyTables | null): void {
    const inForce = assessments.policyInForce();
    batch(() => {
      hasSheet.value = tables !== null;
      log.value = tables?.log ?? [];
      takeUpDraft(
        tables === null ? draftOfPolicy(inForce, currentLanguage()) : draftOfCells(tables.cells, inForce),
      );
      isOutdated.value = false;
      missing.value = tables === null ? [] : missingOf(tables.cells);
      state.value = missing.value.length === 0 ? 'ready' : 'unreadable';
    });
  }

  async function lookAgain(): Promise<void> {
    const tables = await work.run('looking', () => room.readPolicyTables());
    if (!tables.ok) {
      notices.refuse(tables.problem, lookAgain);
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

  async function follow(): Promise<void> {
    const tables = await room.readPolicyTables();
    if (!tables.ok || work.current.value?.stage === 'writing') return;
    const now = tables.value === null ? null : draftOfCells(tables.value.cells, assessments.policyInForce());
    if (now !== null && JSON.stringify(now) === JSON.stringify(taken.value)) return;
    if (changes.value.length === 0) takeUp(tables.value);
    else isOutdated.value = true;
  }

  return {
    state,
    missing,
    hasSheet,
    log,
    isOutdated,
    look,
    lookAgain,
    markOutdated: () => {
      isOutdated.value = true;
    },
    discard: () => {
      if (taken.value !== null) takeUpDraft(taken.value);
      isOutdated.value = false;
    },
  };
}

const missingOf = (cells: PolicyTables['cells']): readonly Problem[] =>
  readWholePolicy(cells).problems.filter(
    ({ key }) =>
      key === 'policySectionMissing' || key === 'policyColumnMissing' || key === 'policySettingMissing',
  );
