import type { Cell } from '../../ledger/ledger';
import { findSections } from './policyCells';
import { highlightedColumns } from './readRules';
import { isLabelled } from './readSettings';
import { valueOfText } from './rowReader';

/** A cell of the policy whose value is written as text, and the value. */
export interface TextValue {
  /** Zero-based within the cells. */
  readonly row: number;
  readonly column: number;
  readonly value: number | boolean;
  readonly isShare: boolean;
}

/**
 * Find the cells of the policy that highlights refer to and that hold their value as text: Excel's formulas would not see it.
 *
 * @example textValues(cells) //=> [{ row: 41, column: 4, value: 0.95, isShare: true }]
 */
export function textValues(cells: readonly (readonly Cell[])[]): readonly TextValue[] {
  const sections = findSections(cells);
  const [rules, settings] = [sections.get('rules'), sections.get('settings')];
  const places = [
    ...(rules?.rows ?? []).flatMap(({ row }) =>
      highlightedColumns.map(key => ({ row: row - 1, column: rules?.columns.get(key) })),
    ),
    ...(settings?.rows ?? [])
      .filter(row => settings && isLabelled(settings, row, 'countDisputed'))
      .map(({ row }) => ({ row: row - 1, column: settings?.columns.get('value') })),
  ];
  return places.flatMap(({ row, column }) => {
    const cell = column === undefined ? null : cells[row][column];
    const value = valueOfText(cell);
    return value === null || column === undefined
      ? []
      : [{ row, column, value, isShare: String(cell).normalize('NFKC').includes('%') }];
  });
}
