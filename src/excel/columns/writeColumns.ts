import type { Language } from '../../i18n/language';
import type { Recognition } from '../../risk/ledger/ledger';
import type { Assessment } from '../../risk/scoring/assessment';
import {
  customerOfRowsInSlices,
  nobodysRow,
  type Verdicts,
  verdictsInSlices,
} from '../../risk/scoring/verdicts';
import type { Slices } from '../../risk/slices';
import { areaAddress } from '../address';
import type { CellPlace } from '../cellSpans';
import type { ExcelOutcome, SheetBlock, TypedOver } from '../contract';
import { inSlices } from '../inSlices';
import { letGo } from '../letGo';
import { addedColumnsPrefix, liveSheetKey, writtenSheetKey } from '../names';
import { runAsOneStep } from '../oneStep';
import { partOf } from '../partOf';
import { ExcelRefusal } from '../problem';
import { rowsPerRequest } from '../requestSize';
import { freeNames } from '../share/freeNames';
import { requireOwnWritable, requireWritable } from '../writable';
import { writeCells } from '../writeCells';
import {
  type AddedColumns,
  findAddedColumns,
  readStanding,
  removeAddedColumns,
  removeCompanions,
  type StandingCells,
} from './addedColumns';
import { rememberWritten, writtenLines } from './writtenMemory';

export interface ColumnHeaders {
  readonly score: string;
  readonly tier: string;
  readonly breaches: string;
}

export const columnCount = 3;
const rowsPerWrite = rowsPerRequest(columnCount);

const rowsInSlice = 16_384;

/** Rows of a customer are the same array: nobody may write into one. */
type ColumnValues = (readonly (string | number)[])[];

/** What the columns say, header first, and row by row as the block below it. */
function* columnValues(
  block: SheetBlock,
  recognition: Recognition,
  assessment: Assessment,
  { score, tier, breaches }: ColumnHeaders,
  language: Language,
): Slices<ColumnValues> {
  const [rows] = yield* rowValues(block, recognition, assessment, [language]);
  return [[score, tier, breaches], ...rows];
}

/** What the columns say below their header, in each of some languages. */
export function* rowValues(
  block: SheetBlock,
  recognition: Recognition,
  assessment: Assessment,
  languages: readonly Language[],
): Slices<ColumnValues[]> {
  const customerOf = yield* customerOfRowsInSlices(assessment.table, block.cells.length);
  const ofRows = customerOf.subarray(recognition.headerRow + 1);
  const said: ColumnValues[] = [];
  for (const language of languages) {
    said.push(yield* rowsOfVerdicts(ofRows, yield* verdictsInSlices(assessment, language)));
  }
  return said;
}

/** One row of a customer serves all its rows: one each would be hundreds of thousands to tidy up. */
function* rowsOfVerdicts(customerOf: Int32Array, { score, tier, breaches }: Verdicts): Slices<ColumnValues> {
  const values: ColumnValues = [];
  const ofNobody = ['', '', ''];
  const ofCustomer: ColumnValues = [];
  for (const customer of customerOf) {
    if (values.length % rowsInSlice === 0) yield;
    if (customer === nobodysRow) values.push(ofNobody);
    else {
      ofCustomer[customer] ??= [score[customer], tier[customer], breaches[customer]];
      values.push(ofCustomer[customer]);
    }
  }
  return values;
}

/**
 * Refuse where something stands in the way, before anything is taken away. What stands in the columns written before goes or stays with them: it is in
 * nobody's way.
 */
async function requireFree(
  context: Excel.RequestContext,
  target: Excel.Range,
  standing: readonly StandingCells[],
  typedOver: readonly CellPlace[],
): Promise<void> {
  target.load('rowIndex,columnIndex,rowCount');
  await context.sync();
  const known = new Set(typedOver.map(({ row, column }) => `${row} ${column}`));
  const isOurs = (row: number, column: number): boolean =>
    known.has(`${row} ${column}`) || standing.some(({ range }) => isWithin(range, row, column));
  for (const { first, last } of rowsUncovered(target, standing)) {
    const part = partOf(target, first, last - first + 1, columnCount);
    const inTheWay = await firstFilled(context, part, isOurs);
    if (inTheWay !== null) throw new ExcelRefusal('noFreeColumns', { address: inTheWay });
  }
}

const isWithin = (range: Excel.Range, row: number, column: number): boolean =>
  row >= range.rowIndex &&
  row < range.rowIndex + range.rowCount &&
  column >= range.columnIndex &&
  column < range.columnIndex + range.columnCount;

interface Rows {
  readonly first: number;
  readonly last: number;
}

/** The rows of the target that no columns written before fill from edge to edge, zero-based within it: only there something else can stand. */
function rowsUncovered(target: Excel.Range, standing: readonly StandingCells[]): readonly Rows[] {
  const covering = standing
    .map(({ range }) => range)
    .filter(range => range.columnIndex === target.columnIndex && range.columnCount >= columnCount);
  return covering.reduce<readonly Rows[]>(
    (left, { rowIndex, rowCount }) => {
      const from = rowIndex - target.rowIndex;
      return left.flatMap(({ first, last }) =>
        [
          { first, last: Math.min(last, from - 1) },
          { first: Math.max(first, from + rowCount), last },
        ].filter(rows => rows.first <= rows.last),
      );
    },
    [{ first: 0, last: target.rowCount - 1 }],
  );
}

async function firstFilled(
  context: Excel.RequestContext,
  range: Excel.Range,
  isOurs: (row: number, column: number) => boolean,
): Promise<string | null> {
  const filled = range.getUsedRangeOrNullObject(true);
  filled.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  if (filled.isNullObject) return null;
  const { rowIndex, columnIndex, rowCount: rows, columnCount: columns } = filled;
  for (let first = 0; first < rows; first += rowsPerWrite) {
    const part = partOf(filled, first, Math.min(rowsPerWrite, rows - first), columns);
    part.load('values');
    await context.sync();
    for (const [row, values] of part.values.entries()) {
      const column = values.findIndex(
        (value, at) => value !== '' && !isOurs(rowIndex + first + row, columnIndex + at),
      );
      if (column >= 0) return areaAddress(rowIndex + first + row, columnIndex + column, 1, 1);
    }
    letGo(part);
  }
  return null;
}

/** Refuse before anything is taken away where what the user typed would no longer stand in its column. */
function requireSamePlace(standing: readonly StandingCells[], left: number): void {
  const moved = standing.find(({ range, typedOver }) => typedOver.length > 0 && range.columnIndex !== left);
  if (moved === undefined) return;
  const [{ row, column }] = moved.typedOver;
  throw new ExcelRefusal('columnsEdited', { address: areaAddress(row, column, 1, 1) });
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
  /** No columns stood there before. */
  readonly isNew: boolean;
  /** What the user typed over columns written before: it stays. */
  readonly typedOver: TypedOver;
}

/**
 * What a batch found when it ran first. Where Excel refuses to group it, it runs once more, when some of the columns written before are gone, and
 * with them what tells ours from the user's: so it then goes by what it found.
 */
export interface BegunColumns {
  found?: Pick<ColumnPlace, 'name' | 'left' | 'isNew'> & { readonly typedOver: readonly CellPlace[] };
}

/**
 * Find and mark the three free columns right of the data, inside a batch of the caller, who made sure that their sheet can be written on; columns written before are taken away, but for the cells that
 * the user typed over. They keep their name, by which the sheet is found again that comes with them.
 *
 * @param form What follows: live formulas or values.
 * @param begun The same at each run of a batch.
 */
export async function placeColumns(
  context: Excel.RequestContext,
  block: SheetBlock,
  recognition: Recognition,
  form: 'live' | 'values',
  begun: BegunColumns,
): Promise<ColumnPlace> {
  if (block.row + recognition.headerRow < 0) throw new ExcelRefusal('noHeaderRow');
  const { sheetId, sheetName } = block;
  const standing = await standingColumns(context, sheetId, begun.found?.typedOver);
  begun.found ??= await findPlace(context, block, standing);
  const { name, left, isNew, typedOver } = begun.found;
  requireSamePlace(standing, left);
  await requireCompanionsWritable(context, name, standing, form);

  const sheet = context.workbook.worksheets.getItem(sheetId);
  const top = block.row + recognition.headerRow;
  const rowCount = block.cells.length - recognition.headerRow;
  const range = sheet.getRangeByIndexes(top, left, rowCount, columnCount);
  await requireFree(context, range, standing, typedOver);
  await takeAway(context, name, standing, form);
  // Before the first cell: should Excel or the pane end in between, Clear still knows what is ours.
  context.workbook.names.add(name, range);
  const address = areaAddress(top, left, rowCount, columnCount);
  return {
    name,
    sheet,
    top,
    left,
    rowCount,
    address,
    isNew,
    typedOver: { sheetId, sheetName, cells: typedOver },
  };
}

/** The sheet that will come with the columns, and those that go with the ones written before. */
async function requireCompanionsWritable(
  context: Excel.RequestContext,
  name: string,
  standing: readonly StandingCells[],
  form: 'live' | 'values',
): Promise<void> {
  const [coming, going] =
    form === 'live'
      ? [liveSheetKey(name), writtenSheetKey(name)]
      : [writtenSheetKey(name), liveSheetKey(name)];
  const others = standing.map(({ columns }) => columns.name.name).filter(other => other !== name);
  const withOthers = others.flatMap(other => [liveSheetKey(other), writtenSheetKey(other)]);
  await requireOwnWritable(context, [coming], [going, ...withOthers]);
}

/** The columns written before, with what the user typed over them: as it is known from an earlier run, else as their cells say. */
async function standingColumns(
  context: Excel.RequestContext,
  sheetId: string,
  knownTypedOver: readonly CellPlace[] | undefined,
): Promise<readonly StandingCells[]> {
  const standing: StandingCells[] = [];
  for (const columns of await findAddedColumns(context, sheetId)) {
    const cells = await readStanding(context, columns);
    standing.push({ ...cells, typedOver: knownTypedOver ?? cells.typedOver });
  }
  return standing;
}

async function findPlace(
  context: Excel.RequestContext,
  block: SheetBlock,
  standing: readonly StandingCells[],
): Promise<NonNullable<BegunColumns['found']>> {
  const written = standing.map(({ columns }) => columns);
  return {
    name: written[0]?.name.name ?? (await freeNames(context, addedColumnsPrefix))(),
    left: block.column + widthWithoutOurs(block, written),
    isNew: written.length === 0,
    typedOver: standing.flatMap(({ typedOver }) => typedOver),
  };
}

/** What follows takes over the sheet that comes with the first of the columns; those of the others go. */
async function takeAway(
  context: Excel.RequestContext,
  name: string,
  standing: readonly StandingCells[],
  form: 'live' | 'values',
): Promise<void> {
  for (const [index, columns] of standing.entries())
    await removeAddedColumns(context, columns, index === 0 ? form : null);
  // Of a run that was cut off the columns may be gone, and not yet what comes with them.
  await removeCompanions(context, name, form);
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

/** What was written beside the data. */
export interface WrittenColumns {
  /** Of the columns, header included, without the sheet. */
  readonly address: string;
  /** None stood there before. */
  readonly isNew: boolean;
  /** Cells that stayed as the user typed them. */
  readonly typedOver: TypedOver;
}

/**
 * Write Score, Tier and Breaches as values into the three free columns right of the data; columns written before are replaced, and what was written
 * is remembered on a sheet of ours. Where the data is a table it is widened over them. Cells with content are never written over: what the user
 * typed over columns written before stays, and the problem `noFreeColumns` names the first cell that stands in the way. One step to undo where
 * Excel can group them.
 */
export function writeColumns(
  read: SheetBlock,
  recognition: Recognition,
  assessment: Assessment,
  headers: ColumnHeaders,
  language: Language,
): Promise<ExcelOutcome<WrittenColumns>> {
  const begun: BegunColumns = {};
  return runAsOneStep(async context => {
    const block = await requireWritable(context, read);
    const place = await placeColumns(context, block, recognition, 'values', begun);
    const values = await inSlices(columnValues(block, recognition, assessment, headers, language));
    const lines = await inSlices(writtenLines(block, recognition, assessment, values));
    // Before the columns: of a memory that was cut off nothing may be taken for the user's.
    await rememberWritten(context, place.name, { block, recognition }, lines, values[0], assessment.asOf);
    const { cells } = place.typedOver;
    for (let first = 0; first < values.length; first += rowsPerWrite) {
      const rows = values.slice(first, first + rowsPerWrite);
      const range = place.sheet.getRangeByIndexes(place.top + first, place.left, rows.length, columnCount);
      writeCells(range, 'values', withoutTypedOver(rows, place.top + first, place.left, cells));
      await context.sync();
    }
    await finishColumns(context, block, place);
    return { address: place.address, isNew: place.isNew, typedOver: place.typedOver };
  });
}

/** Rows to write in which a null leaves a cell as the user typed it. */
export function withoutTypedOver(
  rows: readonly (readonly (string | number)[])[],
  top: number,
  left: number,
  typedOver: readonly CellPlace[],
): (string | number | null)[][] {
  const kept: (readonly (string | number | null)[])[] = [...rows];
  for (const { row, column } of typedOver) {
    const at = row - top;
    if (at >= 0 && at < rows.length)
      kept[at] = kept[at].map((value, place) => (place === column - left ? null : value));
  }
  // Excel only reads what is assigned to values, though its types ask for arrays to write into.
  return kept as (string | number | null)[][];
}

/** How many columns of the block are the user's: a block read after an earlier write ends with ours. */
export function widthWithoutOurs(block: SheetBlock, written: readonly AddedColumns[]): number {
  const blockWidth = block.cells[0].length;
  if (written.length === 0) return blockWidth;
  const firstOfOurs = Math.min(...written.map(columns => columns.range.columnIndex - block.column));
  return firstOfOurs > 0 ? Math.min(blockWidth, firstOfOurs) : blockWidth;
}
