import { isBlankCell, plainText } from '../cell';
import type { Cell } from '../ledger';
import { monthOfName } from './dateText';

const firstYear = 1950;
const lastYear = 2100;

/**
 * Read a cell as a year: `2024`, `2024年`, `'24` is none. NaN where it is none.
 *
 * @example readYear('2024年') //=> 2024
 */
export function readYear(cell: Cell): number {
  const year = wholeNumber(cell, /^(\d{4}) ?(?:年度?)?$/);
  return year >= firstYear && year <= lastYear ? year : Number.NaN;
}

/**
 * Read a cell as a month, 1–12: a number, `3月`, `Mar`, `March`. NaN where it is none.
 *
 * @example readMonth('03') //=> 3
 */
export function readMonth(cell: Cell): number {
  const named = typeof cell === 'string' ? monthOfName(plainText(cell).replace(/\.$/, '')) : 0;
  const month = named > 0 ? named : wholeNumber(cell, /^(\d{1,2}) ?月?(?:份)?$/);
  return month >= 1 && month <= 12 ? month : Number.NaN;
}

/**
 * Read a cell as a day of a month, 1–31: a number, `5日`. NaN where it is none.
 *
 * @example readDayOfMonth('05') //=> 5
 */
export function readDayOfMonth(cell: Cell): number {
  const day = wholeNumber(cell, /^(\d{1,2}) ?[日号號]?$/);
  return day >= 1 && day <= 31 ? day : Number.NaN;
}

function wholeNumber(cell: Cell, pattern: RegExp): number {
  if (typeof cell === 'number') return Number.isInteger(cell) ? cell : Number.NaN;
  if (typeof cell !== 'string' || isBlankCell(cell)) return Number.NaN;
  const written = pattern.exec(plainText(cell))?.[1];
  return written === undefined ? Number.NaN : Number(written);
}
