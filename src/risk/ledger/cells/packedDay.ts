import type { Cell } from '../ledger';
import type { WrittenDate } from './dateText';

/** Nobody still owes since 2014, and nobody has terms until 2041. */
const [earliestYear, latestYear] = [15, 40];

/** No serial day of a ledger has six digits: 100,000 is a day of 2173. */
const [least, greatest] = [100_000, 999_999];
const sixDigits = /^[1-9]\d{5}$/;

/**
 * Tell whether a cell is a number of six digits, as a number or a text, that a day may be packed into.
 *
 * @example isSixDigits(260131) //=> true
 */
export function isSixDigits(cell: Cell): boolean {
  if (typeof cell === 'number') return cell >= least && cell <= greatest && Number.isInteger(cell);
  return typeof cell === 'string' && sixDigits.test(cell.trim());
}

/**
 * Read six digits as a short year, a month and a day; `null` where they are none. Only a whole column of them says that they are days.
 *
 * @example packedDay(260131) //=> { year: 2026, month: 1, day: 31 }
 */
export function packedDay(cell: Cell): WrittenDate | null {
  if (!isSixDigits(cell)) return null;
  const digits = Number(cell);
  const [year, month, day] = [Math.floor(digits / 10_000), Math.floor(digits / 100) % 100, digits % 100];
  const isDay =
    year >= earliestYear && year <= latestYear && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return isDay ? { year: 2000 + year, month, day } : null;
}

/** The years of a ledger are few and its days are many: `310126, 280226` begin with the day. */
export function areYearsFirst(days: readonly WrittenDate[]): boolean {
  const years = new Set(days.map(({ year }) => year));
  return years.size <= new Set(days.map(({ day }) => day)).size;
}
