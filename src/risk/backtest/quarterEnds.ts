import { serialOf } from '../ledger/cells/readDate';
import { addMonths, dateOfSerial } from '../ledger/cells/serialDate';
import type { DateSystem, Ledger } from '../ledger/ledger';

/**
 * List the calendar quarter ends of a ledger after which enough days were recorded to see what happened.
 *
 * @param firstDay Serial day of the first thing recorded; a quarter that ends before it knows nothing.
 * @param lastDay Serial day of the last thing recorded.
 * @param daysNeeded Days after a quarter end that must lie within the record.
 * @returns Serial days, ascending.
 * @example quarterEnds(40911, 41648, 91) //=> [40_999, …], 31 March 2012 … 30 September 2013
 */
export function quarterEnds(
  firstDay: number,
  lastDay: number,
  daysNeeded: number,
  dateSystem: DateSystem = 1900,
): number[] {
  const ends: number[] = [];
  const { year, quarter } = quarterOf(firstDay, dateSystem);
  for (let next = year * 4 + quarter; ; next += 1) {
    const end = lastDayOfQuarter(Math.floor(next / 4), next % 4, dateSystem);
    if (!(end + daysNeeded <= lastDay)) return ends;
    ends.push(end);
  }
}

function quarterOf(day: number, dateSystem: DateSystem): { year: number; quarter: number } {
  const { year, month } = dateOfSerial(day, dateSystem);
  return { year, quarter: Math.floor((month - 1) / 3) };
}

function lastDayOfQuarter(year: number, quarter: number, dateSystem: DateSystem): number {
  const firstDay = serialOf({ year, month: quarter * 3 + 1, day: 1 }, dateSystem);
  return addMonths(firstDay, 3, dateSystem) - 1;
}

/** The first and last day on which a ledger records an invoice or a payment; NaN for one that records none. */
export function recordedDays(ledger: Ledger): { first: number; last: number } {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const column of [ledger.invoiceDate, ledger.paidDate]) {
    for (const date of column) {
      if (date < first) first = date;
      if (date > last) last = date;
    }
  }
  const isEmpty = first > last;
  return isEmpty
    ? { first: Number.NaN, last: Number.NaN }
    : { first: Math.floor(first), last: Math.floor(last) };
}

/** Write a serial day as `2013-06-30`. */
export function isoDay(day: number, dateSystem: DateSystem = 1900): string {
  const { year, month, day: ofMonth } = dateOfSerial(day, dateSystem);
  return [year, month, ofMonth].map(part => String(part).padStart(2, '0')).join('-');
}
