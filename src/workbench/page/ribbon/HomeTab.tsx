/** The workbench's own tab: files, undo, sheets, and how everything looks. */
import redoIcon from '@fluentui/svg-icons/icons/arrow_redo_20_regular.svg';
import undoIcon from '@fluentui/svg-icons/icons/arrow_undo_20_regular.svg';
import openIcon from '@fluentui/svg-icons/icons/folder_open_20_regular.svg';
import gridIcon from '@fluentui/svg-icons/icons/grid_20_regular.svg';
import languageIcon from '@fluentui/svg-icons/icons/local_language_20_regular.svg';
import paneIcon from '@fluentui/svg-icons/icons/panel_right_20_regular.svg';
import saveIcon from '@fluentui/svg-icons/icons/save_20_regular.svg';
import findIcon from '@fluentui/svg-icons/icons/search_20_regular.svg';
import sheetIcon from '@fluentui/svg-icons/icons/table_add_20_regular.svg';
import freezeIcon from '@fluentui/svg-icons/icons/table_freeze_row_20_regular.svg';
import darkIcon from '@fluentui/svg-icons/icons/weather_moon_20_regular.svg';
import lightIcon from '@fluentui/svg-icons/icons/weather_sunny_20_regular.svg';
import { useRef } from 'preact/hooks';
import { openableFiles, openFile, saveToDisk } from '../files';
import { focusKeyboard } from '../grid/focusKeyboard';
import { Icon } from '../Icon';
import type { Workbench } from '../model/workbench';
import { RibbonGroup } from './RibbonGroup';

export function HomeTab({ workbench }: { readonly workbench: Workbench }) {
  const { say, theme, locale, isPaneOpen, grid, books, find } = workbench;
  const text = say.value;
  const isDark = theme.value === 'dark';
  books.appearance.value;
  books.content.value;
  const book = books.book.value;
  const sheet = grid.sheet.value;
  const isFrozen = sheet.frozenRows > 0 || sheet.frozenColumns > 0;
  return (
    <>
      <RibbonGroup label={text('fileGroup')}>
        <OpenButton workbench={workbench} />
        <HomeButton
          icon={saveIcon}
          label={text('save')}
          tip={text('saveTip')}
          onPress={() => void saveToDisk(workbench)}
        />
      </RibbonGroup>
      <RibbonGroup label={text('editGroup')}>
        <HomeButton
          icon={undoIcon}
          label={text('undo')}
          tip="Ctrl+Z"
          isOff={!book.canUndo}
          onPress={workbench.undo}
        />
        <HomeButton
          icon={redoIcon}
          label={text('redo')}
          tip="Ctrl+Y"
          isOff={!book.canRedo}
          onPress={workbench.redo}
        />
        <HomeButton
          icon={findIcon}
          label={text('findAndReplace')}
          tip={text('findTip')}
          onPress={() => find.open(true)}
        />
      </RibbonGroup>
      <RibbonGroup label={text('sheetGroup')}>
        <HomeButton icon={sheetIcon} label={text('newSheet')} onPress={() => addSheet(workbench)} />
        <HomeButton
          icon={freezeIcon}
          label={text(isFrozen ? 'unfreeze' : 'freeze')}
          onPress={() => toggleFreeze(workbench)}
        />
        <HomeButton
          icon={gridIcon}
          label={text('gridlines')}
          isPressed={sheet.showGridlines}
          onPress={() => {
            sheet.showGridlines = !sheet.showGridlines;
            books.book.peek().touch(sheet);
          }}
        />
      </RibbonGroup>
      <RibbonGroup label={text('viewGroup')}>
        <HomeButton
          icon={paneIcon}
          label={text('pane')}
          tip={text('paneTip')}
          isPressed={isPaneOpen.value}
          onPress={() => {
            isPaneOpen.value = !isPaneOpen.peek();
          }}
        />
        <HomeButton
          icon={isDark ? lightIcon : darkIcon}
          label={text(isDark ? 'light' : 'dark')}
          tip={text('themeTip')}
          onPress={() => {
            theme.value = isDark ? 'light' : 'dark';
          }}
        />
        <HomeButton
          icon={languageIcon}
          label={text('language')}
          tip={text('languageTip')}
          onPress={() => workbench.setLocale(locale.peek() === 'zh-CN' ? 'en-US' : 'zh-CN')}
        />
      </RibbonGroup>
    </>
  );
}

interface HomeButtonProps {
  readonly icon: string;
  readonly label: string;
  readonly tip?: string;
  readonly isPressed?: boolean;
  /** Nothing to do now; it keeps the focus that it has. */
  readonly isOff?: boolean;
  onPress(): void;
}

function HomeButton({ icon, label, tip, isPressed, isOff = false, onPress }: HomeButtonProps) {
  return (
    <button
      type="button"
      class="ribbon-button"
      title={tip ?? label}
      aria-pressed={isPressed}
      aria-disabled={isOff || undefined}
      onClick={() => !isOff && onPress()}
    >
      <Icon source={icon} />
      <span>{label}</span>
    </button>
  );
}

function OpenButton({ workbench }: { readonly workbench: Workbench }) {
  const input = useRef<HTMLInputElement>(null);
  const text = workbench.say.value;
  return (
    <>
      <HomeButton
        icon={openIcon}
        label={text('open')}
        tip={text('openTip')}
        onPress={() => input.current?.click()}
      />
      <input
        ref={input}
        type="file"
        class="unseen"
        tabIndex={-1}
        aria-label={text('open')}
        accept={openableFiles}
        onChange={event => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) void openFile(workbench, file);
        }}
      />
    </>
  );
}

/** Adds a sheet and goes there, keyboard and all. */
export function addSheet(workbench: Workbench): void {
  if (!workbench.entry.commit()) return;
  workbench.attempt(() => {
    const book = workbench.books.book.peek();
    book.activate(book.addSheet());
  });
  focusKeyboard(workbench.entry);
}

/** Freezes what lies above and left of the active cell, as far as it is in sight. */
function toggleFreeze({ books, cursor, grid }: Workbench): void {
  const { sheet, active } = cursor.current.peek();
  const isFrozen = sheet.frozenRows > 0 || sheet.frozenColumns > 0;
  const isAtOrigin = active.row === 0 && active.column === 0;
  sheet.frozenRows = isFrozen ? 0 : isAtOrigin ? 1 : active.row;
  sheet.frozenColumns = isFrozen || isAtOrigin ? 0 : active.column;
  grid.scrollTo({ x: 0, y: 0 });
  books.book.peek().touch(sheet);
}
