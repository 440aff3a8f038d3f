import { cellArea, formatAddress, maxRows } from '../address';
import { AnswerWithCards } from '../entityCard';
import { errors, isBusy, isError } from '../errorValue';
import { plainArgument } from '../formula/functions/definition';
import type { Scope } from '../formula/scope';
import type { CallNode } from '../formula/syntax';
import { Matrix, Reference, type Value } from '../formula/value';
import type {
  CellValue,
  CustomFunctionAnswer,
  CustomFunctionArgument,
  CustomFunctionProvider,
} from '../types';
import type { CustomCall } from './customCall';
import { type FormulaCell, isInPlace } from './formulaCell';
import { usedRowsOf } from './rangeReader';

/**
 * Asks the add-in for its functions and remembers, by cell and place in the formula, what it answered: the same call with
 * equal arguments is not made twice, and an answer to arguments that have changed since is thrown away.
 */
export class CustomCalls {
  #provider: CustomFunctionProvider | null = null;
  /** Calls without an answer, and the cells that wait for them. */
  readonly #open = new Map<CustomCall, FormulaCell>();
  /** Cells whose formula names a function nobody offers. */
  readonly unknown = new Map<FormulaCell, string>();
  #evaluation = 0;
  #isWaiting = false;

  constructor(private readonly answered: (cell: FormulaCell) => void) {}

  get provider(): CustomFunctionProvider | null {
    return this.#provider;
  }

  get openCount(): number {
    return this.#open.size;
  }

  /** Take another provider: what was asked of the one before is abandoned. Gives the cells to evaluate again. */
  replaceProvider(provider: CustomFunctionProvider | null, cells: Iterable<FormulaCell>): FormulaCell[] {
    this.#provider = provider;
    this.#open.clear();
    const stale = new Set(this.unknown.keys());
    for (const cell of cells) {
      if (!cell.calls.some(call => call.isOpen)) continue;
      cell.calls = cell.calls.filter(call => !call.isOpen);
      stale.add(cell);
    }
    return [...stale];
  }

  /** Cells whose missing function is offered by now. */
  nowKnown(): FormulaCell[] {
    const provider = this.#provider;
    if (!provider) return [];
    return [...this.unknown].flatMap(([cell, name]) => (provider.has(name) ? [cell] : []));
  }

  /**
   * Evaluate a cell's formula. Calls it no longer makes are forgotten: those without an answer at once, as it has another question by now; those
   * with one unless it still waits for others.
   */
  during<T>(cell: FormulaCell, evaluate: () => T): T {
    this.#evaluation++;
    this.#isWaiting = false;
    this.unknown.delete(cell);
    const result = evaluate();
    const isUsed = (call: CustomCall): boolean => call.usedIn === this.#evaluation;
    this.#abandon(cell.calls.filter(call => call.isOpen && !isUsed(call)));
    cell.calls = cell.calls.filter(call => isUsed(call) || (this.#isWaiting && !call.isOpen));
    return result;
  }

  forget(cell: FormulaCell): void {
    this.unknown.delete(cell);
    this.#abandon(cell.calls.filter(call => call.isOpen));
    cell.calls = [];
  }

  /** Calls of cells that went with their rows, columns or sheets. */
  forgetDeleted(): void {
    this.#abandon([...this.#open].flatMap(([call, cell]) => (isInPlace(cell) ? [] : [call])));
  }

  #abandon(calls: readonly CustomCall[]): void {
    for (const call of calls) {
      this.#open.delete(call);
      call.onAbandoned?.();
    }
  }

  call(node: CallNode, given: readonly Value[], scope: Scope): Value {
    const { cell } = scope;
    const args = withoutEndOfSheet(given).map(value => argumentOf(value, scope));
    if (args.some(arg => arg === waiting)) return this.#waits();
    const settled = args as CustomFunctionArgument[];
    const known = cell?.calls.find(
      call => call.ordinal === node.ordinal && call.name === node.name && areEqual(call.args, settled),
    );
    if (known) {
      known.usedIn = this.#evaluation;
      return known.isOpen ? this.#waits() : known.answer;
    }
    if (!this.#provider?.has(node.name)) {
      if (cell) this.unknown.set(cell, node.name);
      return errors.name;
    }
    // Outside a cell nobody could take the answer later: conditional formats have no custom functions, as in Excel.
    if (!cell) return errors.name;
    return this.#ask(this.#provider, node, settled, cell);
  }

  #ask(
    provider: CustomFunctionProvider,
    node: CallNode,
    args: readonly CustomFunctionArgument[],
    cell: FormulaCell,
  ): Value {
    const { name, ordinal } = node;
    const call: CustomCall = {
      ordinal,
      name,
      args,
      answer: null,
      cards: [],
      isOpen: true,
      usedIn: this.#evaluation,
    };
    cell.calls.push(call);
    this.#open.set(call, cell);
    const address = formatAddress(cellArea(cell.row, cell.column), { sheet: cell.sheet.name });
    this.#promised(provider, call, address).then(
      answer => {
        const isWithCards = answer instanceof AnswerWithCards;
        call.cards = isWithCards ? answer.cards : [];
        this.#settle(call, cell, matrixOrValue(isWithCards ? answer.value : answer));
      },
      () => this.#settle(call, cell, errors.value),
    );
    return this.#waits();
  }

  async #promised(
    provider: CustomFunctionProvider,
    call: CustomCall,
    address: string,
  ): Promise<CustomFunctionAnswer> {
    return provider.invoke(call.name, call.args, address, call);
  }

  #settle(call: CustomCall, cell: FormulaCell, answer: CellValue | Matrix): void {
    const isExpected = this.#open.delete(call);
    call.isOpen = false;
    call.answer = answer;
    if (isExpected) this.answered(cell);
  }

  #waits(): CellValue {
    this.#isWaiting = true;
    return errors.busy;
  }
}

/**
 * Ranges down to the last row of a sheet, cut where no range of the call has anything below: a million rows for each whole
 * column would be more than Excel on the web hands over at all.
 */
function withoutEndOfSheet(given: readonly Value[]): readonly Value[] {
  const whole = given.filter(isToEndOfSheet);
  if (whole.length === 0) return given;
  const lastUsed = Math.max(...whole.map(range => range.area.row + usedRowsOf(range)));
  return given.map(value => {
    if (!isToEndOfSheet(value)) return value;
    // One cell would be no range to the function any more.
    const rowCount = Math.max(2, lastUsed - value.area.row);
    return new Reference(value.sheet, { ...value.area, rowCount: Math.min(rowCount, value.area.rowCount) });
  });
}

const isToEndOfSheet = (value: Value): value is Reference =>
  value instanceof Reference && value.area.row + value.area.rowCount === maxRows;

const waiting = Symbol('an argument waits for another call');

/** A range or array as rows, anything else as it is; waiting where a value has not come yet. */
function argumentOf(value: Value, scope: Scope): CustomFunctionArgument | typeof waiting {
  if (value instanceof Reference) {
    const matrix = scope.reader.matrix(value);
    return matrix.isBusy ? waiting : matrix.rows;
  }
  const read = plainArgument(value, scope);
  if (read instanceof Matrix) return read.isBusy ? waiting : read.rows;
  return isBusy(read) ? waiting : read;
}

function matrixOrValue(answer: CellValue | CellValue[][] | undefined): CellValue | Matrix {
  if (!Array.isArray(answer)) return answer ?? null;
  const matrix = Matrix.fromRows(answer);
  if (matrix.size === 0) return errors.calculation;
  return matrix;
}

function areEqual(
  first: readonly CustomFunctionArgument[],
  second: readonly CustomFunctionArgument[],
): boolean {
  return first.length === second.length && first.every((arg, index) => isSameArgument(arg, second[index]));
}

function isSameArgument(first: CustomFunctionArgument, second: CustomFunctionArgument): boolean {
  if (first === second) return true;
  if (first === undefined || second === undefined) return false;
  if (!isRows(first) || !isRows(second))
    return !isRows(first) && !isRows(second) && isSameValue(first, second);
  if (first.length !== second.length) return false;
  return first.every((row, index) => {
    const other = second[index];
    return row.length === other.length && row.every((cell, column) => isSameValue(cell, other[column]!));
  });
}

const isRows = (arg: CustomFunctionArgument): arg is readonly (readonly CellValue[])[] => Array.isArray(arg);

/** Equal as an argument: errors by their code, numbers exactly. */
export function isSameValue(first: CellValue, second: CellValue): boolean {
  if (first === second) return true;
  return (
    isError(first) && isError(second) && first.error === second.error && first.message === second.message
  );
}
