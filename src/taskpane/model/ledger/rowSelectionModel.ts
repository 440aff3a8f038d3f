import { type ReadonlySignal, signal } from '@preact/signals';
import type { ExcelProblem, SheetBlock } from '../../../excel/contract';
import type { ExcelRoom } from '../excelRoom';
import type { AssessmentModel } from './assessmentModel';

export type RowSelection =
  | { readonly state: 'selecting' | 'selected'; readonly customer: number }
  | { readonly state: 'refused'; readonly customer: number; readonly problem: ExcelProblem };

export interface RowSelectionModel {
  readonly current: ReadonlySignal<RowSelection | null>;
  /** Select the rows of a customer on the sheet. */
  select(customer: number): Promise<void>;
  /** Go to a cell of the tiered sheet, or of another block; resolves to why Excel would not, or null. */
  goToCell(row: number, column: number, block?: SheetBlock): Promise<ExcelProblem | null>;
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
      const selected = await excel.selectRows(tiering.block, tiering.assessment.table.rowsOf(customer));
      if (current.value?.customer !== customer) return;
      current.value = selected.ok
        ? { state: 'selected', customer }
        : { state: 'refused', customer, problem: selected.problem };
    },
    goToCell: async (row, column, block = assessments.result.value?.block) => {
      if (block === undefined) return null;
      const gone = await excel.selectCell(block, row, column);
      return gone.ok ? null : gone.problem;
    },
  };
}
