/** Filling cells from others beside them, as dragging the fill handle and Ctrl+D do. */
import { cellArea } from '../address';
import { unfilteredParts } from '../filteredRows';
import { translateFormula } from '../formula/rewrite';
import type { Area, Book, CellInput, CellStyle, Sheet } from '../types';
import { type Continued, continuationOf } from './continuation';

export type FillMode =
  /** What the handle does: series where there are any. */
  | 'series'
  /** What it does with Ctrl: copies, but a single number counts up. */
  | 'opposite'
  /** Ctrl+D and Ctrl+R: copies in any case. */
  | 'copy';

interface Line {
  /** What comes at a place counted from the first source cell. */
  at(place: number): Continued;
}

/**
 * Fill the part of an area that lies beyond its source, formulas moved along and formats with them, in one step. Rows that a
 * filter hides are left as they are, and what is filled past them is copied.
 *
 * @param whole the source and what is to be filled, longer in one direction only
 * @returns the area that was filled, or null when there is none
 */
export function fillArea(book: Book, sheet: Sheet, source: Area, whole: Area, mode: FillMode): Area | null {
  const filled = beyond(source, whole);
  if (!filled) return null;
  const isDown = whole.rowCount > source.rowCount;
  const parts = unfilteredParts(sheet, filled);
  const asked = parts.length === 1 && parts[0].rowCount === filled.rowCount ? mode : 'copy';
  const lines = linesOf(book, sheet, source, isDown, asked);
  const fromOf = sourceOf(source, isDown);
  const inputs = (part: Area): CellInput[][] =>
    cellsOf(part, (row, column) => {
      const place = isDown ? row - source.row : column - source.column;
      const next = lines[isDown ? column - source.column : row - source.row].at(place);
      return 'value' in next ? literal(next.value) : copied(sheet, fromOf(row, column), { row, column });
    });
  const written = parts.map(part => ({ part, rows: inputs(part) }));
  book.asOneStep(() => {
    for (const { part, rows } of written) {
      // A cell of texts would take the formula that comes to it for one.
      copyFormats(book, sheet, part, fromOf);
      book.setCells(sheet, part, rows, 'user');
    }
  });
  return filled;
}

type Place = { readonly row: number; readonly column: number };

/** What of an area lies after its source, or before it. */
function beyond(source: Area, whole: Area): Area | null {
  if (whole.rowCount > source.rowCount) {
    const rowCount = whole.rowCount - source.rowCount;
    return { ...source, row: whole.row < source.row ? whole.row : source.row + source.rowCount, rowCount };
  }
  if (whole.columnCount <= source.columnCount) return null;
  const columnCount = whole.columnCount - source.columnCount;
  const column = whole.column < source.column ? whole.column : source.column + source.columnCount;
  return { ...source, column, columnCount };
}

/** A line for every column of the source, or for every row where it is filled sideways. */
function linesOf(book: Book, sheet: Sheet, source: Area, isDown: boolean, mode: FillMode): Line[] {
  const [lineCount, size] = isDown
    ? [source.columnCount, source.rowCount]
    : [source.rowCount, source.columnCount];
  if (mode === 'copy') {
    const at = (place: number): Continued => ({ copyOf: ((place % size) + size) % size });
    return Array.from({ length: lineCount }, () => ({ at }));
  }
  return Array.from({ length: lineCount }, (_, line) => {
    const cells = Array.from({ length: size }, (_, along) => {
      const [row, column] = isDown
        ? [source.row + along, source.column + line]
        : [source.row + line, source.column + along];
      return {
        value: sheet.value(row, column),
        isFormula: sheet.formula(row, column) !== null,
        numberFormat: sheet.style(row, column).numberFormat ?? 'General',
      };
    });
    return { at: continuationOf(cells, { isOpposite: mode === 'opposite', date1904: book.date1904 }) };
  });
}

/** The source cell that a filled cell repeats. */
function sourceOf(source: Area, isDown: boolean): (row: number, column: number) => Place {
  const within = (at: number, start: number, count: number): number =>
    start + ((((at - start) % count) + count) % count);
  return isDown
    ? (row, column) => ({ row: within(row, source.row, source.rowCount), column })
    : (row, column) => ({ row, column: within(column, source.column, source.columnCount) });
}

function cellsOf(area: Area, inputAt: (row: number, column: number) => CellInput): CellInput[][] {
  return Array.from({ length: area.rowCount }, (_, down) =>
    Array.from({ length: area.columnCount }, (_, across) => inputAt(area.row + down, area.column + across)),
  );
}

/**
 * A cell's content as an input for another cell: its formula moved along, or its constant. An empty one empties.
 *
 * @example copied(sheet, { row: 0, column: 1 }, { row: 2, column: 1 }) //=> '=A3*2' from `=A1*2`
 */
export function copied(sheet: Sheet, from: Place, to: Place): CellInput {
  const formula = sheet.formula(from.row, from.column);
  if (formula !== null) return translateFormula(formula, to.row - from.row, to.column - from.column);
  const value = sheet.value(from.row, from.column);
  return value === null ? '' : literal(value);
}

/** A text keeps its look of a number or a formula by an apostrophe. */
const literal = (value: Exclude<CellInput, null>): CellInput =>
  typeof value === 'string' ? `'${value}` : value;

/**
 * Give cells the formats of others, conditional ones and entry rules with them, in place of their own. Cells below each other that take the same are one change.
 *
 * @param fromOf the cell whose format a cell takes
 */
export function copyFormats(
  book: Book,
  sheet: Sheet,
  area: Area,
  fromOf: (row: number, column: number) => Place,
  source: Sheet = sheet,
): void {
  if (sheet.isProtected && !sheet.permissions.has('allowFormatCells')) return;
  book.copyRules(source, fromOf, sheet, area);
  const taken = Array.from({ length: area.columnCount }, (_, across) =>
    runsOf(area, area.column + across, (row, column) => {
      const from = fromOf(row, column);
      return source.style(from.row, from.column);
    }),
  );
  for (const { at, style } of taken.flat()) book.replaceStyle(sheet, at, style);
}

function runsOf(
  { row, rowCount }: Area,
  column: number,
  styleAt: (row: number, column: number) => CellStyle,
): { readonly at: Area; readonly style: CellStyle }[] {
  const runs: { at: Area; style: CellStyle }[] = [];
  for (let down = row; down < row + rowCount; down++) {
    const style = styleAt(down, column);
    const last = runs.at(-1);
    if (last?.style === style) last.at = { ...last.at, rowCount: last.at.rowCount + 1 };
    else runs.push({ at: cellArea(down, column), style });
  }
  return runs;
}
