import { readTyped } from '../../book/numberFormat';
import type { Book, CellInput, Sheet } from '../../book/types';
import type { Position } from '../position';

/** What a typed text is as an input, and the format that it brings to a cell without one. */
export function typedInput(
  book: Book,
  sheet: Sheet,
  { row, column }: Position,
  text: string,
): { readonly input: CellInput; readonly numberFormat: string | null } {
  const own = sheet.style(row, column).numberFormat ?? 'General';
  const typed = own === '@' || /^[=']/.test(text) ? null : readTyped(text, book);
  if (!typed) return { input: text, numberFormat: null };
  return { input: typed.value, numberFormat: own === 'General' ? typed.numberFormat : null };
}
