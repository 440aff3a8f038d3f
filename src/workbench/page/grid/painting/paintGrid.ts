/** Draws a sheet on a canvas: what is in sight, once, from scratch. */
import { chartBox } from '../charts/chartImages';
import { clipped, overlaps } from './canvas';
import { paintBorders } from './paintBorders';
import { paintCells, paintMerges } from './paintCells';
import { paintHeaders } from './paintHeaders';
import { paintFillHandle, paintFrames } from './paintSelection';
import { type Pane, panesOf, type Scene } from './scene';

/** Draws the scene on a context whose unit is one CSS pixel. */
export function paintGrid(context: CanvasRenderingContext2D, scene: Scene): void {
  const { layout, palette } = scene;
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, layout.width, layout.height);
  for (const pane of panesOf(layout)) {
    clipped(context, pane.clip, () => {
      paintCells(context, scene, pane);
      paintMerges(context, scene, pane);
      paintBorders(context, scene, pane);
      paintFrames(context, scene, pane);
      paintCharts(context, scene, pane);
    });
  }
  paintFillHandle(context, scene);
  paintHeaders(context, scene);
  paintFreezeLines(context, scene);
}

/** Charts lie over the cells. */
function paintCharts(context: CanvasRenderingContext2D, scene: Scene, pane: Pane): void {
  const isFrozen = {
    rows: pane.rows[0]?.isFrozen ?? false,
    columns: pane.columns[0]?.isFrozen ?? false,
  };
  for (const chart of scene.sheet.charts) {
    const box = chartBox(scene.layout, chart, isFrozen);
    const image = overlaps(box, pane.clip) ? scene.charts?.imageOf(chart) : null;
    if (image) context.drawImage(image, box.x, box.y, box.width, box.height);
  }
}

function paintFreezeLines(context: CanvasRenderingContext2D, { layout, palette }: Scene): void {
  const { rows, columns, width, height } = layout;
  context.fillStyle = palette.freezeLine;
  if (rows.frozenSize > 0) context.fillRect(0, rows.headerSize + rows.frozenSize - 1, width, 1);
  if (columns.frozenSize > 0) context.fillRect(columns.headerSize + columns.frozenSize - 1, 0, 1, height);
}
