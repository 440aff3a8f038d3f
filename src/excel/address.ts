/** Addresses in A1 style, from zero-based rows and columns. */

/** @example columnLetters(27) //=> 'AB' */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** @example columnIndex('AB') //=> 27 */
export const columnIndex = (letters: string): number =>
  [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** @example areaAddress(0, 0, 2, 3) //=> 'A1:C2' */
export function areaAddress(row: number, column: number, rowCount: number, columnCount: number): string {
  const first = `${columnLetters(column)}${row + 1}`;
  if (rowCount === 1 && columnCount === 1) return first;
  return `${first}:${columnLetters(column + columnCount - 1)}${row + rowCount}`;
}

/** The part of an address after the sheet: Excel answers `'My Sheet'!A1:C9`. */
export const withoutSheet = (address: string): string => address.slice(address.lastIndexOf('!') + 1);

/** @example quoteSheet("Bob's") //=> "'Bob''s'" */
export const quoteSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** @example absoluteAddress('A1:C9') //=> '$A$1:$C$9' */
export const absoluteAddress = (address: string): string => address.replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2');

/**
 * Refer to all columns of a sheet, for a name that stands for it: no row or column that somebody deletes takes it along.
 *
 * @example wholeSheet("Bob's") //=> "='Bob''s'!$A:$XFD"
 */
export const wholeSheet = (name: string): string => `=${quoteSheet(name)}!$A:$XFD`;
