import { bringToFront } from '../bringToFront';
import type { ExcelOutcome } from '../contract';
import { ExcelRefusal, runExcel } from '../problem';

/** Read what the sheets of the workbook are called, by id: they are given other names and deleted while the pane is open. */
export function readSheetNames(): Promise<ExcelOutcome<ReadonlyMap<string, string>>> {
  return runExcel(async context => {
    const { worksheets } = context.workbook;
    worksheets.load('items/id,items/name');
    await context.sync();
    return new Map(worksheets.items.map(({ id, name }) => [id, name]));
  });
}

/** Bring a sheet to the front by its id; one that is gone is the problem `sheetGone`. */
export function showSheet(sheetId: string): Promise<ExcelOutcome<void>> {
  return runExcel(async context => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
    sheet.load('id');
    await context.sync();
    if (sheet.isNullObject) throw new ExcelRefusal('sheetGone', { sheet: sheetId });
    await bringToFront(context, sheet);
    await context.sync();
  });
}
