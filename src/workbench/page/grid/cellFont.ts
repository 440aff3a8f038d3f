/** The letters of cells: family, size in pixels, and how much room a line of them takes. */

export const cellFontFamily =
  "'Aptos Narrow', Calibri, Carlito, 'Segoe UI', 'Microsoft YaHei UI', 'PingFang SC', 'Noto Sans CJK SC', system-ui, sans-serif";

/** The family that a file names, before those that are used where it is not installed. */
const familyOf = (name: string | undefined): string =>
  name ? `"${name.replaceAll(/["\\\n]/g, '')}", ${cellFontFamily}` : cellFontFamily;

/** Of one step that a text is set in by. */
export const indentStep = 9;

/** In pixels, of the workbook's usual 11 points. */
export const cellFontSize = 13;
export const cellPadding = 4;

const usualPoints = 11;
const lineSpacing = 16 / cellFontSize;

/** @example pixelsOfFont(undefined) //=> 13 */
export const pixelsOfFont = (points: number | undefined): number =>
  Math.round(((points ?? usualPoints) * cellFontSize) / usualPoints);

export const lineHeightOf = (pixels: number): number => Math.round(pixels * lineSpacing);

export const fontFor = (letters: {
  readonly pixels: number;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly fontName?: string;
}): string =>
  `${letters.isItalic ? 'italic ' : ''}${letters.isBold ? '600 ' : ''}${letters.pixels}px ${familyOf(letters.fontName)}`;
