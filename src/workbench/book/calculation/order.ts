import { containsCell, intersects } from '../address';
import { type BookSheet, cellKey } from '../bookSheet';
import { RangeNode } from './dependencyGraph';
import type { FormulaCell } from './formulaCell';

type Stop = FormulaCell | RangeNode;

interface Visit {
  readonly stop: Stop;
  readonly before: readonly Stop[];
  next: number;
}

let lastPass = 0;

/**
 * Put dirty formulas in an order in which each comes after what it reads. Depth first with a stack of our own, since a
 * chain may be a million cells long. Formulas that read themselves are marked as circular.
 */
export function orderOfEvaluation(dirty: ReadonlySet<FormulaCell>): FormulaCell[] {
  const pass = ++lastPass;
  const columns = new DirtyColumns(dirty);
  const order: FormulaCell[] = [];
  const begin = (stop: Stop): Visit => {
    stop.pass = pass;
    stop.progress = 'open';
    return { stop, before: precedentsOf(stop, dirty, columns), next: 0 };
  };
  for (const cell of dirty) cell.isCircular = false;
  for (const cell of dirty) {
    if (cell.pass === pass) continue;
    const stack = [begin(cell)];
    while (stack.length > 0) {
      const visit = stack.at(-1)!;
      if (visit.next === visit.before.length) {
        stack.pop();
        visit.stop.progress = 'done';
        if (!(visit.stop instanceof RangeNode)) order.push(visit.stop);
        continue;
      }
      const precedent = visit.before[visit.next++]!;
      if (precedent.pass !== pass) stack.push(begin(precedent));
      else if (precedent.progress === 'open') markCircle(stack, precedent);
    }
  }
  return order;
}

function markCircle(stack: readonly Visit[], from: Stop): void {
  for (let index = stack.length - 1; index >= 0; index--) {
    const { stop } = stack[index]!;
    if (!(stop instanceof RangeNode)) stop.isCircular = true;
    if (stop === from) return;
  }
}

function precedentsOf(stop: Stop, dirty: ReadonlySet<FormulaCell>, columns: DirtyColumns): readonly Stop[] {
  if (stop instanceof RangeNode) return columns.within(stop);
  const before: Stop[] = [...stop.ranges];
  for (const { sheet, key } of stop.singles) {
    const own = sheet.formulas.get(key);
    if (own && dirty.has(own)) before.push(own);
    else if (!own) before.push(...columns.spillingOver(sheet, key));
  }
  return before;
}

/** The dirty formulas of each column, by row, to find those in a range without asking all of them. */
class DirtyColumns {
  readonly #columns = new Map<BookSheet, Map<number, FormulaCell[]>>();
  readonly #spilling = new Map<BookSheet, FormulaCell[]>();

  constructor(dirty: ReadonlySet<FormulaCell>) {
    for (const cell of dirty) {
      const columns = this.#columns.get(cell.sheet) ?? new Map<number, FormulaCell[]>();
      this.#columns.set(cell.sheet, columns);
      const cells = columns.get(cell.column);
      if (cells) cells.push(cell);
      else columns.set(cell.column, [cell]);
      if (cell.spill) this.#spilling.set(cell.sheet, [...(this.#spilling.get(cell.sheet) ?? []), cell]);
    }
    for (const columns of this.#columns.values()) {
      for (const cells of columns.values()) cells.sort((first, second) => first.row - second.row);
    }
  }

  within({ sheet, area }: RangeNode): FormulaCell[] {
    const found: FormulaCell[] = [];
    for (const [column, cells] of this.#columns.get(sheet) ?? []) {
      if (column < area.column || column >= area.column + area.columnCount) continue;
      for (let index = firstFrom(cells, area.row); index < cells.length; index++) {
        if (cells[index]!.row >= area.row + area.rowCount) break;
        found.push(cells[index]!);
      }
    }
    for (const cell of this.#spilling.get(sheet) ?? []) {
      const isOutside = !containsCell(area, cell.row, cell.column);
      if (isOutside && cell.spill && intersects(cell.spill, area)) found.push(cell);
    }
    return found;
  }

  spillingOver(sheet: BookSheet, key: number): FormulaCell[] {
    const spilling = this.#spilling.get(sheet);
    if (!spilling) return [];
    const row = Math.floor(key / cellKey(1, 0));
    const column = key - cellKey(row, 0);
    return spilling.filter(cell => cell.spill !== null && containsCell(cell.spill, row, column));
  }
}

function firstFrom(cells: readonly FormulaCell[], row: number): number {
  let low = 0;
  let high = cells.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cells[middle]!.row < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
