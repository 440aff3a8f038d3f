/** Open items of which the first in an order is always at hand, whatever order they came in: a binary heap of rows. */
export class OldestFirst {
  private readonly rows: number[] = [];

  /** @param isBefore whether one row comes before another */
  constructor(private readonly isBefore: (row: number, other: number) => boolean) {}

  /** The first row, -1 when there is none. */
  get first(): number {
    return this.rows[0] ?? -1;
  }

  add(row: number): void {
    const { rows } = this;
    let at = rows.push(row) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.isBefore(row, rows[above])) break;
      rows[at] = rows[above];
      at = above;
    }
    rows[at] = row;
  }

  removeFirst(): void {
    const { rows } = this;
    const last = rows.pop();
    if (last === undefined || rows.length === 0) return;
    let at = 0;
    for (;;) {
      const left = at * 2 + 1;
      if (left >= rows.length) break;
      const right = left + 1;
      const below = right < rows.length && this.isBefore(rows[right], rows[left]) ? right : left;
      if (!this.isBefore(rows[below], last)) break;
      rows[at] = rows[below];
      at = below;
    }
    rows[at] = last;
  }
}
