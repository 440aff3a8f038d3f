import type { Cell } from '../../src/risk/ledger/ledger';

/** What every contender must come to, so that nobody is fast by being wrong. Money in currency units. */
export interface Answer {
  readonly customerCount: number;
  readonly exposure: number;
  readonly overdue: number;
  readonly sales: number;
  /** What it still holds when it has answered. */
  readonly kept?: unknown;
}

/** One way from cells to a table of customers. */
export interface Contender {
  readonly name: string;
  /** It gets the same rows, but those of a customer follow each other. */
  readonly isByCustomer?: true;
  /** @param rowCount how many rows will come, which the sheet's used range tells */
  start(rowCount: number): Promise<Work>;
}

/** One ledger on its way. Whatever it keeps counts as its memory. */
export interface Work {
  /** Take the next rows of the ledger; header rows are not among them. */
  add(rows: readonly (readonly Cell[])[]): void;
  /** Give a value per customer: exposure, overdue, buckets, sales, days beyond terms, delay rate, last invoice. */
  finish(): Promise<Answer>;
  /** Do what comes when the numbers stand, for which nobody waits. */
  after?(): void;
}

/** The window that sales and payments are looked at in, as in the default policy. */
export const windowDays = 365;
