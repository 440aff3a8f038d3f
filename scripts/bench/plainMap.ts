import type { Cell } from '../../src/risk/ledger/ledger';
import { type Contender, windowDays } from './contender';
import { asOf } from './ledgerCells';

interface Invoice {
  readonly customer: string;
  readonly invoiced: number;
  readonly due: number;
  readonly amount: number;
  readonly open: number;
  readonly paid: number | null;
  readonly disputed: boolean;
}

class Customer {
  exposure = 0;
  overdue = 0;
  readonly buckets = [0, 0, 0, 0, 0];
  sales = 0;
  settled = 0;
  lateDays = 0;
  due = 0;
  late = 0;
  last = 0;
}

/** How one would write it in an afternoon: an object a row, a Map of customers; no dirty cell, no finding, no duplicate is looked for. */
export const plainMap: Contender = {
  name: 'Map of row objects',
  async start() {
    const invoices: Invoice[] = [];
    const customers = new Map<string, Customer>();
    return {
      add(rows) {
        for (const row of rows) invoices.push(invoiceOf(row));
      },
      async finish() {
        for (const invoice of invoices) {
          let customer = customers.get(invoice.customer);
          if (!customer) {
            customer = new Customer();
            customers.set(invoice.customer, customer);
          }
          count(customer, invoice);
        }
        const all = [...customers.values()];
        const sum = (value: (customer: Customer) => number) =>
          all.reduce((total, customer) => total + value(customer), 0);
        return {
          customerCount: customers.size,
          exposure: sum(({ exposure }) => exposure),
          overdue: sum(({ overdue }) => overdue),
          sales: sum(({ sales }) => sales),
          kept: [invoices, customers],
        };
      },
    };
  },
};

function invoiceOf(row: readonly Cell[]): Invoice {
  return {
    customer: row[0] as string,
    invoiced: row[2] as number,
    due: row[3] as number,
    amount: row[4] as number,
    open: row[5] as number,
    paid: typeof row[6] === 'number' ? row[6] : null,
    disputed: row[7] === 'Yes',
  };
}

function count(customer: Customer, { amount, due, invoiced, open, paid }: Invoice): void {
  const daysPastDue = asOf - due;
  customer.exposure += open;
  if (daysPastDue > 0) customer.overdue += open;
  const bucket = daysPastDue <= 0 ? 0 : Math.min(4, Math.ceil(daysPastDue / 30));
  customer.buckets[bucket] += open;
  if (invoiced > asOf - windowDays) customer.sales += amount;
  if (paid !== null && paid > asOf - windowDays) {
    customer.settled += amount;
    customer.lateDays += amount * Math.max(0, paid - due);
  }
  if (due > asOf - windowDays && due < asOf) {
    customer.due++;
    if (paid === null || paid > due) customer.late++;
  }
  customer.last = Math.max(customer.last, invoiced);
}
