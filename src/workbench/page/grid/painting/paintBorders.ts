/** Draws the borders of cells: over everything that stands in them, on the lines between them. */

import { mergeAt } from '../../../book/merges';
import type { BorderEdge } from '../../../book/types';
import { readableOn } from '../colour';
import type { Rectangle } from '../layout';
import { cellBox } from './canvas';
import type { Pane, Scene } from './scene';

type Side = 'top' | 'right' | 'bottom' | 'left';
const sides: readonly Side[] = ['top', 'right', 'bottom', 'left'];

interface Line {
  readonly width: 1 | 2 | 3;
  /** Lengths of what is drawn and left out along it, by turns; whole without. */
  readonly dashes: readonly number[];
  readonly isDouble?: boolean;
}

const thin: Line = { width: 1, dashes: [] };

/** By the names files have for them (ECMA-376, ST_BorderStyle). */
const lines: Readonly<Record<string, Line>> = {
  thin,
  medium: { width: 2, dashes: [] },
  thick: { width: 3, dashes: [] },
  double: { width: 3, dashes: [], isDouble: true },
  hair: { width: 1, dashes: [1, 1] },
  dotted: { width: 1, dashes: [2, 2] },
  dashed: { width: 1, dashes: [4, 2] },
  dashDot: { width: 1, dashes: [8, 3, 3, 3] },
  dashDotDot: { width: 1, dashes: [8, 3, 3, 3, 3, 3] },
  mediumDashed: { width: 2, dashes: [9, 3] },
  mediumDashDot: { width: 2, dashes: [9, 3, 3, 3] },
  mediumDashDotDot: { width: 2, dashes: [9, 3, 3, 3, 3, 3] },
  slantDashDot: { width: 2, dashes: [11, 1, 5, 1] },
};

/** Draw the borders of the cells in sight; inside a merged cell there are none. */
export function paintBorders(context: CanvasRenderingContext2D, scene: Scene, pane: Pane): void {
  for (const row of pane.rows) {
    for (const column of pane.columns) {
      const { borders, fill } = scene.lookAt(row.index, column.index);
      if (!borders) continue;
      const background = fill || scene.palette.paper;
      for (const side of sides) {
        const edge = borders[side];
        if (!edge || isInsideMerge(scene, row.index, column.index, side)) continue;
        paintEdge(context, edge, side, cellBox(row, column), background);
      }
    }
  }
}

function isInsideMerge({ sheet }: Scene, row: number, column: number, side: Side): boolean {
  const merge = sheet.merges.length > 0 ? mergeAt(sheet, row, column) : null;
  if (!merge) return false;
  return {
    top: row > merge.row,
    left: column > merge.column,
    bottom: row < merge.row + merge.rowCount - 1,
    right: column < merge.column + merge.columnCount - 1,
  }[side];
}

function paintEdge(
  context: CanvasRenderingContext2D,
  { style, color }: BorderEdge,
  side: Side,
  box: Rectangle,
  background: string,
): void {
  const line = lines[style] ?? thin;
  context.fillStyle = readableOn(color, background);
  const strip = stripOf(line, side, box);
  for (const part of line.isDouble ? outerThirds(strip) : dashed(strip, line.dashes)) {
    context.fillRect(part.x, part.y, part.width, part.height);
  }
}

/** The pixels of a line, which lies where the gridline would: the last of its cell, and the last of the cell before. */
function stripOf({ width }: Line, side: Side, { x, y, width: across, height: down }: Rectangle): Rectangle {
  const before = width === 3 ? 1 : 0;
  if (side === 'top' || side === 'bottom') {
    const line = side === 'top' ? y - 1 : y + down - 1;
    return { x: x - 1, y: line - before, width: across + 1, height: width };
  }
  const line = side === 'left' ? x - 1 : x + across - 1;
  return { x: line - before, y: y - 1, width, height: down + 1 };
}

function outerThirds(strip: Rectangle): Rectangle[] {
  const isFlat = strip.width > strip.height;
  return isFlat
    ? [
        { ...strip, height: 1 },
        { ...strip, y: strip.y + 2, height: 1 },
      ]
    : [
        { ...strip, width: 1 },
        { ...strip, x: strip.x + 2, width: 1 },
      ];
}

function dashed(strip: Rectangle, dashes: readonly number[]): Rectangle[] {
  if (dashes.length === 0) return [strip];
  const isFlat = strip.width > strip.height;
  const length = isFlat ? strip.width : strip.height;
  const parts: Rectangle[] = [];
  let from = 0;
  for (let at = 0; from < length; at += 1) {
    const dash = Math.min(dashes[at % dashes.length]!, length - from);
    if (at % 2 === 0) {
      parts.push(
        isFlat ? { ...strip, x: strip.x + from, width: dash } : { ...strip, y: strip.y + from, height: dash },
      );
    }
    from += dash;
  }
  return parts;
}
