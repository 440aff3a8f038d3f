/** Draws fills, gridlines and texts of cells, merged ones over those they cover. */
import { topLeft } from '../../position';
import { type Band, type Rectangle, rectangleOf, startOf } from '../layout';
import type { Palette } from '../palette';
import { cellBox, clipped, fillBox, overlaps } from './canvas';
import { farthestOverflow, paintText } from './paintText';
import type { Pane, Scene } from './scene';

export function paintCells(context: CanvasRenderingContext2D, scene: Scene, pane: Pane): void {
  for (const row of pane.rows) {
    for (const column of pane.columns) {
      const look = scene.lookAt(row.index, column.index);
      const box = cellBox(row, column);
      if (look.fill) fillBox(context, box, look.fill);
      else if (scene.sheet.showGridlines) drawGridlines(context, box, scene.palette);
      if (look.line) fillBox(context, { ...box, y: box.y + box.height - 1, height: 1 }, look.line);
    }
  }
  for (const row of pane.rows) {
    for (const column of overflowingColumns(scene, row, pane.columns)) {
      const look = scene.lookAt(row.index, column.index);
      if (look.text || look.hasFilterButton)
        paintText(context, scene, look, cellBox(row, column), { row: row.index, column: column.index });
    }
  }
}

/** The columns in sight, with those just outside whose long text may reach in. */
function overflowingColumns(scene: Scene, row: Band, columns: readonly Band[]): Band[] {
  const first = columns[0];
  if (!first || first.isFrozen) return [...columns];
  const { columns: span } = scene.layout;
  for (
    let index = first.index - 1;
    index >= Math.max(span.frozenCount, first.index - farthestOverflow);
    index -= 1
  ) {
    const look = scene.lookAt(row.index, index);
    if (!look.text) continue;
    const isText = typeof look.value === 'string' && look.horizontal === 'left';
    if (!isText) break;
    return [{ index, start: startOf(span, index), size: span.axis.size(index), isFrozen: false }, ...columns];
  }
  return [...columns];
}

function drawGridlines(context: CanvasRenderingContext2D, box: Rectangle, palette: Palette): void {
  context.fillStyle = palette.gridline;
  context.fillRect(box.x + box.width - 1, box.y - 1, 1, box.height + 1);
  context.fillRect(box.x - 1, box.y + box.height - 1, box.width + 1, 1);
}

export function paintMerges(context: CanvasRenderingContext2D, scene: Scene, pane: Pane): void {
  for (const merge of scene.sheet.merges) {
    const box = rectangleOf(scene.layout, merge);
    if (!overlaps(box, pane.clip)) continue;
    const look = scene.lookAt(merge.row, merge.column);
    fillBox(context, box, look.fill || scene.palette.paper);
    if (scene.sheet.showGridlines && !look.fill) drawGridlines(context, box, scene.palette);
    if (look.text) clipped(context, box, () => paintText(context, scene, look, box, topLeft(merge)));
  }
}
