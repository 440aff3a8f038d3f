/** Draws frames over cells: what is selected, referred to, copied or being filled, and the handle that fills. */
import type { Area, Sheet } from '../../../book/types';
import type { Position } from '../../position';
import { fillHandleAt, fillHandleSize } from '../fillHandle';
import { rectangleOf } from '../layout';
import { fillBox, strokeBox } from './canvas';
import { type Pane, reachesInto, type Scene } from './scene';

export function paintFrames(context: CanvasRenderingContext2D, scene: Scene, pane: Pane): void {
  const { layout, palette, cursor, sheet } = scene;
  // What is scrolled away lies behind the frozen panes, and must not shine through them.
  const inSight = (areas: readonly Area[]): Area[] => areas.filter(area => reachesInto(pane, area));
  if (cursor.sheet === sheet) paintSelection(context, scene, inSight);
  scene.references.forEach((area, at) => {
    if (!reachesInto(pane, area)) return;
    const colour = palette.references[at % palette.references.length];
    strokeBox(context, rectangleOf(layout, area), colour, 2);
    context.globalAlpha = 0.08;
    fillBox(context, rectangleOf(layout, area), colour);
    context.globalAlpha = 1;
  });
  context.setLineDash([4, 3]);
  for (const area of inSight([...scene.copied, ...(scene.filling ? [scene.filling] : [])]))
    strokeBox(context, rectangleOf(layout, area), palette.accent, 2);
  context.setLineDash([]);
}

/** Over the corner of what is selected, and over the panes that meet there. */
export function paintFillHandle(
  context: CanvasRenderingContext2D,
  { layout, cursor, palette, sheet, isTyping }: Scene,
): void {
  const handle = isTyping || cursor.sheet !== sheet ? null : fillHandleAt(layout, cursor);
  if (!handle) return;
  const half = fillHandleSize / 2;
  context.fillStyle = palette.paper;
  context.fillRect(handle.x - half - 1, handle.y - half - 1, fillHandleSize + 2, fillHandleSize + 2);
  context.fillStyle = palette.accent;
  context.fillRect(handle.x - half, handle.y - half, fillHandleSize, fillHandleSize);
}

function paintSelection(
  context: CanvasRenderingContext2D,
  scene: Scene,
  inSight: (areas: readonly Area[]) => Area[],
): void {
  const { layout, palette, cursor, sheet } = scene;
  const spill = sheet.spill(cursor.active.row, cursor.active.column);
  for (const area of inSight(spill ? [spill.area] : [])) {
    strokeBox(context, rectangleOf(layout, area), palette.spill, 1);
  }
  const activeArea = mergeOrCell(sheet, cursor.active);
  const active = rectangleOf(layout, activeArea);
  const areas = inSight(cursor.areas);
  for (const area of areas) {
    const box = rectangleOf(layout, area);
    context.save();
    context.beginPath();
    context.rect(box.x - 1, box.y - 1, box.width + 1, box.height + 1);
    context.rect(active.x, active.y, active.width - 1, active.height - 1);
    context.clip('evenodd');
    fillBox(context, box, palette.selection);
    context.restore();
  }
  const isMulti = cursor.areas.length > 1;
  for (const area of areas) strokeBox(context, rectangleOf(layout, area), palette.accent, isMulti ? 1 : 2);
  if (isMulti && inSight([activeArea]).length > 0)
    strokeBox(context, active, palette.accent, scene.isFocused ? 2 : 1);
}

function mergeOrCell(sheet: Sheet, { row, column }: Position): Area {
  const merge = sheet.merges.find(area => area.row === row && area.column === column);
  return merge ?? { row, column, rowCount: 1, columnCount: 1 };
}
