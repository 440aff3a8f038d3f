import { errors, isError } from '../errorValue';
import { type DisplayOptions, readTyped } from '../numberFormat';
import type { CellValue } from '../types';
import { fail } from './value';

const plainNumber = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

/** The number a text stands for, as Excel reads it in arithmetic (dates and percentages too); null when none. */
export function numberFromText(text: string, options: DisplayOptions): number | null {
  if (plainNumber.test(text)) return Number(text);
  if (!/\d/.test(text)) return null;
  const key = `${options.locale} ${options.date1904} ${text}`;
  const known = readBefore.get(key);
  if (known !== undefined) return known;
  const typed = readTyped(text.trim(), options);
  const number = typeof typed?.value === 'number' ? typed.value : null;
  if (readBefore.size > 20_000) readBefore.clear();
  readBefore.set(key, number);
  return number;
}

/** Reading a date is slow, and conditions ask for the same texts thousands of times. */
const readBefore = new Map<string, number | null>();

/** A value as a number: empty is 0, TRUE is 1, a text is read; leaves with its error, or #VALUE! when it is no number. */
export function toNumber(value: CellValue | undefined, options: DisplayOptions): number {
  if (typeof value === 'number') return value;
  if (value === null || value === undefined) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (isError(value)) return fail(value);
  return numberFromText(value, options) ?? fail(errors.value);
}

/** A value as text, numbers with 15 significant digits as Excel joins them. */
export function toText(value: CellValue | undefined): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (isError(value)) return fail(value);
  return numberText(value);
}

/** A value as a condition: numbers other than 0 are met; leaves with #VALUE! for a text that is neither TRUE nor FALSE. */
export function toLogical(value: CellValue | undefined): boolean {
  if (typeof value === 'boolean') return value;
  if (value === null || value === undefined) return false;
  if (typeof value === 'number') return value !== 0;
  if (isError(value)) return fail(value);
  const word = value.toUpperCase();
  if (word === 'TRUE') return true;
  return word === 'FALSE' ? false : fail(errors.value);
}

/** @example numberText(0.1 + 0.2) //=> '0.3' */
function numberText(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const size = Math.abs(rounded);
  if (size !== 0 && (size >= 1e21 || size < 1e-9)) {
    return rounded
      .toExponential()
      .toUpperCase()
      .replace(/E([+-])(\d)$/, 'E$10$2');
  }
  return size < 1e-6 && size !== 0 ? rounded.toFixed(20).replace(/0+$/, '') : String(rounded);
}

/** A result outside the numbers is #NUM!. */
export function finite(value: number): number {
  return Number.isFinite(value) ? value : fail(errors.number);
}
