import { liveRangeNames, liveSheetKey } from '../names';
import { deleteOwnSheets, findOwnSheet } from '../ownSheets';

/** Delete the names of what live columns come from, inside a batch of the caller. */
export async function forgetRanges(context: Excel.RequestContext, columnsName: string): Promise<void> {
  const names = Object.values(liveRangeNames(columnsName)).map(name =>
    context.workbook.names.getItemOrNullObject(name),
  );
  for (const name of names) name.load('name');
  await context.sync();
  for (const name of names) if (!name.isNullObject) name.delete();
}

/** Take away the sheet that live columns look up in and the names of what it reads, inside a batch of the caller; nothing where there is none. */
export async function removeLiveSheet(context: Excel.RequestContext, columnsName: string): Promise<void> {
  const own = await findOwnSheet(context, liveSheetKey(columnsName));
  if (own === null) return;
  // Both in one request: without the sheet nobody would look for its names.
  await forgetRanges(context, columnsName);
  deleteOwnSheets([own]);
}
