import { type Ledger, settlementKinds } from '../ledger/ledger';
import type { CustomerItems } from './customerItems';
import { hasSettlements } from './openAmounts';

const payment = settlementKinds.indexOf('payment');

/**
 * What was paid of one invoice by the end of a day, part by part. A payment that stands in a row of its own has its own day and amount. What
 * only a paid date tells of was paid on that day: all of the invoice, or all but the rest that the sheet shows open. What credit notes
 * settled or was written off is no payment, and neither is one of an unknown day.
 */
export class InvoicePayments {
  private readonly days: number[] = [];
  private readonly amounts: number[] = [];
  private length = 0;
  private restOpen = 0;

  /** @param asOf Serial day without a time; later payments are undone. */
  constructor(
    private readonly ledger: Ledger,
    private readonly items: CustomerItems,
    private readonly asOf: number,
  ) {}

  /** How many payments there are. */
  get count(): number {
    return this.length;
  }

  /** What is still open of the invoice: from 0 to all of it, in the ledger's whole units. */
  get open(): number {
    return this.restOpen;
  }

  day(payment: number): number {
    return this.days[payment]!;
  }

  /** In the ledger's whole units, above 0. */
  amount(payment: number): number {
    return this.amounts[payment]!;
  }

  /** Take the payments of an item whose amount is above 0. */
  read(item: number): void {
    const { ledger, items, asOf } = this;
    const amount = items.amount(item);
    const row = items.row(item);
    const paidDay = items.paid(item);
    this.length = 0;
    this.restOpen = Math.min(amount, Math.max(0, items.open(item)));
    const { settlements } = ledger;
    const byRows = settlements !== null && hasSettlements(settlements, row) ? this.readRows(row) : 0;
    if (paidDay <= asOf) this.add(paidDay, amount - byRows - this.restOpen);
  }

  /** Take the payments of other rows, and give what all of these settled by the day. */
  private readRows(row: number): number {
    const { start, day, amount, kind } = this.ledger.settlements!;
    let settled = 0;
    for (let at = start[row]!; at < start[row + 1]!; at += 1) {
      const isLater = day[at]! > this.asOf;
      if (isLater) continue;
      settled += amount[at]!;
      const isDatedPayment = kind[at] === payment && !Number.isNaN(day[at]!);
      if (isDatedPayment) this.add(day[at]!, amount[at]!);
    }
    return settled;
  }

  private add(day: number, amount: number): void {
    if (!(amount > 0)) return;
    this.days[this.length] = day;
    this.amounts[this.length] = amount;
    this.length += 1;
  }
}
