import type { Slices } from '../../risk/slices';
import { areaAddress, quoteSheet, withoutSheet } from '../address';
import type { ExcelOutcome } from '../contract';
import { inSlices } from '../inSlices';
import { frozenPrefix } from '../names';
import { deleteOwnSheets, ensureOwnSheet, findOwnSheet, type OwnSheet } from '../ownSheets';
import { runExcel } from '../problem';
import { rowsPerRequest } from '../requestSize';
import { putOnA4 } from '../sheets/paper';
import { writtenCell, writtenCells } from '../writtenCell';
import { freeNames } from './freeNames';
import { findTiercelFormulasIn, formulaAddress, type TiercelFormula } from './tiercelFormulas';

/** The sheet that keeps frozen formulas, where everybody can read them. */
const frozenSheetKey = 'Frozen';
const frozenTable = 'TiercelFrozen';

/** Titles in the language of whoever freezes. */
export interface FrozenWords {
  readonly sheetTitle: string;
  readonly lead: string;
  readonly headers: readonly [mark: string, sheet: string, cells: string, formula: string, check: string];
}

/** A frozen formula as its table keeps it. */
export interface FrozenFormula {
  readonly mark: string;
  readonly sheetName: string;
  readonly address: string;
  readonly formula: string;
  readonly check: string;
}

export interface FreezeResult {
  readonly frozen: number;
  /** Formulas that stay as they are: they show an error or are not calculated, and an error is no value to keep. */
  readonly skipped: readonly (TiercelFormula & { readonly address: string })[];
}

/** Why a frozen formula was not brought back. */
export type ThawObstacle = 'gone' | 'moved' | 'changed';

export interface ThawResult {
  readonly thawed: number;
  /** Left frozen, their formulas still in the table. */
  readonly kept: readonly (FrozenFormula & { readonly obstacle: ThawObstacle })[];
}

/** Formulas handled in one request: each carries its values. */
const formulasPerRequest = 100;
const tableRow = 2;

/**
 * A short check of the values that were frozen, to notice that somebody wrote over them: the FNV-1a hash of their JSON, in slices.
 *
 * @example finishSlices(checkOf([[1, 'a']])) === finishSlices(checkOf([[1, 'a']])) //=> true
 */
export function* checkOf(values: readonly (readonly unknown[])[]): Slices<string> {
  let hash = hashOn(0x811c9dc5, '[');
  for (const [index, row] of values.entries()) {
    if (index % rowsInSlice === rowsInSlice - 1) yield;
    hash = hashOn(hash, `${index === 0 ? '' : ','}${JSON.stringify(row)}`);
  }
  return (hashOn(hash, ']') >>> 0).toString(16).padStart(8, '0');
}

const rowsInSlice = 1024;

function hashOn(begun: number, text: string): number {
  let hash = begun;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return hash;
}

interface Answer extends RangeCells {
  readonly formula: TiercelFormula;
  readonly range: Excel.Range;
}

interface RangeCells {
  readonly values: unknown[][];
  readonly types: Excel.RangeValueType[][];
}

/** Values and their types. */
const factsRead = 2;

/** Read ranges whose sizes are loaded: small ones together, large ones in parts. */
async function readRanges(
  context: Excel.RequestContext,
  ranges: readonly Excel.Range[],
): Promise<RangeCells[]> {
  const answers = ranges.map((): RangeCells => ({ values: [], types: [] }));
  let asked: { part: Excel.Range; answer: RangeCells }[] = [];
  const take = async () => {
    await context.sync();
    for (const { part, answer } of asked) {
      answer.values.push(...part.values);
      answer.types.push(...part.valueTypes);
      // Else all that was read stays in memory until the batch ends.
      part.untrack();
    }
    asked = [];
  };
  for (const [index, range] of ranges.entries()) {
    const perRead = rowsPerRequest(factsRead * range.columnCount);
    for (let first = 0; first < range.rowCount; first += perRead) {
      const part = partOf(range, first, Math.min(perRead, range.rowCount - first));
      part.load('values,valueTypes');
      asked.push({ part, answer: answers[index] });
      if (range.rowCount > perRead) await take();
    }
  }
  if (asked.length > 0) await take();
  return answers;
}

const partOf = (range: Excel.Range, first: number, rowCount: number): Excel.Range =>
  range.getCell(first, 0).getResizedRange(rowCount - 1, range.columnCount - 1);

/** Read what formulas show; those that show nothing but an error are not among the answers. */
async function readAnswers(
  context: Excel.RequestContext,
  formulas: readonly TiercelFormula[],
): Promise<Answer[]> {
  const ranges = formulas.map(({ sheetId, row, column, rowCount, columnCount }) => {
    const range = context.workbook.worksheets
      .getItem(sheetId)
      .getRangeByIndexes(row, column, rowCount, columnCount);
    range.load('rowCount,columnCount');
    return range;
  });
  await context.sync();
  const cells = await readRanges(context, ranges);
  return formulas
    .map((formula, index) => ({ formula, range: ranges[index], ...cells[index] }))
    .filter(({ types }) => types[0][0] !== Excel.RangeValueType.error);
}

/** Write values in place of a formula and what it filled; a long answer in parts. An error within stays one, and a text stays a text. */
async function writeAnswer(
  context: Excel.RequestContext,
  { range, values, types }: Pick<Answer, 'range' | 'values' | 'types'>,
): Promise<void> {
  const perWrite = rowsPerRequest(range.columnCount);
  const cellOf = (cell: unknown, row: number, column: number) =>
    types[row][column] === Excel.RangeValueType.error ? cell : writtenCell(cell);
  for (let first = 0; first < values.length; first += perWrite) {
    const rows = values.slice(first, first + perWrite);
    const part = partOf(range, first, rows.length);
    part.values = rows.map((cells, index) =>
      cells.map((cell, column) => cellOf(cell, first + index, column)),
    );
    if (values.length <= perWrite) continue;
    await context.sync();
    part.untrack();
  }
}

const rowOf = ({ mark, sheetName, address, formula, check }: FrozenFormula): string[] => [
  mark,
  sheetName,
  address,
  formula,
  check,
];

/** In points: a long formula goes over several lines. */
const columnWidths = [110, 130, 100, 420, 70];
const formulaColumn = 3;

/** Say what the sheet is, and let everything on it be read, on A4 too. */
function dress(sheet: Excel.Worksheet, { lead }: FrozenWords): void {
  sheet.getRangeByIndexes(0, 0, 1, 1).values = [[lead]];
  for (const [column, width] of columnWidths.entries()) {
    const { format } = sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn();
    format.columnWidth = width;
    format.verticalAlignment = 'Top';
  }
  sheet.getRangeByIndexes(0, formulaColumn, 1, 1).getEntireColumn().format.wrapText = true;
  sheet.freezePanes.freezeRows(tableRow + 1);
  const width = columnWidths.reduce((sum, each) => sum + each, 0);
  putOnA4(sheet, { orientation: 'Landscape', width, headerRow: tableRow });
}

/** Write rows below what the table holds, all as text: a formula or a number kept here must stay what it says. */
async function keepFormulas(
  context: Excel.RequestContext,
  frozen: readonly FrozenFormula[],
  words: FrozenWords,
): Promise<void> {
  const { sheet, isNew } = await ensureOwnSheet(context, frozenSheetKey, words.sheetTitle);
  const width = words.headers.length;
  const write = (row: number, rows: readonly (readonly string[])[]): void => {
    const area = sheet.getRangeByIndexes(row, 0, rows.length, width);
    area.numberFormat = rows.map(cells => cells.map(() => '@'));
    area.values = writtenCells(rows);
  };
  const rows = frozen.map(rowOf);
  if (isNew) {
    write(tableRow, [words.headers, ...rows]);
    sheet.tables.add(areaAddress(tableRow, 0, rows.length + 1, width), true).name = frozenTable;
    dress(sheet, words);
  } else {
    const table = sheet.tables.getItem(frozenTable);
    const area = table.getRange();
    area.load('rowIndex,rowCount');
    await context.sync();
    write(area.rowIndex + area.rowCount, rows);
    table.resize(areaAddress(area.rowIndex, 0, area.rowCount + rows.length, width));
  }
  await context.sync();
}

/**
 * Turn every TIERCEL formula of the workbook into its values, so that colleagues without the add-in never see #NAME?. The formulas are kept
 * in a table of a sheet of ours before anything is written over, and `thawFormulas` brings them back. A formula that shows nothing but
 * an error stays a formula.
 */
export function freezeFormulas(words: FrozenWords): Promise<ExcelOutcome<FreezeResult>> {
  return runExcel(async context => {
    const found = await findTiercelFormulasIn(context);
    const mark = await freeNames(context, frozenPrefix);
    const skipped = new Set(found);
    for (let first = 0; first < found.length; first += formulasPerRequest) {
      const answers = await readAnswers(context, found.slice(first, first + formulasPerRequest));
      const frozen: FrozenFormula[] = [];
      for (const { formula, values } of answers) {
        frozen.push({
          mark: mark(),
          sheetName: formula.sheetName,
          address: formulaAddress(formula),
          formula: formula.formula,
          check: await inSlices(checkOf(values)),
        });
      }
      if (frozen.length === 0) continue;
      for (const { mark: name, sheetName, address } of frozen) {
        const absolute = address.replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2');
        context.workbook.names.add(name, `=${quoteSheet(sheetName)}!${absolute}`);
      }
      await keepFormulas(context, frozen, words);
      for (const answer of answers) {
        await writeAnswer(context, answer);
        skipped.delete(answer.formula);
      }
      await context.sync();
    }
    return {
      frozen: found.length - skipped.size,
      skipped: [...skipped].map(formula => ({ ...formula, address: formulaAddress(formula) })),
    };
  });
}

interface KeptTable {
  readonly own: OwnSheet;
  readonly table: Excel.Table;
  readonly rows: readonly FrozenFormula[];
}

async function readTable(context: Excel.RequestContext): Promise<KeptTable | null> {
  const own = await findOwnSheet(context, frozenSheetKey);
  if (!own) return null;
  const table = own.sheet.tables.getItemOrNullObject(frozenTable);
  const body = table.getDataBodyRange();
  body.load('values');
  await context.sync();
  if (table.isNullObject) return null;
  const rows = body.values.map(([mark, sheetName, address, formula, check]) => ({
    mark: String(mark),
    sheetName: String(sheetName),
    address: String(address),
    formula: String(formula),
    check: String(check),
  }));
  return { own, table, rows };
}

/** List the formulas that are frozen now. */
export function listFrozenFormulas(): Promise<ExcelOutcome<readonly FrozenFormula[]>> {
  return runExcel(async context => (await readTable(context))?.rows ?? []);
}

/** Bring back one request's worth of formulas whose cells are where and what they were. */
async function thawSome(
  context: Excel.RequestContext,
  rows: readonly FrozenFormula[],
): Promise<Map<FrozenFormula, ThawObstacle>> {
  const marked = rows.map(row => {
    const name = context.workbook.names.getItemOrNullObject(row.mark);
    const range = name.getRangeOrNullObject();
    range.load('address,rowCount,columnCount');
    return { row, name, range };
  });
  await context.sync();
  const found = marked.filter(({ name, range }) => !name.isNullObject && !range.isNullObject);
  const cells = await readRanges(
    context,
    found.map(({ range }) => range),
  );
  const valuesOf = new Map(found.map(({ row }, index) => [row, cells[index].values]));

  const obstacles = new Map<FrozenFormula, ThawObstacle>();
  for (const { row, name, range } of marked) {
    const obstacle = await obstacleOf(row, range, valuesOf.get(row));
    if (obstacle !== null) {
      obstacles.set(row, obstacle);
      continue;
    }
    range.clear(Excel.ClearApplyTo.contents);
    range.getCell(0, 0).formulas = [[row.formula]];
    name.delete();
  }
  await context.sync();
  return obstacles;
}

/** The text of a formula that was kept knows nothing of rows that were inserted since: where its cells moved, so may have what it refers to. */
async function obstacleOf(
  row: FrozenFormula,
  range: Excel.Range,
  values: RangeCells['values'] | undefined,
): Promise<ThawObstacle | null> {
  if (values === undefined) return 'gone';
  if (withoutSheet(range.address).replaceAll('$', '') !== row.address) return 'moved';
  return (await inSlices(checkOf(values))) === row.check ? null : 'changed';
}

/** Let the table hold these rows and no others. */
async function keepOnly(
  context: Excel.RequestContext,
  table: Excel.Table,
  rows: readonly FrozenFormula[],
): Promise<void> {
  const area = table.getRange();
  area.load('columnCount');
  const body = table.getDataBodyRange();
  await context.sync();
  const kept = body.getCell(0, 0).getResizedRange(rows.length - 1, area.columnCount - 1);
  body.clear(Excel.ClearApplyTo.contents);
  kept.values = writtenCells(rows.map(rowOf));
  table.resize(table.getHeaderRowRange().getResizedRange(rows.length, 0));
  await context.sync();
}

/**
 * Bring back every frozen formula exactly as it was. One whose cells are gone, moved, or were written over since is left as it is and
 * told, its formula still in the table.
 */
export function thawFormulas(): Promise<ExcelOutcome<ThawResult>> {
  return runExcel(async context => {
    const kept = await readTable(context);
    if (kept === null) return { thawed: 0, kept: [] };
    const obstacles = new Map<FrozenFormula, ThawObstacle>();
    for (let first = 0; first < kept.rows.length; first += formulasPerRequest) {
      const some = await thawSome(context, kept.rows.slice(first, first + formulasPerRequest));
      for (const [row, obstacle] of some) obstacles.set(row, obstacle);
    }
    const left = kept.rows.filter(row => obstacles.has(row));
    if (left.length > 0) await keepOnly(context, kept.table, left);
    else deleteOwnSheets([kept.own]);
    await context.sync();
    return {
      thawed: kept.rows.length - obstacles.size,
      kept: left.map(row => ({ ...row, obstacle: obstacles.get(row)! })),
    };
  });
}
