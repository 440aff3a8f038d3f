import { isBlankCell, plainText } from '../cell';
import type { Cell, DateSystem } from '../ledger';
import { parseDateText } from './dateText';
import { readDate, serialOfText } from './readDate';

type Row = readonly Cell[];

/** What reports write before the day they are as of; a bare `Date` or `打印日期` says when they were printed. */
const asOfWords =
  /(?:\bas (?:of|at|on)\b|\bstatus (?:of|at)\b|\breport(?:ing)? date\b|\bcut-?off date\b|\bkey date\b|截至|截止(?:日期?|时间)?|基准日期?|查询截止日?|報表日期|报表日期|統計日期|统计日期)[ :：]*(?:date\b)?[ :：]*/i;

/**
 * Find the day that a report says above its table it is as of (`As of June 30, 2024`, `截至2024年6月30日`), as an Excel serial day; NaN where
 * it says none, or writes it so that day and month could be taken for each other.
 *
 * @param headerRow zero-based row of the table's header within the block; only what stands above it is looked at
 * @example statedDay([['As at 30 June 2024'], ['Customer', 'Due date', 'Amount']], 1, 1900) //=> 45473
 */
export function statedDay(cells: readonly Row[], headerRow: number, dateSystem: DateSystem): number {
  for (const row of cells.slice(0, Math.max(0, headerRow))) {
    for (const [column, cell] of row.entries()) {
      if (typeof cell !== 'string') continue;
      const text = plainText(cell);
      const words = asOfWords.exec(text);
      if (!words) continue;
      const rest = text.slice(words.index + words[0].length).trim();
      const day = rest === '' ? dayBeside(row, column, dateSystem) : dayOf(rest, dateSystem);
      if (!Number.isNaN(day)) return day;
    }
  }
  return Number.NaN;
}

/** The day in the next filled cell to the right. */
function dayBeside(row: Row, column: number, dateSystem: DateSystem): number {
  const beside = row.slice(column + 1).find(cell => !isBlankCell(cell));
  if (typeof beside === 'number') return readDate(beside, 'ymd', dateSystem);
  return typeof beside === 'string' ? dayOf(plainText(beside), dateSystem) : Number.NaN;
}

/** A text date, also with words after it; NaN where its order is open. */
function dayOf(text: string, dateSystem: DateSystem): number {
  const words = text.replace(/[)）。;；].*$/, '').split(' ');
  for (let count = Math.min(words.length, 5); count > 0; count--) {
    const parsed = parseDateText(words.slice(0, count).join(' ').replace(/[,.]$/, ''));
    if (!parsed) continue;
    const [one, other] = (['mdy', 'dmy'] as const).map(order => serialOfText(parsed, order, dateSystem));
    return one === other ? one : Number.NaN;
  }
  return Number.NaN;
}
