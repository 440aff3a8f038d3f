import { isBlankCell, plainText } from '../cell';
import { readYear } from '../cells/dateParts';
import type { Cell, Month, MonthSpan } from '../ledger';

type Row = readonly Cell[];

/** What stands before the day a list was printed or made: no month of the list itself. */
const printed = /打印|列印|制表|製表|导出|匯出|导出日期|print|export|generated|run (?:on|date)|created/i;
const yearText = /(?<!\d)((?:19|20)\d{2})(?!\d)/g;
/** `2024年3月`, `2024-03`, `2024.03`, `2024/3`. */
const yearMonth = /(?<!\d)((?:19|20)\d{2}) ?(?:年|[-./]) ?(\d{1,2})(?!\d)/g;
const mostMonths = 12;

/**
 * Find the months that the heading of a list says it is of, for dates that are written without their year: those of one year (`2024年`,
 * `FY 2024`), or a span of at most twelve months (`2023.07–2024.06`). `null` where it says none, several, or a longer span: a date must not be guessed.
 *
 * @param heading the rows above the data
 * @example statedMonths([['会计期间：2024.01-2024.12']]) //=> { first: { year: 2024, month: 1 }, last: { year: 2024, month: 12 } }
 */
export function statedMonths(heading: readonly Row[]): MonthSpan | null {
  const spans = heading.flatMap(row => row.map(spanIn)).filter(span => span !== null);
  const [span] = spans;
  if (span === undefined) return null;
  const isSame = spans.every(other => isWithin(other, span) || isWithin(span, other));
  const narrowest = spans.reduce((one, other) => (isWithin(other, one) ? other : one));
  const isSure = isSame && isShortSpan(narrowest);
  return isSure ? narrowest : null;
}

/**
 * Find the year of a month by the months of the list; NaN where it is none of them.
 *
 * @example yearOf(8, { first: { year: 2023, month: 7 }, last: { year: 2024, month: 6 } }) //=> 2023
 */
export function yearOf(month: number, { first, last }: MonthSpan): number {
  const candidate = month >= first.month ? first.year : first.year + 1;
  const isLater = candidate > last.year || (candidate === last.year && month > last.month);
  return isLater ? Number.NaN : candidate;
}

/** Tell whether each month comes at most once in a span. */
export const isShortSpan = (span: MonthSpan): boolean => lengthOf(span) <= mostMonths;

function spanIn(cell: Cell): MonthSpan | null {
  if (typeof cell === 'number') return Number.isNaN(readYear(cell)) ? null : wholeYears(cell, cell);
  if (typeof cell !== 'string' || isBlankCell(cell)) return null;
  const text = plainText(cell);
  if (printed.test(text)) return null;
  const months = [...text.matchAll(yearMonth)]
    .map(([, year, month]): Month => ({ year: Number(year), month: Number(month) }))
    .filter(({ month }) => month >= 1 && month <= 12);
  if (months.length > 1) return { first: months[0], last: months.at(-1)! };
  const years = [...text.matchAll(yearText)].map(([, year]) => Number(year));
  // A single month may be the last of a longer list, as a day is: only its year is sure.
  return years.length === 0 ? null : wholeYears(Math.min(...years), Math.max(...years));
}

const wholeYears = (from: number, to: number): MonthSpan => ({
  first: { year: from, month: 1 },
  last: { year: to, month: 12 },
});

/** Count months, so that they compare and subtract. */
export const monthCount = ({ year, month }: Month): number => year * 12 + month;

const lengthOf = ({ first, last }: MonthSpan): number => monthCount(last) - monthCount(first) + 1;

const isWithin = (inner: MonthSpan, outer: MonthSpan): boolean =>
  monthCount(inner.first) >= monthCount(outer.first) && monthCount(inner.last) <= monthCount(outer.last);
