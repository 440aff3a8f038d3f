import type { RecordKey } from '../../../excel/sheets/records';
import { type AnswerWithPast, createAnswerWithPast } from '../ledger/answerWithPast';
import type { PaneModel } from '../paneModel';
import { browserKeeper, type Keeper } from '../preferencesModel';
import type { Running } from '../workModel';
import { type ComparedSnapshots, createComparedSnapshots } from './comparedSnapshots';
import { type HistoryRoom, historyRoom } from './historyRoom';
import { createRecordDesk, type RecordDesk } from './recordDesk';
import { createRecordedPast, type RecordedPast } from './recordedPast';
import { createReviewModel, type ReviewModel } from './reviewModel';
import { createSnapshotTaking, type SnapshotTaking } from './snapshotTaking';

/** Snapshots and reviews as the workbook holds them, what they say of the answer, and writing further ones. */
export interface HistoryModel
  extends Pick<RecordedPast, 'history' | 'reviews' | 'sheets'>,
    Pick<AnswerWithPast, 'reassess' | 'plain'>,
    Pick<SnapshotTaking, 'take' | 'isMonthly' | 'chooseMonthly'>,
    Pick<RecordDesk, 'show'>,
    ComparedSnapshots,
    ReviewModel {
  /** Look at the sheets once more and bring the answer up to date with them. */
  look(): Promise<void>;
}

/** Create the model of the history. */
export function createHistoryModel(
  pane: PaneModel,
  room: HistoryRoom = historyRoom,
  keeper: Keeper = browserKeeper(),
): HistoryModel {
  const past = createRecordedPast(room);
  const { reassess, plain, takeFurther } = createAnswerWithPast(pane.assessments, past);
  const snapshots = createComparedSnapshots(pane, past);
  const desk = createRecordDesk(pane, room, readAgain);
  const { take, isMonthly, chooseMonthly, offer } = createSnapshotTaking(pane, room, keeper, snapshots, desk);

  async function look(): Promise<void> {
    const problem = await pane.work.run('looking', async running => {
      const outcome = await past.read(running);
      if (!outcome.ok) return outcome.problem;
      await takeFurther(running.signal);
      return null;
    });
    if (problem !== null && problem.key !== 'cancelled') pane.notices.refuse(problem, look);
  }

  /** What we wrote ourselves is read back as anybody would read it. */
  async function readAgain(key: RecordKey): Promise<void> {
    past.forget(key);
    await look();
  }

  async function follow(running: Running): Promise<void> {
    // Without a history the answer stands all the same; the part says what kept it from being read.
    if (!(await past.read(running)).ok) return;
    await takeFurther(running.signal);
    offer();
  }

  pane.onAnswer(follow);

  return {
    history: past.history,
    reviews: past.reviews,
    sheets: past.sheets,
    ...snapshots,
    ...createReviewModel(pane, room, past, desk),
    reassess,
    plain,
    take,
    isMonthly,
    chooseMonthly,
    show: desk.show,
    look,
  };
}
