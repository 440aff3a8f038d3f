import { plainText } from '../cell';
import type { Cell, Field, SheetKind } from '../ledger';
import { certaintyLeft, qualified } from './headerQualifier';
import { headerWords } from './headerText';
import { type HeaderMatch, isFieldName, isOtherWords, isOwnWords, matchWords } from './matchHeader';

/** What stands above a column: its header, and the group it belongs to where a line above says one (`Invoice` above `No.`, `Date`, `Due`). */
export interface ColumnHeader {
  /** As text, the group first. */
  readonly text: string;
  /** The text of its own line, or of the group alone where that stands above nothing. */
  readonly own: string;
  /** Reduced to their words; `''` where there is none. */
  readonly group: string;
  readonly words: string;
  /** What brackets leave of the certainty of its words, 0–1. */
  readonly certainty: number;
}

/** Words that say what kind of thing a column of a group is, while the group says which. */
const kindsOfThing: Readonly<Record<'money' | 'side' | 'date' | 'part' | 'number', ReadonlySet<string>>> = {
  money: new Set(
    '金额 本币 原币 本位币 人民币 本币金额 原币金额 本位币金额 amount amt value lc fc balance'.split(' '),
  ),
  side: new Set(['方向', '借贷', '借贷方向', 'direction', 'dr cr', 'd c', 'side', 'debit credit']),
  date: new Set(['date', '日期', '时间']),
  part: new Set(['year', 'month', 'day', 'yyyy', 'mm', 'dd', '年', '月', '日', '年份', '月份']),
  number: new Set(['no', 'number', 'num', 'id', '#', '号', '号码', '编号', '编码', '单号']),
};

/** A group of other days or of all days: its debits are no entries of the rows. */
const otherPeriod =
  /^(?:期初|年初|月初|上年|上期|上月|期末|年末|月末|本年|累计)|累计|\b(?:opening|beginning|closing|ending|previous|prior|ytd|year to date|cumulative)\b/;
const balance = /余额|结余|balance/;
/** A date of a group that is no field by itself is likely none of ours. */
const otherDate = 0.8;

/** What counts as it is now: an older one is another. Sales and habits are of a time that is past. */
const isOfNow: ReadonlySet<Field> = new Set([
  'amount',
  'openAmount',
  'debit',
  'credit',
  'runningBalance',
  'exposure',
  'overdue',
  'creditLimit',
  'invoiceDate',
  'dueDate',
  'paidDate',
  'rating',
]);

/** Make the header of a column of a single line. */
export const singleHeader = (cell: Cell): ColumnHeader => ({
  text: plainText(cell),
  own: plainText(cell),
  group: '',
  words: headerWords(cell),
  certainty: certaintyLeft(cell),
});

/** Make the header of a column below a group; either may be blank. */
export function groupedHeader(group: Cell, cell: Cell): ColumnHeader {
  const [above, below] = [plainText(group), plainText(cell)];
  if (above === '' || above === below) return singleHeader(cell);
  if (below === '') return singleHeader(group);
  return {
    text: `${above} ${below}`,
    own: below,
    group: headerWords(group),
    words: headerWords(cell),
    certainty: Math.min(certaintyLeft(group), certaintyLeft(cell)),
  };
}

/**
 * List the fields of a sheet of that kind that a column's header may mean; none for Tiercel's own columns. A group makes its column more exact:
 * `Payment` above `Date` is when it was paid, `期末余额` above `金额` is a balance, `期初余额` above `借方` no debit of the row.
 */
export function matchColumnHeader(header: ColumnHeader, kind: SheetKind): HeaderMatch[] {
  const { certainty } = header;
  const matches = matchWithoutBrackets(header, kind);
  if (certainty === 1) return matches;
  const isLost = ({ field }: HeaderMatch) => certainty === 0 && isOfNow.has(field);
  return matches
    .filter(match => !isLost(match))
    .map(({ field, confidence }) => ({ field, confidence: confidence * (certainty || qualified) }));
}

function matchWithoutBrackets(header: ColumnHeader, kind: SheetKind): HeaderMatch[] {
  const { group, words } = header;
  if (group === '') return matchWords(words, kind);
  const together = wordsTogether(header);
  const isKindOfThing = Object.values(kindsOfThing).some(kinds => kinds.has(words));
  if (isFieldName(together)) {
    const exact = matchWords(together, kind);
    const isTaken = (field: string) => exact.some(match => match.field === field);
    // `Due` of an invoice is a day as well as an amount: the cells tell.
    const ofColumn = isKindOfThing ? [] : matchWords(words, kind);
    return [...exact, ...ofColumn.filter(({ field }) => !isTaken(field))];
  }
  if (kindsOfThing.side.has(words)) return balance.test(group) ? [] : matchWords(words, kind);
  if (kindsOfThing.money.has(words)) {
    const ofGroup = matchWords(group, kind);
    const ofMoney = ofGroup.filter(({ field }) => !dates.has(field));
    if (ofMoney.length > 0) return ofMoney;
    // Only the first of merged cells has the text: what stands right of a date may seem to belong to it.
    return matchWords(ofGroup.length > 0 ? words : together, kind);
  }
  if (kindsOfThing.number.has(words) || otherPeriod.test(group)) return matchWords(together, kind);
  const ofColumn = matchWords(words, kind);
  // The day on which something was paid is no part of the invoice date.
  if (kindsOfThing.part.has(words)) return isOtherDate(group) ? [] : ofColumn;
  if (kindsOfThing.date.has(words)) {
    return ofColumn.map(match => ({ ...match, confidence: match.confidence * otherDate }));
  }
  return ofColumn.length > 0 && !isOtherWords(group) ? ofColumn : matchWords(together, kind);
}

const dates: ReadonlySet<Field> = new Set(['invoiceDate', 'dueDate', 'paidDate']);

const isOtherDate = (group: string): boolean =>
  matchWords(group, 'ledger').some(({ field }) => field !== 'invoiceDate' && dates.has(field));

/** Tell whether a header is Tiercel's own, names a field of either kind of sheet, or says something that no field means. */
export const isExplained = (header: ColumnHeader): boolean =>
  header.certainty === 0 ||
  isOwnWords(header.words) ||
  isOtherWords(wordsTogether(header)) ||
  matchColumnHeader(header, 'ledger').length > 0 ||
  matchColumnHeader(header, 'customers').length > 0;

/** Chinese words are written without a space. */
function wordsTogether({ group, words }: ColumnHeader): string {
  return headerWords(`${group} ${words}`);
}
