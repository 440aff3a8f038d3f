import { monthOfName } from '../cells/dateText';

const yearFirst = /(?<!\d)((?:19|20)\d{2})(?: ?[-/.年] ?(\d{1,2})(?: ?[-/.月] ?(\d{1,2}))?)?(?!\d)/;
const yearLast = /(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d{2})(?!\d)/;
const chineseMonth = /(?<!\d)(\d{1,2})月(?:份|(\d{1,2})日?)?/;
const words = /[a-z]+/gi;
const yearAlone = /(?<!\d)(?:19|20)\d{2}(?!\d)/;
const dayAlone = /(?<!\d)\d{1,2}(?!\d)/;

/** A day as one number, in whose order days follow each other; a part that is not written is 0. */
const dayNumber = (year = 0, month = 0, day = 0): number => year * 10_000 + month * 100 + day;

/**
 * Find the year, month or day that a header says its column is of, as a number that is greater the later it is; 0 where it says none. Without a year
 * only those of headers compare that have none either.
 *
 * @example periodIn('Balance (31 Dec 2025)') //=> 20251231
 * @example periodIn('余额（2026年）') //=> 20260000
 * @example periodIn('5月余额') //=> 500
 */
export function periodIn(header: string): number {
  const last = yearLast.exec(header);
  if (last) {
    const [first, second] = [Number(last[1]), Number(last[2])];
    return second > 12
      ? dayNumber(Number(last[3]), first, second)
      : dayNumber(Number(last[3]), second, first);
  }
  const month = monthNamed(header);
  if (month > 0) {
    const year = yearAlone.exec(header)?.[0];
    const day = dayAlone.exec(header)?.[0];
    return dayNumber(Number(year ?? 0), month, Number(day ?? 0));
  }
  const first = yearFirst.exec(header);
  if (first) return dayNumber(...first.slice(1).map(part => Number(part ?? 0)));
  const chinese = chineseMonth.exec(header);
  return chinese ? dayNumber(0, Number(chinese[1]), Number(chinese[2] ?? 0)) : 0;
}

const monthNamed = (header: string): number =>
  [...header.matchAll(words)].map(([word]) => monthOfName(word)).find(month => month > 0) ?? 0;

/** Tell whether two periods compare: both have a year, or neither has. */
export const arePeriods = (one: number, other: number): boolean =>
  one > 0 && other > 0 && one >= 10_000 === other >= 10_000;
