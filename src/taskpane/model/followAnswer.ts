import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Slices } from '../../risk/slices';
import type { Tiering } from './assessmentModel';
import { followInSlices } from './followInSlices';

/** What is worked out of the answer for a part of the pane. */
export interface FollowedAnswer<Found> {
  /** Null until an answer was worked through for the first time, and again once it was replaced while nobody followed. */
  readonly latest: ReadonlySignal<Found | null>;
  /** Keep it as the answer is, until the returned function is called. */
  follow(): () => void;
}

/**
 * Work something out of the answer while it is shown. What was there stays until the next is through; closed, it is let go together with its
 * answer, all of whose columns it would hold as long as the pane is open.
 *
 * @param begin Reads the signals the work is about, before its first slice; null where there is nothing to work out.
 * @example const reviewed = followAnswer(assessments.result, () => assessments.result.value && reviewInSlices(assessments.result.value))
 */
export function followAnswer<Found extends { readonly tiering: Tiering }>(
  answer: ReadonlySignal<Tiering | null>,
  begin: () => Slices<Found> | null,
): FollowedAnswer<Found> {
  const latest = signal<Found | null>(null);
  const isFollowed = signal(false);
  effect(() => {
    if (!isFollowed.value && latest.peek()?.tiering !== answer.value) latest.value = null;
  });
  return {
    latest,
    follow: () => {
      isFollowed.value = true;
      const stop = followInSlices(latest, begin);
      return () => {
        stop();
        isFollowed.value = false;
      };
    },
  };
}
