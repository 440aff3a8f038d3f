import { textsOf } from '../../i18n/bilingual';
import { currentLanguage } from '../../i18n/language';
import { type FrozenColumn, frozenColumns, frozenTexts } from '../../i18n/sheets/frozenFormulas';
import { isBlankCell } from '../../risk/ledger/cell';
import { findOwnHeader, ownHeaders, readOwnTable, textCell } from '../../risk/ownTable';
import type { Slices } from '../../risk/slices';
import { absoluteAddress, quoteSheet, withoutSheet } from '../address';
import type { ExcelOutcome } from '../contract';
import { findNames } from '../definedNames';
import { inSlices } from '../inSlices';
import { letGo } from '../letGo';
import { frozenPrefix, isFrozenName } from '../names';
import { deleteOwnSheets, findOwnSheet } from '../ownSheets';
import { partOf } from '../partOf';
import { isOfficeCode, isRefusedChange, runExcel } from '../problem';
import { rowsPerRequest } from '../requestSize';
import { type OwnCells, readOwnCells } from '../sheets/ownCells';
import { addRecordsIn, type RecordTable, requireRecordable } from '../sheets/records';
import { requireUnprotected } from '../writable';
import { writeCells } from '../writeCells';
import { writtenCell } from '../writtenCell';
import { joinArrayBlocks } from './arrayBlocks';
import { freeNames } from './freeNames';
import { type NamedFormula, spillKey, spillsReadByNames, withoutTexts } from './spillReferences';
import { findTiercelFormulasIn, formulaAddress, namesToFollow, type TiercelFormula } from './tiercelFormulas';

/** The sheet that keeps frozen formulas, where everybody can read them. */
const frozenSheetKey = 'Frozen';

/** A frozen formula as its table keeps it. */
export interface FrozenFormula {
  readonly mark: string;
  readonly sheetName: string;
  readonly address: string;
  readonly formula: string;
  readonly check: string;
}

/** A formula that stayed one, and the cells that show it. */
export type SkippedFormula = TiercelFormula & { readonly address: string };

export interface FreezeResult {
  readonly frozen: number;
  /** Formulas that stay as they are: they show an error or are not calculated, and an error is no value to keep. */
  readonly skipped: readonly SkippedFormula[];
  /** Formulas that were entered over several cells at once: none of these can be changed alone, and none could be brought back so. */
  readonly arrays: readonly SkippedFormula[];
}

/** Why a frozen formula was not brought back. */
export type ThawObstacle = 'gone' | 'moved' | 'changed' | 'unresolved' | 'waiting';

export interface ThawResult {
  readonly thawed: number;
  /** Left frozen, their formulas still in the table. */
  readonly kept: readonly (FrozenFormula & { readonly obstacle: ThawObstacle })[];
}

/** Formulas handled in one request: each carries its values. */
const formulasPerRequest = 100;

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
  readonly formats: unknown[][];
}

/** Values, their types and formats. */
const factsRead = 3;

/** A number or a formula that is entered in a cell of this format becomes a text; one that stands there when the cell gets the format stays what it is. */
const textFormat = '@';

/** What a formula answers as `""` counts as a filled cell (COUNTA, ISBLANK); written as `''` it would not. */
const emptyText = "'";

/** Read ranges whose sizes are loaded: small ones together, large ones in parts. */
async function readRanges(
  context: Excel.RequestContext,
  ranges: readonly Excel.Range[],
): Promise<RangeCells[]> {
  const answers = ranges.map((): RangeCells => ({ values: [], types: [], formats: [] }));
  let asked: { part: Excel.Range; answer: RangeCells }[] = [];
  const take = async () => {
    await context.sync();
    for (const { part, answer } of asked) {
      answer.values.push(...part.values);
      answer.types.push(...part.valueTypes);
      answer.formats.push(...part.numberFormat);
      // Else all that was read stays in memory until the batch ends.
      letGo(part);
    }
    asked = [];
  };
  for (const [index, range] of ranges.entries()) {
    const perRead = rowsPerRequest(factsRead * range.columnCount);
    for (let first = 0; first < range.rowCount; first += perRead) {
      const part = partOf(range, first, Math.min(perRead, range.rowCount - first), range.columnCount);
      part.load('values,valueTypes,numberFormat');
      asked.push({ part, answer: answers[index] });
      if (range.rowCount > perRead) await take();
    }
  }
  if (asked.length > 0) await take();
  return answers;
}

/** Put the text of a card in its cell's place: its value is an error, and what it shows is none. */
async function readCards(
  context: Excel.RequestContext,
  ranges: readonly Excel.Range[],
  cells: readonly RangeCells[],
): Promise<void> {
  const single = ranges.flatMap((range, index) => {
    const isError = cells[index].types[0][0] === Excel.RangeValueType.error;
    return isError && range.rowCount * range.columnCount === 1
      ? [{ range: range.load('text'), cell: cells[index] }]
      : [];
  });
  if (single.length === 0) return;
  await context.sync();
  for (const { range, cell } of single) {
    const [[text]] = range.text;
    if (text.startsWith('#')) continue;
    cell.values[0][0] = text;
    cell.types[0][0] = Excel.RangeValueType.string;
  }
}

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
  await readCards(context, ranges, cells);
  return formulas
    .map((formula, index) => ({ formula, range: ranges[index], ...cells[index] }))
    .filter(({ types }) => types.some(row => row.some(type => type !== Excel.RangeValueType.error)));
}

/** Write values in place of a formula and what it filled; a long answer in parts. An error within stays one, a text a text and a number a number. */
async function writeAnswer(
  context: Excel.RequestContext,
  { range, values, types, formats }: Pick<Answer, 'range' | keyof RangeCells>,
): Promise<void> {
  const perWrite = rowsPerRequest(range.columnCount);
  const cellOf = (cell: unknown, row: number, column: number) => {
    if (types[row][column] === Excel.RangeValueType.error) return cell;
    return cell === '' ? emptyText : writtenCell(cell);
  };
  for (let first = 0; first < values.length; first += perWrite) {
    const rows = values.slice(first, first + perWrite);
    const part = () => partOf(range, first, rows.length, range.columnCount);
    const contents = rows.map((cells, index) =>
      cells.map((cell, column) => cellOf(cell, first + index, column)),
    );
    const wouldBeText = (cell: unknown, row: number, column: number): boolean =>
      typeof cell !== 'string' && formats[first + row][column] === textFormat;
    const changesFormat = contents.some((cells, row) =>
      cells.some((cell, column) => wouldBeText(cell, row, column)),
    );
    const formatted = (format: string): (string | null)[][] =>
      contents.map((cells, row) =>
        cells.map((cell, column) => (wouldBeText(cell, row, column) ? format : null)),
      );
    if (changesFormat) part().numberFormat = formatted('General');
    writeCells(part(), 'values', contents);
    if (changesFormat) part().numberFormat = formatted(textFormat);
    if (values.length > perWrite) await context.sync();
  }
}

/** Write values in place of formulas; gives those that Excel lets nobody change alone. */
async function writeAnswers(context: Excel.RequestContext, answers: readonly Answer[]): Promise<Answer[]> {
  try {
    for (const answer of answers) await writeAnswer(context, answer);
    await context.sync();
    return [];
  } catch (error) {
    if (!isRefusedChange(error)) throw error;
  }
  const refused: Answer[] = [];
  for (const answer of answers) {
    try {
      await writeAnswer(context, answer);
      await context.sync();
    } catch (error) {
      if (!isRefusedChange(error)) throw error;
      refused.push(answer);
    }
  }
  return refused;
}

/** In points: a long formula goes over several lines. */
const columnWidths: Readonly<Record<FrozenColumn, number>> = {
  mark: 110,
  sheet: 130,
  cells: 100,
  formula: 420,
  check: 70,
};

const frozenRecords = (): RecordTable<typeof frozenSheetKey> => {
  const { sheetTitle, lead } = textsOf(frozenTexts);
  return {
    key: frozenSheetKey,
    title: sheetTitle,
    lead,
    columns: frozenColumns,
    headers: ownHeaders(frozenColumns, currentLanguage()),
    needed: Object.keys(frozenColumns),
    widths: columnWidths,
    name: 'TiercelFrozen',
  };
};

/** Write rows below what the table holds, all as text. */
async function keepFormulas(context: Excel.RequestContext, frozen: readonly FrozenFormula[]): Promise<void> {
  const cells = frozen.map(({ mark, sheetName, address, formula, check }) =>
    [mark, sheetName, address, formula, check].map(textCell),
  );
  const { sheetId } = await addRecordsIn(context, frozenRecords(), { cells });
  const sheet = context.workbook.worksheets.getItem(sheetId);
  const { format } = sheet.getUsedRange();
  format.verticalAlignment = 'Top';
  format.wrapText = true;
  await context.sync();
}

/**
 * Turn every TIERCEL formula of the workbook into its values, so that colleagues without the add-in never see #NAME?. The formulas are kept
 * in a table of a sheet of ours before anything is written over, and `thawFormulas` brings them back. A formula that shows nothing but
 * an error stays a formula.
 */
export function freezeFormulas(): Promise<ExcelOutcome<FreezeResult>> {
  return runExcel(async context => {
    const found = await findTiercelFormulasIn(context);
    if (found.length > 0) {
      await requireFreezable(context, found);
      await forgetStanding(context);
    }
    const mark = await freeNames(context, frozenPrefix);
    const skipped = new Set(found);
    const arrayCells: TiercelFormula[] = [];
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
        context.workbook.names.add(name, `=${quoteSheet(sheetName)}!${absoluteAddress(address)}`);
      }
      await keepFormulas(context, frozen);
      const refused = await writeAnswers(context, answers);
      for (const { formula } of refused) arrayCells.push(formula);
      for (const { formula } of answers) skipped.delete(formula);
    }
    if (arrayCells.length > 0) await forgetStanding(context);
    return {
      frozen: found.length - skipped.size - arrayCells.length,
      skipped: [...skipped].map(withAddress),
      arrays: joinArrayBlocks(arrayCells).map(({ first, rowCount, columnCount }) =>
        withAddress({ ...first, rowCount, columnCount }),
      ),
    };
  });
}

const withAddress = (formula: TiercelFormula): SkippedFormula => ({
  ...formula,
  address: formulaAddress(formula),
});

async function requireFreezable(
  context: Excel.RequestContext,
  found: readonly TiercelFormula[],
): Promise<void> {
  await requireRecordable(context, frozenRecords());
  const { worksheets } = context.workbook;
  const sheetIds = new Set(found.map(({ sheetId }) => sheetId));
  await requireUnprotected(
    context,
    [...sheetIds].map(id => worksheets.getItem(id)),
  );
}

/** A frozen formula and where its row is, zero-based within the cells of the sheet. */
interface KeptFormula extends FrozenFormula {
  readonly row: number;
}

interface KeptTable {
  readonly own: OwnCells;
  readonly rows: readonly KeptFormula[];
}

/** Read the formulas that are kept, wherever their table stands and whether it is one still; what users noted among them is nobody's. */
async function readTable(context: Excel.RequestContext): Promise<KeptTable | null> {
  const own = await readOwnCells(context, frozenSheetKey);
  if (own === null) return null;
  const rows = readOwnTable(own.cells, frozenColumns, 1900)
    .map(row => ({
      row: row.row,
      mark: row.text('mark'),
      sheetName: row.text('sheet'),
      address: row.text('cells'),
      formula: row.text('formula'),
      check: row.text('check'),
    }))
    .filter(({ mark, formula }) => isFrozenName(mark) && formula.startsWith('='));
  return { own, rows };
}

/** List the formulas that are frozen now. */
export function listFrozenFormulas(): Promise<ExcelOutcome<readonly FrozenFormula[]>> {
  return runExcel(async context => (await readTable(context))?.rows ?? []);
}

/**
 * Tell which kept formulas stand in their cells all the same: where Excel refused to go on half-way, freezing had not come to them, or they were
 * brought back and are in the table still.
 */
async function findStanding(
  context: Excel.RequestContext,
  rows: readonly KeptFormula[],
): Promise<ReadonlySet<KeptFormula>> {
  const standing = new Set<KeptFormula>();
  for (let first = 0; first < rows.length; first += formulasPerRequest) {
    const asked = rows.slice(first, first + formulasPerRequest).map(row => ({
      row,
      marked: context.workbook.names.getItemOrNullObject(row.mark).getRangeOrNullObject().load('address'),
      sheet: context.workbook.worksheets.getItemOrNullObject(row.sheetName).load('id'),
    }));
    await context.sync();
    const cells = asked.flatMap(({ row, marked, sheet }) => {
      const address = /^[A-Z]{1,3}[1-9]\d{0,6}/.exec(row.address)?.[0];
      if (!marked.isNullObject) return [{ row, cell: marked.getCell(0, 0).load('formulas') }];
      if (sheet.isNullObject || address === undefined) return [];
      return [{ row, cell: sheet.getRange(address).load('formulas') }];
    });
    await context.sync();
    for (const { row, cell } of cells) if (cell.formulas[0][0] === row.formula) standing.add(row);
  }
  return standing;
}

/** Take formulas that were kept and never frozen out of the table: kept twice, they would come back twice. */
async function forgetStanding(context: Excel.RequestContext): Promise<void> {
  const kept = await readTable(context);
  if (kept === null) return;
  const standing = await findStanding(context, kept.rows);
  if (standing.size > 0) await forgetRows(context, kept, [...standing], standing.size === kept.rows.length);
}

/** A kept formula with the cells it is for. */
interface Marked {
  readonly row: KeptFormula;
  readonly name: Excel.NamedItem;
  readonly range: Excel.Range;
  /** Of the first of them. */
  readonly format?: unknown;
}

/**
 * Bring back one request's worth of formulas whose cells are where and what they were.
 *
 * @param stuck Keys of the places of formulas that stay values; those found are added.
 */
async function thawSome(
  context: Excel.RequestContext,
  rows: readonly KeptFormula[],
  isResolved: (formula: string) => boolean,
  stuck: Set<string>,
  names: readonly NamedFormula[],
): Promise<Map<KeptFormula, ThawObstacle>> {
  const marked = rows.map((row): Marked => {
    const name = context.workbook.names.getItemOrNullObject(row.mark);
    const range = name.getRangeOrNullObject();
    range.load('address,rowCount,columnCount,worksheet/id');
    return { row, name, range };
  });
  await context.sync();
  const found = marked.filter(({ name, range }) => !name.isNullObject && !range.isNullObject);
  const sheetIds = new Set(found.map(({ range }) => range.worksheet.id));
  await requireUnprotected(
    context,
    [...sheetIds].map(id => context.workbook.worksheets.getItem(id)),
  );
  const cells = await readRanges(
    context,
    found.map(({ range }) => range),
  );
  const cellsOf = new Map(found.map(({ row }, index) => [row, cells[index]]));

  const obstacles = new Map<KeptFormula, ThawObstacle>();
  const free: Marked[] = [];
  for (const each of marked) {
    const { sheetName, address, formula } = each.row;
    const waits = spillsReadByNames(formula, sheetName, names).some(place => stuck.has(place));
    const obstacle =
      (await obstacleOf(each.row, each.range, cellsOf.get(each.row)?.values, isResolved)) ??
      (waits ? 'waiting' : null);
    if (obstacle !== null) stuck.add(spillKey(sheetName, address));
    if (obstacle === null) free.push({ ...each, format: cellsOf.get(each.row)?.formats[0][0] });
    else obstacles.set(each.row, obstacle);
  }
  for (const refused of await enterFormulas(context, free)) obstacles.set(refused, 'unresolved');
  return obstacles;
}

/**
 * Enter formulas in place of their values; gives those that Excel refuses to read. A formula is entered before the rest of its values goes: of one
 * that is refused nothing is lost.
 */
async function enterFormulas(
  context: Excel.RequestContext,
  marked: readonly Marked[],
): Promise<readonly KeptFormula[]> {
  for (const each of marked) queueFormula(each);
  try {
    await context.sync();
    return [];
  } catch (error) {
    if (!isOfficeCode(error, 'InvalidArgument')) throw error;
  }
  const refused: KeptFormula[] = [];
  for (const { row, format } of marked) {
    const name = context.workbook.names.getItemOrNullObject(row.mark);
    name.load('name');
    await context.sync();
    // It was entered before Excel came to the one that it refuses.
    if (name.isNullObject) continue;
    const range = name.getRange();
    range.load('rowCount,columnCount');
    await context.sync();
    queueFormula({ row, name, range, format });
    try {
      await context.sync();
    } catch (error) {
      if (!isOfficeCode(error, 'InvalidArgument')) throw error;
      refused.push(row);
    }
  }
  return refused;
}

function queueFormula({ row, name, range, format }: Marked): void {
  const { rowCount, columnCount } = range;
  const first = range.getCell(0, 0);
  if (format === textFormat) first.numberFormat = [['General']];
  first.formulas = [[row.formula]];
  if (format === textFormat) first.numberFormat = [[textFormat]];
  const { contents } = Excel.ClearApplyTo;
  // What the formula fills has to be empty.
  if (columnCount > 1)
    range
      .getCell(0, 1)
      .getResizedRange(0, columnCount - 2)
      .clear(contents);
  if (rowCount > 1)
    range
      .getCell(1, 0)
      .getResizedRange(rowCount - 2, columnCount - 1)
      .clear(contents);
  name.delete();
}

/** The text of a formula that was kept knows nothing of rows that were inserted since: where its cells moved, so may have what it refers to. */
async function obstacleOf(
  row: FrozenFormula,
  range: Excel.Range,
  values: RangeCells['values'] | undefined,
  isResolved: (formula: string) => boolean,
): Promise<ThawObstacle | null> {
  if (values === undefined) return 'gone';
  if (!isResolved(row.formula)) return 'unresolved';
  if (withoutSheet(range.address).replaceAll('$', '') !== row.address) return 'moved';
  return (await inSlices(checkOf(values))) === row.check ? null : 'changed';
}

/** Tell of a formula whether the sheets it names are all there: one that was renamed or deleted since would make an error of its value. */
async function resolver(context: Excel.RequestContext): Promise<(formula: string) => boolean> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  const names = new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
  return formula => sheetsNamedIn(formula).every(name => names.has(name.toLowerCase()));
}

/**
 * Give the names of the sheets of this workbook that a formula refers to, as they are called.
 *
 * @example sheetsNamedIn("=TIERCEL.DSO('Bob''s'!A1,June!B2)&\"a!b\"") //=> ["Bob's", 'June']
 */
export function sheetsNamedIn(formula: string): string[] {
  const references = withoutTexts(formula).matchAll(
    /'((?:[^']|'')+)'!|(?<![\]\p{L}\p{N}_.])([\p{L}\p{N}_.]+)!/gu,
  );
  return [...references]
    .map(([, quoted, plain]) => quoted?.replaceAll("''", "'") ?? plain)
    .filter(name => !name.includes('['));
}

/** Take the rows of formulas that are back out of the table; the sheet goes with the last where it can and nobody noted anything on it. */
async function forgetRows(
  context: Excel.RequestContext,
  { own }: KeptTable,
  thawed: readonly KeptFormula[],
  isLast: boolean,
): Promise<void> {
  const header = findOwnHeader(own.cells, frozenColumns);
  if (header === null) return;
  const gone = new Set(thawed.map(({ row }) => row));
  const marks = new Set(thawed.map(({ mark }) => mark));
  const left = await findNames(context, name => marks.has(name) || (isLast && isFrozenName(name)));
  for (const name of left) name.delete();
  const isNoted = own.cells.some(
    (cells, row) => row > header.row && !gone.has(row) && cells.some(cell => !isBlankCell(cell)),
  );
  const { protection } = context.workbook;
  protection.load('protected');
  await context.sync();
  if (isLast && !isNoted && !protection.protected) {
    const sheet = await findOwnSheet(context, frozenSheetKey);
    if (sheet) deleteOwnSheets([sheet]);
    await context.sync();
    return;
  }
  const columns = [...header.places.values()];
  const first = Math.min(...columns);
  const width = Math.max(...columns) - first + 1;
  const rangeOf = (row: number) => own.sheet.getRangeByIndexes(own.row + row, own.column + first, 1, width);
  // A table is never without a row.
  for (const { row } of thawed.toReversed())
    if (isLast) rangeOf(row).clear(Excel.ClearApplyTo.contents);
    else rangeOf(row).delete(Excel.DeleteShiftDirection.up);
  await context.sync();
}

/**
 * Bring back every frozen formula exactly as it was. One whose cells are gone, moved, or were written over since, or that refers to what is no longer
 * there, is left as it is and told, its formula still in the table.
 */
export function thawFormulas(): Promise<ExcelOutcome<ThawResult>> {
  return runExcel(async context => {
    const kept = await readTable(context);
    if (kept === null) return { thawed: 0, kept: [] };
    await requireUnprotected(context, [kept.own.sheet]);
    const isResolved = await resolver(context);
    const obstacles = new Map<KeptFormula, ThawObstacle>();
    const standing = await findStanding(context, kept.rows);
    // Who reads what another one spilled was kept before it, and comes back after it.
    const rows = kept.rows.filter(row => !standing.has(row)).toReversed();
    const stuck = new Set<string>();
    const names = await namesToFollow(context);
    for (let first = 0; first < rows.length; first += formulasPerRequest) {
      const some = rows.slice(first, first + formulasPerRequest);
      for (const [row, obstacle] of await thawSome(context, some, isResolved, stuck, names)) {
        obstacles.set(row, obstacle);
        stuck.add(spillKey(row.sheetName, row.address));
      }
    }
    const left = kept.rows.filter(row => obstacles.has(row));
    const thawed = kept.rows.filter(row => !obstacles.has(row));
    if (thawed.length > 0) await forgetRows(context, kept, thawed, left.length === 0);
    return {
      thawed: thawed.length,
      kept: left.map(({ row: _, ...formula }, index) => ({
        ...formula,
        obstacle: obstacles.get(left[index])!,
      })),
    };
  });
}
