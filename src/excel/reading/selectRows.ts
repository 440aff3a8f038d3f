import { isBlankCell } from '../../risk/ledger/cell';
import type { Cell } from '../../risk/ledger/ledger';
import { areaAddress, withoutSheet } from '../address';
import type { ExcelOutcome, SheetBlock, TypedOver } from '../contract';
import { ExcelRefusal, runExcel } from '../problem';

/** Excel refuses longer addresses for a selection of several areas. */
const longestAddress = 8_000;

/** The addresses we selected ourselves: reading the sheet again must not take them for the user's choice of data. */
let ownSelection = '';

export const isOwnSelection = (address: string): boolean => withoutSheet(address) === ownSelection;

/** Join rows into areas of neighbours. @example joinRows([4, 2, 3, 9]) //=> [{ first: 2, last: 4 }, { first: 9, last: 9 }] */
export function joinRows(rows: ArrayLike<number>): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const row of Array.from(rows).sort((one, other) => one - other)) {
    const run = runs.at(-1);
    if (run && row <= run.last + 1) run.last = row;
    else runs.push({ first: row, last: row });
  }
  return runs;
}

/** Neighbouring rows of a block, zero-based within it, and where they were read. */
interface RowArea {
  readonly address: string;
  readonly first: number;
  readonly last: number;
}

/** As many areas of rows as an address can name. */
function areasOfRows(block: SheetBlock, rows: ArrayLike<number>): RowArea[] {
  const columnCount = block.cells[0].length;
  const areas: RowArea[] = [];
  let length = 0;
  for (const { first, last } of joinRows(rows)) {
    const address = areaAddress(block.row + first, block.column, last - first + 1, columnCount);
    length += address.length + 1;
    if (length > longestAddress) break;
    areas.push({ address, first, last });
  }
  return areas;
}

/** A row holds what was read of it, apart from cells that were edited: at least half of what was filled. */
function isSameRow(read: readonly Cell[], now: readonly Cell[]): boolean {
  let filled = 0;
  let same = 0;
  for (const [column, cell] of read.entries()) {
    if (isBlankCell(cell)) continue;
    filled += 1;
    if (now[column] === cell) same += 1;
  }
  return same * 2 >= filled;
}

/** Refuse where rows were inserted, deleted or sorted since they were read: others stand there now. */
async function requireInPlace(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  block: SheetBlock,
  areas: readonly Pick<RowArea, 'first' | 'last'>[],
): Promise<void> {
  const ends = [...new Set(areas.flatMap(({ first, last }) => [first, last]))];
  const rows = ends.map(row => {
    const { length } = block.cells[row];
    const range = sheet.getRangeByIndexes(block.row + row, block.column, 1, length);
    range.load('values');
    return { row, range };
  });
  sheet.load('visibility');
  await context.sync();
  if (sheet.visibility !== 'Visible') throw new ExcelRefusal('sheetHidden', { sheet: block.sheetName });
  const moved = rows.find(({ row, range }) => !isSameRow(block.cells[row], range.values[0]));
  if (moved) throw new ExcelRefusal('rowsMoved', { sheet: block.sheetName });
}

/** Select cells of a sheet, as many as an address can name, and bring the sheet to the front. */
export async function selectCells({ sheetId, cells }: TypedOver): Promise<ExcelOutcome<void>> {
  const areas = areasOfCells(cells);
  const select = (address: string) =>
    runExcel(async context => {
      const sheet = context.workbook.worksheets.getItem(sheetId);
      sheet.activate();
      if (address.includes(',')) selectAreas(sheet.getRanges(address));
      else sheet.getRange(address).select();
      await context.sync();
    });
  const outcome = await select(areas.join(','));
  const isBeyondThisExcel = !outcome.ok && outcome.problem.key === 'apiTooOld';
  return isBeyondThisExcel ? select(areas[0]) : outcome;
}

function areasOfCells(cells: TypedOver['cells']): string[] {
  const areas: string[] = [];
  let length = 0;
  for (const column of new Set(cells.map(cell => cell.column))) {
    const rows = cells.filter(cell => cell.column === column).map(({ row }) => row);
    for (const { first, last } of joinRows(rows)) {
      const address = areaAddress(first, column, last - first + 1, 1);
      length += address.length + 1;
      if (length > longestAddress) return areas;
      areas.push(address);
    }
  }
  return areas;
}

/** The part of Office.js that its own classes are written with; not in its types. */
interface MethodCaller {
  invokeMethod(
    target: object,
    method: string,
    operation: number,
    args: unknown[],
    flags: number,
    result: number,
  ): void;
}

/** `RangeAreas.select` is of ExcelApi 1.18; an Office.js older than that lacks the method, not Excel the ability. */
function selectAreas(areas: Excel.RangeAreas): void {
  if (typeof areas.select === 'function') {
    areas.select();
    return;
  }
  const { BatchApiHelper } = OfficeExtension as unknown as { BatchApiHelper: MethodCaller };
  BatchApiHelper.invokeMethod(areas, 'Select', 1, [], 0, 0);
}

async function selectAddress(
  block: SheetBlock,
  address: string,
  areas: readonly Pick<RowArea, 'first' | 'last'>[],
): Promise<ExcelOutcome<void>> {
  const outcome = await runExcel(async context => {
    const sheet = context.workbook.worksheets.getItem(block.sheetId);
    await requireInPlace(context, sheet, block, areas);
    sheet.activate();
    if (address.includes(',')) selectAreas(sheet.getRanges(address));
    else sheet.getRange(address).select();
    await context.sync();
  });
  if (outcome.ok) ownSelection = address;
  return outcome;
}

/**
 * Select rows of a block on its sheet, all its columns wide, as far as Excel takes an address so long. Rows that moved since they were read
 * are the problem `rowsMoved`: nothing is selected then.
 *
 * @param rows - zero-based within the block, in any order.
 */
export async function selectRows(block: SheetBlock, rows: ArrayLike<number>): Promise<ExcelOutcome<void>> {
  if (rows.length === 0) return { ok: true, value: undefined };
  const areas = areasOfRows(block, rows);
  const outcome = await selectAddress(block, areas.map(({ address }) => address).join(','), areas);
  const isBeyondThisExcel = !outcome.ok && outcome.problem.key === 'apiTooOld';
  // An Excel before 1.18 selects one area at a time: the first rows are better than none.
  return isBeyondThisExcel ? selectAddress(block, areas[0].address, areas.slice(0, 1)) : outcome;
}

/** Select one cell of a block; a column of -1 selects its row. A row that moved is the problem `rowsMoved`. */
export function selectCell(block: SheetBlock, row: number, column: number): Promise<ExcelOutcome<void>> {
  if (column < 0) return selectRows(block, [row]);
  const address = areaAddress(block.row + row, block.column + column, 1, 1);
  return selectAddress(block, address, [{ first: row, last: row }]);
}
