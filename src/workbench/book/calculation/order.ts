import { containsCell, intersects } from '../address';
import { type BookSheet, cellKey } from '../bookSheet';
import { type FormulaCell, RangeNode } from './formulaCell';

type Stop = FormulaCell | RangeNode;

interface Visit {
  readonly stop: Stop;
  readonly before: readonly Stop[];
  next: number;
  /** The lowest number among what it can reach and that is still open. */
  low: number;
  readsItself: boolean;
}

let lastPass = 0;

/**
 * Put dirty formulas in an order in which each comes after what it reads, and mark those that read themselves, in however
 * many steps, as circular. Tarjan's strongly connected components, with a stack of our own, since a chain may be a
 * million cells long.
 */
export function orderOfEvaluation(dirty: ReadonlySet<FormulaCell>): FormulaCell[] {
  const pass = ++lastPass;
  const columns = new DirtyColumns(dirty);
  const order: FormulaCell[] = [];
  const open: Stop[] = [];
  let count = 0;
  const begin = (stop: Stop): Visit => {
    stop.pass = pass;
    stop.isOpen = true;
    stop.number = ++count;
    open.push(stop);
    const before = precedentsOf(stop, dirty, columns);
    return { stop, before, next: 0, low: count, readsItself: false };
  };
  for (const cell of dirty) {
    if (cell.pass === pass) continue;
    const stack = [begin(cell)];
    while (stack.length > 0) {
      const visit = stack.at(-1)!;
      if (visit.next === visit.before.length) {
        stack.pop();
        const parent = stack.at(-1);
        if (parent) parent.low = Math.min(parent.low, visit.low);
        if (visit.low === visit.stop.number) closeCircle(visit, open, order);
        continue;
      }
      const precedent = visit.before[visit.next++];
      if (precedent === visit.stop) visit.readsItself = true;
      if (precedent.pass !== pass) stack.push(begin(precedent));
      else if (precedent.isOpen) visit.low = Math.min(visit.low, precedent.number);
    }
  }
  return order;
}

/** What is open from the visit's stop on reads each other; alone, it is no circle unless it reads itself. */
function closeCircle(visit: Visit, open: Stop[], order: FormulaCell[]): void {
  const isCircle = open.at(-1) !== visit.stop || visit.readsItself;
  for (;;) {
    const stop = open.pop()!;
    stop.isOpen = false;
    if (!(stop instanceof RangeNode)) {
      stop.isCircular = isCircle;
      order.push(stop);
    }
    if (stop === visit.stop) return;
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
        if (cells[index].row >= area.row + area.rowCount) break;
        found.push(cells[index]);
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
    if (cells[middle].row < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
