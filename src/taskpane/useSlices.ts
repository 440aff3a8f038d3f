import { useEffect, useState } from 'preact/hooks';
import { beginInSlices } from '../excel/inSlices';
import type { Slices } from '../risk/slices';

/**
 * Work something out for a view in turns so short that the pane answers in between.
 *
 * @param work - begun anew whenever one of `inputs` is another.
 * @returns What it came to for these inputs; null until it is there.
 * @example const pairs = useSlices(() => pairCustomersInSlices(before, now), [before, now])
 */
export function useSlices<Result>(work: () => Slices<Result>, inputs: readonly unknown[]): Result | null {
  const [done, setDone] = useState<{ readonly inputs: readonly unknown[]; readonly result: Result } | null>(
    null,
  );
  useEffect(() => beginInSlices(work(), result => setDone({ inputs, result })), inputs);
  const isOfThese = done?.inputs.every((input, index) => input === inputs[index]) ?? false;
  return isOfThese && done !== null ? done.result : null;
}
