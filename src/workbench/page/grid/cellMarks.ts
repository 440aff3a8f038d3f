/** What stands in cells to be pressed: links, filter buttons, the icons of cards. */
import type { Workbench } from '../model/workbench';
import { areaOf, contains, type Position } from '../position';
import { cellPadding } from './cellFont';
import { hitTest, rectangleOf } from './layout';
import { linkAt } from './links';
import { cardIconSize, filterButtonSize } from './painting/paintMarks';
import type { PointerPlace } from './pointer';

/** The link under a plain click; a drag over several cells, or one that adds to the selection, only selects. */
export function clickedLink(workbench: Workbench, place: PointerPlace): ReturnType<typeof linkAt> {
  const { grid, cursor, entry } = workbench;
  const hit = hitTest(grid.layout.peek(), place.x, place.y);
  const { areas, active } = cursor.current.peek();
  const isPlain = hit.kind === 'cell' && !place.isShift && !place.isControl && !entry.current.peek();
  if (!isPlain || areas.length > 1 || active.row !== hit.row || active.column !== hit.column) return null;
  return linkAt(workbench, hit);
}

/** The header cell whose filter button is under the place. */
export function filterButtonAt({ grid }: Workbench, place: PointerPlace): Position | null {
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
  const reach = filterButtonSize * layout.zoom + 3;
  const isOnButton = place.x >= box.x + box.width - reach && place.y >= box.y + box.height - reach;
  return isOnButton ? { row: hit.row, column: hit.column } : null;
}

/** Whether a place is on the icon of the active cell. */
export function isOnCardIcon({ grid, cursor }: Workbench, { x, y }: PointerPlace): boolean {
  const { sheet, active, areas } = cursor.current.peek();
  const box = rectangleOf(grid.layout.peek(), areaOf(active));
  const reach = cardIconSize * grid.layout.peek().zoom + 2 * cellPadding;
  const isInside = x >= box.x && x < box.x + reach && y >= box.y && y < box.y + box.height;
  return isInside && areas.length === 1 && sheet.card(active.row, active.column) !== null;
}
