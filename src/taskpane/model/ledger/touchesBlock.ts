import { columnIndex } from '../../../excel/address';
import type { SheetBlock } from '../../../excel/contract';

/** `B2`, `B2:C9`, whole rows `5:7`, whole columns `B:C`. */
const areaPattern = /^\$?([A-Z]*)\$?(\d*)(?::\$?([A-Z]*)\$?(\d*))?$/i;

interface Area {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

function readArea(address: string): Area | null {
  const parts = areaPattern.exec(address.slice(address.lastIndexOf('!') + 1).trim());
  if (parts === null) return null;
  const [, startLetters, startDigits, endLetters = startLetters, endDigits = startDigits] = parts;
  return {
    firstRow: startDigits === '' ? 0 : Number(startDigits) - 1,
    lastRow: endDigits === '' ? Number.POSITIVE_INFINITY : Number(endDigits) - 1,
    firstColumn: startLetters === '' ? 0 : columnIndex(startLetters),
    lastColumn: endLetters === '' ? Number.POSITIVE_INFINITY : columnIndex(endLetters),
  };
}

/**
 * Tell whether an edit of a sheet concerns what was read of it: cells of the block, a row written just below it, or cells
 * moved into or out of it by inserting and deleting above or to the left.
 *
 * @param address - areas with commas, as Excel names what changed.
 * @example
 * touchesBlock(blockAt('A3:G10'), 'B11', false) //=> true, a row was added
 * touchesBlock(blockAt('A3:G10'), 'H4', false) //=> false
 */
export function touchesBlock(block: SheetBlock, address: string, isMoved: boolean): boolean {
  const lastRow = block.row + block.cells.length;
  const lastColumn = block.column + (block.cells[0]?.length ?? 1) - 1;
  return address.split(',').some(text => {
    const area = readArea(text);
    // An address that cannot be read says nothing against the block being touched.
    if (area === null) return true;
    if (area.firstRow > lastRow || area.firstColumn > lastColumn) return false;
    return isMoved || (area.lastRow >= block.row && area.lastColumn >= block.column);
  });
}

/**
 * Give the rows of a block that an edit of its cells lies in, or the row just below it.
 *
 * @returns Zero-based within the block, each row once, ascending; null where the address cannot be read.
 * @example editedSpans(blockAt('A3:G10'), 'B4:B6,A11') //=> [{ first: 1, last: 3 }, { first: 8, last: 8 }]
 */
export function editedSpans(
  block: SheetBlock,
  address: string,
): readonly { readonly first: number; readonly last: number }[] | null {
  const lastColumn = block.column + (block.cells[0]?.length ?? 1) - 1;
  const areas = address.split(',').map(readArea);
  if (areas.some(area => area === null)) return null;
  const inside = (areas as Area[])
    .filter(area => area.firstColumn <= lastColumn && area.lastColumn >= block.column)
    .map(area => ({
      first: Math.max(0, area.firstRow - block.row),
      last: area.lastRow - block.row,
    }))
    .filter(({ first, last }) => first <= block.cells.length && last >= 0)
    .sort((one, other) => one.first - other.first);
  const spans: { first: number; last: number }[] = [];
  for (const { first, last } of inside) {
    const before = spans.at(-1);
    if (before && first <= before.last + 1) before.last = Math.max(before.last, last);
    else spans.push({ first, last });
  }
  return spans;
}
