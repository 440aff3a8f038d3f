/** The open workbook as signals: which book it is, and that something of it looks different. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Book, BookEvent } from '../../book/types';

export interface BookModel {
  readonly book: ReadonlySignal<Book>;
  /** `invoices.xlsx`, or the untitled name. */
  readonly fileName: ReadonlySignal<string>;
  /** Rises when values may show differently. */
  readonly content: ReadonlySignal<number>;
  /** Rises when sheets, sizes, formats or tables may have changed. */
  readonly appearance: ReadonlySignal<number>;
  readonly isCalculating: ReadonlySignal<boolean>;
  /** Puts another workbook in place of the open one. */
  replace(book: Book, fileName: string): void;
  on(listener: (event: BookEvent) => void): void;
}

/** Follows a book, and whatever book replaces it. */
export function createBookModel(first: Book, firstName: string): BookModel {
  const book = signal(first);
  const fileName = signal(firstName);
  const content = signal(0);
  const appearance = signal(0);
  const isCalculating = signal(false);
  const listeners: ((event: BookEvent) => void)[] = [];

  const follow = (followed: Book): (() => void) =>
    followed.on(event => {
      isCalculating.value = followed.isCalculating;
      if (event.kind !== 'selectionChanged' && event.kind !== 'editing') content.value += 1;
      if (changesAppearance(event)) appearance.value += 1;
      for (const listener of listeners) listener(event);
    });
  let stopFollowing = follow(first);

  return {
    book,
    fileName,
    content,
    appearance,
    isCalculating,
    replace(next, name) {
      stopFollowing();
      stopFollowing = follow(next);
      fileName.value = name;
      book.value = next;
      content.value += 1;
      appearance.value += 1;
      isCalculating.value = next.isCalculating;
    },
    on: listener => {
      listeners.push(listener);
    },
  };
}

const changesAppearance = ({ kind }: BookEvent): boolean =>
  kind !== 'selectionChanged' && kind !== 'editing' && kind !== 'calculated' && kind !== 'cellsChanged';
