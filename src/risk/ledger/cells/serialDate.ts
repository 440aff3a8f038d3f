import type { DateSystem } from '../ledger';
import type { WrittenDate } from './dateText';
import { serialOf } from './readDate';

const millisecondsPerDay = 86_400_000;
/** The serial day of 1 January 1970 in each date system. */
const unixEpoch: Readonly<Record<DateSystem, number>> = { 1900: 25_569, 1904: 24_107 };

/**
 * Find the calendar date of a serial day from March 1900 on; before, the 1900 system is a day off, because it knows a 29 February 1900.
 *
 * @param serial a time of day is cut off
 * @example dateOfSerial(45_356, 1900) //=> { year: 2024, month: 3, day: 5 }
 */
export function dateOfSerial(serial: number, dateSystem: DateSystem): WrittenDate {
  const date = new Date((Math.floor(serial) - unixEpoch[dateSystem]) * millisecondsPerDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/**
 * Add whole months to a serial day, or subtract them: the same day of the month, or the last one where the month is shorter.
 * NaN beyond the calendar of Excel.
 *
 * @param months a whole number
 * @example addMonths(44_957, 1, 1900) //=> 44_985, from 31 January to 28 February 2023
 */
export function addMonths(serial: number, months: number, dateSystem: DateSystem): number {
  const { year, month, day } = dateOfSerial(serial, dateSystem);
  const monthsSinceYear0 = year * 12 + month - 1 + months;
  const target = { year: Math.floor(monthsSinceYear0 / 12), month: (monthsSinceYear0 % 12) + 1 };
  const lastDay = new Date(Date.UTC(target.year, target.month, 0)).getUTCDate();
  return serialOf({ ...target, day: Math.min(day, lastDay) }, dateSystem);
}
