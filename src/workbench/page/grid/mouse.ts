/** What the mouse does on the frame of the grid: it presses, draws, hovers, opens menus and turns its wheel. */
import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import type { Area } from '../../book/types';
import { zoomStep } from '../../book/zoom';
import type { Workbench } from '../model/workbench';
import { contains, type Position } from '../position';
import type { MenuPlace } from './CellMenu';
import { clickedLink, filterButtonAt, isOnCardIcon } from './cellMarks';
import { fillDown, fillTo, isOnFillHandle } from './fillHandle';
import { focusKeyboard } from './focusKeyboard';
import { hitTest } from './layout';
import { fitColumn, resizeLine } from './lineSizing';
import { followLink, linkAt } from './links';
import { type Drag, type PointerPlace, pointerShape, startDrag, startTouch } from './pointer';

const wheelLine = 20;
const wheelPage = 400;

/** What the mouse has found or opened. */
export interface MouseFinds {
  readonly hovered: Signal<Position | null>;
  readonly menu: Signal<MenuPlace | null>;
  /** The header cell whose filter is open. */
  readonly filter: Signal<Position | null>;
}

export function useMouseFinds(): MouseFinds {
  return {
    hovered: useSignal<Position | null>(null),
    menu: useSignal<MenuPlace | null>(null),
    filter: useSignal<Position | null>(null),
  };
}

/** @param frame the element whose corner is the grid's */
export function mouseOn(workbench: Workbench, frame: RefObject<HTMLDivElement | null>, finds: MouseFinds) {
  const { grid, cursor, entry } = workbench;
  const { hovered, menu, filter } = finds;
  const placeOf = (event: MouseEvent): PointerPlace => placeOn(frame.current!, event);

  const pressCells = (event: PointerEvent, place: PointerPlace): void => {
    const start = event.pointerType === 'touch' ? startTouch : startDrag;
    const drag = start(place, {
      grid,
      cursor,
      entry,
      fill: (source, whole, isOpposite) => fillTo(workbench, source, whole, isOpposite),
      resizeLine: (kind, index, size) => resizeLine(workbench, kind, index, size),
    });
    focusKeyboard(entry);
    if (drag) followDrag(event, drag, placeOf, end => openPressed(workbench, end));
  };

  return {
    press(event: PointerEvent): void {
      menu.value = null;
      const place = placeOf(event);
      const button = filterButtonAt(workbench, place);
      filter.value = null;
      if (event.button !== 0) return;
      event.preventDefault();
      if (button && entry.commit()) filter.value = button;
      else pressCells(event, place);
    },
    hover(event: MouseEvent): void {
      const place = placeOf(event);
      const hit = hitTest(grid.layout.peek(), place.x, place.y);
      const isLink = hit.kind === 'cell' && linkAt(workbench, hit) !== null;
      frame.current!.style.cursor = isLink ? 'pointer' : pointerShape(place, { grid, cursor, entry });
      const before = hovered.peek();
      const next = hit.kind === 'cell' ? { row: hit.row, column: hit.column } : null;
      if (before?.row !== next?.row || before?.column !== next?.column) hovered.value = next;
    },
    leave(): void {
      hovered.value = null;
    },
    doubleClick(event: MouseEvent): void {
      const place = placeOf(event);
      if (isOnFillHandle(grid.layout.peek(), cursor.current.peek(), place.x, place.y)) {
        fillDown(workbench);
        return;
      }
      const hit = hitTest(grid.layout.peek(), place.x, place.y);
      if (hit.kind === 'cell' && !filterButtonAt(workbench, place)) entry.begin('edit', 'cell');
      if (hit.kind === 'columnEdge') fitColumn(workbench, hit.column);
    },
    openMenu(event: MouseEvent): void {
      event.preventDefault();
      const place = placeOf(event);
      selectUnder(workbench, place);
      menu.value = { x: place.x, y: place.y };
    },
    turnWheel(event: WheelEvent): void {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) {
        grid.zoomTo(zoomStep(grid.sheet.peek().zoom, event.deltaY > 0 ? -1 : 1));
        return;
      }
      const unit = event.deltaMode === 1 ? wheelLine : event.deltaMode === 2 ? wheelPage : 1;
      const isSideways = event.shiftKey && event.deltaX === 0;
      grid.scrollBy(
        (isSideways ? event.deltaY : event.deltaX) * unit,
        (isSideways ? 0 : event.deltaY) * unit,
      );
    },
  };
}

function placeOn(frame: HTMLElement, event: MouseEvent): PointerPlace {
  const box = frame.getBoundingClientRect();
  return {
    x: event.clientX - box.left,
    y: event.clientY - box.top,
    isShift: event.shiftKey,
    isControl: event.ctrlKey || event.metaKey,
  };
}

/** What a click on a link or on the icon of a card opens. */
function openPressed(workbench: Workbench, place: PointerPlace): void {
  const link = clickedLink(workbench, place);
  if (link) followLink(workbench, link);
  if (isOnCardIcon(workbench, place)) workbench.grid.isCardOpen.value = true;
}

/** A menu is about what it was opened on: that is selected unless it is already. */
function selectUnder({ grid, cursor }: Workbench, { x, y }: PointerPlace): void {
  const hit = hitTest(grid.layout.peek(), x, y);
  const { areas } = cursor.current.peek();
  if (hit.kind === 'cell' && !isWithin(areas, hit)) cursor.moveTo(hit);
  if (hit.kind === 'rowHeader' && !isWithin(areas, { row: hit.row, column: 0 })) {
    cursor.selectRow(hit.row, 'replace');
  }
  if (hit.kind === 'columnHeader' && !isWithin(areas, { row: 0, column: hit.column })) {
    cursor.selectColumn(hit.column, 'replace');
  }
}

const isWithin = (areas: readonly Area[], position: Position): boolean =>
  areas.some(area => contains(area, position));

function followDrag(
  event: PointerEvent,
  drag: Drag,
  placeOf: (event: MouseEvent) => PointerPlace,
  onEnd: (place: PointerPlace) => void,
): void {
  const move = (moved: PointerEvent): void => drag.move(placeOf(moved));
  const end = (released: PointerEvent): void => {
    stop();
    drag.end(released.type === 'pointerup' ? placeOf(released) : undefined);
    if (released.type === 'pointerup') onEnd(placeOf(released));
  };
  const giveUp = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    stop();
    drag.end();
  };
  const stop = (): void => {
    window.removeEventListener('keydown', giveUp, { capture: true });
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', end);
    window.removeEventListener('pointercancel', end);
    document.documentElement.classList.remove('is-dragging');
  };
  // The pane's frame would swallow the mouse on its way over it.
  document.documentElement.classList.add('is-dragging');
  (event.target as Element).releasePointerCapture?.(event.pointerId);
  window.addEventListener('keydown', giveUp, { capture: true });
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', end);
  window.addEventListener('pointercancel', end);
}
