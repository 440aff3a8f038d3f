import type { JoinedListModel } from '../join/joinedListModel';
import type { Tiering } from './tiering';
import type { TieringModel } from './tieringModel';
import type { TieringRooms } from './tieringRooms';

export interface FreshAnswer {
  /** Tier the sheet of the answer once more, whatever sheet is in front. */
  tierAgain(): Promise<void>;
  /** The answer as it can be written beside the data, tiered anew where its sheet was changed since; null where there is none. */
  answerToWrite(): Promise<Tiering | null>;
}

/** Create what brings an answer up to date with its sheets: when the user asks for it, and before something is written from it. */
export function createFreshAnswer(
  tiering: TieringModel,
  joinedList: JoinedListModel,
  { sheet, assessments, layers, notices }: TieringRooms,
): FreshAnswer {
  /** While another sheet is in front (the policy, say, that was just changed) what was read is tiered again, else the sheet is read anew. */
  async function tierAgain(): Promise<void> {
    if (sheet.isAway.value) await tierFromAway();
    else await tiering.tierActiveSheet();
  }

  async function tierFromAway(): Promise<void> {
    await sheet.lookAtNames();
    if (sheet.isGone.value) {
      notices.refuse({ key: 'sheetGone', detail: {} }, tierAgain);
      return;
    }
    const list = sheet.list.value;
    if (sheet.isListGone.value) await joinedList.leaveGoneList();
    else if (list !== null && sheet.isListChanged.value) await joinedList.joinList(list.block.sheetId);
    else await tiering.assessAgain(assessments.choices.value);
    layers.backToOverview();
  }

  /** Only the sheet in front can be read: from another one the way back is shown first. */
  async function tierWhatChanged(): Promise<boolean> {
    if (!sheet.isAway.value) return (await tiering.followSheet()) || tiering.tierActiveSheet();
    notices.tell('warning', say => say.notice.changedElsewhere(sheet.current.value?.block.sheetName ?? ''));
    return false;
  }

  async function answerToWrite(): Promise<Tiering | null> {
    // Scores go beside rows by their place: on rows that moved they would stand beside other customers.
    if (sheet.isChanged.value && !(await tierWhatChanged())) return null;
    if (sheet.isListChanged.value) await joinedList.followList();
    return assessments.result.value;
  }

  return { tierAgain, answerToWrite };
}
