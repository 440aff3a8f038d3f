/** Ctrl+F: looking for a text in the cells of the sheet, from the active cell on and around. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Sheet } from '../../book/types';
import type { GridModel } from '../grid/gridModel';
import type { CursorModel } from '../model/cursor';
import type { Position } from '../position';

export interface FindModel {
  readonly isOpen: Signal<boolean>;
  readonly text: Signal<string>;
  /** The text that is nowhere on the sheet, or null. */
  readonly missing: ReadonlySignal<string | null>;
  /** Selects the next cell, or the one before, that has the text in it. */
  go(by: 1 | -1): void;
}

export function createFindModel(cursor: CursorModel, grid: GridModel): FindModel {
  const isOpen = signal(false);
  const text = signal('');
  const missing = signal<string | null>(null);
  return {
    isOpen,
    text,
    missing,
    go(by) {
      const wanted = text.peek();
      const { sheet, active } = cursor.current.peek();
      const found = wanted === '' ? null : findCell(sheet, wanted, active, by);
      missing.value = wanted !== '' && !found ? wanted : null;
      if (!found) return;
      cursor.moveTo(found);
      grid.reveal(found);
    },
  };
}

/**
 * The next cell after another, row by row and around the sheet, whose text, value or formula has a text in it, whatever its
 * case. Cells in hidden rows and columns are passed over; null where there is none.
 */
export function findCell(sheet: Sheet, wanted: string, from: Position, by: 1 | -1): Position | null {
  const used = sheet.usedArea(true);
  if (!used) return null;
  const { row, column, rowCount, columnCount } = used;
  const size = rowCount * columnCount;
  const needle = wanted.toLowerCase();
  const across = clamp(from.column - column, -1, columnCount);
  const place = clamp((from.row - row) * columnCount + across, -1, size);
  for (let offset = 1; offset <= size; offset++) {
    const position = (((place + by * offset) % size) + size) % size;
    const at = { row: row + Math.floor(position / columnCount), column: column + (position % columnCount) };
    if (sheet.hiddenRows.has(at.row) || sheet.hiddenColumns.has(at.column)) continue;
    if (hasText(sheet, at, needle)) return at;
  }
  return null;
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

function hasText(sheet: Sheet, { row, column }: Position, needle: string): boolean {
  const value = sheet.value(row, column);
  if (value === null) return false;
  const formula = sheet.formula(row, column);
  if (formula?.toLowerCase().includes(needle)) return true;
  if (typeof value === 'string') return value.toLowerCase().includes(needle);
  const plain = typeof value === 'object' ? value.error : String(value);
  return plain.toLowerCase().includes(needle) || sheet.text(row, column).toLowerCase().includes(needle);
}
