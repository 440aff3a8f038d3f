/** Replacing texts in cells: what would be typed there changes, so formulas stay formulas and dates dates. */
import { cellArea } from '../../book/address';
import type { Area, Book, Sheet } from '../../book/types';
import { editText } from '../model/constantText';
import { typedInput } from '../model/typedInput';
import type { Position } from '../position';

/**
 * What a cell would hold with what is found in it replaced, as it would be typed; null where nothing is found, and where
 * another cell's formula fills it.
 *
 * @example replacedText(sheet, a1, /cost/giu, 'price', book) //=> '=price*2' from `=cost*2`
 */
export function replacedText(
  sheet: Sheet,
  at: Position,
  pattern: RegExp,
  by: string,
  book: Book,
): string | null {
  const text = editText(sheet, at, book);
  // A text that would be read as something else keeps its apostrophe, which nobody sees.
  const mark = text.startsWith("'") && sheet.formula(at.row, at.column) === null ? "'" : '';
  const shown = text.slice(mark.length);
  if (shown === '') return null;
  const replaced = shown.replace(pattern, () => by);
  return replaced === shown ? null : mark + replaced;
}

/** Replace in all cells of some areas, in one step. @returns how many cells have changed */
export function replaceAll(
  book: Book,
  sheet: Sheet,
  areas: readonly Area[],
  pattern: RegExp,
  by: string,
): number {
  const changes = areas.flatMap(area => changesIn(book, sheet, area, pattern, by));
  if (changes.length === 0) return 0;
  book.asOneStep(() => {
    for (const run of runsOf(changes)) {
      const [first] = run;
      const area = { ...cellArea(first.row, first.column), rowCount: run.length };
      const typed = run.map(change => ({ change, ...typedInput(book, sheet, change, change.text) }));
      book.setCells(
        sheet,
        area,
        typed.map(({ input }) => [input]),
        'user',
      );
      for (const { change, numberFormat } of typed) {
        if (numberFormat !== null)
          book.setStyle(sheet, cellArea(change.row, change.column), { numberFormat });
      }
    }
  });
  return changes.length;
}

interface Change extends Position {
  readonly text: string;
}

/** Column by column, so that cells below each other are one change. Hidden cells are left as they are. */
function changesIn(book: Book, sheet: Sheet, area: Area, pattern: RegExp, by: string): Change[] {
  const changes: Change[] = [];
  for (let column = area.column; column < area.column + area.columnCount; column++) {
    if (sheet.hiddenColumns.has(column)) continue;
    for (let row = area.row; row < area.row + area.rowCount; row++) {
      if (sheet.hiddenRows.has(row) || sheet.value(row, column) === null) continue;
      const text = replacedText(sheet, { row, column }, pattern, by, book);
      if (text !== null) changes.push({ row, column, text });
    }
  }
  return changes;
}

function runsOf(changes: readonly Change[]): Change[][] {
  const runs: Change[][] = [];
  for (const change of changes) {
    const last = runs.at(-1)?.at(-1);
    if (last && last.column === change.column && last.row === change.row - 1) runs.at(-1)!.push(change);
    else runs.push([change]);
  }
  return runs;
}
