/** Names that stand for sheets of the user's: an id that Excel gives a sheet is another one when the file is opened again. */
import { wholeSheet } from '../address';
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
  const { names, worksheets } = context.workbook;
  names.load('items/name');
  worksheets.load('items/name');
  await context.sync();
  const marks = names.items
    .filter(({ name }) => isDataSheetName(name))
    .map(mark => ({ mark, range: mark.getRangeOrNullObject().load('worksheet/name') }));
  if (marks.length > 0) await context.sync();

  const standing = marks.filter(({ range }) => !range.isNullObject);
  for (const { mark, range } of marks) if (range.isNullObject) mark.delete();
  const taken = new Set(standing.map(({ mark }) => mark.name.toLowerCase()));
  const sheets = new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
  let number = 0;
  return {
    sheetOf: new Map(standing.map(({ mark, range }) => [mark.name, range.worksheet.name])),
    has: sheetName => sheets.has(sheetName.toLowerCase()),
    free: () => {
      do number += 1;
      while (taken.has(`${dataSheetPrefix}${number}`.toLowerCase()));
      return `${dataSheetPrefix}${number}`;
    },
  };
}

/** Queue a mark of a sheet. */
export function markSheet(context: Excel.RequestContext, mark: string, sheetName: string): void {
  context.workbook.names.add(mark, wholeSheet(sheetName));
}

/** Delete the marks of all sheets, inside a batch of the caller. */
export async function forgetSheetMarks(context: Excel.RequestContext): Promise<void> {
  const { names } = context.workbook;
  names.load('items/name');
  await context.sync();
  for (const mark of names.items) if (isDataSheetName(mark.name)) mark.delete();
}
