import { createListOfLedger, type ListOfLedger } from '../join/listOfLedger';
import type { Running } from '../workModel';
import { type AnswerDesk, createAnswerDesk } from './answerDesk';
import { keepCorrections } from './keepCorrections';
import { type Choices, noChoices } from './question';
import type { ReadList, ReadSheet } from './readSheet';
import type { TieringRooms } from './tieringRooms';

export interface TieringModel extends Omit<AnswerDesk, 'answer'>, Pick<ListOfLedger, 'tellListGone'> {
  /** Read the active sheet and tier its customers; resolves to whether there is an answer. */
  tierActiveSheet(): Promise<boolean>;
  /** Read the sheet of the answer anew wherever the user is, while what is open stays open; resolves to whether there is an answer. */
  followSheet(): Promise<boolean>;
  /** Assess what was read once more, after a correction or by other choices. */
  assessAgain(choices: Choices): Promise<void>;
  /** Assess the sheet that was read together with a customer list that is read now; resolves to whether there is an answer. */
  answerWithList(
    readList: (running: Running) => Promise<ReadList | null>,
    retry: () => unknown,
  ): Promise<boolean>;
}

/** Create the model of the way from a sheet to its answer: read, assess, and show all of it in one step, or nothing. */
export function createTieringModel(rooms: TieringRooms): TieringModel {
  const { work, notices, layers, sheet, assessments, highlights, joinOffer } = rooms;
  const { answer, refuse, onAnswer } = createAnswerDesk(rooms);
  const { readListOf, tellListGone } = createListOfLedger(rooms);

  async function readAndAnswer(running: Running): Promise<boolean> {
    const read = await sheet.read(running);
    if (!read.ok) {
      refuse(read.problem, running, tierActiveSheet);
      return false;
    }
    if (running.signal.aborted) {
      refuse({ key: 'cancelled', detail: {} }, running, tierActiveSheet);
      return false;
    }
    const before = sheet.current.value;
    const isSameSheet = before?.block.sheetId === read.value.block.sheetId;
    notices.dismiss();
    const kept = isSameSheet ? assessments.choices.value : noChoices;
    const list = await readListOf(read.value, kept.list, running);
    if (!list.ok) {
      refuse(list.problem, running, tierActiveSheet);
      return false;
    }
    return answer(
      isSameSheet ? keepCorrections(before, read.value) : read.value,
      { ...kept, list: list.value },
      running,
      tierActiveSheet,
    );
  }

  async function tierActiveSheet(): Promise<boolean> {
    const isAnswered = await work.run('reading', readAndAnswer);
    if (isAnswered) await highlights.refresh();
    layers.backToOverview();
    if (isAnswered) await joinOffer.look();
    return isAnswered;
  }

  async function followSheet(): Promise<boolean> {
    const before = sheet.current.value;
    if (before === null) return false;
    return work.run('reading', async running => {
      const read = await sheet.readAgain(before, running);
      if (!read.ok || running.signal.aborted) return false;
      return answer(keepCorrections(before, read.value), assessments.choices.value, running, followSheet);
    });
  }

  async function assessAgain(choices: Choices, read: ReadSheet | null = sheet.current.value): Promise<void> {
    if (read === null) return;
    notices.dismiss();
    await work.run('computing', running => answer(read, choices, running, () => assessAgain(choices, read)));
  }

  async function answerWithList(
    readList: (running: Running) => Promise<ReadList | null>,
    retry: () => unknown,
  ): Promise<boolean> {
    const read = sheet.current.value;
    if (read === null) return false;
    return work.run('reading', async running => {
      const list = await readList(running);
      if (list === null) return false;
      return answer(read, { ...assessments.choices.value, list }, running, retry);
    });
  }

  return {
    tierActiveSheet,
    followSheet,
    assessAgain,
    answerWithList,
    tellListGone,
    refuse,
    onAnswer,
  };
}
