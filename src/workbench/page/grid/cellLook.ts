/** How one cell looks: its text, and what its own style, its table and the conditional formats make of it. */
import type { TextRun } from '../../book/cellStyle';
import { runsOf } from '../../book/richText';
import type { Book, CellStyle, CellValue, Sheet } from '../../book/types';
import { contains } from '../position';
import { indentStep, pixelsOfFont } from './cellFont';
import { normalColour, readableOn } from './colour';
import { tableLook } from './tableStyle';

/** How letters look. */
interface Letters {
  readonly fontColor: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isStruck: boolean;
  readonly isUnderlined: boolean;
  /** In pixels. */
  readonly fontSize: number;
  /** The family a file names, '' for the usual one. */
  readonly fontName: string;
}

export interface CellLook extends Letters {
  readonly value: CellValue;
  readonly text: string;
  readonly numberFormat: string;
  readonly fill: string;
  readonly horizontal: 'left' | 'center' | 'right';
  readonly vertical: 'top' | 'center' | 'bottom';
  readonly isWrapped: boolean;
  /** How far its text is set in from the side it is aligned to, in pixels. */
  readonly indent: number;
  readonly borders: NonNullable<CellStyle['borders']> | null;
  /** Parts of its text with letters of their own, or null. */
  readonly runs: readonly LookOfRun[] | null;
  /** A line of the table's style under the cell, '' for none. */
  readonly line: string;
  readonly hasFilterButton: boolean;
  /** The cell stands for a thing with properties: an icon before its text opens them. */
  readonly hasCard: boolean;
}

/**
 * Computes the look of a cell.
 * @param paper the colour of an empty cell
 */
function cellLook(
  book: Book,
  sheet: Sheet,
  row: number,
  column: number,
  paper: string,
  zoom: number,
): CellLook {
  const value = sheet.value(row, column);
  const own = sheet.style(row, column);
  const table = sheet.tables.find(({ area }) => contains(area, { row, column }));
  const rowInTable = table ? row - table.area.row : 0;
  const styled = table ? tableLook(table, rowInTable, paper) : null;
  const conditional = sheet.conditionalFormats.length > 0 ? book.conditionalStyle(sheet, row, column) : {};
  const fill = normalColour(conditional.fill ?? own.fill) || (styled?.fill ?? '');
  return {
    value,
    text: value === null ? '' : sheet.text(row, column),
    numberFormat: own.numberFormat ?? 'General',
    fill,
    fontColor: normalColour(conditional.fontColor ?? own.fontColor) || (styled?.fontColor ?? ''),
    isBold: conditional.bold ?? own.bold ?? styled?.isBold ?? false,
    isItalic: conditional.italic ?? own.italic ?? false,
    isStruck: conditional.strikethrough ?? own.strikethrough ?? false,
    isUnderlined: own.underline ?? false,
    fontSize: Math.max(1, Math.round(pixelsOfFont(own.fontSize) * zoom)),
    fontName: own.fontName ?? '',
    horizontal: horizontalOf(value, own),
    vertical: own.vertical ?? 'bottom',
    isWrapped: own.wrap ?? false,
    indent: Math.round((own.indent ?? 0) * indentStep * zoom),
    borders: own.borders ?? null,
    runs: runsOf(own, value)?.map(run => lookOfRun(run, zoom, fill || paper)) ?? null,
    line: styled?.line ?? '',
    hasCard: typeof value === 'string' && sheet.card(row, column) !== null,
    hasFilterButton: Boolean(table?.showFilterButton) && rowInTable === 0,
  };
}

/** Letters of a part of a text; null for those of the cell. */
export interface LookOfRun {
  readonly text: string;
  readonly letters: (Letters & { readonly raised: 'superscript' | 'subscript' | null }) | null;
}

const raisedSize = 0.7;

/** @param background what its letters have to be read on */
function lookOfRun({ text, font }: TextRun, zoom: number, background: string): LookOfRun {
  if (!font) return { text, letters: null };
  const colour = normalColour(font.fontColor);
  const size = pixelsOfFont(font.fontSize) * zoom * (font.raised ? raisedSize : 1);
  return {
    text,
    letters: {
      fontColor: colour && readableOn(colour, background),
      isBold: font.bold ?? false,
      isItalic: font.italic ?? false,
      isStruck: font.strikethrough ?? false,
      isUnderlined: font.underline ?? false,
      fontSize: Math.max(1, Math.round(size)),
      fontName: font.fontName ?? '',
      raised: font.raised ?? null,
    },
  };
}

function horizontalOf(value: CellValue, own: CellStyle): CellLook['horizontal'] {
  if (own.horizontal && own.horizontal !== 'general') return own.horizontal;
  if (typeof value === 'number') return 'right';
  return typeof value === 'boolean' || (typeof value === 'object' && value !== null) ? 'center' : 'left';
}

/**
 * The fill a cell shows: of the conditional formats, else its own; '' for none. A table's style is not a fill, as in
 * Excel's own object model.
 */
export function shownFill(book: Book, sheet: Sheet, row: number, column: number): string {
  const conditional = sheet.conditionalFormats.length > 0 ? book.conditionalStyle(sheet, row, column) : {};
  return normalColour(conditional.fill ?? sheet.style(row, column).fill);
}

export type LookAt = (row: number, column: number) => CellLook;

/** Remembers looks until it is made anew, so that scrolling does not evaluate conditional formats again. */
export function createLooks(book: Book, sheet: Sheet, paper: string, zoom = 1): LookAt {
  const columnsOfKey = 16_384;
  const mostRemembered = 60_000;
  const looks = new Map<number, CellLook>();
  return (row, column) => {
    const key = row * columnsOfKey + column;
    const remembered = looks.get(key);
    if (remembered) return remembered;
    if (looks.size >= mostRemembered) looks.clear();
    const look = cellLook(book, sheet, row, column, paper, zoom);
    looks.set(key, look);
    return look;
  };
}
