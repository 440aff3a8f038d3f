import { customerKey } from '../cells/customerName';
import { numberKey, numberText, writeNumbers } from '../cells/customerNumber';
import type { FindingLog } from '../findings/findingLog';
import type { Cell, SaidOfCustomers } from '../ledger';

/** In place of a customer: nobody, or several. */
const nobody = -1;
const several = -2;

/** The numbers that rows say beside the names of their customers. */
export class CustomerNumbers {
  /** By customer code: the cell in the row of the customer before, which most rows repeat. */
  private readonly above: Cell[] = [];
  /** By customer code: the first number, `''` where no row has one. */
  private readonly first: string[] = [];
  /** By customer code all of them, by `numberKey`, where there are several. */
  private readonly all = new Map<number, Map<string, string>>();
  private readonly uneven = new Set<number>();

  /** @param column zero-based within the block */
  constructor(
    private readonly column: number,
    private readonly findings: FindingLog,
  ) {}

  /**
   * Take the cells of `rows[from] … rows[to − 1]`.
   *
   * @param firstRow the sheet's row of `rows[0]`
   * @param codes whose each row is, below 0 where nobody's
   * @param firstCode place of the first row's
   */
  addRows(
    rows: readonly (readonly Cell[])[],
    from: number,
    to: number,
    firstRow: number,
    codes: Int32Array,
    firstCode: number,
  ): void {
    const { column, above } = this;
    for (let index = from; index < to; index++) {
      const code = codes[firstCode + index - from];
      const cell = rows[index][column];
      if (code < 0 || (cell === above[code] && cell !== undefined)) continue;
      this.take(code, cell ?? null, firstRow + index);
    }
  }

  private take(code: number, cell: Cell, row: number): void {
    const number = numberText(cell);
    const known = this.first[code];
    this.above[code] = cell;
    if (known === undefined) {
      this.first[code] = number;
      return;
    }
    if (number === known) return;
    this.uneven.add(code);
    if (number === '') return;
    if (known === '') this.first[code] = number;
    else this.addFurther(code, known, number, row);
  }

  /** Take one that is written otherwise than the first: another one, or the same with more or fewer zeros before it. */
  private addFurther(code: number, first: string, number: string, row: number): void {
    const numbers = this.all.get(code) ?? new Map([[numberKey(first), first]]);
    this.all.set(code, numbers);
    const key = numberKey(number);
    const known = numbers.get(key);
    // The zeros that one row has are those that Excel took from the other.
    if (known === undefined || number.length > known.length) numbers.set(key, number);
    if (known === undefined && numbers.size === 2)
      this.findings.add('severalNumbers', row, this.column, number);
  }

  /**
   * Say the number of each customer, all of them where there are several.
   *
   * @param codes of the customers, in the order asked for
   */
  said(codes: ArrayLike<number>): SaidOfCustomers {
    const words = Array.from(codes, code => this.numberOf(code));
    const uneven = new Set<number>();
    for (let index = 0; index < codes.length && this.uneven.size > 0; index++)
      if (this.uneven.has(codes[index])) uneven.add(index);
    return { words, uneven };
  }

  private numberOf(code: number): string {
    const numbers = this.all.get(code);
    return numbers === undefined ? (this.first[code] ?? '') : writeNumbers([...numbers.values()]);
  }

  /**
   * Find the customers that rows without a name belong to: those who have the number that stands for the name, where only one has.
   *
   * @param names by customer code
   * @param unnamed codes of customers that rows name by their number alone
   * @returns By code, that of the named customer.
   */
  ownersOf(names: readonly string[], unnamed: ReadonlySet<number>): ReadonlyMap<number, number> {
    const byNumber = new Map<string, number>();
    for (let code = 0; code < this.first.length; code++) {
      if (unnamed.has(code)) continue;
      const numbers = this.all.get(code)?.values() ?? [this.first[code] ?? ''];
      for (const number of numbers) {
        const key = customerKey(number);
        if (key !== '') byNumber.set(key, byNumber.has(key) ? several : code);
      }
    }
    const owners = new Map<number, number>();
    for (const code of unnamed) {
      const owner = byNumber.get(customerKey(names[code])) ?? nobody;
      if (owner >= 0) owners.set(code, owner);
    }
    return owners;
  }
}
