/**
 * What a cell of an argument is. Errors arrive in three forms: as `CustomFunctions.Error` (Excel, because functions.json
 * says allowErrorForDataTypeAny), as an error value of a data type, and as plain text in hosts that know neither.
 */
import { isBlankCell, isErrorCell } from '../risk/ledger/cell';
import { comparable } from '../risk/policy/cells/policyCells';

/**
 * Give the error a cell holds, as Excel writes it; null when it holds none.
 *
 * @example errorIn('#N/A') //=> '#N/A'
 * @example errorIn({ type: 'Error', basicValue: '#DIV/0!' }) //=> '#DIV/0!'
 */
export function errorIn(cell: unknown): string | null {
  if (isErrorCell(cell)) return String(cell).trim();
  if (typeof cell !== 'object' || cell === null) return null;
  const { type, code, basicValue, error } = cell as Readonly<Record<string, unknown>>;
  // A stock or a picture has the basic value #VALUE! and is no error.
  const isOtherType = type !== undefined && type !== 'Error' && type !== 'CustomFunctionError';
  if (isOtherType) return null;
  const text = [code, basicValue, error].find(isErrorCell);
  return text === undefined ? null : String(text).trim();
}

/**
 * Give what a cell holds as number, text, boolean or null, an error as its text: formatted numbers and entities come as
 * objects around it.
 */
export function plainValue(cell: unknown): unknown {
  if (typeof cell !== 'object' || cell === null) return cell;
  const { basicValue, text } = cell as Readonly<Record<string, unknown>>;
  return errorIn(cell) ?? text ?? basicValue ?? null;
}

/** Tell whether a cell holds nothing at all; 0 is something, although an empty cell may arrive as 0 where a date is meant. */
export function isEmpty(cell: unknown): boolean {
  return isBlankCell(plainValue(cell));
}

/** Desktop Excel hands an empty cell as 0 (office-js issue 4702): a word lets a sheet say missing on every platform. */
const missingWords: ReadonlySet<string> = new Set(['n/a', 'na', 'n.a.', '无', '缺失']);

/** Tell whether a cell says in words that its value is missing. */
export function saysMissing(cell: unknown): boolean {
  return missingWords.has(comparable(plainValue(cell)));
}
