import { formatAddress, intersection, maxColumns, maxRows, parseAddress, quoteSheet } from '../book/address';
import type { Area, Book, Sheet } from '../book/types';

/** An area and the sheet it is on: what a range stands for. */
export interface SheetArea {
  readonly sheet: Sheet;
  readonly area: Area;
}

export function isEntireRow(area: Area): boolean {
  return area.columnCount === maxColumns;
}

export function isEntireColumn(area: Area): boolean {
  return area.rowCount === maxRows;
}

export function contains(outer: Area, inner: Area): boolean {
  const common = intersection(outer, inner);
  return common !== null && isSameArea(common, inner);
}

export function isSameArea(one: Area, other: Area): boolean {
  return (
    one.row === other.row &&
    one.column === other.column &&
    one.rowCount === other.rowCount &&
    one.columnCount === other.columnCount
  );
}

/** Write the address as `Range.address` has it: `'Tiercel Policy'!A1:B2`. */
export function addressOf({ sheet, area }: SheetArea): string {
  return formatAddress(area, { sheet: sheet.name });
}

/** Write an absolute reference, as names have it: `'Tiercel Policy'!$A$1:$B$2`. */
export function absoluteReferenceOf({ sheet, area }: SheetArea): string {
  const absolute = formatAddress(area).replace(/[A-Z]+|\d+/g, part => `$${part}`);
  return `${quoteSheet(sheet.name)}!${absolute}`;
}

/**
 * Read an address with one or more areas; `sheet` is meant when it names none. Null when it is no address or
 * its sheet does not exist.
 */
export function areasAt(address: string, book: Book, sheet: Sheet): SheetArea[] | null {
  const parsed = parseAddress(address);
  const owner = parsed?.sheet ? book.sheetByName(parsed.sheet) : sheet;
  return parsed && owner ? parsed.areas.map(area => ({ sheet: owner, area })) : null;
}

/** Read an address that is a single area; null when it is none. */
export function areaAt(address: string, book: Book, sheet: Sheet): SheetArea | null {
  const areas = areasAt(address, book, sheet);
  return areas?.length === 1 ? (areas[0] ?? null) : null;
}
