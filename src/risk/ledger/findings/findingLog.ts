import { foundText } from '../cell';
import type { Cell, Finding, FindingKind } from '../ledger';

/** A sheet of a million text dates is one problem, not a million objects: beyond this a kind is only counted per column. */
const listedPerColumn = 1000;

/** How often a kind was found in a column. */
interface Tally {
  readonly kind: FindingKind;
  readonly column: number;
  count: number;
}

/** Findings as they are made, in any order; listed by row and column at the end. */
export class FindingLog {
  private readonly listed: Finding[] = [];
  private readonly tallies: Tally[] = [];
  private latest: Tally | null = null;

  add(kind: FindingKind, row: number, column: number, cell: Cell): void {
    const tally = this.tallyOf(kind, column);
    tally.count++;
    if (tally.count <= listedPerColumn) this.listed.push({ kind, row, column, found: foundText(cell) });
  }

  /** A column that has a problem has it row after row. */
  private tallyOf(kind: FindingKind, column: number): Tally {
    if (this.latest?.kind === kind && this.latest.column === column) return this.latest;
    let tally = this.tallies.find(known => known.kind === kind && known.column === column);
    if (!tally) {
      tally = { kind, column, count: 0 };
      this.tallies.push(tally);
    }
    this.latest = tally;
    return tally;
  }

  /** All listed findings from the top of the sheet to its bottom. */
  sorted(): Finding[] {
    return [...this.listed].sort((one, other) => one.row - other.row || one.column - other.column);
  }

  /** How often each kind was found, or `undefined` when every finding is listed. */
  counts(): Partial<Record<FindingKind, number>> | undefined {
    const totals: Partial<Record<FindingKind, number>> = {};
    let all = 0;
    for (const { kind, count } of this.tallies) {
      totals[kind] = (totals[kind] ?? 0) + count;
      all += count;
    }
    return all > this.listed.length ? totals : undefined;
  }
}
