import type { Assessment } from '../risk/scoring/assessment';
import { type AddedColumns, findAddedColumns } from './addedColumns';
import { withoutSheet } from './address';
import { type ColumnDifference, columnDifferences } from './columnDifferences';
import type { ExcelOutcome, UnderstoodBlock } from './contract';
import { inSlices } from './inSlices';
import { isLookup, tieringCell } from './liveFormulas';
import { liveSheetKey } from './names';
import { findOwnSheet } from './ownSheets';
import { runExcel } from './problem';
import { columnCount, columnValues } from './writeColumns';

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
  | { readonly kind: 'values'; readonly address: string }
  | {
      readonly kind: 'live';
      readonly address: string;
      readonly liveSheet: LiveSheetName;
      readonly check: LiveCheck;
    };

/** The sheet that live columns look up in. */
export interface LiveSheetName {
  /** Among the sheets of ours. */
  readonly key: string;
  readonly name: string;
}

const rowsPerRead = 20_000;
const mostNamed = 5;
const waitMilliseconds = 100;
/** Excel calculates a large ledger in seconds; what takes longer is told. */
const mostWaits = 200;

/** While a custom function calculates its cell shows one of these. */
const unfinished: ReadonlySet<unknown> = new Set(['#BUSY!', '#GETTING_DATA', '#CALC!']);
const isError = (value: unknown): value is string =>
  typeof value === 'string' && /^#[A-Z_/0]+[!?]?$/.test(value);

/**
 * Hold live columns against the pane, inside a batch of the caller: what they show once Excel has calculated them.
 *
 * @param cells The columns below their header.
 */
export async function checkLiveCells(
  context: Excel.RequestContext,
  live: Excel.Worksheet,
  cells: Excel.Range,
  { block, recognition }: UnderstoodBlock,
  assessment: Assessment,
): Promise<LiveCheck> {
  const anchor = live.getRangeByIndexes(tieringCell.row, tieringCell.column, 1, 1);
  cells.load('rowIndex,columnIndex,rowCount');
  const shows = await calculated(context, anchor);
  if (isError(shows)) return { kind: 'failed', shows };

  const noHeaders = { score: '', tier: '', breaches: '' };
  const wanted: (string | number)[][][] = [];
  for (const language of ['en', 'zh'] as const) {
    const values = await inSlices(columnValues(block, recognition, assessment, noHeaders, language));
    wanted.push(values.slice(1));
  }
  let count = 0;
  const first: ColumnDifference[] = [];
  for (let row = 0; row < wanted[0].length; row += rowsPerRead) {
    const rowCount = Math.min(rowsPerRead, wanted[0].length - row);
    const part = cells.getCell(row, 0).getResizedRange(rowCount - 1, columnCount - 1);
    part.load('values');
    await context.sync();
    const found = columnDifferences(
      part.values,
      wanted.map(values => values.slice(row, row + rowCount)),
      cells.rowIndex + row,
      cells.columnIndex,
    );
    count += found.length;
    first.push(...found.slice(0, mostNamed - first.length));
  }
  return count === 0 ? { kind: 'equal', rowCount: wanted[0].length } : { kind: 'different', count, first };
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
    const [columns] = await findAddedColumns(context, answered.block.sheetId);
    if (!columns) return { kind: 'none' };
    const address = withoutSheet(columns.address);
    const own = await findOwnSheet(context, liveSheetKey(columns.name.name));
    if (own === null || !(await holdsLookups(context, columns))) return { kind: 'values', address };
    const cells = columns.range.getOffsetRange(1, 0).getResizedRange(-1, 0);
    const check = await checkLiveCells(context, own.sheet, cells, answered, assessment);
    return { kind: 'live', address, liveSheet: { key: own.key, name: own.sheetName }, check };
  });
}

async function holdsLookups(context: Excel.RequestContext, { range }: AddedColumns): Promise<boolean> {
  const first = range.getCell(1, 0);
  first.load('formulas');
  await context.sync();
  return isLookup(first.formulas[0][0]);
}
