import { readAmount } from '../cells/readAmount';
import { growingFloats } from '../columns/growingColumn';
import type { Cell, Ledger } from '../ledger';
import { halfCent } from '../recognition/sampledAmounts';
import type { FindingLog } from './findingLog';

/** Amounts in whole units say nothing of the balances beside them. */
const inCents = 100;

/** Compares what a column says each customer owes in all with what is open of its rows. */
export class CustomersBalances {
  /** By row of the block, in units of the currency; NaN where the cell says none. */
  private readonly stated = growingFloats();

  /**
   * @param column zero-based within the block
   * @param unit what one of its amounts is in units of the currency
   */
  constructor(
    private readonly column: number,
    private readonly unit: number,
  ) {}

  /** Take the next rows; `firstRow` is the zero-based row of `rows[0]`. */
  add(rows: readonly (readonly Cell[])[], firstRow: number): void {
    this.stated.extend(Math.max(0, firstRow + rows.length - this.stated.length));
    for (const [index, row] of rows.entries()) {
      this.stated.room[firstRow + index] = readAmount(row[this.column]) * this.unit;
    }
  }

  /** Say in the first row that has it of each customer by how much its balance is more than what is open of its rows; of several currencies none adds up. */
  note(ledger: Ledger, findings: FindingLog): void {
    if (ledger.currencies.length > 1) return;
    const { customer, customers, sheetRow, scale } = ledger;
    const open = new Float64Array(customers.length);
    const firstEntry = new Int32Array(customers.length).fill(-1);
    for (let entry = 0; entry < ledger.rowCount; entry++) {
      const code = customer[entry];
      open[code] += openOf(ledger, entry);
      const isFirst = firstEntry[code] < 0 && !Number.isNaN(this.stated.values[sheetRow.at(entry)]);
      if (isFirst) firstEntry[code] = entry;
    }
    for (const [code, entry] of firstEntry.entries()) {
      if (entry < 0) continue;
      const row = sheetRow.at(entry);
      const more = this.stated.values[row] - open[code] / scale;
      if (Math.abs(more) > halfCent)
        findings.add('balanceDiffers', row, this.column, String(Math.round(more * inCents) / inCents));
    }
  }
}

/** Whole units; rows that settle others lower what is owed by their own amount. */
function openOf({ amount, openAmount, paidDate, settlements }: Ledger, entry: number): number {
  if (!Number.isNaN(openAmount[entry])) return openAmount[entry];
  return settlements === null && !Number.isNaN(paidDate[entry]) ? 0 : amount[entry];
}
