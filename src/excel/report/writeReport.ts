import type { ReportSheet, ReportSheetId, ReportTable } from '../../risk/report/reportSheet';
import type { ExcelOutcome, Progress } from '../contract';
import { deleteOwnSheets, ensureOwnSheet, findOwnSheets, type OwnSheet } from '../ownSheets';
import { ExcelRefusal, runExcel } from '../problem';
import { drawCharts } from './drawCharts';
import { dressSheet, setPrintArea, totalAgain } from './dressSheet';
import { addTables, type PlacedTable, type Resizing, resizeTables, undoResizing } from './placeTables';
import { findDays, tellDay } from './reportDay';
import { backUpTables, releaseNotes, restoreTables, type TableBackup } from './tableBackups';
import { writeTables } from './writeTables';

export interface ReportResult {
  readonly added: readonly ReportSheetId[];
  readonly refreshed: readonly ReportSheetId[];
  /** Names of all sheets of the report that was written, in its order. */
  readonly sheetNames: readonly string[];
}

/** The key of a sheet of the report among the sheets of ours. */
export const reportKey = (id: ReportSheetId): string => `Report_${id}`;

interface Written {
  readonly report: ReportSheet;
  readonly sheet: Excel.Worksheet;
  readonly isNew: boolean;
  /** It was never finished: an Excel that refused on the way refused taking it away again, too. */
  readonly isUnfinished: boolean;
  readonly tables: readonly PlacedTable[];
}

/** A sheet of an earlier report without title and day, which are written last. */
interface Unfinished {
  readonly key: string;
  readonly isEmpty: boolean;
}

/**
 * Write a report into sheets of its own: those of an earlier one are refreshed in place, notes beside and below their tables stay. Where it is
 * cancelled or Excel refuses on the way, sheets that were added go again and tables that were there get their cells back.
 *
 * @param footer The page of the footer, in Excel's codes, such as `Page &P of &N`.
 */
export function writeReport(
  reports: readonly ReportSheet[],
  footer: { readonly page: string },
  onProgress: Progress,
  signal: AbortSignal,
): Promise<ExcelOutcome<ReportResult>> {
  return runExcel(async context => {
    const earlier = await findOwnSheets(context);
    await requireUnprotected(context, reports, earlier);
    const tables = reports.flatMap(({ blocks }) => blocks.filter(block => block.kind === 'table'));
    const backups = await backUpTables(context, tables);
    const resized: Resizing[] = [];
    try {
      await releaseNotes(context, backups, namesOfLongTables(tables));
      const unfinished = await findUnfinished(context, reports, earlier);
      return await write(context, reports, unfinished, resized, footer, onProgress, signal);
    } catch (error) {
      await undoResizing(context, resized);
      await undo(context, reports, earlier, backups);
      throw error;
    }
  });
}

/** Take sheets of the report away again. */
export function removeReport(ids: readonly ReportSheetId[]): Promise<ExcelOutcome<void>> {
  return runExcel(async context => {
    const keys = new Set(ids.map(reportKey));
    deleteOwnSheets((await findOwnSheets(context)).filter(({ key }) => keys.has(key)));
    await context.sync();
  });
}

/** Tell which sheets of a report are in the workbook. */
export function findReport(): Promise<ExcelOutcome<readonly string[]>> {
  return runExcel(async context => (await findOwnSheets(context)).map(({ key }) => key));
}

const namesOfLongTables = (tables: readonly ReportTable[]): ReadonlySet<string> =>
  new Set(tables.flatMap(({ name, isLong }) => (isLong ? [name] : [])));

async function requireUnprotected(
  context: Excel.RequestContext,
  reports: readonly ReportSheet[],
  earlier: readonly OwnSheet[],
): Promise<void> {
  const keys = new Set(reports.map(({ id }) => reportKey(id)));
  const own = earlier.filter(({ key }) => keys.has(key));
  for (const { sheet } of own) sheet.protection.load('protected');
  await context.sync();
  const shut = own.find(({ sheet }) => sheet.protection.protected);
  if (shut) throw new ExcelRefusal('sheetProtected', { sheet: shut.sheetName });
}

async function findUnfinished(
  context: Excel.RequestContext,
  reports: readonly ReportSheet[],
  earlier: readonly OwnSheet[],
): Promise<readonly Unfinished[]> {
  const keys = new Set(reports.map(({ id }) => reportKey(id)));
  const own = earlier.filter(({ key }) => keys.has(key));
  const days = await findDays(context, own);
  const unfinished = own
    .filter(({ key }) => days.get(key)?.isFinished === false)
    .map(({ key, sheet }) => ({ key, used: sheet.getUsedRangeOrNullObject(true).load('address') }));
  if (unfinished.length > 0) await context.sync();
  return unfinished.map(({ key, used }) => ({ key, isEmpty: used.isNullObject }));
}

async function write(
  context: Excel.RequestContext,
  reports: readonly ReportSheet[],
  unfinished: readonly Unfinished[],
  resized: Resizing[],
  footer: { readonly page: string },
  onProgress: Progress,
  signal: AbortSignal,
): Promise<ReportResult> {
  // All tables first: the formulas of one sheet refer to those of another.
  const written: Written[] = [];
  const sheetNames: string[] = [];
  for (const report of reports) {
    if (signal.aborted) throw new ExcelRefusal('cancelled');
    const key = reportKey(report.id);
    const { sheet, sheetName, isNew } = await ensureOwnSheet(context, key, report.sheetName);
    const begun = unfinished.find(each => each.key === key);
    const tables =
      isNew || begun?.isEmpty
        ? addTables(sheet, report)
        : await resizeTables(context, sheet, report, resized);
    await context.sync();
    written.push({ report, sheet, isNew, isUnfinished: begun !== undefined, tables });
    sheetNames.push(sheetName);
  }
  await writeTables(
    context,
    written.flatMap(({ tables }) => tables),
    onProgress,
    signal,
  );
  const days = await findDays(context, await findOwnSheets(context));
  for (const each of written)
    await finish(context, each, days.get(reportKey(each.report.id))?.line ?? null, footer);
  const ids = (isNew: boolean) => written.filter(each => each.isNew === isNew).map(({ report }) => report.id);
  return { added: ids(true), refreshed: ids(false), sheetNames };
}

async function finish(
  context: Excel.RequestContext,
  { report, sheet, isNew, isUnfinished, tables }: Written,
  day: Excel.Range | null,
  footer: { readonly page: string },
): Promise<void> {
  if (isNew || isUnfinished) dressSheet(sheet, report, tables, footer);
  else {
    tellDay(sheet, day, report);
    for (const table of tables) await totalAgain(context, table);
  }
  setPrintArea(sheet, tables);
  await drawCharts(context, sheet, report, tables);
  await context.sync();
}

async function undo(
  context: Excel.RequestContext,
  reports: readonly ReportSheet[],
  earlier: readonly OwnSheet[],
  backups: readonly TableBackup[],
): Promise<void> {
  const wereThere = new Set(earlier.map(({ key }) => key));
  const keys = new Set(reports.map(({ id }) => reportKey(id)).filter(key => !wereThere.has(key)));
  deleteOwnSheets((await findOwnSheets(context)).filter(({ key }) => keys.has(key)));
  await restoreTables(context, backups);
  await context.sync();
}
