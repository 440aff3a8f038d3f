import { isBlankCell, isErrorCell, plainText } from '../cell';
import { readDayOfMonth, readMonth, readYear } from '../cells/dateParts';
import { parseDateText, saysNoDate } from '../cells/dateText';
import { readDocumentStatus } from '../cells/documentStatus';
import { readEntrySide } from '../cells/entrySide';
import { packedDay } from '../cells/packedDay';
import { readAmount } from '../cells/readAmount';
import { readTermsDays } from '../cells/readTerms';
import { readYearlessDate } from '../cells/yearlessDate';
import type { Cell } from '../ledger';

/** What a sample of a column's cells looks like; shares are of its filled cells, 0–1 (0 when none is filled). */
export interface ColumnProfile {
  readonly filledCount: number;
  /** Numbers, and texts that read as amounts but not as dates. */
  readonly numberShare: number;
  /** Whole numbers among all filled cells. */
  readonly wholeShare: number;
  /** Texts that read as dates, and numbers in the range of today's serial days, also as texts; among the cells that do not say that there is none yet, or that it is past. */
  readonly dateShare: number;
  /** Texts that read as dates only. */
  readonly textDateShare: number;
  /** Texts that read as dates without their year. */
  readonly yearlessShare: number;
  /** Six digits that a day may be packed into (`260131`); among the cells that may be dates, too. */
  readonly packedShare: number;
  /** Text that is neither date nor amount. */
  readonly textShare: number;
  /** Texts that say of a document that it is paid (`PAID`, 已收). */
  readonly paidShare: number;
  /** Cells that mean yes or no. */
  readonly flagShare: number;
  /** Cells that read as days of payment terms. */
  readonly termsShare: number;
  /** Cells that name a side of an account. */
  readonly sideShare: number;
  readonly yearShare: number;
  readonly monthShare: number;
  readonly dayOfMonthShare: number;
  readonly distinctCount: number;
  readonly distinctShare: number;
  readonly longest: number;
}

/** Serial days from 1990 to 2064: what a date in a ledger is, as a number. */
const firstLikelySerial = 32_874;
const lastLikelySerial = 60_263;
const firstPackedDate = 19_900_101;
const lastPackedDate = 20_641_231;
const flags = new Set([
  'yes',
  'no',
  'y',
  'n',
  'true',
  'false',
  't',
  'f',
  '是',
  '否',
  '有',
  '无',
  '無',
  '0',
  '1',
  'x',
  '√',
  '✓',
  '争议',
  '爭議',
  '有争议',
  '无争议',
  '正常',
  'disputed',
  'none',
]);

/** Describe one column of a sample of rows. */
export function profileColumn(rows: readonly (readonly Cell[])[], column: number): ColumnProfile {
  const seen = {
    filled: 0,
    number: 0,
    whole: 0,
    date: 0,
    textDate: 0,
    none: 0,
    paid: 0,
    yearless: 0,
    packed: 0,
    text: 0,
    flag: 0,
    terms: 0,
    side: 0,
    year: 0,
    month: 0,
    dayOfMonth: 0,
    longest: 0,
  };
  const distinct = new Set<string>();
  for (const [cell, count] of countCells(rows, column)) {
    if (isBlankCell(cell) || isErrorCell(cell)) continue;
    seen.filled += count;
    const text = plainText(cell);
    const folded = text.toLowerCase();
    distinct.add(folded);
    if (text.length > seen.longest) seen.longest = text.length;
    if (typeof cell === 'boolean' || flags.has(folded)) seen.flag += count;
    if (saysNoDate(cell)) seen.none += count;
    if (!Number.isNaN(readTermsDays(cell))) seen.terms += count;
    if (packedDay(cell) !== null) seen.packed += count;
    if (readEntrySide(cell) !== null) seen.side += count;
    if (!Number.isNaN(readYear(cell))) seen.year += count;
    if (!Number.isNaN(readMonth(cell))) seen.month += count;
    if (!Number.isNaN(readDayOfMonth(cell))) seen.dayOfMonth += count;
    if (typeof cell === 'number') {
      seen.number += count;
      if (Number.isInteger(cell)) seen.whole += count;
      if (isLikelyDate(cell)) seen.date += count;
    } else if (parseDateText(text)) {
      seen.date += count;
      seen.textDate += count;
    } else if (!Number.isNaN(readAmount(cell))) {
      seen.number += count;
      if (/^\d+$/.test(text)) seen.whole += count;
      if (/^\d{5}$/.test(text) && isLikelyDate(Number(text))) seen.date += count;
    } else if (typeof cell !== 'boolean') {
      seen.text += count;
      if (readDocumentStatus(cell) === 'settled') seen.paid += count;
      else if (readYearlessDate(cell) !== null) seen.yearless += count;
    }
  }
  const share = (count: number) => (seen.filled === 0 ? 0 : count / seen.filled);
  return {
    filledCount: seen.filled,
    numberShare: share(seen.number),
    wholeShare: share(seen.whole),
    dateShare: seen.date === 0 ? 0 : seen.date / (seen.filled - seen.none - seen.paid),
    textDateShare: share(seen.textDate),
    textShare: share(seen.text),
    paidShare: share(seen.paid),
    yearlessShare: share(seen.yearless),
    packedShare: seen.packed === 0 ? 0 : seen.packed / (seen.filled - seen.none - seen.paid),
    flagShare: share(seen.flag),
    termsShare: share(seen.terms),
    sideShare: share(seen.side),
    yearShare: share(seen.year),
    monthShare: share(seen.month),
    dayOfMonthShare: share(seen.dayOfMonth),
    distinctCount: distinct.size,
    distinctShare: share(distinct.size),
    longest: seen.longest,
  };
}

/** Names, days and flags come again and again: each is looked at once. */
function countCells(rows: readonly (readonly Cell[])[], column: number): ReadonlyMap<Cell, number> {
  const counts = new Map<Cell, number>();
  for (const row of rows) counts.set(row[column], (counts.get(row[column]) ?? 0) + 1);
  return counts;
}

function isLikelyDate(value: number): boolean {
  if (value >= firstPackedDate && value <= lastPackedDate) return parseDateText(String(value)) !== null;
  return value >= firstLikelySerial && value <= lastLikelySerial;
}
