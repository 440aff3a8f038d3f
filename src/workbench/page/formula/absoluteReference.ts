/** F4: a reference at the caret becomes absolute, then half absolute, then relative again. */
import { referencesIn } from './formulaText';

/** How `$` goes on from one press to the next, written as before column and before row. */
const nextMarks: Readonly<Record<string, readonly [string, string]>> = {
  '': ['$', '$'],
  $$: ['', '$'],
  '-$': ['$', ''],
  '$-': ['', ''],
};

const cornerPattern = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/;

/**
 * Turn the reference that the caret is in or touches; null where there is none.
 *
 * @returns the new text, and where the caret is: at the end of the reference
 * @example turnReference('=A1*2', 3) //=> { text: '=$A$1*2', caret: 5 }
 */
export function turnReference(text: string, caret: number): { text: string; caret: number } | null {
  const found = referencesIn(text).find(({ start, end }) => start <= caret && caret <= end);
  if (!found) return null;
  const written = text.slice(found.start, found.end);
  const sheetEnd = written.lastIndexOf('!') + 1;
  const corners = written.slice(sheetEnd).split(':');
  const [beforeColumn, beforeRow] = nextMarks[marksOf(corners[0])] ?? ['', ''];
  const turned = corners.map(corner => {
    const [, , letters = '', , digits = ''] = cornerPattern.exec(corner) ?? [];
    return `${letters && beforeColumn}${letters}${digits && beforeRow}${digits}`;
  });
  const reference = written.slice(0, sheetEnd) + turned.join(':');
  return {
    text: text.slice(0, found.start) + reference + text.slice(found.end),
    caret: found.start + reference.length,
  };
}

/** Whole columns and rows have one mark: with it they are absolute. */
function marksOf(corner: string): string {
  const [, first = '', letters = '', second = '', digits = ''] = cornerPattern.exec(corner) ?? [];
  if (letters === '' || digits === '') return first || second ? '$-' : '';
  if (first && second) return '$$';
  return first ? '$-' : second ? '-$' : '';
}
