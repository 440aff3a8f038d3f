/** The menu of the right mouse button on cells, rows and columns. */

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { maxColumns, maxRows } from '../../book/address';
import { unfilteredParts } from '../../book/filteredRows';
import { axisOf } from '../../book/outline';
import type { Area, Book, Sheet } from '../../book/types';
import type { Workbench } from '../model/workbench';
import { pixels } from '../pixels';
import { isSingleCell } from '../position';
import { cellMenuButtons } from '../ribbon/manifest';
import { clearHere, copyHere, pasteHere } from './clipboardHere';
import { fillSelection } from './fillHandle';
import { followLink, linkAt } from './links';
import { groupAt, groupSelection, outlineAxisOf, showDetail } from './outlining';
import { sortSelection } from './sorting';

export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

interface CellMenuProps {
  readonly workbench: Workbench;
  readonly place: MenuPlace;
  onClose(): void;
}

interface MenuItem {
  readonly label: string;
  readonly isDisabled?: boolean;
  run(): void | Promise<void>;
}

const menuWidth = 190;

export function CellMenu({ workbench, place, onClose }: CellMenuProps) {
  const list = useRef<HTMLDivElement>(null);
  const groups = menuOf(workbench);
  const { width, height } = workbench.grid.layout.value;
  const [tall, setTall] = useState(0);
  useLayoutEffect(() => setTall(list.current?.offsetHeight ?? 0), []);
  useEffect(() => list.current?.querySelector('button')?.focus(), []);

  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || event.key === 'Tab') onClose();
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    const buttons = [...list.current!.querySelectorAll('button')];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (by !== undefined) buttons[(at + by + buttons.length) % buttons.length]?.focus();
  };
  return (
    <div
      ref={list}
      class="menu"
      role="menu"
      tabIndex={-1}
      style={{
        left: pixels(Math.max(0, Math.min(place.x, width - menuWidth))),
        top: pixels(Math.max(0, Math.min(place.y, height - tall))),
        width: pixels(menuWidth),
      }}
      onPointerDown={event => event.stopPropagation()}
      onContextMenu={event => event.stopPropagation()}
      onKeyDown={press}
    >
      {groups.map((group, order) => (
        <div key={group[0]?.label} class={order > 0 ? 'menu-group is-later' : 'menu-group'}>
          {group.map(item => (
            <button
              type="button"
              role="menuitem"
              key={item.label}
              disabled={item.isDisabled}
              onClick={() => {
                onClose();
                void item.run();
              }}
            >
              {item.label}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}

function menuOf(workbench: Workbench): MenuItem[][] {
  const say = workbench.say.value;
  const { sheet, areas } = workbench.cursor.current.value;
  const area = areas[areas.length - 1];
  const isRows = area.columnCount === maxColumns;
  const isColumns = area.rowCount === maxRows;
  const isWhole = isRows && isColumns;
  const { books, attempt } = workbench;
  const change = (make: () => void) => () => attempt(make);
  const book = books.book.value;
  const groups: MenuItem[][] = [clipboardItems(workbench)];
  const link = linkAt(workbench, workbench.cursor.current.value.active);
  if (link) groups.push([{ label: say('openLink'), run: () => followLink(workbench, link) }]);
  const { active } = workbench.cursor.current.value;
  if (sheet.card(active.row, active.column)) {
    const run = (): void => {
      workbench.grid.isCardOpen.value = true;
    };
    groups.push([{ label: say('openCard'), run }]);
  }
  const isFillable = !isSingleCell(area) && !isRows && !isColumns;
  groups.push([
    { label: say('clear'), run: () => clearHere(workbench) },
    ...(isFillable ? [{ label: say('fillSeries'), run: () => fillSelection(workbench) }] : []),
  ]);
  groups.push([
    { label: say('sortAscending'), run: () => sortSelection(workbench, true) },
    { label: say('sortDescending'), run: () => sortSelection(workbench, false) },
  ]);
  if (!isColumns) {
    groups.push([
      { label: say('insertRows'), run: change(() => book.insertRows(sheet, area.row, area.rowCount)) },
      { label: say('deleteRows'), run: change(() => deleteRows(book, sheet, area)) },
    ]);
  }
  if (!isRows) {
    groups.push([
      {
        label: say('insertColumns'),
        run: change(() => book.insertColumns(sheet, area.column, area.columnCount)),
      },
      {
        label: say('deleteColumns'),
        run: change(() => book.deleteColumns(sheet, area.column, area.columnCount)),
      },
    ]);
  }
  if (!isWhole) groups.push(outlineItems(workbench));
  if (isRows && !isWhole) groups.push(visibilityItems(workbench, area, 'row'));
  if (isColumns && !isWhole) groups.push(visibilityItems(workbench, area, 'column'));
  const ofAddIn = addInItems(workbench);
  return ofAddIn.length > 0 ? [...groups, ofAddIn] : groups;
}

/** Those that a filter hides stay, as in Excel. */
function deleteRows(book: Book, sheet: Sheet, area: Area): void {
  book.asOneStep(() => {
    for (const { row, rowCount } of unfilteredParts(sheet, area).reverse())
      book.deleteRows(sheet, row, rowCount);
  });
}

/** What the add-in's manifest puts into this menu. */
function addInItems({ addIn }: Workbench): MenuItem[] {
  const manifest = addIn.manifest.value;
  return (manifest ? cellMenuButtons(manifest) : []).map(control => ({
    label: control.label,
    isDisabled: !(addIn.isEnabled.value.get(control.id) ?? control.isEnabled),
    run: () => addIn.press(control),
  }));
}

function clipboardItems(workbench: Workbench): MenuItem[] {
  const { grid, notices, say } = workbench;
  const copy = async (isCut: boolean): Promise<void> => {
    await navigator.clipboard?.writeText(copyHere(workbench, isCut)).catch(() => undefined);
  };
  const pasteFromClipboard = async (): Promise<void> => {
    const ours = grid.copied.peek()?.text;
    const text = await navigator.clipboard?.readText?.().catch(() => ours);
    if (text === undefined) notices.problem(say.peek()('pasteByKeyboard'));
    else pasteHere(workbench, text);
  };
  const text = say.value;
  return [
    { label: text('cut'), run: () => copy(true) },
    { label: text('copy'), run: () => copy(false) },
    { label: text('paste'), run: pasteFromClipboard },
  ];
}

/** Grouping, and folding what the active cell is in or sums up. */
function outlineItems({ books, cursor, attempt, say }: Workbench): MenuItem[] {
  const current = cursor.current.value;
  const axis = outlineAxisOf(current);
  const room = { cursor, attempt, book: () => books.book.peek() };
  const isGrouped = axisOf(current.sheet, axis).outline.levels.size > 0;
  const isRow = axis === 'row';
  const text = say.value;
  return [
    { label: text(isRow ? 'groupRows' : 'groupColumns'), run: () => groupSelection(room, 1) },
    ...(isGrouped
      ? [{ label: text(isRow ? 'ungroupRows' : 'ungroupColumns'), run: () => groupSelection(room, -1) }]
      : []),
    ...(groupAt(current, axis, false)
      ? [{ label: text('hideDetail'), run: () => showDetail(room, false) }]
      : []),
    ...(groupAt(current, axis, true)
      ? [{ label: text('showDetail'), run: () => showDetail(room, true) }]
      : []),
  ];
}

function visibilityItems(
  { attempt, books, grid, say }: Workbench,
  area: Area,
  kind: 'row' | 'column',
): MenuItem[] {
  const sheet = grid.sheet.peek();
  const first = kind === 'row' ? area.row : area.column;
  const count = kind === 'row' ? area.rowCount : area.columnCount;
  const set = (isHidden: boolean) => (): void => {
    const hidden = kind === 'row' ? sheet.hiddenRows : sheet.hiddenColumns;
    const book = books.book.peek();
    attempt(() => {
      book.assertPermitted(sheet, kind === 'row' ? 'allowFormatRows' : 'allowFormatColumns');
      book.asOneStep(() => {
        for (let index = first; index < first + count; index += 1) {
          if (isHidden) hidden.add(index);
          else hidden.delete(index);
        }
        book.touch(sheet);
      });
    });
  };
  return [
    { label: say.value(kind === 'row' ? 'hideRows' : 'hideColumns'), run: set(true) },
    { label: say.value(kind === 'row' ? 'unhideRows' : 'unhideColumns'), run: set(false) },
  ];
}
