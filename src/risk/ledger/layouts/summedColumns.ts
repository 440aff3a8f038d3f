import { isBlankCell, isErrorCell } from '../cell';
import { readAmount } from '../cells/readAmount';
import type { FindingLog } from '../findings/findingLog';
import type { Cell, Finding, LedgerField, Recognition } from '../ledger';
import type { RowWriter } from './rowWriter';

type Row = readonly Cell[];

/**
 * Reads ledgers that write one amount of a row in several columns by writing their sum behind its cells: what is open below its age alone (`Current`,
 * `1–30`, `31–60`), or what was paid in the first payment, the second, by bill, by an advance.
 */
export class SummedColumns implements RowWriter {
  readonly recognition: Recognition;
  private readonly sumColumn: number;

  constructor(
    private readonly original: Recognition,
    private readonly summed: readonly number[],
    field: LedgerField,
    /** What is said of which columns, once. */
    private readonly said: { readonly kind: Finding['kind']; readonly columns: readonly number[] },
  ) {
    const { agedAmounts, paidAmounts, ...rest } = original;
    const others = field === 'paidAmount' ? { ...(agedAmounts && { agedAmounts }) } : {};
    this.sumColumn = original.headers.length;
    this.recognition = {
      ...rest,
      ...others,
      ...(field === 'openAmount' && paidAmounts && { paidAmounts }),
      headers: [...original.headers, original.headers[summed[0]!] ?? ''],
      columns: [
        ...original.columns.filter(mapping => mapping.field !== field),
        { field, column: this.sumColumn, header: '', confidence: 1 },
      ],
    };
  }

  /** Make the reader of a ledger whose amounts stand below their ages alone; `null` for all others. */
  static ofAges(recognition: Recognition): SummedColumns | null {
    const { agedAmounts: ages } = recognition;
    const said = { kind: 'agedAmount', columns: ages?.slice(0, 1) ?? [] } as const;
    return ages ? new SummedColumns(recognition, ages, 'openAmount', said) : null;
  }

  /** Make the reader of a ledger with several columns of what was paid; `null` for all others. */
  static ofPayments(recognition: Recognition): SummedColumns | null {
    const { paidAmounts: further, columns } = recognition;
    if (!further) return null;
    const paid = columns.filter(({ field }) => field === 'paidAmount').map(({ column }) => column);
    const said = { kind: 'paidInColumn', columns: further } as const;
    return new SummedColumns(recognition, [...paid, ...further], 'paidAmount', said);
  }

  write(rows: readonly Row[], firstRow: number, findings: FindingLog): Row[] {
    const { headerRow, headers } = this.original;
    const hasHeader = firstRow <= headerRow && headerRow < firstRow + rows.length;
    const { kind, columns } = this.said;
    if (hasHeader) for (const column of columns) findings.add(kind, headerRow, column, headers[column]);
    return rows.map((cells, index) => {
      const row: Cell[] = Array.from({ length: this.sumColumn }, (_, column) => cells[column] ?? null);
      row.push(firstRow + index <= headerRow ? headers[this.summed[0]!] : sumIn(cells, this.summed));
      return row;
    });
  }

  /** No single cell of the row says the amount. */
  whereFound(finding: Finding): Finding {
    return finding.column === this.sumColumn ? { ...finding, column: -1 } : finding;
  }
}

/** A cell that is no amount makes the row's what it is, to be found there. */
function sumIn(cells: Row, columns: readonly number[]): Cell {
  const filled = columns.map(column => cells[column]).filter(cell => !isBlankCell(cell));
  const unreadable = filled.find(cell => isErrorCell(cell) || Number.isNaN(readAmount(cell)));
  if (filled.length === 0 || unreadable !== undefined) return unreadable ?? null;
  return filled.reduce<number>((sum, cell) => sum + readAmount(cell), 0);
}
