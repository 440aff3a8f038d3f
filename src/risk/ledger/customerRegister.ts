import { plainText } from './cell';
import { customerKey, looseCustomerKey } from './customerName';

/** Names to codes: the same customer whatever its spaces, case and width. */
export class CustomerRegister {
  /** Code → name as first written, trimmed. */
  readonly names: string[] = [];
  private readonly codeByText = new Map<unknown, number>();
  private readonly codeByKey = new Map<string, number>();

  /** Find the code of a customer cell, giving a new one to a new name. The cell must not be blank. */
  codeOf(cell: unknown): number {
    // Most rows repeat a name letter by letter; folding it once is enough.
    const known = this.codeByText.get(cell);
    if (known !== undefined) return known;
    const key = customerKey(cell);
    let code = this.codeByKey.get(key);
    if (code === undefined) {
      code = this.names.length;
      this.names.push(String(cell).trim());
      this.codeByKey.set(key, code);
    }
    this.codeByText.set(cell, code);
    return code;
  }

  /** The code of a cell that came before letter by letter, `undefined` for any other. */
  knownCode(cell: unknown): number | undefined {
    return this.codeByText.get(cell);
  }

  /** Tell whether a customer of this name has been seen. */
  has(name: string): boolean {
    return this.codeByKey.has(customerKey(name));
  }
}

/**
 * Find names that are probably one customer written differently (punctuation, 有限公司, Co., Ltd.): the indexes of every name whose
 * like came before it. Nothing is merged.
 *
 * @example sameCustomerOtherName(['Acme Co., Ltd.', 'Beta', 'ACME LTD']) //=> [2]
 */
export function sameCustomerOtherName(names: readonly string[]): number[] {
  const seen = new Set<string>();
  const later: number[] = [];
  names.forEach((name, index) => {
    const key = looseCustomerKey(plainText(name));
    if (seen.has(key)) later.push(index);
    seen.add(key);
  });
  return later;
}
