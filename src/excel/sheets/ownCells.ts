import type { Cell } from '../../risk/ledger/ledger';
import { findOwnSheet } from '../ownSheets';
import { readCells } from '../reading/readCells';

/** What stands on a sheet of ours. */
export interface OwnCells {
  readonly sheet: Excel.Worksheet;
  /** None where somebody emptied the sheet. */
  readonly cells: Cell[][];
  /** Where the cells begin on the sheet. */
  readonly row: number;
  readonly column: number;
}

/** Read every cell of the sheet of ours that serves a purpose, inside a batch of the caller; null where there is no such sheet. */
export async function readOwnCells(context: Excel.RequestContext, key: string): Promise<OwnCells | null> {
  const own = await findOwnSheet(context, key);
  if (own === null) return null;
  const { sheet } = own;
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  if (used.isNullObject) return { sheet, cells: [], row: 0, column: 0 };
  return { sheet, cells: await readCells(context, used), row: used.rowIndex, column: used.columnIndex };
}
