/** The sheet itself: a canvas for the eye, a text box for keyboard and input methods, roles for screen readers. */
import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Workbench } from '../model/workbench';
import { CardView } from './CardView';
import { CellEditor } from './CellEditor';
import { CellMenu } from './CellMenu';
import { ChartNames } from './ChartNames';
import { ChartSheet } from './ChartSheet';
import { ErrorBubble } from './ErrorBubble';
import { FilterMenu } from './FilterMenu';
import { focusKeyboard } from './focusKeyboard';
import { useKeyboardOnArrival } from './keyboardOnArrival';
import { ListPicker } from './ListPicker';
import { type MouseFinds, mouseOn, useMouseFinds } from './mouse';
import { OutlineGutter } from './OutlineGutter';
import { PromptBubble } from './PromptBubble';
import { Readout } from './Readout';
import { ScrollBar } from './ScrollBar';
import { SheetCanvas } from './SheetCanvas';

export function Grid({ workbench }: { readonly workbench: Workbench }) {
  const isChart = workbench.grid.sheet.value.kind === 'chart';
  return isChart ? <ChartSheet workbench={workbench} /> : <CellGrid workbench={workbench} />;
}

/** A component of its own, so that coming back from a chart sheet paints on the new canvas. */
function CellGrid({ workbench }: { readonly workbench: Workbench }) {
  const { grid, entry, say } = workbench;
  const frame = useRef<HTMLDivElement>(null);
  const finds = useMouseFinds();
  const mouse = mouseOn(workbench, frame, finds);
  useKeyboardOnArrival(entry);
  useEffect(() => observeSize(frame.current!, (width, height) => grid.resize(width, height)), [grid]);
  useRevealedSelection(workbench);
  useClosedWithTheirPlace(workbench, finds);

  return (
    <section class="grid" aria-label={say.value('gridName')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the mouse's way; the keyboard's is the cell editor inside */}
      <div
        class="grid-frame"
        ref={frame}
        onPointerDown={mouse.press}
        onPointerMove={mouse.hover}
        onPointerLeave={mouse.leave}
        onDblClick={mouse.doubleClick}
        onContextMenu={mouse.openMenu}
        onWheel={mouse.turnWheel}
        onScroll={event => {
          // The browser would move the frame itself to show the caret; the sheet scrolls by its own means.
          event.currentTarget.scrollTo(0, 0);
        }}
      >
        <SheetCanvas workbench={workbench} />
        <OutlineGutter workbench={workbench} axis="row" />
        <OutlineGutter workbench={workbench} axis="column" />
        <CellEditor workbench={workbench} />
        <ErrorBubble workbench={workbench} hovered={finds.hovered} />
        <PromptBubble workbench={workbench} />
        <ListPicker workbench={workbench} />
        <CardView workbench={workbench} />
        <OpenMenu workbench={workbench} finds={finds} />
      </div>
      <ScrollBars workbench={workbench} />
      <Readout workbench={workbench} />
      <ChartNames workbench={workbench} />
    </section>
  );
}

/** What the add-in selects has to be seen. */
function useRevealedSelection({ cursor, grid }: Workbench): void {
  useSignalEffect(() => {
    const { areas } = cursor.current.value;
    const last = areas[areas.length - 1];
    if (last && !grid.isFocused.peek()) grid.reveal({ row: last.row, column: last.column });
  });
}

/** Menus belong to the place at which they were opened, lists and cards to their cell. */
function useClosedWithTheirPlace({ cursor, grid }: Workbench, { menu, filter }: MouseFinds): void {
  useSignalEffect(() => {
    grid.scroll.value;
    grid.sheet.value;
    menu.value = null;
    filter.value = null;
  });
  useSignalEffect(() => {
    cursor.current.value;
    grid.scroll.value;
    grid.isListOpen.value = false;
    grid.isCardOpen.value = false;
  });
}

interface OpenMenuProps {
  readonly workbench: Workbench;
  readonly finds: MouseFinds;
}

function OpenMenu({ workbench, finds: { menu, filter } }: OpenMenuProps) {
  const close = (): void => {
    menu.value = null;
    filter.value = null;
    focusKeyboard(workbench.entry);
  };
  if (menu.value) return <CellMenu workbench={workbench} place={menu.value} onClose={close} />;
  return filter.value && <FilterMenu workbench={workbench} header={filter.value} onClose={close} />;
}

function ScrollBars({ workbench: { grid, say } }: { readonly workbench: Workbench }) {
  const { scroll, farthest, layout } = grid;
  return (
    <>
      <ScrollBar
        orientation="vertical"
        label={say.value('gridName')}
        position={scroll.value.y}
        farthest={farthest.value.y}
        room={layout.value.height}
        onScroll={y => grid.scrollTo({ y })}
      />
      <ScrollBar
        orientation="horizontal"
        label={say.value('gridName')}
        position={scroll.value.x}
        farthest={farthest.value.x}
        room={layout.value.width}
        onScroll={x => grid.scrollTo({ x })}
      />
    </>
  );
}

function observeSize(element: HTMLElement, onSize: (width: number, height: number) => void): () => void {
  const observer = new ResizeObserver(() => onSize(element.clientWidth, element.clientHeight));
  observer.observe(element);
  return () => observer.disconnect();
}
