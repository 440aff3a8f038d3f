/** Lines of a letter broken for paper: cells do not wrap over their neighbours, so the words are laid out before they are written. */

/** Half-widths that fit beside each other between the margins of A4: a Chinese character takes two. */
const lineWidth = 84;

/** Chinese punctuation that never begins a line. */
const neverFirst = /[，。；：、！？）》」』”’％%,.;:!?)\]]/;

const widthOf = (text: string): number => {
  let width = 0;
  for (const character of text) width += /[\u1100-\u115f\u2e80-\uffe6]/.test(character) ? 2 : 1;
  return width;
};

/**
 * Break a line so that each part fits the page: Latin words at their spaces, Chinese between characters.
 *
 * @returns At least one line; what does not fit even alone is cut.
 * @example brokenLines('Pay by Friday', 8) //=> ['Pay by', 'Friday']
 */
export function brokenLines(text: string, width = lineWidth): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text, width)) {
    const isTooLong = widthOf(line + piece.trimEnd()) > width;
    // A closing mark hangs over the edge rather than begin a line.
    const mustStay = neverFirst.test(piece[0] ?? '') && widthOf(line) <= width;
    if (isTooLong && !mustStay && line !== '') {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  return [...lines, line.trimEnd()];
}

/** Words with the spaces behind them, and Chinese characters one by one. */
function piecesOf(text: string, width: number): readonly string[] {
  const pieces = text.match(/[\u2e80-\uffe6]|[^\s\u2e80-\uffe6]+\s*|\s+/g) ?? [];
  return pieces.flatMap(piece =>
    widthOf(piece.trimEnd()) <= width ? [piece] : (piece.match(new RegExp(`.{1,${width}}`, 'gu')) ?? []),
  );
}
