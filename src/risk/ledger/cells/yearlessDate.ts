import { plainText } from '../cell';
import type { Cell } from '../ledger';
import { monthOfName } from './dateText';

/** A day of a year that is not written. */
export interface YearlessDate {
  readonly month: number;
  readonly day: number;
}

const chinese = /^(\d{1,2}) ?月 ?(\d{1,2}) ?[日号號]?$/;
const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[ .-]*([a-z]{3,9})\.?$/i;
const monthFirst = /^([a-z]{3,9})\.?[ -]*(\d{1,2})(?:st|nd|rd|th)?$/i;

/**
 * Read a date that is written without its year; `null` where a cell is none. Two numbers alone (`3/1`) are none: they do not say which is the month.
 *
 * @example readYearlessDate('3月1日') //=> { month: 3, day: 1 }
 * @example readYearlessDate('1-Mar') //=> { month: 3, day: 1 }
 */
export function readYearlessDate(cell: Cell): YearlessDate | null {
  if (typeof cell !== 'string') return null;
  const text = plainText(cell);
  // Names and words fail here at once.
  if (!/\d/.test(text)) return null;
  const numbers = chinese.exec(text);
  if (numbers) return dayOf(Number(numbers[1]), Number(numbers[2]));
  const first = dayFirst.exec(text);
  if (first) return dayOf(monthOfName(first[2]), Number(first[1]));
  const named = monthFirst.exec(text);
  return named ? dayOf(monthOfName(named[1]), Number(named[2])) : null;
}

const dayOf = (month: number, day: number): YearlessDate | null =>
  month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { month, day } : null;
