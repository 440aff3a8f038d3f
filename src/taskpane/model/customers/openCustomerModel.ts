import type { ExcelRoom } from '../excelRoom';
import type { LayersModel } from '../layersModel';
import type { AssessmentModel } from '../ledger/assessmentModel';
import type { RowSelectionModel } from '../ledger/rowSelectionModel';
import { sameNameIn } from '../ledger/sameCustomer';
import type { SheetModel } from '../ledger/sheetModel';
import type { Tiering } from '../ledger/tiering';
import type { TieringModel } from '../ledger/tieringModel';
import type { NoticeModel } from '../noticeModel';

export interface OpenCustomerModel {
  openCustomer(customer: number): void;
  /** Open a customer as an answer numbers it, of which something is still shown; nothing where the answer has none of that name now. */
  openCustomerOf(tiering: Tiering, customer: number): void;
  /** Open the customer of the row the cursor is in; a sheet that was not tiered yet is tiered first. */
  openCustomerAtCursor(): Promise<void>;
}

interface OpenCustomerRooms {
  readonly excel: ExcelRoom;
  readonly sheet: SheetModel;
  readonly assessments: AssessmentModel;
  readonly layers: LayersModel;
  readonly notices: NoticeModel;
  readonly rowSelection: RowSelectionModel;
}

/** Create the model of opening a customer: from a list of the pane, or from a row of the sheet. */
export function createOpenCustomerModel(
  tiering: Pick<TieringModel, 'tierActiveSheet'>,
  { excel, sheet, assessments, layers, notices, rowSelection }: OpenCustomerRooms,
): OpenCustomerModel {
  function openCustomer(customer: number): void {
    layers.open({ kind: 'customer', customer });
    void rowSelection.select(customer);
  }

  async function openCustomerAtCursor(): Promise<void> {
    const isAnswered = assessments.result.value !== null && !sheet.isAway.value;
    if (!isAnswered && !(await tiering.tierActiveSheet())) return;
    const cursor = await excel.readActiveCell();
    if (!cursor.ok) {
      notices.refuse(cursor.problem, openCustomerAtCursor);
      return;
    }
    const answer = assessments.result.value;
    if (answer === null) return;
    const { row } = cursor.value;
    const customer = customerInRow(answer, row);
    if (customer >= 0) layers.open({ kind: 'customer', customer });
    else notices.tell('info', texts => texts.customer.noneInRow(row + 1));
  }

  return {
    openCustomer,
    openCustomerOf: (shown, customer) => {
      const now = assessments.result.value;
      const found = now === null || now === shown ? customer : sameNameIn(shown, now)(customer);
      if (found !== undefined) openCustomer(found);
    },
    openCustomerAtCursor,
  };
}

/** @param row Of the sheet, from 0. */
function customerInRow({ block, assessment }: Tiering, row: number): number {
  const { customers, rowsOf } = assessment.table;
  return customers.findIndex((_, customer) => rowsOf(customer).includes(row - block.row));
}
