/**
 * The text box that holds the keyboard of the sheet. While nothing is typed it is unseen over the active cell, so that
 * an input method (pinyin, for one) begins where the text will be; while typing it is the cell.
 */

import { useSignalEffect } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { saveToDisk } from '../files';
import { useCompletion } from '../formula/completion';
import { FormulaHelp } from '../formula/FormulaHelp';
import type { Workbench } from '../model/workbench';
import { pixels } from '../pixels';
import { areaOf, cellAddress } from '../position';
import { cellFontFamily, cellFontSize } from './cellFont';
import { copyText, paste } from './clipboard';
import { clearSelection, type Key, type KeyboardDependencies, pressKey } from './keyboard';
import { rectangleOf } from './layout';
import { mergeAt } from './movement';

const editorPadding = 30;

export function CellEditor({ workbench }: { readonly workbench: Workbench }) {
  const { entry, grid, cursor, say } = workbench;
  const box = useRef<HTMLTextAreaElement>(null);
  const current = entry.current.value;
  const isHere = current !== null && current.place === 'cell';
  // While a formula points at another sheet its cell is not in sight; the formula bar shows it.
  const isOpen = isHere && current.sheet === grid.sheet.value;
  const completion = useCompletion(workbench, 'cell');
  const shown =
    current && current.sheet === grid.sheet.value ? current.position : cursor.current.value.active;
  const layout = grid.layout.value;
  const place = rectangleOf(layout, mergeAt(grid.sheet.value, shown) ?? areaOf(shown));
  const text = isHere ? current.text : '';

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    if (element.value !== text) element.value = text;
    if (isHere && document.activeElement === element && element.selectionStart !== current.caret) {
      element.setSelectionRange(current.caret, current.caret);
    }
  }, [text, isHere, current?.caret]);
  // The keyboard comes back to the sheet when typing in the formula bar ends.
  useSignalEffect(() => {
    const typing = entry.current.value;
    if (typing?.place === 'cell') box.current?.focus({ preventScroll: true });
  });

  const followCaret = (): void => {
    const element = box.current!;
    const typing = entry.current.peek();
    // What is not drawn yet has not moved its caret either.
    if (typing?.place === 'cell' && typing.text === element.value) entry.moveCaret(element.selectionStart);
  };
  const type = (): void => {
    const element = box.current!;
    if (entry.current.peek()) entry.change(element.value, element.selectionStart);
    else entry.begin('enter', 'cell', element.value);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (completion.press(event)) return;
    const isDone = pressKey(keyOf(event), keyboardOf(workbench));
    if (isDone) event.preventDefault();
    else if (event.key === 'Enter' && event.altKey) insertLineBreak(event, workbench);
  };
  const copy = (event: ClipboardEvent, isCut: boolean): void => {
    if (entry.current.peek()) return;
    event.preventDefault();
    const { sheet, areas } = cursor.current.peek();
    const copied = copyText(sheet, areas[areas.length - 1]);
    event.clipboardData?.setData('text/plain', copied.text);
    grid.copied.value = { sheet, area: copied.area, text: copied.text, isCut };
  };

  const width = isOpen ? Math.max(place.width, textWidth(text) + editorPadding) : place.width;
  const lineCount = text.split('\n').length;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a table of a million rows cannot be elements */}
      <div
        id="sheet"
        role="grid"
        aria-label={grid.sheet.value.name}
        aria-rowcount={grid.surface.value.rows.count}
        aria-colcount={grid.surface.value.columns.count}
        aria-multiselectable="true"
      >
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: the text box inside is focusable */}
        <div role="row" aria-rowindex={shown.row + 1}>
          {/* biome-ignore lint/a11y/useSemanticElements: see above */}
          {/* biome-ignore lint/a11y/useFocusableInteractive: see above */}
          <div role="gridcell" aria-colindex={shown.column + 1} aria-selected="true">
            <textarea
              ref={box}
              class={isOpen ? 'cell-editor is-open' : 'cell-editor'}
              aria-label={`${cellAddress(shown)} ${grid.lookAt.value(shown.row, shown.column).text || say.value('emptyCell')}`}
              spellcheck={false}
              autocomplete="off"
              rows={1}
              style={{
                left: pixels(Math.max(place.x - 1, layout.columns.headerSize - 1)),
                top: pixels(Math.max(place.y - 1, layout.rows.headerSize - 1)),
                width: pixels(Math.min(width + 1, layout.width - place.x)),
                height: pixels(Math.max(place.height + 1, isOpen ? lineCount * 17 + 3 : 0)),
                font: `${cellFontSize}px ${cellFontFamily}`,
              }}
              onInput={type}
              onKeyDown={press}
              onSelect={followCaret}
              onKeyUp={followCaret}
              onClick={followCaret}
              onFocus={() => {
                grid.isFocused.value = true;
              }}
              onBlur={() => {
                grid.isFocused.value = false;
              }}
              onPointerDown={event => {
                if (isOpen) event.stopPropagation();
              }}
              onDblClick={event => {
                if (isOpen) event.stopPropagation();
              }}
              onCopy={event => copy(event, false)}
              onCut={event => copy(event, true)}
              onPaste={event => {
                if (entry.current.peek()) return;
                event.preventDefault();
                pasteHere(workbench, event.clipboardData?.getData('text/plain') ?? '');
              }}
            />
          </div>
        </div>
      </div>
      {isOpen && (
        <FormulaHelp
          workbench={workbench}
          completion={completion}
          style={{
            left: pixels(Math.max(0, Math.min(place.x, layout.width - 340))),
            ...below(place.y + place.height + 4, layout.height),
          }}
        />
      )}
    </>
  );
}

const helpHeight = 220;

/** Under the cell, or over it where there is no room under. */
const below = (y: number, height: number): { top?: string; bottom?: string } =>
  y + helpHeight > height && y > helpHeight ? { bottom: pixels(height - y + 28) } : { top: pixels(y) };

let measuring: CanvasRenderingContext2D | null = null;

function textWidth(text: string): number {
  measuring ??= document.createElement('canvas').getContext('2d');
  if (!measuring) return 0;
  measuring.font = `${cellFontSize}px ${cellFontFamily}`;
  return Math.max(...text.split('\n').map(line => measuring!.measureText(line).width));
}

function insertLineBreak(event: KeyboardEvent, { entry }: Workbench): void {
  const current = entry.current.peek();
  if (!current) return;
  event.preventDefault();
  const { text, caret } = current;
  entry.change(`${text.slice(0, caret)}\n${text.slice(caret)}`, caret + 1);
}

/** A browser's key as the sheet knows it. */
export const keyOf = (event: KeyboardEvent): Key => ({
  name: event.key,
  isShift: event.shiftKey,
  isControl: event.ctrlKey || event.metaKey,
  isAlt: event.altKey,
});

/** What the keyboard of a workbench works on. */
export const keyboardOf = (workbench: Workbench): KeyboardDependencies => ({
  grid: workbench.grid,
  cursor: workbench.cursor,
  entry: workbench.entry,
  book: () => workbench.books.book.peek(),
  attempt: workbench.attempt,
  undo: workbench.undo,
  redo: workbench.redo,
  save: () => void saveToDisk(workbench),
  find: () => {
    workbench.find.isOpen.value = true;
  },
  turnSheet: workbench.turnSheet,
});

/** Pastes at the selection and selects what was pasted. */
export function pasteHere({ books, cursor, grid, attempt }: Workbench, text: string): void {
  const { sheet, areas } = cursor.current.peek();
  attempt(() => {
    const copied = grid.copied.peek();
    const pasted = paste(books.book.peek(), sheet, areas[areas.length - 1], text, copied);
    cursor.selectAreas([pasted]);
    if (copied?.isCut) grid.copied.value = null;
  });
}

/** Ctrl+X and Delete from a menu, where there is no clipboard event. */
export const clearHere = ({ books, cursor, attempt }: Workbench): void =>
  clearSelection({ cursor, attempt, book: () => books.book.peek() });
