/** The list of a cell whose rule is a list: its button beside the active cell, and its entries below. */

import { useEffect, useRef } from 'preact/hooks';
import { validationAt } from '../../book/dataValidations';
import type { Workbench } from '../model/workbench';
import { pixels } from '../pixels';
import { areaOf, cellAddress } from '../position';
import { focusKeyboard } from './focusKeyboard';
import { type Layout, type Rectangle, rectangleOf } from './layout';

const buttonWidth = 18;
const widest = 320;
const entryHeight = 28;
const mostHeight = 240;

export function ListPicker({ workbench }: { readonly workbench: Workbench }) {
  const { grid, cursor, entry, books, say } = workbench;
  const { sheet, active } = cursor.current.value;
  books.content.value;
  books.appearance.value;
  const isOpen = grid.isListOpen.value;
  const rule = sheet === grid.sheet.value ? validationAt(sheet, active.row, active.column) : null;
  if (rule?.type !== 'List' || !rule.inCellDropDown || entry.current.value) return null;

  const layout = grid.layout.value;
  const box = rectangleOf(layout, areaOf(active));
  const isInSight = box.x >= layout.columns.headerSize && box.y >= layout.rows.headerSize;
  if (!isInSight || box.x > layout.width || box.y > layout.height) return null;
  const label = say.value('openList', { address: cellAddress(active) });
  const close = (): void => {
    grid.isListOpen.value = false;
    focusKeyboard(entry);
  };
  const choose = (text: string): void => {
    close();
    workbench.attempt(() => books.book.peek().enter(sheet, active.row, active.column, text));
  };
  return (
    <>
      <button
        type="button"
        class="list-button"
        tabIndex={-1}
        aria-label={label}
        aria-expanded={isOpen}
        aria-haspopup="listbox"
        style={{
          left: pixels(Math.min(box.x + box.width, layout.width - buttonWidth)),
          top: pixels(box.y),
          width: pixels(buttonWidth),
          height: pixels(Math.max(16, box.height - 1)),
        }}
        onPointerDown={event => event.stopPropagation()}
        onClick={() => {
          grid.isListOpen.value = !isOpen;
        }}
      />
      {isOpen && (
        <ListEntries
          entries={books.book.value.listEntries(sheet, active.row, active.column)}
          current={sheet.text(active.row, active.column)}
          box={box}
          layout={layout}
          label={label}
          onChoose={choose}
          onClose={close}
        />
      )}
    </>
  );
}

interface ListEntriesProps {
  readonly entries: readonly string[];
  /** The text of the cell. */
  readonly current: string;
  /** Of the cell, on the grid. */
  readonly box: Rectangle;
  readonly layout: Layout;
  readonly label: string;
  onChoose(text: string): void;
  onClose(): void;
}

function ListEntries({ entries, current, box, layout, label, onChoose, onClose }: ListEntriesProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chosen = list.current?.querySelector<HTMLElement>('[aria-selected=true]');
    (chosen ?? list.current?.querySelector<HTMLElement>('[role=option]'))?.focus();
  }, []);
  const press = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      onClose();
      return;
    }
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const options = [...list.current!.querySelectorAll<HTMLElement>('[role=option]')];
    const at = options.indexOf(document.activeElement as HTMLElement);
    options[Math.max(0, Math.min(options.length - 1, at + by))]?.focus();
  };
  const height = Math.min(mostHeight, entries.length * entryHeight + 8);
  const isLow = box.y + box.height + height > layout.height && box.y > height;
  return (
    <div
      ref={list}
      class="menu list-entries"
      role="listbox"
      tabIndex={-1}
      aria-label={label}
      style={{
        left: pixels(Math.max(0, Math.min(box.x, layout.width - 160))),
        top: pixels(isLow ? box.y - height - 2 : box.y + box.height + 1),
        minWidth: pixels(Math.min(widest, Math.max(120, box.width))),
        maxWidth: pixels(widest),
        maxHeight: pixels(mostHeight),
      }}
      onPointerDown={event => event.stopPropagation()}
      onWheel={event => event.stopPropagation()}
      onKeyDown={press}
    >
      {entries.map(text => (
        <button
          type="button"
          role="option"
          key={text}
          aria-selected={text === current}
          onClick={() => onChoose(text)}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
