import { inSlices } from '../../excel/inSlices';
import { type ReviewEntry, withReviewsInSlices } from '../../risk/history/reviewLog';
import { type Snapshot, snapshotBefore } from '../../risk/history/snapshot';
import { assessAgainInSlices } from '../../risk/scoring/assess';
import type { AssessmentModel, Tiering } from './assessmentModel';
import type { RecordedPast } from './recordedPast';

export interface AnswerWithPast {
  /** Assess an answer once more with what history knows of its customers; null where it was ended. */
  reassess(tiering: Tiering, signal: AbortSignal): Promise<Tiering | null>;
  /** An answer without what history added to it. */
  plain(tiering: Tiering): Tiering;
  /** Bring the answer up to date with what is known of its customers' past. */
  takeFurther(signal: AbortSignal): Promise<void>;
}

/** Create the model of what the past says of the answer: scores that fell since the last snapshot, reviews that are due. */
export function createAnswerWithPast({ result }: AssessmentModel, past: RecordedPast): AnswerWithPast {
  /** The answer that reviews and falls were added to, and what came of it. */
  let taken: { readonly before: Tiering; readonly after: Tiering } | null = null;

  const snapshotOfBefore = ({ asOf, currency }: Tiering): Snapshot | null =>
    snapshotBefore(past.history.value?.snapshots ?? [], asOf.serial, currency);

  async function reassess(tiering: Tiering, signal: AbortSignal): Promise<Tiering | null> {
    const assessing = assessWithPast(tiering, past.reviews.value, snapshotOfBefore(tiering));
    const assessment = await inSlices(assessing, signal);
    if (assessment === null) return null;
    const after = { ...tiering, assessment };
    taken = { before: tiering, after };
    return after;
  }

  const plain = (tiering: Tiering): Tiering => (taken?.after === tiering ? taken.before : tiering);

  async function takeFurther(signal: AbortSignal): Promise<void> {
    const answered = result.value;
    if (answered === null) return;
    const before = plain(answered);
    const isKnown = snapshotOfBefore(before) !== null || past.reviews.value.length > 0;
    if (!isKnown && before === answered) return;
    const after = await reassess(before, signal);
    if (after !== null && result.value === answered) result.value = after;
  }

  return { reassess, plain, takeFurther };
}

function* assessWithPast(
  { assessment, ledger }: Tiering,
  reviews: readonly ReviewEntry[],
  previous: Snapshot | null,
): ReturnType<typeof assessAgainInSlices> {
  const table = yield* withReviewsInSlices(assessment.table, reviews);
  return yield* assessAgainInSlices(assessment, table, ledger?.scale, previous);
}
