/** Small things that stand in cells: the mark of an error, the icon of a card, the button of a filter. */
import { cellPadding } from '../cellFont';
import type { Rectangle } from '../layout';
import type { Palette } from '../palette';

const cornerMark = 6;
export const filterButtonSize = 16;
export const cardIconSize = 12;

/** Draws what has a size of its own as large as the cells are shown. */
export function paintScaled(
  context: CanvasRenderingContext2D,
  box: Rectangle,
  zoom: number,
  draw: (unscaled: Rectangle) => void,
): void {
  if (zoom === 1) {
    draw(box);
    return;
  }
  context.save();
  context.translate(box.x, box.y);
  context.scale(zoom, zoom);
  draw({ x: 0, y: 0, width: box.width / zoom, height: box.height / zoom });
  context.restore();
}

export function paintErrorMark(context: CanvasRenderingContext2D, box: Rectangle, palette: Palette): void {
  const right = box.x + box.width - 1;
  context.fillStyle = palette.error;
  context.beginPath();
  context.moveTo(right - cornerMark, box.y);
  context.lineTo(right, box.y);
  context.lineTo(right, box.y + cornerMark);
  context.fill();
}

/** A card with lines on it. */
export function paintCardIcon(context: CanvasRenderingContext2D, box: Rectangle, palette: Palette): void {
  const x = box.x + cellPadding;
  const y = Math.round(box.y + (box.height - cardIconSize) / 2);
  context.strokeStyle = palette.accent;
  context.lineWidth = 1;
  context.strokeRect(x + 0.5, y + 0.5, cardIconSize - 1, cardIconSize - 1);
  context.fillStyle = palette.accent;
  context.fillRect(x + 3, y + 3, cardIconSize - 6, 2);
  context.fillRect(x + 3, y + 7, cardIconSize - 6, 1);
}

export function paintFilterButton(context: CanvasRenderingContext2D, box: Rectangle, palette: Palette): void {
  if (box.width < filterButtonSize + 6) return;
  const x = box.x + box.width - filterButtonSize - 2;
  const y = box.y + box.height - filterButtonSize - 2;
  context.fillStyle = palette.header;
  context.fillRect(x, y, filterButtonSize, filterButtonSize);
  context.strokeStyle = palette.freezeLine;
  context.lineWidth = 1;
  context.strokeRect(x + 0.5, y + 0.5, filterButtonSize - 1, filterButtonSize - 1);
  context.fillStyle = palette.headerInk;
  context.beginPath();
  context.moveTo(x + 4.5, y + 6.5);
  context.lineTo(x + 11.5, y + 6.5);
  context.lineTo(x + 8, y + 10.5);
  context.fill();
}
