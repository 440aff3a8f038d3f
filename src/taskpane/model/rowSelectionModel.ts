import { type ReadonlySignal, signal } from '@preact/signals';
import type { ExcelProblem } from '../../excel/contract';
import type { AssessmentModel } from './assessmentModel';
import type { ExcelRoom } from './excelRoom';

export type RowSelection =
  | { readonly state: 'selecting' | 'selected'; readonly customer: number }
  | { readonly state: 'refused'; readonly customer: number; readonly problem: ExcelProblem };

export interface RowSelectionModel {
  readonly current: ReadonlySignal<RowSelection | null>;
  /** Select the rows of a customer on the sheet. */
  select(customer: number): Promise<void>;
  /** Go to the cell of a remark; resolves to why Excel would not, or null. */
  goToCell(row: number, column: number): Promise<ExcelProblem | null>;
}

/** Create the model of what the pane has selected on the sheet. */
export function createRowSelectionModel(excel: ExcelRoom, assessments: AssessmentModel): RowSelectionModel {
  const current = signal<RowSelection | null>(null);
  return {
    current,
    select: async customer => {
      const tiering = assessments.result.value;
      if (tiering === null) return;
      current.value = { state: 'selecting', customer };
      const selected = await excel.selectRows(tiering.block, tiering.assessment.table.rows[customer]);
      if (current.value?.customer !== customer) return;
      current.value = selected.ok
        ? { state: 'selected', customer }
        : { state: 'refused', customer, problem: selected.problem };
    },
    goToCell: async (row, column) => {
      const tiering = assessments.result.value;
      if (tiering === null) return null;
      const gone = await excel.selectCell(tiering.block, row, column);
      return gone.ok ? null : gone.problem;
    },
  };
}
