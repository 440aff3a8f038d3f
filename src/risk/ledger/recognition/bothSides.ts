import { isBlankCell } from '../cell';
import { isCarriedTotal } from '../cells/periodRow';
import { readAmount } from '../cells/readAmount';
import { isTotalLabel, nameOfSubtotal } from '../cells/totalRow';
import type { Cell, ColumnMapping, Field } from '../ledger';
import { headerWords } from './headerText';
import { withEntrySide } from './oneSidedAmount';

/** What customers came to owe (欠款 beside 还款) is called as what is left of it. */
const owing = /^(?:欠款|欠款金额|赊欠|赊欠金额|owed|owing|amount owed)$/;
const isOwing = ({ field, header }: ColumnMapping): boolean =>
  field === 'openAmount' && owing.test(headerWords(header));

/** Rows with amounts on both sides are then invoices with what was paid of them, not entries of an account. */
const mostInBoth = 0.5;

const sides: ReadonlySet<Field> = new Set(['debit', 'credit']);
const ofOneAmount: ReadonlySet<Field> = new Set(['entrySide', 'runningBalance']);
const singleAmounts: ReadonlySet<Field> = new Set(['amount', 'paidAmount']);

/**
 * Decide whether a sheet has two columns of amounts, debit and credit. It has where both are named and most rows fill one of them; then its
 * balance is the account's after each row, and no open amount of an invoice. Otherwise a lone debit is an amount, and both in the same rows are
 * amounts and what was paid of them.
 *
 * @param candidates columns with the fields they may mean, the surest first
 * @param rows some rows of data
 */
export function withSides(
  candidates: readonly ColumnMapping[],
  rows: readonly (readonly Cell[])[],
): readonly ColumnMapping[] {
  const first = (wanted: Field) => candidates.find(({ field }) => field === wanted);
  const [debit, credit] = [first('debit'), first('credit')];
  const hasBoth = debit !== undefined && credit !== undefined && debit.column !== credit.column;
  if (!hasBoth) {
    const amount = debit ?? first('amount') ?? candidates.find(isOwing);
    const called = asSides(candidates, amount, credit ?? first('paidAmount'), rows);
    return called ? withSides(called, rows) : withEntrySide(withoutSides(candidates), rows);
  }
  if (!areApart(rows, debit.column, credit.column)) {
    const meanings = new Map<ColumnMapping, Field>([
      [debit, 'amount'],
      [credit, 'paidAmount'],
    ]);
    const meant = candidates.map(candidate => ({
      ...candidate,
      field: meanings.get(candidate) ?? candidate.field,
    }));
    return withoutSides(meant).filter(({ field }) => !ofOneAmount.has(field));
  }
  const balances = new Set(
    candidates.filter(({ field }) => field === 'runningBalance').map(({ column }) => column),
  );
  return candidates.filter(candidate => {
    const { field, column } = candidate;
    if (column === debit.column) return candidate === debit;
    if (column === credit.column) return candidate === credit;
    // Beside two columns of amounts a side is the balance's.
    if (sides.has(field) || field === 'entrySide' || singleAmounts.has(field)) return false;
    return field !== 'openAmount' || !balances.has(column);
  });
}

/**
 * Take amounts and what was paid for debits and credits where they are in rows of their own (应收金额 and 收款金额 of an account, `Charges` and
 * `Payments`): no invoice was paid in them. Null where they are not, or where a column says of each invoice what is open.
 */
function asSides(
  candidates: readonly ColumnMapping[],
  amount: ColumnMapping | undefined,
  paid: ColumnMapping | undefined,
  rows: readonly (readonly Cell[])[],
): readonly ColumnMapping[] | null {
  if (!amount || !paid || amount.column === paid.column) return null;
  const isBalance = ({ column }: ColumnMapping) =>
    candidates.some(({ field, column: at }) => field === 'runningBalance' && at === column);
  const open = candidates.find(({ field }) => field === 'openAmount');
  const isOpenOfItsOwn = open !== undefined && open.column !== amount.column && !isBalance(open);
  const isAccount = !isOpenOfItsOwn && hasBothAlone(rows, amount.column, paid.column);
  if (!isAccount) return null;
  const sideOf = new Map<ColumnMapping, Field>([
    [amount, 'debit'],
    [paid, 'credit'],
  ]);
  return candidates.map(candidate => ({ ...candidate, field: sideOf.get(candidate) ?? candidate.field }));
}

const hasBothAlone = (rows: readonly (readonly Cell[])[], debit: number, credit: number): boolean =>
  areApart(rows, debit, credit) &&
  rows.some(row => isFilled(row[credit]) && !isFilled(row[debit])) &&
  rows.some(row => isFilled(row[debit]) && !isFilled(row[credit]));

const isFilled = (cell: Cell): boolean => !isBlankCell(cell) && readAmount(cell) !== 0;

const withoutSides = (candidates: readonly ColumnMapping[]): readonly ColumnMapping[] =>
  candidates.filter(({ field }) => !sides.has(field));

function areApart(rows: readonly (readonly Cell[])[], debit: number, credit: number): boolean {
  const isSum = (row: readonly Cell[]) =>
    row.some(cell => isCarriedTotal(cell) || isTotalLabel(cell) || nameOfSubtotal(cell) !== null);
  const credits = rows.filter(row => isFilled(row[credit]) && !isSum(row));
  const both = credits.filter(row => isFilled(row[debit]));
  return both.length <= mostInBoth * credits.length;
}
