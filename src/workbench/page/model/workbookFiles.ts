/** Workbooks in and out: which one is opened first, another in its place, this one as a file. */
import { batch, type ReadonlySignal } from '@preact/signals';
import type { Book } from '../../book/types';
import type { LeftOut } from '../../files/refusal';
import type { GridModel } from '../grid/gridModel';
import type { Locale } from '../options';
import type { Say } from '../texts';
import type { AddInModel } from './addIn';
import type { BookModel } from './bookModel';
import type { EntryModel } from './entry';
import type { NoticeModel } from './notices';

/** What reads and writes workbooks; passed in so that tests can leave the add-in out. */
export interface Foundation {
  createBook(locale: Locale): Book;
  openWorkbook(
    bytes: Uint8Array,
    name: string,
    locale: Locale,
  ): Promise<{ readonly book: Book; readonly leftOut: readonly LeftOut[] }>;
  saveWorkbook(book: Book): Promise<Uint8Array>;
}

export interface WorkbookFiles {
  /** Begins with what is opened first, or with an empty workbook; scripts that wait for `idle` wait for it. */
  start(openFirst: (() => Promise<void>) | null): void;
  /** Opens a file in place of the open workbook and starts the add-in again. Rejects when it cannot be read. */
  open(bytes: Uint8Array, name: string): Promise<void>;
  /** The workbook as an .xlsx file. */
  save(): Promise<Uint8Array>;
  /** Nothing is calculating, opening, or on its way between the add-in and the workbook. */
  idle(): Promise<void>;
}

interface Rooms {
  readonly books: BookModel;
  readonly entry: EntryModel;
  readonly grid: GridModel;
  readonly addIn: AddInModel;
  readonly notices: NoticeModel;
  readonly locale: ReadonlySignal<Locale>;
  readonly say: ReadonlySignal<Say>;
}

export function createWorkbookFiles(rooms: Rooms, foundation: Foundation): WorkbookFiles {
  const { books, entry, grid, addIn, notices, locale, say } = rooms;
  let opening: Promise<void> = Promise.resolve();
  let starting: Promise<void> = Promise.resolve();

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

  return {
    start(openFirst) {
      const begun = openFirst ? openFirst() : addIn.restart();
      starting = begun.then(async () => {
        // The first file could not be opened: the add-in still wants a workbook.
        if (addIn.frame.peek() === null) await addIn.restart();
      });
    },
    open(bytes, name) {
      const opened = opening.then(() => openFile(bytes, name));
      opening = opened.catch(() => undefined);
      return opened;
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
