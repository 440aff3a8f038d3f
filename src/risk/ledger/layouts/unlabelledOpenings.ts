import { plainText } from '../cell';
import { customerKey } from '../cells/customerName';
import type { Cell } from '../ledger';
import { halfCent } from '../recognition/sampledAmounts';

/** A row of an account, as far as it tells opening balances. */
interface AccountRow {
  /** Zero-based within the block. */
  readonly row: number;
  readonly customer: Cell;
  /** What the account comes to after the row, below 0 on the credit side. */
  readonly balance: number;
  /** What the row adds to it. */
  readonly step: number;
  /** Whether the row has a balance and neither an amount nor a document. */
  readonly isBare: boolean;
}

/**
 * Finds opening balances that no word calls so (金蝶): the first row of a customer, with nothing but a balance. The balance of the customer's next row
 * follows from it; where that is proven once, customers without a further row owe what such a row says, too.
 */
export class UnlabelledOpenings {
  private customerAbove: Cell = null;
  /** A row that may be one, while the next row is not seen. */
  private last: { readonly row: number; readonly name: string; readonly balance: number } | null = null;
  private readonly proven = new Set<string>();
  /** Rows of customers without another row. */
  private readonly alone: number[] = [];
  private readonly refuted: number[] = [];

  /** Whether the next row proves the one before it, or does not. */
  get isWaiting(): boolean {
    return this.last !== null;
  }

  /** Take the next row, however the rows come in pieces; tells whether it may be an opening balance. */
  take({ row, customer, balance, step, isBare }: AccountRow): boolean {
    if (this.last !== null) this.compare(this.last, customer, balance, step);
    const above = this.customerAbove;
    this.customerAbove = customer;
    if (!isBare) return false;
    const name = keyOf(customer);
    const mayBe = name !== '' && name !== keyOf(above) && !this.proven.has(name);
    if (mayBe) this.last = { row, name, balance };
    return mayBe;
  }

  /** List the rows that were said to be one and are none, now that all rows have come. */
  get unproven(): ReadonlySet<number> {
    const alone = this.last === null ? this.alone : [...this.alone, this.last.row];
    return new Set(this.proven.size > 0 ? this.refuted : [...this.refuted, ...alone]);
  }

  private compare(
    last: NonNullable<UnlabelledOpenings['last']>,
    customer: Cell,
    balance: number,
    step: number,
  ): void {
    this.last = null;
    if (keyOf(customer) !== last.name) this.alone.push(last.row);
    else if (step !== 0 && Math.abs(last.balance + step - balance) < halfCent) this.proven.add(last.name);
    else this.refuted.push(last.row);
  }
}

const keyOf = (customer: Cell): string => customerKey(plainText(customer));
