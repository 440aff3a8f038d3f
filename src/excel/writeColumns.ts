import type { Language } from '../i18n/language';
import type { Recognition } from '../risk/ledger/ledger';
import type { Assessment } from '../risk/scoring/assessment';
import { customerOfRowsInSlices, nobodysRow, verdictsInSlices } from '../risk/scoring/verdicts';
import type { Slices } from '../risk/slices';
import { type AddedColumns, cellOfUser, findAddedColumns, removeAddedColumns } from './addedColumns';
import { areaAddress, withoutSheet } from './address';
import type { ExcelOutcome, SheetBlock } from './contract';
import { freeNames } from './freeNames';
import { inSlices } from './inSlices';
import { addedColumnsPrefix } from './names';
import { ExcelRefusal, runExcel } from './problem';

export interface ColumnHeaders {
  readonly score: string;
  readonly tier: string;
  readonly breaches: string;
}

export const columnCount = 3;
/** A write of this many rows × 3 short cells stays far below Excel's 5 MB a request. */
const rowsPerWrite = 10_000;

const rowsInSlice = 16_384;

/** What the columns say, header first, and row by row as the block below it. */
export function* columnValues(
  block: SheetBlock,
  recognition: Recognition,
  assessment: Assessment,
  headers: ColumnHeaders,
  language: Language,
): Slices<(string | number)[][]> {
  const { score, tier, breaches } = yield* verdictsInSlices(assessment, language);
  const customerOf = yield* customerOfRowsInSlices(assessment.table, block.cells.length);
  const values: (string | number)[][] = [[headers.score, headers.tier, headers.breaches]];
  for (const customer of customerOf.subarray(recognition.headerRow + 1)) {
    if (values.length % rowsInSlice === 0) yield;
    values.push(
      customer === nobodysRow ? ['', '', ''] : [score[customer], tier[customer], breaches[customer]],
    );
  }
  return values;
}

async function requireFree(context: Excel.RequestContext, target: Excel.Range): Promise<void> {
  const filled = target.getUsedRangeOrNullObject(true);
  filled.load('address');
  await context.sync();
  if (!filled.isNullObject) {
    throw new ExcelRefusal('noFreeColumns', { address: withoutSheet(filled.address) });
  }
}

/** Refuse before anything is taken away where the user wrote into the columns that are to be replaced. */
async function requireOurs(context: Excel.RequestContext, written: readonly AddedColumns[]): Promise<void> {
  for (const columns of written) {
    const address = await cellOfUser(context, columns);
    if (address !== null) throw new ExcelRefusal('columnsEdited', { address });
  }
}

/** Free cells for the columns, and the name that marks them. */
export interface ColumnPlace {
  readonly name: string;
  readonly sheet: Excel.Worksheet;
  /** Zero-based place of the first header. */
  readonly top: number;
  readonly left: number;
  /** Rows with the header. */
  readonly rowCount: number;
  readonly address: string;
}

/**
 * Find and mark the three free columns right of the data, inside a batch of the caller; columns written before are taken away. They keep their name,
 * by which the sheet is found again that live ones look up in.
 *
 * @param keepsLiveSheet Live columns follow.
 */
export async function placeColumns(
  context: Excel.RequestContext,
  block: SheetBlock,
  recognition: Recognition,
  keepsLiveSheet: boolean,
): Promise<ColumnPlace> {
  if (block.isProtected) throw new ExcelRefusal('sheetProtected', { sheet: block.sheetName });
  if (block.row + recognition.headerRow < 0) throw new ExcelRefusal('noHeaderRow');
  const sheet = context.workbook.worksheets.getItem(block.sheetId);
  const written = await findAddedColumns(context, block.sheetId);
  const width = widthWithoutOurs(block, written);
  await requireOurs(context, written);
  for (const [index, columns] of written.entries())
    await removeAddedColumns(context, columns, keepsLiveSheet && index === 0);

  const top = block.row + recognition.headerRow;
  const left = block.column + width;
  const rowCount = block.cells.length - recognition.headerRow;
  const range = sheet.getRangeByIndexes(top, left, rowCount, columnCount);
  await requireFree(context, range);
  const name = written[0]?.name.name ?? (await freeNames(context, addedColumnsPrefix))();
  // Before the first cell: should Excel or the pane end in between, Clear still knows what is ours.
  context.workbook.names.add(name, range);
  return { name, sheet, top, left, rowCount, address: areaAddress(top, left, rowCount, columnCount) };
}

/** Widen a table over columns that were written, so that sorting keeps every row together. */
export async function finishColumns(
  context: Excel.RequestContext,
  block: SheetBlock,
  { sheet, top, left, rowCount }: ColumnPlace,
): Promise<void> {
  if (block.tableName !== '') {
    const table = sheet.tables.getItem(block.tableName);
    table.resize(areaAddress(top, block.column, rowCount, left + columnCount - block.column));
  }
  await context.sync();
}

/**
 * Write Score, Tier and Breaches as values into the three free columns right of the data; columns written before are replaced.
 * Where the data is a table it is widened over them. Cells with content are
 * never written over: the problem `noFreeColumns` names the first that stands in the way, `columnsEdited` the first that the user
 * wrote into columns written before.
 *
 * @returns the address of the columns, header included, without the sheet.
 */
export function writeColumns(
  block: SheetBlock,
  recognition: Recognition,
  assessment: Assessment,
  headers: ColumnHeaders,
  language: Language,
): Promise<ExcelOutcome<{ address: string }>> {
  return runExcel(async context => {
    const place = await placeColumns(context, block, recognition, false);
    const values = await inSlices(columnValues(block, recognition, assessment, headers, language));
    for (let first = 0; first < values.length; first += rowsPerWrite) {
      const rows = values.slice(first, first + rowsPerWrite);
      const range = place.sheet.getRangeByIndexes(place.top + first, place.left, rows.length, columnCount);
      range.values = rows;
      await context.sync();
      range.untrack();
    }
    await finishColumns(context, block, place);
    return { address: place.address };
  });
}

/** How many columns of the block are the user's: a block read after an earlier write ends with ours. */
export function widthWithoutOurs(block: SheetBlock, written: readonly AddedColumns[]): number {
  const blockWidth = block.cells[0].length;
  if (written.length === 0) return blockWidth;
  const firstOfOurs = Math.min(...written.map(columns => columns.range.columnIndex - block.column));
  return firstOfOurs > 0 ? Math.min(blockWidth, firstOfOurs) : blockWidth;
}
