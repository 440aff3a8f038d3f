import { groupBy } from '../../groupBy';
import { isBlankCell, plainText } from '../cell';
import { customerKey } from '../cells/customerName';
import type { Cell, ColumnMapping, Field } from '../ledger';
import { columnOf } from './columnOf';
import { headerWords } from './headerText';
import { amountAt, halfCent, isNear } from './sampledAmounts';

type Row = readonly Cell[];

const plainlyOpen =
  /\b(?:open|outstanding|unpaid|remaining|residual|unapplied|o s)\b|未收|未付|未核销|未回款|未结|未清|未到账|尚欠|剩余/;
const bareBalance =
  /^(?:(?:account|closing|ending|running|cumulative)? ?balance|(?:期末|账户|累计)?(?:余额|结余)|saldo|solde)$/;
/** What may as well be the whole invoice, whatever was paid of it. */
const due = /\b(?:due|owed|owing)\b|^(?:欠款|欠款金额|应付金额)$/;

/** Below it a header says something else besides. */
const asGood = 0.85;
const most = 0.8;
/** Fewer may add up by chance. */
const fewestSteps = 2;

/**
 * Choose what is open of each row among columns that are called so. A bare `Balance` is the account's where another column says plainly what is open
 * (QuickBooks' customer balance detail) or where it is the sum of another from the top of the sheet; what the customer owes in all stands on each of its
 * rows; and an `Amount due` from which the amount paid still has to be taken off is the invoice (Stripe's `Amount Due`, `Amount
 * Paid` and `Amount Remaining`), as the rows themselves show.
 *
 * @param candidates columns with the fields they may mean, the surest first
 * @param rows some rows of data, the first ones one below the other
 * @param headers of all columns, as they are written
 */
export function withOpenOfEach(
  candidates: readonly ColumnMapping[],
  rows: readonly Row[],
  headers: readonly string[],
): readonly ColumnMapping[] {
  const ofCustomer = customersBalanceIn(candidates, rows);
  const ofEach = withoutRunningSum(
    candidates.filter(candidate => !ofCustomer.includes(candidate)),
    rows,
    headers,
  );
  const left = withoutBareBalance(ofEach);
  const paid = first(left, 'paidAmount');
  if (!paid) return left;
  const billed = billedAsDue(left, paid.column, rows);
  if (!billed) return left;
  const hasAmount = left.some(({ field }) => field === 'amount');
  return left.flatMap(candidate => {
    if (candidate.column !== billed.column) return [candidate];
    return candidate === billed && !hasAmount ? [{ ...candidate, field: 'amount' as const }] : [];
  });
}

/**
 * Find among what may be open of each row what a customer owes in all (`Balance`, `Total outstanding`): the same on all of its rows, and mostly more than
 * the invoice of the row.
 */
export function customersBalanceIn(
  candidates: readonly ColumnMapping[],
  rows: readonly Row[],
): readonly ColumnMapping[] {
  const [customer, amount] = [first(candidates, 'customer'), first(candidates, 'amount')];
  if (!customer || !amount) return [];
  const document = columnOf(candidates, 'document');
  // Rows of one document repeat what is open of it.
  const hasSeveral = (own: readonly Row[]) =>
    document < 0
      ? own.length > 1
      : own.some(row => plainText(row[document]) !== plainText(own[0]![document]));
  const ofCustomers = [...groupBy(rows, row => customerKey(row[customer.column]))]
    .filter(([name, own]) => name !== '' && hasSeveral(own))
    .map(([, own]) => own);
  const isOfCustomer = ({ field, column }: ColumnMapping) => {
    if ((field !== 'openAmount' && field !== 'runningBalance') || column === amount.column) return false;
    const statedIn = (own: readonly Row[]) => (isInFirstAlone(own, column, amount.column) ? [own[0]!] : own);
    const alike = ofCustomers.filter(own =>
      statedIn(own).every(row => isNear(amountAt(row, column), amountAt(own[0]!, column))),
    );
    const all = alike.flatMap(statedIn);
    const more = all.filter(row => amountAt(row, column) > amountAt(row, amount.column) + halfCent);
    return all.length > 0 && alike.length >= most * ofCustomers.length && more.length * 2 > all.length;
  };
  return candidates.filter(isOfCustomer);
}

/** Whether the first invoice of a customer alone has something in a column. */
const isInFirstAlone = ([first, ...others]: readonly Row[], column: number, amount: number): boolean =>
  first !== undefined &&
  amountAt(first, amount) > halfCent &&
  !isBlankCell(first[column]) &&
  others.every(row => isBlankCell(row[column]));

/** A balance that each row adds another column to: what is open of the row is that column, whatever it is called, or all of the amount. */
function withoutRunningSum(
  candidates: readonly ColumnMapping[],
  rows: readonly Row[],
  headers: readonly string[],
): readonly ColumnMapping[] {
  const balance = candidates.find(
    candidate => candidate.field === 'openAmount' && bareBalance.test(wordsOf(candidate)),
  );
  const amount = first(candidates, 'amount');
  const hasSides = first(candidates, 'debit') ?? first(candidates, 'credit');
  if (!balance || !amount || hasSides || balance.column === amount.column) return candidates;
  const added = headers.findIndex(
    (_, column) => column !== balance.column && addsUp(rows, balance.column, column),
  );
  if (added < 0) return candidates;
  // It may still prove the signs of the amounts: see bothSides.
  if (added === amount.column) return candidates.filter(candidate => candidate !== balance);
  const open = { ...balance, column: added, header: headers[added]! };
  return [open, ...candidates.filter(({ column }) => column !== balance.column && column !== added)];
}

/** Whether a column grows from row to row by what another says. */
function addsUp(rows: readonly Row[], sum: number, added: number): boolean {
  const steps = rows.slice(1).map((row, above) => ({ row, before: amountAt(rows[above]!, sum) }));
  const grows = steps.filter(({ row }) => Math.abs(amountAt(row, added)) > halfCent);
  const isAdded = ({ row, before }: (typeof steps)[number]) =>
    isNear(amountAt(row, sum) - before, amountAt(row, added));
  return grows.length >= fewestSteps && steps.filter(isAdded).length >= most * steps.length;
}

const first = (candidates: readonly ColumnMapping[], wanted: Field): ColumnMapping | undefined =>
  candidates.find(({ field }) => field === wanted);

const wordsOf = ({ header }: ColumnMapping): string => headerWords(header);

function withoutBareBalance(candidates: readonly ColumnMapping[]): readonly ColumnMapping[] {
  const isOpen = ({ field }: ColumnMapping) => field === 'openAmount';
  const isSaid = candidates.some(
    candidate =>
      isOpen(candidate) &&
      candidate.confidence >= asGood &&
      plainlyOpen.test(wordsOf(candidate)) &&
      !bareBalance.test(wordsOf(candidate)),
  );
  return isSaid
    ? candidates.filter(candidate => !(isOpen(candidate) && bareBalance.test(wordsOf(candidate))))
    : candidates;
}

/** The column called due that is what was billed: another one is what is left of it, or it is as much as was paid of invoices that are paid. */
function billedAsDue(
  candidates: readonly ColumnMapping[],
  paid: number,
  rows: readonly Row[],
): ColumnMapping | undefined {
  const open = candidates.filter(({ field }) => field === 'openAmount');
  const called = open.find(
    candidate => due.test(wordsOf(candidate)) && !plainlyOpen.test(wordsOf(candidate)),
  );
  if (!called || called.column === paid) return undefined;
  const partly = rows.filter(row => amountAt(row, paid) > halfCent);
  if (partly.length === 0) return undefined;
  const leaves = ({ column }: ColumnMapping) =>
    partly.filter(row => isNear(amountAt(row, called.column) - amountAt(row, paid), amountAt(row, column)))
      .length >=
    most * partly.length;
  if (open.some(other => other.column !== called.column && leaves(other))) return called;
  if (open.length > 1 || first(candidates, 'amount')) return undefined;
  const isWithin = (row: Row) => amountAt(row, called.column) > amountAt(row, paid) - halfCent;
  const isAll = (row: Row) => isNear(amountAt(row, called.column), amountAt(row, paid));
  return partly.every(isWithin) && partly.some(isAll) ? called : undefined;
}
