/** What a file holds and the book refuses: left out and told, because half a workbook is worse than one without a name. */
import { BookError } from '../book/refusals';

/** Something of a file that is not in the book: what the book refused by its name, or what the workbench does not know at all. */
export type LeftOut =
  | { readonly what: 'name' | 'table'; readonly name: string; readonly reason: string }
  | { readonly what: 'pivotTables' | 'macros' };

/** Do something to the book; its refusal becomes what was left out and why. */
export function unlessRefused(what: 'name' | 'table', name: string, change: () => void): LeftOut[] {
  try {
    change();
    return [];
  } catch (error) {
    if (error instanceof BookError) return [{ what, name, reason: error.message }];
    throw error;
  }
}
