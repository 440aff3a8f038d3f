/** Between the browser's keyboard and the sheet's. */
import { saveToDisk } from '../files';
import type { Workbench } from '../model/workbench';
import type { Key } from './keyboard';
import type { KeyboardDependencies } from './keyboardDependencies';

/** A browser's key as the sheet knows it. */
export const keyOf = (event: KeyboardEvent): Key => ({
  name: event.key,
  isShift: event.shiftKey,
  isControl: event.ctrlKey || event.metaKey,
  isAlt: event.altKey,
});

/** What the keyboard of a workbench works on. */
export const keyboardOf = (workbench: Workbench): KeyboardDependencies => ({
  grid: workbench.grid,
  cursor: workbench.cursor,
  entry: workbench.entry,
  book: () => workbench.books.book.peek(),
  attempt: workbench.attempt,
  undo: workbench.undo,
  redo: workbench.redo,
  save: () => void saveToDisk(workbench),
  find: workbench.find.open,
  now: () => new Date(),
  turnSheet: workbench.turnSheet,
});
