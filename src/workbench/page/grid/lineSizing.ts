/** Rows and columns drawn higher and wider, or fitted to what they hold. */
import type { Workbench } from '../model/workbench';
import { filterButtonSize } from './painting/paintMarks';
import { fontOf } from './painting/paintText';

/** Gives a column or row another size, as one step to undo. */
export function resizeLine(
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
      (kind === 'column' ? sheet.columnWidths : sheet.rowHeights).set(index, Math.round(size / sheet.zoom));
      book.touch(sheet);
    });
  });
}

const widestFit = 480;
const narrowestFit = 24;
const rowsMeasured = 2_000;

/** As wide as the longest text of the rows that have content. */
export function fitColumn(workbench: Workbench, column: number): void {
  const context = document.createElement('canvas').getContext('2d');
  const sheet = workbench.grid.sheet.peek();
  const used = sheet.usedArea(true);
  if (!context || !used) return;
  const lookAt = workbench.grid.lookAt.peek();
  const { zoom } = sheet;
  let widest = narrowestFit * zoom;
  for (let row = used.row; row < Math.min(used.row + used.rowCount, used.row + rowsMeasured); row += 1) {
    const look = lookAt(row, column);
    context.font = fontOf(look);
    const button = look.hasFilterButton ? filterButtonSize * zoom : 0;
    const taken = look.indent + button + 12 * zoom;
    widest = Math.max(widest, context.measureText(look.text).width + taken);
  }
  resizeLine(workbench, 'column', column, Math.min(widestFit * zoom, widest));
}
