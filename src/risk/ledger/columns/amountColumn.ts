import { isBlankCell, isErrorCell } from '../cell';
import { type DecimalMark, isAmountNumber, readAmount, readAmountText } from '../cells/readAmount';
import type { FindingLog } from '../findings/findingLog';
import type { Cell } from '../ledger';
import { growingFloats, growingIntegers } from './growingColumn';

/** What an export to text writes for nearly every amount; reading these takes no parser. */
const plainNumber = /^-?\d{1,30}(?:\.\d\d?)?$/;

/**
 * One column of amounts, collected row by row. Texts such as `1.234` wait until the whole column has been seen: beside `99,50`
 * they are thousands, beside `99.50` a fraction.
 */
export class AmountColumn {
  readonly amounts = growingFloats();
  private readonly unread = growingIntegers();
  private readonly waiting: { readonly index: number; readonly text: string }[] = [];
  private pointCount = 0;
  private commaCount = 0;
  /** What the rest of the sheet says, where the column does not. */
  private neighbourMark: DecimalMark | null = null;

  constructor(
    readonly column: number,
    private readonly findings: FindingLog,
    /** What one of the amounts is in units of its currency: 10,000 for 万元. */
    private readonly unit = 1,
  ) {}

  /** Take the cell of one row; an empty or unreadable one becomes NaN, the latter with a finding. */
  add(cell: Cell, row: number): void {
    if (typeof cell === 'number') {
      if (isAmountNumber(cell)) this.amounts.push(readAmount(cell));
      else this.addUnreadable('unreadableAmount', cell, row);
    } else if (isBlankCell(cell)) {
      this.amounts.push(Number.NaN);
    } else if (isErrorCell(cell)) {
      this.addUnreadable('errorCell', cell, row);
    } else {
      this.addText(cell, row);
    }
  }

  /** Take the cells of `rows[from] … rows[to − 1]`; `firstRow` is the sheet's row of `rows[0]`. */
  addRows(rows: readonly (readonly Cell[])[], from: number, to: number, firstRow: number): void {
    let next = from;
    while (next < to) {
      next = this.addNumbers(rows, next, to);
      if (next === to) return;
      this.add(rows[next][this.column], firstRow + next);
      next++;
    }
  }

  /** Take numbers and empty cells, which need no reading; stops at the first other cell and tells where. */
  private addNumbers(rows: readonly (readonly Cell[])[], from: number, to: number): number {
    const { column } = this;
    const first = this.amounts.extend(to - from);
    const { room } = this.amounts;
    let index = from;
    for (; index < to; index++) {
      const cell = rows[index][column];
      if (typeof cell === 'number' && isAmountNumber(cell)) room[first + index - from] = cell;
      else if (cell === '' || cell === null) room[first + index - from] = Number.NaN;
      else break;
    }
    this.amounts.length = first + index - from;
    return index;
  }

  private addText(cell: Cell, row: number): void {
    if (typeof cell === 'string' && plainNumber.test(cell)) {
      this.findings.add('textAmount', row, this.column, cell);
      if (cell.includes('.')) this.pointCount++;
      this.amounts.push(Number(cell));
      return;
    }
    const { amount, provenMark, isAmbiguous } = readAmountText(cell);
    if (Number.isNaN(amount)) {
      this.addUnreadable('unreadableAmount', cell, row);
      return;
    }
    this.findings.add('textAmount', row, this.column, cell);
    if (provenMark === '.') this.pointCount++;
    else if (provenMark === ',') this.commaCount++;
    else if (isAmbiguous) this.waiting.push({ index: this.amounts.length, text: String(cell) });
    this.amounts.push(amount);
  }

  private addUnreadable(kind: 'unreadableAmount' | 'errorCell', cell: Cell, row: number): void {
    this.findings.add(kind, row, this.column, cell);
    this.unread.push(this.amounts.length);
    this.amounts.push(Number.NaN);
  }

  /** Entries whose cell is not blank and no amount. */
  get unreadable(): Int32Array {
    return this.unread.values;
  }

  /**
   * Read the texts that waited by the decimal mark that most of the column's texts prove, else by that of the rest of the sheet (`neighbourMark`), and bring
   * all to units of the currency. Where a mark in `1,234` and one in `1.234` wait both, the rest of the sheet says nothing.
   */
  settle(neighbourMark: DecimalMark | null = null): void {
    const values = this.amounts.values;
    const isOfOneKind = this.waiting.every(({ text }) => text.includes('.'));
    if (this.hasNoProof && isOfOneKind && this.unit === 1) this.neighbourMark = neighbourMark;
    const mark = this.decimalMark;
    for (const { index, text } of this.waiting) values[index] = readAmount(text, mark);
    if (this.unit === 1) return;
    // Without what binary fractions add: 1.1 times 10,000 is 11,000.000000000002.
    for (let index = 0; index < values.length; index++)
      values[index] = Number((values[index] * this.unit).toPrecision(15));
  }

  /** The decimal mark that texts of the column prove and none contradicts; `null` where there is none. */
  get provenMark(): DecimalMark | null {
    return this.pointCount > 0 && this.commaCount > 0 ? null : this.decimalMark;
  }

  /** Whether the mark is that of the rest of the sheet. */
  get isByNeighbour(): boolean {
    return this.neighbourMark !== null;
  }

  /** Entries of texts such as `1.234` of which the column does not tell whether they are thousands or a fraction; a comma is taken for thousands. */
  get undecided(): readonly number[] {
    if (this.decimalMark !== null) return [];
    return this.waiting.filter(({ text }) => text.includes('.')).map(({ index }) => index);
  }

  private get hasNoProof(): boolean {
    return this.pointCount === 0 && this.commaCount === 0;
  }

  private get decimalMark(): DecimalMark | null {
    if (this.hasNoProof) return this.neighbourMark;
    if (this.pointCount === this.commaCount) return null;
    return this.pointCount > this.commaCount ? '.' : ',';
  }
}

/**
 * Settle all amounts of a sheet: a column whose texts do not tell their decimal mark takes the one that other columns prove, else the one that the sheet is
 * written with.
 *
 * @param sheetMark what dates and headers say, `null` where they do not
 */
export function settleAmountColumns(columns: readonly AmountColumn[], sheetMark: DecimalMark | null): void {
  const proven = new Set(columns.map(column => column.provenMark).filter(mark => mark !== null));
  const [mark = sheetMark] = proven;
  for (const column of columns) column.settle(proven.size > 1 ? null : mark);
}
