/** Boxes on a canvas whose unit is one CSS pixel. */
import type { Band, Rectangle } from '../layout';

export function clipped(context: CanvasRenderingContext2D, clip: Rectangle, draw: () => void): void {
  context.save();
  context.beginPath();
  context.rect(clip.x, clip.y, clip.width, clip.height);
  context.clip();
  draw();
  context.restore();
}

export function fillBox(context: CanvasRenderingContext2D, box: Rectangle, colour: string): void {
  context.fillStyle = colour;
  context.fillRect(box.x - 1, box.y - 1, box.width + 1, box.height + 1);
}

export function strokeBox(
  context: CanvasRenderingContext2D,
  box: Rectangle,
  colour: string,
  width: 1 | 2,
): void {
  const inset = width === 2 ? 0 : 0.5;
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.strokeRect(box.x - inset, box.y - inset, box.width - 1 + 2 * inset, box.height - 1 + 2 * inset);
}

export const overlaps = (one: Rectangle, other: Rectangle): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

export const cellBox = (row: Band, column: Band): Rectangle => ({
  x: column.start,
  y: row.start,
  width: column.size,
  height: row.size,
});
