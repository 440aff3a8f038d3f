import { isBlankCell, plainText } from '../cell';
import { parseDateText } from '../cells/dateText';
import { isTotalLabel, nameOfSubtotal } from '../cells/totalRow';
import type { Cell, Finding, Recognition } from '../ledger';
import { isCustomerHeading } from './groupedRows';
import { repeatsHeader } from './repeatedHeader';
import type { RowWriter } from './rowWriter';

type Row = readonly Cell[];

/**
 * Reads ledgers whose headings of customers stand in a column that means something else in the rows below them, mostly the dates: they, and
 * the labels of totals there, are written into a column of their own behind the cells.
 */
export class HeadedRows implements RowWriter {
  readonly recognition: Recognition;
  /** Where headings stand on the sheet. */
  private readonly column: number;
  /** Where they are written. */
  private readonly nameColumn: number;

  constructor(private readonly original: Recognition) {
    this.column = original.columns.find(({ field }) => field === 'customer')!.column;
    this.nameColumn = original.headers.length;
    const header = original.headers[this.column] ?? '';
    this.recognition = {
      ...original,
      headers: [...original.headers, header],
      columns: original.columns.map(mapping =>
        mapping.field === 'customer' ? { ...mapping, column: this.nameColumn } : mapping,
      ),
    };
  }

  /** Make the reader of a ledger with headings in another field's column; `null` where they stand in a column of their own. */
  static of(recognition: Recognition): HeadedRows | null {
    const { columns, customerGroups } = recognition;
    const customer = columns.find(({ field }) => field === 'customer')?.column;
    const isShared = columns.some(({ field, column }) => field !== 'customer' && column === customer);
    return customerGroups === 'heading' && isShared ? new HeadedRows(recognition) : null;
  }

  write(rows: readonly Row[], firstRow: number): Row[] {
    return rows.map((cells, index) => {
      if (firstRow + index <= this.original.headerRow) return cells;
      if (repeatsHeader(cells, this.original)) return [];
      const isName = this.isHeading(cells) || this.isLabel(cells);
      const row: Cell[] = Array.from({ length: this.nameColumn }, (_, column) => cells[column] ?? null);
      if (isName) row[this.column] = null;
      row.push(isName ? cells[this.column]! : null);
      return row;
    });
  }

  whereFound(finding: Finding): Finding {
    return finding.column === this.nameColumn ? { ...finding, column: this.column } : finding;
  }

  private isHeading(cells: Row): boolean {
    return isCustomerHeading(cells, this.column) && parseDateText(plainText(cells[this.column])) === null;
  }

  private isLabel(cells: Row): boolean {
    const cell = cells[this.column];
    return !isBlankCell(cell) && (isTotalLabel(cell) || nameOfSubtotal(cell) !== null);
  }
}
