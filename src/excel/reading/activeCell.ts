import type { ExcelOutcome } from '../contract';
import { runExcel } from '../problem';

/** Where the cursor is: zero-based. */
export interface ActiveCell {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** Tell where the cursor is. */
export function readActiveCell(): Promise<ExcelOutcome<ActiveCell>> {
  return runExcel(async context => {
    const cell = context.workbook.getActiveCell();
    cell.load('rowIndex,columnIndex,worksheet/id');
    await context.sync();
    return { sheetId: cell.worksheet.id, row: cell.rowIndex, column: cell.columnIndex };
  });
}
