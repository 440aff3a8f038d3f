import type { Area } from './types';

/** The size of every worksheet, as in Excel 2007 and later. */
export const maxRows = 1_048_576;
export const maxColumns = 16_384;

/** An address as read: the sheet it names, or null, and its areas. */
export interface ParsedAddress {
  readonly sheet: string | null;
  readonly areas: readonly Area[];
}

/**
 * Give the letters of a zero-based column.
 *
 * @example columnName(0) //=> 'A'
 * @example columnName(16383) //=> 'XFD'
 */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    name = String.fromCharCode(65 + (rest % 26)) + name;
  }
  return name;
}

/**
 * Give the zero-based column of its letters; -1 when they are no column of a sheet.
 *
 * @example columnIndex('xfd') //=> 16383
 */
export function columnIndex(letters: string): number {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return -1;
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index <= maxColumns ? index - 1 : -1;
}

/**
 * Read an address with one or more areas, optionally with a sheet; null when it is none.
 *
 * @example parseAddress("'My Sheet'!A:A") //=> { sheet: 'My Sheet', areas: [{ row: 0, column: 0, rowCount: 1048576, columnCount: 1 }] }
 * @example parseAddress('A1:B2,D4')?.areas.length //=> 2
 */
export function parseAddress(address: string): ParsedAddress | null {
  const parts = splitAreas(address.trim().replace(/^=/, ''));
  let sheet: string | null = null;
  const areas: Area[] = [];
  for (const part of parts) {
    const bang = part.lastIndexOf('!');
    if (bang >= 0) {
      const named = unquoteSheet(part.slice(0, bang));
      if (named === null || (sheet !== null && sheet.toLowerCase() !== named.toLowerCase())) return null;
      sheet = named;
    }
    const area = parseArea(part.slice(bang + 1));
    if (!area) return null;
    areas.push(area);
  }
  return areas.length > 0 ? { sheet, areas } : null;
}

/** Read one area without a sheet: `A1`, `$A$1:B2`, `A:C`, `1:3`; null when it is none. */
export function parseArea(text: string): Area | null {
  const [first, second, ...more] = text.trim().split(':');
  if (first === undefined || more.length > 0) return null;
  const from = parseCorner(first);
  const to = second === undefined ? from : parseCorner(second);
  if (!from || !to || from.kind !== to.kind) return null;
  if (from.kind !== 'cell' && second === undefined) return null;
  const top = Math.min(from.row, to.row);
  const left = Math.min(from.column, to.column);
  const rowCount = from.kind === 'column' ? maxRows : Math.abs(from.row - to.row) + 1;
  const columnCount = from.kind === 'row' ? maxColumns : Math.abs(from.column - to.column) + 1;
  return { row: top, column: left, rowCount, columnCount };
}

/**
 * Write an area as Excel does; whole rows and columns as `3:3` and `A:B`.
 *
 * @example formatAddress({ row: 0, column: 0, rowCount: 9, columnCount: 3 }, { sheet: 'My Sheet' }) //=> "'My Sheet'!A1:C9"
 */
export function formatAddress(area: Area, options: { readonly sheet?: string } = {}): string {
  const prefix = options.sheet === undefined ? '' : `${quoteSheet(options.sheet)}!`;
  return prefix + formatArea(area);
}

function formatArea(area: Area): string {
  const lastRow = area.row + area.rowCount;
  const left = columnName(area.column);
  const right = columnName(area.column + area.columnCount - 1);
  if (area.rowCount >= maxRows) return `${left}:${right}`;
  if (area.columnCount >= maxColumns) return `${area.row + 1}:${lastRow}`;
  if (area.rowCount === 1 && area.columnCount === 1) return `${left}${area.row + 1}`;
  return `${left}${area.row + 1}:${right}${lastRow}`;
}

/** Put a sheet's name in quotes where a formula needs them. */
export function quoteSheet(name: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !looksLikeReference(name);
  return isPlain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** True when two areas share a cell. */
export function intersects(first: Area, second: Area): boolean {
  return (
    first.row < second.row + second.rowCount &&
    second.row < first.row + first.rowCount &&
    first.column < second.column + second.columnCount &&
    second.column < first.column + first.columnCount
  );
}

/** The cells that two areas share, or null. */
export function intersection(first: Area, second: Area): Area | null {
  if (!intersects(first, second)) return null;
  const row = Math.max(first.row, second.row);
  const column = Math.max(first.column, second.column);
  return {
    row,
    column,
    rowCount: Math.min(first.row + first.rowCount, second.row + second.rowCount) - row,
    columnCount: Math.min(first.column + first.columnCount, second.column + second.columnCount) - column,
  };
}

/**
 * The parts of an area that another one does not cover: above and below it whole rows, then left and right of it.
 *
 * @example without(A1:C3, B2) //=> [A1:C1, A3:C3, A2, C2]
 */
export function without(area: Area, hole: Area): Area[] {
  const common = intersection(area, hole);
  if (!common) return [area];
  const bottom = common.row + common.rowCount;
  const right = common.column + common.columnCount;
  const beside = { row: common.row, rowCount: common.rowCount };
  const parts = [
    { ...area, rowCount: common.row - area.row },
    { ...area, row: bottom, rowCount: area.row + area.rowCount - bottom },
    { ...beside, column: area.column, columnCount: common.column - area.column },
    { ...beside, column: right, columnCount: area.column + area.columnCount - right },
  ];
  return parts.filter(({ rowCount, columnCount }) => rowCount > 0 && columnCount > 0);
}

/** The smallest area around both. */
export function union(first: Area, second: Area): Area {
  const row = Math.min(first.row, second.row);
  const column = Math.min(first.column, second.column);
  return {
    row,
    column,
    rowCount: Math.max(first.row + first.rowCount, second.row + second.rowCount) - row,
    columnCount: Math.max(first.column + first.columnCount, second.column + second.columnCount) - column,
  };
}

export function containsCell(area: Area, row: number, column: number): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rowCount &&
    column >= area.column &&
    column < area.column + area.columnCount
  );
}

export function isOnSheet(area: Area): boolean {
  return (
    area.row >= 0 &&
    area.column >= 0 &&
    area.rowCount > 0 &&
    area.columnCount > 0 &&
    area.row + area.rowCount <= maxRows &&
    area.column + area.columnCount <= maxColumns
  );
}

export const cellArea = (row: number, column: number): Area => ({ row, column, rowCount: 1, columnCount: 1 });

interface Corner {
  readonly kind: 'cell' | 'row' | 'column';
  readonly row: number;
  readonly column: number;
}

function parseCorner(text: string): Corner | null {
  const match = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,6})?$/.exec(text.trim());
  if (!match) return null;
  const [, letters, digits] = match;
  const column = letters === undefined ? 0 : columnIndex(letters);
  const row = digits === undefined ? 0 : Number(digits) - 1;
  if (column < 0 || row >= maxRows) return null;
  if (letters !== undefined && digits !== undefined) return { kind: 'cell', row, column };
  if (letters !== undefined) return { kind: 'column', row: 0, column };
  if (digits !== undefined) return { kind: 'row', row, column: 0 };
  return null;
}

function splitAreas(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  let isQuoted = false;
  for (const character of text) {
    if (character === "'") isQuoted = !isQuoted;
    if (character === ',' && !isQuoted) {
      parts.push(part);
      part = '';
    } else {
      part += character;
    }
  }
  parts.push(part);
  return parts.map(each => each.trim());
}

function unquoteSheet(text: string): string | null {
  if (!text.startsWith("'")) return text === '' ? null : text;
  if (!text.endsWith("'") || text.length < 3) return null;
  return text.slice(1, -1).replaceAll("''", "'");
}

function looksLikeReference(name: string): boolean {
  return parseArea(name) !== null || /^[Rr]\d*([Cc]\d*)?$|^[Cc]\d*$/.test(name);
}
