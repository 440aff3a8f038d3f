import { columnName, intersection, maxColumns, maxRows, quoteSheet } from '../address';
import type { Area } from '../types';
import { parseFormula } from './parse';
import { type Corner, type Token, tokenize, type WrittenArea } from './token';

/** Rows or columns that come (`count` above 0) or go (below 0) at a position of a sheet. */
export interface LineMove {
  readonly axis: 'row' | 'column';
  readonly at: number;
  readonly count: number;
  /** Where cells move rather than whole lines: the columns whose rows move, or the rows whose columns move. */
  readonly band?: { readonly first: number; readonly count: number };
}

/** Whether all of a stretch across the moved lines moves; what lies partly in the band stays as it is. */
function isInBand({ band }: LineMove, first: number, count: number): boolean {
  return !band || (first >= band.first && first + count <= band.first + band.count);
}

/** A reference as it stands in a formula's text, for who colours or edits formulas. */
export interface FormulaReference {
  readonly start: number;
  readonly end: number;
  /** The sheet it names, or null for the formula's own. */
  readonly sheet: string | null;
  readonly area: Area;
}

/** List the cell references of a formula by their place in its text; none where the text cannot be split. */
export function formulaReferences(formula: string): FormulaReference[] {
  return tokensOf(formula).flatMap(token => {
    if (token.kind !== 'reference') return [];
    return [{ start: token.start, end: token.end, sheet: token.sheet, area: areaOf(token.written) }];
  });
}

/**
 * Move the relative references of a formula, as when it is copied to another cell.
 *
 * @example translateFormula('=A1+$B$1', 1, 0) //=> '=A2+$B$1'
 */
export function translateFormula(formula: string, rows: number, columns: number): string {
  return translated(formula, rows, columns, moved => (isOnSheet(moved) ? moved : null));
}

/**
 * Write a conditional format's formula for another cell. A relative reference that leaves the sheet comes back at the
 * other side, as in Excel: it may be meant for cells farther down.
 *
 * @example rebasedFormula('=A1<A2', -1, 0) //=> '=A1048576<A1'
 */
export function rebasedFormula(formula: string, rows: number, columns: number): string {
  return translated(formula, rows, columns, moved =>
    moveCorners(moved, corner => ({
      ...corner,
      row: (corner.row + maxRows) % maxRows,
      column: (corner.column + maxColumns) % maxColumns,
    })),
  );
}

function translated(
  formula: string,
  rows: number,
  columns: number,
  settle: (moved: WrittenArea) => WrittenArea | null,
): string {
  return rewrite(formula, token => {
    if (token.kind !== 'reference') return null;
    const moved = moveCorners(token.written, corner => ({
      ...corner,
      row: corner.isRowFixed ? corner.row : corner.row + rows,
      column: corner.isColumnFixed ? corner.column : corner.column + columns,
    }));
    const settled = settle(moved);
    return prefixOf(token.sheet) + (settled ? writeAddress(settled) : '#REF!');
  });
}

/**
 * Let a formula's references follow rows or columns that were inserted or deleted on a sheet. Deleted cells become #REF!,
 * but with `staysRelative` (conditional formats) only what `$` fixes follows: relative references are distances to the cell
 * the formula is written for, and `rebasedFormula` takes them along with it.
 *
 * @example moveReferences('=SUM(A1:A9)', true, 'Sheet1', { axis: 'row', at: 2, count: 1 }) //=> '=SUM(A1:A10)'
 */
export function moveReferences(
  formula: string,
  isOnMovedSheet: boolean,
  movedSheet: string,
  move: LineMove,
  staysRelative = false,
): string {
  return rewrite(formula, token => {
    if (token.kind !== 'reference') return null;
    const isMeant =
      token.sheet === null ? isOnMovedSheet : token.sheet.toLowerCase() === movedSheet.toLowerCase();
    if (!isMeant) return null;
    const moved = movedAddress(token.written, move, staysRelative);
    return prefixOf(token.sheet) + (moved ? writeAddress(moved) : '#REF!');
  });
}

/** Cells that move to another place, perhaps on another sheet. */
export interface CellMove {
  readonly fromSheet: string;
  readonly area: Area;
  readonly toSheet: string;
  readonly rows: number;
  readonly columns: number;
}

/**
 * Let a formula's references follow cells that were moved: those that lie wholly among them. The formula may have moved
 * along, from `writtenOn` to `standsOn`; what it refers to otherwise stays what it was.
 *
 * @param isFixedOnly leave relative references as they are (conditional formats)
 * @example A1:A2 moves to Sheet2!C1: '=SUM(A1:A2)+B1' on Sheet1 //=> '=SUM(Sheet2!C1:C2)+B1'
 */
export function relocateReferences(
  formula: string,
  move: CellMove,
  writtenOn: string,
  standsOn: string,
  isFixedOnly = false,
): string {
  const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
  const prefix = (token: { readonly sheet: string | null }, sheet: string): string =>
    token.sheet === null && isSame(sheet, standsOn) ? '' : `${quoteSheet(sheet)}!`;
  return rewrite(formula, token => {
    if (token.kind !== 'reference') return null;
    const sheet = token.sheet ?? writtenOn;
    const meant = areaOf(token.written);
    const common = isSame(sheet, move.fromSheet) ? intersection(meant, move.area) : null;
    const isHeld = isFixedOnly && !isAbsolute(token.written);
    const isMoved =
      !isHeld && common?.rowCount === meant.rowCount && common.columnCount === meant.columnCount;
    if (!isMoved) {
      return token.sheet === null && !isSame(writtenOn, standsOn)
        ? prefix(token, writtenOn) + writeAddress(token.written)
        : null;
    }
    const moved = moveCorners(token.written, corner => ({
      ...corner,
      row: corner.row + move.rows,
      column: corner.column + move.columns,
    }));
    return prefix(token, move.toSheet) + (isOnSheet(moved) ? writeAddress(moved) : '#REF!');
  });
}

/** Let a formula follow a sheet's new name; without one its references become #REF!. */
export function renameSheetReferences(formula: string, from: string, to: string | null): string {
  return rewrite(formula, (token, text) => {
    if (!('sheet' in token) || token.sheet?.toLowerCase() !== from.toLowerCase()) return null;
    if (to === null) return '#REF!';
    const rest = text.slice(text.lastIndexOf('!', lastBang(token, text)) + 1);
    return `${quoteSheet(to)}!${rest}`;
  });
}

/** Let a formula follow a table's or name's new name. */
export function renameNames(formula: string, from: string, to: string): string {
  return rewrite(formula, (token, text) => {
    const wanted = from.toLowerCase();
    if (token.kind === 'structured' && token.table.toLowerCase() === wanted) {
      return to + text.slice(token.table.length);
    }
    const isName = token.kind === 'name' && token.sheet === null && token.name.toLowerCase() === wanted;
    return isName ? to : null;
  });
}

/**
 * Let a formula follow a table column's new header.
 *
 * @param isWithin whether the formula stands in the table, where references need no name of it: `[@Amount]`
 */
export function renameColumn(
  formula: string,
  table: string,
  from: string,
  to: string,
  isWithin = false,
): string {
  const escaped = to.replace(/[[\]#'@]/g, "'$&");
  const isMeant = (written: string): boolean =>
    written.replace(/'(.)/g, '$1').trim().toLowerCase() === from.toLowerCase();
  return rewrite(formula, (token, text) => {
    if (token.kind !== 'structured') return null;
    const isOfTable = token.table === '' ? isWithin : token.table.toLowerCase() === table.toLowerCase();
    if (!isOfTable) return null;
    const { inside } = token;
    const before = text.slice(0, text.indexOf('['));
    const [, sign, bare] = /^(@?)((?:[^[\]']|'.)*)$/.exec(inside) ?? [];
    if (bare !== undefined) return isMeant(bare) ? `${before}[${sign}${escaped}]` : null;
    const renamed = inside.replace(/\[((?:[^[\]']|'.)*)\]/g, (whole, column: string) =>
      isMeant(column) ? `[${escaped}]` : whole,
    );
    return `${before}[${renamed}]`;
  });
}

/**
 * Let references to all rows of a table's columns, with its header or without, reach over rows that it took in at its end.
 *
 * @param writtenOn the sheet that references without one mean
 * @param body the table's rows before
 * @example growReferences('=SUM(B2:B9)', 'Sheet1', 'Sheet1', B2:B9, 1) //=> '=SUM(B2:B10)'
 */
export function growReferences(
  formula: string,
  writtenOn: string,
  tableSheet: string,
  body: Area,
  added: number,
): string {
  const whole = { ...body, row: body.row - 1, rowCount: body.rowCount + 1 };
  return rewrite(formula, token => {
    if (token.kind !== 'reference' || token.written.shape !== 'area') return null;
    if ((token.sheet ?? writtenOn).toLowerCase() !== tableSheet.toLowerCase()) return null;
    const meant = areaOf(token.written);
    const isOfTable = [body, whole].some(
      ({ row, rowCount, column, columnCount }) =>
        rowCount > 1 &&
        meant.row === row &&
        meant.rowCount === rowCount &&
        meant.column >= column &&
        meant.column + meant.columnCount <= column + columnCount,
    );
    if (!isOfTable) return null;
    const isUpsideDown = token.written.from.row > token.written.to.row;
    const grown = (corner: Corner): Corner => ({ ...corner, row: corner.row + added });
    const { from, to } = token.written;
    const written = isUpsideDown ? { from: grown(from), to } : { from, to: grown(to) };
    return prefixOf(token.sheet) + writeAddress({ ...token.written, ...written });
  });
}

/**
 * Where an area ends up when lines come or go; null when all of it was deleted.
 */
export function movedArea(area: Area, move: LineMove): Area | null {
  const { axis, at, count } = move;
  const isRow = axis === 'row';
  const isMeant = isRow
    ? isInBand(move, area.column, area.columnCount)
    : isInBand(move, area.row, area.rowCount);
  if (!isMeant) return area;
  const first = isRow ? area.row : area.column;
  const last = first + (isRow ? area.rowCount : area.columnCount) - 1;
  const span = movedSpan(first, last, at, count, isRow ? maxRows : maxColumns);
  if (!span) return null;
  const [start, end] = span;
  return isRow
    ? { ...area, row: start, rowCount: end - start + 1 }
    : { ...area, column: start, columnCount: end - start + 1 };
}

function movedSpan(
  first: number,
  last: number,
  at: number,
  count: number,
  limit: number,
): readonly [number, number] | null {
  if (count > 0) {
    const start = first >= at ? first + count : first;
    const end = last >= at ? Math.min(last + count, limit - 1) : last;
    return start >= limit ? null : [start, end];
  }
  const removedEnd = at - count;
  const place = (index: number): number => (index >= removedEnd ? index + count : Math.min(index, at));
  const start = place(first);
  const end = last < at ? last : last < removedEnd ? at - 1 : last + count;
  return end < start ? null : [start, end];
}

function movedAddress(written: WrittenArea, move: LineMove, staysRelative: boolean): WrittenArea | null {
  const isRow = move.axis === 'row';
  if (written.shape === (isRow ? 'columns' : 'rows')) return written;
  if (move.band && written.shape === (isRow ? 'rows' : 'columns')) return written;
  const { row, column, rowCount, columnCount } = areaOf(written);
  if (!(isRow ? isInBand(move, column, columnCount) : isInBand(move, row, rowCount))) return written;
  const place = (corner: Corner): number => (isRow ? corner.row : corner.column);
  const isFixed = (corner: Corner): boolean => (isRow ? corner.isRowFixed : corner.isColumnFixed);
  const [low, high] = [written.from, written.to].sort((one, other) => place(one) - place(other));
  const limit = isRow ? maxRows : maxColumns;
  const isHeld = (corner: Corner): boolean => staysRelative && !isFixed(corner);
  if (isHeld(low) && isHeld(high)) return written;
  const span = movedSpan(place(low), place(high), move.at, move.count, limit);
  if (!span) return null;
  const start = isHeld(low) ? place(low) : span[0];
  const end = isHeld(high) ? place(high) : span[1];
  return moveCorners(written, corner => {
    const line = corner === low ? start : end;
    return isRow ? { ...corner, row: line } : { ...corner, column: line };
  });
}

function moveCorners(written: WrittenArea, move: (corner: Corner) => Corner): WrittenArea {
  const from = move(written.from);
  return { ...written, from, to: written.to === written.from ? from : move(written.to) };
}

function isOnSheet(written: WrittenArea): boolean {
  return [written.from, written.to].every(
    ({ row, column }) => row >= 0 && row < maxRows && column >= 0 && column < maxColumns,
  );
}

function isAbsolute({ from, to }: WrittenArea): boolean {
  return [from, to].every(({ isRowFixed, isColumnFixed }) => isRowFixed && isColumnFixed);
}

function areaOf({ from, to }: WrittenArea): Area {
  return {
    row: Math.min(from.row, to.row),
    column: Math.min(from.column, to.column),
    rowCount: Math.abs(from.row - to.row) + 1,
    columnCount: Math.abs(from.column - to.column) + 1,
  };
}

function writeAddress({ shape, from, to }: WrittenArea): string {
  const row = (corner: Corner): string => `${corner.isRowFixed ? '$' : ''}${corner.row + 1}`;
  const column = (corner: Corner): string => `${corner.isColumnFixed ? '$' : ''}${columnName(corner.column)}`;
  if (shape === 'rows') return `${row(from)}:${row(to)}`;
  if (shape === 'columns') return `${column(from)}:${column(to)}`;
  const first = column(from) + row(from);
  return shape === 'cell' ? first : `${first}:${column(to)}${row(to)}`;
}

const prefixOf = (sheet: string | null): string => (sheet === null ? '' : `${quoteSheet(sheet)}!`);

/** Where in a token's text the `!` after its sheet stands at the latest: an error code has one of its own. */
function lastBang(token: Token, text: string): number {
  return token.kind === 'error' ? text.length - 2 : text.length;
}

/** Replace tokens by what `replace` gives for them; everything else keeps its spelling. */
function rewrite(formula: string, replace: (token: Token, text: string) => string | null): string {
  let result = '';
  let position = 0;
  for (const token of tokensOf(formula)) {
    if (token.kind === 'end') continue;
    const replacement = replace(token, formula.slice(token.start, token.end));
    if (replacement === null) continue;
    result += formula.slice(position, token.start) + replacement;
    position = token.end;
  }
  return result + formula.slice(position);
}

function tokensOf(formula: string): Token[] {
  try {
    parseFormula(formula);
    return tokenize(formula);
  } catch {
    return [];
  }
}
