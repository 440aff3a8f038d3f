import { plainText } from '../cell';
import type { Cell } from '../ledger';

/** A calendar date as written, not yet checked against the calendar. */
export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * What a text says about a date: its three parts when the text itself fixes the order, or three numbers whose
 * order only the rest of the column can tell (`5/3/2024`, `05-03-24`).
 */
export type DateText =
  | {
      readonly order: 'fixed';
      readonly date: WrittenDate;
      /** Its year has two digits and stands first: so it does in other texts of the column. */
      readonly isShortYearFirst?: true;
    }
  | {
      readonly order: 'open';
      readonly parts: readonly [number, number, number];
      readonly isYearLast: boolean;
    };

const timeOfDay =
  '(?:[T ]+(?:[上下]午 ?)?\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?: ?[ap]\\.?m\\.?)?(?: ?(?:Z|UTC|[+-]\\d{2}:?\\d{2}))?)?';
const weekdayAfter = '(?: ?\\(?(?:星期|周|週)[一二三四五六日天]\\)?)?';
const weekdayBefore = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]? +)?';

const chinese = new RegExp(
  `^(\\d{2}|\\d{4}) ?年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?[日号號]?${weekdayAfter}${timeOfDay}$`,
  'i',
);
const yearFirst = new RegExp(
  `^(\\d{4})( ?[-/.] ?| )(\\d{1,2})\\2(\\d{1,2})${weekdayAfter}${timeOfDay}$`,
  'i',
);
const threeNumbers = new RegExp(`^(\\d{1,2}) ?([-/.]) ?(\\d{1,2}) ?\\2 ?(\\d{4}|\\d{2})${timeOfDay}$`, 'i');
/** No year has one digit: `26/3/2` begins with it. */
const shortYearFirst = new RegExp(`^(\\d{2}) ?([-/.]) ?(\\d{1,2}) ?\\2 ?(\\d)${timeOfDay}$`, 'i');
const earliestShortYear = 15;
/** Of eight digits most are a number of a document. */
const compact = /^((?:19|2[01])\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;
const dayMonthName = new RegExp(
  `^${weekdayBefore}(\\d{1,2})(?:st|nd|rd|th)?[ .-]*([a-z]{3,9})[ .,-]*(\\d{4}|\\d{2})${timeOfDay}$`,
  'i',
);
const monthNameDay = new RegExp(
  `^${weekdayBefore}([a-z]{3,9})[ .-]*(\\d{1,2})(?:st|nd|rd|th)?[ ,-]+(\\d{4}|\\d{2})${timeOfDay}$`,
  'i',
);
const yearMonthName = new RegExp(`^(\\d{4})[ -]([a-z]{3,9})[ -](\\d{1,2})${timeOfDay}$`, 'i');

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Years since a reign began, or since the Republic of China was founded, which alone is also written with three digits and no name. */
const reigns: Readonly<Record<string, number>> = {
  令和: 2018,
  r: 2018,
  平成: 1988,
  h: 1988,
  昭和: 1925,
  s: 1925,
  民国: 1911,
  民國: 1911,
  中华民国: 1911,
  中華民國: 1911,
  '': 1911,
};
const ofReign =
  /^(令和|平成|昭和|(?:中[华華])?民[国國]|[rhs](?=\d))? ?(元|\d{1,3}) ?(?:年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号號]?|([-/.]) ?(\d{1,2}) ?\5 ?(\d{1,2}))$/i;

const noDate =
  /^(?:[-–—/.]+|n\/?a|none|nil|tbd|open|pending|(?:not yet |un)paid|not (?:yet )?paid|outstanding|无|無|未(?:入金|回収|払い?|収|収金|決済)|미(?:입금|수금|결제|회수|납)|未(?:收|付|到|回|收款|付款|到账|到賬|回款|结|結|结清|結清)|待收款?|待回款)$/i;

/**
 * Tell whether a cell of a column of dates says that there is none yet.
 *
 * @example saysNoDate('未收') //=> true
 */
export const saysNoDate = (cell: Cell): boolean => typeof cell === 'string' && noDate.test(plainText(cell));

/**
 * Take a date text apart; `null` when it is none. Expects plain text (half-width, single spaces).
 *
 * @example parseDateText('2024年3月5日') //=> { order: 'fixed', date: { year: 2024, month: 3, day: 5 } }
 * @example parseDateText('民國115年1月31日') //=> { order: 'fixed', date: { year: 2026, month: 1, day: 31 } }
 * @example parseDateText('5/3/2024') //=> { order: 'open', parts: [5, 3, 2024], isYearLast: true }
 */
export function parseDateText(text: string): DateText | null {
  // Names and words fail here at once, instead of at every one of the patterns.
  if (!/\d/.test(text)) return null;

  const numbers = threeNumbers.exec(text);
  if (numbers) return parseThreeNumbers(numbers);

  const ordered = yearFirst.exec(text);
  if (ordered) return fixed(Number(ordered[1]), Number(ordered[3]), Number(ordered[4]));

  const inChinese = chinese.exec(text);
  if (inChinese) return fixed(fullYear(inChinese[1]), Number(inChinese[2]), Number(inChinese[3]));

  const short = shortYearFirst.exec(text);
  if (short && Number(short[1]) >= earliestShortYear) {
    const date = { year: fullYear(short[1]), month: Number(short[3]), day: Number(short[4]) };
    return { order: 'fixed', date, isShortYearFirst: true };
  }

  const packed = compact.exec(text);
  if (packed) return fixed(Number(packed[1]), Number(packed[2]), Number(packed[3]));

  return parseMonthName(text) ?? parseReign(text);
}

/** `令和8年1月31日`, `R8.1.31`, `民國115年1月31日`, `115/01/31`. */
function parseReign(text: string): DateText | null {
  const written = ofReign.exec(text);
  if (written === null) return null;
  const reign = (written[1] ?? '').toLowerCase();
  const isBare = reign === '' && written[2].length < 3;
  const from = reigns[reign];
  if (isBare || from === undefined) return null;
  const year = written[2] === '元' ? 1 : Number(written[2]);
  return fixed(from + year, Number(written[3] ?? written[6]), Number(written[4] ?? written[7]));
}

function parseThreeNumbers(match: RegExpExecArray): DateText {
  const first = Number(match[1]);
  const second = Number(match[3]);
  const yearText = match[4];
  const isYearLast = yearText.length === 4;
  const mayBeginWithYear = !isYearLast && first >= earliestShortYear && Number(yearText) <= 31;
  // With dots the day comes first (German, Russian, Polish …), unless the column shows that a short year does (Chinese).
  const isDotted = match[2] === '.' && second <= 12;
  if (isDotted && !mayBeginWithYear) return fixed(fullYear(yearText), second, first);
  return {
    order: 'open',
    parts: [first, second, Number(yearText)],
    isYearLast,
  };
}

function parseMonthName(text: string): DateText | null {
  const dayFirst = dayMonthName.exec(text);
  if (dayFirst) return named(fullYear(dayFirst[3]), dayFirst[2], Number(dayFirst[1]));
  const monthFirst = monthNameDay.exec(text);
  if (monthFirst) return named(fullYear(monthFirst[3]), monthFirst[1], Number(monthFirst[2]));
  const year = yearMonthName.exec(text);
  if (year) return named(Number(year[1]), year[2], Number(year[3]));
  return null;
}

function named(year: number, name: string, day: number): DateText | null {
  const month = monthOfName(name);
  return month === 0 ? null : fixed(year, month, day);
}

/**
 * Find the month that an English name or its first three letters mean, 1–12; 0 for any other text.
 *
 * @example monthOfName('Sept') //=> 9
 */
export function monthOfName(name: string): number {
  const lower = name.toLowerCase();
  return lower === 'sept' ? 9 : monthNames.findIndex(full => isMonthName(full, lower)) + 1;
}

const isMonthName = (full: string, written: string): boolean =>
  full === written || full.slice(0, 3) === written;

const fixed = (year: number, month: number, day: number): DateText => ({
  order: 'fixed',
  date: { year, month, day },
});

/**
 * Give a two-digit year its century as Excel does: 00–29 is 20xx, 30–99 is 19xx.
 *
 * @example fullYear('29') //=> 2029
 */
export function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}
