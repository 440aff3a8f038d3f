/** How text gets into its cell: wrapped, over empty neighbours, or as hashes when a number has no room. */
import type { Axis } from './axis';
import type { CellLook } from './cellLook';
import type { Rectangle } from './layout';

export type Measure = (text: string) => number;

/**
 * The number's text, with fewer decimals when the format is General, and hashes when even that is too wide: a number
 * cut off would be another number.
 */
export function fitNumber(look: CellLook, width: number, measure: Measure): string {
  if (measure(look.text) <= width) return look.text;
  if (look.numberFormat === 'General' && typeof look.value === 'number' && !Number.isInteger(look.value)) {
    const whole = Math.trunc(Math.abs(look.value));
    for (let digits = 10; digits >= String(whole).length; digits -= 1) {
      const shorter = String(Number(look.value.toPrecision(Math.max(1, digits))));
      if (!shorter.includes('e') && measure(shorter) <= width) return shorter;
    }
  }
  return '#'.repeat(Math.max(1, Math.floor(width / measure('#'))));
}

/** Breaks text into lines at spaces, and between any letters where a word or Chinese text is too long. */
export function wrapText(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split(/\r?\n/)) {
    let line = '';
    for (const piece of piecesOf(paragraph)) {
      if (line && measure(line + piece.trimEnd()) > width) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += piece;
      while (measure(line.trimEnd()) > width && [...line].length > 1) {
        const head = longestThatFits(line, width, measure);
        lines.push(head);
        line = line.slice(head.length);
      }
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

/** Words with their space after them; each Chinese, Japanese or Korean character by itself. */
const piecesOf = (text: string): string[] =>
  text.match(
    /[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFFEF]|[^\s\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFFEF]+\s*|\s+/gu,
  ) ?? [];

function longestThatFits(text: string, width: number, measure: Measure): string {
  let head = '';
  for (const letter of text) {
    if (head && measure(head + letter) > width) return head;
    head += letter;
  }
  return head;
}

/** Where a text too long for its cell may be drawn: over the neighbours that are empty, on the side it grows to. */
export function textRoom(
  look: CellLook,
  box: Rectangle,
  wanted: number,
  column: number,
  axis: Axis,
  isFree: (column: number) => boolean,
): Rectangle {
  const missing = wanted - box.width;
  const [onLeft, onRight] = { left: [0, missing], right: [missing, 0], center: [missing / 2, missing / 2] }[
    look.horizontal
  ];
  const left = freePixels(column, -1, onLeft ?? 0, axis, isFree);
  const right = freePixels(column, 1, onRight ?? 0, axis, isFree);
  return { x: box.x - left, y: box.y, width: box.width + left + right, height: box.height };
}

function freePixels(
  from: number,
  step: 1 | -1,
  wanted: number,
  axis: Axis,
  isFree: (column: number) => boolean,
): number {
  let pixels = 0;
  for (let column = from + step; pixels < wanted && column >= 0 && column < axis.count; column += step) {
    if (!isFree(column)) break;
    pixels += axis.size(column);
  }
  return Math.min(pixels, wanted);
}
