import { textsOf } from '../../../i18n/bilingual';
import { joinOfferTexts } from '../../../i18n/pane/joinOffer';
import type { ChosenMatch } from '../../../risk/join/chosenMatches';
import { canBeJoined, type ReadList } from '../ledger/readSheet';
import { rememberInCells } from '../ledger/rememberInCells';
import type { TieringModel } from '../ledger/tieringModel';
import type { TieringRooms } from '../ledger/tieringRooms';
import type { Running } from '../workModel';

export interface JoinedListModel {
  /** Join the ledger with the customer list on a sheet, by name or id; resolves to whether it is joined. */
  joinList(nameOrId: string): Promise<boolean>;
  /** Read the joined customer list anew wherever the user is, while what is open stays open; resolves to whether there is an answer. */
  followList(): Promise<boolean>;
  /** Join once more by what the user decided about who is who. */
  chooseMatches(chosen: readonly ChosenMatch[]): Promise<void>;
  /** Tier the ledger by itself again. */
  stopJoining(): Promise<void>;
  /** Tier the ledger without the joined list, whose sheet was deleted, and say so. */
  leaveGoneList(): Promise<void>;
}

/** Create the model of the customer list that is joined with the ledger: joined, followed, left again, and remembered in the workbook. */
export function createJoinedListModel(tiering: TieringModel, rooms: TieringRooms): JoinedListModel {
  const { notices, sheet, assessments, highlights, joinOffer } = rooms;

  async function joinList(nameOrId: string): Promise<boolean> {
    const ledgerSheet = sheet.current.value;
    if (ledgerSheet === null) return false;
    const retry = () => joinList(nameOrId);
    notices.dismiss();
    const isJoined = await tiering.answerWithList(running => readToJoin(nameOrId, running, retry), retry);
    const list = sheet.list.value;
    if (!isJoined || list === null) return false;
    joinOffer.dismiss();
    tellOfJoin(() => textsOf(joinOfferTexts).joined(list.block.sheetName), stopJoining);
    await rememberList(ledgerSheet.block.sheetName, list.block.sheetName);
    return true;
  }

  /** Read a customer list, or say why it cannot be joined. */
  async function readToJoin(
    nameOrId: string,
    running: Running,
    retry: () => unknown,
  ): Promise<ReadList | null> {
    const list = await sheet.readList(nameOrId, running);
    if (!list.ok) {
      tiering.refuse(list.problem, running, retry);
      return null;
    }
    if (canBeJoined(list.value)) return list.value;
    const { block } = list.value;
    notices.tell('warning', () => textsOf(joinOfferTexts).noCustomers(block.sheetName));
    return null;
  }

  async function followList(): Promise<boolean> {
    const list = sheet.list.value;
    if (list === null) return false;
    return tiering.answerWithList(async running => {
      const read = await sheet.readList(list.block.sheetId, running);
      return read.ok && canBeJoined(read.value) && !running.signal.aborted ? read.value : null;
    }, followList);
  }

  async function chooseMatches(chosen: readonly ChosenMatch[]): Promise<void> {
    const { list } = assessments.choices.value;
    if (list !== null) await tiering.assessAgain({ ...assessments.choices.value, list: { ...list, chosen } });
  }

  async function stopJoining(): Promise<void> {
    const ledgerSheet = sheet.current.value;
    const list = sheet.list.value;
    if (ledgerSheet === null || list === null) return;
    await tiering.assessAgain({ ...assessments.choices.value, list: null });
    if (sheet.list.value !== null) return;
    joinOffer.dismiss();
    tellOfJoin(
      () => textsOf(joinOfferTexts).stopped(list.block.sheetName),
      () => joinList(list.block.sheetId),
    );
    await rememberList(ledgerSheet.block.sheetName, '');
  }

  async function leaveGoneList(): Promise<void> {
    const list = sheet.list.value;
    if (list === null) return;
    await tiering.assessAgain({ ...assessments.choices.value, list: null });
    if (sheet.list.value === null) tiering.tellListGone(list.block.sheetName);
  }

  const rememberList = (ledgerName: string, listName: string): Promise<void> =>
    rememberInCells(sheet, notices, () => sheet.memory.rememberList(ledgerName, listName));

  function tellOfJoin(say: () => string, undo: () => unknown): void {
    notices.tell('success', say, [
      ...highlights.outdated(),
      { say: texts => texts.highlight.undo, run: undo },
    ]);
  }

  return { joinList, followList, chooseMatches, stopJoining, leaveGoneList };
}
