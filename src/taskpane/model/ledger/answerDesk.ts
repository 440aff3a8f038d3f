import { batch } from '@preact/signals';
import type { ExcelProblem } from '../../../excel/contract';
import { type Running, wasOvertaken } from '../workModel';
import type { Choices } from './question';
import { canBeTiered, type ReadSheet } from './readSheet';
import { sameNameIn } from './sameCustomer';
import type { Tiering } from './tiering';
import type { TieringRooms } from './tieringRooms';

export interface AnswerDesk {
  /** Assess a sheet that was read and show what comes of it: all in one step, or nothing. Resolves to whether there is an answer. */
  answer(read: ReadSheet, choices: Choices, running: Running, retry: () => unknown): Promise<boolean>;
  /** Say what Excel refused, unless other work took its place meanwhile. */
  refuse(problem: ExcelProblem, running: Running, retry: () => unknown): void;
  /** Add to every answer, once it is whole and before anybody writes from it. */
  onAnswer(follow: (running: Running) => Promise<void>): void;
}

/** Create what turns a sheet that was read into the answer that the pane shows. */
export function createAnswerDesk(rooms: TieringRooms): AnswerDesk {
  const { notices, layers, sheet, assessments, customers } = rooms;
  const followers: ((running: Running) => Promise<void>)[] = [];

  function refuse(problem: ExcelProblem, running: Running, retry: () => unknown): void {
    if (wasOvertaken(running.signal)) return;
    if (problem.key === 'cancelled') notices.tell('info', texts => texts.work.cancelled);
    else notices.refuse(problem, retry);
  }

  function showUnanswered(read: ReadSheet, choices: Choices): void {
    batch(() => {
      layers.followCustomers(() => undefined);
      sheet.current.value = read;
      sheet.list.value = null;
      assessments.choices.value = choices;
      assessments.result.value = null;
    });
  }

  function show(read: ReadSheet, choices: Choices, answered: Tiering): void {
    const before = assessments.result.value;
    const isOtherSheet = before?.block.sheetId !== read.block.sheetId;
    batch(() => {
      layers.followCustomers(sameNameIn(before, answered));
      sheet.current.value = read;
      sheet.list.value = answered.join?.sheet ?? null;
      assessments.choices.value = choices;
      assessments.result.value = answered;
      if (isOtherSheet) customers.showAll();
    });
  }

  async function answer(
    read: ReadSheet,
    choices: Choices,
    running: Running,
    retry: () => unknown,
  ): Promise<boolean> {
    if (!canBeTiered(read)) {
      showUnanswered(read, choices);
      return false;
    }
    const outcome = await assessments.assess(read, choices, running);
    if (!outcome.ok) {
      refuse(outcome.problem, running, retry);
      return false;
    }
    if (running.signal.aborted) return false;
    show(read, choices, outcome.value);
    await running.enter('completing');
    await assessments.complete(running);
    for (const follow of followers) await follow(running);
    return true;
  }

  return {
    answer,
    refuse,
    onAnswer: follow => {
      followers.push(follow);
    },
  };
}
