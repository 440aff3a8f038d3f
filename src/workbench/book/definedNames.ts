import type { BookState } from './bookState';
import { BookError } from './refusals';
import { findTable, isValidName } from './tables';
import type { DefinedName, Sheet } from './types';

/** A defined name whose new formula reaches the cells that use it. */
export class BookName implements DefinedName {
  visible = true;
  comment = '';
  #formula: string;

  constructor(
    readonly name: string,
    formula: string,
    readonly scope: string | null,
    private readonly changed: (name: string) => void,
  ) {
    this.#formula = withEqualsSign(formula);
  }

  get formula(): string {
    return this.#formula;
  }

  set formula(formula: string) {
    this.#formula = withEqualsSign(formula);
    this.changed(this.name);
  }

  /** Take a formula whose references were only moved along: nothing is calculated. */
  moveFormula(formula: string): void {
    this.#formula = formula;
  }
}

export function assertFreeScopedName(state: BookState, name: string, scope: Sheet | null): void {
  if (!isValidName(name)) throw new BookError('nameInvalid', name);
  const wanted = name.toLowerCase();
  const isTaken =
    state.names.some(each => each.scope === (scope?.id ?? null) && each.name.toLowerCase() === wanted) ||
    (scope === null && findTable(state, name) !== null);
  if (isTaken) throw new BookError('nameTaken', name);
}

/** The name a formula on the sheet means: the sheet's own first, then the workbook's. */
export function findName(state: BookState, name: string, sheetId: string | null): DefinedName | null {
  const wanted = name.toLowerCase();
  let found: DefinedName | null = null;
  for (const each of state.names) {
    // Every function of every formula is looked for among all names: their lengths tell most apart.
    if (each.name.length !== name.length || each.name.toLowerCase() !== wanted) continue;
    if (each.scope === sheetId) return each;
    if (each.scope === null) found = each;
  }
  return found;
}

function withEqualsSign(formula: string): string {
  return formula.startsWith('=') ? formula : `=${formula}`;
}
