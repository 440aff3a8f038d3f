import { isBlankCell, isErrorCell } from '../cell';
import { isOpeningLabel } from '../cells/periodRow';
import type { FindingLog } from '../findings/findingLog';
import type { Cell } from '../ledger';
import { CustomerRegister } from './customerRegister';
import { growingIntegers } from './growingColumn';
import { noCode } from './textCodes';

/** In place of a customer code: nothing there, an error there, or an amount that cannot be placed. */
export const noCustomer = -1;
const unreadableCustomer = -2;
const noAmount = -3;

/** Rows whose names are looked up together. */
const rowsTogether = 256;

/** Whose each row is: a customer code, or why the row has none. */
export class CustomerColumn {
  readonly register = new CustomerRegister();
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

  private addBatch(
    rows: readonly (readonly Cell[])[],
    from: number,
    to: number,
    firstRow: number,
    amounts: Float64Array,
  ): void {
    const first = this.entries.extend(to - from);
    const { room } = this.entries;
    const { found } = this;
    this.register.findAll(rows, from, to, this.column, found);
    for (let index = from; index < to; index++) {
      const entry = first + index - from;
      const code = found[index - from];
      const hasAmount = !Number.isNaN(amounts[entry]);
      room[entry] =
        code !== noCode && hasAmount ? code : this.codeFor(rows[index], firstRow + index, hasAmount);
    }
  }

  private codeFor(cells: readonly Cell[], row: number, hasAmount: boolean): number {
    const name = cells[this.column];
    const cell = isBlankCell(name) ? cells[this.numberColumn] : name;
    if (isErrorCell(cell)) {
      this.findings.add('errorCell', row, this.column, cell);
      return unreadableCustomer;
    }
    if (isBlankCell(cell) || isOpeningLabel(cell)) return noCustomer;
    return hasAmount ? this.register.codeOf(cell) : noAmount;
  }
}
