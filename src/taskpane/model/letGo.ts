import { effect, type Signal, signal } from '@preact/signals';

/**
 * Let go of what a part of the pane has worked out once it is of something that was replaced, and nobody looks at it: sheets and answers have
 * columns of many megabytes, and a part is kept as long as the pane is open.
 *
 * @param isReplaced Reads the signals that say so.
 * @returns Begins showing it; while it is shown it stays, until the function that this returns is called.
 * @example const show = letGoOfReplaced(found, ({ tiering }) => tiering !== assessments.result.value)
 */
export function letGoOfReplaced<Found>(
  found: Signal<Found | null>,
  isReplaced: (found: Found) => boolean,
): () => () => void {
  const isShown = signal(false);
  effect(() => {
    if (!isShown.value && found.value !== null && isReplaced(found.value)) found.value = null;
  });
  return () => {
    isShown.value = true;
    return () => {
      isShown.value = false;
    };
  };
}
