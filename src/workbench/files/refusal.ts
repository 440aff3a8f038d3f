/** What a file holds and the book refuses: left out and told, because half a workbook is worse than one without a name. */
import { BookError } from '../book/types';

/** Do something to the book; its refusal becomes a line that says what was left out and why. */
export function unlessRefused(what: string, change: () => void): string[] {
  try {
    change();
    return [];
  } catch (error) {
    if (error instanceof BookError) return [`${what}: ${error.message}`];
    throw error;
  }
}
