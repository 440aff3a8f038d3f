import { isBlankCell, isErrorCell } from './cell';
import { currencyCode, currencyWithin } from './currencyCode';
import { growingIntegers } from './growingColumn';
import type { Cell } from './ledger';

/** Amounts without a letter or sign name no currency. */
const bareAmount = /^[\d.,\s()+-]*$/;

/** In place of a code: the cell names no currency. */
const unnamed = -1;

/**
 * The currency of each row: by its currency cell, else as written in its amount, else as the amount's header says. Most sheets have one
 * currency, so codes are kept only from the first row that has another.
 */
export class CurrencyColumn {
  /** Code → currency, in the order they come; `''` where a row names none. */
  readonly names: string[] = [];
  private readonly codes = new Map<string, number>();
  private readonly codeOfCell = new Map<Cell, number>();
  private readonly entries = growingIntegers();
  private headerCode = unnamed;
  private hasSeveral = false;
  private length = 0;

  /**
   * @param column zero-based within the block, -1 when there is none
   * @param amountColumn where the amounts are, which may name a currency
   * @param headerCurrency what the header of the amounts names, `''` for nothing
   */
  constructor(
    private readonly column: number,
    private readonly amountColumn: number,
    private readonly headerCurrency: string,
  ) {}

  /** Take the cells of `rows[from] … rows[to − 1]`. */
  addRows(rows: readonly (readonly Cell[])[], from: number, to: number): void {
    for (let index = from; index < to; index++) this.add(this.codeFor(rows[index]!));
  }

  /** The code of an entry's currency. */
  codeAt(entry: number): number {
    return this.hasSeveral ? this.entries.room[entry]! : 0;
  }

  private add(code: number): void {
    if (code !== 0 && !this.hasSeveral) {
      this.hasSeveral = true;
      this.entries.extend(this.length);
    }
    if (this.hasSeveral) this.entries.push(code);
    this.length++;
  }

  private codeFor(cells: readonly Cell[]): number {
    const named = this.column < 0 ? unnamed : this.codeNamedBy(cells[this.column]);
    if (named !== unnamed) return named;
    const amount = cells[this.amountColumn];
    const isBare = typeof amount !== 'string' || bareAmount.test(amount);
    const inAmount = isBare ? '' : currencyWithin(amount);
    return inAmount === '' ? this.codeOfHeader() : this.codeOf(inAmount);
  }

  private codeOfHeader(): number {
    if (this.headerCode === unnamed) this.headerCode = this.codeOf(this.headerCurrency);
    return this.headerCode;
  }

  private codeNamedBy(cell: Cell): number {
    let code = this.codeOfCell.get(cell);
    if (code === undefined) {
      code = isErrorCell(cell) || isBlankCell(cell) ? unnamed : this.codeOf(currencyCode(cell));
      this.codeOfCell.set(cell, code);
    }
    return code;
  }

  private codeOf(name: string): number {
    let code = this.codes.get(name);
    if (code === undefined) {
      code = this.names.length;
      this.names.push(name);
      this.codes.set(name, code);
    }
    return code;
  }
}
