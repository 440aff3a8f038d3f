import { cellArea, containsCell, intersects } from '../address';
import { type BookSheet, cellKey } from '../bookSheet';
import type { BookState } from '../bookState';
import { errors, isError } from '../errorValue';
import { evaluate } from '../formula/evaluate';
import { plainArgument } from '../formula/functions/definition';
import { parseFormula } from '../formula/parse';
import type { Scope } from '../formula/scope';
import type { Node } from '../formula/syntax';
import { FormulaSyntaxError } from '../formula/token';
import { Failure, Matrix, type Reference, type Value } from '../formula/value';
import type { Area, CellValue, CustomFunctionProvider, ErrorValue, Sheet } from '../types';
import { conditionInputs, inputKey } from './conditionInputs';
import { CustomCalls } from './customCalls';
import { DependencyGraph } from './dependencyGraph';
import { type ArraySize, FormulaCell, isInPlace } from './formulaCell';
import { NameValues } from './nameValues';
import { orderOfEvaluation } from './order';
import { collectPrecedents, isFreeOf, readTree } from './precedents';
import { RangeReader } from './rangeReader';
import { clearSpill, storeResult } from './spilling';

/** Spills and found references may need another pass; formulas that never come to rest must end too. */
const mostPasses = 60;

/** What a condition came to since a cell last changed, by what decides it. */
interface KnownCondition {
  readonly stamp: number;
  readonly inputs: ReturnType<typeof conditionInputs>;
  readonly results: Map<string, boolean>;
}

/** Keeps every formula's value right: what is dirty is evaluated, in order, and nothing else. */
export class Calculation {
  readonly #graph = new DependencyGraph();
  readonly #reader: RangeReader;
  readonly #names: NameValues;
  readonly #calls: CustomCalls;
  readonly #dirty = new Set<FormulaCell>();
  readonly #volatile = new Set<FormulaCell>();
  readonly #conditions = new Map<string, KnownCondition>();
  #suspensions = 0;
  #isFlushPlanned = false;
  #isRunning = false;
  #whenIdle: (() => void)[] = [];

  constructor(readonly state: BookState) {
    this.#reader = new RangeReader(state);
    this.#names = new NameValues(state);
    this.#calls = new CustomCalls(cell => this.#answered(cell));
  }

  get provider(): CustomFunctionProvider | null {
    return this.#calls.provider;
  }

  set provider(provider: CustomFunctionProvider | null) {
    for (const cell of this.#calls.replaceProvider(provider, this.#allCells())) this.#dirty.add(cell);
    this.run();
    this.#settleIfIdle();
  }

  get isCalculating(): boolean {
    return this.#calls.openCount > 0 || this.#isFlushPlanned;
  }

  /** Put a formula into a cell in place of what is there. It is evaluated at the next run. */
  setFormula(
    sheet: BookSheet,
    row: number,
    column: number,
    text: string,
    array: ArraySize | null = null,
  ): void {
    this.removeFormula(sheet, row, column);
    const cell = new FormulaCell(sheet, row, column, text);
    cell.array = array;
    sheet.formulas.set(cellKey(row, column), cell);
    // A cell with a formula is never empty, even before it is calculated.
    sheet.grid.put(row, column, 0);
    this.#readText(cell);
    this.#link(cell);
    this.#dirty.add(cell);
  }

  removeFormula(sheet: BookSheet, row: number, column: number): void {
    const cell = sheet.formulas.get(cellKey(row, column));
    if (!cell) return;
    const freed = clearSpill(cell);
    this.#forget(cell);
    sheet.formulas.delete(cellKey(row, column));
    sheet.grid.put(row, column, null);
    if (freed) this.contentChanged(sheet, freed);
  }

  /** Cells were written: what reads them, and spills that touch them, become dirty. */
  contentChanged(sheet: BookSheet, area: Area): void {
    for (const cell of [...sheet.spilling, ...sheet.blocked]) {
      const claimed = cell.spill ?? cell.wanted;
      if (claimed && intersects(claimed, area)) this.#dirty.add(cell);
    }
    this.#graph.beginMarking();
    this.#graph.forEachDependent(sheet, area, dependent => this.#dirty.add(dependent));
  }

  /** Rows, columns or cells moved, or much was put back at once: everything is read anew. */
  structureChanged(): void {
    this.#calls.forgetDeleted();
    this.#graph.clear();
    this.#dirty.clear();
    this.#volatile.clear();
    for (const cell of this.#allCells()) {
      cell.found = [];
      this.#readText(cell);
      this.#link(cell);
      this.#dirty.add(cell);
    }
    this.#meaningChanged();
  }

  /** Take back all spilled values of a sheet before its rows or columns move; the formulas spill again at the next run. */
  withdrawSpills(sheet: BookSheet): void {
    for (const cell of [...sheet.spilling, ...sheet.blocked]) clearSpill(cell);
  }

  /** Sheets came, went or got other names: what mentions one of them, or counts them, is read anew. */
  sheetsChanged(...names: readonly string[]): void {
    this.namesChanged(...names.map(name => `${name}!`), 'SHEET', 'SHEETS');
  }

  /** A sheet is deleted: its formulas go, and what mentions it, a table or a name of its own is read anew. */
  sheetRemoved(sheet: BookSheet, ownNames: readonly string[]): void {
    for (const cell of sheet.formulas.values()) this.#forget(cell);
    this.namesChanged(...ownNames, ...sheet.tables.map(table => table.name));
    this.sheetsChanged(sheet.name);
    this.#graph.drop(sheet);
  }

  /** Names or tables mean something else now: formulas that mention one of them are read anew. */
  namesChanged(...names: readonly string[]): void {
    this.#readAnew(new Set(names.flatMap(name => this.#graph.mentioning(name))));
    this.#meaningChanged();
    for (const sheet of this.state.sheets) for (const cell of sheet.blocked) this.#dirty.add(cell);
  }

  /** Formulas have other texts where they stand, in cells and in names. */
  formulasRewritten(cells: Iterable<FormulaCell>, names: readonly string[]): void {
    this.#readAnew(cells);
    this.namesChanged(...names);
  }

  #readAnew(cells: Iterable<FormulaCell>): void {
    for (const cell of cells) {
      this.#graph.unlink(cell);
      this.#volatile.delete(cell);
      cell.found = [];
      this.#readText(cell);
      this.#link(cell);
      this.#dirty.add(cell);
    }
  }

  suspend(): void {
    this.#suspensions++;
  }

  resume(): void {
    this.#suspensions = Math.max(0, this.#suspensions - 1);
    this.run();
  }

  /** Evaluate everything anew, asking the add-in again too. */
  recalculateAll(): void {
    for (const cell of this.#allCells()) {
      cell.calls = cell.calls.filter(call => call.isOpen);
      this.#dirty.add(cell);
    }
    this.run();
  }

  /** Evaluate what is dirty, or with `everything` all formulas (the add-in's answers are kept). */
  run(everything = false): void {
    if (everything) {
      for (const cell of this.#allCells()) this.#dirty.add(cell);
      this.#reader.forgetAll();
      this.#meaningChanged();
    }
    if (this.#suspensions > 0 || this.#isRunning) return;
    for (const cell of this.#volatile) this.#dirty.add(cell);
    for (const cell of this.#calls.nowKnown()) this.#dirty.add(cell);
    if (this.#dirty.size === 0) {
      // What was waited for may have gone with its cell.
      this.#settleIfIdle();
      return;
    }
    const sheets = new Set<Sheet>();
    this.#isRunning = true;
    try {
      for (let pass = 0; this.#dirty.size > 0 && pass < mostPasses; pass++) this.#runPass(sheets);
    } finally {
      this.#isRunning = false;
      this.#dirty.clear();
    }
    this.state.emit({ kind: 'calculated', sheets: [...sheets] });
    this.#settleIfIdle();
  }

  evaluate(formula: string, sheet: BookSheet, row: number, column: number): CellValue | CellValue[][] {
    const tree = readTree(formula.startsWith('=') ? formula : `=${formula}`);
    if (!tree) return errors.name;
    const result = this.#evaluateTree(tree, this.#scope(sheet, row, column, null));
    if (result instanceof Matrix) return result.rows.map(cells => [...cells]);
    return result ?? 0;
  }

  /** True where a conditional format's formula, written for the base's first cell, is met in a cell. */
  isConditionMet(formula: string, sheet: BookSheet, base: Area, row: number, column: number): boolean {
    const tree = readTree(formula);
    if (!tree) return false;
    const known = this.#knownCondition(formula, tree, sheet, base);
    const scope = {
      ...this.#scope(sheet, row, column, null),
      shiftRow: row - base.row,
      shiftColumn: column - base.column,
    };
    const key = known.inputs
      ? inputKey(known.inputs, scope)
      : `${isFreeOf('row', tree) ? '' : row},${isFreeOf('column', tree) ? '' : column}`;
    const before = known.results.get(key);
    if (before !== undefined) return before;
    const isMet = isConditionTrue(this.#evaluateTree(tree, scope));
    known.results.set(key, isMet);
    return isMet;
  }

  #knownCondition(formula: string, tree: Node, sheet: BookSheet, base: Area): KnownCondition {
    const key = `${sheet.id}${base.row},${base.column}${formula}`;
    const stamp = this.state.clock.now;
    const known = this.#conditions.get(key);
    if (known?.stamp === stamp) return known;
    const inputs = known ? known.inputs : conditionInputs(tree, this.state, this.#names, sheet.id);
    const fresh = { stamp, inputs, results: new Map<string, boolean>() };
    this.#conditions.set(key, fresh);
    return fresh;
  }

  /** Names, sheets or the locale changed: the same texts may mean something else. */
  #meaningChanged(): void {
    this.#conditions.clear();
    this.#names.forget();
  }

  idle(): Promise<void> {
    if (!this.isCalculating) return Promise.resolve();
    return new Promise(resolve => {
      this.#whenIdle.push(resolve);
    });
  }

  #runPass(sheets: Set<Sheet>): void {
    this.#spreadDirt();
    const order = orderOfEvaluation(this.#dirty);
    this.#dirty.clear();
    for (const cell of order) {
      sheets.add(cell.sheet);
      this.#evaluateCell(cell);
    }
  }

  /** Whatever reads something dirty is dirty itself. */
  #spreadDirt(): void {
    this.#graph.beginMarking();
    const spread = (dependent: FormulaCell): void => {
      this.#dirty.add(dependent);
    };
    // A set visits what is added while it is gone through.
    for (const cell of this.#dirty) {
      this.#graph.forEachDependent(cell.sheet, cell.spill ?? cellArea(cell.row, cell.column), spread);
    }
  }

  #evaluateCell(cell: FormulaCell): void {
    const found: Reference[] = [];
    const result = cell.isCircular ? 0 : this.#resultOf(cell, found);
    const findsItself = found.some(
      ({ sheet, area }) => sheet === cell.sheet && containsCell(area, cell.row, cell.column),
    );
    if (cell.isVolatile || found.length > 0) this.#linkFound(cell, found);
    const changed = storeResult(cell, findsItself ? 0 : result);
    if (changed) this.#spillChanged(cell, changed);
  }

  #resultOf(cell: FormulaCell, found: Reference[]): CellValue | Matrix {
    const { tree } = cell;
    if (!tree) return { error: '#NAME?', message: cell.problem } satisfies ErrorValue;
    const scope = {
      ...this.#scope(cell.sheet, cell.row, cell.column, cell),
      foundReference: (reference: Reference) => found.push(reference),
    };
    return this.#calls.during(cell, () => this.#evaluateTree(tree, scope)) ?? 0;
  }

  /** A spill took or freed cells: who reads them, and who waits for them, has to look again. */
  #spillChanged(cell: FormulaCell, area: Area): void {
    this.#graph.beginMarking();
    this.#graph.forEachDependent(cell.sheet, area, dependent => {
      if (dependent !== cell) this.#dirty.add(dependent);
    });
    for (const other of cell.sheet.blocked) {
      if (other !== cell && other.wanted && intersects(other.wanted, area)) this.#dirty.add(other);
    }
  }

  /** References found while evaluating join the graph; when they are new, what they read may not have been ready. */
  #linkFound(cell: FormulaCell, found: readonly Reference[]): void {
    const isSame =
      found.length === cell.found.length &&
      found.every((reference, index) => isSameReference(reference, cell.found[index]));
    if (isSame) return;
    cell.found = found;
    this.#graph.unlink(cell);
    this.#link(cell);
    if (found.length > 0) this.#dirty.add(cell);
  }

  #evaluateTree(tree: Node, scope: Scope): CellValue | Matrix | undefined {
    try {
      const value: Value = evaluate(tree, scope);
      return plainArgument(value, scope);
    } catch (failure) {
      if (failure instanceof Failure) return failure.error;
      if (failure instanceof RangeError) return errors.number;
      throw failure;
    }
  }

  #scope(sheet: BookSheet, row: number, column: number, cell: FormulaCell | null): Scope {
    return {
      state: this.state,
      sheet,
      row,
      column,
      shiftRow: 0,
      shiftColumn: 0,
      reader: this.#reader,
      names: this.#names,
      cell,
      variables: null,
      depth: 0,
      evaluate,
      callCustom: (node, args, scope) => this.#calls.call(node, args, scope),
      foundReference: () => {},
    };
  }

  #readText(cell: FormulaCell): void {
    try {
      cell.tree = parseFormula(cell.text);
      cell.problem = '';
    } catch (problem) {
      cell.tree = null;
      cell.problem = problem instanceof FormulaSyntaxError ? problem.message : String(problem);
    }
  }

  #link(cell: FormulaCell): void {
    if (!cell.tree) return;
    const at = {
      state: this.state,
      sheet: cell.sheet,
      row: cell.row,
      column: cell.column,
      shiftRow: 0,
      shiftColumn: 0,
    };
    const precedents = collectPrecedents(cell.tree, at);
    cell.isVolatile = precedents.isVolatile;
    if (cell.isVolatile) this.#volatile.add(cell);
    this.#graph.link(cell, [...precedents.references, ...cell.found], precedents.mentions);
  }

  #forget(cell: FormulaCell): void {
    this.#graph.unlink(cell);
    this.#calls.forget(cell);
    this.#dirty.delete(cell);
    this.#volatile.delete(cell);
  }

  /** Answers come one by one; those of one moment are taken together. */
  #answered(cell: FormulaCell): void {
    if (isInPlace(cell)) this.#dirty.add(cell);
    if (this.#isFlushPlanned) return;
    this.#isFlushPlanned = true;
    queueMicrotask(() => {
      this.#isFlushPlanned = false;
      this.run();
      this.#settleIfIdle();
    });
  }

  #settleIfIdle(): void {
    if (this.isCalculating) return;
    const waiting = this.#whenIdle;
    this.#whenIdle = [];
    for (const resolve of waiting) resolve();
  }

  *#allCells(): Iterable<FormulaCell> {
    for (const sheet of this.state.sheets) yield* sheet.formulas.values();
  }
}

function isSameReference(first: Reference, second: Reference): boolean {
  const [one, other] = [first.area, second.area];
  return (
    first.sheet === second.sheet &&
    one.row === other.row &&
    one.column === other.column &&
    one.rowCount === other.rowCount &&
    one.columnCount === other.columnCount
  );
}

/** Of an array the first value decides; an error or a text is not met. */
function isConditionTrue(result: CellValue | Matrix | undefined): boolean {
  const value = result instanceof Matrix ? result.get(0, 0) : result;
  if (isError(value)) return false;
  return value === true || (typeof value === 'number' && value !== 0);
}
