import type { Ledger } from '../ledger/ledger';
import { rowsOfCustomer } from '../ledger/rowsOfCustomer';
import { invoiceDayOf, openAt } from '../metrics/openAmounts';
import type { CustomerTable } from '../metrics/table/metric';
import type { Slices } from '../slices';

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
 * @example finishSlices(owedItemsInSlices(ledger, table)).daysPastDue //=> Float64Array [ 31, 12, -5 ]
 */
export function* owedItemsInSlices(
  ledger: Ledger,
  table: Pick<CustomerTable, 'customers' | 'asOf'>,
): Slices<OwedItems> {
  const places = new Map(table.customers.map((name, customer) => [name, customer]));
  yield;
  const placeOf = Int32Array.from(ledger.customers, name => places.get(name) ?? -1);
  const rows: number[] = [];
  for (let row = 0; row < ledger.rowCount; row += 1) {
    if (row % rowsInSlice === 0) yield;
    if (placeOf[ledger.customer[row]] >= 0 && collectable(ledger, row, table.asOf) > 0) rows.push(row);
  }
  yield;
  const customerOf = (row: number) => placeOf[ledger.customer[row]];
  const start = startsOf(rows.map(customerOf), table.customers.length);
  yield;
  const next = start.slice();
  const byCustomer = new Int32Array(rows.length);
  for (const row of rows) byCustomer[next[customerOf(row)]++] = row;
  yield;
  return itemsOfRows(ledger, byCustomer, start, table.asOf);
}

/** List what one customer owes, as if it were the only one. */
export function owedItemsOf(ledger: Ledger, name: string, asOf: number): OwedItems {
  const rows = rowsOfCustomer(ledger, name).filter(row => collectable(ledger, row, asOf) > 0);
  return itemsOfRows(ledger, Int32Array.from(rows), Int32Array.of(0, rows.length), asOf);
}

/** What a customer can be reminded of, in whole units of the ledger; 0 for what is disputed, due on no known day, or not there yet. */
function collectable(ledger: Ledger, row: number, asOf: number): number {
  const isLeftOut = ledger.disputed[row] === 1 || Number.isNaN(ledger.dueDate[row]);
  const isNotYetInvoiced = invoiceDayOf(ledger, row) > asOf;
  return isLeftOut || isNotYetInvoiced ? 0 : openAt(ledger, row, asOf);
}

const itemsOfRows = (ledger: Ledger, row: Int32Array, start: Int32Array, asOf: number): OwedItems => ({
  start,
  daysPastDue: Float64Array.from(row, each => asOf - Math.floor(ledger.dueDate[each])),
  amount: Float64Array.from(row, each => openAt(ledger, each, asOf) / ledger.scale),
  row,
});

/** Take what the customers of a list owe past due as one item each, as old as the oldest. */
export function owedByList({ metrics, customers }: CustomerTable): OwedItems {
  const owing = [...customers.keys()].filter(
    customer => metrics.overdue[customer] > 0 && metrics.oldestDays[customer] > 0,
  );
  return {
    start: startsOf(owing, customers.length),
    daysPastDue: Float64Array.from(owing, customer => metrics.oldestDays[customer]),
    amount: Float64Array.from(owing, customer => metrics.overdue[customer]),
    row: new Int32Array(owing.length).fill(-1),
  };
}

/** @param customers Of each item, ascending. */
function startsOf(customers: readonly number[], customerCount: number): Int32Array {
  const start = new Int32Array(customerCount + 1);
  for (const customer of customers) start[customer + 1] += 1;
  for (let customer = 0; customer < customerCount; customer += 1) start[customer + 1] += start[customer];
  return start;
}
