import type { Cell, ColumnFinding, ColumnMapping, Field } from '../ledger';
import { columnOf } from './columnOf';
import { amountAt, halfCent, isNear } from './sampledAmounts';

type Row = readonly Cell[];

/** What customers hold back of an invoice until a warranty ends. */
const retentionName =
  /^(?:retentions?|retainage|retention money|retained|holdback)(?: (?:amount|amt|held|due|receivable|withheld))?$|^(?:(?:应收|工程|质量)?(?:质保金|质保款|保留金|质量保证金|尾款质保金|扣留金))(?:金额)?$/;
/** Money of the customer that settles no invoice yet. */
const unappliedName =
  /^(?:unapplied|unallocated|on account|unassigned)(?: (?:cash|credits?|receipts?|payments?|money|amount|amt|balance))*$|^(?:cash|credits?|payments?|receipts?) (?:on account|unapplied|unallocated)$|^(?:暂收款|未核销收款|待核销收款)(?:金额)?$/;
/** The same, which a paid amount may have in it: see paidColumns. */
const advanceName =
  /^(?:advances?|deposits?|prepayments?|customer deposits?)(?: (?:received|balance|amount))?$|^预收(?:款|账款)?(?:金额|余额)?$/;
const discountName = /^(?:discounts?|disc|deductions?|折扣|折扣额)(?: (?:amount|amt))?(?:金额)?$/;

const most = 0.8;

/**
 * Find the columns of money beside what is owed that a reader of the sheet would ask about: money held back until later, which what is open has in it or
 * leaves out; money of the customer that is not applied; discounts that nothing tells whether the amount has them in it. None of them changes what is read.
 *
 * @param headers as `headerWords` writes them
 * @param rows some rows of data
 * @param lowering columns that lower what is open already
 * @example moneyBesideIn(['customer', 'amount', 'retention'], columns, [['Acme', 100, 5]], []) //=> [{ kind: 'retentionCounted', column: 2 }]
 */
export function moneyBesideIn(
  headers: readonly string[],
  columns: readonly ColumnMapping[],
  rows: readonly Row[],
  lowering: readonly number[],
): readonly ColumnFinding[] {
  const columnIn = (field: Field) => columnOf(columns, field);
  if (columnIn('debit') >= 0 || columnIn('credit') >= 0) return [];
  const [amount, open, paid] = [columnIn('amount'), columnIn('openAmount'), columnIn('paidAmount')];
  if (amount < 0 && open < 0) return [];
  const isFree = (column: number) =>
    !lowering.includes(column) && columns.every(mapping => mapping.column !== column);
  const isLeftOut = (column: number) => {
    const held = rows.filter(row => Math.abs(amountAt(row, column)) > halfCent);
    const isLess = (row: Row, of: number) =>
      isNear(amountAt(row, open), amountAt(row, of) - amountAt(row, paid) - amountAt(row, column));
    // What it is taken off may be another column than the one that was read.
    const isTakenOff = headers.some(
      (_, of) =>
        of !== open && of !== column && held.filter(row => isLess(row, of)).length >= most * held.length,
    );
    return open >= 0 && isTakenOff;
  };
  return headers.flatMap((words, column): ColumnFinding[] => {
    const isFilled = rows.some(row => Math.abs(amountAt(row, column)) > halfCent);
    if (!isFree(column) || !isFilled) return [];
    if (retentionName.test(words)) {
      return [{ kind: isLeftOut(column) ? 'retentionLeftOut' : 'retentionCounted', column }];
    }
    const isUnapplied = unappliedName.test(words) || (open >= 0 && advanceName.test(words));
    if (isUnapplied && !isLeftOut(column)) return [{ kind: 'unappliedBeside', column }];
    return open < 0 && discountName.test(words) ? [{ kind: 'chargeLeftOut', column }] : [];
  });
}
