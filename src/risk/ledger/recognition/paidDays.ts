import { groupBy } from '../../groupBy';
import { isBlankCell, plainText } from '../cell';
import { customerKey } from '../cells/customerName';
import { readAmount } from '../cells/readAmount';
import type { Cell, ColumnMapping, Field } from '../ledger';
import { columnOf } from './columnOf';
import { headerWords } from './headerText';
import { halfCent } from './sampledAmounts';

type Row = readonly Cell[];

const dateFields: ReadonlySet<Field> = new Set(['invoiceDate', 'dueDate']);
/** A single payment may by chance be as much as a day is. */
const fewestDays = 2;
/** A ledger's payments come between its first date and two years after the last one. */
const latestAfter = 730;
const roundSum = 100;

/** A day with a time has more decimals than money. */
const isNoMoney = (value: number): boolean =>
  Math.abs(value * roundSum - Math.round(value * roundSum)) > 1e-6;

/**
 * Leave out of the amounts paid a column that has days: Excel holds 31 March 2026 as 46112, and `Paid` or `Received` may be either. Whole numbers that all
 * lie among the dates of the sheet are days, unless all are round. A single one is where it is more than its invoice; numbers with decimals are where all are more, or
 * no amounts of money.
 *
 * @param candidates columns with the fields they may mean, the surest first
 * @param rows some rows of data
 */
export function withoutPaidDays(
  candidates: readonly ColumnMapping[],
  rows: readonly Row[],
): readonly ColumnMapping[] {
  const dates = candidates.filter(({ field }) => dateFields.has(field)).map(({ column }) => column);
  const days = dates.flatMap(column => numbersIn(rows, column));
  if (days.length === 0) return candidates;
  const earliest = days.reduce((least, day) => Math.min(least, day));
  const latest = days.reduce((most, day) => Math.max(most, day)) + latestAfter;
  const amount = columnOf(candidates, 'amount');
  const isMoreThanInvoice = (row: Row, column: number) => {
    const [paid, invoice] = [row[column], readAmount(row[amount])];
    return typeof paid !== 'number' || paid > invoice + halfCent;
  };
  const areDays = (column: number) => {
    const filled = rows.filter(row => !isBlankCell(row[column])).length;
    const numbers = numbersIn(rows, column);
    const areMore = rows.every(row => isMoreThanInvoice(row, column));
    const haveTimes = numbers.some(value => !Number.isInteger(value));
    const isTold = haveTimes ? areMore || numbers.some(isNoMoney) : areMore || numbers.length >= fewestDays;
    const isDay = (value: number) => value >= earliest && value < latest + 1;
    return (
      isTold &&
      numbers.length > 0 &&
      numbers.length === filled &&
      numbers.every(isDay) &&
      numbers.some(value => value % roundSum !== 0)
    );
  };
  return candidates.filter(({ field, column }) => field !== 'paidAmount' || !areDays(column));
}

const lastPayment = /\b(?:last|latest|most recent)\b|最近|最后|最後|上次|末次/i;
const sides: ReadonlySet<Field> = new Set(['debit', 'credit']);

/**
 * Leave out of the paid dates the day of a customer's last payment: it is no invoice's. In an account, where payments have rows of their own, it never
 * is; beside what is open it is not where an invoice is open in full all the same; else where it is the same on all rows of a customer, or before
 * the day of some invoice.
 *
 * @param candidates columns with the fields they may mean, the surest first
 * @param rows some rows of data
 */
export function withoutLastPayments(
  candidates: readonly ColumnMapping[],
  rows: readonly Row[],
): readonly ColumnMapping[] {
  const isAccount = candidates.some(({ field }) => sides.has(field));
  const [amount, open, paid] = [
    columnOf(candidates, 'amount'),
    columnOf(candidates, 'openAmount'),
    columnOf(candidates, 'paidAmount'),
  ];
  const isOpenInFull = (row: Row) =>
    open >= 0
      ? amount >= 0 && amount !== open && readAmount(row[open]) > readAmount(row[amount]) - halfCent
      : readAmount(row[paid] ?? 0) === 0;
  const saysOpen = open >= 0 || paid >= 0;
  const isOfCustomer = (column: number) =>
    isAccount ||
    (saysOpen
      ? rows.some(row => !isBlankCell(row[column]) && isOpenInFull(row))
      : isSameForCustomers(candidates, rows, column));
  return candidates.filter(
    ({ field, header, column }) =>
      field !== 'paidDate' || !lastPayment.test(headerWords(header)) || !isOfCustomer(column),
  );
}

/** Whether all rows of each customer have the same in a column, or each customer has one row and all have something there, or an invoice is of after that day. */
function isSameForCustomers(
  candidates: readonly ColumnMapping[],
  rows: readonly Row[],
  column: number,
): boolean {
  const [customer, invoiced, amount] = [
    columnOf(candidates, 'customer'),
    columnOf(candidates, 'invoiceDate'),
    columnOf(candidates, 'amount'),
  ];
  const entries = amount < 0 ? rows : rows.filter(row => !Number.isNaN(readAmount(row[amount])));
  const ofSeveralRows = customersIn(rows, entries, customer).filter(own => own.length > 1);
  const isAlike = (own: readonly Row[]) =>
    own.every(row => plainText(row[column]) === plainText(own[0]![column]));
  const isBefore = (row: Row) => {
    const [last, day] = [row[column], row[invoiced]];
    return typeof last === 'number' && typeof day === 'number' && last < day;
  };
  const areAlike =
    ofSeveralRows.length > 0
      ? ofSeveralRows.every(isAlike)
      : entries.length > 1 && entries.every(row => !isBlankCell(row[column]));
  return areAlike || rows.some(isBefore);
}

/** Entries by customer: by the column that names them, or from one heading to the next. */
function customersIn(rows: readonly Row[], entries: readonly Row[], customer: number): Row[][] {
  if (customer >= 0) return [...groupBy(entries, row => customerKey(row[customer])).values()];
  const isEntry = new Set(entries);
  const groups: Row[][] = [[]];
  for (const row of rows) {
    if (isEntry.has(row)) groups.at(-1)!.push(row);
    else groups.push([]);
  }
  return groups;
}

const numbersIn = (rows: readonly Row[], column: number): readonly number[] =>
  rows.map(row => row[column]).filter(cell => typeof cell === 'number');
