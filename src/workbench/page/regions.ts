/** The parts of the window that F6 goes through, as in Excel: ribbon, sheet, pane, sheet tabs. */

import type { PaneExit } from '../host/paneExit';

interface Region {
  /** What has the keyboard while it is in the region. */
  readonly container: string;
  /** What takes the keyboard when it comes in. */
  readonly entrance: string;
}

const regions: readonly Region[] = [
  { container: '.ribbon', entrance: '.ribbon [role="tab"][aria-selected="true"]' },
  { container: '.formula-bar, .sheet-area', entrance: '.cell-editor, .grid-chart' },
  { container: '.pane', entrance: '.pane[data-open="true"] .pane-frame' },
  { container: '.sheet-bar', entrance: '.sheet-tabs [aria-selected="true"]' },
];

/**
 * Takes the keyboard to the next region that is in sight, or to the one before.
 *
 * @param enterPane asks the add-in's page to take it from its frame
 */
export function turnRegion(by: 1 | -1, enterPane: () => void): void {
  const current = regions.findIndex(({ container }) => document.activeElement?.closest(container));
  // From nowhere the next region is the sheet.
  let index = current < 0 ? (by === 1 ? 0 : 2) : current;
  for (const _ of regions) {
    index = (index + by + regions.length) % regions.length;
    const entrance = document.querySelector<HTMLElement>(regions[index].entrance);
    if (!entrance) continue;
    entrance.focus({ preventScroll: true });
    if (entrance instanceof HTMLIFrameElement) enterPane();
    return;
  }
}

/** Takes the keyboard from the add-in's pane, where Office.js holds it until the pane is left. */
export function leavePane(exit: PaneExit, enterPane: () => void): void {
  if (exit === 'next') turnRegion(1, enterPane);
  else if (exit === 'previous') turnRegion(-1, enterPane);
  else document.querySelector<HTMLElement>(placesBesidePane[exit])?.focus({ preventScroll: true });
}

const placesBesidePane = { sheet: regions[1].entrance, before: '.pane-header button' };
