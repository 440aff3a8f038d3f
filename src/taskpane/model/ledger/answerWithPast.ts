import { inSlices } from '../../../excel/inSlices';
import { rememberingPlaces } from '../../../risk/history/placesAgain';
import { withReviewsInSlices } from '../../../risk/history/reviewLog';
import { type Snapshot, snapshotBefore } from '../../../risk/history/snapshot';
import type { CustomerTable } from '../../../risk/metrics/table/metric';
import { assessAgainInSlices } from '../../../risk/scoring/assess';
import type { Assessment } from '../../../risk/scoring/assessment';
import type { Slices } from '../../../risk/slices';
import type { RecordedPast } from '../history/recordedPast';
import type { AssessmentModel } from './assessmentModel';
import type { Tiering } from './tiering';

export interface AnswerWithPast {
  /**
   * Assess once more with what history knows of the customers; null where it was ended.
   *
   * @param tiering Its table is assessed, what else it says of its customers may be of before.
   * @param before The answer that was worked out last, of which what still holds is taken over.
   */
  reassess(tiering: Tiering, before: Assessment, signal: AbortSignal): Promise<Tiering | null>;
  /** An answer with its table as it was before history added to it. */
  plain(tiering: Tiering): Tiering;
  /** Bring the answer up to date with what is known of its customers' past. */
  takeFurther(signal: AbortSignal): Promise<void>;
}

/** Create the model of what the past says of the answer: scores that fell since the last snapshot, reviews that are due. */
export function createAnswerWithPast({ result }: AssessmentModel, past: RecordedPast): AnswerWithPast {
  /** Of an answer the table that reviews were added to; kept no longer than that. Breaches and scores of before are not kept: they are half of an answer. */
  const plainTableOf = new WeakMap<Tiering, CustomerTable>();

  const snapshotOfBefore = ({ asOf, currency }: Tiering): Snapshot | null =>
    snapshotBefore(past.history.value?.snapshots ?? [], asOf.serial, currency);

  // Each edit of a row asks for the same customers once more.
  const findReviewed = rememberingPlaces();
  const findScored = rememberingPlaces();

  function* assessWithPast(tiering: Tiering, before: Assessment): Slices<Assessment> {
    const { assessment, ledger } = tiering;
    const table = yield* withReviewsInSlices(assessment.table, past.reviews.value, findReviewed);
    const previous = snapshotOfBefore(tiering);
    return yield* assessAgainInSlices(before, table, ledger?.scale, previous, findScored);
  }

  async function reassess(
    tiering: Tiering,
    before: Assessment,
    signal: AbortSignal,
  ): Promise<Tiering | null> {
    const assessment = await inSlices(assessWithPast(tiering, before), signal);
    if (assessment === null) return null;
    const after = { ...tiering, assessment };
    plainTableOf.set(after, tiering.assessment.table);
    return after;
  }

  const plain = (tiering: Tiering): Tiering => {
    const table = plainTableOf.get(tiering);
    return table === undefined ? tiering : { ...tiering, assessment: { ...tiering.assessment, table } };
  };

  async function takeFurther(signal: AbortSignal): Promise<void> {
    const answered = result.value;
    if (answered === null) return;
    const before = plain(answered);
    const isKnown = snapshotOfBefore(before) !== null || past.reviews.value.length > 0;
    if (!isKnown && before === answered) return;
    const after = await reassess(before, answered.assessment, signal);
    if (after !== null && result.value === answered) result.value = after;
  }

  return { reassess, plain, takeFurther };
}
