import { isLiveTableName } from '../names';

/**
 * Let live columns that were written before a table of ours was there read it from now on, inside a batch of the caller.
 *
 * @param sheetKey Of the sheet with the table.
 * @param reference To its cells with the headers.
 */
export async function pointLiveColumnsAt(
  context: Excel.RequestContext,
  sheetKey: string,
  reference: string,
): Promise<void> {
  const { names } = context.workbook;
  names.load('items/name');
  await context.sync();
  for (const name of names.items) if (isLiveTableName(name.name, sheetKey)) name.formula = `=${reference}`;
}
