import type { Recognition } from '../risk/ledger/ledger';
import type { Assessment } from '../risk/scoring/assessment';
import { type AddedColumns, cellOfUser, findAddedColumns, removeAddedColumns } from './addedColumns';
import { areaAddress, withoutSheet } from './address';
import type { ExcelOutcome, SheetBlock } from './contract';
import { freeNames } from './freeNames';
import { addedColumnsPrefix } from './names';
import { ExcelRefusal, runExcel } from './problem';

export interface ColumnHeaders {
  readonly score: string;
  readonly tier: string;
  readonly breaches: string;
}

const columnCount = 3;
/** A write of this many rows × 3 short cells stays far below Excel's 5 MB a request. */
const rowsPerWrite = 10_000;

/** The customer of every row of the block, -1 where the row belongs to none. */
function customerByRow(block: SheetBlock, assessment: Assessment): Int32Array {
  const customerOf = new Int32Array(block.cells.length).fill(-1);
  assessment.table.rows.forEach((rows, customer) => {
    for (const row of rows) customerOf[row] = customer;
  });
  return customerOf;
}

/** A score is shown and written with one decimal; the tier was decided on the full figure. */
const roundScore = (score: number): number => Math.round(score * 10) / 10;

function columnValues(
  block: SheetBlock,
  recognition: Recognition,
  assessment: Assessment,
  headers: ColumnHeaders,
  breachTexts: readonly string[],
): (string | number)[][] {
  const { scores, policy } = assessment;
  const customerOf = customerByRow(block, assessment);
  const values: (string | number)[][] = [[headers.score, headers.tier, headers.breaches]];
  for (let row = recognition.headerRow + 1; row < block.cells.length; row += 1) {
    const customer = customerOf[row];
    const score = customer < 0 ? Number.NaN : scores.score[customer];
    values.push([
      Number.isNaN(score) ? '' : roundScore(score),
      Number.isNaN(score) ? '' : policy.tiers[scores.tier[customer]].letter,
      customer < 0 ? '' : breachTexts[customer],
    ]);
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

/**
 * Write Score, Tier and Breaches into the three free columns right of the data; columns written before are replaced.
 * Where the data is a table it is widened over them, so that sorting keeps every row together. Cells with content are
 * never written over: the problem `noFreeColumns` names the first that stands in the way, `columnsEdited` the first that the user
 * wrote into columns written before.
 *
 * @param breachTexts - one text a customer of the assessment.
 * @returns the address of the columns, header included, without the sheet.
 */
export function writeColumns(
  block: SheetBlock,
  recognition: Recognition,
  assessment: Assessment,
  headers: ColumnHeaders,
  breachTexts: readonly string[],
): Promise<ExcelOutcome<{ address: string }>> {
  return runExcel(async context => {
    if (block.isProtected) throw new ExcelRefusal('sheetProtected', { sheet: block.sheetName });
    const sheet = context.workbook.worksheets.getItem(block.sheetId);
    const written = await findAddedColumns(context, block.sheetId);
    const width = widthWithoutOurs(block, written);
    await requireOurs(context, written);
    for (const columns of written) await removeAddedColumns(context, columns);

    const values = columnValues(block, recognition, assessment, headers, breachTexts);
    const top = block.row + recognition.headerRow;
    const left = block.column + width;
    const target = sheet.getRangeByIndexes(top, left, values.length, columnCount);
    await requireFree(context, target);
    const name = (await freeNames(context, addedColumnsPrefix))();

    for (let first = 0; first < values.length; first += rowsPerWrite) {
      const rows = values.slice(first, first + rowsPerWrite);
      sheet.getRangeByIndexes(top + first, left, rows.length, columnCount).values = rows;
      await context.sync();
    }
    context.workbook.names.add(name, target);
    if (block.tableName !== '') {
      const table = sheet.tables.getItem(block.tableName);
      table.resize(areaAddress(top, block.column, values.length, width + columnCount));
    }
    await context.sync();
    return { address: areaAddress(top, left, values.length, columnCount) };
  });
}

/** How many columns of the block are the user's: a block read after an earlier write ends with ours. */
function widthWithoutOurs(block: SheetBlock, written: readonly AddedColumns[]): number {
  const blockWidth = block.cells[0].length;
  if (written.length === 0) return blockWidth;
  const firstOfOurs = Math.min(...written.map(columns => columns.range.columnIndex - block.column));
  return firstOfOurs > 0 ? Math.min(blockWidth, firstOfOurs) : blockWidth;
}
