import { useEffect, useRef, useState } from 'preact/hooks';
import { beginInSlices } from '../excel/inSlices';
import type { Slices } from '../risk/slices';

/** What long work came to last, and whether it is being worked out anew. */
export interface LatestSlices<Result> {
  readonly latest: Result | null;
  /** `latest` is of earlier inputs. */
  readonly isUpdating: boolean;
}

/**
 * Work something out for a view in turns so short that the pane answers in between; what it came to before stays until the new one is there.
 *
 * @param work - begun anew whenever one of `inputs` is another. What a view shows beside it belongs into the result, or old and new would stand side by side.
 * @example const { latest, isUpdating } = useLatestSlices(() => pairCustomersInSlices(before, now), [before, now])
 */
export function useLatestSlices<Result>(
  work: () => Slices<Result>,
  inputs: readonly unknown[],
): LatestSlices<Result> {
  const [done, setDone] = useState<{ readonly inputs: readonly unknown[]; readonly result: Result } | null>(
    null,
  );
  // An effect is kept until another one takes its place: what `work` is about may be long replaced by then, while `inputs` are still the same.
  const latestWork = useRef(work);
  latestWork.current = work;
  useEffect(() => beginInSlices(latestWork.current(), result => setDone({ inputs, result })), inputs);
  const isOfThese = done?.inputs.every((input, index) => input === inputs[index]) ?? false;
  return { latest: done?.result ?? null, isUpdating: !isOfThese };
}

/**
 * Work something out as `useLatestSlices` does, for a view that shows nothing of earlier inputs.
 *
 * @returns What it came to for these inputs; null until it is there.
 */
export function useSlices<Result>(work: () => Slices<Result>, inputs: readonly unknown[]): Result | null {
  const { latest, isUpdating } = useLatestSlices(work, inputs);
  return isUpdating ? null : latest;
}
