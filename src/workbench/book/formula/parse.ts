import { errorFromCode, errors } from '../errorValue';
import type { CellValue } from '../types';
import { parseStructured } from './structuredReference';
import type { BinaryOperator, Node } from './syntax';
import { FormulaSyntaxError, type Token, tokenize } from './token';

/** How tightly a binary operator binds; a sign in front and `%` bind tighter than all of them, as in Excel. */
const strengths: Readonly<Record<string, number>> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '<=': 1,
  '>': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
};

const known = new Map<string, Node>();
const mostKnown = 200_000;

/**
 * Read a formula into its tree. Trees are kept by text, since sheets repeat formulas.
 *
 * @throws FormulaSyntaxError where the text is no formula.
 */
export function parseFormula(text: string): Node {
  const found = known.get(text);
  if (found) return found;
  const node = new Parser(tokenize(text)).formula();
  if (known.size >= mostKnown) known.clear();
  known.set(text, node);
  return node;
}

class Parser {
  #position = 0;
  #calls = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  formula(): Node {
    const node = this.#expression(0);
    if (this.#token.kind !== 'end') this.#fail('Something stands after the end of the formula.');
    return node;
  }

  get #token(): Token {
    return this.tokens[this.#position];
  }

  /** A Pratt loop: operators at least as strong as asked for take what was read as their left side. */
  #expression(strength: number): Node {
    let left = this.#prefixed();
    for (;;) {
      const operator = this.#token.kind === 'symbol' ? this.#token.symbol : '';
      const own = strengths[operator] ?? 0;
      if (own === 0 || own <= strength) return left;
      this.#position++;
      left = { type: 'binary', operator: operator as BinaryOperator, left, right: this.#expression(own) };
    }
  }

  #prefixed(): Node {
    for (const operator of ['-', '+', '@'] as const) {
      if (this.#takes(operator)) return { type: 'unary', operator, operand: this.#prefixed() };
    }
    let node = this.#references();
    while (this.#takes('%')) node = { type: 'unary', operator: '%', operand: node };
    return node;
  }

  #references(): Node {
    let left = this.#range();
    while (this.#token.isSpaced && this.#beginsReference()) {
      left = { type: 'intersection', left, right: this.#range() };
    }
    return left;
  }

  #beginsReference(): boolean {
    return ['reference', 'name', 'structured'].includes(this.#token.kind);
  }

  #range(): Node {
    let left = this.#suffixed();
    while (this.#takes(':')) left = { type: 'range', left, right: this.#suffixed() };
    return left;
  }

  #suffixed(): Node {
    let node = this.#primary();
    for (;;) {
      if (this.#takes('#')) node = { type: 'spill', anchor: node };
      else if (this.#isSymbol('(') && !this.#token.isSpaced && canBeApplied(node)) {
        this.#position++;
        node = { type: 'apply', target: node, args: this.#argumentsUntilClosed() };
      } else return node;
    }
  }

  #primary(): Node {
    const token = this.#token;
    this.#position++;
    switch (token.kind) {
      case 'number':
      case 'text':
        return { type: 'constant', value: token.value };
      case 'error':
        return { type: 'constant', value: errorFromCode(token.code) ?? errors.value };
      case 'reference':
        return { type: 'reference', sheet: token.sheet, written: token.written };
      case 'name':
        return nameOrBoolean(token.name, token.sheet);
      case 'structured':
        return { type: 'structured', part: parseStructured(token.table, token.inside, token.start) };
      case 'function':
        return this.#call(token.name);
      case 'symbol':
        if (token.symbol === '(') return this.#parentheses();
        if (token.symbol === '{') return this.#array();
    }
    this.#position--;
    return this.#fail('A value is missing.');
  }

  #call(name: string): Node {
    const ordinal = this.#calls++;
    this.#position++;
    const args = this.#argumentsUntilClosed();
    const plain = name
      .toUpperCase()
      .replace(/^_XLFN\./, '')
      .replace(/^_XLWS\./, '');
    return { type: 'call', name: plain, args, ordinal };
  }

  #argumentsUntilClosed(): Node[] {
    const args: Node[] = [];
    if (this.#takes(')')) return args;
    for (;;) {
      const isMissing = this.#isSymbol(',') || this.#isSymbol(')');
      args.push(isMissing ? { type: 'missing' } : this.#expression(0));
      if (this.#takes(')')) return args;
      this.#expect(',');
    }
  }

  #parentheses(): Node {
    const parts = [this.#expression(0)];
    while (this.#takes(',')) parts.push(this.#expression(0));
    this.#expect(')');
    return parts.length === 1 ? parts[0] : { type: 'union', parts };
  }

  #array(): Node {
    const rows: CellValue[][] = [[]];
    for (;;) {
      rows.at(-1)!.push(this.#arrayItem());
      if (this.#takes('}')) break;
      if (this.#takes(';')) rows.push([]);
      else this.#expect(',');
    }
    if (rows.some(row => row.length !== rows[0].length)) this.#fail('The rows of an array differ in length.');
    return { type: 'array', rows };
  }

  #arrayItem(): CellValue {
    const isNegative = this.#takes('-');
    if (!isNegative) this.#takes('+');
    const node = this.#primary();
    if (node.type !== 'constant') return this.#fail('An array holds constants only.');
    return isNegative ? -Number(node.value) : node.value;
  }

  #isSymbol(symbol: string): boolean {
    return this.#token.kind === 'symbol' && this.#token.symbol === symbol;
  }

  #takes(symbol: string): boolean {
    const isNext = this.#isSymbol(symbol);
    if (isNext) this.#position++;
    return isNext;
  }

  #expect(symbol: string): void {
    if (!this.#takes(symbol)) this.#fail(`A "${symbol}" is missing.`);
  }

  #fail(message: string): never {
    throw new FormulaSyntaxError(message, this.#token.start);
  }
}

function nameOrBoolean(name: string, sheet: string | null): Node {
  if (sheet === null && /^(true|false)$/i.test(name)) {
    return { type: 'constant', value: name.toLowerCase() === 'true' };
  }
  return { type: 'name', sheet, name: name.replace(/^_xlpm\./i, '') };
}

function canBeApplied(node: Node): boolean {
  return node.type === 'call' || node.type === 'apply';
}
