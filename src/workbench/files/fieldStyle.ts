/** How a delimited file writes its numbers and dates, told by the file itself. */

/** As the country a file comes from writes: Excel takes it from the computer, which here may be any. */
export interface FieldStyle {
  readonly decimalMark: '.' | ',';
  readonly isDayFirst: boolean;
}

/** What Excel under en-US takes a file for. */
export const american: FieldStyle = { decimalMark: '.', isDayFirst: false };

const spaced = '[\\u0020\\u00a0\\u202f]';
/** `1.234,50`, `12,5`, `1 234,50`: nothing else than a decimal comma. */
const decimalComma = new RegExp(
  `^[-+(]?(?:[€£$] ?)?(?:\\d{1,3}(?:(?:\\.|${spaced})\\d{3})+|\\d+),\\d{1,2}(?: ?[€£$]| ?[A-Z]{3}|-|\\))?$`,
);
const decimalPoint = /^[-+(]?(?:[€£$] ?)?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{1,2}(?: ?[€£$]| ?[A-Z]{3}|-|\))?$/;
/** `1.234` is one and a bit, or a thousand and more where dates are written with dots. */
const grouped = /^-?\d{1,3}(?:\.\d{3})+$/;
const slashed = /^(\d{1,2})([-/.])(\d{1,2})\2(?:\d{4}|\d{2})(?:[ T]|$)/;

/**
 * Tell how the fields of a file write numbers and dates: with a decimal comma where some do and none has a decimal point; the day first where a day
 * beyond 12 proves it, or the decimal comma makes it likely and no month first contradicts.
 *
 * @example fieldStyleOf([['1.234,50', '05/03/2026']]) //=> { decimalMark: ',', isDayFirst: true }
 */
export function fieldStyleOf(rows: readonly (readonly string[])[]): FieldStyle {
  let commas = 0;
  let points = 0;
  let dayFirst = 0;
  let monthFirst = 0;
  let thousands = 0;
  let dotted = 0;
  for (const row of rows) {
    for (const field of row) {
      const text = field.trim();
      if (decimalComma.test(text)) commas++;
      else if (decimalPoint.test(text)) points++;
      else if (grouped.test(text)) thousands++;
      const date = slashed.exec(text);
      if (date === null) continue;
      if (date[2] === '.') dotted++;
      if (Number(date[1]) > 12 && Number(date[3]) <= 12) dayFirst++;
      else if (Number(date[3]) > 12 && Number(date[1]) <= 12) monthFirst++;
    }
  }
  const hasComma = points === 0 && (commas > 0 || (thousands > 0 && dotted > 0));
  const isDayFirst = monthFirst === 0 && (dayFirst > 0 || hasComma);
  return { decimalMark: hasComma ? ',' : '.', isDayFirst };
}
