import { type DocumentType, documentTypes } from '../ledger/cells/documentType';
import { type Ledger, settlementKinds } from '../ledger/ledger';
import { rowsOfCustomer } from '../ledger/rowsOfCustomer';
import { hasSettlements, invoiceDayOf, openAt } from '../metrics/openAmounts';
import { sortInSlices } from '../metrics/sortInSlices';
import type { CustomerTable } from '../metrics/table/metric';
import type { Slices } from '../slices';

/** An open item of a customer, money in currency units. */
export interface StatementLine {
  /** The ledger's row. */
  readonly row: number;
  readonly kind: DocumentType;
  /** Serial days, NaN where not known. */
  readonly invoiced: number;
  readonly due: number;
  /** Days past due, 0 for what is not due and for credits; NaN where no due date is known. */
  readonly daysOverdue: number;
  /** The full amount of the document; what was settled of it; what is open. Below 0 for what the customer has in credit. */
  readonly amount: number;
  readonly settled: number;
  readonly open: number;
  /** Sum of what is open up to and with this line. */
  readonly balance: number;
  readonly isDisputed: boolean;
}

/** Money that came in. */
export interface ReceivedPayment {
  /** Serial day. */
  readonly day: number;
  readonly amount: number;
}

/** What a customer owes at the end of a day, item by item. Money in currency units. */
export interface StatementOfAccount {
  readonly asOf: number;
  /** Oldest first, by invoice day, then due day, then as on the sheet. */
  readonly lines: readonly StatementLine[];
  /** What is owed, what is in credit (0 or less), and their sum: the balance of the last line. */
  readonly owed: number;
  readonly credits: number;
  readonly balance: number;
  /** Of what is owed, what is past due; and what is disputed, which the exposure leaves out where the policy says so. */
  readonly overdue: number;
  readonly disputed: number;
  /** By how much the balance differs from the table's exposure because disputed items are left out of that; else 0. */
  readonly apartFromExposure: number;
  /** Payments of the last 91 days, oldest first; those of one day are one. */
  readonly received: readonly ReceivedPayment[];
}

/** A quarter of a year: what a customer still remembers having paid. */
const receivedWithinDays = 91;

const payment = settlementKinds.indexOf('payment');

/** Rows that are looked at before the work stops for others: one customer may have all the rows of a ledger. */
const rowsInSlice = 8192;

/**
 * Draw up the statement of account of a customer: every item that is open at the end of the table's day, with a running balance.
 *
 * The balance is the customer's exposure to the cent, plus what is disputed where the policy leaves that out of exposure: the customer is
 * still asked about it.
 *
 * @param table Measured from the ledger, or joined from it with some customers left out.
 * @param customer Index into the table.
 * @example finishSlices(statementOfAccountInSlices(ledger, table, 0)).balance //=> 84.5
 */
export function* statementOfAccountInSlices(
  ledger: Ledger,
  table: Pick<CustomerTable, 'customers' | 'asOf' | 'metrics'>,
  customer: number,
): Slices<StatementOfAccount> {
  const { asOf } = table;
  const { scale } = ledger;
  const there: number[] = [];
  const openRows: number[] = [];
  for (const [index, row] of rowsOfCustomer(ledger, table.customers[customer]).entries()) {
    if (index % rowsInSlice === rowsInSlice - 1) yield;
    if (invoiceDayOf(ledger, row) > asOf) continue;
    there.push(row);
    if (openAt(ledger, row, asOf) !== 0) openRows.push(row);
  }
  const open = yield* sortInSlices(Int32Array.from(openRows), oldestFirst(ledger));
  const account = new RunningAccount(ledger, asOf);
  const lines: StatementLine[] = [];
  for (const row of open) {
    if (lines.length % rowsInSlice === rowsInSlice - 1) yield;
    lines.push(account.add(row));
  }
  const exposure = Math.round(table.metrics.exposure[customer] * scale);
  const { owed, balance, overdue, disputed } = account;
  return {
    asOf,
    lines,
    owed: owed / scale,
    credits: (balance - owed) / scale,
    balance: balance / scale,
    overdue: overdue / scale,
    disputed: disputed / scale,
    apartFromExposure: (balance - exposure) / scale || 0,
    received: yield* receivedPayments(ledger, there, asOf),
  };
}

/** Open items added one below the other, in whole units of the ledger's scale, in which no cent is lost. */
class RunningAccount {
  balance = 0;
  owed = 0;
  overdue = 0;
  disputed = 0;

  constructor(
    private readonly ledger: Ledger,
    private readonly asOf: number,
  ) {}

  /** Add an open row; gives its line. */
  add(row: number): StatementLine {
    const { ledger, asOf } = this;
    const { scale } = ledger;
    const rest = openAt(ledger, row, asOf);
    const full = Number.isNaN(ledger.amount[row]) ? rest : ledger.amount[row];
    const daysOverdue = rest < 0 ? 0 : Math.max(0, asOf - Math.floor(ledger.dueDate[row]));
    const isDisputed = rest > 0 && ledger.disputed[row] === 1;
    this.balance += rest;
    if (rest > 0) this.owed += rest;
    if (rest > 0 && daysOverdue > 0) this.overdue += rest;
    if (isDisputed) this.disputed += rest;
    return {
      row,
      kind: kindOf(ledger, row),
      invoiced: invoiceDayOf(ledger, row),
      due: ledger.dueDate[row],
      daysOverdue,
      amount: full / scale,
      settled: (full - rest) / scale,
      open: rest / scale,
      balance: this.balance / scale,
      isDisputed,
    };
  }
}

const oldestFirst =
  (ledger: Ledger) =>
  (one: number, other: number): number =>
    byDay(invoiceDayOf(ledger, one), invoiceDayOf(ledger, other)) ||
    byDay(ledger.dueDate[one], ledger.dueDate[other]) ||
    one - other;

/** Days that are not known come first: nobody knows how old such an item is. */
function byDay(one: number, other: number): number {
  const known = (day: number) => (Number.isNaN(day) ? Number.NEGATIVE_INFINITY : day);
  return known(one) === known(other) ? 0 : known(one) - known(other);
}

function kindOf({ documentType, amount, openAmount }: Ledger, row: number): DocumentType {
  const written = documentType === null ? 'invoice' : documentTypes[documentType[row]];
  const isCredit = (Number.isNaN(amount[row]) ? openAmount[row] : amount[row]) < 0;
  return written === 'invoice' && isCredit ? 'creditNote' : written;
}

/** What payment rows settled by day, and for invoices that only have a paid date, what was paid on it. */
function* receivedPayments(
  ledger: Ledger,
  rows: readonly number[],
  asOf: number,
): Slices<readonly ReceivedPayment[]> {
  const byDayPaid = new Map<number, number>();
  const receive = (day: number, amount: number): void => {
    const isRecent = day > asOf - receivedWithinDays && day <= asOf;
    // What was settled of a credit is below 0: nothing came in.
    if (isRecent && amount > 0) byDayPaid.set(day, (byDayPaid.get(day) ?? 0) + amount);
  };
  for (const [index, row] of rows.entries()) {
    if (index % rowsInSlice === rowsInSlice - 1) yield;
    const { settlements } = ledger;
    if (settlements === null || !hasSettlements(settlements, row)) {
      receive(Math.floor(ledger.paidDate[row]), ledger.amount[row] - openAt(ledger, row, asOf));
      continue;
    }
    for (let at = settlements.start[row]; at < settlements.start[row + 1]; at += 1) {
      if (settlements.kind[at] === payment) receive(settlements.day[at], settlements.amount[at]);
    }
  }
  return [...byDayPaid]
    .sort(([one], [other]) => one - other)
    .map(([day, amount]) => ({ day, amount: amount / ledger.scale }));
}
