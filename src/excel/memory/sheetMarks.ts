/** Names that stand for sheets of the user's: an id that Excel gives a sheet is another one when the file is opened again. */
import { wholeSheet } from '../address';
import { findMarks, findNames, freeNumbers } from '../definedNames';
import { dataSheetPrefix, isDataSheetName } from '../names';

/** Sheets and their marks, as the workbook has them now. */
export interface SheetMarks {
  /** The name of the sheet that each mark stands for; without those whose sheet is gone. */
  readonly sheetOf: ReadonlyMap<string, string>;
  readonly has: (sheetName: string) => boolean;
  /** Give a mark that stands for nothing yet. */
  readonly free: () => string;
}

/** Find the marks of the workbook, inside a batch of the caller; those whose sheet is gone are deleted on the way. */
export async function findSheetMarks(context: Excel.RequestContext): Promise<SheetMarks> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  const standing = await findMarks(context, isDataSheetName, 'worksheet/name');
  const sheets = new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
  return {
    sheetOf: new Map(standing.map(({ mark, range }) => [mark.name, range.worksheet.name])),
    has: sheetName => sheets.has(sheetName.toLowerCase()),
    free: freeNumbers(
      standing.map(({ mark }) => mark.name),
      dataSheetPrefix,
    ),
  };
}

/** Queue a mark of a sheet. */
export function markSheet(context: Excel.RequestContext, mark: string, sheetName: string): void {
  context.workbook.names.add(mark, wholeSheet(sheetName));
}

/** Delete the marks of all sheets, inside a batch of the caller. */
export async function forgetSheetMarks(context: Excel.RequestContext): Promise<void> {
  for (const mark of await findNames(context, isDataSheetName)) mark.delete();
}
