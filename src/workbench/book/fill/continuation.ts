/**
 * How a line of cells goes on when it is filled: numbers, dates and numbered texts in even steps, months and weekdays by
 * their names, everything else again and again (Microsoft Support, "Fill data automatically in worksheet cells").
 */
import { days1904, isDatePattern } from '../numberFormat';
import type { CellValue } from '../types';
import { type PlaceInList, placeInList, textInList } from './namedSeries';

export interface LineCell {
  readonly value: CellValue;
  /** Formulas are not continued but copied, their references moved along. */
  readonly isFormula: boolean;
  readonly numberFormat: string;
}

/** What comes at a place of the line: something new, or the same as a cell of the line. */
export type Continued = { readonly value: string | number } | { readonly copyOf: number };

export interface FillOptions {
  /** Ctrl held while dragging: what would be continued is copied, and a single number counts up. */
  readonly isOpposite: boolean;
  readonly date1904: boolean;
}

/**
 * Continue a line of cells.
 *
 * @returns what comes at a place: the line's own cells are at 0 … length − 1, before them are negative places
 * @example continuationOf([number(1), number(3)], options)(2) //=> { value: 5 }
 */
export function continuationOf(
  line: readonly LineCell[],
  options: FillOptions,
): (place: number) => Continued {
  const isSingleNumber = line.length === 1 && kindOf(line[0], options).kind === 'number';
  const isCopied = isSingleNumber !== options.isOpposite;
  const runs = isCopied ? [] : runsOf(line.map(cell => kindOf(cell, options)));
  const size = line.length;
  return place => {
    const index = ((place % size) + size) % size;
    const run = runs.find(({ start, kinds }) => index >= start && index < start + kinds.length);
    if (!run) return { copyOf: index };
    const turn = Math.floor(place / size);
    return run.valueAt(turn * run.kinds.length + index - run.start) ?? { copyOf: index };
  };
}

type Kind =
  | { readonly kind: 'number' | 'time'; readonly value: number }
  /** Days of the 1900 system. */
  | { readonly kind: 'date'; readonly value: number; readonly shift: number }
  | { readonly kind: 'numbered'; readonly value: number; readonly text: NumberedText }
  | { readonly kind: 'listed'; readonly place: PlaceInList; readonly text: string }
  | { readonly kind: 'other' };

interface NumberedText {
  readonly before: string;
  readonly digits: string;
  readonly after: string;
}

function kindOf({ value, isFormula, numberFormat }: LineCell, { date1904 }: FillOptions): Kind {
  if (isFormula) return { kind: 'other' };
  if (typeof value === 'number') {
    if (!isDatePattern(numberFormat)) return { kind: 'number', value };
    if (isClockPattern(numberFormat) && value >= 0 && value < 1) return { kind: 'time', value };
    const shift = date1904 ? days1904 : 0;
    return { kind: 'date', value: value + shift, shift };
  }
  if (typeof value !== 'string') return { kind: 'other' };
  const place = placeInList(value);
  if (place) return { kind: 'listed', place, text: value };
  const text = numberedText(value);
  return text ? { kind: 'numbered', value: Number(text.digits), text } : { kind: 'other' };
}

/** Hours and minutes, without a day. */
const isClockPattern = (numberFormat: string): boolean => !/[yd]/i.test(numberFormat);

const mostDigits = 15;

/** A text that ends or begins with a number, or counts as `第3期` does. */
function numberedText(text: string): NumberedText | null {
  const found =
    /^(?<before>.*?)(?<digits>\d+)(?<after>)$/su.exec(text) ??
    /^(?<before>第?)(?<digits>\d+)(?<after>\D+)$/su.exec(text);
  const { before = '', digits = '', after = '' } = found?.groups ?? {};
  return found && digits.length <= mostDigits ? { before, digits, after } : null;
}

interface Run {
  readonly start: number;
  readonly kinds: readonly Kind[];
  /** What comes at a place of the run; null where it cannot go on. */
  valueAt(place: number): Continued | null;
}

/** Cells of a kind that stand together go on together. */
function runsOf(kinds: readonly Kind[]): Run[] {
  const runs: Run[] = [];
  let start = 0;
  while (start < kinds.length) {
    let end = start + 1;
    while (end < kinds.length && isAlike(kinds[start], kinds[end])) end++;
    const own = kinds.slice(start, end);
    const valueAt = seriesOf(own);
    if (valueAt) runs.push({ start, kinds: own, valueAt });
    start = end;
  }
  return runs;
}

function isAlike(one: Kind, other: Kind): boolean {
  if (one.kind === 'numbered' && other.kind === 'numbered') {
    return one.text.before === other.text.before && one.text.after === other.text.after;
  }
  if (one.kind === 'listed' && other.kind === 'listed') return one.place.list === other.place.list;
  return one.kind === other.kind;
}

function seriesOf(run: readonly Kind[]): Run['valueAt'] | null {
  const [first] = run;
  switch (first.kind) {
    case 'number':
      return numbers(trend(valuesOf(run), 1));
    case 'time':
      return numbers(trend(valuesOf(run), oneHour));
    case 'date':
      return dates(valuesOf(run), first.shift);
    case 'numbered': {
      const next = trend(valuesOf(run), 1);
      return place => ({ value: numberedAs(first.text, next(place)) });
    }
    case 'listed':
      return listed(run.flatMap(each => (each.kind === 'listed' ? [each] : [])));
    case 'other':
      return null;
  }
}

const oneHour = 1 / 24;

const valuesOf = (run: readonly Kind[]): number[] =>
  run.flatMap(each => ('value' in each ? [each.value] : []));

const numbers =
  (next: (place: number) => number): Run['valueAt'] =>
  place => ({ value: next(place) });

/** The straight line through the values: exact where they lie on one, else by least squares, as Excel fills. */
function trend(values: readonly number[], usualStep: number): (place: number) => number {
  const count = values.length;
  const [first] = values;
  const step = count === 1 ? usualStep : values[1] - first;
  const isEven = values.every((value, place) => isNear(value, first + place * step));
  if (isEven) return place => tidy(first + place * step);
  const middle = (count - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const spread = values.reduce((sum, _, place) => sum + (place - middle) ** 2, 0);
  const slope = values.reduce((sum, value, place) => sum + (place - middle) * (value - mean), 0) / spread;
  return place => tidy(mean + slope * (place - middle));
}

const isNear = (one: number, other: number): boolean =>
  Math.abs(one - other) <= 1e-12 * Math.max(1, Math.abs(one), Math.abs(other));

/** Sums of decimals carry dust behind the digits that Excel keeps. */
const tidy = (value: number): number => Number(value.toPrecision(15));

/** By months where the days of the month agree, else by days. */
function dates(values: readonly number[], shift: number): Run['valueAt'] {
  const months = monthSteps(values);
  const next = months ?? trend(values, 1);
  return place => {
    const value = next(place) - shift;
    return value >= 0 ? { value } : null;
  };
}

function monthSteps(values: readonly number[]): ((place: number) => number) | null {
  const days = values.map(calendarDay);
  const step = days.length > 1 ? days[1].month - days[0].month : 0;
  if (step === 0) return null;
  const areEnds = days.every(({ isLast }) => isLast);
  const isEven = days.every(({ day, month, clock }, place) => {
    const isSameDay = areEnds || day === days[0].day;
    return isSameDay && month === days[0].month + place * step && clock === days[0].clock;
  });
  if (!isEven) return null;
  return place => {
    const month = days[0].month + place * step;
    const last = lastDay(month);
    return serialOf(month, areEnds ? last : Math.min(days[0].day, last)) + days[0].clock;
  };
}

const unixEpochSerial = 25_569;
const millisecondsPerDay = 86_400_000;

/** A day as month since year 0 and day of the month, with what is left of it as a fraction. */
function calendarDay(serial: number): { month: number; day: number; clock: number; isLast: boolean } {
  const whole = Math.floor(serial);
  const date = new Date((whole - unixEpochSerial) * millisecondsPerDay);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
  return {
    month,
    day: date.getUTCDate(),
    clock: serial - whole,
    isLast: date.getUTCDate() === lastDay(month),
  };
}

const serialOf = (month: number, day: number): number =>
  Date.UTC(Math.floor(month / 12), month % 12, day) / millisecondsPerDay + unixEpochSerial;

const lastDay = (month: number): number =>
  new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();

/** `INV-009` goes on with `INV-010`; below zero it counts up again, as in Excel. */
function numberedAs({ before, digits, after }: NumberedText, value: number): string {
  const written = String(Math.abs(Math.round(value)));
  return before + (digits.startsWith('0') ? written.padStart(digits.length, '0') : written) + after;
}

function listed(
  run: readonly { readonly place: PlaceInList; readonly text: string }[],
): Run['valueAt'] | null {
  const [first] = run;
  const step = run.length === 1 ? 1 : run[1].place.index - first.place.index;
  const { length } = first.place.list;
  const isEven = run.every(({ place }, at) => (place.index - first.place.index - at * step) % length === 0);
  return isEven ? place => ({ value: textInList(first.place, place * step, first.text) }) : null;
}
