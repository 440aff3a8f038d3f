import { withoutSheet } from '../address';
import { findAddedColumns, readStanding, removeAddedColumns } from '../columns/addedColumns';
import { forgetRanges } from '../columns/removeLiveSheet';
import type { Additions, ClearResult, ExcelOutcome, TypedOver } from '../contract';
import { deleteHighlights, findHighlights } from '../highlight/highlights';
import { columnMemoryKey } from '../memory/columnMemory';
import { forgetSheetMarks } from '../memory/sheetMarks';
import { columnsOfLiveSheet, isLiveSheetKey, liveSheetKey, writtenSheetKey } from '../names';
import { deleteOwnSheets, findOwnSheets } from '../ownSheets';
import { findPolicySheet } from '../policy/findPolicySheet';
import { deletePolicySheet, isPolicyEdited } from '../policy/policySheet';
import { runExcel } from '../problem';

/** Everything of ours in the workbook, or on one sheet, as objects that can be deleted. */
async function findOurs(context: Excel.RequestContext, sheetId: string | null) {
  const columns = await findAddedColumns(context, sheetId);
  const own = await findOwnSheets(context);
  const ownKeys = new Set(own.map(({ key }) => key));
  const keysOfColumns = new Set(
    columns.flatMap(({ name }) => [liveSheetKey(name.name), writtenSheetKey(name.name)]),
  );
  return {
    highlights: await findHighlights(context, sheetId),
    columns: columns.map(added => ({
      ...added,
      isLive: ownKeys.has(liveSheetKey(added.name.name)),
      isRemembered: ownKeys.has(writtenSheetKey(added.name.name)),
    })),
    // The sheet that live columns look up in, or that remembers what was written, comes and goes with them.
    sheets: sheetId === null ? own.filter(({ key }) => !keysOfColumns.has(key)) : [],
    hasPolicySheet: (await findPolicySheet(context)) !== null,
    isPolicyEdited: await isPolicyEdited(context),
  };
}

const describe = (ours: Awaited<ReturnType<typeof findOurs>>): Additions => ({
  ...ours,
  highlights: ours.highlights
    .filter(({ formats }) => formats.length > 0)
    .map(({ sheetName, formats }) => ({ sheetName, count: formats.length })),
  columns: ours.columns.map(({ sheetName, address, isLive, isRemembered }) => ({
    sheetName,
    address: withoutSheet(address),
    isLive,
    isRemembered,
  })),
  sheets: ours.sheets.map(({ key, sheetName }) => ({ key, sheetName })),
});

/** List what Tiercel has added to the workbook, found again from the workbook itself. */
export function findAdditions(): Promise<ExcelOutcome<Additions>> {
  return runExcel(async context => describe(await findOurs(context, null)));
}

export interface ClearOptions {
  /** Clear this sheet only; all sheets when absent. */
  readonly sheetId?: string;
  /** Remove the sheet `Tiercel Policy` and its names too. */
  readonly includePolicy: boolean;
  /** Keys of the sheets of ours that go; none when absent. */
  readonly sheetKeys?: readonly string[];
}

/** Remove exactly what Tiercel added: highlights, columns and, when asked, sheets of ours and the policy. Cells the user wrote over are kept. */
export function clearAdditions(options: ClearOptions): Promise<ExcelOutcome<ClearResult>> {
  return runExcel(async context => {
    const ours = await findOurs(context, options.sheetId ?? null);
    const leaving = new Set(options.sheetKeys ?? []);
    const sheets = ours.sheets.filter(({ key }) => leaving.has(key));
    const removed = describe({ ...ours, sheets });

    deleteHighlights(ours.highlights);
    deleteOwnSheets(sheets);
    // Their columns were deleted by hand: the names of what they read go too.
    for (const { key } of sheets.filter(sheet => isLiveSheetKey(sheet.key)))
      await forgetRanges(context, columnsOfLiveSheet(key));
    const isRemembered = ours.sheets.some(({ key }) => key === columnMemoryKey && !leaving.has(key));
    if (options.sheetId === undefined && !isRemembered) await forgetSheetMarks(context);
    const typedOver: TypedOver[] = [];
    for (const columns of ours.columns) {
      const { sheetId, sheetName } = columns;
      const cells = await removeAddedColumns(context, await readStanding(context, columns), null);
      if (cells.length > 0) typedOver.push({ sheetId, sheetName, cells });
    }
    await context.sync();
    if (options.includePolicy && removed.hasPolicySheet) await deletePolicySheet(context);
    return { removed, typedOver, keptPolicySheet: removed.hasPolicySheet && !options.includePolicy };
  });
}
