import type { BookState } from '../bookState';
import { findName } from '../definedNames';
import { volatileFunctions } from '../formula/functions/catalogue';
import { parseFormula } from '../formula/parse';
import { resolveReference, resolveStructured, type Standpoint } from '../formula/resolve';
import type { Node } from '../formula/syntax';
import { Reference } from '../formula/value';
import { findTable, tableAt } from '../tables';

/** What a formula reads, as far as its text tells. */
export interface Precedents {
  readonly references: readonly Reference[];
  /** Names, tables and sheets mentioned, in lower case; sheets with a `!` behind. */
  readonly mentions: ReadonlySet<string>;
  readonly isVolatile: boolean;
}

/** Collect what a formula reads; names and tables are followed to their cells. */
export function collectPrecedents(tree: Node, at: Standpoint): Precedents {
  const collector = new Collector(at.state);
  collector.visit(tree, at);
  return collector;
}

class Collector implements Precedents {
  readonly references: Reference[] = [];
  readonly mentions = new Set<string>();
  isVolatile = false;
  readonly #followed = new Set<string>();

  constructor(private readonly state: BookState) {}

  visit(node: Node, at: Standpoint): void {
    switch (node.type) {
      case 'reference':
        if (node.sheet !== null) this.mentions.add(`${node.sheet.toLowerCase()}!`);
        this.#add(resolveReference(node.written, node.sheet, at));
        return;
      case 'structured':
        this.#table(node.part.table, at);
        this.#add(resolveStructured(node.part, at));
        return;
      case 'name':
        this.#name(node.name, node.sheet, at);
        return;
      case 'call':
        if (volatileFunctions.has(node.name)) this.isVolatile = true;
        this.#name(node.name, null, at);
        for (const arg of node.args) this.visit(arg, at);
        return;
      default:
        for (const child of childrenOf(node)) this.visit(child, at);
    }
  }

  #add(reference: unknown): void {
    if (reference instanceof Reference) this.references.push(reference);
  }

  /** A table is read at its headers too: they decide which column is meant. */
  #table(written: string, at: Standpoint): void {
    const name = written === '' ? (tableAt(at.sheet, at.row, at.column)?.name ?? '') : written;
    if (name === '') return;
    this.mentions.add(name.toLowerCase());
    const found = findTable(at.state, name);
    if (found) this.references.push(new Reference(found.sheet, { ...found.table.area, rowCount: 1 }));
  }

  #name(name: string, sheetName: string | null, at: Standpoint): void {
    this.mentions.add(name.toLowerCase());
    const sheet = sheetName === null ? at.sheet : this.state.sheetByName(sheetName);
    if (sheetName !== null) this.mentions.add(`${sheetName.toLowerCase()}!`);
    const found = sheet ? findName(this.state, name, sheet.id) : null;
    if (!found) {
      const table = findTable(this.state, name);
      if (table) this.#add(resolveStructured({ table: name, rows: [], columns: null }, at));
      return;
    }
    const key = `${found.scope}!${found.name}`;
    if (this.#followed.has(key)) return;
    this.#followed.add(key);
    const tree = readTree(found.formula);
    if (tree) this.visit(tree, { ...at, shiftRow: at.row, shiftColumn: at.column });
  }
}

/** The tree of a formula, or null where the text is none. */
export function readTree(formula: string): Node | null {
  try {
    return parseFormula(formula);
  } catch {
    return null;
  }
}

/** The parts of a tree's node that are trees themselves. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.type) {
    case 'spill':
      return [node.anchor];
    case 'range':
    case 'intersection':
    case 'binary':
      return [node.left, node.right];
    case 'union':
      return node.parts;
    case 'unary':
      return [node.operand];
    case 'call':
      return node.args;
    case 'apply':
      return [node.target, ...node.args];
    default:
      return [];
  }
}

/** True when a formula reads the same cells from every column (or row) it is moved to. */
export function isFreeOf(axis: 'row' | 'column', tree: Node): boolean {
  if (tree.type === 'reference') {
    const { from, to } = tree.written;
    return axis === 'column' ? from.isColumnFixed && to.isColumnFixed : from.isRowFixed && to.isRowFixed;
  }
  if (tree.type === 'name' || tree.type === 'structured') return false;
  if (tree.type === 'call' && (['ROW', 'COLUMN'].includes(tree.name) || volatileFunctions.has(tree.name))) {
    return false;
  }
  return childrenOf(tree).every(child => isFreeOf(axis, child));
}
