import { isBlankCell, isErrorCell } from './cell';
import { CustomerRegister } from './customerRegister';
import type { FindingLog } from './findingLog';
import { growingIntegers } from './growingColumn';
import type { Cell } from './ledger';

/** In place of a customer code: nothing there, an error there, or an amount that cannot be placed. */
export const noCustomer = -1;
export const unreadableCustomer = -2;
export const noAmount = -3;

/** Whose each row is: a customer code, or why the row has none. */
export class CustomerColumn {
  readonly register = new CustomerRegister();
  private readonly entries = growingIntegers();

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

  reserve(capacity: number): void {
    this.entries.reserve(capacity);
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
    const { column, register } = this;
    const first = this.entries.extend(to - from);
    const { room } = this.entries;
    let above: Cell = null;
    let codeAbove = 0;
    for (let index = from; index < to; index++) {
      const entry = first + index - from;
      const cell = rows[index]![column];
      if (cell !== above || above === null) {
        const known = register.knownCode(cell);
        above = known === undefined ? null : cell;
        codeAbove = known ?? 0;
      }
      const hasAmount = !Number.isNaN(amounts[entry]!);
      room[entry] =
        above !== null && hasAmount ? codeAbove : this.codeFor(rows[index]!, firstRow + index, hasAmount);
    }
  }

  private codeFor(cells: readonly Cell[], row: number, hasAmount: boolean): number {
    const name = cells[this.column];
    const cell = isBlankCell(name) ? cells[this.numberColumn] : name;
    if (isErrorCell(cell)) {
      this.findings.add('errorCell', row, this.column, cell);
      return unreadableCustomer;
    }
    if (isBlankCell(cell)) return noCustomer;
    return hasAmount ? this.register.codeOf(cell) : noAmount;
  }
}
