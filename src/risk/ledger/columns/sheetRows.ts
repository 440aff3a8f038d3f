/**
 * Where the entries of a ledger stand on its sheet. Nearly all follow each other, so only runs are kept: of a million rows without a gap nothing
 * but where the first one is.
 */
export class SheetRows implements Iterable<number> {
  /** The first entry of each run, and its row. */
  private readonly entries: number[] = [];
  private readonly rows: number[] = [];
  private count = 0;

  /** @example SheetRows.of([1, 2, 5]).at(2) //=> 5 */
  static of(rows: Iterable<number>): SheetRows {
    const sheetRows = new SheetRows();
    for (const row of rows) sheetRows.add(row, 1);
    return sheetRows;
  }

  get length(): number {
    return this.count;
  }

  /** Add entries that follow each other, the first of them at `row`. */
  add(row: number, count: number): void {
    const run = this.rows.length - 1;
    const follows = run >= 0 && row === this.rows[run] + this.count - this.entries[run];
    if (!follows) {
      this.entries.push(this.count);
      this.rows.push(row);
    }
    this.count += count;
  }

  /** The row of an entry, zero-based within the block. */
  at(entry: number): number {
    const run = this.runOf(entry);
    return this.rows[run] + entry - this.entries[run];
  }

  /** Those of some entries, in their order. */
  pick(entries: ArrayLike<number>): SheetRows {
    const picked = new SheetRows();
    const column = this.toColumn();
    for (let index = 0; index < entries.length; index++) picked.add(column[entries[index]], 1);
    return picked;
  }

  copy(): SheetRows {
    const copy = new SheetRows();
    for (const { first, count } of this.runs()) copy.add(first, count);
    return copy;
  }

  /** A column with the row of every entry. */
  toColumn(): Int32Array {
    const column = new Int32Array(this.count);
    for (let run = 0; run < this.rows.length; run++) {
      const end = this.endOf(run);
      let row = this.rows[run];
      for (let entry = this.entries[run]; entry < end; entry++) column[entry] = row++;
    }
    return column;
  }

  /** Entries that follow each other on the sheet, by their first row. */
  *runs(): Generator<{ readonly first: number; readonly count: number }> {
    for (let run = 0; run < this.rows.length; run++)
      yield { first: this.rows[run], count: this.endOf(run) - this.entries[run] };
  }

  [Symbol.iterator](): Iterator<number> {
    return this.toColumn().values();
  }

  private endOf(run: number): number {
    return this.entries[run + 1] ?? this.count;
  }

  private runOf(entry: number): number {
    let from = 0;
    let to = this.entries.length - 1;
    while (from < to) {
      const middle = (from + to + 1) >> 1;
      if (this.entries[middle] <= entry) from = middle;
      else to = middle - 1;
    }
    return from;
  }
}
