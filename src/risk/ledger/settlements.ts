import { growingFloats, growingIntegers } from './growingColumn';
import { type SettlementKind, type Settlements, settlementKinds } from './ledger';
import type { InvoiceQueue } from './namedInvoices';
import { OldestFirst } from './oldestFirst';

/** Rows of a ledger, those that settle among those that are settled; one entry a row. */
export interface SettlingItems {
  /** Only rows of one account settle each other: a customer's, in one currency. */
  readonly account: Int32Array;
  /** Whole units; invoices are above 0, what settles them is below. */
  readonly amount: Float64Array;
  /** From which day an item is there; NaN where not known, it always was then. */
  readonly day: Float32Array;
  /** NaN where not known: such an invoice is settled last. */
  readonly dueDate: Float32Array;
}

/** Rows that settle others, ascending, as columns of one entry each. */
export interface Credits {
  readonly row: Int32Array;
  /** Index into `settlementKinds`. */
  readonly kind: Uint8Array;
  /** The invoices each names, of its own account. */
  readonly named: readonly (readonly InvoiceQueue[])[];
}

/** What was settled, and what a user should know of it. */
export interface Settled {
  readonly settlements: Settlements;
  /** What is open of each row in the end, with its sign. */
  readonly rest: Float64Array;
  /** Rows that settled the oldest due instead of, or beside, what they name. */
  readonly oldestFirst: readonly number[];
  /** Payments and write-offs that are not used up. */
  readonly leftOver: readonly number[];
}

const creditNote = codeOf('creditNote');

/** The code of a kind of settlement. */
export function codeOf(kind: SettlementKind): number {
  return settlementKinds.indexOf(kind);
}

/**
 * Apply payments, credit notes and write-offs to invoices: first each to the invoices it names, the oldest due of them first; then what
 * is left of payments and write-offs to the oldest due of the account, day by day: to what was invoiced when the money came, and what is
 * left waits for the next invoice. A credit note that names nothing, or more than the invoice is, stays a credit.
 *
 * @param settlesOldest false where only named invoices are settled, because the sheet itself says what else is paid
 * @example settle(items, credits, true).rest //=> Float64Array [ 0, 4000, 2000, 0 ] for a payment of 40.00 on instalments of 30, 50 and 20
 */
export function settle(items: SettlingItems, credits: Credits, settlesOldest: boolean): Settled {
  const settling = new Settling(items);
  const order = chronological(credits.row, items.day);
  const creditOf = new Map(Array.from(credits.row, (row, credit) => [row, credit]));
  for (const row of order) {
    for (const queue of credits.named[creditOf.get(row)!]!) settling.applyTo(row, queue);
  }

  const takesOldest = (row: number) =>
    credits.kind[creditOf.get(row)!] !== creditNote && settling.rest[row]! < 0;
  const left = order.filter(takesOldest);
  const oldestFirst = settlesOldest ? settling.applyOldestFirst(left) : [];
  return {
    settlements: settling.settlements(row => credits.kind[creditOf.get(row)!]!),
    rest: settling.rest,
    oldestFirst,
    leftOver: settlesOldest ? Array.from(left).filter(row => settling.rest[row]! < 0) : [],
  };
}

/** The order in which invoices are settled: the oldest due first, those without a due date last, else as they stand on the sheet. */
export function dueBefore(dueDate: Float32Array): (row: number, other: number) => boolean {
  const dueOf = (row: number) => (Number.isNaN(dueDate[row]!) ? Number.POSITIVE_INFINITY : dueDate[row]!);
  return (row, other) => dueOf(row) < dueOf(other) || (dueOf(row) === dueOf(other) && row < other);
}

/** Rows by the day they are there from, unknown days first, those of one day ascending. */
function chronological(rows: Int32Array, day: Float32Array): Int32Array {
  const dayOf = (row: number) => (Number.isNaN(day[row]!) ? Number.NEGATIVE_INFINITY : day[row]!);
  return rows
    .slice()
    .sort((one, other) => (dayOf(one) === dayOf(other) ? one - other : dayOf(one) < dayOf(other) ? -1 : 1));
}

/** What an account has at a day: invoices to be settled, and money that waits for one from `next` on. */
interface Account {
  readonly open: OldestFirst;
  readonly waiting: number[];
  next: number;
}

/** Applications as they are made: which row settled which, with how much. */
class Settling {
  readonly rest: Float64Array;
  private readonly credit = growingIntegers();
  private readonly invoice = growingIntegers();
  private readonly amount = growingFloats();

  constructor(private readonly items: SettlingItems) {
    this.rest = items.amount.slice();
  }

  /** Settle the invoices of a queue, one after the other, as far as the credit reaches. */
  applyTo(credit: number, queue: InvoiceQueue): void {
    while (this.rest[credit]! < 0 && queue.next < queue.rows.length) {
      const invoice = queue.rows[queue.next]!;
      this.apply(credit, invoice);
      if (this.rest[invoice] === 0) queue.next++;
    }
  }

  /** Settle as much of an invoice as the credit still has. */
  private apply(credit: number, invoice: number): void {
    const { rest } = this;
    const settled = Math.min(rest[invoice]!, -rest[credit]!);
    if (settled === 0) return;
    rest[invoice]! -= settled;
    rest[credit]! += settled;
    this.credit.push(credit);
    this.invoice.push(invoice);
    this.amount.push(settled);
  }

  /** Settle the oldest due of each account as the days pass; gives the credits that settled something, ascending. */
  applyOldestFirst(credits: Int32Array): number[] {
    const { items } = this;
    const isBefore = dueBefore(items.dueDate);
    const accounts = new Map<number, Account>();
    for (const row of credits) {
      const account = items.account[row]!;
      if (!accounts.has(account))
        accounts.set(account, { open: new OldestFirst(isBefore), waiting: [], next: 0 });
    }
    const used = new Set<number>();
    const rows = this.comingAndGoing(accounts, credits);
    const today = new Set<Account>();
    rows.forEach((row, index) => {
      const account = accounts.get(items.account[row]!)!;
      const isInvoice = items.amount[row]! > 0;
      if (isInvoice) account.open.add(row);
      else account.waiting.push(row);
      today.add(account);
      const isDayOver = index + 1 === rows.length || !Object.is(items.day[row], items.day[rows[index + 1]!]);
      if (!isDayOver) return;
      for (const each of today) this.settleDay(each, used);
      today.clear();
    });
    return [...used].sort((one, other) => one - other);
  }

  /** Apply what waits to what is open, the oldest due first, until one of them is used up. */
  private settleDay(account: Account, used: Set<number>): void {
    const { open, waiting } = account;
    while (account.next < waiting.length && open.first >= 0) {
      const credit = waiting[account.next]!;
      const invoice = open.first;
      this.apply(credit, invoice);
      used.add(credit);
      if (this.rest[invoice] === 0) open.removeFirst();
      if (this.rest[credit] === 0) account.next++;
    }
  }

  /** Invoices of these accounts that are open, and the credits, by day. */
  private comingAndGoing(accounts: ReadonlyMap<number, Account>, credits: Int32Array): Int32Array {
    const { items, rest } = this;
    const rows = growingIntegers();
    for (let row = 0; row < rest.length; row++) {
      if (rest[row]! > 0 && accounts.has(items.account[row]!)) rows.push(row);
    }
    for (const row of credits) rows.push(row);
    return chronological(rows.values, items.day);
  }

  /** Lay the applications out by row: each once at the invoice and once at the row that settled it. */
  settlements(kindOf: (credit: number) => number): Settlements {
    const credit = this.credit.values;
    const invoice = this.invoice.values;
    const count = credit.length;
    const rowCount = this.rest.length;
    const start = new Int32Array(rowCount + 1);
    for (let index = 0; index < count; index++) {
      start[credit[index]! + 1]!++;
      start[invoice[index]! + 1]!++;
    }
    for (let row = 0; row < rowCount; row++) start[row + 1]! += start[row]!;

    const laidOut: Settlements = {
      start,
      day: new Float32Array(count * 2),
      amount: new Float64Array(count * 2),
      kind: new Uint8Array(count * 2),
    };
    const { day, amount, kind } = laidOut;
    const next = start.slice();
    const from = this.appliedFrom();
    for (const index of chronological(Int32Array.from(from.keys()), from)) {
      const settledBy = credit[index]!;
      const settled = invoice[index]!;
      const atInvoice = next[settled]!++;
      const atCredit = next[settledBy]!++;
      const isPaidOnKnownDay = !Number.isNaN(this.items.day[settledBy]!);
      day[atInvoice] = isPaidOnKnownDay ? from[index]! : Number.NaN;
      day[atCredit] = from[index]!;
      amount[atInvoice] = this.amount.room[index]!;
      amount[atCredit] = -this.amount.room[index]!;
      kind[atInvoice] = kindOf(settledBy);
      kind[atCredit] = kind[atInvoice]!;
    }
    return laidOut;
  }

  /** From which day each application counts: the later one of its two documents was there. */
  private appliedFrom(): Float32Array {
    const { day } = this.items;
    return Float32Array.from(this.credit.values, (credit, index) => {
      const paid = day[credit]!;
      const invoiced = day[this.invoice.room[index]!]!;
      return Number.isNaN(invoiced) || paid > invoiced ? paid : invoiced;
    });
  }
}
