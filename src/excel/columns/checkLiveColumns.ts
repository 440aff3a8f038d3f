import { languages } from '../../i18n/language';
import { isBlankCell } from '../../risk/ledger/cell';
import type { Assessment } from '../../risk/scoring/assessment';
import { areaAddress, withoutSheet } from '../address';
import type { CellPlace } from '../cellSpans';
import type { ExcelOutcome, TypedOver, UnderstoodBlock } from '../contract';
import { inSlices } from '../inSlices';
import { letGo } from '../letGo';
import { liveRangeNames, liveSheetKey } from '../names';
import { findOwnSheet } from '../ownSheets';
import { partOf } from '../partOf';
import { runExcel } from '../problem';
import { type AddedColumns, findFilledColumns, readStanding } from './addedColumns';
import { type ColumnDifference, columnDifferences } from './columnDifferences';
import { isLookup, tieringCell } from './liveFormulas';
import { columnCount, rowValues } from './writeColumns';

/** What live columns show, held against the pane. */
export type LiveCheck =
  | { readonly kind: 'equal'; readonly rowCount: number }
  /** Some cells show something else than the pane. */
  | { readonly kind: 'different'; readonly count: number; readonly first: readonly ColumnDifference[] }
  /** The formula shows an error, or no answer yet. */
  | { readonly kind: 'failed'; readonly shows: string };

/** What stands beside the data. */
export type StandingColumns =
  | { readonly kind: 'none' }
  | (StandingPlace & {
      readonly kind: 'values';
      /** The day they are as of, as a serial of the workbook's date system; null where nobody remembers. */
      readonly asOf: number | null;
    })
  | (StandingPlace & {
      readonly kind: 'live';
      readonly liveSheet: LiveSheetName;
      readonly check: LiveCheck;
      /** Rows that were added below what the formula reads: it does not count them. */
      readonly uncountedRows: number;
    });

interface StandingPlace {
  readonly address: string;
  /** Cells that the user typed over ours; of live columns those that show something else than the pane. */
  readonly typedOver: TypedOver;
  /** Rows that were added below the columns: nothing stands beside them. */
  readonly rowsBelow: number;
}

/** The sheet that live columns look up in. */
export interface LiveSheetName {
  /** Among the sheets of ours. */
  readonly key: string;
  readonly name: string;
}

const rowsPerRead = 20_000;
const mostNamed = 5;
/** Each by its own formula; more than so many differ for another reason than that somebody typed. */
const mostLookedAt = 500;
const rowsLookedAt = 200;
const waitMilliseconds = 100;
/** Excel calculates a large ledger in seconds; what takes longer is told. */
const mostWaits = 200;

/** While a custom function calculates its cell shows one of these. */
const unfinished: ReadonlySet<unknown> = new Set(['#BUSY!', '#GETTING_DATA', '#CALC!']);
const isError = (value: unknown): value is string =>
  typeof value === 'string' && /^#[A-Z_/0]+[!?]?$/.test(value);

/** What a check of live columns came to. */
interface Checked {
  readonly check: LiveCheck;
  /** Cells that show what the user typed, and not what the pane says. */
  readonly typedOver: readonly CellPlace[];
}

/**
 * Hold live columns against the pane, inside a batch of the caller: what they show once Excel has calculated them. What the user typed over them is no
 * difference, nor are rows that were added below.
 *
 * @param cells The columns below their header.
 */
export async function checkLiveCells(
  context: Excel.RequestContext,
  live: Excel.Worksheet,
  cells: Excel.Range,
  { block, recognition }: UnderstoodBlock,
  assessment: Assessment,
): Promise<Checked> {
  const anchor = live.getRangeByIndexes(tieringCell.row, tieringCell.column, 1, 1);
  cells.load('rowIndex,columnIndex,rowCount');
  const shows = await calculated(context, anchor);
  if (isError(shows)) return { check: { kind: 'failed', shows }, typedOver: [] };

  // A formula speaks the language in which Excel calculated it last.
  const wanted = await inSlices(rowValues(block, recognition, assessment, languages));
  const found: ColumnDifference[] = [];
  for (let row = 0; row < wanted[0].length; row += rowsPerRead) {
    const rowCount = Math.min(rowsPerRead, wanted[0].length - row);
    const part = partOf(cells, row, rowCount, columnCount);
    part.load('values');
    await context.sync();
    const pane = wanted.map(values => values.slice(row, row + rowCount));
    const shown = part.values.map((values, at) => {
      const isUnwritten = row + at >= cells.rowCount && values.every(isBlankCell);
      return isUnwritten ? pane[0][at] : values;
    });
    const differing = columnDifferences(shown, pane, cells.rowIndex + row, cells.columnIndex);
    for (const difference of differing) found.push(difference);
    letGo(part);
  }
  const typedOver = await typedByUser(context, cells, found.slice(0, mostLookedAt));
  const isTyped = new Set(typedOver.map(({ row, column }) => areaAddress(row, column, 1, 1)));
  const different = found.filter(({ address }) => !isTyped.has(address));
  if (different.length === 0) return { check: { kind: 'equal', rowCount: wanted[0].length }, typedOver };
  const check = {
    kind: 'different',
    count: different.length,
    first: different.slice(0, mostNamed),
  } as const;
  return { check, typedOver };
}

/** Which of some cells hold something else than our formula. */
async function typedByUser(
  context: Excel.RequestContext,
  { worksheet }: Excel.Range,
  differences: readonly ColumnDifference[],
): Promise<CellPlace[]> {
  if (differences.length === 0) return [];
  const cells = differences.map(({ address }) =>
    worksheet.getRange(address).load('formulas,rowIndex,columnIndex'),
  );
  await context.sync();
  return cells
    .filter(({ formulas: [[formula]] }) => !isBlankCell(formula) && !isLookup(formula))
    .map(({ rowIndex, columnIndex }) => ({ row: rowIndex, column: columnIndex }));
}

async function calculated(context: Excel.RequestContext, anchor: Excel.Range): Promise<unknown> {
  for (let wait = 0; ; wait += 1) {
    anchor.load('values');
    await context.sync();
    const [[shows]] = anchor.values;
    if (!unfinished.has(shows) || wait === mostWaits) return shows;
    await new Promise(resolve => setTimeout(resolve, waitMilliseconds));
  }
}

/** Tell what stands beside the data of an answer: nothing, values, or live formulas and whether they show what the pane says. */
export function findStandingColumns(
  answered: UnderstoodBlock,
  assessment: Assessment,
): Promise<ExcelOutcome<StandingColumns>> {
  return runExcel(async context => {
    const { block } = answered;
    const [columns] = await findFilledColumns(context, block.sheetId);
    if (!columns) return { kind: 'none' };
    const { range, name } = columns;
    range.load('rowIndex,rowCount');
    await context.sync();
    const rowsAfter = (end: number) => Math.max(0, block.row + block.cells.length - end);
    const place = {
      address: withoutSheet(columns.address),
      rowsBelow: rowsAfter(range.rowIndex + range.rowCount),
    };
    const typed = (cells: readonly CellPlace[]): TypedOver => ({
      sheetId: block.sheetId,
      sheetName: block.sheetName,
      cells,
    });
    const own = await findOwnSheet(context, liveSheetKey(name.name));
    if (own === null || !(await holdsLookups(context, columns))) {
      const { typedOver, asOf } = await readStanding(context, columns);
      return { kind: 'values', ...place, typedOver: typed(typedOver), asOf };
    }
    const cells = range.getOffsetRange(1, 0).getResizedRange(-1, 0);
    const { check, typedOver } = await checkLiveCells(context, own.sheet, cells, answered, assessment);
    const end = await endOfData(context, name.name);
    return {
      kind: 'live',
      ...place,
      typedOver: typed(typedOver),
      liveSheet: { key: own.key, name: own.sheetName },
      check,
      uncountedRows: end === null ? 0 : rowsAfter(end),
    };
  });
}

/** The row after the last one that the formula reads; null where its name refers to no cells. */
async function endOfData(context: Excel.RequestContext, columnsName: string): Promise<number | null> {
  const name = context.workbook.names.getItemOrNullObject(liveRangeNames(columnsName).data);
  const range = name.getRangeOrNullObject();
  range.load('rowIndex,rowCount');
  await context.sync();
  return range.isNullObject ? null : range.rowIndex + range.rowCount;
}

/** The user may have typed over the first of them. */
async function holdsLookups(context: Excel.RequestContext, { range }: AddedColumns): Promise<boolean> {
  const first = partOf(range, 1, Math.min(rowsLookedAt, range.rowCount - 1), columnCount);
  first.load('formulas');
  await context.sync();
  return first.formulas.some(row => row.some(isLookup));
}
