import { isBlankCell, isErrorCell } from '../cell';
import { currencyCode, currencySign, currencyWithin } from '../cells/currencyCode';
import type { Cell } from '../ledger';
import { growingIntegers } from './growingColumn';

/** Amounts without a letter or sign name no currency. */
const bareAmount = /^[\d.,\s()+-]*$/;

/** Equal to no cell. */
const noCell = Symbol('no cell');
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
  /** The cell that named a currency last, which mostly comes again in the next row, and the code of that. */
  private above: Cell = noCell;
  private aboveCode = unnamed;

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
    let next = from;
    while (next < to) {
      const end = this.column < 0 ? this.endOfNumbers(rows, next, to) : this.endOfRepeats(rows, next, to);
      if (end > next) this.add(this.column < 0 ? this.codeOfHeader() : this.aboveCode, end - next);
      if (end < to) this.add(this.codeFor(rows[end]), 1);
      next = end + 1;
    }
  }

  /** Where amounts end that are numbers, which name no currency. */
  private endOfNumbers(rows: readonly (readonly Cell[])[], from: number, to: number): number {
    const { amountColumn } = this;
    let end = from;
    while (end < to && typeof rows[end][amountColumn] === 'number') end++;
    return end;
  }

  /** Where cells end that say what the one above says. */
  private endOfRepeats(rows: readonly (readonly Cell[])[], from: number, to: number): number {
    const { column, above } = this;
    let end = from;
    while (end < to && rows[end][column] === above) end++;
    return end;
  }

  /** The code of an entry's currency. */
  codeAt(entry: number): number {
    return this.hasSeveral ? this.entries.room[entry] : 0;
  }

  private add(code: number, count: number): void {
    if (code !== 0 && !this.hasSeveral) {
      this.hasSeveral = true;
      this.entries.extend(this.length);
    }
    if (this.hasSeveral) for (let entry = 0; entry < count; entry++) this.entries.push(code);
    this.length += count;
  }

  private codeFor(cells: readonly Cell[]): number {
    const named = this.column < 0 ? unnamed : this.codeNamedBy(cells[this.column]);
    if (named !== unnamed) {
      this.above = cells[this.column];
      this.aboveCode = named;
      return named;
    }
    const amount = cells[this.amountColumn];
    const isBare = typeof amount !== 'string' || bareAmount.test(amount);
    const inAmount = isBare ? '' : currencyWithin(amount);
    if (inAmount !== '') return this.codeOf(inAmount);
    const sign = this.column < 0 && this.headerCurrency === '' && !isBare ? currencySign(amount) : '';
    return sign === '' ? this.codeOfHeader() : this.codeOf(sign);
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
