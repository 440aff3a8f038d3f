/** The sheet itself: a canvas for the eye, a text box for keyboard and input methods, roles for screen readers. */
import { effect, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { shownTitle } from '../../book/chart/chartData';
import type { Area } from '../../book/types';
import { referencesIn } from '../formula/formulaText';
import type { EntryModel } from '../model/entry';
import type { Workbench } from '../model/workbench';
import { areaOf, contains, type Position } from '../position';
import { CardView } from './CardView';
import { CellEditor } from './CellEditor';
import { CellMenu, type MenuPlace } from './CellMenu';
import { cellPadding } from './cellFont';
import { type ChartImages, createChartStore } from './charts/chartImages';
import { ErrorBubble } from './ErrorBubble';
import { FilterMenu } from './FilterMenu';
import { focusKeyboard } from './focusKeyboard';
import { ListPicker } from './ListPicker';
import { hitTest, rectangleOf } from './layout';
import { followLink, linkAt } from './links';
import { PromptBubble } from './PromptBubble';
import { cardIconSize, filterButtonSize, fontOf, paintGrid, type Scene } from './paint';
import { palettes } from './palette';
import { type Drag, type PointerPlace, pointerShape, startDrag, startTouch } from './pointer';
import { Readout } from './Readout';
import { ScrollBar } from './ScrollBar';

const wheelLine = 20;
const wheelPage = 400;

export function Grid({ workbench }: { readonly workbench: Workbench }) {
  const isChart = workbench.grid.sheet.value.kind === 'chart';
  return isChart ? <ChartSheet workbench={workbench} /> : <CellGrid workbench={workbench} />;
}

/** Takes the keyboard as the cells do, so that the keys for the next and the last sheet lead out again. */
function ChartSheet({ workbench }: { readonly workbench: Workbench }) {
  const { entry, say, turnSheet } = workbench;
  useKeyboardOnArrival(entry);
  const press = (event: KeyboardEvent): void => {
    const by = { PageUp: -1, PageDown: 1 }[event.key];
    if (by === undefined || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    turnSheet(by === 1 ? 1 : -1);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it stands where the grid stands, and holds its keyboard
    <section class="grid grid-chart" aria-label={say.value('gridName')} tabIndex={0} onKeyDown={press}>
      <p>{say.value('chartSheet')}</p>
    </section>
  );
}

/** Who took the keyboard before was the sheet that has just gone. */
function useKeyboardOnArrival(entry: EntryModel): void {
  useEffect(() => {
    if (document.activeElement === document.body) focusKeyboard(entry);
  }, [entry]);
}

/** A component of its own, so that coming back from a chart sheet paints on the new canvas. */
function CellGrid({ workbench }: { readonly workbench: Workbench }) {
  const { grid, cursor, entry, theme, say } = workbench;
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const hovered = useSignal<Position | null>(null);
  const menu = useSignal<MenuPlace | null>(null);
  const filter = useSignal<Position | null>(null);
  const references = useComputed(() => framedReferences(workbench));
  useKeyboardOnArrival(entry);

  useEffect(() => observeSize(frame.current!, (width, height) => grid.resize(width, height)), [grid]);
  const charts = useComputed(() => chartImages(workbench));
  useEffect(
    () =>
      paintOnChange(canvas.current!, () => ({
        charts: charts.value,
        layout: grid.layout.value,
        sheet: grid.sheet.value,
        lookAt: grid.lookAt.value,
        palette: palettes[theme.value],
        cursor: cursor.current.value,
        references: references.value,
        copied: grid.copied.value?.sheet === grid.sheet.value ? [grid.copied.value.area] : [],
        isFocused: grid.isFocused.value,
      })),
    [grid, cursor, theme, references, charts],
  );
  // What the add-in selects has to be seen.
  useSignalEffect(() => {
    const { areas } = cursor.current.value;
    const last = areas[areas.length - 1];
    if (last && !grid.isFocused.peek()) grid.reveal({ row: last.row, column: last.column });
  });
  useSignalEffect(() => {
    grid.scroll.value;
    grid.sheet.value;
    menu.value = null;
    filter.value = null;
  });
  // The list belongs to the cell at which it was opened.
  useSignalEffect(() => {
    cursor.current.value;
    grid.scroll.value;
    grid.isListOpen.value = false;
    grid.isCardOpen.value = false;
  });

  const placeOf = (event: MouseEvent): PointerPlace => {
    const box = frame.current!.getBoundingClientRect();
    return {
      x: event.clientX - box.left,
      y: event.clientY - box.top,
      isShift: event.shiftKey,
      isControl: event.ctrlKey || event.metaKey,
    };
  };
  const press = (event: PointerEvent): void => {
    menu.value = null;
    const place = placeOf(event);
    const button = filterButtonAt(workbench, place);
    filter.value = null;
    if (event.button !== 0) return;
    event.preventDefault();
    if (button && entry.commit()) {
      filter.value = button;
      return;
    }
    const start = event.pointerType === 'touch' ? startTouch : startDrag;
    const drag = start(place, {
      grid,
      cursor,
      entry,
      resizeLine: (kind, index, size) => resizeLine(workbench, kind, index, size),
    });
    focusKeyboard(workbench.entry);
    if (!drag) return;
    followDrag(event, drag, placeOf, end => {
      const link = clickedLink(workbench, end);
      if (link) followLink(workbench, link);
      if (isOnCardIcon(workbench, end)) grid.isCardOpen.value = true;
    });
  };
  const turnWheel = (event: WheelEvent): void => {
    event.preventDefault();
    const unit = event.deltaMode === 1 ? wheelLine : event.deltaMode === 2 ? wheelPage : 1;
    const isSideways = event.shiftKey && event.deltaX === 0;
    grid.scrollBy((isSideways ? event.deltaY : event.deltaX) * unit, (isSideways ? 0 : event.deltaY) * unit);
  };
  const openMenu = (event: MouseEvent): void => {
    event.preventDefault();
    const place = placeOf(event);
    const hit = hitTest(grid.layout.peek(), place.x, place.y);
    const { areas } = cursor.current.peek();
    if (hit.kind === 'cell' && !areas.some(area => contains(area, hit))) cursor.moveTo(hit);
    if (hit.kind === 'rowHeader' && !isWithin(areas, { row: hit.row, column: 0 })) {
      cursor.selectRow(hit.row, 'replace');
    }
    if (hit.kind === 'columnHeader' && !isWithin(areas, { row: 0, column: hit.column })) {
      cursor.selectColumn(hit.column, 'replace');
    }
    menu.value = { x: place.x, y: place.y };
  };

  return (
    <section class="grid" aria-label={say.value('gridName')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the mouse's way; the keyboard's is the cell editor inside */}
      <div
        class="grid-frame"
        ref={frame}
        onPointerDown={press}
        onPointerMove={event => {
          const place = placeOf(event);
          const hit = hitTest(grid.layout.peek(), place.x, place.y);
          const isLink = hit.kind === 'cell' && linkAt(workbench, hit) !== null;
          frame.current!.style.cursor = isLink ? 'pointer' : pointerShape(place, { grid });
          const before = hovered.peek();
          const next = hit.kind === 'cell' ? { row: hit.row, column: hit.column } : null;
          if (before?.row !== next?.row || before?.column !== next?.column) hovered.value = next;
        }}
        onPointerLeave={() => {
          hovered.value = null;
        }}
        onDblClick={event => {
          const hit = hitTest(grid.layout.peek(), placeOf(event).x, placeOf(event).y);
          if (hit.kind === 'cell' && !filterButtonAt(workbench, placeOf(event))) entry.begin('edit', 'cell');
          if (hit.kind === 'columnEdge') fitColumn(workbench, hit.column);
        }}
        onContextMenu={openMenu}
        onWheel={turnWheel}
        onScroll={event => {
          // The browser would move the frame itself to show the caret; the sheet scrolls by its own means.
          event.currentTarget.scrollTo(0, 0);
        }}
      >
        <canvas ref={canvas} class="grid-canvas" />
        <CellEditor workbench={workbench} />
        <ErrorBubble workbench={workbench} hovered={hovered} />
        <PromptBubble workbench={workbench} />
        <ListPicker workbench={workbench} />
        <CardView workbench={workbench} />
        {menu.value && (
          <CellMenu
            workbench={workbench}
            place={menu.value}
            onClose={() => {
              menu.value = null;
              focusKeyboard(workbench.entry);
            }}
          />
        )}
        {filter.value && (
          <FilterMenu
            workbench={workbench}
            header={filter.value}
            onClose={() => {
              filter.value = null;
              focusKeyboard(workbench.entry);
            }}
          />
        )}
      </div>
      <ScrollBar
        orientation="vertical"
        label={say.value('gridName')}
        position={grid.scroll.value.y}
        farthest={grid.farthest.value.y}
        room={grid.layout.value.height}
        onScroll={y => grid.scrollTo({ y })}
      />
      <ScrollBar
        orientation="horizontal"
        label={say.value('gridName')}
        position={grid.scroll.value.x}
        farthest={grid.farthest.value.x}
        room={grid.layout.value.width}
        onScroll={x => grid.scrollTo({ x })}
      />
      <Readout workbench={workbench} />
      <ChartNames workbench={workbench} />
    </section>
  );
}

const chartStore = createChartStore();

/** Pictures of the charts, new ones whenever a value, a format or the colours may have changed. */
function chartImages({ books, theme }: Workbench): ChartImages {
  books.content.value;
  books.appearance.value;
  return chartStore.at({}, books.book.value, palettes[theme.value]);
}

/** The link under a plain click; a drag over several cells, or one that adds to the selection, only selects. */
function clickedLink(workbench: Workbench, place: PointerPlace): ReturnType<typeof linkAt> {
  const { grid, cursor, entry } = workbench;
  const hit = hitTest(grid.layout.peek(), place.x, place.y);
  const { areas, active } = cursor.current.peek();
  const isPlain = hit.kind === 'cell' && !place.isShift && !place.isControl && !entry.current.peek();
  if (!isPlain || areas.length > 1 || active.row !== hit.row || active.column !== hit.column) return null;
  return linkAt(workbench, hit);
}

const isWithin = (areas: readonly Area[], position: Position): boolean =>
  areas.some(area => contains(area, position));

function observeSize(element: HTMLElement, onSize: (width: number, height: number) => void): () => void {
  const observer = new ResizeObserver(() => onSize(element.clientWidth, element.clientHeight));
  observer.observe(element);
  return () => observer.disconnect();
}

/** Paints at most once a frame, whenever something of the scene is different. */
function paintOnChange(canvas: HTMLCanvasElement, sceneNow: () => Scene): () => void {
  let request = 0;
  let scene: Scene | null = null;
  const paint = (): void => {
    request = 0;
    const context = canvas.getContext('2d');
    if (!context || !scene) return;
    const { width, height } = scene.layout;
    const scale = window.devicePixelRatio || 1;
    const pixels = { width: Math.round(width * scale), height: Math.round(height * scale) };
    if (canvas.width !== pixels.width || canvas.height !== pixels.height) Object.assign(canvas, pixels);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    paintGrid(context, scene);
  };
  const stop = effect(() => {
    scene = sceneNow();
    if (request === 0) request = requestAnimationFrame(paint);
  });
  return () => {
    stop();
    cancelAnimationFrame(request);
  };
}

function followDrag(
  event: PointerEvent,
  drag: Drag,
  placeOf: (event: MouseEvent) => PointerPlace,
  onEnd: (place: PointerPlace) => void,
): void {
  const move = (moved: PointerEvent): void => drag.move(placeOf(moved));
  const end = (released: PointerEvent): void => {
    drag.end();
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', end);
    window.removeEventListener('pointercancel', end);
    document.documentElement.classList.remove('is-dragging');
    if (released.type === 'pointerup') onEnd(placeOf(released));
  };
  // The pane's frame would swallow the mouse on its way over it.
  document.documentElement.classList.add('is-dragging');
  (event.target as Element).releasePointerCapture?.(event.pointerId);
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', end);
  window.addEventListener('pointercancel', end);
}

function framedReferences({ entry, grid }: Workbench): readonly Area[] {
  const current = entry.current.value;
  if (!current) return [];
  const shown = grid.sheet.value;
  return referencesIn(current.text)
    .filter(({ sheetName }) =>
      sheetName === null ? current.sheet === shown : sheetName.toLowerCase() === shown.name.toLowerCase(),
    )
    .map(({ area }) => area);
}

function resizeLine(
  { attempt, books, grid }: Workbench,
  kind: 'column' | 'row',
  index: number,
  size: number,
): void {
  const sheet = grid.sheet.peek();
  const book = books.book.peek();
  attempt(() => {
    book.assertPermitted(sheet, kind === 'column' ? 'allowFormatColumns' : 'allowFormatRows');
    book.asOneStep(() => {
      (kind === 'column' ? sheet.columnWidths : sheet.rowHeights).set(index, Math.round(size));
      book.touch(sheet);
    });
  });
}

const widestFit = 480;
const narrowestFit = 24;
const rowsMeasured = 2_000;

/** As wide as the longest text of the rows that have content. */
function fitColumn(workbench: Workbench, column: number): void {
  const context = document.createElement('canvas').getContext('2d');
  const sheet = workbench.grid.sheet.peek();
  const used = sheet.usedArea(true);
  if (!context || !used) return;
  const lookAt = workbench.grid.lookAt.peek();
  let widest = narrowestFit;
  for (let row = used.row; row < Math.min(used.row + used.rowCount, used.row + rowsMeasured); row += 1) {
    const look = lookAt(row, column);
    context.font = fontOf(look);
    const button = look.hasFilterButton ? filterButtonSize : 0;
    widest = Math.max(widest, context.measureText(look.text).width + button + 12);
  }
  resizeLine(workbench, 'column', column, Math.min(widestFit, widest));
}

/** Whether a place is on the icon of the active cell. */
function isOnCardIcon({ grid, cursor }: Workbench, { x, y }: PointerPlace): boolean {
  const { sheet, active, areas } = cursor.current.peek();
  const box = rectangleOf(grid.layout.peek(), areaOf(active));
  const reach = cardIconSize + 2 * cellPadding;
  const isInside = x >= box.x && x < box.x + reach && y >= box.y && y < box.y + box.height;
  return isInside && areas.length === 1 && sheet.card(active.row, active.column) !== null;
}

/** Charts are pictures: what they are called is for whoever hears the sheet. */
function ChartNames({ workbench }: { readonly workbench: Workbench }) {
  const { books, grid, say } = workbench;
  books.appearance.value;
  const { charts } = grid.sheet.value;
  if (charts.length === 0) return null;
  const book = books.book.value;
  return (
    <ul class="unseen" aria-label={say.value('charts')}>
      {charts.map(chart => (
        <li key={chart.id}>{chart.title.isVisible ? shownTitle(book, chart) : chart.name}</li>
      ))}
    </ul>
  );
}

/** The header cell whose filter button is under the place. */
function filterButtonAt({ grid }: Workbench, place: PointerPlace): Position | null {
  const layout = grid.layout.peek();
  const hit = hitTest(layout, place.x, place.y);
  if (hit.kind !== 'cell') return null;
  const isHeader = grid.sheet
    .peek()
    .tables.some(
      ({ area, showFilterButton }) => showFilterButton && area.row === hit.row && contains(area, hit),
    );
  if (!isHeader) return null;
  const box = rectangleOf(layout, { row: hit.row, column: hit.column, rowCount: 1, columnCount: 1 });
  const reach = filterButtonSize + 3;
  const isOnButton = place.x >= box.x + box.width - reach && place.y >= box.y + box.height - reach;
  return isOnButton ? { row: hit.row, column: hit.column } : null;
}
