import { isBlankCell, plainText } from '../cell';
import { readEntrySide } from '../cells/entrySide';
import { readAmount } from '../cells/readAmount';
import { isTotalLabel, nameOfSubtotal } from '../cells/totalRow';
import type { Cell, ColumnMapping, Field } from '../ledger';
import { halfCent, isNear } from './sampledAmounts';

type Row = readonly Cell[];

/** Of what can be told, this share decides; fewer steps than these tell nothing by themselves. */
const most = 0.8;
const fewestSteps = 3;

const amountFields: ReadonlySet<Field> = new Set(['amount', 'openAmount']);

/**
 * Decide what the balance means on a sheet with one column of amounts, and what a column of sides (Dr and Cr, 借 and 贷) is of. A balance to
 * which each amount is added is the account's, and no open amount of an invoice. Sides are of the amounts, or of the balance beside them: then
 * they say nothing of the amounts.
 *
 * @param candidates columns with the fields they may mean, the surest first
 * @param rows some rows of data
 */
export function withEntrySide(
  candidates: readonly ColumnMapping[],
  rows: readonly Row[],
): readonly ColumnMapping[] {
  const columnsOf = (field: Field) =>
    candidates.filter(candidate => candidate.field === field).map(({ column }) => column);
  const balances = columnsOf('runningBalance');
  const amount = columnsOf('amount')[0] ?? columnsOf('openAmount').find(column => !balances.includes(column));
  const balance = balances.find(column => column !== amount);
  const account: Account = { rows, amount, balance, customer: columnsOf('customer')[0] };

  const sides = columnsOf('entrySide');
  const ofBalance = sides.filter(column => isSideOfBalance(account, column));
  const [side] = sides
    .filter(column => amount !== undefined && !ofBalance.includes(column))
    .sort((one, other) => distance(one, amount) - distance(other, amount));
  const isRunning =
    balance !== undefined &&
    (side === undefined
      ? ofBalance.length > 0 || isSumOfAbove(account, undefined, fewestSteps) || isNoOpenRest(account)
      : !isOpenRest(account, side));
  return candidates.filter(({ field, column }) => {
    if (field === 'entrySide') return column === side;
    if (column === side) return false;
    if (field === 'runningBalance') return isRunning && column === balance;
    return !(isRunning && amountFields.has(field) && column === balance);
  });
}

const plainWords = /^(?:借|贷|貸|借方|贷方|貸方|dr\.?|cr\.?|debit|credit)$/i;

/**
 * Tell whether the cells of a column alone say sides: words that mean nothing else (no `C` and `D`, which may be grades), and both of them.
 *
 * @example saysSides([['借'], ['贷'], ['借']], 0) //=> true
 */
export function saysSides(rows: readonly Row[], column: number): boolean {
  const filled = rows.map(row => row[column]).filter(cell => !isBlankCell(cell));
  const plain = filled.filter(cell => plainWords.test(plainText(cell)));
  const sides = new Set(plain.map(readEntrySide));
  return sides.has('debit') && sides.has('credit') && plain.length >= most * filled.length;
}

/** The columns of an account, undefined where the sheet has none. */
interface Account {
  readonly rows: readonly Row[];
  readonly amount: number | undefined;
  readonly balance: number | undefined;
  readonly customer: number | undefined;
}

/** A side stands before its amount rather than behind it. */
const distance = (side: number, amount: number): number =>
  side < amount ? amount - side : side - amount + 0.5;

/** An account that is settled (`平`) is a balance; else the balances themselves tell, row after row. */
function isSideOfBalance(account: Account, side: number): boolean {
  if (account.rows.some(row => readEntrySide(row[side]) === 'none')) return true;
  const { ofAmount, ofBalance } = stepsOf(account, side);
  return ofBalance > ofAmount;
}

/** How many steps from balance to balance each reading of the sides explains, and how many there are. */
function stepsOf({ rows, amount, balance, customer }: Account, side: number | undefined) {
  let ofAmount = 0;
  let ofBalance = 0;
  let count = 0;
  if (amount === undefined || balance === undefined) return { ofAmount, ofBalance, count };
  const sign = (row: Row) => (side !== undefined && readEntrySide(row[side]) === 'credit' ? -1 : 1);
  for (const [index, row] of rows.entries()) {
    const above = rows[index - 1];
    if (above === undefined || isBlankCell(above[balance]) || isBlankCell(row[amount]) || isSum(row))
      continue;
    if (customer !== undefined && !isBlankCell(row[customer]) && row[customer] !== above[customer]) continue;
    const [from, to, by] = [readAmount(above[balance]), readAmount(row[balance]), readAmount(row[amount])];
    if (Number.isNaN(from + to + by) || by === 0) continue;
    count++;
    // Whether the balance has a sign of its own or not.
    const isStep = [from, -from].some(start => isNear(Math.abs(start + sign(row) * by), Math.abs(to)));
    if (isStep) ofAmount++;
    if (isNear(sign(row) * to - sign(above) * from, by)) ofBalance++;
  }
  return { ofAmount, ofBalance, count };
}

function isSum(row: Row): boolean {
  const label = row.find(cell => !isBlankCell(cell));
  return isTotalLabel(label) || nameOfSubtotal(label) !== null;
}

/** What is open of a payment is no debt, and of no row more than the row: few rows tell then that the balance is the account's. */
function isNoOpenRest(account: Account): boolean {
  const { rows, amount, balance } = account;
  if (amount === undefined || balance === undefined || !isSumOfAbove(account, undefined, 1)) return false;
  return rows.some(row => {
    const [of, rest] = [readAmount(row[amount]), readAmount(row[balance])];
    return !isSum(row) && of * rest < 0 && Math.abs(of) >= halfCent;
  });
}

/** Whichever way the rows run: banks list the newest first. */
function isSumOfAbove(account: Account, side: number | undefined, fewest: number): boolean {
  const newestLast = { ...account, rows: [...account.rows].reverse() };
  return [account, newestLast].some(inOrder => {
    const { ofAmount, count } = stepsOf(inOrder, side);
    return count >= fewest && ofAmount >= most * count;
  });
}

/** What is open of each row is never more than the row, and no sum of the rows above. */
function isOpenRest(account: Account, side: number): boolean {
  const { rows, amount, balance } = account;
  if (isSumOfAbove(account, side, 1)) return false;
  const known = rows.filter(row => !Number.isNaN(readAmount(row[balance!]) + readAmount(row[amount!])));
  const isWithin = (row: Row) =>
    Math.abs(readAmount(row[balance!])) <= Math.abs(readAmount(row[amount!])) + halfCent;
  return known.length > 0 && known.every(isWithin);
}
