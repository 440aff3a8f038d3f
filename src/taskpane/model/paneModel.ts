import type { SampleSheet } from '../../excel/sheets/sampleSheets';
import { type CustomersModel, createCustomersModel } from './customers/customersModel';
import { createOpenCustomerModel, type OpenCustomerModel } from './customers/openCustomerModel';
import type { ExcelRoom } from './excelRoom';
import { createJoinedListModel, type JoinedListModel } from './join/joinedListModel';
import { createJoinOfferModel, type JoinOfferModel } from './join/joinOfferModel';
import { createLayersModel, type LayersModel } from './layersModel';
import { type AssessmentModel, createAssessmentModel } from './ledger/assessmentModel';
import { type CorrectionModel, createCorrectionModel } from './ledger/correctionModel';
import { createFreshAnswer, type FreshAnswer } from './ledger/freshAnswer';
import { createGoToLedger } from './ledger/goToLedger';
import { createRowSelectionModel, type RowSelectionModel } from './ledger/rowSelectionModel';
import { createSheetModel, type SheetModel } from './ledger/sheetModel';
import { createTieringModel, type TieringModel } from './ledger/tieringModel';
import { createNoticeModel, type NoticeModel } from './noticeModel';
import { createPolicySheetModel, type PolicySheetModel } from './policy/policySheetModel';
import { createPreferencesModel, type Keeper, type PreferencesModel } from './preferencesModel';
import { type ClearModel, createClearModel } from './sheets/clearModel';
import { type ColumnsModel, createColumnsModel } from './sheets/columnsModel';
import { createHighlightModel, type HighlightModel } from './sheets/highlightModel';
import { createSampleModel, type SampleModel } from './sheets/sampleModel';
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
    FreshAnswer,
    JoinedListModel,
    CorrectionModel,
    PolicySheetModel,
    OpenCustomerModel,
    SampleModel {
  readonly isInExcel: boolean;
  readonly now: () => Date;
  /** Models of parts that were opened, by what makes them: `partModel` gives them. */
  readonly partModels: Map<unknown, unknown>;
  readonly work: WorkModel;
  readonly sheet: SheetModel;
  readonly assessments: AssessmentModel;
  readonly customers: CustomersModel;
  readonly highlights: HighlightModel;
  readonly columns: ColumnsModel;
  readonly clearing: ClearModel;
  readonly rowSelection: RowSelectionModel;
  readonly joinOffer: JoinOfferModel;
  readonly layers: LayersModel;
  readonly notices: NoticeModel;
  readonly preferences: PreferencesModel;
  /** Assess what was read once more, by the policy as it stands now; what lies over the overview stays open. */
  assessAgain(): Promise<void>;
  tierAndHighlight(): Promise<void>;
  chooseCurrency(currency: string): Promise<void>;
  openClear(): Promise<void>;
  /** Go from a sheet that is no data to the ledger that was tiered, or one that looks like it, and tier it. */
  goToLedger(): Promise<void>;
}

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
  const rowSelection = createRowSelectionModel(excel, assessments);
  const joinOffer = createJoinOfferModel(excel, assessments, sheet);
  const rooms = { work, notices, layers, sheet, assessments, customers, highlights, joinOffer };

  const tiering = createTieringModel(rooms);
  const joinedList = createJoinedListModel(tiering, rooms);
  const freshAnswer = createFreshAnswer(tiering, joinedList, rooms);
  const policySheet = createPolicySheetModel(tiering, { excel, assessments, notices });
  const clearing = createClearModel(excel, work, sheet, notices, async cleared => {
    if (cleared.removed.hasPolicySheet && !cleared.keptPolicySheet) policySheet.policyInCells.value = null;
    await highlights.refresh();
  });
  const { tierActiveSheet, followSheet, onAnswer, assessAgain } = tiering;
  const { answerToWrite } = freshAnswer;

  async function openClear(): Promise<void> {
    layers.open({ kind: 'clear' });
    await clearing.look();
  }

  return {
    isInExcel,
    now,
    partModels: new Map(),
    work,
    sheet,
    assessments,
    customers,
    highlights,
    columns: createColumnsModel({ excel, work, sheet, notices, highlights, answerToWrite, openClear }),
    clearing,
    rowSelection,
    joinOffer,
    layers,
    notices,
    preferences,
    tierActiveSheet,
    followSheet,
    onAnswer,
    ...freshAnswer,
    ...joinedList,
    ...createCorrectionModel(tiering, rooms),
    ...policySheet,
    ...createOpenCustomerModel(tiering, { ...rooms, excel, rowSelection }),
    ...createSampleModel(fetchSample, tiering, { excel, work, notices }),
    assessAgain: () => assessAgain(assessments.choices.value),
    tierAndHighlight: async () => {
      if (await tierActiveSheet()) await highlights.switchOn();
    },
    chooseCurrency: currency => assessAgain({ ...assessments.choices.value, currency }),
    openClear,
    goToLedger: createGoToLedger(excel, sheet, notices, tierActiveSheet),
  };
}
