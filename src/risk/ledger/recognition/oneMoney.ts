import { plainText } from '../cell';
import type { ColumnMapping, Field } from '../ledger';

/** Which money a header says its column is in: that of the books, or that of each document. */
type MoneyOf = 'books' | 'document' | null;

const ofBooks =
  /\blocal\b|loc\. ?(?:cur|crcy)|\bl[ -]?curr\b|\blcurr\b|\blc\b|\blcy\b|company code curr|functional|hauswähr|hauswaehr|buchwähr|\bbase (?:currency|amount)\b|\(base(?: currency)?\)|\baccounted\b|reporting curr|本位币|本币|人民币|記帳本位幣|本幣/i;
const ofDocument =
  /\bdoc(?:ument|\.)? ?(?:cur|crcy)|in doc(?:ument|\.)|\bdc\b|transaction curr|foreign|\bfc(?:y)?\b|entered|belegwähr|belegwaehr|fremdwähr|原币|原幣|外币|外幣/i;

const moneyFields: readonly Field[] = ['amount', 'openAmount', 'paidAmount', 'debit', 'credit'];

function moneyOf(header: string): MoneyOf {
  const text = plainText(header);
  if (ofBooks.test(text)) return 'books';
  return ofDocument.test(text) ? 'document' : null;
}

/**
 * Choose the money of a sheet that has each amount twice, in the currency of the books and in that of the document: the former, in which all
 * rows add up, where every amount has it. A column of currencies goes with the amounts it belongs to, never with the others.
 *
 * @param candidates columns with the fields they may mean, the surest first
 */
export function inOneMoney(candidates: readonly ColumnMapping[]): readonly ColumnMapping[] {
  const ofMoney = (field: Field) => candidates.filter(candidate => candidate.field === field);
  const isOfBooks = ({ header }: ColumnMapping) => moneyOf(header) === 'books';
  const present = moneyFields.filter(field => ofMoney(field).length > 0);
  const isTwice = present.some(field => ofMoney(field).some(isOfBooks) && !ofMoney(field).every(isOfBooks));
  const hasAllInBooks = present.length > 0 && present.every(field => ofMoney(field).some(isOfBooks));
  const isKept = (candidate: ColumnMapping) =>
    !isTwice || !moneyFields.includes(candidate.field) || isOfBooks(candidate) === hasAllInBooks;
  return withItsCurrency(candidates.filter(isKept), isTwice && hasAllInBooks);
}

function withItsCurrency(
  candidates: readonly ColumnMapping[],
  isChosenInBooks: boolean,
): readonly ColumnMapping[] {
  const amount = candidates.find(({ field }) => moneyFields.includes(field));
  const own = amount ? moneyOf(amount.header) : null;
  const currencies = candidates.filter(({ field }) => field === 'currency');
  const isOwn = ({ header }: ColumnMapping) => {
    const of = moneyOf(header);
    if (own === 'books') return of === 'books' || (of === null && !isChosenInBooks);
    return of !== 'books' || currencies.every(other => moneyOf(other.header) === 'books');
  };
  return candidates.filter(candidate => candidate.field !== 'currency' || isOwn(candidate));
}
