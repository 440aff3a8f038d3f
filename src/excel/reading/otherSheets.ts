import type { Cell } from '../../risk/ledger/ledger';
import type { ExcelOutcome } from '../contract';
import { runExcel } from '../problem';
import { findSheetOwners } from './sheetOwner';

/** What can be seen of a sheet without reading it: enough to tell what it is. */
export interface SheetGlimpse {
  readonly sheetId: string;
  readonly sheetName: string;
  /** The filled part of its first rows and columns; empty for an empty sheet. */
  readonly cells: Cell[][];
}

/** A customer list has its headers and enough customers to be known by within these. */
const firstRows = 'A1:CV60';
/** A workbook of more sheets is looked at no further: one answer must stay small. */
const mostSheets = 60;

/** Look at the first rows of every visible sheet but one and those that Tiercel added, in one request; nothing is activated. */
export function glimpseOtherSheets(sheetId: string): Promise<ExcelOutcome<SheetGlimpse[]>> {
  return runExcel(async context => {
    const owners = await findSheetOwners(context);
    const { worksheets } = context.workbook;
    worksheets.load('items/id,items/name,items/visibility');
    await context.sync();

    const looked = worksheets.items
      .filter(({ id, visibility }) => id !== sheetId && !owners.has(id) && visibility === 'Visible')
      .slice(0, mostSheets)
      .map(sheet => {
        const filled = sheet.getRange(firstRows).getUsedRangeOrNullObject(true);
        filled.load('values');
        return { sheet, filled };
      });
    await context.sync();
    return looked.map(({ sheet, filled }) => ({
      sheetId: sheet.id,
      sheetName: sheet.name,
      cells: filled.isNullObject ? [] : filled.values,
    }));
  });
}
