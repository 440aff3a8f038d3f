/** Draws the text of a cell, over empty neighbours where it is too long. */

import { isMerged } from '../../../book/merges';
import type { ErrorValue } from '../../../book/types';
import type { Position } from '../../position';
import { cellPadding, fontFor, lineHeightOf } from '../cellFont';
import type { CellLook } from '../cellLook';
import { inkFor, readableOn } from '../colour';
import { type Rectangle, startOf } from '../layout';
import type { Palette } from '../palette';
import { fitNumber, textRoom, wrapText } from '../textFit';
import { clipped } from './canvas';
import {
  cardIconSize,
  filterButtonSize,
  paintCardIcon,
  paintErrorMark,
  paintFilterButton,
  paintScaled,
} from './paintMarks';
import { drawRuns, widthOfRuns } from './paintRuns';
import type { Scene } from './scene';

export const farthestOverflow = 12;

export function paintText(
  context: CanvasRenderingContext2D,
  scene: Scene,
  look: CellLook,
  box: Rectangle,
  at: Position,
): void {
  const { palette } = scene;
  const error = errorOf(look);
  context.font = fontOf(look);
  context.fillStyle = inkOf(look, palette, error);
  context.textBaseline = 'middle';
  const { zoom } = scene.layout;
  const button = look.hasFilterButton ? filterButtonSize * zoom + 2 : 0;
  const icon = look.hasCard ? cardIconSize * zoom + cellPadding : 0;
  const indent = look.horizontal === 'center' ? 0 : look.indent;
  const before = cellPadding + icon + (look.horizontal === 'left' ? indent : 0);
  const inner = {
    ...box,
    x: box.x + before,
    width: Math.max(0, box.width - 2 * cellPadding - button - icon - indent),
  };
  const measure = (text: string): number => context.measureText(text).width;

  if (look.isWrapped && typeof look.value === 'string') {
    clipped(context, box, () => drawLines(context, wrapText(look.text, inner.width, measure), look, inner));
  } else if (typeof look.value === 'number') {
    drawLine(context, fitNumber(look, inner.width, measure), look, inner);
  } else {
    paintLongText(context, scene, look, box, inner, at);
  }
  if (look.hasFilterButton)
    paintScaled(context, box, zoom, unscaled => paintFilterButton(context, unscaled, palette));
  if (look.hasCard) paintScaled(context, box, zoom, unscaled => paintCardIcon(context, unscaled, palette));
  if (error && error.error !== '#BUSY!') paintErrorMark(context, box, palette);
}

function paintLongText(
  context: CanvasRenderingContext2D,
  scene: Scene,
  look: CellLook,
  box: Rectangle,
  inner: Rectangle,
  at: Position,
): void {
  const line = look.text.replaceAll(/\r?\n/g, ' ');
  const width = look.runs ? widthOfRuns(context, look, 0, look.text.length) : context.measureText(line).width;
  const isTooLong = width > inner.width;
  if (!isTooLong) {
    drawLine(context, line, look, inner);
    return;
  }
  const mayOverflow = typeof look.value === 'string' && !look.hasFilterButton;
  const room = mayOverflow
    ? textRoom(look, box, width + 2 * cellPadding, at.column, scene.layout.columns.axis, column => {
        const neighbour = scene.lookAt(at.row, column);
        return neighbour.value === null && !isMerged(scene.sheet, at.row, column);
      })
    : { ...box, width: inner.width + cellPadding };
  if (room.width > box.width && scene.sheet.showGridlines) hideCrossedGridlines(context, scene, room, at);
  context.fillStyle = inkOf(look, scene.palette, errorOf(look));
  clipped(context, room, () => drawLine(context, line, look, inner));
}

/** Overflowing text hides the gridlines between the cells it lies over, and nothing of their fills or table lines. */
function hideCrossedGridlines(
  context: CanvasRenderingContext2D,
  scene: Scene,
  room: Rectangle,
  { row, column: from }: Position,
): void {
  const { columns } = scene.layout;
  const farthest = Math.min(columns.axis.count - 1, from + farthestOverflow);
  for (let column = Math.max(1, from - farthestOverflow); column <= farthest; column += 1) {
    const x = startOf(columns, column);
    if (x <= room.x || x >= room.x + room.width) continue;
    const left = scene.lookAt(row, column - 1);
    if (left.fill || scene.lookAt(row, column).fill) continue;
    context.fillStyle = scene.palette.paper;
    context.fillRect(x - 1, room.y, 1, room.height - (left.line ? 2 : 1));
  }
}

export const fontOf = (look: CellLook): string => fontFor({ ...look, pixels: look.fontSize });

const errorOf = ({ value }: CellLook): ErrorValue | null =>
  typeof value === 'object' && value !== null ? value : null;

/** A fill decides what can be read on it; without one the theme does. */
function inkOf(look: CellLook, palette: Palette, error: ErrorValue | null): string {
  const background = look.fill || palette.paper;
  if (error?.error === '#BUSY!') return readableOn(palette.faintInk, background);
  return look.fontColor ? readableOn(look.fontColor, background) : inkFor(background);
}

function drawLine(context: CanvasRenderingContext2D, text: string, look: CellLook, inner: Rectangle): void {
  const y = middleOf(look, inner, 1);
  const x = anchorOf(look, inner);
  if (look.runs) {
    drawRuns(context, look, { from: 0, to: look.text.length }, { x, y });
    return;
  }
  context.textAlign = look.horizontal;
  context.fillText(text, x, y);
  if (look.isStruck) drawThrough(context, text, look, x, y);
  if (look.isUnderlined) drawThrough(context, text, look, x, y + look.fontSize / 2);
}

function drawLines(
  context: CanvasRenderingContext2D,
  lines: readonly string[],
  look: CellLook,
  inner: Rectangle,
): void {
  const first = middleOf(look, inner, lines.length);
  context.textAlign = look.horizontal;
  let end = 0;
  lines.forEach((line, at) => {
    if (look.runs) {
      const from = look.text.indexOf(line, end);
      end = from + line.length;
      const place = { x: anchorOf(look, inner), y: first + at * lineHeightOf(look.fontSize) };
      drawRuns(context, look, { from, to: end }, place);
      return;
    }
    context.fillText(line, anchorOf(look, inner), first + at * lineHeightOf(look.fontSize));
  });
}

function anchorOf(look: CellLook, inner: Rectangle): number {
  if (look.horizontal === 'left') return inner.x;
  return look.horizontal === 'right' ? inner.x + inner.width : inner.x + inner.width / 2;
}

function middleOf(look: CellLook, box: Rectangle, lineCount: number): number {
  const lineHeight = lineHeightOf(look.fontSize);
  const height = lineCount * lineHeight;
  const half = lineHeight / 2;
  if (look.vertical === 'top' || height > box.height) return box.y + half + 1;
  if (look.vertical === 'center') return box.y + (box.height - height) / 2 + half;
  return box.y + box.height - height + half - 1;
}

/** A line as long as the text, at a height. */
function drawThrough(
  context: CanvasRenderingContext2D,
  text: string,
  look: CellLook,
  x: number,
  y: number,
): void {
  const { width } = context.measureText(text);
  const left = look.horizontal === 'left' ? x : look.horizontal === 'right' ? x - width : x - width / 2;
  context.fillRect(left, Math.round(y), width, 1);
}
