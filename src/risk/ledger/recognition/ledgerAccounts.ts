import { isBlankCell, plainText } from '../cell';
import type { Cell, ColumnMapping } from '../ledger';
import { headerWords } from './headerText';

/** So many customers for each account or more: a customer has an account of its own. */
const fewestForEach = 2;

/**
 * Leave out a column called an account's (`AccountCode`) where several customers have each of its accounts: it is what their sales were booked on, and
 * no number of a customer.
 *
 * @param candidates columns with the fields they may mean, the surest first
 * @param rows some rows of data
 */
export function withoutLedgerAccounts(
  candidates: readonly ColumnMapping[],
  rows: readonly (readonly Cell[])[],
): readonly ColumnMapping[] {
  const customer = candidates.find(({ field }) => field === 'customer');
  if (customer === undefined) return candidates;
  const isOfLedger = ({ field, column, header }: ColumnMapping) =>
    field === 'customerNumber' &&
    column !== customer.column &&
    headerWords(header).startsWith('account ') &&
    areShared(rows, column, customer.column);
  return candidates.filter(candidate => !isOfLedger(candidate));
}

function areShared(rows: readonly (readonly Cell[])[], accounts: number, customers: number): boolean {
  const both = rows.filter(row => !isBlankCell(row[accounts]) && !isBlankCell(row[customers]));
  const count = (column: number) => new Set(both.map(row => plainText(row[column]).toLowerCase())).size;
  return both.length > 0 && count(customers) >= fewestForEach * count(accounts);
}
