import type { Ledger } from '../ledger/ledger';
import type { CustomerTable } from '../metrics/table/metric';
import type { Policy } from '../policy/policy';
import type { LogEntry } from './collectionLog';
import { type OwedItems, owedItemsOf } from './owedItems';
import { type CollectionCase, worklist } from './worklist';

/**
 * Work out which collection step comes next for one customer, without the worklist of all.
 *
 * @param ledger What the table was measured from; null for a customer list, which states a sum past due and its oldest day.
 * @param customer Index into the table, and so is that of the case.
 * @returns Null where nothing is to be done.
 * @example customerCase(ledger, table, 3, policy, log)?.dueOn //=> 45_470
 */
export function customerCase(
  ledger: Ledger | null,
  table: Pick<CustomerTable, 'customers' | 'texts' | 'asOf' | 'metrics'>,
  customer: number,
  policy: Pick<Policy, 'steps'>,
  log: readonly LogEntry[],
): CollectionCase | null {
  const name = table.customers[customer];
  const owed = ledger === null ? owedSum(table, customer) : owedItemsOf(ledger, name, table.asOf);
  const listed = { customers: [name], numbers: [table.texts?.customerNumber[customer] ?? ''] };
  const [found] = worklist(owed, listed, policy, log, table.asOf);
  return found ? { ...found, customer } : null;
}

function owedSum({ metrics }: Pick<CustomerTable, 'metrics'>, customer: number): OwedItems {
  const overdue = metrics.overdue[customer];
  const oldestDays = metrics.oldestDays[customer];
  const owes = overdue > 0 && oldestDays > 0;
  return {
    start: Int32Array.of(0, Number(owes)),
    daysPastDue: Float64Array.from(owes ? [oldestDays] : []),
    amount: Float64Array.from(owes ? [overdue] : []),
    row: Int32Array.from(owes ? [-1] : []),
  };
}
