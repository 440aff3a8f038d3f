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
  /** Most rows repeat a name letter by letter; folding it once is enough. */
  private readonly codeByText = new TextCodes();
  /** Only keys that are not written like that: apart, because what every row looks up should be small enough to stay near the processor. */
  private readonly codeByKey = new TextCodes();

  /** Find the code of a customer cell, giving a new one to a new name. The cell must not be blank. */
  codeOf(cell: Cell): number {
    const text = typeof cell === 'string' ? cell : rawText(cell);
    return this.codeByText.findOrSet(text, this.codeOfNewText);
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
    const key = customerKey(name);
    return this.codeByKey.find(key) !== noCode || this.codeByText.find(key) !== noCode;
  }

  private readonly codeOfNewText = (text: string): number => {
    const key = customerKey(text);
    // A text that is its own key is new: only another text can have led to that key before.
    if (key === text) return this.codeOr(this.codeByKey.find(key), text);
    return this.codeByKey.findOrSet(key, () => this.codeOr(this.codeByText.find(key), text));
  };

  private codeOr(known: number, text: string): number {
    return known === noCode ? this.names.push(text.trim()) - 1 : known;
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
