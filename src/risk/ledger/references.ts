import { isBlankCell, isErrorCell } from './cell';
import type { Cell } from './ledger';

/** What rows of a ledger refer to. Few rows do, so only those are kept. */
export class References {
  private readonly cells = new Map<number, Cell>();
  private length = 0;

  /** @param column zero-based within the block */
  constructor(readonly column: number) {}

  /** Take the cells of `rows[from] … rows[to − 1]`. */
  addRows(rows: readonly (readonly Cell[])[], from: number, to: number): void {
    for (let index = from; index < to; index++) {
      const cell = rows[index]![this.column];
      if (!isBlankCell(cell) && !isErrorCell(cell)) this.cells.set(this.length + index - from, cell);
    }
    this.length += to - from;
  }

  /** The cell of an entry, `null` where it refers to nothing. */
  at(entry: number): Cell {
    return this.cells.get(entry) ?? null;
  }

  /** The entries that refer to something, ascending. */
  get entries(): IterableIterator<number> {
    return this.cells.keys();
  }
}
