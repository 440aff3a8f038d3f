import { errors } from '../../errorValue';
import { days1904 } from '../../numberFormat';
import type { CellValue } from '../../types';
import type { Scope } from '../scope';
import { fail } from '../value';
import { numbersOf } from './aggregation';
import { type Cells, eager, type FunctionDefinition, lifted, numberArgument } from './definition';

/** Functions on dates, which are days counted from 1900 or, in some books, 1904. */
export const dateFunctions: readonly FunctionDefinition[] = [
  lifted('DATE', 3, 3, cells => {
    const year = cells.whole(0);
    if (year < 0 || year > 9999) return errors.number;
    // Years below 1900 are added to it, as in Excel.
    return serial(year < 1900 ? year + 1900 : year, cells.whole(1), cells.whole(2), cells.scope);
  }),
  lifted('YEAR', 1, 1, cells => dayOf(cells, 0).year),
  lifted('MONTH', 1, 1, cells => dayOf(cells, 0).month),
  lifted('DAY', 1, 1, cells => dayOf(cells, 0).day),
  lifted('EDATE', 2, 2, cells => {
    const { year, month, day } = dayOf(cells, 0);
    const last = daysInMonth(year, month + cells.whole(1));
    return serial(year, month + cells.whole(1), Math.min(day, last), cells.scope);
  }),
  lifted('EOMONTH', 2, 2, cells => {
    const { year, month } = dayOf(cells, 0);
    return serial(year, month + cells.whole(1) + 1, 0, cells.scope);
  }),
  eager('TODAY', 0, 0, (_, scope) => Math.floor(now(scope))),
  eager('NOW', 0, 0, (_, scope) => now(scope)),
  lifted('DAYS', 2, 2, cells => cells.whole(0) - cells.whole(1)),
  lifted('TIME', 3, 3, cells => {
    const seconds = cells.whole(0) * 3600 + cells.whole(1) * 60 + cells.whole(2);
    return seconds < 0 ? errors.number : (seconds % 86400) / 86400;
  }),
  lifted('HOUR', 1, 1, cells => Math.floor(secondsOf(cells) / 3600)),
  lifted('MINUTE', 1, 1, cells => Math.floor(secondsOf(cells) / 60) % 60),
  lifted('SECOND', 1, 1, cells => secondsOf(cells) % 60),
  lifted('WEEKDAY', 1, 2, cells => {
    const day = weekday(cells.number(0), cells.scope);
    const kind = cells.whole(1, 1);
    if (kind === 1) return day + 1;
    if (kind === 2) return ((day + 6) % 7) + 1;
    if (kind === 3) return (day + 6) % 7;
    return kind >= 11 && kind <= 17 ? ((day - (kind - 10) + 7) % 7) + 1 : errors.number;
  }),
  lifted('ISOWEEKNUM', 1, 1, cells => {
    const date = Math.floor(cells.number(0));
    const thursday = date - ((weekday(date, cells.scope) + 6) % 7) + 3;
    const first = serial(dayFromSerial(thursday, cells.scope).year, 1, 1, cells.scope);
    return Math.floor((thursday - Number(first)) / 7) + 1;
  }),
  lifted('WEEKNUM', 1, 2, cells => {
    const date = Math.floor(cells.number(0));
    const first = Number(serial(dayOf(cells, 0).year, 1, 1, cells.scope));
    const begins = cells.whole(1, 1) === 1 ? 0 : 1;
    return Math.floor((date - first + ((weekday(first, cells.scope) - begins + 7) % 7)) / 7) + 1;
  }),
  lifted('DATEDIF', 3, 3, cells => dateDifference(cells)),
  lifted('YEARFRAC', 2, 3, cells => yearFraction(cells)),
  lifted('DAYS360', 2, 3, cells => days360(dayOf(cells, 0), dayOf(cells, 1))),
  eager('NETWORKDAYS', 2, 3, ([start, end, holidays], scope) => {
    const first = Math.floor(numberArgument(start, scope));
    const last = Math.floor(numberArgument(end, scope));
    const free = new Set(holidays === undefined ? [] : numbersOf([holidays], scope));
    let count = 0;
    for (let day = Math.min(first, last); day <= Math.max(first, last); day++) {
      if (isWorkday(day, free, scope)) count++;
    }
    return last < first ? -count : count;
  }),
  eager('WORKDAY', 2, 3, ([start, days, holidays], scope) => {
    const free = new Set(holidays === undefined ? [] : numbersOf([holidays], scope));
    let day = Math.floor(numberArgument(start, scope));
    let left = Math.trunc(numberArgument(days, scope));
    const step = Math.sign(left);
    if (Math.abs(left) > 1_000_000) return errors.number;
    while (left !== 0) {
      day += step;
      if (isWorkday(day, free, scope)) left -= step;
    }
    return day < 0 ? errors.number : day;
  }),
];

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const millisecondsADay = 86_400_000;
/** Day 0 of the 1900 system, which counts a 29 February 1900 that never was: right from 1 March 1900 on. */
const dayZero = Date.UTC(1899, 11, 30);

function serial(year: number, month: number, day: number, scope: Scope): CellValue {
  const days = (Date.UTC(year, month - 1, day) - dayZero) / millisecondsADay;
  const from1900 = days < 61 ? days - 1 : days;
  const number = scope.state.date1904 ? days - days1904 : from1900;
  return number < 0 || days > 2_958_465 ? errors.number : number;
}

function dayFromSerial(number: number, scope: Scope): Day {
  const whole = Math.floor(number) + (scope.state.date1904 ? days1904 : 0);
  if (number < 0 || whole > 2_958_465) return fail(errors.number);
  if (whole === 60) return { year: 1900, month: 2, day: 29 };
  if (whole === 0) return { year: 1900, month: 1, day: 0 };
  const date = new Date(dayZero + (whole < 60 ? whole + 1 : whole) * millisecondsADay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const dayOf = (cells: Cells, index: number): Day => dayFromSerial(cells.number(index), cells.scope);

const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** 0 for Sunday. */
function weekday(number: number, scope: Scope): number {
  const whole = Math.floor(number) + (scope.state.date1904 ? days1904 : 0);
  return (((whole - 1) % 7) + 7) % 7;
}

function isWorkday(day: number, free: ReadonlySet<number>, scope: Scope): boolean {
  const number = weekday(day, scope);
  return number !== 0 && number !== 6 && !free.has(day);
}

function now(scope: Scope): number {
  const date = new Date();
  const local = date.getTime() - date.getTimezoneOffset() * 60_000;
  return (local - dayZero) / millisecondsADay - (scope.state.date1904 ? days1904 : 0);
}

function secondsOf(cells: Cells): number {
  const number = cells.number(0);
  if (number < 0) return fail(errors.number);
  return Math.round((number - Math.floor(number)) * 86400) % 86400;
}

function dateDifference(cells: Cells): CellValue {
  const [from, to] = [dayOf(cells, 0), dayOf(cells, 1)];
  if (cells.whole(0) > cells.whole(1)) return errors.number;
  const isDayReached = to.day >= from.day;
  const months = (to.year - from.year) * 12 + to.month - from.month - (isDayReached ? 0 : 1);
  switch (cells.text(2).toUpperCase()) {
    case 'Y':
      return Math.floor(months / 12);
    case 'M':
      return months;
    case 'D':
      return cells.whole(1) - cells.whole(0);
    case 'YM':
      return months % 12;
    case 'MD':
      return isDayReached ? to.day - from.day : to.day + daysInMonth(to.year, to.month - 1) - from.day;
    case 'YD': {
      const isPassed = to.month > from.month || (to.month === from.month && isDayReached);
      const begin = Date.UTC(isPassed ? to.year : to.year - 1, from.month - 1, from.day);
      return (Date.UTC(to.year, to.month - 1, to.day) - begin) / millisecondsADay;
    }
    default:
      return errors.number;
  }
}

function days360(from: Day, to: Day): number {
  const isLast = (each: Day): boolean => each.day === daysInMonth(each.year, each.month);
  const first = from.day === 31 || (from.month === 2 && isLast(from)) ? 30 : from.day;
  const second = to.day === 31 && first >= 30 ? 30 : to.day;
  return (to.year - from.year) * 360 + (to.month - from.month) * 30 + second - first;
}

function yearFraction(cells: Cells): CellValue {
  const [low, high] = [cells.whole(0), cells.whole(1)].sort((first, second) => first - second);
  const from = dayFromSerial(low, cells.scope);
  const to = dayFromSerial(high, cells.scope);
  const days = high - low;
  switch (cells.whole(2)) {
    case 0:
      return days360(from, to) / 360;
    case 1: {
      const isWithinYear =
        from.year === to.year ||
        (from.year + 1 === to.year &&
          (from.month > to.month || (from.month === to.month && from.day >= to.day)));
      if (isWithinYear) return days / lengthOfYear(from, to);
      let total = 0;
      for (let year = from.year; year <= to.year; year++) total += daysInMonth(year, 2) + 337;
      return days / (total / (to.year - from.year + 1));
    }
    case 2:
      return days / 360;
    case 3:
      return days / 365;
    case 4: {
      const clipped = (each: Day): Day => ({ ...each, day: Math.min(each.day, 30) });
      const [first, second] = [clipped(from), clipped(to)];
      return (
        ((second.year - first.year) * 360 + (second.month - first.month) * 30 + second.day - first.day) / 360
      );
    }
    default:
      return errors.number;
  }
}

function lengthOfYear(from: Day, to: Day): number {
  if (from.year === to.year) return daysInMonth(from.year, 2) + 337;
  const leapDay = (year: number): boolean => {
    if (daysInMonth(year, 2) !== 29) return false;
    const day = Date.UTC(year, 1, 29);
    return (
      day >= Date.UTC(from.year, from.month - 1, from.day) && day <= Date.UTC(to.year, to.month - 1, to.day)
    );
  };
  return leapDay(from.year) || leapDay(to.year) ? 366 : 365;
}
