/**
 * The text box that holds the keyboard of the sheet. While nothing is typed it is unseen over the active cell, so that
 * an input method (pinyin, for one) begins where the text will be; while typing it is the cell.
 */

import { useSignalEffect } from '@preact/signals';
import type { ComponentChildren, CSSProperties, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Completion, useCompletion } from '../formula/completion';
import { FormulaHelp } from '../formula/FormulaHelp';
import type { EntryModel } from '../model/entry';
import type { Workbench } from '../model/workbench';
import { pixels } from '../pixels';
import { areaOf, cellAddress, type Position } from '../position';
import { cellFontFamily, cellFontSize } from './cellFont';
import { copyHere, pasteHere } from './clipboardHere';
import { pressKey } from './keyboard';
import { type Rectangle, rectangleOf } from './layout';
import { mergeAt } from './movement';
import { keyboardOf, keyOf } from './sheetKeyboard';

export function CellEditor({ workbench }: { readonly workbench: Workbench }) {
  const { entry, grid, cursor } = workbench;
  const completion = useCompletion(workbench, 'cell');
  const current = entry.current.value;
  // While a formula points at another sheet its cell is not in sight; the formula bar shows it.
  const isOnSheet = current !== null && current.sheet === grid.sheet.value;
  const isOpen = isOnSheet && current.place === 'cell';
  const shown = isOnSheet ? current.position : cursor.current.value.active;
  // What is typed into must be seen, as the cell may be only half in sight.
  useLayoutEffect(() => {
    if (isOpen) grid.reveal(shown);
  }, [isOpen]);
  const layout = grid.layout.value;
  const { vertical } = grid.lookAt.value(shown.row, shown.column);
  const place = rectangleOf(layout, mergeAt(grid.sheet.value, shown) ?? areaOf(shown));
  return (
    <>
      <SheetRoles workbench={workbench} shown={shown}>
        <CellTextBox
          workbench={workbench}
          completion={completion}
          shown={shown}
          isOpen={isOpen}
          style={boxStyle(workbench, place, isOpen ? current.text : null, vertical)}
        />
      </SheetRoles>
      {isOpen && (
        <FormulaHelp
          workbench={workbench}
          completion={completion}
          style={{
            left: pixels(Math.max(0, Math.min(place.x, layout.width - helpWidth))),
            ...below(place.y + place.height + 4, layout.height),
          }}
        />
      )}
    </>
  );
}

interface SheetRolesProps {
  readonly workbench: Workbench;
  readonly shown: Position;
  readonly children: ComponentChildren;
}

/** What the sheet is to who hears it: the one cell that matters, in a grid of its size. */
function SheetRoles({ workbench: { grid }, shown, children }: SheetRolesProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table of a million rows cannot be elements
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
          {children}
        </div>
      </div>
    </div>
  );
}

interface CellTextBoxProps {
  readonly workbench: Workbench;
  readonly completion: Completion;
  readonly shown: Position;
  readonly isOpen: boolean;
  readonly style: CSSProperties;
}

function CellTextBox({ workbench, completion, shown, isOpen, style }: CellTextBoxProps) {
  const { entry, grid, say } = workbench;
  const box = useRef<HTMLTextAreaElement>(null);
  useTypedText(entry, box);
  const followCaret = (): void => followCaretOf(entry, box.current!);
  const stopWhenOpen = (event: Event): void => {
    if (isOpen) event.stopPropagation();
  };
  return (
    <textarea
      ref={box}
      class={isOpen ? 'cell-editor is-open' : 'cell-editor'}
      aria-label={`${cellAddress(shown)} ${grid.lookAt.value(shown.row, shown.column).text || say.value('emptyCell')}`}
      spellcheck={false}
      autocomplete="off"
      rows={1}
      style={style}
      onInput={() => typeInto(entry, box.current!)}
      onKeyDown={event => press(workbench, completion, event)}
      onSelect={followCaret}
      onKeyUp={followCaret}
      onClick={followCaret}
      onFocus={() => {
        grid.isFocused.value = true;
      }}
      onBlur={() => {
        grid.isFocused.value = false;
      }}
      onPointerDown={stopWhenOpen}
      onDblClick={stopWhenOpen}
      onCopy={event => copy(workbench, event, false)}
      onCut={event => copy(workbench, event, true)}
      onPaste={event => {
        if (entry.current.peek()) return;
        event.preventDefault();
        pasteHere(workbench, event.clipboardData?.getData('text/plain') ?? '');
      }}
    />
  );
}

/** The box shows what is being typed, and has the keyboard while it is typed in the cell. */
function useTypedText(entry: EntryModel, box: RefObject<HTMLTextAreaElement | null>): void {
  const current = entry.current.value;
  const isHere = current !== null && current.place === 'cell';
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
    if (entry.current.value?.place === 'cell') box.current?.focus({ preventScroll: true });
  });
}

function typeInto(entry: EntryModel, { value, selectionStart }: HTMLTextAreaElement): void {
  if (entry.current.peek()) entry.change(value, selectionStart);
  else entry.begin('enter', 'cell', value);
}

/** What is not drawn yet has not moved its caret either. */
function followCaretOf(entry: EntryModel, { value, selectionStart }: HTMLTextAreaElement): void {
  const typing = entry.current.peek();
  if (typing?.place === 'cell' && typing.text === value) entry.moveCaret(selectionStart);
}

function press(workbench: Workbench, completion: Completion, event: KeyboardEvent): void {
  if (event.isComposing || completion.press(event)) return;
  if (pressKey(keyOf(event), keyboardOf(workbench))) event.preventDefault();
  else if (event.key === 'Enter' && event.altKey) insertLineBreak(event, workbench);
}

function copy(workbench: Workbench, event: ClipboardEvent, isCut: boolean): void {
  if (workbench.entry.current.peek()) return;
  event.preventDefault();
  event.clipboardData?.setData('text/plain', copyHere(workbench, isCut));
}

function insertLineBreak(event: KeyboardEvent, { entry }: Workbench): void {
  if (!entry.current.peek()) return;
  event.preventDefault();
  entry.insert('\n');
}

const editorPadding = 30;
const lineHeight = 17;

/** Where a text stands in its cell, as a share of the room above it. */
const shareAbove = { top: 0, center: 0.5, bottom: 1 } as const;

/** As large as the cell, or as what is typed there, its text where that of the cell is. @param typed null while nothing is */
function boxStyle(
  { grid }: Workbench,
  place: Rectangle,
  typed: string | null,
  vertical: keyof typeof shareAbove,
): CSSProperties {
  const { rows, columns, width: room, zoom } = grid.layout.value;
  const fontSize = Math.max(1, Math.round(cellFontSize * zoom));
  const width =
    typed === null ? place.width : Math.max(place.width, textWidth(typed, fontSize) + editorPadding);
  const line = Math.round(lineHeight * zoom);
  const textHeight = (typed?.split('\n').length ?? 1) * line;
  const height = Math.max(place.height + 1, textHeight + 3);
  return {
    left: pixels(Math.max(place.x - 1, columns.headerSize - 1)),
    top: pixels(Math.max(place.y - 1, rows.headerSize - 1)),
    width: pixels(Math.min(width + 1, room - place.x)),
    height: pixels(height),
    paddingTop: pixels(Math.max(1, Math.round((height - textHeight - 2) * shareAbove[vertical]))),
    font: `${fontSize}px/${pixels(line)} ${cellFontFamily}`,
  };
}

const helpWidth = 340;
const helpHeight = 220;

/** Under the cell, or over it where there is no room under. */
const below = (y: number, height: number): { top?: string; bottom?: string } =>
  y + helpHeight > height && y > helpHeight ? { bottom: pixels(height - y + 28) } : { top: pixels(y) };

let measuring: CanvasRenderingContext2D | null = null;

function textWidth(text: string, fontSize: number): number {
  measuring ??= document.createElement('canvas').getContext('2d');
  if (!measuring) return 0;
  measuring.font = `${fontSize}px ${cellFontFamily}`;
  return Math.max(...text.split('\n').map(line => measuring!.measureText(line).width));
}
