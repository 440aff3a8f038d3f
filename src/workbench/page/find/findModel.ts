/** Ctrl+F and Ctrl+H: looking for a text in the cells of the sheet, from the active cell on and around, and replacing it. */
import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { containsCell, intersection } from '../../book/address';
import type { Area, Sheet } from '../../book/types';
import type { GridModel } from '../grid/gridModel';
import type { BookModel } from '../model/bookModel';
import type { Cursor, CursorModel } from '../model/cursor';
import { isSingleCell, type Position } from '../position';
import { patternOf } from './pattern';
import { replaceAll, replacedText } from './replace';

/** What came of it: a text that is nowhere, or how many cells have changed. */
export type FindOutcome =
  | { readonly kind: 'missing'; readonly text: string }
  | { readonly kind: 'replaced'; readonly count: number };

export interface FindModel {
  readonly isOpen: Signal<boolean>;
  readonly isReplacing: Signal<boolean>;
  readonly text: Signal<string>;
  readonly replacement: Signal<string>;
  readonly isCaseSensitive: Signal<boolean>;
  readonly isWhole: Signal<boolean>;
  readonly outcome: ReadonlySignal<FindOutcome | null>;
  open(isReplacing: boolean): void;
  /** Selects the next cell, or the one before, that has the text in it. */
  go(by: 1 | -1): void;
  /** Replaces in the active cell and goes on; where it has nothing to replace only goes on. */
  replace(): void;
  /** Replaces on all of the sheet, or in what is selected where that is more than a cell. */
  replaceAll(): void;
}

/** @param attempt makes a change that the book may refuse, and shows the refusal */
export function createFindModel(
  books: BookModel,
  cursor: CursorModel,
  grid: GridModel,
  attempt: (change: () => void) => void,
): FindModel {
  const text = signal('');
  const replacement = signal('');
  const isCaseSensitive = signal(false);
  const isWhole = signal(false);
  const isOpen = signal(false);
  const isReplacing = signal(false);
  const outcome = signal<FindOutcome | null>(null);
  const pattern = (): RegExp | null =>
    text.peek() === ''
      ? null
      : patternOf({
          text: text.peek(),
          isCaseSensitive: isCaseSensitive.peek(),
          isWhole: isWhole.peek(),
        });

  const go = (by: 1 | -1): void => {
    const wanted = pattern();
    if (!wanted) return;
    const current = cursor.current.peek();
    const scope = scopeOf(current);
    const found = findCell(current.sheet, wanted, current.active, by, scope);
    outcome.value = found ? null : { kind: 'missing', text: text.peek() };
    if (!found) return;
    if (scope) cursor.activate(found);
    else cursor.moveTo(found);
    grid.reveal(found);
  };

  return {
    isOpen,
    isReplacing,
    text,
    replacement,
    isCaseSensitive,
    isWhole,
    outcome,
    open(wantsToReplace) {
      batch(() => {
        isOpen.value = true;
        isReplacing.value = wantsToReplace;
        outcome.value = null;
      });
    },
    go,
    replace() {
      const wanted = pattern();
      if (!wanted) return;
      const { sheet, active } = cursor.current.peek();
      const book = books.book.peek();
      const changed = replacedText(sheet, active, wanted, replacement.peek(), book);
      if (changed !== null) attempt(() => book.enter(sheet, active.row, active.column, changed));
      go(1);
    },
    replaceAll() {
      const wanted = pattern();
      if (!wanted) return;
      const current = cursor.current.peek();
      const used = current.sheet.usedArea(true);
      const areas = (scopeOf(current) ?? (used ? [used] : [])).flatMap(
        area => (used && intersection(used, area)) ?? [],
      );
      attempt(() => {
        const count = replaceAll(books.book.peek(), current.sheet, areas, wanted, replacement.peek());
        outcome.value = count > 0 ? { kind: 'replaced', count } : { kind: 'missing', text: text.peek() };
      });
    },
  };
}

/** A selection of several cells is where one looks. */
function scopeOf({ areas }: Cursor): readonly Area[] | null {
  return areas.length > 1 || !isSingleCell(areas[0]) ? areas : null;
}

/**
 * The next cell after another, row by row and around the sheet, whose text, value or formula has what is looked for in it.
 * Cells in hidden rows and columns are passed over; null where there is none.
 *
 * @param scope where to look; null for all of the sheet
 */
export function findCell(
  sheet: Sheet,
  wanted: RegExp,
  from: Position,
  by: 1 | -1,
  scope: readonly Area[] | null = null,
): Position | null {
  const used = sheet.usedArea(true);
  if (!used) return null;
  const { row, column, rowCount, columnCount } = used;
  const size = rowCount * columnCount;
  const across = clamp(from.column - column, -1, columnCount);
  const place = clamp((from.row - row) * columnCount + across, -1, size);
  for (let offset = 1; offset <= size; offset++) {
    const position = (((place + by * offset) % size) + size) % size;
    const at = { row: row + Math.floor(position / columnCount), column: column + (position % columnCount) };
    if (sheet.hiddenRows.has(at.row) || sheet.hiddenColumns.has(at.column)) continue;
    if (scope && !scope.some(area => containsCell(area, at.row, at.column))) continue;
    if (hasText(sheet, at, wanted)) return at;
  }
  return null;
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

function hasText(sheet: Sheet, { row, column }: Position, wanted: RegExp): boolean {
  const value = sheet.value(row, column);
  if (value === null) return false;
  // A pattern that is kept remembers where it has got to.
  const has = (text: string): boolean => text.search(wanted) >= 0;
  const formula = sheet.formula(row, column);
  if (formula !== null && has(formula)) return true;
  if (typeof value === 'string') return has(value);
  const plain = typeof value === 'object' ? value.error : String(value);
  return has(plain) || has(sheet.text(row, column));
}
