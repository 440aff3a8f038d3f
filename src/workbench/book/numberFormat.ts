// numfmt 4's package.json points `require` and `types` at files it does not ship (dist/index.cjs, dist/index.d.cts), so
// the file that is there is imported by its path. Back to 'numfmt' once that is fixed upstream.
import {
  dateToSerial,
  format,
  getFormatFromId,
  isDateFormat,
  parseValue,
} from '../../../node_modules/numfmt/dist/index.js';
import { isError } from './errorValue';
import type { CellValue } from './types';

/** Days between the day zero of the 1900 and of the 1904 date system. */
export const days1904 = 1462;

export interface DisplayOptions {
  readonly locale: string;
  readonly date1904: boolean;
}

/** What a typed text means: its value and the number format it brings along, if any. */
export interface TypedValue {
  readonly value: number | boolean;
  readonly numberFormat: string | null;
}

/**
 * Show a value by an Excel number format, in the book's locale.
 *
 * @example displayText(45356, 'yyyy-mm-dd', { locale: 'en-US', date1904: false }) //=> '2024-03-05'
 */
export function displayText(value: CellValue, numberFormat: string, options: DisplayOptions): string {
  if (value === null) return '';
  if (isError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const pattern = localPattern(numberFormat, options.locale);
  const shown =
    typeof value === 'number' && options.date1904 && isDateFormat(pattern) ? value + days1904 : value;
  return format(pattern, shown, {
    locale: options.locale,
    dateErrorNumber: false,
    dateSpanLarge: false,
    throws: false,
    invalid: String(value),
  });
}

export const isDatePattern = (numberFormat: string): boolean => isDateFormat(numberFormat);

/** Read a text as Excel reads what is typed: numbers, percentages, currency, dates, times, TRUE; null for plain text. */
export function readTyped(text: string, options: DisplayOptions): TypedValue | null {
  const chinese = readChineseDate(text, options.locale);
  const read = chinese ?? parseValue(text, { locale: options.locale });
  if (!read || typeof read.value === 'string') return null;
  if (typeof read.value === 'boolean') return { value: read.value, numberFormat: null };
  const numberFormat = 'numberFormat' in read ? read.numberFormat : builtInFormat(read.formatId, text);
  const isDate = numberFormat !== null && isDateFormat(numberFormat) && read.value >= 1;
  return { value: isDate && options.date1904 ? read.value - days1904 : read.value, numberFormat };
}

const chineseDate = /^\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(?:(\d{1,2})\s*日)?\s*$/;

function readChineseDate(text: string, locale: string): { value: number; numberFormat: string } | null {
  const match = locale.startsWith('zh') ? chineseDate.exec(text) : null;
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 1)];
  const isDay = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  const value = isDay && month >= 1 && month <= 12 ? dateToSerial([year, month, day]) : undefined;
  if (value === undefined) return null;
  return { value, numberFormat: match[3] === undefined ? 'yyyy"年"m"月"' : 'yyyy"年"m"月"d"日"' };
}

function builtInFormat(formatId: number | undefined, text: string): string | null {
  if (formatId === undefined) return null;
  // A currency keeps the sign that was typed; the built-in formats 5 to 8 always show the locale's own.
  const sign = /[$¥€£￥]/.exec(text)?.[0];
  if (formatId >= 5 && formatId <= 8 && sign) return `${sign}#,##0${formatId >= 7 ? '.00' : ''}`;
  if (formatId === 14) return 'm/d/yyyy';
  return getFormatFromId(formatId, 'en-US');
}

/** `m/d/yyyy` is Excel's name for the short date of whoever looks at it. */
function localPattern(numberFormat: string, locale: string): string {
  if (locale.startsWith('zh') && numberFormat.toLowerCase() === 'm/d/yyyy') return 'yyyy/m/d';
  return numberFormat;
}
