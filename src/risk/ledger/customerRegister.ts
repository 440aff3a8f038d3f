import type { Slices } from '../slices';
import { plainText, rawText } from './cell';
import { customerKey, looseCustomerKey } from './customerName';
import type { Cell } from './ledger';
import { noCode, TextCodes } from './textCodes';

const namesPerSlice = 1 << 12;

/** Names to codes: the same customer whatever its spaces, case and width. */
export class CustomerRegister {
  /** Code → name as first written, trimmed. */
  readonly names: string[] = [];
  /** By name as written, because most rows repeat it letter by letter, and by its key: what is a key already is its own. */
  private readonly codes = new TextCodes();

  /** Find the code of a customer cell, giving a new one to a new name. The cell must not be blank. */
  codeOf(cell: Cell): number {
    const text = typeof cell === 'string' ? cell : rawText(cell);
    const known = this.codes.find(text);
    if (known !== noCode) return known;
    const key = customerKey(text);
    const code = key === text ? noCode : this.codes.find(key);
    if (code !== noCode) {
      this.codes.set(text, code);
      return code;
    }
    this.codes.set(key, this.names.length);
    if (key !== text) this.codes.set(text, this.names.length);
    return this.names.push(text.trim()) - 1;
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
    this.codes.findAll(rows, from, to, column, found);
  }

  /** Tell whether a customer of this name has been seen. */
  has(name: string): boolean {
    return this.codes.find(customerKey(name)) !== noCode;
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
    const key = looseCustomerKey(plainText(names[index]!));
    const seenBefore = seen.size;
    seen.add(key);
    if (seen.size === seenBefore) later.push(index);
  }
  return later;
}
