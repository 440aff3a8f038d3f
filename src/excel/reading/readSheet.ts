import { withoutSheet } from '../address';
import type { ExcelOutcome, Progress, SheetBlock } from '../contract';
import { askForLegend, loadLegend } from '../highlight/legend';
import { ExcelRefusal, isOfficeCode, runExcel } from '../problem';
import { askEpoch } from '../workbookDates';
import { readCells } from './readCells';
import { isOwnSelection } from './selectRows';
import { findSheetOwners } from './sheetOwner';

interface Choice {
  readonly range: Excel.Range;
  readonly source: SheetBlock['source'];
  readonly tableName: string;
}

async function activeSheet(context: Excel.RequestContext): Promise<Excel.Worksheet> {
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  sheet.load('id,name');
  try {
    await context.sync();
  } catch (error) {
    // A chart sheet is active: it is no worksheet, so Excel has none to give.
    if (isOfficeCode(error, 'UnsupportedSheet', 'ItemNotFound')) throw new ExcelRefusal('chartSheet');
    throw error;
  }
  await requireData(context, sheet);
  return sheet;
}

/** What Tiercel made itself (a report, the policy, a log) is no data to tier. */
async function requireData(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<void> {
  const owner = (await findSheetOwners(context)).get(sheet.id);
  if (owner === 'policy') throw new ExcelRefusal('policySheet', { sheet: sheet.name });
  if (owner === 'tiercel') throw new ExcelRefusal('ownSheet', { sheet: sheet.name });
}

async function namedSheet(context: Excel.RequestContext, nameOrId: string): Promise<Excel.Worksheet> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(nameOrId);
  sheet.load('id,name');
  await context.sync();
  if (sheet.isNullObject) throw new ExcelRefusal('sheetGone', { sheet: nameOrId });
  return sheet;
}

/** The selected cells, or null where a shape or several areas are selected (Excel then refuses the question). */
async function selectedRange(context: Excel.RequestContext): Promise<Excel.Range | null> {
  const selected = context.workbook.getSelectedRange();
  selected.load('address,rowCount,columnCount');
  try {
    await context.sync();
    return selected;
  } catch (error) {
    if (isOfficeCode(error, 'InvalidSelection', 'UnsupportedSheet')) return null;
    throw error;
  }
}

/** The sheet's tables, and which of them the selection touches; none where it has none. */
async function tablesOf(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  selected: Excel.Range | null,
): Promise<{ readonly touched: Choice | null; readonly largest: Choice | null }> {
  const tables = sheet.tables;
  tables.load('items/name');
  await context.sync();
  if (tables.items.length === 0) return { touched: null, largest: null };

  const candidates = tables.items.map(table => {
    const range = table.getRange();
    range.load('address,rowCount,columnCount');
    const overlap = selected ? range.getIntersectionOrNullObject(selected) : null;
    overlap?.load('address');
    return { choice: { range, source: 'table', tableName: table.name } as const, overlap };
  });
  await context.sync();

  const touched = candidates.find(candidate => candidate.overlap && !candidate.overlap.isNullObject);
  const bySize = [...candidates].sort(
    ({ choice: one }, { choice: other }) =>
      other.range.rowCount * other.range.columnCount - one.range.rowCount * one.range.columnCount,
  );
  return { touched: touched?.choice ?? null, largest: bySize[0].choice };
}

/** A header, at least one row, and more than one column: less than that is a cursor, not a choice of data. */
function isChoiceOfData(selected: Excel.Range): boolean {
  return selected.rowCount >= 2 && selected.columnCount >= 2 && !isOwnSelection(selected.address);
}

/** @param selected - null where the selection is on another sheet or is none of cells. */
async function rangeToRead(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  selected: Excel.Range | null,
): Promise<Choice> {
  const { touched, largest } = await tablesOf(context, sheet, selected);
  if (touched) return touched;

  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('address,rowCount,columnCount');
  const within = selected ? used.getIntersectionOrNullObject(selected) : null;
  within?.load('address,rowCount,columnCount');
  await context.sync();
  if (used.isNullObject) throw new ExcelRefusal('sheetEmpty', { sheet: sheet.name });
  if (selected && within && !within.isNullObject && isChoiceOfData(selected) && within.rowCount >= 2) {
    return { range: within, source: 'selection', tableName: '' };
  }
  // A small table beside a plain list, of exchange rates say, is not what the sheet is about.
  if (largest && largest.range.rowCount * 2 >= used.rowCount) return largest;
  return { range: await withoutLegend(context, sheet, used), source: 'usedRange', tableName: '' };
}

/** The used range up to the legend of the highlights, which stands right of all else. */
async function withoutLegend(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  used: Excel.Range,
): Promise<Excel.Range> {
  const mark = askForLegend(sheet);
  used.load('rowIndex,columnIndex');
  await context.sync();
  const legend = loadLegend(mark);
  if (!legend) return used;
  await context.sync();
  if (legend.range.isNullObject) return used;
  const columnCount = legend.range.columnIndex - used.columnIndex;
  if (columnCount <= 0 || columnCount >= used.columnCount) return used;
  const left = sheet.getRangeByIndexes(used.rowIndex, used.columnIndex, used.rowCount, columnCount);
  const data = left.getUsedRangeOrNullObject(true);
  data.load('address,rowCount,columnCount');
  await context.sync();
  return data.isNullObject ? used : data;
}

/**
 * Read what there is to tier on the active sheet: the table under the cursor, else a selection of several rows and columns, else the
 * sheet's largest table where it reaches over half of the filled rows, else the used range. Only values are read; nothing on the sheet changes.
 *
 * @param onProgress - is told rows read and rows in all after each chunk.
 * @param signal - ends the reading between two chunks with the problem `cancelled`.
 */
export function readActiveSheet(
  onProgress: Progress,
  signal: AbortSignal,
): Promise<ExcelOutcome<SheetBlock>> {
  return runExcel(async context => {
    const sheet = await activeSheet(context);
    const choice = await rangeToRead(context, sheet, await selectedRange(context));
    return readBlock(context, sheet, choice, onProgress, signal);
  });
}

/**
 * Read what there is to tier on a sheet that need not be in front, which stays where it is: its largest table where that
 * is what the sheet is about, else its used range.
 *
 * @param nameOrId - a sheet that is gone is the problem `sheetGone`.
 */
export function readSheet(
  nameOrId: string,
  onProgress: Progress,
  signal: AbortSignal,
): Promise<ExcelOutcome<SheetBlock>> {
  return runExcel(async context => {
    const sheet = await namedSheet(context, nameOrId);
    const choice = await rangeToRead(context, sheet, null);
    return readBlock(context, sheet, choice, onProgress, signal);
  });
}

async function readBlock(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { range, source, tableName }: Choice,
  onProgress: Progress,
  signal: AbortSignal,
): Promise<SheetBlock> {
  range.load('rowIndex,columnIndex,address,rowCount,columnCount');
  const epoch = askEpoch(context);
  await context.sync();

  const cells = await readCells(context, range, { onProgress, signal });
  return {
    sheetId: sheet.id,
    sheetName: sheet.name,
    address: withoutSheet(range.address),
    row: range.rowIndex,
    column: range.columnIndex,
    source,
    tableName,
    is1904: epoch.is1904(),
    cells,
  };
}
