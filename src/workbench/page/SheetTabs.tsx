/** The sheets of the workbook under the grid: choose, add, rename, hide and delete. */

import addIcon from '@fluentui/svg-icons/icons/add_16_regular.svg';
import lockIcon from '@fluentui/svg-icons/icons/lock_closed_16_regular.svg';
import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { BookError } from '../book/refusals';
import type { Sheet } from '../book/types';
import { needsPassword } from '../files/keptContent';
import { focusKeyboard } from './grid/focusKeyboard';
import { Icon } from './Icon';
import type { Workbench } from './model/workbench';
import { pixels } from './pixels';
import { addSheet } from './ribbon/HomeTab';

export function SheetTabs({ workbench }: { readonly workbench: Workbench }) {
  const { books, cursor, say } = workbench;
  const list = useRef<HTMLDivElement>(null);
  const renamed = useSignal<Sheet | null>(null);
  const menu = useSignal<{ readonly sheet: Sheet; readonly left: number } | null>(null);
  const sheets = useComputed(() => {
    books.appearance.value;
    return books.book.value.sheets.filter(({ visibility }) => visibility === 'Visible');
  });
  const active = cursor.current.value.sheet;
  useEffect(() => {
    list.current
      ?.querySelector('[aria-selected="true"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active, sheets.value.length]);

  const turn = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined || renamed.peek()) return;
    event.preventDefault();
    workbench.turnSheet(by === 1 ? 1 : -1);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  };
  return (
    <nav class="sheet-bar" aria-label={say.value('sheetTabs')}>
      <div ref={list} class="sheet-tabs" role="tablist" aria-label={say.value('sheetTabs')} onKeyDown={turn}>
        {sheets.value.map(sheet =>
          renamed.value === sheet ? (
            <RenameBox
              key={sheet.id}
              sheet={sheet}
              onDone={name => {
                renamed.value = null;
                if (name !== null) workbench.attempt(() => books.book.peek().renameSheet(sheet, name));
                focusKeyboard(workbench.entry);
              }}
            />
          ) : (
            <button
              type="button"
              key={sheet.id}
              role="tab"
              class="sheet-tab"
              aria-selected={sheet === active}
              aria-controls="sheet"
              tabIndex={sheet === active ? 0 : -1}
              style={sheet.tabColor ? { '--tab-colour': sheet.tabColor } : undefined}
              onPointerDown={event => event.button === 0 && event.preventDefault()}
              onClick={() => {
                workbench.activate(sheet);
                focusKeyboard(workbench.entry);
              }}
              onDblClick={() => {
                renamed.value = sheet;
              }}
              onContextMenu={event => {
                event.preventDefault();
                workbench.activate(sheet);
                menu.value = { sheet, left: event.currentTarget.getBoundingClientRect().left };
              }}
            >
              {sheet.isProtected && (
                <span title={say.value('protectedSheet')}>
                  <Icon source={lockIcon} />
                </span>
              )}
              {sheet.name}
            </button>
          ),
        )}
      </div>
      <button
        type="button"
        class="quiet-button"
        title={say.value('newSheet')}
        aria-label={say.value('newSheet')}
        onClick={() => {
          addSheet(workbench);
          focusKeyboard(workbench.entry);
        }}
      >
        <Icon source={addIcon} />
      </button>
      {menu.value && (
        <SheetMenu
          workbench={workbench}
          {...menu.value}
          onRename={sheet => {
            renamed.value = sheet;
          }}
          onClose={() => {
            menu.value = null;
          }}
        />
      )}
    </nav>
  );
}

function RenameBox({ sheet, onDone }: { readonly sheet: Sheet; onDone(name: string | null): void }) {
  const box = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  // At once: what is typed next is the name already.
  useLayoutEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, []);
  const finish = (name: string | null): void => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(name && name !== sheet.name ? name : null);
  };
  return (
    <input
      ref={box}
      class="sheet-rename"
      aria-label={sheet.name}
      defaultValue={sheet.name}
      maxLength={31}
      size={Math.max(6, sheet.name.length)}
      onBlur={event => finish(event.currentTarget.value.trim())}
      onKeyDown={event => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        finish(event.key === 'Enter' ? event.currentTarget.value.trim() : null);
      }}
    />
  );
}

interface SheetMenuProps {
  readonly workbench: Workbench;
  readonly sheet: Sheet;
  readonly left: number;
  onRename(sheet: Sheet): void;
  onClose(): void;
}

function SheetMenu({ workbench, sheet, left, onRename, onClose }: SheetMenuProps) {
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
