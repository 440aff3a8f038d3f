import type { Ledger } from '../../ledger/ledger';
import { invoiceDayOf } from '../../ledger/settlement/invoiceDay';
import type { Slices } from '../../slices';
import { invoicedAmount } from '../invoicedAmount';
import { tells, tellsBits, toldBy } from '../ledgerEvidence';
import { openAt } from '../openAmounts';

/** Rows that are looked at before the work stops for others. */
const rowsInSlice = 32_768;

/**
 * The items of a ledger as they stood at the end of a day, laid out so that those of a customer lie side by side, one item in 32 bytes: the
 * columns of a million rows do not fit into a processor's cache, and what is needed of an item is fetched once this way.
 */
export class CustomerItems {
  private readonly money: Float64Array;
  private readonly days: Float32Array;
  /** The ledger's row, and what it tells in the lowest bits: one look instead of one into each column of flags. */
  private readonly rows: Int32Array;

  /** @param day Serial day without a time. */
  constructor(
    private readonly ledger: Ledger,
    private readonly day: number,
    capacity: number,
  ) {
    const room = new ArrayBuffer(capacity * 32);
    this.money = new Float64Array(room);
    this.days = new Float32Array(room);
    this.rows = new Int32Array(room);
  }

  /**
   * Put a row of the ledger that was there by the day.
   *
   * @returns What it tells, as bits of `tells`.
   */
  put(item: number, row: number, invoiced: number): number {
    const { ledger, day, money, days } = this;
    const told = toldBy(ledger, row, day);
    money[item * 4] = invoicedAmount(ledger, row);
    money[item * 4 + 1] = openAt(ledger, row, day);
    days[item * 8 + 4] = invoiced;
    days[item * 8 + 5] = ledger.dueDate[row];
    days[item * 8 + 6] = ledger.paidDate[row];
    this.rows[item * 8 + 7] = (row << tellsBits) | told;
    return told;
  }

  /** Whole units of the ledger, below 0 for credits; NaN where the sheet only says what is open, and for debits that sold nothing. */
  amount(item: number): number {
    return this.money[item * 4];
  }

  /** What of it is open at the end of the day, whole units; 0 when settled. */
  open(item: number): number {
    return this.money[item * 4 + 1];
  }

  /** Serial days, NaN where not known. */
  invoiced(item: number): number {
    return this.days[item * 8 + 4];
  }

  due(item: number): number {
    return this.days[item * 8 + 5];
  }

  paid(item: number): number {
    return this.days[item * 8 + 6];
  }

  /** The ledger's row. */
  row(item: number): number {
    return this.rows[item * 8 + 7] >> tellsBits;
  }

  /** Whether it tells something of `tells`. */
  tells(item: number, what: number): boolean {
    return (this.rows[item * 8 + 7] & what) !== 0;
  }

  isDisputed(item: number): boolean {
    return this.tells(item, tells.dispute);
  }
}

/** Items by customer: those of customer c are `from[c]` up to `to[c]`. */
export interface ItemsByCustomer {
  readonly items: CustomerItems;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** What all of them tell, as bits of `tells`. */
  readonly told: number;
}

/** Lay out all rows that were there at the end of a day; those of later are left out. */
export function* itemsByCustomer(ledger: Ledger, day: number): Slices<ItemsByCustomer> {
  const from = yield* firstItems(ledger);
  const to = from.slice();
  const items = new CustomerItems(ledger, day, ledger.rowCount);
  let told = 0;
  for (let first = 0; first < ledger.rowCount; first += rowsInSlice) {
    told |= putRows(ledger, day, items, to, first, Math.min(ledger.rowCount, first + rowsInSlice));
    yield;
  }
  return { items, from, to, told };
}

function putRows(
  ledger: Ledger,
  day: number,
  items: CustomerItems,
  next: Int32Array,
  first: number,
  end: number,
): number {
  const { customer, invoiceDate } = ledger;
  let told = 0;
  for (let row = first; row < end; row += 1) {
    const written = invoiceDate[row];
    const invoiced = Number.isNaN(written) ? invoiceDayOf(ledger, row) : written;
    const isNotYetInvoiced = invoiced > day;
    if (isNotYetInvoiced) continue;
    const code = customer[row];
    told |= items.put(next[code], row, invoiced);
    next[code] += 1;
  }
  return told;
}

/** Where each customer's items begin when every row is one. */
function* firstItems(ledger: Ledger): Slices<Int32Array> {
  const first = new Int32Array(ledger.customers.length);
  for (let row = 0; row < ledger.rowCount; row += rowsInSlice) {
    countRows(ledger, first, row, Math.min(ledger.rowCount, row + rowsInSlice));
    yield;
  }
  let items = 0;
  for (let code = 0; code < first.length; code += 1) {
    const count = first[code];
    first[code] = items;
    items += count;
  }
  return first;
}

function countRows({ customer }: Ledger, counts: Int32Array, first: number, end: number): void {
  for (let row = first; row < end; row += 1) counts[customer[row]] += 1;
}
