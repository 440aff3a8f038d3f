/** What is being typed, into which cell, from where; and what of the formula is only pointed at. */

import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { formatAddress } from '../../book/address';
import { BookError } from '../../book/refusals';
import type { Area, Sheet } from '../../book/types';
import { turnReference } from '../formula/absoluteReference';
import { takesReference } from '../formula/formulaText';
import type { Position } from '../position';
import type { BookModel } from './bookModel';
import { editText } from './constantText';
import type { CursorModel } from './cursor';

export interface Entry {
  readonly sheet: Sheet;
  readonly position: Position;
  readonly text: string;
  readonly caret: number;
  /** `enter`: arrows leave the cell, as after typing over it; `edit`: arrows move the caret. */
  readonly mode: 'enter' | 'edit';
  readonly place: 'cell' | 'bar';
  /** The stretch of text that pointing at cells replaces while it goes on. */
  readonly pointed: { readonly start: number; readonly end: number; readonly area: Area } | null;
}

export interface EntryModel {
  readonly current: ReadonlySignal<Entry | null>;
  /** Begins with the cell's own text, or with another (typed over it). */
  begin(mode: Entry['mode'], place: Entry['place'], text?: string): void;
  change(text: string, caret: number): void;
  /** Types a text at the caret; into the active cell where nothing is being typed. */
  insert(text: string): void;
  /** Where the caret has gone without a change. */
  moveCaret(caret: number): void;
  /** F4: turns the reference at the caret absolute and back. */
  turnReference(): void;
  /** F2: switches between leaving and moving within. */
  toggleMode(): void;
  /** Gives the text to the book. False when the book refused it: the entry stays open. */
  commit(): boolean;
  /** Ctrl+Enter: the same text into every selected cell. */
  commitToSelection(): boolean;
  cancel(): void;
  /** True when a click on a cell writes its address into the formula. */
  canPoint(): boolean;
  point(sheet: Sheet, area: Area): void;
}

/**
 * @param refuse shows why the book did not take what was typed
 * @param taken is told of cells into which it went
 */
export function createEntryModel(
  model: BookModel,
  cursor: CursorModel,
  refuse: (error: BookError) => void,
  taken: (sheet: Sheet, cells: readonly Position[]) => void = () => undefined,
): EntryModel {
  const current = signal<Entry | null>(null);

  const end = (): void => {
    batch(() => {
      const entry = current.value;
      current.value = null;
      model.book.value.isEditing = false;
      if (entry && model.book.value.activeSheet !== entry.sheet) model.book.value.activate(entry.sheet);
    });
  };
  const give = (cells: readonly Position[]): boolean => {
    const entry = current.value;
    if (!entry) return true;
    const book = model.book.value;
    book.isEditing = false;
    try {
      for (const { row, column } of cells) book.enter(entry.sheet, row, column, entry.text);
    } catch (error) {
      book.isEditing = true;
      if (!(error instanceof BookError)) throw error;
      refuse(error);
      return false;
    }
    taken(entry.sheet, cells);
    end();
    return true;
  };

  const entryModel: EntryModel = {
    current,
    insert(text) {
      const entry = current.value;
      if (!entry) {
        entryModel.begin('enter', 'cell', text);
        return;
      }
      const { text: typed, caret } = entry;
      entryModel.change(typed.slice(0, caret) + text + typed.slice(caret), caret + text.length);
    },
    begin(mode, place, text) {
      if (current.value) {
        current.value = { ...current.value, place };
        return;
      }
      const { sheet, active } = cursor.current.value;
      if (sheet.kind === 'chart') return;
      const initial = text ?? editText(sheet, active, model.book.value);
      model.book.value.isEditing = true;
      current.value = {
        sheet,
        position: active,
        text: initial,
        caret: initial.length,
        mode,
        place,
        pointed: null,
      };
    },
    change(text, caret) {
      if (current.value) current.value = { ...current.value, text, caret, pointed: null };
    },
    moveCaret(caret) {
      const entry = current.value;
      if (entry && entry.caret !== caret) current.value = { ...entry, caret, pointed: null };
    },
    toggleMode() {
      const entry = current.value;
      if (entry) current.value = { ...entry, mode: entry.mode === 'enter' ? 'edit' : 'enter' };
    },
    turnReference() {
      const entry = current.value;
      const turned = entry && turnReference(entry.text, entry.caret);
      if (turned) current.value = { ...entry, ...turned, pointed: null };
    },
    commit: () => give(current.value ? [current.value.position] : []),
    commitToSelection: () => give(selectedCells(cursor.current.value.areas)),
    cancel: end,
    canPoint() {
      const entry = current.value;
      return entry !== null && (entry.pointed !== null || takesReference(entry.text, entry.caret));
    },
    point(sheet, area) {
      const entry = current.value;
      if (!entry) return;
      const start = entry.pointed?.start ?? entry.caret;
      const afterwards = entry.text.slice(entry.pointed?.end ?? entry.caret);
      const address = formatAddress(area, sheet === entry.sheet ? {} : { sheet: sheet.name });
      const caret = start + address.length;
      current.value = {
        ...entry,
        text: entry.text.slice(0, start) + address + afterwards,
        caret,
        pointed: { start, end: caret, area },
      };
    },
  };
  return entryModel;
}

const mostCellsOfOneEntry = 10_000;

function selectedCells(areas: readonly Area[]): Position[] {
  const cells: Position[] = [];
  for (const area of areas) {
    for (let row = area.row; row < area.row + area.rowCount; row += 1) {
      for (let column = area.column; column < area.column + area.columnCount; column += 1) {
        if (cells.length === mostCellsOfOneEntry) return cells;
        cells.push({ row, column });
      }
    }
  }
  return cells;
}
