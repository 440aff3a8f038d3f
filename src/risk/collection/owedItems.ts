import type { Ledger } from '../ledger/ledger';
import type { CustomerTable } from '../metrics/metric';
import { invoiceDayOf, openAt } from '../metrics/openAmounts';
import { finishSlices, type Slices } from '../slices';

const rowsInSlice = 32_768;

/**
 * What can be collected, item by item, those of a customer side by side: customer c's are `start[c]` up to `start[c + 1]`. Credits, disputed
 * items and items on no known due day are left out: nobody is reminded of them.
 */
export interface OwedItems {
  /** One more entry than customers. */
  readonly start: Int32Array;
  /** Negative before the due date. */
  readonly daysPastDue: Float64Array;
  /** Above 0, in currency units. */
  readonly amount: Float64Array;
  /** The ledger's row, or -1 where a customer list only states a sum. */
  readonly row: Int32Array;
}

/**
 * List what the customers of a table owe in a ledger at the table's day.
 *
 * @param table Measured from the ledger, or joined from it with some customers left out.
 * @example owedItems(ledger, table).daysPastDue //=> Float64Array [ 31, 12, -5 ]
 */
export function owedItems(ledger: Ledger, table: Pick<CustomerTable, 'customers' | 'asOf'>): OwedItems {
  return finishSlices(owedItemsInSlices(ledger, table));
}

/** List the same in slices of a few milliseconds. */
export function* owedItemsInSlices(
  ledger: Ledger,
  table: Pick<CustomerTable, 'customers' | 'asOf'>,
): Slices<OwedItems> {
  const places = new Map(table.customers.map((name, customer) => [name, customer]));
  const placeOf = Int32Array.from(ledger.customers, name => places.get(name) ?? -1);
  const owed: { readonly customer: number; readonly row: number; readonly open: number }[] = [];
  for (let row = 0; row < ledger.rowCount; row += 1) {
    if (row % rowsInSlice === 0) yield;
    const customer = placeOf[ledger.customer[row]!]!;
    const isAsked = customer >= 0 && ledger.disputed[row] !== 1 && !Number.isNaN(ledger.dueDate[row]!);
    const isThere = !(invoiceDayOf(ledger, row) > table.asOf);
    if (!isAsked || !isThere) continue;
    const open = openAt(ledger, row, table.asOf);
    if (open > 0) owed.push({ customer, row, open });
  }
  yield;
  owed.sort((one, other) => one.customer - other.customer || one.row - other.row);
  return {
    start: startsOf(
      owed.map(({ customer }) => customer),
      table.customers.length,
    ),
    daysPastDue: Float64Array.from(owed, ({ row }) => table.asOf - Math.floor(ledger.dueDate[row]!)),
    amount: Float64Array.from(owed, ({ open }) => open / ledger.scale),
    row: Int32Array.from(owed, ({ row }) => row),
  };
}

/** Take what the customers of a list owe past due as one item each, as old as the oldest. */
export function owedByList({ metrics, customers }: CustomerTable): OwedItems {
  const owing = [...customers.keys()].filter(
    customer => metrics.overdue[customer]! > 0 && metrics.oldestDays[customer]! > 0,
  );
  return {
    start: startsOf(owing, customers.length),
    daysPastDue: Float64Array.from(owing, customer => metrics.oldestDays[customer]!),
    amount: Float64Array.from(owing, customer => metrics.overdue[customer]!),
    row: new Int32Array(owing.length).fill(-1),
  };
}

/** @param customers Of each item, ascending. */
function startsOf(customers: readonly number[], customerCount: number): Int32Array {
  const start = new Int32Array(customerCount + 1);
  for (const customer of customers) start[customer + 1]! += 1;
  for (let customer = 0; customer < customerCount; customer += 1) start[customer + 1]! += start[customer]!;
  return start;
}
