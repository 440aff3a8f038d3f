import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import './windowedList.css';

interface WindowedListProps<Item> {
  readonly items: readonly Item[];
  readonly rowHeight: number;
  readonly label: string;
  readonly describedBy?: string;
  readonly keyOf: (item: Item) => string | number;
  readonly renderItem: (item: Item) => ComponentChildren;
  readonly nameOf: (item: Item) => string;
  readonly onOpen: (item: Item) => void;
  /** What Space does beside opening; without it Space opens, as it does on any button. */
  readonly onSelect?: (item: Item) => void;
  /** Tell whether typing so much leads to an item; without it typing leads nowhere. */
  readonly beginsWith?: (item: Item, typed: string) => boolean;
  /** For an item that shows and hides others: whether it shows them. */
  readonly isExpanded?: (item: Item) => boolean | undefined;
  /** Where rows are chosen rather than opened: whether this one is. */
  readonly isChosen?: (item: Item) => boolean;
}

/** Letters typed within so long of each other are one word. */
const typedTogetherMilliseconds = 800;

/** Rows kept ready above and below what is seen, so that scrolling by a page shows no gap. */
const spareRows = 8;
/** Before the layout is known (and in a test without one) so many rows are drawn. */
const firstRows = 20;

interface Span {
  readonly first: number;
  readonly last: number;
}

function seenSpan(list: HTMLElement, scroller: HTMLElement, rowHeight: number, count: number): Span {
  const height = scroller.clientHeight || rowHeight * (firstRows - spareRows);
  const hiddenAbove = scroller.getBoundingClientRect().top - list.getBoundingClientRect().top;
  const first = Math.floor(hiddenAbove / rowHeight) - spareRows;
  const last = Math.ceil((hiddenAbove + height) / rowHeight) + spareRows;
  return { first: Math.max(0, Math.min(first, count)), last: Math.max(0, Math.min(last, count)) };
}

/*
 * Effects stand in functions of their own: one is kept until another takes its place, with all that its function knows. Within the list it would
 * keep what draws the rows, and by that an answer that was replaced long ago.
 */

function useSeenSpan<Item>(
  list: RefObject<HTMLUListElement | null>,
  items: readonly Item[],
  rowHeight: number,
): Span {
  const [span, setSpan] = useState<Span>({ first: 0, last: Math.min(firstRows, items.length) });
  useLayoutEffect(() => {
    const element = list.current;
    const scroller = element?.closest<HTMLElement>('[data-scroller]');
    if (!element || !scroller) return;
    const look = () => {
      const next = seenSpan(element, scroller, rowHeight, items.length);
      setSpan(before => (before.first === next.first && before.last === next.last ? before : next));
    };
    scroller.addEventListener('scroll', look, { passive: true });
    // An observer looks first when everything is laid out anyway: to measure before would lay out the page within the task that rendered it.
    const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(look);
    if (observer === null) look();
    observer?.observe(scroller);
    // What stands above the list grows and shrinks too, and moves it.
    if (element.parentElement) observer?.observe(element.parentElement);
    return () => {
      scroller.removeEventListener('scroll', look);
      observer?.disconnect();
    };
  }, [items, rowHeight]);
  return span;
}

/** Keep the active row one of the list, and give it the focus where that was wanted. */
function useActiveRow<Item>(list: RefObject<HTMLUListElement | null>, items: readonly Item[], span: Span) {
  const [active, setActive] = useState(0);
  const wantedFocus = useRef<number | null>(null);

  useEffect(() => {
    if (active >= items.length) setActive(0);
  }, [items, active]);

  // With the layout and not after it: a key held down comes again before an effect would run.
  useLayoutEffect(() => {
    if (wantedFocus.current !== active) return;
    wantedFocus.current = null;
    const row = list.current?.querySelector<HTMLElement>(`[data-index="${active}"]`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView?.({ block: 'nearest' });
  }, [active, span]);

  return { active, setActive, wantedFocus };
}

/**
 * A list of which only what can be seen is in the page, so that fifty thousand rows scroll like fifty. One row is in the tab
 * order; arrows, Page, Home and End move, letters typed lead to the next item that begins so, Enter opens. The row with the focus always stays in the page.
 */
export function WindowedList<Item>(props: WindowedListProps<Item>) {
  const { items, rowHeight, label, describedBy, keyOf, renderItem, nameOf, onOpen, isChosen } = props;
  const { onSelect, beginsWith, isExpanded } = props;
  const list = useRef<HTMLUListElement>(null);
  const span = useSeenSpan(list, items, rowHeight);
  const { active, setActive, wantedFocus } = useActiveRow(list, items, span);
  const typed = useRef({ text: '', at: 0 });

  const pageRows = Math.max(1, span.last - span.first - 2 * spareRows);
  const moves: Readonly<Record<string, (from: number) => number>> = {
    ArrowDown: from => from + 1,
    ArrowUp: from => from - 1,
    PageDown: from => from + pageRows,
    PageUp: from => from - pageRows,
    Home: () => 0,
    End: () => items.length - 1,
  };

  /** The next item that what was typed leads to, round the end of the list; none leads to itself. */
  const findTyped = (letter: string, at: number): number => {
    const isContinued = at - typed.current.at < typedTogetherMilliseconds;
    const text = isContinued ? typed.current.text + letter : letter;
    typed.current = { text, at };
    const from = isContinued ? active : active + 1;
    for (let step = 0; step < items.length; step++) {
      const index = (from + step) % items.length;
      if (beginsWith?.(items[index], text)) return index;
    }
    return active;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isSelecting = event.key === ' ' && onSelect !== undefined;
    if (isSelecting) {
      event.preventDefault();
      if (items[active] !== undefined) onSelect(items[active]);
      return;
    }
    const isTyping = beginsWith !== undefined && event.key !== ' ' && [...event.key].length === 1;
    const move = isTyping ? () => findTyped(event.key, event.timeStamp) : moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(items.length - 1, move(active)));
    if (next === active) return;
    wantedFocus.current = next;
    setActive(next);
  };

  const indexes: number[] = [];
  for (let index = span.first; index < Math.min(span.last, items.length); index++) indexes.push(index);
  const isActiveOutside = active < items.length && (active < span.first || active >= span.last);
  if (isActiveOutside) indexes.push(active);

  return (
    <ul
      ref={list}
      class="windowedList"
      aria-label={label}
      aria-describedby={describedBy}
      style={{ blockSize: `${items.length * rowHeight}px` }}
      onKeyDown={onKeyDown}
      // Some browsers press a button when Space comes up again.
      onKeyUp={event => {
        if (event.key === ' ' && onSelect !== undefined) event.preventDefault();
      }}
    >
      {indexes.map(index => (
        <li
          key={keyOf(items[index])}
          // For who points at a name that is cut off; on the button it would be read aloud after the same name.
          title={nameOf(items[index])}
          aria-setsize={items.length}
          aria-posinset={index + 1}
          style={{ insetBlockStart: `${index * rowHeight}px`, blockSize: `${rowHeight}px` }}
        >
          <button
            type="button"
            class="windowedRow"
            data-index={index}
            tabIndex={index === active ? 0 : -1}
            aria-pressed={isChosen?.(items[index])}
            aria-expanded={isExpanded?.(items[index])}
            onFocus={() => setActive(index)}
            onClick={() => onOpen(items[index])}
          >
            {renderItem(items[index])}
          </button>
        </li>
      ))}
    </ul>
  );
}
