import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { readCollectionLog } from '../../excel/sheets/collection';
import { type LogEntry, readLog } from '../../risk/collection/collectionLog';
import { customerCase } from '../../risk/collection/customerCase';
import type { CollectionCase } from '../../risk/collection/worklist';
import { dateSystemOf } from '../../risk/ledger/cells/dateSystem';
import type { PaneModel } from './paneModel';

export interface NextStepModel {
  /** What was done so far; empty until the workbook's log was read, and where there is none. */
  readonly log: ReadonlySignal<readonly LogEntry[]>;
  look(): Promise<void>;
  /** The next step for a customer of the answer; null where nothing is to be done. */
  caseOf(customer: number): CollectionCase | null;
}

/** Create the model of the step that comes next for one customer. */
export function createNextStepModel(
  { assessments }: Pick<PaneModel, 'assessments'>,
  room: { readonly readCollectionLog: typeof readCollectionLog } = { readCollectionLog },
): NextStepModel {
  const cells = signal<readonly (readonly unknown[])[]>([]);
  const log = computed(() => {
    const tiering = assessments.result.value;
    if (tiering === null) return [];
    return readLog(cells.value, dateSystemOf(tiering.block), tiering.assessment.policy.steps);
  });
  return {
    log,
    look: async () => {
      const read = await room.readCollectionLog();
      // A log that cannot be read now changes nothing of what is owed.
      if (read.ok) cells.value = read.value ?? [];
    },
    caseOf: customer => {
      const tiering = assessments.result.value;
      if (tiering === null) return null;
      const { table, policy } = tiering.assessment;
      return customerCase(tiering.ledger, table, customer, policy, log.value);
    },
  };
}
