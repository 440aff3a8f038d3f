/** What is being typed, into which cell, and giving it to the book. */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { BookError } from '../../book/refusals';
import type { Area, Sheet } from '../../book/types';
import type { Position } from '../position';
import type { BookModel } from './bookModel';
import { editText } from './constantText';
import type { CursorModel } from './cursor';
import {
  canPoint,
  type Entry,
  withCaret,
  withInserted,
  withOtherMode,
  withPointed,
  withText,
  withTurnedReference,
} from './entryEdits';

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

  const edit = (edited: (entry: Entry) => Entry): void => {
    if (current.value) current.value = edited(current.value);
  };
  const begin = (mode: Entry['mode'], place: Entry['place'], text?: string): void => {
    if (current.value) {
      current.value = { ...current.value, place };
      return;
    }
    const { sheet, active: position } = cursor.current.value;
    if (sheet.kind === 'chart') return;
    const initial = text ?? editText(sheet, position, model.book.value);
    model.book.value.isEditing = true;
    current.value = { sheet, position, text: initial, caret: initial.length, mode, place, pointed: null };
  };

  return {
    current,
    begin,
    change: (text, caret) => edit(entry => withText(entry, text, caret)),
    insert: text => {
      if (current.value) edit(entry => withInserted(entry, text));
      else begin('enter', 'cell', text);
    },
    moveCaret: caret => edit(entry => withCaret(entry, caret)),
    turnReference: () => edit(withTurnedReference),
    toggleMode: () => edit(withOtherMode),
    commit: () => give(current.value ? [current.value.position] : []),
    commitToSelection: () => give(selectedCells(cursor.current.value.areas)),
    cancel: end,
    canPoint: () => current.value !== null && canPoint(current.value),
    point: (sheet, area) => edit(entry => withPointed(entry, sheet, area)),
  };
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
