import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ExcelOutcome } from '../../../excel/contract';
import { inSlices, overtaken } from '../../../excel/inSlices';
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
import type { Cell } from '../../../risk/ledger/ledger';
import type { SectionId } from '../../../risk/policy/cells/policySections';
import { readWholePolicy } from '../../../risk/policy/cells/readPolicy';
import { defaultPolicy } from '../../../risk/policy/defaultPolicy';
import { type DraftChange, draftChanges, draftEdits } from '../../../risk/policy/draft/draftChanges';
import {
  type DraftReading,
  draftOfCells,
  draftOfPolicy,
  type PolicyDraft,
  readDraft,
  withCell,
  withEarlier,
  withoutRow,
  withPolicy,
  withRow,
} from '../../../risk/policy/draft/policyDraft';
import type { Policy } from '../../../risk/policy/policy';
import { policyFromJson, policyToJson } from '../../../risk/policy/policyJson';
import { applyPreset, type PresetId } from '../../../risk/policy/presets';
import type { Problem } from '../../../risk/problem';
import { type WhatIf, whatIfInSlices } from '../../../risk/scoring/whatIf';
import type { PaneModel } from '../paneModel';
import { loggedChanges } from './policyLogging';
import { type AddableRow, placeOfAdded } from './policyRows';

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

export interface PolicyModel {
  readonly state: ReadonlySignal<PolicyState>;
  /** Tables and columns without which nothing can be written back to where it belongs. */
  readonly missing: ReadonlySignal<readonly Problem[]>;
  readonly hasSheet: ReadonlySignal<boolean>;
  readonly draft: ReadonlySignal<PolicyDraft | null>;
  readonly reading: ReadonlySignal<DraftReading | null>;
  readonly changes: ReadonlySignal<readonly DraftChange[]>;
  /** The latest changes made in the pane, newest first. */
  readonly log: ReadonlySignal<readonly LoggedChange[]>;
  /** What the draft would make of the customers; null where nothing is changed, something is wrong or nothing was tiered. */
  readonly whatIf: ReadonlySignal<WhatIf | null>;
  readonly isComputing: ReadonlySignal<boolean>;
  /** The sheet was edited while there are changes here that are not applied. */
  readonly isOutdated: ReadonlySignal<boolean>;
  readonly openSections: Signal<ReadonlySet<SectionId>>;
  /** Read the sheet, unless there are changes here that reading would drop. */
  look(): Promise<void>;
  lookAgain(): Promise<void>;
  edit(section: SectionId, row: number, column: string, cell: Cell): void;
  add(section: SectionId, row: AddableRow): void;
  remove(section: SectionId, row: number): void;
  discard(): void;
  takePreset(id: PresetId): void;
  takeDefaults(): void;
  /** Take up an exported policy; resolves to what is wrong with it. */
  importText(text: string): Problem | null;
  /** The policy of the draft as JSON; null while something is wrong with it. */
  exportText(): string | null;
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

/** Typing goes on; what would change is worked out when it rests. */
const restMilliseconds = 250;

/** Create the model of the policy editor: a draft of the tables, what it would change, and the way onto the sheet. */
export function createPolicyModel(pane: PaneModel, room: PolicyRoom = policyRoom): PolicyModel {
  const state = signal<PolicyState>('reading');
  const missing = signal<readonly Problem[]>([]);
  const hasSheet = signal(false);
  const draft = signal<PolicyDraft | null>(null);
  /** The draft as it was taken up: what the sheet says. */
  let taken: PolicyDraft | null = null;
  const log = signal<readonly LoggedChange[]>([]);
  const whatIf = signal<WhatIf | null>(null);
  const isComputing = signal(false);
  const isOutdated = signal(false);
  const openSections = signal<ReadonlySet<SectionId>>(new Set());
  let isFollowing = false;

  const words = () => textsOf(policyEditorTexts);
  const reading = computed(() => (draft.value === null ? null : readDraft(draft.value)));
  const changes = computed(() => (draft.value === null ? [] : draftChanges(draft.value, currentLanguage())));
  const inForce = (): Policy => pane.assessments.result.value?.assessment.policy ?? defaultPolicy;

  function takeUp(tables: PolicyTables | null): void {
    batch(() => {
      hasSheet.value = tables !== null;
      log.value = tables?.log ?? [];
      taken =
        tables === null ? draftOfPolicy(inForce(), currentLanguage()) : draftOfCells(tables.cells, inForce());
      draft.value = taken;
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
    if (now !== null && taken !== null && JSON.stringify(now) === JSON.stringify(taken)) return;
    if (changes.value.length === 0) takeUp(tables.value);
    else isOutdated.value = true;
  }

  const change = (edit: (now: PolicyDraft) => PolicyDraft): void => {
    if (draft.value !== null) draft.value = edit(draft.value);
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  let thinking = new AbortController();
  effect(() => {
    const tiering = pane.assessments.result.value;
    const read = reading.value;
    const isChanged = changes.value.length > 0;
    thinking.abort(overtaken);
    clearTimeout(timer);
    if (tiering === null || read === null || read.problems.length > 0 || !isChanged) {
      whatIf.value = null;
      isComputing.value = false;
      return;
    }
    thinking = new AbortController();
    const { signal: ended } = thinking;
    isComputing.value = true;
    timer = setTimeout(async () => {
      const { assessment, ledger, join } = tiering;
      const found = await inSlices(whatIfInSlices(assessment, read.policy, ledger, join), ended);
      if (found === null || ended.aborted) return;
      batch(() => {
        whatIf.value = found;
        isComputing.value = false;
      });
    }, restMilliseconds);
  });

  async function write(wanted: PolicyDraft): Promise<boolean> {
    const edited = draftChanges(wanted, currentLanguage());
    const written = await pane.work.run('writing', () =>
      pane.sheet.changeOurselves(() =>
        room.writePolicyEdits({
          draft: wanted,
          edits: draftEdits(wanted),
          changes: loggedChanges(edited, pane.now(), currentLanguage()),
          inForce: inForce(),
        }),
      ),
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
    const before = taken;
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
    state,
    missing,
    hasSheet,
    draft,
    reading,
    changes,
    log,
    whatIf,
    isComputing,
    isOutdated,
    openSections,
    look,
    lookAgain,
    edit: (section, row, column, cell) => change(now => withCell(now, section, row, column, cell)),
    add: (section, row) => change(now => withRow(now, section, placeOfAdded(now, section), row.cells)),
    remove: (section, row) => change(now => withoutRow(now, section, row)),
    discard: () => {
      draft.value = taken;
      isOutdated.value = false;
    },
    takePreset: id =>
      change(now => {
        const { policy, problems } = readDraft(now);
        // What cannot be read of the edits is taken as it was before them.
        const base = problems.length === 0 ? policy : readDraft(taken ?? now).policy;
        return withPolicy(now, applyPreset(base, id));
      }),
    takeDefaults: () => change(now => withPolicy(now, defaultPolicy)),
    importText: text => {
      const policy = policyFromJson(text);
      if (!policy.ok) return policy.problem;
      change(now => withPolicy(now, policy.value));
      return null;
    },
    exportText: () => {
      const read = reading.value;
      return read === null || read.problems.length > 0 ? null : policyToJson(read.policy);
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
