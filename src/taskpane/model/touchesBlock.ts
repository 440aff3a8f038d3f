import type { SheetBlock } from '../../excel/contract';

/** `B2`, `B2:C9`, whole rows `5:7`, whole columns `B:C`. */
const areaPattern = /^\$?([A-Z]*)\$?(\d*)(?::\$?([A-Z]*)\$?(\d*))?$/i;

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;

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
    firstColumn: startLetters === '' ? 0 : columnNumber(startLetters),
    lastColumn: endLetters === '' ? Number.POSITIVE_INFINITY : columnNumber(endLetters),
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
