import { batch, type Signal, signal } from '@preact/signals';
import type { ExcelOutcome, ExcelProblem } from '../../excel/contract';
import type { SampleSheet } from '../../excel/sampleSheets';
import { textsOf } from '../../i18n/bilingual';
import { type Texts, textsIn } from '../../i18n/catalogue';
import { joinOfferTexts } from '../../i18n/joinOffer';
import { currentLanguage } from '../../i18n/language';
import type { ChosenMatch } from '../../risk/join/chosenMatches';
import type { Field, SheetKind } from '../../risk/ledger/ledger';
import { defaultPolicy } from '../../risk/policy/defaultPolicy';
import type { Policy } from '../../risk/policy/policy';
import { breachText } from '../wording/breachWords';
import {
  type AssessmentModel,
  type Choices,
  createAssessmentModel,
  noChoices,
  type Tiering,
} from './assessmentModel';
import { type ClearModel, createClearModel } from './clearModel';
import { type CustomersModel, createCustomersModel } from './customersModel';
import type { ExcelRoom } from './excelRoom';
import { createHighlightModel, type HighlightModel } from './highlightModel';
import { createJoinOfferModel, type JoinOfferModel } from './joinOfferModel';
import { createLayersModel, type LayersModel } from './layersModel';
import { createNoticeModel, type NoticeModel } from './noticeModel';
import { createPreferencesModel, type Keeper, type PreferencesModel } from './preferencesModel';
import { canBeJoined, canBeTiered, type ReadList, type ReadSheet } from './readSheet';
import { createRowSelectionModel, type RowSelectionModel } from './rowSelectionModel';
import { createSheetModel, type SheetModel } from './sheetModel';
import { createWorkModel, type Running, type WorkModel, wasOvertaken } from './workModel';

/** What the pane needs from outside itself. */
export interface Surroundings {
  readonly excel: ExcelRoom;
  /** The page was opened by Excel, not by itself in a browser. */
  readonly isInExcel: boolean;
  /** The one clock of the add-in: nothing below the pane reads the time. */
  readonly now: () => Date;
  readonly officeLocale: string;
  readonly keeper: Keeper;
  /** The sample's sheets from beside the page; null where they do not come. */
  readonly fetchSample: () => Promise<readonly SampleSheet[] | null>;
}

export interface PaneModel {
  readonly isInExcel: boolean;
  readonly now: () => Date;
  readonly work: WorkModel;
  readonly sheet: SheetModel;
  readonly assessments: AssessmentModel;
  readonly customers: CustomersModel;
  readonly highlights: HighlightModel;
  readonly clearing: ClearModel;
  readonly rowSelection: RowSelectionModel;
  readonly joinOffer: JoinOfferModel;
  readonly layers: LayersModel;
  readonly notices: NoticeModel;
  readonly preferences: PreferencesModel;
  /** What the policy's cells said when somebody looked or wrote last; null where there are none, `undefined` while nobody knows. */
  readonly policyInCells: Signal<Policy | null | undefined>;
  /** Read the active sheet and tier its customers; resolves to whether there is an answer. */
  tierActiveSheet(): Promise<boolean>;
  /** Read the sheet of the answer anew wherever the user is, while what is open stays open; resolves to whether there is an answer. */
  followSheet(): Promise<boolean>;
  /** Add to every answer, once it is whole and before anybody writes from it. */
  onAnswer(follow: (running: Running) => Promise<void>): void;
  /** Tier the sheet of the answer once more, whatever sheet is in front. */
  tierAgain(): Promise<void>;
  /** Assess what was read once more, by the policy as it stands now; what lies over the overview stays open. */
  assessAgain(): Promise<void>;
  tierAndHighlight(): Promise<void>;
  mapColumn(field: Field, column: number | null): Promise<void>;
  chooseKind(kind: SheetKind): Promise<void>;
  /** Take a row of the block for the header, -1 for none. */
  chooseHeaderRow(row: number): Promise<void>;
  /** Take every column as the user's own word. */
  confirmColumns(): Promise<void>;
  /** Join the ledger with the customer list on a sheet, by name or id; resolves to whether it is joined. */
  joinList(nameOrId: string): Promise<boolean>;
  /** Read the joined customer list anew wherever the user is, while what is open stays open; resolves to whether there is an answer. */
  followList(): Promise<boolean>;
  /** Join once more by what the user decided about who is who. */
  chooseMatches(chosen: readonly ChosenMatch[]): Promise<void>;
  /** Tier the ledger by itself again. */
  stopJoining(): Promise<void>;
  chooseCurrency(currency: string): Promise<void>;
  chooseAsOf(serial: number): Promise<void>;
  writeColumns(): Promise<void>;
  openCustomer(customer: number): void;
  /** No sheet of the workbook holds anything. */
  isWorkbookEmpty(): Promise<boolean>;
  /** Put the sample into the workbook and tier it. */
  trySample(): Promise<void>;
  /** Open the customer of the row the cursor is in; a sheet that was not tiered yet is tiered first. */
  openCustomerAtCursor(): Promise<void>;
  openClear(): Promise<void>;
  showPolicy(): Promise<void>;
}

const sampleNotLoaded = { ok: false, problem: { key: 'notLoaded', detail: {} } } as const;

/** Create everything the pane knows and can do; components only read it and call it, and ribbon buttons call the same. */
export function createPaneModel({
  excel,
  isInExcel,
  now,
  officeLocale,
  keeper,
  fetchSample,
}: Surroundings): PaneModel {
  const preferences = createPreferencesModel(officeLocale, keeper);
  const work = createWorkModel();
  const notices = createNoticeModel();
  const layers = createLayersModel();
  const sheet = createSheetModel(excel);
  const assessments = createAssessmentModel(excel, now);
  const customers = createCustomersModel(assessments);
  const highlights = createHighlightModel(excel, assessments, work, notices, layers);
  const clearing = createClearModel(excel, work, sheet, notices, async cleared => {
    if (cleared.removed.hasPolicySheet && !cleared.keptPolicySheet) policyInCells.value = null;
    await highlights.refresh();
  });
  const rowSelection = createRowSelectionModel(excel, assessments);
  const policyInCells = signal<Policy | null | undefined>(undefined);
  const followers: ((running: Running) => Promise<void>)[] = [];
  const joinOffer = createJoinOfferModel(excel, assessments, sheet);

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

  async function followSheet(): Promise<boolean> {
    const before = sheet.current.value;
    if (before === null) return false;
    return work.run('reading', async running => {
      const read = await sheet.readAgain(before, running);
      if (!read.ok || running.signal.aborted) return false;
      return answer(keepCorrections(before, read.value), assessments.choices.value, running, followSheet);
    });
  }

  async function tierActiveSheet(): Promise<boolean> {
    const isAnswered = await work.run('reading', async running => {
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
    });
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
    const remembered = sheet.memory.listOf(block.sheetName);
    const isBefore = before !== null && (remembered ?? before.block.sheetName) === before.block.sheetName;
    // A sheet that was given another name meanwhile is still the same by its id.
    const wanted = isBefore ? before.block.sheetId : remembered;
    if (recognition.kind !== 'ledger' || wanted === null || wanted === '') return { ok: true, value: null };
    const list = await sheet.readList(wanted, running);
    const name = isBefore ? before.block.sheetName : wanted;
    if (list.ok && canBeJoined(list.value)) return list;
    if (!list.ok && list.problem.key !== 'sheetGone' && list.problem.key !== 'sheetEmpty') return list;
    notices.tell('warning', () => textsOf(joinOfferTexts).listGone(name), [
      { say: () => textsOf(joinOfferTexts).look, run: () => layers.open({ kind: 'part', part: 'join' }) },
    ]);
    return { ok: true, value: null };
  }

  async function joinList(nameOrId: string): Promise<boolean> {
    const ledgerSheet = sheet.current.value;
    if (ledgerSheet === null) return false;
    notices.dismiss();
    const isJoined = await work.run('reading', async running => {
      const list = await sheet.readList(nameOrId, running);
      if (!list.ok) {
        refuse(list.problem, running, () => joinList(nameOrId));
        return false;
      }
      if (!canBeJoined(list.value)) {
        notices.tell('warning', () => textsOf(joinOfferTexts).noCustomers(list.value.block.sheetName));
        return false;
      }
      const choices = { ...assessments.choices.value, list: list.value };
      return answer(ledgerSheet, choices, running, () => joinList(nameOrId));
    });
    const listName = sheet.list.value?.block.sheetName;
    if (!isJoined || listName === undefined) return false;
    joinOffer.dismiss();
    tellOfJoin(() => textsOf(joinOfferTexts).joined(listName), stopJoining);
    await remember(() => sheet.memory.rememberList(ledgerSheet.block.sheetName, listName));
    return true;
  }

  async function followList(): Promise<boolean> {
    const ledgerSheet = sheet.current.value;
    const list = sheet.list.value;
    if (ledgerSheet === null || list === null) return false;
    return work.run('reading', async running => {
      const read = await sheet.readList(list.block.sheetId, running);
      if (!read.ok || !canBeJoined(read.value) || running.signal.aborted) return false;
      const choices = { ...assessments.choices.value, list: read.value };
      return answer(ledgerSheet, choices, running, followList);
    });
  }

  async function chooseMatches(chosen: readonly ChosenMatch[]): Promise<void> {
    const { list } = assessments.choices.value;
    if (list !== null) await assessAgain({ ...assessments.choices.value, list: { ...list, chosen } });
  }

  async function stopJoining(): Promise<void> {
    const ledgerSheet = sheet.current.value;
    const list = sheet.list.value;
    if (ledgerSheet === null || list === null) return;
    await assessAgain({ ...assessments.choices.value, list: null });
    if (sheet.list.value !== null) return;
    joinOffer.dismiss();
    tellOfJoin(
      () => textsOf(joinOfferTexts).stopped(list.block.sheetName),
      () => joinList(list.block.sheetId),
    );
    await remember(() => sheet.memory.rememberList(ledgerSheet.block.sheetName, ''));
  }

  /** Highlights say what they said before, until they are made again. */
  function tellOfJoin(say: () => string, undo: () => unknown): void {
    notices.tell('success', say, [
      ...(highlights.isOn.value
        ? [{ say: (texts: Texts) => texts.highlight.again, run: highlights.switchOn }]
        : []),
      { say: texts => texts.highlight.undo, run: undo },
    ]);
  }

  /** What was said counts in any case; that the workbook does not remember it is worth a word, and so is the sheet it adds. */
  async function remember(write: () => Promise<ExcelOutcome<{ readonly isNew: boolean }>>): Promise<void> {
    const written = await sheet.changeOurselves(write);
    if (!written.ok) {
      const { key } = written.problem;
      notices.tell('warning', texts => textsOf(joinOfferTexts).notRemembered(texts.problem[key].title));
    } else if (written.value.isNew && notices.notice.value === null && notices.refusal.value === null) {
      notices.tell('info', () => textsOf(joinOfferTexts).remembered);
    }
  }

  /** Assess what is already read once more, after a correction or another choice. */
  async function assessAgain(choices: Choices, read: ReadSheet | null = sheet.current.value): Promise<void> {
    if (read === null) return;
    notices.dismiss();
    await work.run('computing', running => answer(read, choices, running, () => assessAgain(choices, read)));
  }

  /** What was said of the columns and the answer go together: a correction that could not be counted is not shown as if it were. */
  async function correctColumns(correct: () => void): Promise<void> {
    const before = sheet.current.value;
    correct();
    const corrected = sheet.current.value;
    await assessAgain(assessments.choices.value);
    const result = assessments.result.value;
    const isCounted = result === null || result.recognition === sheet.current.value?.recognition;
    if (!isCounted && sheet.current.value === corrected && !work.isWorking.value)
      sheet.current.value = before;
    offerHighlightsAgain();
    await rememberColumns();
  }

  async function rememberColumns(): Promise<void> {
    const read = sheet.current.value;
    if (read?.isCorrected === true) await remember(() => sheet.memory.remember(read));
  }

  /** Formats on the sheet follow the policy by themselves, but not a correction of what its columns mean. */
  function offerHighlightsAgain(): void {
    const isPossible =
      highlights.isOn.value && assessments.result.value !== null && notices.refusal.value === null;
    if (!isPossible) return;
    notices.tell('info', texts => texts.highlight.outdated, [
      { say: texts => texts.highlight.again, run: highlights.switchOn },
    ]);
  }

  async function chooseAsOf(serial: number): Promise<void> {
    // The policy on the sheet has the last word, so the date goes there first; a workbook without one has nothing to write to.
    const written = await excel.writeAsOf(serial);
    if (!written.ok) {
      notices.refuse(written.problem, () => chooseAsOf(serial));
      return;
    }
    await assessAgain({ ...assessments.choices.value, asOf: serial });
  }

  /** While another sheet is in front (the policy, say, that was just changed) what was read is tiered again, else the sheet is read anew. */
  const tierAgain = async (): Promise<void> => {
    if (sheet.isAway.value) {
      const list = sheet.list.value;
      if (list !== null && sheet.isListChanged.value) await joinList(list.block.sheetId);
      else await assessAgain(assessments.choices.value);
      layers.backToOverview();
    } else {
      await tierActiveSheet();
    }
  };

  /** Only the sheet in front can be read: from another one the way back is shown first. */
  async function tierWhatChanged(): Promise<boolean> {
    if (!sheet.isAway.value) return tierActiveSheet();
    const name = sheet.current.value?.block.sheetName ?? '';
    notices.tell('warning', say => say.notice.changedElsewhere(name));
    return false;
  }

  async function writeColumns(): Promise<void> {
    // Scores go beside rows by their place: on rows that moved they would stand beside other customers.
    if (sheet.isChanged.value && !(await tierWhatChanged())) return;
    const tiering = assessments.result.value;
    if (tiering === null) return;
    const { block, recognition, assessment } = tiering;
    const texts = textsIn(currentLanguage());
    const breachTexts = assessment.table.customers.map((_, customer) =>
      breachText(assessments.breachesByCustomer.value.get(customer) ?? [], assessment, currentLanguage()),
    );
    const written = await work.run('writing', () =>
      sheet.changeOurselves(() =>
        excel.writeColumns(block, recognition, assessment, texts.write.headers, breachTexts),
      ),
    );
    if (!written.ok) {
      notices.refuse(written.problem, writeColumns);
      return;
    }
    const { address } = written.value;
    const waitsForScore =
      highlights.outcome.value?.skipped.some(({ reason }) => reason === 'needsScore') ?? false;
    notices.tell('success', say => say.write.done(address), [
      ...(waitsForScore ? [{ say: (say: Texts) => say.highlight.again, run: highlights.switchOn }] : []),
      { say: say => say.write.undo, run: openClear },
    ]);
  }

  async function openClear(): Promise<void> {
    layers.open({ kind: 'clear' });
    await clearing.look();
  }

  async function trySample(): Promise<void> {
    notices.dismiss();
    const inserted = await work.run('writing', async () => {
      const sheets = await fetchSample();
      return sheets === null ? sampleNotLoaded : excel.insertSample(sheets, currentLanguage());
    });
    if (inserted.ok) await tierActiveSheet();
    else notices.refuse(inserted.problem, trySample);
  }

  async function openCustomerAtCursor(): Promise<void> {
    if (assessments.result.value === null || sheet.isAway.value) {
      if (!(await tierActiveSheet())) return;
    }
    const cursor = await excel.readActiveCell();
    if (!cursor.ok) {
      notices.refuse(cursor.problem, openCustomerAtCursor);
      return;
    }
    const tiering = assessments.result.value;
    if (tiering === null) return;
    const { row } = cursor.value;
    const inBlock = row - tiering.block.row;
    const customer = tiering.assessment.table.rows.findIndex(rows => rows.includes(inBlock));
    if (customer >= 0) layers.open({ kind: 'customer', customer });
    else notices.tell('info', texts => texts.customer.noneInRow(row + 1));
  }

  async function showPolicy(): Promise<void> {
    const policy: Policy = assessments.result.value?.assessment.policy ?? defaultPolicy;
    const ensured = await excel.ensurePolicySheet(policy, currentLanguage());
    const shown = ensured.ok ? await excel.showPolicySheet() : ensured;
    if (!shown.ok) notices.refuse(shown.problem, showPolicy);
  }

  return {
    isInExcel,
    now,
    work,
    sheet,
    assessments,
    customers,
    highlights,
    clearing,
    rowSelection,
    joinOffer,
    layers,
    notices,
    preferences,
    policyInCells,
    tierActiveSheet,
    followSheet,
    onAnswer: follow => {
      followers.push(follow);
    },
    tierAgain,
    assessAgain: () => assessAgain(assessments.choices.value),
    tierAndHighlight: async () => {
      if (await tierActiveSheet()) await highlights.switchOn();
    },
    mapColumn: (field, column) => correctColumns(() => sheet.mapColumn(field, column)),
    chooseKind: kind => correctColumns(() => sheet.chooseKind(kind)),
    chooseHeaderRow: row => correctColumns(() => sheet.chooseHeaderRow(row)),
    confirmColumns: async () => {
      sheet.confirmColumns();
      await rememberColumns();
    },
    joinList,
    followList,
    chooseMatches,
    stopJoining,
    chooseCurrency: currency => assessAgain({ ...assessments.choices.value, currency }),
    chooseAsOf,
    writeColumns,
    openCustomer: customer => {
      layers.open({ kind: 'customer', customer });
      void rowSelection.select(customer);
    },
    isWorkbookEmpty: async () => {
      const asked = await excel.isWorkbookEmpty();
      return asked.ok && asked.value;
    },
    trySample,
    openCustomerAtCursor,
    openClear,
    showPolicy,
  };
}

/** Customers are numbered anew by every tiering; the same one is the one of the same name. */
function sameNameIn(before: Tiering | null, now: Tiering): (customer: number) => number | undefined {
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
