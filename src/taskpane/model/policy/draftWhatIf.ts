import { batch, effect, type ReadonlySignal, signal } from '@preact/signals';
import { beginInSlices } from '../../../excel/inSlices';
import { type WhatIf, whatIfInSlices } from '../../../risk/scoring/whatIf';
import type { AssessmentModel } from '../ledger/assessmentModel';
import type { DraftModel } from './draftModel';

/** What a draft would make of the customers. */
export interface DraftWhatIf {
  /** Null where nothing is changed, something is wrong or nothing was tiered. */
  readonly whatIf: ReadonlySignal<WhatIf | null>;
  readonly isComputing: ReadonlySignal<boolean>;
}

/** Typing goes on; what would change is worked out when it rests. */
const restMilliseconds = 250;

/** Work out what a draft would make of the customers, anew with every edit; what was worked out before stays until then. */
export function createDraftWhatIf(
  { reading, changes }: DraftModel,
  assessments: Pick<AssessmentModel, 'result'>,
): DraftWhatIf {
  const whatIf = signal<WhatIf | null>(null);
  const isComputing = signal(false);
  effect(() => {
    const tiering = assessments.result.value;
    const read = reading.value;
    const isChanged = changes.value.length > 0;
    if (tiering === null || read === null || read.problems.length > 0 || !isChanged) {
      whatIf.value = null;
      isComputing.value = false;
      return;
    }
    isComputing.value = true;
    let overtake = () => {};
    const timer = setTimeout(() => {
      const { assessment, ledger, join } = tiering;
      overtake = beginInSlices(whatIfInSlices(assessment, read.policy, ledger, join), found => {
        batch(() => {
          whatIf.value = found;
          isComputing.value = false;
        });
      });
    }, restMilliseconds);
    return () => {
      clearTimeout(timer);
      overtake();
    };
  });
  return { whatIf, isComputing };
}
