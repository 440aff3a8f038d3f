import { foundText } from './cell';
import type { Cell, Finding, FindingKind } from './ledger';

/** A sheet of a million text dates is one problem, not a million objects: beyond this a kind is only counted per column. */
const listedPerColumn = 1000;

/** Findings as they are made, in any order; listed by row and column at the end. */
export class FindingLog {
  private readonly listed: Finding[] = [];
  private readonly perColumn = new Map<FindingKind, Map<number, number>>();

  add(kind: FindingKind, row: number, column: number, cell: Cell): void {
    let counts = this.perColumn.get(kind);
    if (!counts) {
      counts = new Map();
      this.perColumn.set(kind, counts);
    }
    const count = (counts.get(column) ?? 0) + 1;
    counts.set(column, count);
    if (count <= listedPerColumn) this.listed.push({ kind, row, column, found: foundText(cell) });
  }

  /** All listed findings from the top of the sheet to its bottom. */
  sorted(): Finding[] {
    return [...this.listed].sort((one, other) => one.row - other.row || one.column - other.column);
  }

  /** How often each kind was found, or `undefined` when every finding is listed. */
  counts(): Partial<Record<FindingKind, number>> | undefined {
    const totals: Partial<Record<FindingKind, number>> = {};
    let all = 0;
    for (const [kind, counts] of this.perColumn) {
      let total = 0;
      for (const count of counts.values()) total += count;
      totals[kind] = total;
      all += total;
    }
    return all > this.listed.length ? totals : undefined;
  }
}
