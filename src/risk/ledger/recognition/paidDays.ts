import { groupBy } from '../../groupBy';
import { isBlankCell, plainText } from '../cell';
import { readAmount } from '../cells/readAmount';
import type { Cell, ColumnMapping, Field } from '../ledger';
import { columnOf } from './columnOf';
import { halfCent } from './sampledAmounts';

type Row = readonly Cell[];

const dateFields: ReadonlySet<Field> = new Set(['invoiceDate', 'dueDate']);
/** A single payment may by chance be as much as a day is. */
const fewestDays = 2;
/** A ledger's payments come between its first date and two years after the last one. */
const latestAfter = 730;
const roundSum = 100;

/**
 * Leave out of the amounts paid a column that has days: Excel holds 31 March 2026 as 46112, and `Paid` or `Received` may be either. Whole numbers that all
 * lie among the dates of the sheet are days, unless all are round. A single one is where it is more than its invoice.
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
    const isTold = numbers.length >= fewestDays || rows.every(row => isMoreThanInvoice(row, column));
    const isDay = (value: number) => Number.isInteger(value) && value >= earliest && value <= latest;
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

const lastPayment = /\b(?:last|latest|most recent)\b/i;
const saysOpen: ReadonlySet<Field> = new Set(['openAmount', 'paidAmount']);

/**
 * Leave out of the paid dates the day of a customer's last payment, where nothing says what is open: it is no invoice's. It is the same on all rows of
 * a customer, or before the day of some invoice.
 *
 * @param candidates columns with the fields they may mean, the surest first
 * @param rows some rows of data
 */
export function withoutLastPayments(
  candidates: readonly ColumnMapping[],
  rows: readonly Row[],
): readonly ColumnMapping[] {
  if (candidates.some(({ field }) => saysOpen.has(field))) return candidates;
  const [customer, invoiced] = [columnOf(candidates, 'customer'), columnOf(candidates, 'invoiceDate')];
  const ofSeveralRows = [...groupBy(rows, row => plainText(row[customer])).values()].filter(
    own => own.length > 1,
  );
  const isOfCustomer = (column: number) => {
    const isAlike = (own: readonly Row[]) =>
      own.every(row => plainText(row[column]) === plainText(own[0]![column]));
    const isBefore = (row: Row) => {
      const [paid, day] = [row[column], row[invoiced]];
      return typeof paid === 'number' && typeof day === 'number' && paid < day;
    };
    return (ofSeveralRows.length > 0 && ofSeveralRows.every(isAlike)) || rows.some(isBefore);
  };
  return candidates.filter(
    ({ field, header, column }) => field !== 'paidDate' || !lastPayment.test(header) || !isOfCustomer(column),
  );
}

const numbersIn = (rows: readonly Row[], column: number): readonly number[] =>
  rows.map(row => row[column]).filter(cell => typeof cell === 'number');
