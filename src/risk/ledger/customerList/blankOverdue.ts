import { isBlankCell } from '../cell';
import type { FindingLog } from '../findings/findingLog';
import type { Cell } from '../ledger';
import type { CustomerNumber } from './customerFields';

/**
 * Read blanks among overdue amounts as 0 where others say what is overdue and none says 0: lists that show no zeros. Each is a finding. A customer of whom
 * the list does not say what is owed stays unknown.
 *
 * @param rows Of the entries, zero-based within the block.
 * @param column Of the overdue amounts, -1 where the list has none.
 * @param numbers Written into.
 */
export function fillBlankOverdue(
  cells: readonly (readonly Cell[])[],
  rows: readonly number[],
  column: number,
  { exposure, overdue }: Readonly<Record<CustomerNumber, Float64Array | Float32Array>>,
  findings: FindingLog,
): void {
  const isZeroSaid = overdue.includes(0);
  const isAnySaid = overdue.some(amount => amount > 0);
  if (column < 0 || isZeroSaid || !isAnySaid) return;
  for (const [entry, row] of rows.entries()) {
    const isKnown = !isBlankCell(cells[row]![column]) || Number.isNaN(exposure[entry]);
    if (isKnown) continue;
    overdue[entry] = 0;
    findings.add('blankOverdue', row, column, '');
  }
}
