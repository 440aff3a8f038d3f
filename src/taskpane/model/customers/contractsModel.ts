import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ExcelOutcome, SheetBlock } from '../../../excel/contract';
import { inSlices } from '../../../excel/inSlices';
import { selectRows } from '../../../excel/reading/selectRows';
import { textsOf } from '../../../i18n/bilingual';
import { contractsTexts } from '../../../i18n/pane/contracts';
import {
  type ContractRemark,
  type ContractReview,
  type ContractRow,
  reviewContractsInSlices,
} from '../../../risk/contracts/contractRemarks';
import {
  type ContractOrder,
  type ContractSelection,
  selectContractsInSlices,
} from '../../../risk/contracts/contractSelection';
import type { Slices } from '../../../risk/slices';
import { type CopiedRows, copyRows } from '../../copiedTable';
import { followAnswer } from '../followAnswer';
import type { Tiering } from '../ledger/tiering';
import type { PaneModel } from '../paneModel';

/** What the part asks of what lies outside the pane. */
export interface ContractsRoom {
  selectRows(block: SheetBlock, rows: ArrayLike<number>): Promise<ExcelOutcome<void>>;
  copyRows(rows: CopiedRows): Promise<boolean>;
}

/** An answer and what there is to say of its agreements: customers are numbered anew by every answer. */
export interface ReviewedContracts {
  readonly tiering: Tiering;
  /** Largest exposure first. */
  readonly review: ContractReview;
}

/** What of it is shown. */
export interface ListedContracts extends ReviewedContracts {
  readonly selection: ContractSelection;
}

export interface ContractsModel {
  /** Null until an answer was reviewed for the first time. */
  readonly listed: ReadonlySignal<ListedContracts | null>;
  /** Only remarks of this kind; null for all. */
  readonly remark: Signal<ContractRemark | null>;
  readonly order: Signal<ContractOrder>;
  /** Select the row of the customer on the customer list; on the ledger where no list has one. */
  showRow(row: ContractRow): Promise<void>;
  copy(rows: Slices<CopiedRows>): Promise<void>;
  /** Keep the list as the answer is, until the returned function is called. */
  follow(): () => void;
}

const contractsRoom: ContractsRoom = { selectRows, copyRows };

/** Create the model of the part that lists what is to be said of agreements with customers. */
export function createContractsModel(pane: PaneModel, room: ContractsRoom = contractsRoom): ContractsModel {
  const remark = signal<ContractRemark | null>(null);
  const order = signal<ContractOrder>('exposure');

  const answer = pane.assessments.result;
  const { latest: reviewed, follow: followReview } = followAnswer<ReviewedContracts>(
    answer,
    () => answer.value && reviewInSlices(answer.value),
  );
  const { latest: listed, follow: followSelection } = followAnswer<ListedContracts>(
    answer,
    () => reviewed.value && selectInSlices(reviewed.value, remark.value, order.value),
  );

  return {
    listed,
    remark,
    order,
    showRow: async row => {
      if (listed.value === null) return;
      const { block, rows } = placeOf(row.customer, listed.value.tiering);
      const selected = await room.selectRows(block, rows);
      if (!selected.ok) pane.notices.refuse(selected.problem, () => room.selectRows(block, rows));
    },
    copy: async written => {
      const rows = await inSlices(written);
      const isCopied = await room.copyRows(rows);
      const count = rows.length - 1;
      pane.notices.tell(isCopied ? 'success' : 'warning', () =>
        isCopied ? textsOf(contractsTexts).copied(count) : textsOf(contractsTexts).notCopied,
      );
    },
    follow: () => {
      const leaveReview = followReview();
      const leaveSelection = followSelection();
      return () => {
        leaveReview();
        leaveSelection();
      };
    },
  };
}

function* reviewInSlices(tiering: Tiering): Slices<ReviewedContracts> {
  const { table, scores, policy } = tiering.assessment;
  return { tiering, review: yield* reviewContractsInSlices(table, scores, policy) };
}

function* selectInSlices(
  reviewed: ReviewedContracts,
  remark: ContractRemark | null,
  order: ContractOrder,
): Slices<ListedContracts> {
  return { ...reviewed, selection: yield* selectContractsInSlices(reviewed.review.rows, remark, order) };
}

function placeOf(customer: number, { join, block, assessment }: Tiering) {
  const entry = join?.entry[customer] ?? -1;
  if (join === null || entry < 0) return { block, rows: assessment.table.rowsOf(customer) };
  return { block: join.sheet.block, rows: [join.list.sheetRow[entry]] };
}
