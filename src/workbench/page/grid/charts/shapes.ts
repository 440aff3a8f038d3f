/** What a chart is drawn of, and drawing it. Positions are pixels of the chart. */

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Font {
  /** In pixels. */
  readonly size: number;
  readonly isBold: boolean;
  readonly isItalic: boolean;
}

export type Shape =
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: string;
    }
  | {
      readonly kind: 'line';
      readonly points: readonly Place[];
      readonly colour: string;
      readonly width: number;
      readonly isSmooth?: boolean;
      readonly dash?: readonly number[];
    }
  | { readonly kind: 'surface'; readonly points: readonly Place[]; readonly fill: string }
  /** Angles in turns, clockwise from the top. */
  | {
      readonly kind: 'sector';
      readonly centre: Place;
      readonly inner: number;
      readonly outer: number;
      readonly from: number;
      readonly to: number;
      readonly fill: string;
      readonly edge: string;
    }
  | { readonly kind: 'dot'; readonly at: Place; readonly radius: number; readonly fill: string }
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly at: Place;
      readonly align: 'left' | 'center' | 'right';
      readonly font: Font;
      readonly colour: string;
      /** Read from below, as the title of a standing axis. */
      readonly isTurned?: boolean;
    };

export type Measure = (text: string, font: Font) => number;

const family = `'Segoe UI', 'Microsoft YaHei UI', system-ui, sans-serif`;

/** A font as canvases name it. */
export const fontName = ({ size, isBold, isItalic }: Font): string =>
  `${isItalic ? 'italic ' : ''}${isBold ? '600 ' : ''}${size}px ${family}`;

/** Cut a text so that it fits, with an ellipsis where something is missing. */
export function fitted(text: string, room: number, font: Font, measure: Measure): string {
  if (measure(text, font) <= room) return text;
  let end = text.length - 1;
  while (end > 0 && measure(`${text.slice(0, end)}…`, font) > room) end -= 1;
  return end > 0 ? `${text.slice(0, end)}…` : '';
}

/** Draw shapes in their order on a context whose unit is one CSS pixel. */
export function drawShapes(context: CanvasRenderingContext2D, shapes: readonly Shape[]): void {
  for (const shape of shapes) draw(context, shape);
}

function draw(context: CanvasRenderingContext2D, shape: Shape): void {
  switch (shape.kind) {
    case 'box':
      context.fillStyle = shape.fill;
      context.fillRect(shape.x, shape.y, shape.width, shape.height);
      break;
    case 'line':
      context.strokeStyle = shape.colour;
      context.lineWidth = shape.width;
      context.lineJoin = 'round';
      context.setLineDash([...(shape.dash ?? [])]);
      context.beginPath();
      trace(context, shape.points, shape.isSmooth === true);
      context.stroke();
      context.setLineDash([]);
      break;
    case 'surface':
      context.fillStyle = shape.fill;
      context.beginPath();
      trace(context, shape.points, false);
      context.closePath();
      context.fill();
      break;
    case 'sector':
      drawSector(context, shape);
      break;
    case 'dot':
      context.fillStyle = shape.fill;
      context.beginPath();
      context.arc(shape.at.x, shape.at.y, shape.radius, 0, 2 * Math.PI);
      context.fill();
      break;
    case 'text':
      drawText(context, shape);
      break;
  }
}

/** A smooth line goes through every point, its direction there that from the point before to the one after. */
function trace(context: CanvasRenderingContext2D, points: readonly Place[], isSmooth: boolean): void {
  points.forEach((point, index) => {
    const before = points[index - 1];
    if (!before) context.moveTo(point.x, point.y);
    else if (!isSmooth) context.lineTo(point.x, point.y);
    else {
      const [earlier, later] = [points[index - 2] ?? before, points[index + 1] ?? point];
      context.bezierCurveTo(
        before.x + (point.x - earlier.x) / 6,
        before.y + (point.y - earlier.y) / 6,
        point.x - (later.x - before.x) / 6,
        point.y - (later.y - before.y) / 6,
        point.x,
        point.y,
      );
    }
  });
}

function drawSector(
  context: CanvasRenderingContext2D,
  { centre, inner, outer, from, to, fill, edge }: Extract<Shape, { kind: 'sector' }>,
): void {
  const angle = (turn: number): number => (turn - 0.25) * 2 * Math.PI;
  context.fillStyle = fill;
  context.strokeStyle = edge;
  context.lineWidth = 1.5;
  context.beginPath();
  context.arc(centre.x, centre.y, outer, angle(from), angle(to));
  if (inner > 0) context.arc(centre.x, centre.y, inner, angle(to), angle(from), true);
  else context.lineTo(centre.x, centre.y);
  context.closePath();
  context.fill();
  context.stroke();
}

function drawText(context: CanvasRenderingContext2D, shape: Extract<Shape, { kind: 'text' }>): void {
  context.font = fontName(shape.font);
  context.fillStyle = shape.colour;
  context.textAlign = shape.align;
  context.textBaseline = 'middle';
  if (!shape.isTurned) {
    context.fillText(shape.text, shape.at.x, shape.at.y);
    return;
  }
  context.save();
  context.translate(shape.at.x, shape.at.y);
  context.rotate(-Math.PI / 2);
  context.fillText(shape.text, 0, 0);
  context.restore();
}
