import type { Slices } from '../../slices';
import { plainText, rawText } from '../cell';
import { customerKey, looseCustomerKey } from '../cells/customerName';
import type { Cell } from '../ledger';
import { CustomerKeys } from './customerKeys';
import { noCode, TextCodes } from './textCodes';

const namesPerSlice = 1 << 12;

/** Names to codes: the same customer whatever its spaces, case and width. */
export class CustomerRegister {
  /** Code → name as first written, trimmed. */
  readonly names: string[] = [];
  /** Most rows repeat a name letter by letter; folding it once is enough. */
  private readonly codeByText = new TextCodes();
  private readonly codeByKey = new CustomerKeys(this.names);

  /** Find the code of a customer cell, giving a new one to a new name. The cell must not be blank. */
  codeOf(cell: Cell): number {
    const text = typeof cell === 'string' ? cell : rawText(cell);
    const known = this.codeByText.find(text);
    if (known !== noCode) return known;
    const code = this.codeOfNewText(text);
    this.codeByText.set(code);
    return code;
  }

  /**
   * Find the codes of names that came before letter by letter in one column of `rows[from] … rows[to − 1]`, at most 256 of them.
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
  private codeOfNewText(text: string): number {
    const next = this.names.length;
    const code = this.codeByKey.findOrSet(customerKey(text), next);
    if (code === next) this.names.push(text.trim());
    return code;
  }
}

/**
 * Find names that are probably one customer written differently (punctuation, 有限公司, Co., Ltd.): the indexes of every name whose
 * like came before it. Nothing is merged.
 *
 * @example finishSlices(sameCustomerOtherName(['Acme Co., Ltd.', 'Beta', 'ACME LTD'])) //=> [2]
 */
export function* sameCustomerOtherName(names: readonly string[]): Slices<readonly number[]> {
  const seen = new Set<string>();
  const later: number[] = [];
  for (let index = 0; index < names.length; index++) {
    if (index % namesPerSlice === namesPerSlice - 1) yield;
    const key = looseCustomerKey(plainText(names[index]));
    const seenBefore = seen.size;
    seen.add(key);
    if (seen.size === seenBefore) later.push(index);
  }
  return later;
}
