/** What the customer list says of each customer at the as-of date, from the same invoices as the ledger. */
import { asOf, type Customer, type Invoice } from './trade';

export interface Position {
  readonly exposure: number;
  readonly overdue: number;
  readonly sales: number;
  /** Null where nothing was sold in the last year. */
  readonly dso: number | null;
  /** Amount-weighted days paid after due, of what was paid in the last year; null where nothing was. */
  readonly daysBeyondTerms: number | null;
  /** Share of what fell due in the last year, by count, that was paid late or is still open. */
  readonly delayRate: number | null;
  readonly oldestDays: number;
  readonly disputedShare: number;
  readonly tenureYears: number;
}

export function positionOf(customer: Customer, invoices: readonly Invoice[]): Position {
  const exposure = sum(invoices, each => each.openAmount);
  const owed = invoices.filter(each => each.openAmount > 0);
  const late = owed.filter(each => each.dueDate < asOf);
  const sales = sum(invoices, each => (each.invoiceDate > asOf - 365 ? each.amount : 0));
  const paid = invoices.filter(
    each => each.amount > 0 && each.paidDate !== null && each.paidDate > asOf - 365,
  );
  const due = invoices.filter(each => each.amount > 0 && each.dueDate <= asOf && each.dueDate > asOf - 365);
  const delayed = due.filter(each => (each.paidDate ?? asOf) > each.dueDate);
  const owedAmount = sum(owed, each => each.openAmount);
  return {
    exposure: money(exposure),
    overdue: money(sum(late, each => each.openAmount)),
    sales: money(sales),
    dso: sales > 0 ? rounded((exposure / sales) * 365, 1) : null,
    daysBeyondTerms:
      paid.length > 0
        ? rounded(
            sum(paid, each => each.amount * ((each.paidDate ?? asOf) - each.dueDate)) /
              sum(paid, each => each.amount),
            1,
          )
        : null,
    delayRate: due.length > 0 ? rounded(delayed.length / due.length, 4) : null,
    oldestDays: Math.max(0, ...late.map(each => asOf - each.dueDate)),
    disputedShare:
      owedAmount > 0
        ? rounded(sum(owed, each => (each.isDisputed ? each.openAmount : 0)) / owedAmount, 4)
        : 0,
    tenureYears: rounded((asOf - customer.contractStart) / 365.25, 1),
  };
}

/** What all customers owed at the end of a day, as the general ledger has it. */
export function receivablesAt(day: number, invoices: readonly Invoice[]): number {
  const there = invoices.filter(
    each => each.invoiceDate <= day && (each.paidDate === null || each.paidDate > day),
  );
  // A part payment is not dated in the ledger: it counts on the as-of date only.
  return money(sum(there, each => (day >= asOf ? each.openAmount : each.amount)));
}

export const salesBetween = (after: number, until: number, invoices: readonly Invoice[]): number =>
  money(sum(invoices, each => (each.invoiceDate > after && each.invoiceDate <= until ? each.amount : 0)));

const sum = <T>(items: readonly T[], value: (item: T) => number): number =>
  items.reduce((total, item) => total + value(item), 0);
const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;
const money = (value: number): number => rounded(value, 2);
