import type { CellPlace } from '../cellSpans';
import type { ExcelOutcome, TypedOver } from '../contract';
import { runExcel } from '../problem';
import { findAddedColumns, findFilledColumns, readStanding, removeAddedColumns } from './addedColumns';

/**
 * Take the columns beside the data of a sheet away again, with the sheets that come with them; the user's own cells stay, also those typed over ours.
 *
 * @returns The cells that were typed over.
 */
export function removeColumns(sheetId: string, sheetName: string): Promise<ExcelOutcome<TypedOver>> {
  return runExcel(async context => {
    const kept: CellPlace[] = [];
    for (const columns of await findAddedColumns(context, sheetId))
      kept.push(...(await removeAddedColumns(context, await readStanding(context, columns), null)));
    return { sheetId, sheetName, cells: kept };
  });
}

/** Tell whether columns of ours stand beside the data of a sheet. */
export function hasColumns(sheetId: string): Promise<ExcelOutcome<boolean>> {
  return runExcel(async context => (await findFilledColumns(context, sheetId)).length > 0);
}
