import { isBlankCell, plainText } from '../cell';
import type { Cell } from '../ledger';
import { saysCustomer } from '../recognition/statedCustomer';
import { withoutPageNumber } from './noteLine';

type Row = readonly Cell[];

/** Leaves out the titles above the header where a printed list has them again on every page. */
export class RepeatedTitles {
  private readonly titles = new Set<string>();
  private mostFilled = 0;

  /** @param headerRow zero-based row of the header within the block */
  constructor(private readonly headerRow: number) {}

  /** Take the next rows and give them with what repeats a title blanked; `firstRow` is the zero-based row of `rows[0]`. */
  without(rows: readonly Row[], firstRow: number): readonly Row[] {
    for (let index = 0; index < rows.length && firstRow + index < this.headerRow; index++)
      this.take(rows[index]);
    if (this.titles.size === 0) return rows;
    const from = Math.max(0, this.headerRow + 1 - firstRow);
    const hasOne = rows.some((row, index) => index >= from && this.repeats(row));
    return hasOne ? rows.map((row, index) => (index >= from && this.repeats(row) ? [] : row)) : rows;
  }

  /** A line that names the customer of the account below it is no title. */
  private take(row: Row): void {
    const count = row.filter(cell => !isBlankCell(cell)).length;
    if (count === 0 || saysCustomer(row)) return;
    this.titles.add(titleOf(row));
    this.mostFilled = Math.max(this.mostFilled, count);
  }

  private repeats(row: Row): boolean {
    let count = 0;
    for (const cell of row) {
      if (isBlankCell(cell)) continue;
      count++;
      if (count > this.mostFilled || (count === 1 && typeof cell !== 'string')) return false;
    }
    return count > 0 && this.titles.has(titleOf(row));
  }
}

const titleOf = (row: Row): string =>
  row
    .filter(cell => !isBlankCell(cell))
    .map(cell => withoutPageNumber(plainText(cell)))
    .join('\n');
