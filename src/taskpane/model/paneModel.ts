import { type Signal, signal } from '@preact/signals';
import type { SampleSheet } from '../../excel/sheets/sampleSheets';
import { currentLanguage } from '../../i18n/language';
import { defaultPolicy } from '../../risk/policy/defaultPolicy';
import type { Policy } from '../../risk/policy/policy';
import { type CustomersModel, createCustomersModel } from './customers/customersModel';
import type { ExcelRoom } from './excelRoom';
import { createJoinedListModel, type JoinedListModel } from './join/joinedListModel';
import { createJoinOfferModel, type JoinOfferModel } from './join/joinOfferModel';
import { createLayersModel, type LayersModel } from './layersModel';
import { type AssessmentModel, createAssessmentModel, type Tiering } from './ledger/assessmentModel';
import { type CorrectionModel, createCorrectionModel } from './ledger/correctionModel';
import { createGoToLedger } from './ledger/goToLedger';
import { createRowSelectionModel, type RowSelectionModel } from './ledger/rowSelectionModel';
import { createSheetModel, type SheetModel } from './ledger/sheetModel';
import { createTieringModel, sameNameIn, type TieringModel } from './ledger/tieringModel';
import { createNoticeModel, type NoticeModel } from './noticeModel';
import { createPreferencesModel, type Keeper, type PreferencesModel } from './preferencesModel';
import { type ClearModel, createClearModel } from './sheets/clearModel';
import { type ColumnsModel, createColumnsModel } from './sheets/columnsModel';
import { createHighlightModel, type HighlightModel } from './sheets/highlightModel';
import { createWorkModel, type WorkModel } from './workModel';

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

export interface PaneModel
  extends Pick<TieringModel, 'tierActiveSheet' | 'followSheet' | 'onAnswer'>,
    JoinedListModel,
    CorrectionModel {
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
  /** Tier the sheet of the answer once more, whatever sheet is in front. */
  tierAgain(): Promise<void>;
  /** Assess what was read once more, by the policy as it stands now; what lies over the overview stays open. */
  assessAgain(): Promise<void>;
  tierAndHighlight(): Promise<void>;
  chooseCurrency(currency: string): Promise<void>;
  chooseAsOf(serial: number): Promise<void>;
  /** The answer as it can be written beside the data, tiered anew where its sheet was changed since; null where there is none. */
  answerToWrite(): Promise<Tiering | null>;
  readonly columns: ColumnsModel;
  openCustomer(customer: number): void;
  /** Open a customer as an answer numbers it, of which something is still shown; nothing where the answer has none of that name now. */
  openCustomerOf(tiering: Tiering, customer: number): void;
  /** No sheet of the workbook holds anything. */
  isWorkbookEmpty(): Promise<boolean>;
  /** Put the sample into the workbook and tier it. */
  trySample(): Promise<void>;
  /** Open the customer of the row the cursor is in; a sheet that was not tiered yet is tiered first. */
  openCustomerAtCursor(): Promise<void>;
  openClear(): Promise<void>;
  /** Go from a sheet that is no data to the ledger that was tiered, or one that looks like it, and tier it. */
  goToLedger(): Promise<void>;
  showPolicy(): Promise<void>;
  /** Write values that stand as text on the policy sheet as values, then do again what was refused because of them. */
  writePolicyValues(retry: () => unknown): Promise<void>;
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
  const notices = createNoticeModel(now);
  const layers = createLayersModel(notices.leave);
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
  const joinOffer = createJoinOfferModel(excel, assessments, sheet);
  const rooms = { work, notices, layers, sheet, assessments, customers, highlights, joinOffer };
  const tiering = createTieringModel(rooms);
  const joinedList = createJoinedListModel(tiering, rooms);
  const corrections = createCorrectionModel(tiering, rooms);
  const { tierActiveSheet, assessAgain } = tiering;

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
      await sheet.lookAtNames();
      if (sheet.isGone.value) {
        notices.refuse({ key: 'sheetGone', detail: {} }, tierAgain);
        return;
      }
      const list = sheet.list.value;
      if (sheet.isListGone.value) await joinedList.leaveGoneList();
      else if (list !== null && sheet.isListChanged.value) await joinedList.joinList(list.block.sheetId);
      else await assessAgain(assessments.choices.value);
      layers.backToOverview();
    } else {
      await tierActiveSheet();
    }
  };

  /** Only the sheet in front can be read: from another one the way back is shown first. */
  async function tierWhatChanged(): Promise<boolean> {
    if (!sheet.isAway.value) return (await tiering.followSheet()) || tierActiveSheet();
    notices.tell('warning', say => say.notice.changedElsewhere(sheet.current.value?.block.sheetName ?? ''));
    return false;
  }

  async function answerToWrite(): Promise<Tiering | null> {
    // Scores go beside rows by their place: on rows that moved they would stand beside other customers.
    if (sheet.isChanged.value && !(await tierWhatChanged())) return null;
    if (sheet.isListChanged.value) await joinedList.followList();
    return assessments.result.value;
  }

  function openCustomer(customer: number): void {
    layers.open({ kind: 'customer', customer });
    void rowSelection.select(customer);
  }

  async function openClear(): Promise<void> {
    layers.open({ kind: 'clear' });
    await clearing.look();
  }

  const columns = createColumnsModel({ excel, work, sheet, notices, highlights, answerToWrite, openClear });

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
    const { customers, rowsOf } = tiering.assessment.table;
    const customer = customers.findIndex((_, each) => rowsOf(each).includes(inBlock));
    if (customer >= 0) layers.open({ kind: 'customer', customer });
    else notices.tell('info', texts => texts.customer.noneInRow(row + 1));
  }

  async function showPolicy(): Promise<void> {
    const policy: Policy = assessments.result.value?.assessment.policy ?? defaultPolicy;
    const ensured = await excel.ensurePolicySheet(policy, currentLanguage());
    const shown = ensured.ok ? await excel.showPolicySheet() : ensured;
    if (!shown.ok) notices.refuse(shown.problem, showPolicy);
  }

  async function writePolicyValues(retry: () => unknown): Promise<void> {
    const written = await excel.writePolicyValues();
    notices.dismiss();
    if (written.ok) await retry();
    else notices.refuse(written.problem, () => writePolicyValues(retry));
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
    followSheet: tiering.followSheet,
    onAnswer: tiering.onAnswer,
    ...joinedList,
    ...corrections,
    tierAgain,
    assessAgain: () => assessAgain(assessments.choices.value),
    tierAndHighlight: async () => {
      if (await tierActiveSheet()) await highlights.switchOn();
    },
    chooseCurrency: currency => assessAgain({ ...assessments.choices.value, currency }),
    chooseAsOf,
    answerToWrite,
    columns,
    openCustomer,
    openCustomerOf: (shown, customer) => {
      const now = assessments.result.value;
      const found = now === null || now === shown ? customer : sameNameIn(shown, now)(customer);
      if (found !== undefined) openCustomer(found);
    },
    isWorkbookEmpty: async () => {
      const asked = await excel.isWorkbookEmpty();
      return asked.ok && asked.value;
    },
    trySample,
    openCustomerAtCursor,
    openClear,
    goToLedger: createGoToLedger(excel, sheet, notices, tierActiveSheet),
    showPolicy,
    writePolicyValues,
  };
}
