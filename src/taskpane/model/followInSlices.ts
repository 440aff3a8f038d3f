import { effect, type Signal } from '@preact/signals';
import { beginInSlices } from '../../excel/inSlices';
import type { Slices } from '../../risk/slices';

/**
 * Keep a signal at what long work comes to, done in turns so short that the pane answers in between. It is begun anew whenever a signal changes
 * that beginning it read; what was there before stays until it is through.
 *
 * @param begin Reads the signals the work is about, before its first slice; null where there is nothing to work out.
 * @returns Ends it.
 * @example useEffect(() => followInSlices(selection, () => selectCustomersInSlices(assessment.value, query.value)), [])
 */
export function followInSlices<Result>(
  result: Signal<Result>,
  begin: () => Slices<Result> | null,
): () => void {
  return effect(() => {
    const work = begin();
    if (work === null) return;
    return beginInSlices(work, whole => {
      result.value = whole;
    });
  });
}
