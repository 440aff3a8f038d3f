import type { Slices } from '../../slices';
import { isBlankCell } from '../cell';
import { isSettlement } from '../cells/documentType';
import { lastSerial } from '../cells/readDate';
import type { Cell } from '../ledger';
import type { LedgerRows } from '../ledgerRows';
import type { FixList } from './fix';
import { rowsPerSlice } from './rowsPerSlice';

/**
 * Propose due dates for rows that have none: invoice date + terms (the row's, else the customer's longest), as the reader counts them. Rows
 * without known terms are left: the invoice date alone is an assumption and nothing to write down.
 *
 * @param rows Settled.
 * @param invoiceDays By row the invoice dates that can be read in two ways, as the user or the sheet decides; NaN where neither does.
 */
export function* dueDateFixes(
  cells: readonly (readonly Cell[])[],
  rows: LedgerRows,
  invoiceDays: ReadonlyMap<number, number>,
  found: FixList,
): Slices<void> {
  const { dueDate, invoiceDate, termsDays, type } = rows;
  if (dueDate === null || invoiceDate === null || termsDays === null) return;
  const codes = rows.customer.codes;
  const terms = termsDays.values;
  const longest = new Map<number, number>();
  for (let entry = 0; entry < rows.length; entry++) {
    const days = terms[entry];
    const code = codes[entry];
    if (!Number.isNaN(days) && !((longest.get(code) ?? -1) >= days)) longest.set(code, days);
  }
  yield;
  for (let entry = 0; entry < rows.length; entry++) {
    if (entry % rowsPerSlice === rowsPerSlice - 1) yield;
    const row = rows.sheetRow.at(entry);
    const from = cells[row][dueDate.column];
    const code = codes[entry];
    if (!isBlankCell(from) || code < 0) continue;
    if (type && isSettlement(type.values[entry])) continue;
    const days = Number.isNaN(terms[entry]) ? (longest.get(code) ?? Number.NaN) : terms[entry];
    const to = (invoiceDays.get(row) ?? invoiceDate.serials.values[entry]) + days;
    if (!(to >= 1 && to <= lastSerial)) continue;
    found.add({
      kind: 'missingDueDate',
      row,
      column: dueDate.column,
      from: from ?? '',
      to,
      reason: { code: 'terms', days },
      // A date that stands in parts has no cell of its own.
      ...(invoiceDate.column < cells[row].length && {
        basis: { column: invoiceDate.column, cell: cells[row][invoiceDate.column] },
      }),
    });
  }
}
