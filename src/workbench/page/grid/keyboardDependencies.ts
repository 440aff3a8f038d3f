/** What the keyboard works on. */
import type { Book } from '../../book/types';
import type { CursorModel } from '../model/cursor';
import type { EntryModel } from '../model/entry';
import type { GridModel } from './gridModel';

export interface KeyboardDependencies {
  readonly grid: GridModel;
  readonly cursor: CursorModel;
  readonly entry: EntryModel;
  book(): Book;
  /** Does what the book may refuse, and shows the refusal. */
  attempt(change: () => void): void;
  undo(): void;
  /** Opens the bar in which one types what to find, or also what to put in its place. */
  find(isReplacing: boolean): void;
  redo(): void;
  save(): void;
  /** The moment it is, for keys that write it. */
  now(): Date;
  /** The next or previous sheet. */
  turnSheet(by: 1 | -1): void;
}
