import { areaAddress, withoutSheet } from '../address';
import type { ExcelOutcome } from '../contract';
import { letGo } from '../letGo';
import { isLiveSheetKey } from '../names';
import { findOwnSheets } from '../ownSheets';
import { isRefusedChange, runExcel } from '../problem';
import { rowsPerRequest } from '../requestSize';
import { joinArrayBlocks } from './arrayBlocks';
import {
  chooseWithReaders,
  type NamedFormula,
  namesUsed,
  readsSpills,
  withoutTextsAndSheets,
} from './spillReferences';

/** A cell whose formula calls a function of Tiercel or needs what such a formula spills, and the cells its answer fills. */
export interface TiercelFormula {
  readonly sheetId: string;
  readonly sheetName: string;
  /** Zero-based. */
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly formula: string;
  /** The formula as it should read where a file saved without the add-in spoiled it; the same text where it did not. */
  readonly repaired: string;
  /** It shows #NAME?, as after the file was saved by somebody without the add-in. */
  readonly isBroken: boolean;
}

/** Questions about single cells that go into one request. */
const cellsPerRequest = 500;

const functionOfTiercel = /TIERCEL\.|_xldudf_TIERCEL_/i;

/** Whether a formula calls a function of ours; names such as `Tiercel_AsOf`, sheets and texts may be called like one. */
export const callsTiercel = (formula: string): boolean =>
  functionOfTiercel.test(formula) && functionOfTiercel.test(withoutTextsAndSheets(formula));

/**
 * Undo what Excel does to the names of functions it does not know: `_xldudf_TIERCEL_DSO(…)`, `_xlfn.TIERCEL.DSO(…)`, or the path of
 * somebody's add-in in front.
 *
 * @example repairedFormula('=_xldudf_TIERCEL_DSO(A1,B1)') //=> '=TIERCEL.DSO(A1,B1)'
 */
export const repairedFormula = (formula: string): string =>
  formula
    .replace(/_xldudf_TIERCEL_/gi, 'TIERCEL.')
    .replace(/_xlfn\.(_xlws\.)?(?=TIERCEL\.)/gi, '')
    .replace(/('[^']*\.xla[m]?'|[\w.]+\.xla[m]?)!(?=TIERCEL\.)/gi, '');

interface SheetToSearch {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
}

async function sheetsToSearch(context: Excel.RequestContext): Promise<SheetToSearch[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name');
  await context.sync();
  const own = new Set(
    (await findOwnSheets(context))
      .filter(({ key }) => !isLiveSheetKey(key))
      .map(({ sheetName }) => sheetName),
  );
  const sheets = worksheets.items
    .filter(sheet => !own.has(sheet.name))
    .map(sheet => {
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load('rowIndex,columnIndex,rowCount,columnCount');
      return { sheet, used };
    });
  await context.sync();
  return sheets.filter(({ used }) => !used.isNullObject);
}

interface FoundCell {
  readonly sheet: Excel.Worksheet;
  readonly sheetName: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** The names of the workbook and of its sheets that stand for formulas of ours or for what formulas spill, or for other such names. */
export async function namesToFollow(context: Excel.RequestContext): Promise<NamedFormula[]> {
  const { names, worksheets } = context.workbook;
  names.load('items/name,items/formula');
  worksheets.load('items/names/items/name,items/names/items/formula');
  await context.sync();
  const all = [names, ...worksheets.items.map(sheet => sheet.names)]
    .flatMap(({ items }) => items)
    .map(({ name, formula }) => ({ name, formula: String(formula) }));
  let followed = all.filter(({ formula }) => callsTiercel(formula) || readsSpills(formula));
  for (;;) {
    const known = new Set(followed.map(({ name }) => name.toLowerCase()));
    const more = all.filter(each => !followed.includes(each) && namesUsed(each.formula, known).length > 0);
    if (more.length === 0) return followed;
    followed = [...followed, ...more];
  }
}

async function cellsOf(
  context: Excel.RequestContext,
  { sheet, used }: SheetToSearch,
  names: ReadonlySet<string>,
): Promise<FoundCell[]> {
  const mayNeedTiercel = (formula: string): boolean =>
    callsTiercel(formula) || readsSpills(formula) || namesUsed(formula, names).length > 0;
  const cells: FoundCell[] = [];
  const perRead = rowsPerRequest(used.columnCount);
  for (let first = 0; first < used.rowCount; first += perRead) {
    const rowCount = Math.min(perRead, used.rowCount - first);
    const part = sheet.getRangeByIndexes(used.rowIndex + first, used.columnIndex, rowCount, used.columnCount);
    part.load('formulas');
    await context.sync();
    part.formulas.forEach((formulas, row) => {
      formulas.forEach((formula, column) => {
        if (typeof formula !== 'string' || !formula.startsWith('=') || !mayNeedTiercel(formula)) return;
        cells.push({
          sheet,
          sheetName: sheet.name,
          row: used.rowIndex + first + row,
          column: used.columnIndex + column,
          formula,
        });
      });
    });
    // Else all that was read stays in memory until the batch ends.
    letGo(part);
  }
  return cells;
}

/** What each formula fills; a cell that another one's answer flows into has no formula of its own. */
async function withSpills(
  context: Excel.RequestContext,
  cells: readonly FoundCell[],
): Promise<TiercelFormula[]> {
  const formulas: TiercelFormula[] = [];
  for (let first = 0; first < cells.length; first += cellsPerRequest) {
    const asked = cells.slice(first, first + cellsPerRequest).map(cell => {
      const range = cell.sheet.getCell(cell.row, cell.column);
      const spill = range.getSpillingToRangeOrNullObject();
      const parent = range.getSpillParentOrNullObject();
      range.load('values');
      spill.load('rowCount,columnCount');
      parent.load('rowIndex,columnIndex');
      return { cell, range, spill, parent };
    });
    await context.sync();
    for (const { cell, range, spill, parent } of asked) {
      const isFilledByAnother =
        !parent.isNullObject && (parent.rowIndex !== cell.row || parent.columnIndex !== cell.column);
      if (isFilledByAnother) continue;
      const { sheet, row, column, formula } = cell;
      const size = spill.isNullObject ? { rowCount: 1, columnCount: 1 } : spill;
      formulas.push({
        sheetId: sheet.id,
        sheetName: sheet.name,
        row,
        column,
        rowCount: size.rowCount,
        columnCount: size.columnCount,
        formula,
        repaired: repairedFormula(formula),
        isBroken: range.values[0][0] === '#NAME?',
      });
    }
  }
  return formulas;
}

/**
 * Find every formula of the workbook that calls Tiercel or needs what such a formula spills, inside a batch of the caller: who needs it comes first. Of the
 * sheets that Tiercel added only those of live columns hold one.
 */
export async function findTiercelFormulasIn(context: Excel.RequestContext): Promise<TiercelFormula[]> {
  const names = await namesToFollow(context);
  const known = new Set(names.map(({ name }) => name.toLowerCase()));
  const cells: FoundCell[] = [];
  for (const sheet of await sheetsToSearch(context))
    for (const cell of await cellsOf(context, sheet, known)) cells.push(cell);
  return withSpills(context, chooseWithReaders(cells, names, callsTiercel));
}

/** Find every formula of the workbook that calls Tiercel. */
export const findTiercelFormulas = (): Promise<ExcelOutcome<TiercelFormula[]>> =>
  runExcel(findTiercelFormulasIn);

/** Where a formula and its answer stand, without the sheet. */
export const formulaAddress = ({ row, column, rowCount, columnCount }: TiercelFormula): string =>
  withoutSheet(areaAddress(row, column, rowCount, columnCount));

/**
 * Enter again the formulas that show #NAME?, as they do after the file was saved without the add-in; Excel knows the functions by now. One that such a
 * program spread over its cells as an array formula is entered in the first of them, and spills as it did before.
 *
 * @returns How many were entered again.
 */
export function reenterBrokenFormulas(): Promise<ExcelOutcome<number>> {
  return runExcel(async context => {
    const broken = (await findTiercelFormulasIn(context)).filter(({ isBroken }) => isBroken);
    const refused: TiercelFormula[] = [];
    for (let first = 0; first < broken.length; first += cellsPerRequest) {
      const some = broken.slice(first, first + cellsPerRequest);
      refused.push(...(await reenter(context, some)));
    }
    const arrays = joinArrayBlocks(refused);
    for (const { first, rowCount, columnCount } of arrays) {
      const { sheetId, row, column, repaired } = first;
      const sheet = context.workbook.worksheets.getItem(sheetId);
      sheet.getRangeByIndexes(row, column, rowCount, columnCount).clear(Excel.ClearApplyTo.contents);
      sheet.getCell(row, column).formulas = [[repaired]];
      await context.sync();
    }
    return broken.length - refused.length + arrays.length;
  });
}

/** Enter formulas in their cells; gives those whose cells Excel lets nobody change alone. */
async function reenter(
  context: Excel.RequestContext,
  broken: readonly TiercelFormula[],
): Promise<TiercelFormula[]> {
  const enter = ({ sheetId, row, column, repaired }: TiercelFormula): void => {
    context.workbook.worksheets.getItem(sheetId).getCell(row, column).formulas = [[repaired]];
  };
  try {
    broken.forEach(enter);
    await context.sync();
    return [];
  } catch (error) {
    if (!isRefusedChange(error)) throw error;
  }
  const refused: TiercelFormula[] = [];
  for (const formula of broken) {
    try {
      enter(formula);
      await context.sync();
    } catch (error) {
      if (!isRefusedChange(error)) throw error;
      refused.push(formula);
    }
  }
  return refused;
}
