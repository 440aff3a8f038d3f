/**
 * Who works by keyboard or by ear never falls out of the pane: when what has the focus goes away (a message is dismissed, a
 * filter taken off, a question answered), the focus goes on beside it, else to the heading of the view in front.
 */

const stops = 'button, a[href], input, select, textarea, [tabindex="0"]';
/** Beyond these, what stands beside has nothing to do with what went. */
const boundaries = 'main, header, footer, .frameBody, [data-scroller]';

const isSeen = (element: Element): boolean => element.checkVisibility?.({ visibilityProperty: true }) ?? true;

const isReachable = (element: Element): boolean =>
  element.isConnected && isSeen(element) && !element.matches(':disabled');

const hasNothingFocus = (): boolean =>
  document.hasFocus() && (document.activeElement === null || document.activeElement === document.body);

function ancestorsOf(element: Element): Element[] {
  const ancestors: Element[] = [];
  for (let at: Element | null = element; at !== null; at = at.parentElement) ancestors.push(at);
  return ancestors;
}

/** The first thing to press in what is left around the place of the lost one, as far as the two belong together. */
function neighbourOf(ancestors: readonly Element[]): HTMLElement | null {
  for (const around of ancestors.slice(1)) {
    if (!around.isConnected) continue;
    if (around.matches(boundaries)) return null;
    const neighbour = [...around.querySelectorAll<HTMLElement>(stops)].find(isReachable);
    if (neighbour !== undefined) return neighbour;
  }
  return null;
}

function headingInFront(root: Element): HTMLElement | null {
  const heading = [...root.querySelectorAll<HTMLElement>('main h1, main h2')].filter(isSeen).at(0) ?? null;
  // Headings are no stops of the Tab key: this one is only a place to go on from.
  if (heading !== null && !heading.hasAttribute('tabindex')) heading.tabIndex = -1;
  return heading;
}

/** The next thing Tab comes to from a place that is no stop itself. */
function stopAfter(root: Element, place: Element, isBackward: boolean): HTMLElement | undefined {
  const wanted = isBackward ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  const reachable = [...root.querySelectorAll<HTMLElement>(stops)].filter(
    stop => stop.tabIndex >= 0 && isReachable(stop) && (place.compareDocumentPosition(stop) & wanted) !== 0,
  );
  return isBackward ? reachable.at(-1) : reachable.at(0);
}

/**
 * On the web Office.js answers Tab itself and knows only stops: from a heading that was given the focus it would lead out of
 * the pane to the sheet. From there the next stop is found here, and Office.js is not asked.
 */
function leadOnFromHeading(root: Element, event: KeyboardEvent): void {
  const isTab = event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey;
  if (!isTab || !(event.target instanceof HTMLElement) || !event.target.matches('h1, h2')) return;
  const next = stopAfter(root, event.target, event.shiftKey);
  if (next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}

/** Keep the focus within the pane's page whatever goes away under it. Returns what stops the keeping. */
export function keepFocus(root: HTMLElement): () => void {
  let path: readonly Element[] = [];
  let pending: ReturnType<typeof setTimeout> | undefined;

  const remember = (event: FocusEvent): void => {
    if (event.target instanceof Element) path = ancestorsOf(event.target);
  };
  const goOn = (): void => {
    const [last] = path;
    const wasTaken = last !== undefined && !isReachable(last);
    if (!wasTaken || !hasNothingFocus()) return;
    (neighbourOf(path) ?? headingInFront(root))?.focus({ preventScroll: true });
  };
  // A layer that closes gives the focus back itself, and only then is it known whether it was lost.
  const observer = new MutationObserver(() => {
    clearTimeout(pending);
    pending = setTimeout(goOn, 0);
  });

  const leadOn = (event: KeyboardEvent): void => leadOnFromHeading(root, event);

  root.addEventListener('focusin', remember);
  root.addEventListener('keydown', leadOn);
  observer.observe(root, {
    childList: true,
    subtree: true,
    attributeFilter: ['disabled', 'hidden', 'class'],
  });
  return () => {
    clearTimeout(pending);
    observer.disconnect();
    root.removeEventListener('focusin', remember);
    root.removeEventListener('keydown', leadOn);
  };
}
