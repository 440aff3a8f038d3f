import { plainText } from '../cell';
import type { Cell, DateOrder, DateSystem } from '../ledger';
import { type DateText, fullYear, parseDateText, type WrittenDate } from './dateText';

/** 9999-12-31, the last day Excel knows. */
export const lastSerial = 2958465;
/** Serial days between the two systems: 1904-01-01 is 0 in one and 1462 in the other. */
const daysTo1904 = 1462;
const millisecondsPerDay = 86_400_000;

/**
 * Read a cell as an Excel serial day (whole days of `dateSystem`, time of day cut off); NaN when it is empty, below 1 or no date.
 * Numbers are taken as serials, except eight-digit ones (20240305). `order` decides texts such as `5/3/2024`; where that order
 * is impossible (`13/2/2024` as month first) the other is taken. Two-digit years follow Excel: 00–29 is 20xx.
 *
 * @example readDate('2024-03-05', 'mdy', 1900) //=> 45356
 * @example readDate('5/3/2024', 'dmy', 1900) //=> 45356
 */
export function readDate(cell: Cell, order: DateOrder, dateSystem: DateSystem): number {
  if (typeof cell === 'number') return readDateNumber(cell, dateSystem);
  if (typeof cell !== 'string') return Number.NaN;
  const text = plainText(cell);
  const parsed = parseDateText(text);
  if (parsed) return serialOfText(parsed, order, dateSystem);
  return isSerialText(text) ? readDateNumber(Number(text), dateSystem) : Number.NaN;
}

/** Serials between 1954 and 2118 also count when an export wrote them as text. */
const isSerialText = (text: string): boolean => /^[2-7]\d{4}(?:\.\d+)?$/.test(text);

function readDateNumber(value: number, dateSystem: DateSystem): number {
  if (!(value >= 1)) return Number.NaN;
  if (value < lastSerial + 1) return Math.floor(value);
  const year = Math.floor(value / 10_000);
  const date = { year, month: Math.floor(value / 100) % 100, day: value % 100 };
  return Number.isInteger(value) && year <= 9999 ? serialOf(date, dateSystem) : Number.NaN;
}

/**
 * Find the serial day of a parsed text date, by `order` where the text leaves it open; NaN when the calendar has no such day.
 */
export function serialOfText(parsed: DateText, order: DateOrder, dateSystem: DateSystem): number {
  if (parsed.order === 'fixed') return serialOf(parsed.date, dateSystem);
  for (const candidate of candidates(parsed.parts, parsed.isYearLast, order)) {
    const serial = serialOf(candidate, dateSystem);
    if (!Number.isNaN(serial)) return serial;
  }
  return Number.NaN;
}

/** The readings a text allows, the one of `order` first. */
function candidates(
  [first, second, third]: readonly [number, number, number],
  isYearLast: boolean,
  order: DateOrder,
): WrittenDate[] {
  const lastYear = isYearLast ? third : shortYear(third);
  const monthFirst = { year: lastYear, month: first, day: second };
  const dayFirst = { year: lastYear, month: second, day: first };
  const yearLast = order === 'dmy' ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  if (isYearLast) return yearLast;
  const yearFirst = { year: shortYear(first), month: second, day: third };
  return order === 'ymd' ? [yearFirst, ...yearLast] : [...yearLast, yearFirst];
}

const shortYear = (year: number): number => fullYear(String(year).padStart(2, '0'));

/**
 * Find the serial day of a calendar date; NaN when there is no such day in that system. The 1900 system has a 29 February 1900
 * (serial 60) that never was: Excel keeps it for Lotus 1-2-3's sake, so days before it count one less than the calendar says.
 *
 * @example serialOf({ year: 1900, month: 3, day: 1 }, 1900) //=> 61
 */
export function serialOf({ year, month, day }: WrittenDate, dateSystem: DateSystem): number {
  const isPhantomDay = year === 1900 && month === 2 && day === 29;
  if (isPhantomDay) return dateSystem === 1900 ? 60 : Number.NaN;
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return Number.NaN;
  const time = Date.UTC(year, month - 1, day);
  const isOverflow = new Date(time).getUTCDate() !== day;
  if (isOverflow) return Number.NaN;
  const calendarDay = time / millisecondsPerDay + 25_568;
  const serial = calendarDay >= 60 ? calendarDay + 1 : calendarDay;
  if (dateSystem === 1900) return serial;
  const serial1904 = serial - daysTo1904;
  return serial1904 >= 1 ? serial1904 : Number.NaN;
}
