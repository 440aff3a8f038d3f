import type { Cell } from '../ledger';
import type { GrowingColumn } from './growingColumn';

/** More different cells than this are no longer few; they are read anew each time. */
const remembered = 5_000;

/** A column in which few different cells come again and again (types, flags, terms): each of them is read once. */
export class RecurringColumn<
  A extends Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>,
> {
  private readonly readings = new Map<Cell, number>();

  /**
   * @param column zero-based within the block
   * @param entries where the numbers go, one a row
   * @param read what a cell means, as a number
   */
  constructor(
    protected readonly column: number,
    private readonly entries: GrowingColumn<A>,
    private readonly read: (cell: Cell) => number,
  ) {}

  get values(): A {
    return this.entries.values;
  }

  /** The different cells, as far as they are few. */
  protected get cells(): Iterable<Cell> {
    return this.readings.keys();
  }

  /** Take room for that many entries at once. */
  reserve(count: number): void {
    this.entries.reserve(count);
  }

  /** Take the cells of `rows[from] … rows[to − 1]`. */
  addRows(rows: readonly (readonly Cell[])[], from: number, to: number): void {
    const first = this.entries.extend(to - from);
    const { column } = this;
    const { room } = this.entries;
    let above: Cell = null;
    let reading = this.readingOf(null);
    for (let index = from; index < to; index++) {
      const cell = rows[index][column];
      if (cell !== above) {
        above = cell;
        reading = this.readingOf(cell);
      }
      room[first + index - from] = reading;
    }
  }

  private readingOf(cell: Cell): number {
    let reading = this.readings.get(cell);
    if (reading === undefined) {
      reading = this.read(cell);
      if (this.readings.size < remembered) this.readings.set(cell, reading);
    }
    return reading;
  }
}
