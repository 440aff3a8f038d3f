import { type Ledger, settlementKinds } from '../../ledger/ledger';

const payment = settlementKinds.indexOf('payment');

/**
 * What payments in rows of their own paid of one invoice by the end of a day, part by part, each on its own day. What credit notes settled or was
 * written off is no payment, and neither is one of an unknown day.
 */
export class InvoicePayments {
  private readonly days: number[] = [];
  private readonly amounts: number[] = [];
  /** How many payments there are. */
  count = 0;
  /** What rows settled of the invoice by the day, in whatever way; whole units of the ledger. */
  settled = 0;

  /** @param asOf Serial day without a time; later payments are undone. */
  constructor(
    private readonly settlements: Ledger['settlements'],
    private readonly asOf: number,
  ) {}

  day(payment: number): number {
    return this.days[payment];
  }

  /** In the ledger's whole units, above 0. */
  amount(payment: number): number {
    return this.amounts[payment];
  }

  /** Take the payments of an invoice that other rows settled. */
  read(row: number): void {
    this.count = 0;
    this.settled = 0;
    if (this.settlements === null) return;
    const { start, day, amount, kind } = this.settlements;
    for (let at = start[row]; at < start[row + 1]; at += 1) {
      const isLater = day[at] > this.asOf;
      if (isLater) continue;
      this.settled += amount[at];
      const isDatedPayment = kind[at] === payment && !Number.isNaN(day[at]);
      if (!isDatedPayment) continue;
      this.days[this.count] = day[at];
      this.amounts[this.count] = amount[at];
      this.count += 1;
    }
  }
}
