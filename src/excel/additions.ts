import { findAddedColumns, removeAddedColumns } from './addedColumns';
import { withoutSheet } from './address';
import type { Additions, ClearResult, ExcelOutcome } from './contract';
import { findHighlights } from './highlights';
import { policySheetName } from './names';
import { deletePolicySheet, isPolicyEdited } from './policySheet';
import { runExcel } from './problem';

async function listAdditions(context: Excel.RequestContext, sheetId: string | null): Promise<Additions> {
  const highlights = await findHighlights(context, sheetId);
  const columns = await findAddedColumns(context, sheetId);
  const policySheet = context.workbook.worksheets.getItemOrNullObject(policySheetName);
  policySheet.load('id');
  await context.sync();
  return {
    highlights: highlights
      .filter(({ formats }) => formats.length > 0)
      .map(({ sheetName, formats }) => ({ sheetName, count: formats.length })),
    columns: columns.map(({ sheetName, address }) => ({ sheetName, address: withoutSheet(address) })),
    hasPolicySheet: !policySheet.isNullObject,
    isPolicyEdited: await isPolicyEdited(context),
  };
}

/** List what Tiercel has added to the workbook, found again from the workbook itself. */
export function findAdditions(): Promise<ExcelOutcome<Additions>> {
  return runExcel(context => listAdditions(context, null));
}

export interface ClearOptions {
  /** Clear this sheet only; all sheets when absent. */
  readonly sheetId?: string;
  /** Remove the sheet `Tiercel Policy` and its names too. */
  readonly includePolicy: boolean;
}

/** Remove exactly what Tiercel added: highlights, columns and, when asked, the policy sheet. Cells the user wrote over are kept. */
export function clearAdditions(options: ClearOptions): Promise<ExcelOutcome<ClearResult>> {
  return runExcel(async context => {
    const sheetId = options.sheetId ?? null;
    const removed = await listAdditions(context, sheetId);

    for (const { formats } of await findHighlights(context, sheetId)) {
      for (const format of formats) format.delete();
    }
    let keptCells = 0;
    for (const columns of await findAddedColumns(context, sheetId)) {
      keptCells += await removeAddedColumns(context, columns);
    }
    await context.sync();
    if (options.includePolicy && removed.hasPolicySheet) await deletePolicySheet(context);
    return { removed, keptCells, keptPolicySheet: removed.hasPolicySheet && !options.includePolicy };
  });
}
