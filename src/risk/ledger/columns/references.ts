import { isBlankCell, isErrorCell } from '../cell';
import type { Cell } from '../ledger';
import { growingIntegers } from './growingColumn';

/** What rows of a ledger refer to; of rows that refer to nothing only that is kept. */
export class References {
  private readonly cells: Cell[] = [];
  /** Per entry the place of its cell + 1, 0 where it refers to nothing. */
  private readonly place = growingIntegers();

  /** @param column zero-based within the block */
  constructor(readonly column: number) {}

  /** Take the cells of `rows[from] … rows[to − 1]`. */
  addRows(rows: readonly (readonly Cell[])[], from: number, to: number): void {
    const firstEntry = this.place.extend(to - from);
    const { room } = this.place;
    for (let index = from; index < to; index++) {
      const cell = rows[index][this.column];
      const isReference = !isBlankCell(cell) && !isErrorCell(cell);
      room[firstEntry + index - from] = isReference ? this.cells.push(cell) : 0;
    }
  }

  /** The cell of an entry, `null` where it refers to nothing. */
  at(entry: number): Cell {
    const place = this.place.room[entry];
    return place === 0 ? null : this.cells[place - 1];
  }
}
