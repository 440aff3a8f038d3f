import { findNames } from '../definedNames';
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
  const reading = await findNames(context, name => isLiveTableName(name, sheetKey));
  for (const name of reading) name.formula = `=${reference}`;
}
