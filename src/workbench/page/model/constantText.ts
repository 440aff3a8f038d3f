/** A cell's content as its owner would type it: what editing begins with. */
import { type DisplayOptions, days1904, isDatePattern, readTyped } from '../../book/numberFormat';
import type { CellValue, Sheet } from '../../book/types';
import type { Position } from '../position';

/** What a cell shows when it is edited: its formula, or its constant; nothing where another cell's spill lies. */
export function editText(sheet: Sheet, { row, column }: Position, options: DisplayOptions): string {
  const formula = sheet.formula(row, column);
  if (formula !== null) return formula;
  if (isSpilledInto(sheet, row, column)) return '';
  return constantText(sheet.value(row, column), sheet.style(row, column).numberFormat ?? 'General', options);
}

const isSpilledInto = (sheet: Sheet, row: number, column: number): boolean => {
  const spill = sheet.spill(row, column);
  return spill !== null && (spill.anchor.row !== row || spill.anchor.column !== column);
};

/**
 * Writes a constant so that typing it again gives the same value.
 * @example constantText(45356, 'd-mmm-yy', { locale: 'en-US', date1904: false }) //=> '2024-03-05'
 * @example constantText('007', 'General', { locale: 'en-US', date1904: false }) //=> "'007"
 */
export function constantText(value: CellValue, numberFormat: string, options: DisplayOptions): string {
  if (value === null) return '';
  if (typeof value === 'string') return needsApostrophe(value, numberFormat, options) ? `'${value}` : value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'object') return value.error;
  if (isDatePattern(numberFormat)) return dateText(value + (options.date1904 ? days1904 : 0));
  if (numberFormat.includes('%')) return `${Number((value * 100).toPrecision(15))}%`;
  return String(value);
}

const needsApostrophe = (text: string, numberFormat: string, options: DisplayOptions): boolean =>
  numberFormat !== '@' && (/^[=']/.test(text) || readTyped(text, options) !== null);

const unixEpochSerial = 25_569;
const secondsPerDay = 86_400;
/** The serial 60 is the 29 February 1900 that never was; before it serials and dates disagree. */
const firstSafeSerial = 61;
const lastSerial = 2_958_466;

/** Year-month-day in every locale, because every locale reads it the same. */
function dateText(serial: number): string {
  if (serial < firstSafeSerial || serial >= lastSerial) return String(serial);
  const seconds = Math.round((serial - unixEpochSerial) * secondsPerDay);
  const iso = new Date(seconds * 1000).toISOString();
  const [day, time] = [iso.slice(0, 10), iso.slice(11, 19)];
  return time === '00:00:00' ? day : `${day} ${time}`;
}
