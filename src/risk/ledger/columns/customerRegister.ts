import type { Slices } from '../../slices';
import { plainText, rawText } from '../cell';
import { customerKey, keyOfPlain, looseCustomerKey } from '../cells/customerName';
import { areTwoCustomers, betweenNumbers, numbersIn } from '../cells/customerNumber';
import type { Cell } from '../ledger';
import { CustomerKeys } from './customerKeys';
import { noCode, TextCodes } from './textCodes';

const namesPerSlice = 1 << 12;

/** Names to codes: the same customer whatever its spaces, case and width. */
export class CustomerRegister {
  /** Code → name as first written, trimmed. */
  readonly names: string[] = [];
  /** Most rows repeat a name as it was written; folding it once is enough. */
  private readonly codeByText = new TextCodes();
  private readonly codeByKey = new CustomerKeys(this.names);

  /**
   * Find the code of a customer cell, giving a new one to a new name. The cell must not be blank.
   *
   * @param plain its plain text
   * @param inBatch where it was among those that `findAll` looked for last; -1 where it was none of them
   */
  codeOf(cell: Cell, plain = plainText(cell), inBatch = -1): number {
    const text = typeof cell === 'string' ? cell : rawText(cell);
    const known = inBatch < 0 ? this.codeByText.find(text) : this.codeByText.findAgain(inBatch);
    if (known !== noCode) return known;
    const code = this.codeOfNewText(text, plain);
    this.codeByText.set(code);
    return code;
  }

  /**
   * Find the codes of names that came before as they are written in one column of `rows[from] … rows[to − 1]`, at most 256 of them.
   *
   * @param found where the codes go, `noCode` for other cells
   */
  findAll(
    rows: readonly (readonly Cell[])[],
    from: number,
    to: number,
    column: number,
    found: Int32Array,
  ): void {
    this.codeByText.findAll(rows, from, to, column, found);
  }

  /** Tell whether a customer of this name has been seen. */
  has(name: string): boolean {
    return this.codeByKey.find(customerKey(name)) !== noCode;
  }

  // A method, not a function that each register has of its own: what an engine made fast by calling such a one is made slow again with
  // every new register, which took a twentieth of reading.
  private codeOfNewText(text: string, plain: string): number {
    const next = this.names.length;
    const code = this.codeByKey.findOrSet(keyOfPlain(plain), next);
    if (code === next) this.names.push(text.trim());
    return code;
  }
}

/**
 * Find names that are probably one customer: written differently (punctuation, 有限公司, Co., Ltd.) and with no two numbers, or with the same number.
 * Nothing is merged.
 *
 * @param numbers Of each, as `writeNumbers` writes them; where absent, none has one.
 * @returns The indexes of every name whose like came before it.
 * @example finishSlices(sameCustomerOtherName(['Acme Co., Ltd.', 'Beta', 'ACME LTD'])) //=> [2]
 */
export function* sameCustomerOtherName(
  names: readonly string[],
  numbers?: readonly string[],
): Slices<readonly number[]> {
  const seen = new SeenCustomers();
  const later: number[] = [];
  for (let index = 0; index < names.length; index++) {
    if (index % namesPerSlice === namesPerSlice - 1) yield;
    if (seen.hasLikeOf(looseCustomerKey(plainText(names[index])), numbers?.[index] ?? '')) later.push(index);
  }
  return later;
}

/** Customers that came before, by name and number. */
class SeenCustomers {
  /** By loose name their numbers, written together; `''` where one of them has none. */
  private readonly numbersOfName = new Map<string, string>();
  private readonly numbers = new Set<string>();

  /** Tell whether one of them is probably the same customer, and remember this one as well. */
  hasLikeOf(name: string, written: string): boolean {
    const before = this.numbersOfName.get(name);
    const isNamedAlike = before !== undefined && !areTwoCustomers(written, before);
    const isUnknown = written === '' || before === '';
    this.numbersOfName.set(
      name,
      isUnknown ? '' : before === undefined ? written : `${before}${betweenNumbers}${written}`,
    );
    const numbers = numbersIn(written).map(customerKey);
    const isNumberedAlike = numbers.some(number => this.numbers.has(number));
    for (const number of numbers) this.numbers.add(number);
    return isNamedAlike || isNumberedAlike;
  }
}
