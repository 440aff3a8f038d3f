import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { currentLanguage } from '../../../i18n/language';
import type { Cell } from '../../../risk/ledger/ledger';
import type { SectionId } from '../../../risk/policy/cells/policySections';
import { defaultPolicy } from '../../../risk/policy/defaultPolicy';
import { type DraftChange, draftChanges } from '../../../risk/policy/draft/draftChanges';
import {
  type DraftReading,
  type PolicyDraft,
  readDraft,
  withCell,
  withoutRow,
  withPolicy,
  withRow,
} from '../../../risk/policy/draft/policyDraft';
import { policyFromJson, policyToJson } from '../../../risk/policy/policyJson';
import { applyPreset, type PresetId } from '../../../risk/policy/presets';
import type { Problem } from '../../../risk/problem';
import { type AddableRow, placeOfAdded } from './policyRows';

/** A draft of the policy's tables: what it says, what it changes, and the ways to change it. */
export interface DraftModel {
  readonly draft: ReadonlySignal<PolicyDraft | null>;
  readonly reading: ReadonlySignal<DraftReading | null>;
  readonly changes: ReadonlySignal<readonly DraftChange[]>;
  edit(section: SectionId, row: number, column: string, cell: Cell): void;
  add(section: SectionId, row: AddableRow): void;
  remove(section: SectionId, row: number): void;
  takePreset(id: PresetId): void;
  takeDefaults(): void;
  /** Take up an exported policy; resolves to what is wrong with it. */
  importText(text: string): Problem | null;
  /** The policy of the draft as JSON; null while something is wrong with it. */
  exportText(): string | null;
}

/** A draft that knows what it was taken up from. */
export interface SheetDraft extends DraftModel {
  /** The draft as it was taken up: what the sheet says. */
  readonly taken: ReadonlySignal<PolicyDraft | null>;
  takeUp(draft: PolicyDraft): void;
}

/** Create a draft; there is none until one is taken up. */
export function createDraftModel(): SheetDraft {
  const draft = signal<PolicyDraft | null>(null);
  const taken = signal<PolicyDraft | null>(null);
  const reading = computed(() => (draft.value === null ? null : readDraft(draft.value)));
  const changes = computed(() => (draft.value === null ? [] : draftChanges(draft.value, currentLanguage())));

  const change = (edit: (now: PolicyDraft) => PolicyDraft): void => {
    if (draft.value !== null) draft.value = edit(draft.value);
  };

  return {
    draft,
    taken,
    reading,
    changes,
    takeUp: begun => {
      taken.value = begun;
      draft.value = begun;
    },
    edit: (section, row, column, cell) => change(now => withCell(now, section, row, column, cell)),
    add: (section, row) => change(now => withRow(now, section, placeOfAdded(now, section), row.cells)),
    remove: (section, row) => change(now => withoutRow(now, section, row)),
    takePreset: id =>
      change(now => {
        const { policy, problems } = readDraft(now);
        // What cannot be read of the edits is taken as it was before them.
        const base = problems.length === 0 ? policy : readDraft(taken.value ?? now).policy;
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
  };
}
