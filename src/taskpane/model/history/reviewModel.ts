import type { ReadonlySignal } from '@preact/signals';
import { textsOf } from '../../../i18n/bilingual';
import { historyTexts } from '../../../i18n/pane/history';
import { type ReviewEntry, reviewedSinceInSlices, reviewRows } from '../../../risk/history/reviewLog';
import { type Review, reviewCalendarInSlices } from '../../../risk/scoring/reviews';
import type { Slices } from '../../../risk/slices';
import { followAnswer } from '../followAnswer';
import { todaySerial } from '../ledger/asOfDate';
import type { Tiering } from '../ledger/tiering';
import type { PaneModel } from '../paneModel';
import type { HistoryRoom } from './historyRoom';
import type { RecordDesk } from './recordDesk';
import type { RecordedPast } from './recordedPast';
import { reviewTable } from './recordTables';

/** Reviews that are due, without those that were noted after the as-of day, and the answer whose customers they number. */
export interface ReviewsDue {
  readonly tiering: Tiering;
  readonly noted: readonly ReviewEntry[];
  readonly reviews: readonly Review[];
}

export interface ReviewModel {
  /** Null until an answer was looked at for the first time; what it was stays until the next is worked out. */
  readonly calendar: ReadonlySignal<ReviewsDue | null>;
  /** Keep the calendar as the answer and the noted reviews are, until the returned function is called. */
  followCalendar(): () => void;
  /** Note that a customer was reviewed today, as an answer shows it. */
  review(tiering: Tiering, customer: number): Promise<void>;
}

/** Create the model of reviews: whose is due, and noting that one was done. */
export function createReviewModel(
  pane: PaneModel,
  room: HistoryRoom,
  { reviews }: RecordedPast,
  desk: RecordDesk,
): ReviewModel {
  const answer = pane.assessments.result;
  const { latest: calendar, follow: followCalendar } = followAnswer<ReviewsDue>(answer, () => {
    const noted = reviews.value;
    return answer.value && reviewsDue(answer.value, noted);
  });

  async function review(tiering: Tiering, customer: number): Promise<void> {
    const { table, scores, policy } = tiering.assessment;
    const name = table.customers[customer] ?? '';
    const entry: ReviewEntry = {
      day: todaySerial(pane.now(), tiering.block.is1904),
      customer: name,
      number: table.texts?.customerNumber[customer] ?? '',
      tier: policy.tiers[scores.tier[customer]]?.letter ?? '',
      score: scores.score[customer],
    };
    const added = await desk.add(
      'Reviews',
      running => room.addRecords(reviewTable(), reviewRows([entry]), running.onProgress),
      () => review(tiering, customer),
    );
    if (added === null) return;
    pane.notices.tell('success', () => textsOf(historyTexts).reviewedDone(name, added.sheetName), [
      desk.undoing(added),
      desk.showing('Reviews'),
    ]);
  }

  return { calendar, followCalendar, review };
}

function* reviewsDue(tiering: Tiering, noted: readonly ReviewEntry[]): Slices<ReviewsDue> {
  const { table, scores, policy } = tiering.assessment;
  const isDone = yield* reviewedSinceInSlices(table, noted);
  const all = yield* reviewCalendarInSlices(table, scores, policy);
  return { tiering, noted, reviews: all.filter(({ customer }) => !isDone.has(customer)) };
}
