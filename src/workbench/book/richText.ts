/** Texts whose parts are written in fonts of their own. They belong to how a cell looks, and go where its style goes. */
import type { CellStyle, LetterStyle, TextRun } from './cellStyle';
import type { CellValue } from './cellValue';

const letterProperties = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'fontColor',
  'fontName',
  'fontSize',
] as const satisfies readonly (keyof LetterStyle)[];

/**
 * The runs of a cell's text; null where it is written in one font. Runs of a text that the cell no longer holds mean nothing.
 *
 * @example runsOf({ richText: [{ text: 'a' }, { text: 'b', font: { bold: true } }] }, 'ab') //=> both runs
 */
export function runsOf(style: CellStyle, value: CellValue): readonly TextRun[] | null {
  const { richText } = style;
  if (!richText || typeof value !== 'string') return null;
  return richText.map(({ text }) => text).join('') === value ? richText : null;
}

/** What is said of all letters of a cell is said of each of its runs, as in Excel. */
export function withLetters(runs: readonly TextRun[], patch: CellStyle): readonly TextRun[] {
  const said = Object.entries(patch).filter(([name]) =>
    (letterProperties as readonly string[]).includes(name),
  );
  if (said.length === 0) return runs;
  return runs.map(run => {
    if (!run.font) return run;
    const font = Object.entries({ ...run.font, ...Object.fromEntries(said) });
    return { text: run.text, font: Object.fromEntries(font.filter(([, value]) => value !== undefined)) };
  });
}
