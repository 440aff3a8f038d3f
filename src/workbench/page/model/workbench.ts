/** The whole workbench without its looks: the parts, and what the user can do with them. */
import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { parseAddress } from '../../book/address';
import { BookError } from '../../book/refusals';
import type { Book, Sheet } from '../../book/types';
import type { LeftOut } from '../../files/refusal';
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

export interface Workbench {
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
  /** Begins with what is opened first, or with an empty workbook; scripts that wait for `idle` wait for it. */
  start(openFirst: (() => Promise<void>) | null): void;
  /** Opens a file in place of the open workbook and starts the add-in again. Rejects when it cannot be read. */
  open(bytes: Uint8Array, name: string): Promise<void>;
  /** The workbook as an .xlsx file. */
  save(): Promise<Uint8Array>;
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
  /** Nothing is calculating, opening, or on its way between the add-in and the workbook. */
  idle(): Promise<void>;
}

/** What the workbench is built on; passed in so that tests can leave the add-in out. */
export interface Foundation {
  createBook(locale: Locale): Book;
  openWorkbook(
    bytes: Uint8Array,
    name: string,
    locale: Locale,
  ): Promise<{ readonly book: Book; readonly leftOut: readonly LeftOut[] }>;
  saveWorkbook(book: Book): Promise<Uint8Array>;
}

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
  let opening: Promise<void> = Promise.resolve();
  let starting: Promise<void> = Promise.resolve();

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

  const openFile = async (bytes: Uint8Array, name: string): Promise<void> => {
    const finish = notices.progress(say.peek()('opening', { name }));
    try {
      const { book, leftOut } = await foundation.openWorkbook(bytes, name, locale.peek());
      batch(() => {
        entry.cancel();
        grid.copied.value = null;
        books.replace(book, name);
      });
      await addIn.restart();
      if (leftOut.length > 0) notices.problem(openedWithout(leftOut, say.peek()));
    } finally {
      finish();
    }
  };

  effect(() => {
    document.documentElement.dataset.theme = theme.value;
    document.documentElement.lang = locale.value;
    document.title = `${books.fileName.value} · ${say.value('product')}`;
  });

  return {
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
    open(bytes, name) {
      const opened = opening.then(() => openFile(bytes, name));
      opening = opened.catch(() => undefined);
      return opened;
    },
    start(openFirst) {
      const begun = openFirst ? openFirst() : addIn.restart();
      starting = begun.then(async () => {
        // The first file could not be opened: the add-in still wants a workbook.
        if (addIn.frame.peek() === null) await addIn.restart();
      });
    },
    async save() {
      entry.commit();
      const finish = notices.progress(say.peek()('saving'));
      try {
        return await foundation.saveWorkbook(books.book.peek());
      } finally {
        finish();
      }
    },
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
      const name = book.names.find(each => each.name.toLowerCase() === text.trim().toLowerCase());
      const table = book.sheets
        .flatMap(sheet => sheet.tables.map(each => ({ sheet, table: each })))
        .find(each => each.table.name.toLowerCase() === text.trim().toLowerCase());
      if (table) {
        book.select(table.sheet, [table.table.area]);
        grid.reveal(table.table.area);
        return true;
      }
      const address = parseAddress(name ? name.formula : text.trim());
      const sheet = address?.sheet == null ? book.activeSheet : book.sheetByName(address.sheet);
      if (!address || !sheet || sheet.visibility !== 'Visible') return false;
      book.select(sheet, address.areas);
      grid.reveal(address.areas[0]);
      return true;
    },
    async idle() {
      await starting;
      await opening;
      await addIn.idle();
      await books.book.peek().idle();
    },
  };
}

/** Say what a file had that is not here, so that nobody saves over it unawares. */
function openedWithout(leftOut: readonly LeftOut[], say: Say): string {
  const list = leftOut.map(each =>
    'name' in each
      ? say(each.what === 'name' ? 'nameLeftOut' : 'tableLeftOut', { name: each.name })
      : say(each.what === 'macros' ? 'macros' : 'pivotTables'),
  );
  return say('openedWithout', { list: list.join(say('listSeparator')) });
}
