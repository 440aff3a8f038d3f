import { signal } from '@preact/signals';
import { createBook } from '../../../../src/workbench/book/book';
import { BookError, type RefusalKind } from '../../../../src/workbench/book/refusals';
import { createGridModel } from '../../../../src/workbench/page/grid/gridModel';
import type { KeyboardDependencies } from '../../../../src/workbench/page/grid/keyboardDependencies';
import { createBookModel } from '../../../../src/workbench/page/model/bookModel';
import { createCursorModel } from '../../../../src/workbench/page/model/cursor';
import { createEntryModel } from '../../../../src/workbench/page/model/entry';
import type { Theme } from '../../../../src/workbench/page/options';

/** What the keyboard works on: an empty workbook on the afternoon of 5 March 2026, without files and without a window. */
export function keyboardOnBook(): KeyboardDependencies & { readonly refused: RefusalKind[] } {
  const refused: RefusalKind[] = [];
  const refuse = (error: unknown): void => {
    if (!(error instanceof BookError)) throw error;
    refused.push(error.kind);
  };
  const books = createBookModel(createBook(), 'Book1');
  const cursor = createCursorModel(books);
  const grid = createGridModel(books, cursor, signal<Theme>('light'));
  grid.resize(700, 422);
  return {
    refused,
    grid,
    cursor,
    entry: createEntryModel(books, cursor, refuse),
    book: () => books.book.peek(),
    attempt: change => {
      try {
        change();
      } catch (error) {
        refuse(error);
      }
    },
    undo: () => books.book.peek().undo(),
    redo: () => books.book.peek().redo(),
    save: () => undefined,
    find: () => undefined,
    now: () => new Date(2026, 2, 5, 14, 7),
    turnSheet: () => undefined,
  };
}
