import { batch } from '@preact/signals';
import type { ExcelOutcome, ExcelProblem } from '../../../excel/contract';
import { textsOf } from '../../../i18n/bilingual';
import { joinOfferTexts } from '../../../i18n/pane/joinOffer';
import type { CustomersModel } from '../customers/customersModel';
import type { JoinOfferModel } from '../join/joinOfferModel';
import type { LayersModel } from '../layersModel';
import type { NoticeModel } from '../noticeModel';
import type { HighlightModel } from '../sheets/highlightModel';
import { type Running, type WorkModel, wasOvertaken } from '../workModel';
import type { AssessmentModel } from './assessmentModel';
import { type Choices, noChoices } from './question';
import { canBeJoined, canBeTiered, type ReadList, type ReadSheet } from './readSheet';
import type { SheetModel } from './sheetModel';
import type { Tiering } from './tiering';

/** What takes part in an answer: what was read, how it was assessed, and what shows it. */
export interface TieringRooms {
  readonly work: WorkModel;
  readonly notices: NoticeModel;
  readonly layers: LayersModel;
  readonly sheet: SheetModel;
  readonly assessments: AssessmentModel;
  readonly customers: CustomersModel;
  readonly highlights: HighlightModel;
  readonly joinOffer: JoinOfferModel;
}

export interface TieringModel {
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
  /** Say that the ledger was tiered without the list that was joined with it, which is gone. */
  tellListGone(name: string): void;
  /** Say what Excel refused, unless other work took its place meanwhile. */
  refuse(problem: ExcelProblem, running: Running, retry: () => unknown): void;
  /** Add to every answer, once it is whole and before anybody writes from it. */
  onAnswer(follow: (running: Running) => Promise<void>): void;
}

/** Create the model of the way from a sheet to its answer: read, assess, and show all of it in one step, or nothing. */
export function createTieringModel(rooms: TieringRooms): TieringModel {
  const { work, notices, layers, sheet, assessments, customers, highlights, joinOffer } = rooms;
  const followers: ((running: Running) => Promise<void>)[] = [];

  function refuse(problem: ExcelProblem, running: Running, retry: () => unknown): void {
    if (wasOvertaken(running.signal)) return;
    if (problem.key === 'cancelled') notices.tell('info', texts => texts.work.cancelled);
    else notices.refuse(problem, retry);
  }

  /** Everything that is shown changes in one step, or not at all. */
  async function answer(
    read: ReadSheet,
    choices: Choices,
    running: Running,
    retry: () => unknown,
  ): Promise<boolean> {
    if (!canBeTiered(read)) {
      batch(() => {
        layers.followCustomers(() => undefined);
        sheet.current.value = read;
        sheet.list.value = null;
        assessments.choices.value = choices;
        assessments.result.value = null;
      });
      return false;
    }
    const outcome = await assessments.assess(read, choices, running);
    if (!outcome.ok) {
      refuse(outcome.problem, running, retry);
      return false;
    }
    if (running.signal.aborted) return false;
    const before = assessments.result.value;
    const isOtherSheet = before?.block.sheetId !== read.block.sheetId;
    batch(() => {
      layers.followCustomers(sameNameIn(before, outcome.value));
      sheet.current.value = read;
      sheet.list.value = outcome.value.join?.sheet ?? null;
      assessments.choices.value = choices;
      assessments.result.value = outcome.value;
      if (isOtherSheet) customers.showAll();
    });
    await running.enter('completing');
    await assessments.complete(running);
    for (const follow of followers) await follow(running);
    return true;
  }

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

  /** Read the customer list anew that was joined with a ledger, as the workbook remembers it or else as the pane does; null where there is none. */
  async function readListOf(
    { block, recognition }: ReadSheet,
    before: ReadList | null,
    running: Running,
  ): Promise<ExcelOutcome<ReadList | null>> {
    const remembered = await sheet.memory.listOf(block);
    const isBefore = before !== null && (remembered ?? before.block.sheetName) === before.block.sheetName;
    // A sheet that was given another name meanwhile is still the same by its id.
    const wanted = isBefore ? before.block.sheetId : remembered;
    if (recognition.kind !== 'ledger' || wanted === null || wanted === '') return { ok: true, value: null };
    const list = await sheet.readList(wanted, running);
    const name = isBefore ? before.block.sheetName : wanted;
    if (list.ok && canBeJoined(list.value)) return list;
    if (!list.ok && list.problem.key !== 'sheetGone' && list.problem.key !== 'sheetEmpty') return list;
    tellListGone(name);
    return { ok: true, value: null };
  }

  function tellListGone(name: string): void {
    notices.tell('warning', () => textsOf(joinOfferTexts).listGone(name), [
      { say: () => textsOf(joinOfferTexts).look, run: () => layers.open({ kind: 'part', part: 'join' }) },
    ]);
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
    onAnswer: follow => {
      followers.push(follow);
    },
  };
}

/** Customers are numbered anew by every tiering; the same one is the one of the same name. */
export function sameNameIn(before: Tiering | null, now: Tiering): (customer: number) => number | undefined {
  let places: ReadonlyMap<string, number> | null = null;
  return customer => {
    // Mostly nobody is looked for: no customer is open.
    places ??= new Map(now.assessment.table.customers.map((name, customer) => [name, customer]));
    return places.get(before?.assessment.table.customers[customer] ?? '');
  };
}

/** Keep what the user corrected when the same sheet is read again and its columns stand where they stood; columns may have come or gone at its end. */
function keepCorrections(before: ReadSheet | null, read: ReadSheet): ReadSheet {
  // What the workbook remembers holds what was corrected here, and what was changed there since.
  if (before?.isCorrected !== true || read.isCorrected) return read;
  const { headers, headerRow } = read.recognition;
  const { headers: headersBefore, headerRow: headerRowBefore, columns } = before.recognition;
  const shared = Math.min(headers.length, headersBefore.length);
  const isSameLayout =
    headerRow === headerRowBefore &&
    columns.every(({ column }) => column < headers.length) &&
    headers.slice(0, shared).every((header, column) => header === headersBefore[column]);
  if (!isSameLayout) return read;
  return { block: read.block, recognition: { ...before.recognition, headers }, isCorrected: true };
}
