import { type DisplayOptions, readTyped, type TypedValue } from '../../book/numberFormat';
import type { ErrorCode, ErrorValue } from '../../book/types';

/** What a text becomes when an add-in writes it: a number, a date, TRUE, an error; or itself. */
export interface WrittenText {
  readonly value: string | number | boolean | ErrorValue;
  /** The number format it brings along, for a cell that has none. */
  readonly numberFormat: string | null;
}

const errors: readonly string[] = ['#N/A', '#VALUE!', '#DIV/0!', '#REF!', '#NAME?', '#NUM!', '#NULL!'];

/**
 * Read a text that an add-in writes as Excel does: as if the user had typed it. `"12%"` becomes 0.12,
 * `"1-2"` the second of January, `"00123"` 123; a leading apostrophe or the format `@` keeps the text.
 */
export function readWrittenText(text: string, numberFormat: string, options: DisplayOptions): WrittenText {
  if (errors.includes(text)) {
    return { value: { error: text as ErrorCode }, numberFormat: null };
  }
  const typed = mayBeRead(text, numberFormat) ? readTyped(text, options) : null;
  return typed ? fitted(typed, numberFormat) : { value: text, numberFormat: null };
}

/** Most texts are names: only what has a digit, or is TRUE or FALSE, can be anything else. */
function mayBeRead(text: string, numberFormat: string): boolean {
  const isKept = numberFormat === '@' || text.startsWith("'") || text.startsWith('=');
  return !isKept && (/\d/.test(text) || /^\s*(?:true|false)\s*$/i.test(text));
}

function fitted(typed: TypedValue, numberFormat: string): WrittenText {
  return { value: typed.value, numberFormat: numberFormat === 'General' ? typed.numberFormat : null };
}
