import { plainText } from '../cell';
import type { Cell, ColumnMapping, Field } from '../ledger';
import { columnOf } from './columnOf';
import { headerLine } from './headerText';
import { amountAt, halfCent, isNear } from './sampledAmounts';

/** Which money a header says its column is in: that of the books, or that of each document. */
type MoneyOf = 'books' | 'document' | null;

const ofBooks =
  /\blocal\b|loc\. ?(?:cur|crcy)|\bl[ -]?curr\b|\blcurr\b|\blc\b|\blcy\b|company (?:code )?curr|home curr|functional|hauswähr|hauswaehr|buchwähr|\bbase (?:currency|amount)\b|\(base(?: currency)?\)|\baccounted\b|accounting curr|reporting curr|本位币|本币|人民币|記帳本位幣|本幣/i;
const ofDocument =
  /\bdoc(?:ument|\.)? ?(?:cur|crcy)|in doc(?:ument|\.)|\bdc\b|transaction curr|foreign|\bfc(?:y)?\b|entered|belegwähr|belegwaehr|fremdwähr|原币|原幣|外币|外幣/i;

const moneyFields: readonly Field[] = ['amount', 'openAmount', 'paidAmount', 'debit', 'credit'];

function moneyOf(header: string): MoneyOf {
  const text = `${plainText(header)} ${headerLine(header)}`;
  if (ofBooks.test(text)) return 'books';
  return ofDocument.test(text) ? 'document' : null;
}

/** What NetSuite calls amounts of documents: those beside them without these words are of the books. */
const besideBooks = /\(foreign(?: currency)?\)/i;

/**
 * Tell whether amounts whose headers say nothing of their money are those of the books beside others of the document: the headers are NetSuite's, more
 * is open of an invoice than it comes to, or what is open is as much as the amount of the books rather than that of the document.
 */
function arePlainOfBooks(candidates: readonly ColumnMapping[], rows: readonly (readonly Cell[])[]): boolean {
  const columnIn = (field: Field, money: MoneyOf) =>
    columnOf(
      candidates.filter(({ header }) => moneyOf(header) === money),
      field,
    );
  const [document, books, plain] = (['document', 'books', null] as const).map(money =>
    columnIn('amount', money),
  );
  const open = columnIn('openAmount', null);
  const ofMoney = candidates.filter(({ field }) => moneyFields.includes(field));
  const isSaidOfBooks = ofMoney.some(({ header }) => moneyOf(header) === 'books');
  if (!isSaidOfBooks && ofMoney.some(({ header }) => besideBooks.test(headerLine(header)))) return true;
  if (document < 0 || open < 0 || plain >= 0) return false;
  const hasOpen = (row: readonly Cell[], amount: number) =>
    isNear(amountAt(row, open), amountAt(row, amount));
  if (books >= 0) {
    const told = rows.filter(row => !isNear(amountAt(row, books), amountAt(row, document)));
    return told.filter(row => hasOpen(row, books)).length > told.filter(row => hasOpen(row, document)).length;
  }
  return (
    !isSaidOfBooks &&
    rows.some(row => {
      const amount = amountAt(row, document);
      return amount > halfCent && amountAt(row, open) > amount + halfCent;
    })
  );
}

/**
 * Choose the money of a sheet that has each amount twice, in the currency of the books and in that of the document: the former, in which all
 * rows add up, where every amount has it. What is open in one money and was billed in the other is taken as it stands, and the billed amount is not read.
 * A column of currencies goes with the amounts it belongs to, never with the others.
 *
 * @param candidates columns with the fields they may mean, the surest first
 * @param rows some rows of data
 */
export function inOneMoney(
  candidates: readonly ColumnMapping[],
  rows: readonly (readonly Cell[])[],
): readonly ColumnMapping[] {
  const ofMoney = (field: Field) => candidates.filter(candidate => candidate.field === field);
  const isPlainOfBooks = arePlainOfBooks(candidates, rows);
  const isOfBooks = ({ header }: ColumnMapping) =>
    (moneyOf(header) ?? (isPlainOfBooks ? 'books' : null)) === 'books';
  const present = moneyFields.filter(field => ofMoney(field).length > 0);
  const isTwice = present.some(field => ofMoney(field).some(isOfBooks) && !ofMoney(field).every(isOfBooks));
  const hasAllInBooks = present.length > 0 && present.every(field => ofMoney(field).some(isOfBooks));
  const hasAllInDocument = present.every(field => !ofMoney(field).every(isOfBooks));
  const isOpenOfBooks = isPlainOfBooks && !hasAllInDocument && ofMoney('openAmount').some(isOfBooks);
  const isInBooks = hasAllInBooks || isOpenOfBooks;
  const isKept = (candidate: ColumnMapping) =>
    !(isTwice || isOpenOfBooks) ||
    !moneyFields.includes(candidate.field) ||
    isOfBooks(candidate) === isInBooks;
  const isChosenInBooks = (isTwice || isOpenOfBooks) && isInBooks;
  return withItsCurrency(candidates.filter(isKept), isChosenInBooks, isPlainOfBooks);
}

/**
 * Find a column of what was billed that is not read because it is in the money of documents, and what is open of them in that of the books; -1 where there
 * is none.
 *
 * @param candidates columns with the fields they may mean
 * @param columns those that were chosen
 */
export function billedInOtherMoney(
  candidates: readonly ColumnMapping[],
  columns: readonly ColumnMapping[],
): number {
  const hasOpenAlone = columnOf(columns, 'openAmount') >= 0 && columnOf(columns, 'amount') < 0;
  if (!hasOpenAlone || moneyOf(columns.find(({ field }) => field === 'openAmount')!.header) === 'document')
    return -1;
  const isFree = (column: number) => columns.every(mapping => mapping.column !== column);
  const isBilled = ({ field, column, header }: ColumnMapping) =>
    field === 'amount' && moneyOf(header) === 'document' && isFree(column);
  return candidates.find(isBilled)?.column ?? -1;
}

function withItsCurrency(
  candidates: readonly ColumnMapping[],
  isChosenInBooks: boolean,
  isPlainOfBooks: boolean,
): readonly ColumnMapping[] {
  const amount = candidates.find(({ field }) => moneyFields.includes(field));
  const said = amount ? moneyOf(amount.header) : null;
  const own = said ?? (isPlainOfBooks ? 'books' : null);
  const currencies = candidates.filter(({ field }) => field === 'currency');
  const isOwn = ({ header }: ColumnMapping) => {
    const of = moneyOf(header);
    if (own === 'books') return of === 'books' || (of === null && !isChosenInBooks);
    return of !== 'books' || currencies.every(other => moneyOf(other.header) === 'books');
  };
  return candidates.filter(candidate => candidate.field !== 'currency' || isOwn(candidate));
}
