/** The menu of a sheet's tab: rename, delete, hide and protect. */

import { useEffect, useRef } from 'preact/hooks';
import { BookError } from '../book/refusals';
import type { Sheet } from '../book/types';
import { needsPassword } from '../files/keptContent';
import type { Workbench } from './model/workbench';
import { pixels } from './pixels';

interface SheetMenuProps {
  readonly workbench: Workbench;
  readonly sheet: Sheet;
  readonly left: number;
  onRename(sheet: Sheet): void;
  onClose(): void;
}

export function SheetMenu({ workbench, sheet, left, onRename, onClose }: SheetMenuProps) {
  const { books, say, attempt } = workbench;
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    menu.current?.querySelector('button')?.focus();
    const leave = (event: PointerEvent): void => {
      if (!menu.current?.contains(event.target as Node)) onClose();
    };
    window.addEventListener('pointerdown', leave);
    return () => window.removeEventListener('pointerdown', leave);
  }, []);
  const book = books.book.value;
  const items = [
    { label: say.value('renameSheet'), run: () => onRename(sheet) },
    { label: say.value('deleteSheet'), run: () => attempt(() => book.deleteSheet(sheet)) },
    { label: say.value('hideSheet'), run: () => hide(workbench, sheet) },
  ];
  if (book.sheets.some(isHidden)) {
    items.push({ label: say.value('unhideSheets'), run: () => showAll(workbench) });
  }
  items.push(
    {
      label: say.value(sheet.isProtected ? 'unprotectSheet' : 'protectSheet'),
      run: () => protectSheet(workbench, sheet, !sheet.isProtected),
    },
    {
      label: say.value(book.isStructureProtected ? 'unprotectWorkbook' : 'protectWorkbook'),
      run: () => protectStructure(workbench, !book.isStructureProtected),
    },
  );
  return (
    <div
      ref={menu}
      class="menu sheet-menu"
      role="menu"
      tabIndex={-1}
      style={{ left: pixels(left) }}
      onKeyDown={event => event.key === 'Escape' && onClose()}
    >
      {items.map(({ label, run }) => (
        <button
          type="button"
          role="menuitem"
          key={label}
          onClick={() => {
            onClose();
            run();
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

const isHidden = ({ visibility }: Sheet): boolean => visibility === 'Hidden';

/** A workbook keeps one sheet in sight. */
function hide({ books, attempt }: Workbench, sheet: Sheet): void {
  const book = books.book.peek();
  const next = book.sheets.find(each => each !== sheet && each.visibility === 'Visible');
  attempt(() => {
    book.assertStructure();
    if (!next) throw new BookError('lastVisibleSheet');
    book.activate(next);
    book.asOneStep(() => {
      sheet.visibility = 'Hidden';
      book.touch(sheet);
    });
  });
}

function showAll({ books, attempt }: Workbench): void {
  const book = books.book.peek();
  attempt(() => {
    book.assertStructure();
    book.asOneStep(() => {
      for (const each of book.sheets.filter(isHidden)) {
        each.visibility = 'Visible';
        book.touch(each);
      }
    });
  });
}

/** Protecting and unprotecting is no step to undo, and what was done before cannot be undone after it, as in Excel. */
function protectSheet({ books, notices, say }: Workbench, sheet: Sheet, isProtected: boolean): void {
  const book = books.book.peek();
  if (!isProtected && needsPassword(book, sheet)) {
    notices.problem(say.peek()('wantsPassword'));
    return;
  }
  sheet.isProtected = isProtected;
  book.forgetSteps();
  book.touch(sheet);
}

function protectStructure({ books, notices, say }: Workbench, isProtected: boolean): void {
  const book = books.book.peek();
  if (!isProtected && needsPassword(book, null)) notices.problem(say.peek()('wantsPassword'));
  else book.isStructureProtected = isProtected;
}
