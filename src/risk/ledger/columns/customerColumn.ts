import { isBlankCell, isErrorCell, plainText } from '../cell';
import { isOpeningText } from '../cells/periodRow';
import type { FindingLog } from '../findings/findingLog';
import type { Cell } from '../ledger';
import type { CustomerNumbers } from './customerNumbers';
import { CustomerRegister } from './customerRegister';
import { growingIntegers } from './growingColumn';
import type { SheetRows } from './sheetRows';
import { noCode } from './textCodes';

/** In place of a customer code: nothing there, an error there, or an amount that cannot be placed. */
export const noCustomer = -1;
const unreadableCustomer = -2;
const noAmount = -3;

/** Rows whose names are looked up together. */
const rowsTogether = 256;
/** Rows that are looked at to see whether those of a customer follow each other. */
const rowsLookedAt = 16;

/** Whose each row is: a customer code, or why the row has none. */
export class CustomerColumn {
  readonly register = new CustomerRegister();
  /** Codes of customers that some rows name by their number alone. */
  readonly unnamed = new Set<number>();
  /** Whether some of these turned out to be customers that other rows name: then their codes have no rows. */
  hasMoved = false;
  private readonly entries = growingIntegers();
  private readonly found = new Int32Array(rowsTogether);

  /**
   * @param column zero-based within the block, -1 when there is none
   * @param numberColumn the customer's number, which stands for a blank name; -1 when there is none
   */
  constructor(
    readonly column: number,
    private readonly numberColumn: number,
    private readonly findings: FindingLog,
  ) {}

  /** Per entry. */
  get codes(): Int32Array {
    return this.entries.values;
  }

  /** Take room for that many entries at once. */
  reserve(count: number): void {
    this.entries.reserve(count);
  }

  /**
   * Take the cells of `rows[from] … rows[to − 1]`.
   *
   * @param firstRow the sheet's row of `rows[0]`
   * @param amounts by entry: what these rows' amounts were read as
   */
  addRows(
    rows: readonly (readonly Cell[])[],
    from: number,
    to: number,
    firstRow: number,
    amounts: Float64Array,
  ): void {
    for (let start = from; start < to; start += rowsTogether) {
      this.addBatch(rows, start, Math.min(to, start + rowsTogether), firstRow, amounts);
    }
  }

  /** Give rows that have a number and no name to the customer who has that number in other rows. */
  settle(numbers: CustomerNumbers, sheetRow: SheetRows): void {
    if (this.unnamed.size === 0) return;
    const { names } = this.register;
    const owners = numbers.ownersOf(names, this.unnamed);
    this.hasMoved = owners.size > 0;
    const { codes } = this;
    for (let entry = 0; entry < codes.length && this.hasMoved; entry++) {
      const code = codes[entry];
      const owner = owners.get(code);
      if (owner === undefined) continue;
      codes[entry] = owner;
      this.findings.add('namedByNumber', sheetRow.at(entry), this.numberColumn, names[code]);
    }
  }

  private addBatch(
    rows: readonly (readonly Cell[])[],
    from: number,
    to: number,
    firstRow: number,
    amounts: Float64Array,
  ): void {
    const first = this.entries.extend(to - from);
    if (this.followEachOther(rows, from, to)) {
      this.addFollowing(rows, from, to, firstRow, amounts, first);
      return;
    }
    const { room } = this.entries;
    const { found } = this;
    this.register.findAll(rows, from, to, this.column, found);
    for (let index = from; index < to; index++) {
      const entry = first + index - from;
      const code = found[index - from];
      const hasAmount = !Number.isNaN(amounts[entry]);
      room[entry] =
        code !== noCode && hasAmount
          ? code
          : this.codeFor(rows[index], firstRow + index, hasAmount, index - from);
    }
  }

  /** Whether most of the first rows name the customer of the row above. */
  private followEachOther(rows: readonly (readonly Cell[])[], from: number, to: number): boolean {
    const { column } = this;
    const end = Math.min(to, from + rowsLookedAt);
    let repeats = 0;
    for (let index = from + 1; index < end; index++) {
      if (rows[index][column] === rows[index - 1][column]) repeats++;
    }
    return repeats * 2 > end - from;
  }

  /** Look up the first of each customer's rows alone. */
  private addFollowing(
    rows: readonly (readonly Cell[])[],
    from: number,
    to: number,
    firstRow: number,
    amounts: Float64Array,
    first: number,
  ): void {
    const { column } = this;
    const { room } = this.entries;
    let above: Cell = null;
    let codeAbove = noCustomer;
    for (let index = from; index < to; index++) {
      const entry = first + index - from;
      const cell = rows[index][column];
      const hasAmount = !Number.isNaN(amounts[entry]);
      const isAsAbove = hasAmount && codeAbove >= 0 && cell === above;
      const code = isAsAbove ? codeAbove : this.codeFor(rows[index], firstRow + index, hasAmount);
      room[entry] = code;
      above = cell;
      // A row without a name is that of its customer's number.
      codeAbove = isBlankCell(cell) ? noCustomer : code;
    }
  }

  /** @param inBatch where the row is among those whose names were looked up together; -1 where they were not */
  private codeFor(cells: readonly Cell[], row: number, hasAmount: boolean, inBatch = -1): number {
    const name = cells[this.column];
    const isUnnamed = isBlankCell(name);
    const cell = isUnnamed ? cells[this.numberColumn] : name;
    if (isErrorCell(cell)) {
      this.findings.add('errorCell', row, this.column, cell);
      return unreadableCustomer;
    }
    if (isUnnamed && isBlankCell(cell)) return noCustomer;
    const plain = plainText(cell);
    if (isOpeningText(plain)) return noCustomer;
    if (!hasAmount) return noAmount;
    const code = this.register.codeOf(cell, plain, isUnnamed || typeof cell !== 'string' ? -1 : inBatch);
    if (isUnnamed && this.column >= 0) this.unnamed.add(code);
    return code;
  }
}
