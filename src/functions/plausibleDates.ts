/** Dates that cannot be dates: columns given in each other's place would otherwise answer numbers. */
import type { ArgumentKey } from '../i18n/functions/functionHelp';
import { lastSerial } from '../risk/ledger/cells/readDate';
import { fail } from '../risk/problem';
import { answer } from './respond';

/** Amounts as whole numbers of `1 / scale`; NaN where missing. */
interface Amounts {
  readonly units: ArrayLike<number>;
  readonly scale: number;
}

/** A hundred years, and twenty, in days. */
const farthest = 36_525;
const usual = 7_305;

/**
 * Refuse a column of dates that holds something else, mostly amounts given in its place. It is refused only where
 *
 * - none of its dates is within a hundred years of the day, or
 * - all amounts would be dates within twenty years of it, whole numbers one and all, and fewer than half of the dates are.
 *
 * Amounts that happen to be good serial days are therefore never refused while the dates are dates, nor is a date far off among others. The
 * last day Excel knows (9999-12-31), which programs write for no date, says nothing, and neither does an amount of 0.
 *
 * @param dates Serial days, NaN where missing.
 * @throws #VALUE! that names the argument and its first date.
 */
export function requirePlausibleDates(
  name: ArgumentKey,
  dates: ArrayLike<number>,
  asOf: number,
  amounts?: Amounts,
): void {
  let known = 0;
  let within = 0;
  let likely = 0;
  let first = Number.NaN;
  for (let row = 0; row < dates.length; row += 1) {
    const date = dates[row]!;
    if (Number.isNaN(date) || date === lastSerial) continue;
    if (known === 0) first = date;
    const distance = Math.abs(date - asOf);
    known += 1;
    if (distance <= farthest) within += 1;
    if (distance <= usual) likely += 1;
  }
  if (known === 0) return;
  const areSwapped = likely * 2 < known && amounts !== undefined && areAllDates(amounts, asOf);
  if (within === 0 || areSwapped) answer(fail('value', 'argumentNotDates', { argument: name, value: first }));
}

/** A few invoices may all be due before their day: paid in advance, or by a slip. */
const fewestExchanged = 10;

/**
 * Refuse due dates of which ten or more are before their invoice dates, and none is after: the columns are in each other's place.
 *
 * @throws #VALUE! that names the due dates.
 */
export function refuseExchangedDates(invoiceDate: ArrayLike<number>, dueDate: ArrayLike<number>): void {
  let before = 0;
  for (let row = 0; row < dueDate.length; row += 1) {
    if (dueDate[row]! > invoiceDate[row]!) return;
    if (dueDate[row]! < invoiceDate[row]!) before += 1;
  }
  if (before >= fewestExchanged) answer(fail('value', 'dueBeforeInvoices', { argument: 'dueDates' }));
}

function areAllDates({ units, scale }: Amounts, asOf: number): boolean {
  let known = 0;
  for (let row = 0; row < units.length; row += 1) {
    const amount = units[row]! / scale;
    if (amount === 0 || Number.isNaN(amount)) continue;
    if (!Number.isInteger(amount) || Math.abs(amount - asOf) > usual) return false;
    known += 1;
  }
  return known > 0;
}

/**
 * Refuse a day in the place of a number of days or periods: other functions have their as-of date there.
 *
 * @throws #VALUE! that names the argument.
 */
export function refuseDay(count: number, argument: ArgumentKey): void {
  if (isSerialDay(count)) answer(fail('value', 'argumentIsDay', { argument, value: count }));
}

/** From 1980 to 2099, also in a workbook that counts from 1904. */
export const isSerialDay = (value: number): boolean =>
  Number.isInteger(value) && value >= 27_759 && value <= 73_050;
