import type { CustomersModel } from '../customers/customersModel';
import type { JoinOfferModel } from '../join/joinOfferModel';
import type { LayersModel } from '../layersModel';
import type { NoticeModel } from '../noticeModel';
import type { HighlightModel } from '../sheets/highlightModel';
import type { WorkModel } from '../workModel';
import type { AssessmentModel } from './assessmentModel';
import type { SheetModel } from './sheetModel';

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
