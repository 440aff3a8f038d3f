import type { BookState } from '../bookState';
import { functionNamed, volatileFunctions } from '../formula/functions/catalogue';
import type { Node } from '../formula/syntax';
import type { Value } from '../formula/value';
import type { DefinedName } from '../types';
import { childrenOf, isFreeOf, readTree } from './precedents';

interface Known {
  readonly formula: string;
  readonly stamp: number;
  readonly value: Value;
}

/**
 * What defined names mean, worked out once while no cell changes: a highlight names the policy's cells in every row, and
 * each name is a search of its own.
 */
export class NameValues {
  readonly #known = new Map<DefinedName, Known>();
  readonly #steady = new Map<string, boolean>();

  constructor(private readonly state: BookState) {}

  /** The value of a name, from before where it cannot have changed since. */
  value(name: DefinedName, evaluate: () => Value): Value {
    if (!this.isSteady(name)) return evaluate();
    const stamp = this.state.clock.now;
    const known = this.#known.get(name);
    if (known?.stamp === stamp && known.formula === name.formula) return known.value;
    const value = evaluate();
    // Evaluating reads cells and changes none, so that the stamp from before still holds.
    this.#known.set(name, { formula: name.formula, stamp, value });
    return value;
  }

  /** True for a name that means the same from every cell, until a cell changes. */
  isSteady(name: DefinedName): boolean {
    const known = this.#steady.get(name.formula);
    if (known !== undefined) return known;
    const tree = readTree(name.formula);
    const isSteady = tree !== null && isFreeOf('row', tree) && isFreeOf('column', tree) && isPlain(tree);
    this.#steady.set(name.formula, isSteady);
    return isSteady;
  }

  /** Sheets, tables or names came, went or moved. */
  forget(): void {
    this.#known.clear();
    this.#steady.clear();
  }
}

/** Functions whose answer is about where they stand or about formulas, not about values. */
const placeFunctions: ReadonlySet<string> = new Set(['SHEET', 'SHEETS', 'FORMULATEXT', 'ISFORMULA']);

/** Nothing that the add-in answers, that depends on the sheet in front, or that each cell has to remember as its own. */
function isPlain(tree: Node): boolean {
  switch (tree.type) {
    case 'reference':
      return tree.sheet !== null;
    case 'range':
    case 'apply':
    case 'spill':
      return false;
    case 'unary':
      return tree.operator !== '@' && isPlain(tree.operand);
    case 'call': {
      const isKnown = functionNamed(tree.name) !== null && !volatileFunctions.has(tree.name);
      return isKnown && !placeFunctions.has(tree.name) && tree.args.every(isPlain);
    }
    default:
      return childrenOf(tree).every(isPlain);
  }
}
