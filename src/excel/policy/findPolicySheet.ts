import type { Cell } from '../../risk/ledger/ledger';
import { policySections } from '../../risk/policy/cells/policySections';
import { policySheetName } from '../names';

/** The table by which the policy is found on a sheet that was given another name: a copy of the sheet has tables of other names. */
const markTable = policySections.settings.table;

/** Find the policy sheet, inside a batch of the caller, by its tables or else by its name; null where the workbook has none. */
export async function findPolicySheet(context: Excel.RequestContext): Promise<Excel.Worksheet | null> {
  const { worksheets, tables } = context.workbook;
  const sheet = worksheets.getItemOrNullObject(policySheetName);
  const table = tables.getItemOrNullObject(markTable);
  sheet.load('id');
  table.load('id');
  await context.sync();
  // Highlights and formulas refer to the sheet with the tables, whatever sheet has the name by now.
  if (!table.isNullObject) return table.worksheet;
  return sheet.isNullObject ? null : sheet;
}

/** The cells of the policy sheet and where they stand. */
export interface SheetCells {
  readonly cells: Cell[][];
  /** Zero-based place of the first cell on the sheet. */
  readonly row: number;
  readonly column: number;
}

/** Read the cells of the policy sheet, inside a batch of the caller. */
export async function readPolicyCells(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
): Promise<SheetCells> {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('values,rowIndex,columnIndex');
  await context.sync();
  if (used.isNullObject) return { cells: [], row: 0, column: 0 };
  return { cells: used.values, row: used.rowIndex, column: used.columnIndex };
}
