/** How text gets into its cell: wrapped, over empty neighbours, or as hashes when a number has no room. */
import type { Axis } from './axis';
import type { CellLook } from './cellLook';
import type { Rectangle } from './layout';

export type Measure = (text: string) => number;

/**
 * The number's text; when the format is General with fewer decimals or, where its whole part has no room, in powers of ten; and hashes when even that
 * is too wide: a number cut off would be another number.
 */
export function fitNumber(look: CellLook, width: number, measure: Measure): string {
  if (measure(look.text) <= width) return look.text;
  const { value, numberFormat } = look;
  const isGeneral = numberFormat === 'General' && typeof value === 'number';
  const shorter = isGeneral ? [...fewerDecimals(value), ...powersOfTen(value)] : [];
  const fitting = shorter.find(text => measure(text) <= width);
  return fitting ?? '#'.repeat(Math.max(1, Math.floor(width / measure('#'))));
}

/** Below it the digits that count come so late that powers of ten say more. */
const smallest = 0.0001;

/** From most to fewest decimals, none where the digits before the point are all there are. */
function fewerDecimals(value: number): string[] {
  const size = Math.abs(value);
  if (Number.isInteger(value) || size < smallest) return [];
  const wholeDigits = String(Math.trunc(size)).length;
  return downFrom(10, wholeDigits).map(digits => String(Number(value.toPrecision(digits))));
}

/** `1.2346E+11`, `1.235E+11` … `1E+11`, as Excel writes them. */
const powersOfTen = (value: number): string[] =>
  downFrom(4, 0).map(decimals => {
    const [mantissa, exponent] = value.toExponential(decimals).split('e');
    return `${Number(mantissa)}E${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
  });

const downFrom = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, first - last + 1) }, (_, index) => first - index);

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
