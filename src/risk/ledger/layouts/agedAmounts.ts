import { isBlankCell, isErrorCell } from '../cell';
import { readAmount } from '../cells/readAmount';
import type { FindingLog } from '../findings/findingLog';
import type { Cell, Finding, Recognition } from '../ledger';
import type { RowWriter } from './rowWriter';

type Row = readonly Cell[];

/** Reads ledgers that write what is open of a row below its age alone (`Current`, `1–30`, `31–60`) by writing the sum of these columns behind its cells. */
export class AgedAmountRows implements RowWriter {
  readonly recognition: Recognition;
  private readonly amountColumn: number;

  constructor(
    private readonly original: Recognition,
    private readonly ages: readonly number[],
  ) {
    const { agedAmounts: _areWritten, ...rest } = original;
    this.amountColumn = original.headers.length;
    this.recognition = {
      ...rest,
      headers: [...original.headers, original.headers[ages[0]!] ?? ''],
      columns: [
        ...original.columns,
        { field: 'openAmount', column: this.amountColumn, header: '', confidence: 1 },
      ],
    };
  }

  /** Make the reader of a ledger whose amounts stand below their ages alone; `null` for all others. */
  static of(recognition: Recognition): AgedAmountRows | null {
    const { agedAmounts } = recognition;
    return agedAmounts ? new AgedAmountRows(recognition, agedAmounts) : null;
  }

  write(rows: readonly Row[], firstRow: number, findings: FindingLog): Row[] {
    const { headerRow, headers } = this.original;
    const [first] = this.ages;
    const hasHeader = firstRow <= headerRow && headerRow < firstRow + rows.length;
    if (hasHeader) findings.add('agedAmount', headerRow, first!, headers[first!]);
    return rows.map((cells, index) => {
      const row: Cell[] = Array.from({ length: this.amountColumn }, (_, column) => cells[column] ?? null);
      row.push(firstRow + index <= headerRow ? headers[first!] : this.amountIn(cells));
      return row;
    });
  }

  /** A cell that is no amount makes the row's what it is, to be found there. */
  private amountIn(cells: Row): Cell {
    const filled = this.ages.map(column => cells[column]).filter(cell => !isBlankCell(cell));
    const unreadable = filled.find(cell => isErrorCell(cell) || Number.isNaN(readAmount(cell)));
    if (filled.length === 0 || unreadable !== undefined) return unreadable ?? null;
    return filled.reduce<number>((sum, cell) => sum + readAmount(cell), 0);
  }

  /** No single cell of the row says the amount. */
  whereFound(finding: Finding): Finding {
    return finding.column === this.amountColumn ? { ...finding, column: -1 } : finding;
  }
}
