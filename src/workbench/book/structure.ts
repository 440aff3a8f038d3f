import type { BookSheet } from './bookSheet';
import { assertWritable, type BookState } from './bookState';
import type { Calculation } from './calculation/calculation';
import type { HistoryStep } from './history';

/** Rows or columns that come (`count` above 0) or go (below 0) at a position. */
export interface Move {
  readonly axis: 'row' | 'column';
  readonly at: number;
  readonly count: number;
}

export type Renaming =
  | { readonly kind: 'sheet'; readonly from: string; readonly to: string | null }
  | { readonly kind: 'name'; readonly from: string; readonly to: string };

export function moveLines(
  state: BookState,
  calculation: Calculation,
  sheet: BookSheet,
  move: Move,
): HistoryStep {
  assertWritable(sheet, { row: 0, column: 0, rowCount: 1, columnCount: 1 });
  if (move.axis === 'row') sheet.grid.shiftRows(move.at, move.count);
  else sheet.grid.shiftColumns(move.at, move.count);
  calculation.structureChanged();
  state.appearanceChanged(sheet);
  return { undo() {}, redo() {} };
}

export function renameInFormulas(_state: BookState, _renaming: Renaming): void {}
