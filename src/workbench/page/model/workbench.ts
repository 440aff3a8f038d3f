/** The whole workbench without its looks: the parts, and what the user can do with them. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { BookError } from '../../book/refusals';
import type { Sheet } from '../../book/types';
import { createFindModel, type FindModel } from '../find/findModel';
import { createGridModel, type GridModel } from '../grid/gridModel';
import { widenForTyped } from '../grid/typedWidth';
import { clampPaneWidth, type Locale, type Options, type Theme } from '../options';
import { refusalText } from '../refusalTexts';
import { createSay, type Say } from '../texts';
import { type AddInModel, createAddInModel } from './addIn';
import { type BookModel, createBookModel } from './bookModel';
import { type CursorModel, createCursorModel } from './cursor';
import { createEntryModel, type EntryModel } from './entry';
import { createNoticeModel, type NoticeModel } from './notices';
import { findPlace } from './places';
import { createWorkbookFiles, type Foundation, type WorkbookFiles } from './workbookFiles';

export interface Workbench extends WorkbookFiles {
  readonly say: ReadonlySignal<Say>;
  readonly locale: ReadonlySignal<Locale>;
  readonly theme: Signal<Theme>;
  readonly isPaneOpen: Signal<boolean>;
  readonly paneWidth: ReadonlySignal<number>;
  readonly books: BookModel;
  readonly cursor: CursorModel;
  readonly entry: EntryModel;
  readonly grid: GridModel;
  readonly find: FindModel;
  readonly addIn: AddInModel;
  readonly notices: NoticeModel;
  setLocale(locale: Locale): void;
  setPaneWidth(width: number): void;
  activate(sheet: Sheet): void;
  turnSheet(by: 1 | -1): void;
  undo(): void;
  redo(): void;
  /** Goes to an address or a name of the workbook; false when it is neither. */
  goTo(text: string): boolean;
  /** Makes a change that the book may refuse; a refusal is shown. */
  attempt(change: () => void): void;
}

/** @param foundation what the workbench is built on */
export function createWorkbench(options: Options, foundation: Foundation): Workbench {
  const locale = signal(options.locale);
  const say = computed(() => createSay(locale.value));
  const theme = signal(options.theme);
  const isPaneOpen = signal(options.isPaneOpen);
  const paneWidth = signal(options.paneWidth);
  const notices = createNoticeModel();
  const books = createBookModel(foundation.createBook(options.locale), say.peek()('untitled'));
  const cursor = createCursorModel(books);
  const refuse = (error: unknown): void => notices.problem(refusalText(error, locale.peek()));
  const entry = createEntryModel(books, cursor, refuse, (sheet, cells) =>
    widenForTyped(books.book.peek(), sheet, cells),
  );
  const grid = createGridModel(books, cursor, theme);
  const addIn = createAddInModel({ books, locale, isPaneOpen, paneHost: options.paneHost, notices, say });
  const files = createWorkbookFiles({ books, entry, grid, addIn, notices, locale, say }, foundation);

  const attempt = (change: () => void): void => {
    try {
      change();
    } catch (error) {
      if (!(error instanceof BookError)) throw error;
      refuse(error);
    }
  };
  const find = createFindModel(books, cursor, grid, attempt);
  const activate = (sheet: Sheet): void => {
    const isPointing = entry.current.peek() !== null && entry.canPoint();
    if (!isPointing && !entry.commit()) return;
    attempt(() => books.book.peek().activate(sheet));
  };

  effect(() => {
    document.documentElement.dataset.theme = theme.value;
    document.documentElement.lang = locale.value;
    document.title = `${books.fileName.value} · ${say.value('product')}`;
  });

  return {
    ...files,
    say,
    locale,
    theme,
    isPaneOpen,
    paneWidth,
    books,
    cursor,
    entry,
    grid,
    find,
    addIn,
    notices,
    attempt,
    activate,
    setLocale(next) {
      if (next === locale.peek()) return;
      entry.commit();
      locale.value = next;
      books.book.peek().locale = next;
      void addIn.restart();
    },
    setPaneWidth(width) {
      paneWidth.value = clampPaneWidth(width);
    },
    turnSheet(by) {
      const { sheets, activeSheet } = books.book.peek();
      const visible = sheets.filter(sheet => sheet.visibility === 'Visible');
      const next = visible[visible.indexOf(activeSheet) + by];
      if (next) activate(next);
    },
    undo: () => attempt(() => books.book.peek().undo()),
    redo: () => attempt(() => books.book.peek().redo()),
    goTo(text) {
      const book = books.book.peek();
      const place = findPlace(book, text);
      if (place === null) return false;
      book.select(place.sheet, place.areas);
      grid.reveal(place.areas[0]);
      return true;
    },
  };
}
