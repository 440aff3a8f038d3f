/** The sheets of the workbook under the grid: choose, add and rename; what else can be done with one is in its menu. */

import addIcon from '@fluentui/svg-icons/icons/add_16_regular.svg';
import lockIcon from '@fluentui/svg-icons/icons/lock_closed_16_regular.svg';
import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Sheet } from '../book/types';
import { focusKeyboard } from './grid/focusKeyboard';
import { Icon } from './Icon';
import type { Workbench } from './model/workbench';
import { addSheet } from './ribbon/HomeTab';
import { SheetMenu } from './SheetMenu';

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

  const rename = (sheet: Sheet): void => {
    renamed.value = sheet;
  };
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
            <SheetTab
              key={sheet.id}
              workbench={workbench}
              sheet={sheet}
              onRename={rename}
              onMenu={left => {
                menu.value = { sheet, left };
              }}
            />
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
          onRename={rename}
          onClose={() => {
            menu.value = null;
          }}
        />
      )}
    </nav>
  );
}

interface SheetTabProps {
  readonly workbench: Workbench;
  readonly sheet: Sheet;
  onRename(sheet: Sheet): void;
  /** @param left where the menu begins on the screen */
  onMenu(left: number): void;
}

function SheetTab({ workbench, sheet, onRename, onMenu }: SheetTabProps) {
  const { cursor, entry, say } = workbench;
  const isActive = sheet === cursor.current.value.sheet;
  return (
    <button
      type="button"
      role="tab"
      class="sheet-tab"
      aria-selected={isActive}
      aria-controls="sheet"
      tabIndex={isActive ? 0 : -1}
      style={sheet.tabColor ? { '--tab-colour': sheet.tabColor } : undefined}
      onPointerDown={event => event.button === 0 && event.preventDefault()}
      onClick={() => {
        workbench.activate(sheet);
        focusKeyboard(entry);
      }}
      onDblClick={() => onRename(sheet)}
      onContextMenu={event => {
        event.preventDefault();
        workbench.activate(sheet);
        onMenu(event.currentTarget.getBoundingClientRect().left);
      }}
    >
      {sheet.isProtected && (
        <span title={say.value('protectedSheet')}>
          <Icon source={lockIcon} />
        </span>
      )}
      {sheet.name}
    </button>
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
