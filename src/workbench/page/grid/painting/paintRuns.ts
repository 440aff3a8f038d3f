/** Draws a line of text whose parts have letters of their own. */
import { fontFor } from '../cellFont';
import type { CellLook, LookOfRun } from '../cellLook';

type Letters = NonNullable<LookOfRun['letters']>;

interface Piece {
  readonly text: string;
  readonly letters: Letters;
}

/** The parts of a text from one letter to another. */
function piecesOf(look: CellLook, from: number, to: number): Piece[] {
  let start = 0;
  return (look.runs ?? []).flatMap(({ text, letters }) => {
    const begin = start;
    start += text.length;
    const part = text.slice(Math.max(0, from - begin), Math.max(0, to - begin)).replaceAll(/\r?\n/g, ' ');
    return part === '' ? [] : [{ text: part, letters: letters ?? { ...look, fontColor: '', raised: null } }];
  });
}

/** By how much of the cell's own size, downwards. */
const raisedBy = { superscript: -0.35, subscript: 0.25 } as const;

const fontOfLetters = (letters: Letters): string => fontFor({ ...letters, pixels: letters.fontSize });

/** How wide a stretch of the text is. */
export function widthOfRuns(
  context: CanvasRenderingContext2D,
  look: CellLook,
  from: number,
  to: number,
): number {
  return piecesOf(look, from, to).reduce((sum, { text, letters }) => {
    context.font = fontOfLetters(letters);
    return sum + context.measureText(text).width;
  }, 0);
}

/**
 * Draws a stretch of the text on a line; letters without a colour of their own take the one that is set.
 *
 * @param x where it begins, ends or has its middle, as the cell is aligned
 */
export function drawRuns(
  context: CanvasRenderingContext2D,
  look: CellLook,
  stretch: { readonly from: number; readonly to: number },
  { x, y }: { readonly x: number; readonly y: number },
): void {
  const width = widthOfRuns(context, look, stretch.from, stretch.to);
  let left = look.horizontal === 'left' ? x : look.horizontal === 'right' ? x - width : x - width / 2;
  const ink = context.fillStyle;
  context.textAlign = 'left';
  for (const { text, letters } of piecesOf(look, stretch.from, stretch.to)) {
    context.font = fontOfLetters(letters);
    context.fillStyle = letters.fontColor || ink;
    const shift = letters.raised ? raisedBy[letters.raised] : 0;
    const middle = y + shift * look.fontSize;
    context.fillText(text, left, middle);
    const size = context.measureText(text).width;
    if (letters.isStruck) context.fillRect(left, Math.round(middle), size, 1);
    if (letters.isUnderlined) context.fillRect(left, Math.round(middle + letters.fontSize / 2), size, 1);
    left += size;
  }
}
