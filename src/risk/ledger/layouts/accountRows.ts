import { isBlankCell } from '../cell';
import type { Cell, Finding, Recognition } from '../ledger';
import { repeatsHeader } from './repeatedHeader';
import type { RowWriter } from './rowWriter';

type Row = readonly Cell[];

/** Reads the account of a single customer, whose name stands above the table, by writing the name behind the cells of each row. */
export class AccountRows implements RowWriter {
  readonly recognition: Recognition;
  /** Where the name is written. */
  private readonly nameColumn: number;

  constructor(
    private readonly original: Recognition,
    private readonly name: string,
  ) {
    const { statedCustomer: _isWritten, ...rest } = original;
    this.nameColumn = original.headers.length;
    this.recognition = {
      ...rest,
      headers: [...original.headers, ''],
      columns: [
        ...original.columns,
        { field: 'customer', column: this.nameColumn, header: '', confidence: 1 },
      ],
    };
  }

  /** Make the reader of a single customer's account; `null` where rows or headings name customers. */
  static of(recognition: Recognition): AccountRows | null {
    const { statedCustomer } = recognition;
    return statedCustomer ? new AccountRows(recognition, statedCustomer.name) : null;
  }

  write(rows: readonly Row[], firstRow: number): Row[] {
    return rows.map((cells, index) => {
      if (firstRow + index <= this.original.headerRow) return cells;
      if (repeatsHeader(cells, this.original)) return [];
      const isBlank = this.original.columns.every(({ column }) => isBlankCell(cells[column]));
      if (isBlank) return cells;
      const row: Cell[] = Array.from({ length: this.nameColumn }, (_, column) => cells[column] ?? null);
      row.push(this.name);
      return row;
    });
  }

  /** No cell of the row says the name. */
  whereFound(finding: Finding): Finding {
    return finding.column === this.nameColumn ? { ...finding, column: -1 } : finding;
  }
}
