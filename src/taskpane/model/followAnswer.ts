import { type ReadonlySignal, signal } from '@preact/signals';
import type { Slices } from '../../risk/slices';
import { followInSlices } from './followInSlices';
import type { Tiering } from './ledger/tiering';
import { letGoOfReplaced } from './letGo';

/** What is worked out of the answer for a part of the pane. */
export interface FollowedAnswer<Found> {
  /** Null until an answer was worked through for the first time, and again once it was replaced while nobody followed. */
  readonly latest: ReadonlySignal<Found | null>;
  /** Keep it as the answer is, until the returned function is called. */
  follow(): () => void;
}

/**
 * Work something out of the answer while it is shown. What was there stays until the next is through; closed, it is let go together with its
 * answer.
 *
 * @param begin Reads the signals the work is about, before its first slice; null where there is nothing to work out.
 * @example const reviewed = followAnswer(assessments.result, () => assessments.result.value && reviewInSlices(assessments.result.value))
 */
export function followAnswer<Found extends { readonly tiering: Tiering }>(
  answer: ReadonlySignal<Tiering | null>,
  begin: () => Slices<Found> | null,
): FollowedAnswer<Found> {
  const latest = signal<Found | null>(null);
  const show = letGoOfReplaced(latest, ({ tiering }) => tiering !== answer.value);
  return {
    latest,
    follow: () => {
      const hide = show();
      const stop = followInSlices(latest, begin);
      return () => {
        stop();
        hide();
      };
    },
  };
}
