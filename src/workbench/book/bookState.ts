import { containsCell, intersects, isOnSheet } from './address';
import type { BookSheet } from './bookSheet';
import { Clock } from './cellGrid';
import { BookError } from './refusals';
import { StylePalette } from './stylePalette';
import type { Area, BookEvent, DefinedName, Permission, Sheet } from './types';

/** What all parts of one book share. */
export class BookState {
  readonly sheets: BookSheet[] = [];
  readonly names: DefinedName[] = [];
  readonly clock = new Clock();
  readonly palette = new StylePalette();
  locale = 'en-US';
  date1904 = false;
  isStructureProtected = false;
  /** Grows with what is not a value but changes what conditional formats show. */
  appearance = 0;
  readonly #listeners = new Set<(event: BookEvent) => void>();
  #lastId = 0;

  sheetByName(name: string): BookSheet | null {
    const wanted = name.toLowerCase();
    return this.sheets.find(sheet => sheet.name.toLowerCase() === wanted) ?? null;
  }

  /** The sheet of this book that is meant. */
  ownSheet(sheet: Sheet): BookSheet {
    const own = this.sheets.find(each => each === sheet);
    if (!own) throw new BookError('sheetMissing', sheet.name);
    return own;
  }

  /** A new identifier in the shape Excel on the web gives its sheets, tables and formats. */
  newId(): string {
    const digits = (++this.#lastId).toString(16).toUpperCase().padStart(8, '0');
    return `{${digits}-0001-0000-0000-000000000000}`;
  }

  on(listener: (event: BookEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(event: BookEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  appearanceChanged(sheet: BookSheet): void {
    this.appearance++;
    this.emit({ kind: 'appearanceChanged', sheet });
  }
}

/** Refuse a change to the sheets as such where the structure is protected. */
export function assertStructure({ isStructureProtected }: BookState): void {
  if (isStructureProtected) throw new BookError('protectedStructure');
}

/** Refuse to change cells where there are none, or that a protected sheet locks. */
export function assertWritable(sheet: BookSheet, area: Area): void {
  assertCells(sheet, area);
  if (sheet.isProtected && !isUnlocked(sheet, area)) throw protectedSheet(sheet);
  assertWholeArrays(sheet, area);
}

/** Refuse to change some of the cells of an array formula and not the others. */
function assertWholeArrays(sheet: BookSheet, area: Area): void {
  for (const cell of sheet.spilling) {
    if (!cell.array) continue;
    const { row, column } = cell;
    const { rowCount, columnCount } = cell.array;
    const isWhole =
      containsCell(area, row, column) && containsCell(area, row + rowCount - 1, column + columnCount - 1);
    if (!isWhole && intersects({ row, column, rowCount, columnCount }, area))
      throw new BookError('partOfArray');
  }
}

/** Refuse what a protected sheet does not allow; without a permission it allows it never. */
export function assertAllowed(sheet: BookSheet, area: Area, permission: Permission | null = null): void {
  assertCells(sheet, area);
  assertPermitted(sheet, permission);
}

export function assertPermitted(sheet: BookSheet, permission: Permission | null): void {
  if (sheet.isProtected && !(permission && sheet.permissions.has(permission))) throw protectedSheet(sheet);
}

function assertCells(sheet: BookSheet, area: Area): void {
  if (sheet.isDeleted) throw new BookError('sheetDeleted', sheet.name);
  if (sheet.kind === 'chart') throw new BookError('chartSheet');
  if (!isOnSheet(area)) throw new BookError('areaOutside');
}

const protectedSheet = (sheet: BookSheet): BookError => new BookError('protectedSheet', sheet.name);

function isUnlocked(sheet: BookSheet, { row, column, rowCount, columnCount }: Area): boolean {
  for (let across = column; across < column + columnCount; across++) {
    for (let down = row; down < row + rowCount; down++) {
      if (sheet.style(down, across).locked !== false) return false;
    }
  }
  return true;
}
