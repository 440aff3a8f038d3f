import { isBlankCell } from '../cell';
import { readAmount } from '../cells/readAmount';
import type { Cell, Finding, Recognition } from '../ledger';
import { saysCustomer, statedIn } from '../recognition/statedCustomer';
import type { RowWriter } from './rowWriter';

type Row = readonly Cell[];

/**
 * Reads the account of a customer whose name stands above the table by writing the name behind the cells of each row. Where further accounts
 * follow, the lines above each of them name its customer.
 */
export class AccountRows implements RowWriter {
  readonly recognition: Recognition;
  /** Where the name is written. */
  private readonly nameColumn: number;
  private readonly amounts: readonly number[];
  /** Lines above the next account, from the one that names a customer on. */
  private readonly above: Row[] = [];

  constructor(
    private readonly original: Recognition,
    private name: string,
  ) {
    const amounts: readonly string[] = ['amount', 'openAmount', 'debit', 'credit'];
    this.amounts = original.columns
      .filter(({ field }) => amounts.includes(field))
      .map(({ column }) => column);
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
      if (this.isAbove(cells)) return [];
      const isBlank = this.original.columns.every(({ column }) => isBlankCell(cells[column]));
      if (isBlank) return cells;
      const row: Cell[] = Array.from({ length: this.nameColumn }, (_, column) => cells[column] ?? null);
      row.push(this.name);
      return row;
    });
  }

  /** Take a line above an account; its first entry makes the customer that these lines name the one of what follows. */
  private isAbove(cells: Row): boolean {
    const hasAmount = this.amounts.some(column => !Number.isNaN(readAmount(cells[column])));
    const isLine = saysCustomer(cells) || (this.above.length > 0 && !hasAmount);
    if (isLine) this.above.push(cells);
    else if (this.above.length > 0) this.name = statedIn(this.above.splice(0))?.name ?? '';
    return isLine;
  }

  /** No cell of the row says the name. */
  whereFound(finding: Finding): Finding {
    return finding.column === this.nameColumn ? { ...finding, column: -1 } : finding;
  }
}
