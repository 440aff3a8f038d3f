/** What was written beside the data last, customer by customer, in cells of a sheet of ours that comes and goes with the columns. */

import { textsOf } from '../../i18n/bilingual';
import { writtenColumns, writtenMemoryTexts } from '../../i18n/sheets/writtenMemory';
import { addToGroup } from '../../risk/groupBy';
import type { Cell, Recognition } from '../../risk/ledger/ledger';
import { findOwnHeader, textCell } from '../../risk/ownTable';
import type { Assessment } from '../../risk/scoring/assessment';
import { customerOfRowsInSlices, nobodysRow } from '../../risk/scoring/verdicts';
import type { Slices } from '../../risk/slices';
import { columnLetters, quoteSheet } from '../address';
import type { SheetBlock } from '../contract';
import { formatCells } from '../formatCells';
import { inSlices } from '../inSlices';
import { writtenSheetKey } from '../names';
import { deleteOwnSheets, ensureOwnSheet, findOwnSheet } from '../ownSheets';
import { readCells } from '../reading/readCells';
import { rowsPerRequest } from '../requestSize';
import { readOwnCells } from '../sheets/ownCells';
import { writeCells } from '../writeCells';
import { writtenCell } from '../writtenCell';
import type { WrittenBeside, WrittenLine } from './typedOver';

/** Below a title, what this is, where the customers stand, and the day it was as of. */
const columnRow = 2;
const asOfRow = 3;
const headerRow = 4;
const lineWidth = 4;
const titleSize = 14;
const scoreFormat = '0.0';
const dateFormat = 'yyyy-mm-dd';
/** In points. */
const widths = [210, 54, 70, 420];
const rowsInSlice = 16_384;

type WrittenColumn = keyof ReturnType<typeof writtenColumns>;

/** What was remembered of columns. */
export interface WrittenMemory extends WrittenBeside {
  /** The day of the verdicts, as a serial of the workbook's date system; null where it was not remembered. */
  readonly asOf: number | null;
}

/** The column by which a row names its customer, within its block; undefined where rows name none. */
const customerColumn = ({ columns }: Recognition): number | undefined =>
  columns.find(({ field }) => field === 'customer')?.column ??
  columns.find(({ field }) => field === 'customerNumber')?.column;

/**
 * Give what is to be remembered of columns: a line for each customer and each way in which its rows name it.
 *
 * @param values What the columns say, header first.
 */
export function* writtenLines(
  { cells }: SheetBlock,
  recognition: Recognition,
  { table }: Pick<Assessment, 'table'>,
  values: readonly (readonly (string | number)[])[],
): Slices<WrittenLine[]> {
  const customerOf = yield* customerOfRowsInSlices(table, cells.length);
  const column = customerColumn(recognition);
  const namesOf = new Map<number, Cell[]>();
  const lines: WrittenLine[] = [];
  const first = recognition.headerRow + 1;
  for (let row = first; row < cells.length; row += 1) {
    if (row % rowsInSlice === 0) yield;
    const customer = customerOf[row];
    if (customer === nobodysRow) continue;
    const name = column === undefined ? '' : (cells[row][column] ?? '');
    const names = namesOf.get(customer);
    if (names?.includes(name)) continue;
    addToGroup(namesOf, customer, name);
    const [score, tier, breaches] = values[row - first + 1];
    lines.push([name, score, tier, breaches]);
  }
  return lines;
}

/**
 * Remember what is about to be written, inside a batch of the caller: in place of what was remembered of these columns before.
 *
 * @param asOf The day of the verdicts, as a serial of the workbook's date system.
 */
export async function rememberWritten(
  context: Excel.RequestContext,
  columnsName: string,
  { block, recognition }: { readonly block: SheetBlock; readonly recognition: Recognition },
  lines: readonly WrittenLine[],
  headers: readonly (string | number)[],
  asOf: number,
): Promise<void> {
  const texts = textsOf(writtenMemoryTexts);
  const { sheet, isNew } = await ensureOwnSheet(context, writtenSheetKey(columnsName), texts.sheetTitle);
  if (!isNew) sheet.getRange().clear();
  const lead = sheet.getRangeByIndexes(0, 0, 1 + texts.lines.length, 1);
  lead.values = [[textCell(texts.lead(block.sheetName))], ...texts.lines.map(line => [line])];
  sheet.getRangeByIndexes(0, 0, 1, 1).format.font.bold = true;
  sheet.getRangeByIndexes(0, 0, 1, 1).format.font.size = titleSize;
  const column = customerColumn(recognition);
  if (column !== undefined) {
    const letters = `$${columnLetters(block.column + column)}`;
    // As a formula, the place follows when columns are inserted and the sheet gets another name.
    sheet.getRangeByIndexes(columnRow, 0, 1, 2).formulas = [
      [texts.column, `=COLUMN(${quoteSheet(block.sheetName)}!${letters}:${letters})`],
    ];
  }
  const day = sheet.getRangeByIndexes(asOfRow, 0, 1, 2);
  day.values = [[texts.asOf, asOf]];
  formatCells(day.getCell(0, 1), dateFormat);
  day.getCell(0, 1).format.horizontalAlignment = 'Left';
  const header = sheet.getRangeByIndexes(headerRow, 0, 1, lineWidth);
  header.values = [[texts.customer, ...headers]];
  header.format.font.bold = true;
  formatCells(sheet.getRangeByIndexes(headerRow + 1, 1, Math.max(1, lines.length), 1), scoreFormat);
  sheet.getRangeByIndexes(headerRow, 1, 1, 1).format.horizontalAlignment = 'Right';
  for (const [at, width] of widths.entries()) sheet.getRangeByIndexes(0, at, 1, 1).format.columnWidth = width;
  sheet.freezePanes.freezeRows(headerRow + 1);
  await context.sync();

  const perRequest = rowsPerRequest(lineWidth);
  for (let first = 0; first < lines.length; first += perRequest) {
    const part = lines.slice(first, first + perRequest);
    const range = sheet.getRangeByIndexes(headerRow + 1 + first, 0, part.length, lineWidth);
    // The verdicts as beside the data, so that Excel makes the same of both.
    writeCells(
      range,
      'values',
      part.map(([customer, ...verdict]) => [writtenCell(customer), ...verdict]),
    );
    await context.sync();
  }
}

/**
 * Read what was remembered of columns, wherever it stands on its sheet, inside a batch of the caller; null where nothing was.
 *
 * @param columns With the sheet and the rows they stand in loaded.
 */
export async function readWritten(
  context: Excel.RequestContext,
  columnsName: string,
  columns: Excel.Range,
): Promise<WrittenMemory | null> {
  const own = await readOwnCells(context, writtenSheetKey(columnsName));
  const header = own && findOwnHeader(own.cells, writtenColumns());
  if (own === null || header === null || header.row === own.cells.length - 1) return null;
  const above = own.cells.slice(0, header.row);
  const column = factOf(above, 'column');
  const asOf = factOf(above, 'asOf');
  const isKnown = typeof column === 'number' && column >= 1;
  const { rowIndex, rowCount, worksheet } = columns;
  const customers = isKnown ? worksheet.getRangeByIndexes(rowIndex, column - 1, rowCount, 1) : null;
  customers?.load('rowCount,columnCount');
  await context.sync();
  return {
    asOf: typeof asOf === 'number' ? asOf : null,
    lines: await inSlices(linesBelow(own.cells, header)),
    customers: customers && (await readCells(context, customers)).map(([customer]) => customer),
  };
}

/** What stands beside a label above the lines, in whichever language it was written. */
function factOf(cells: readonly (readonly Cell[])[], label: 'column' | 'asOf'): Cell {
  const labels = new Set<Cell>(Object.values(writtenMemoryTexts).map(texts => texts[label]));
  const [fact] = cells.flatMap(row => row.filter((_, column) => labels.has(row[column - 1])));
  return fact;
}

function* linesBelow(
  cells: readonly (readonly Cell[])[],
  { row: headerRowFound, places }: NonNullable<ReturnType<typeof findOwnHeader<WrittenColumn>>>,
): Slices<WrittenLine[]> {
  const at = (['customer', 'score', 'tier', 'breaches'] as const).map(key => places.get(key) ?? -1);
  const lines: WrittenLine[] = [];
  for (let row = headerRowFound + 1; row < cells.length; row += 1) {
    if (row % rowsInSlice === 0) yield;
    const [customer, score, tier, breaches] = at.map(place => cells[row][place]);
    lines.push([customer, score, tier, breaches]);
  }
  return lines;
}

/** Forget what was written, inside a batch of the caller: the sheet goes; nothing happens where there is none. */
export async function forgetWritten(context: Excel.RequestContext, columnsName: string): Promise<void> {
  const own = await findOwnSheet(context, writtenSheetKey(columnsName));
  if (own !== null) deleteOwnSheets([own]);
}
