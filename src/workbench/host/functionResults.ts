import { AnswerWithCards } from '../book/entityCard';
import type { CellValue, CustomFunctionAnswer, ErrorCode, ErrorValue } from '../book/types';
import { readEntity } from './entityValue';

/** One result as the add-in's runtime hands it in, in either of its two shapes. */
export interface FunctionResult {
  readonly id: number;
  readonly outcome: CustomFunctionAnswer;
}

/** Numbers for errors on the wire. The others (thrown, rejected, mismatch) are plain failures: `#VALUE!`. */
const errorNumbers: Readonly<Record<number, ErrorCode>> = {
  1: '#N/A',
  5: '#DIV/0!',
  6: '#NUM!',
  7: '#VALUE!',
  8: '#NULL!',
  // The function is not in the runtime, or not associated.
  9: '#NAME?',
  10: '#NAME?',
};

/** Read a result: `{ id, value, failed, errorCode }`, or `[id, succeeded, value, errorCode, …]`. */
export function readResult(result: unknown): FunctionResult | null {
  if (Array.isArray(result)) {
    const [id, succeeded, value, errorCode] = result as [number, boolean, unknown, unknown];
    return { id, outcome: succeeded ? readAnswer(value) : failure(value, errorCode) };
  }
  if (typeof result !== 'object' || result === null) {
    return null;
  }
  const { id, value, failed, errorCode } = result as Record<string, unknown>;
  return { id: Number(id), outcome: failed ? failure(value, errorCode) : readAnswer(value) };
}

function failure(message: unknown, errorCode: unknown): ErrorValue {
  if (message === 'NaN') {
    return { error: '#NUM!' };
  }
  return withMessage(errorNumbers[Number(errorCode)] ?? '#VALUE!', message);
}

/** Excel shows an add-in's own message for `#VALUE!` and `#N/A` only. */
function withMessage(error: ErrorCode, message: unknown): ErrorValue {
  const isShown = error === '#VALUE!' || error === '#N/A';
  return isShown && typeof message === 'string' && message !== '' ? { error, message } : { error };
}

/** The value, with the cards of the entities among it. */
function readAnswer(value: unknown): CustomFunctionAnswer {
  const cards = [value].flat(2).flatMap(each => readEntity(each) ?? []);
  return cards.length > 0 ? new AnswerWithCards(readValue(value), cards) : readValue(value);
}

/** A single value, or rows of equal length; anything else (ragged or empty rows, a plain list) is `#VALUE!`. */
function readValue(value: unknown): CellValue | CellValue[][] {
  if (!Array.isArray(value)) {
    return readCell(value);
  }
  const [first] = value as unknown[];
  const width = Array.isArray(first) ? first.length : 0;
  const isMatrix = width > 0 && value.every(row => Array.isArray(row) && row.length === width);
  return isMatrix ? (value as unknown[][]).map(row => row.map(readCell)) : { error: '#VALUE!' };
}

function readCell(value: unknown): CellValue {
  switch (typeof value) {
    case 'number':
    case 'string':
    case 'boolean':
      return value;
    case 'object':
      // A null shows as 0 (office-js issue 1503).
      return value === null ? 0 : readRichValue(value as Record<string, unknown>);
    default:
      return { error: '#VALUE!' };
  }
}

const knownErrors: readonly string[] = ['#N/A', '#VALUE!', '#DIV/0!', '#REF!', '#NAME?', '#NUM!', '#NULL!'];

/** An error or a formatted number given as a value; an entity stands as its text; images show their basic value, `#VALUE!`. */
function readRichValue(value: Record<string, unknown>): CellValue {
  const { type, basicValue, message } = value;
  const entity = readEntity(value);
  if (entity) {
    return entity.text;
  }
  if (type === 'FormattedNumber' && typeof basicValue === 'number') {
    return basicValue;
  }
  if (type === 'Error' && typeof basicValue === 'string' && knownErrors.includes(basicValue)) {
    return withMessage(basicValue as ErrorCode, message);
  }
  return { error: '#VALUE!' };
}
