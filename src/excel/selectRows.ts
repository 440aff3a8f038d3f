import { areaAddress, withoutSheet } from './address';
import type { ExcelOutcome, SheetBlock } from './contract';
import { runExcel } from './problem';

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

function addressOfRows(block: SheetBlock, rows: ArrayLike<number>): string {
  const columnCount = block.cells[0].length;
  const areas: string[] = [];
  let length = 0;
  for (const { first, last } of joinRows(rows)) {
    const area = areaAddress(block.row + first, block.column, last - first + 1, columnCount);
    length += area.length + 1;
    if (length > longestAddress) break;
    areas.push(area);
  }
  return areas.join(',');
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

async function selectAddress(block: SheetBlock, address: string): Promise<ExcelOutcome<void>> {
  const outcome = await runExcel(async context => {
    const sheet = context.workbook.worksheets.getItem(block.sheetId);
    sheet.activate();
    if (address.includes(',')) selectAreas(sheet.getRanges(address));
    else sheet.getRange(address).select();
    await context.sync();
  });
  if (outcome.ok) ownSelection = address;
  return outcome;
}

/**
 * Select rows of a block on its sheet, all its columns wide, as far as Excel takes an address so long.
 *
 * @param rows - zero-based within the block, in any order.
 */
export async function selectRows(block: SheetBlock, rows: ArrayLike<number>): Promise<ExcelOutcome<void>> {
  if (rows.length === 0) return { ok: true, value: undefined };
  const address = addressOfRows(block, rows);
  const outcome = await selectAddress(block, address);
  const isBeyondThisExcel = !outcome.ok && outcome.problem.key === 'apiTooOld';
  // An Excel before 1.18 selects one area at a time: the first rows are better than none.
  return isBeyondThisExcel ? selectAddress(block, address.split(',')[0]) : outcome;
}

/** Select one cell of a block; a column of -1 selects its row. */
export function selectCell(block: SheetBlock, row: number, column: number): Promise<ExcelOutcome<void>> {
  if (column < 0) return selectRows(block, [row]);
  return selectAddress(block, areaAddress(block.row + row, block.column + column, 1, 1));
}
