import type { Slices } from '../../slices';
import { growingFloats, growingIntegers } from '../columns/growingColumn';
import { type MoneyColumn, type SettlementKind, type Settlements, settlementKinds } from '../ledger';
import type { NamedInvoices } from './namedInvoices';
import { OldestFirst } from './oldestFirst';

/** Rows of a ledger, those that settle among those that are settled; one entry a row. */
export interface SettlingItems {
  /** Only rows of one account settle each other: a customer's, in one currency. */
  readonly account: Int32Array;
  /** Whole units; invoices are above 0, what settles them is below. */
  readonly amount: MoneyColumn;
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
  readonly named: NamedInvoices;
}

/** What was settled, and what a user should know of it. */
export interface Settled {
  readonly settlements: Settlements;
  /** What is open of each row in the end, with its sign. */
  readonly rest: MoneyColumn;
  /** Rows that settled the oldest due instead of, or beside, what they name. */
  readonly oldestFirst: Int32Array;
  /** Payments and write-offs that are not used up. */
  readonly leftOver: Int32Array;
}

const creditNote = codeOf('creditNote');
/** Rows that are looked at before the work stops for others. */
const rowsInSlice = 16_384;

const noRows = new Int32Array(0);

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
export function* settle(items: SettlingItems, credits: Credits, settlesOldest: boolean): Slices<Settled> {
  const settling = new Settling(items, credits);
  const order = chronological(credits.row, items.day);
  yield;
  for (let index = 0; index < order.length; index++) {
    settling.applyToNamed(order[index]);
    if (index % rowsInSlice === rowsInSlice - 1) yield;
  }
  const left = order.filter(row => settling.isMoneyLeft(row));
  const oldestFirst = settlesOldest ? yield* settling.applyOldestFirst(left) : noRows;
  yield;
  const leftOver = settlesOldest ? left.filter(row => settling.isMoneyLeft(row)).sort() : noRows;
  yield;
  return { settlements: yield* settling.settlements(), rest: settling.rest, oldestFirst, leftOver };
}

/** The order in which invoices are settled: the oldest due first, those without a due date last, else as they stand on the sheet. */
export function dueBefore(dueDate: Float32Array): (row: number, other: number) => boolean {
  const dueOf = (row: number) => (Number.isNaN(dueDate[row]) ? Number.POSITIVE_INFINITY : dueDate[row]);
  return (row, other) => dueOf(row) < dueOf(other) || (dueOf(row) === dueOf(other) && row < other);
}

/** The last code of a column. */
function lastOf(codes: Int32Array): number {
  let last = 0;
  for (let index = 0; index < codes.length; index++) if (codes[index] > last) last = codes[index];
  return last;
}

/** Rows by the day they are there from, unknown days first, those of one day in the order they came in. */
function chronological(rows: Int32Array, day: Float32Array): Int32Array {
  const { first, last } = extent(rows, day);
  // Days are few and whole: counting them sorts in two passes.
  const place = new Int32Array(rows.length);
  const next = new Int32Array(last - first + 3);
  for (let index = 0; index < rows.length; index++) {
    const known = day[rows[index]];
    place[index] = Number.isNaN(known) ? 0 : known - first + 1;
    next[place[index] + 1]++;
  }
  for (let at = 1; at < next.length; at++) next[at] += next[at - 1];
  const sorted = new Int32Array(rows.length);
  for (let index = 0; index < rows.length; index++) sorted[next[place[index]]++] = rows[index];
  return sorted;
}

/** The first and last known day of some rows; 0 where none is known. */
function extent(rows: Int32Array, day: Float32Array): { readonly first: number; readonly last: number } {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < rows.length; index++) {
    const known = day[rows[index]];
    if (known < first) first = known;
    if (known > last) last = known;
  }
  return first > last ? { first: 0, last: 0 } : { first, last };
}

/** What an account has at a day: invoices to be settled, and money that waits for one from `next` on. */
interface Account {
  readonly open: OldestFirst;
  readonly waiting: number[];
  next: number;
  /** Whether something came today. */
  isMoving: boolean;
}

/** Applications as they are made: which row settled which, with how much. */
class Settling {
  readonly rest: MoneyColumn;
  private readonly credit = growingIntegers();
  private readonly invoice = growingIntegers();
  private readonly amount = growingFloats();

  /** By row its place among the credits, -1 for others. */
  private readonly creditAt: Int32Array;
  /** By queue the first invoice that is not settled. */
  private readonly next: Int32Array;

  constructor(
    private readonly items: SettlingItems,
    private readonly credits: Credits,
  ) {
    this.rest = items.amount.slice();
    this.creditAt = new Int32Array(items.amount.length).fill(-1);
    for (let credit = 0; credit < credits.row.length; credit++) this.creditAt[credits.row[credit]] = credit;
    this.next = credits.named.queues.start.slice();
  }

  /** Whether a payment or write-off is not used up. */
  isMoneyLeft(row: number): boolean {
    return this.rest[row] < 0 && this.kindOf(row) !== creditNote;
  }

  private kindOf(row: number): number {
    return this.credits.kind[this.creditAt[row]];
  }

  /** Settle the invoices that a credit names, one after the other, as far as it reaches. */
  applyToNamed(row: number): void {
    const { first, queue, queues } = this.credits.named;
    const credit = this.creditAt[row];
    for (let at = first[credit]; at < first[credit + 1]; at++) {
      const named = queue[at];
      while (this.rest[row] < 0 && this.next[named] < queues.start[named + 1]) {
        const invoice = queues.row[this.next[named]];
        this.apply(row, invoice);
        if (this.rest[invoice] === 0) this.next[named]++;
      }
    }
  }

  /** Settle as much of an invoice as the credit still has. */
  private apply(credit: number, invoice: number): void {
    const { rest } = this;
    const settled = Math.min(rest[invoice], -rest[credit]);
    if (settled === 0) return;
    rest[invoice] -= settled;
    rest[credit] += settled;
    this.credit.push(credit);
    this.invoice.push(invoice);
    this.amount.push(settled);
  }

  /** Settle the oldest due of each account as the days pass; gives the credits that settled something, ascending. */
  *applyOldestFirst(credits: Int32Array): Slices<Int32Array> {
    const { items } = this;
    const isBefore = dueBefore(items.dueDate);
    const accounts = new Array<Account | undefined>(lastOf(items.account) + 1).fill(undefined);
    for (const row of credits) {
      const account = items.account[row];
      if (accounts[account] === undefined)
        accounts[account] = { open: new OldestFirst(isBefore), waiting: [], next: 0, isMoving: false };
    }
    yield;
    const rows = this.comingAndGoing(accounts, credits);
    yield;
    const used = new Uint8Array(items.amount.length);
    const today: Account[] = [];
    for (let index = 0; index < rows.length; index += rowsInSlice) {
      this.passDays(
        rows.subarray(index, index + rowsInSlice),
        rows[index + rowsInSlice],
        accounts,
        today,
        used,
      );
      yield;
    }
    return credits.filter(row => used[row] === 1).sort();
  }

  /** Take rows in the order of their days, and settle at the end of each day; `after` is the row that comes next. */
  private passDays(
    rows: Int32Array,
    after: number | undefined,
    accounts: readonly (Account | undefined)[],
    today: Account[],
    used: Uint8Array,
  ): void {
    const { day, amount, account: accountOf } = this.items;
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index];
      const account = accounts[accountOf[row]]!;
      if (amount[row] > 0) account.open.add(row);
      else account.waiting.push(row);
      if (!account.isMoving) today.push(account);
      account.isMoving = true;
      const next = rows[index + 1] ?? after;
      const isDayOver = next === undefined || !Object.is(day[row], day[next]);
      if (!isDayOver) continue;
      for (const each of today) this.settleDay(each, used);
      today.length = 0;
    }
  }

  /** Apply what waits to what is open, the oldest due first, until one of them is used up. */
  private settleDay(account: Account, used: Uint8Array): void {
    const { open, waiting } = account;
    account.isMoving = false;
    while (account.next < waiting.length && open.first >= 0) {
      const credit = waiting[account.next];
      const invoice = open.first;
      this.apply(credit, invoice);
      used[credit] = 1;
      if (this.rest[invoice] === 0) open.removeFirst();
      if (this.rest[credit] === 0) account.next++;
    }
  }

  /** Invoices of these accounts that are open, and the credits, by day. */
  private comingAndGoing(accounts: readonly (Account | undefined)[], credits: Int32Array): Int32Array {
    const { items, rest } = this;
    const rows = growingIntegers();
    for (let row = 0; row < rest.length; row++) {
      if (rest[row] > 0 && accounts[items.account[row]] !== undefined) rows.push(row);
    }
    for (const row of credits) rows.push(row);
    return chronological(rows.values, items.day);
  }

  /** Lay the applications out by row: each once at the invoice and once at the row that settled it. */
  *settlements(): Slices<Settlements> {
    const count = this.credit.length;
    const start = this.firstPlaces();
    yield;
    const from = this.appliedFrom();
    const order = new Int32Array(count);
    for (let index = 0; index < count; index++) order[index] = index;
    yield;
    const byDay = chronological(order, from);
    yield;
    const laidOut: Settlements = {
      start,
      day: new Float32Array(count * 2),
      amount: new Float64Array(count * 2),
      kind: new Uint8Array(count * 2),
    };
    const next = start.slice();
    for (let index = 0; index < count; index += rowsInSlice) {
      this.layOut(byDay.subarray(index, index + rowsInSlice), from, laidOut, next);
      yield;
    }
    return laidOut;
  }

  /** Where the settlements of each row begin, and after the last row where they end. */
  private firstPlaces(): Int32Array {
    const start = new Int32Array(this.rest.length + 1);
    const credit = this.credit.values;
    const invoice = this.invoice.values;
    for (let index = 0; index < credit.length; index++) {
      start[credit[index] + 1]++;
      start[invoice[index] + 1]++;
    }
    for (let row = 0; row < this.rest.length; row++) start[row + 1] += start[row];
    return start;
  }

  private layOut(
    applications: Int32Array,
    from: Float32Array,
    { day, amount, kind }: Settlements,
    next: Int32Array,
  ): void {
    for (let index = 0; index < applications.length; index++) {
      const application = applications[index];
      const settledBy = this.credit.room[application];
      const atInvoice = next[this.invoice.room[application]]++;
      const atCredit = next[settledBy]++;
      const isPaidOnKnownDay = !Number.isNaN(this.items.day[settledBy]);
      day[atInvoice] = isPaidOnKnownDay ? from[application] : Number.NaN;
      day[atCredit] = from[application];
      amount[atInvoice] = this.amount.room[application];
      amount[atCredit] = -this.amount.room[application];
      kind[atInvoice] = this.kindOf(settledBy);
      kind[atCredit] = kind[atInvoice];
    }
  }

  /** From which day each application counts: the later one of its two documents was there. */
  private appliedFrom(): Float32Array {
    const { day } = this.items;
    const from = new Float32Array(this.credit.length);
    for (let index = 0; index < from.length; index++) {
      const paid = day[this.credit.room[index]];
      const invoiced = day[this.invoice.room[index]];
      from[index] = Number.isNaN(invoiced) || paid > invoiced ? paid : invoiced;
    }
    return from;
  }
}
