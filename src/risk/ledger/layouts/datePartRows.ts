import type { Cell, ColumnMapping, DateSystem, Finding, Recognition } from '../ledger';
import { DueDateParts, InvoiceDateParts, type PartColumns, partFields, partsIn } from './partColumns';
import { repeatsHeader } from './repeatedHeader';
import type { RowWriter } from './rowWriter';

type Row = readonly Cell[];

/** Reads ledgers whose dates stand in parts (年, 月, 日) by writing each row with its invoice date, its due date, or both behind its cells. */
export class DatePartRows implements RowWriter {
  readonly recognition: Recognition;
  /** How many columns the sheet has; what is written follows. */
  private readonly width: number;
  private readonly invoiceDate: InvoiceDateParts | null;
  private readonly dueDate: DueDateParts | null;
  /** Where the invoice date stands, written or whole. */
  private readonly invoiceColumn: number;
  /** The days of the written dates, in their order: what is found in a date is shown there. */
  private readonly dayColumns: readonly number[];

  constructor(
    private readonly original: Recognition,
    invoiceParts: PartColumns | null,
    dueParts: PartColumns | null,
    dateSystem: DateSystem,
  ) {
    const { columns, headers } = original;
    this.width = headers.length;
    this.invoiceDate = invoiceParts && new InvoiceDateParts(invoiceParts, original.months, dateSystem);
    this.dueDate = dueParts && new DueDateParts(dueParts, dateSystem);
    this.dayColumns = [invoiceParts, dueParts].filter(parts => parts !== null).map(({ day }) => day);
    const written = this.dayColumns.map(
      (day, index): ColumnMapping => ({
        field: index === 0 && invoiceParts ? 'invoiceDate' : 'dueDate',
        column: this.width + index,
        header: headers[day],
        confidence: 1,
      }),
    );
    const all = [...columns.filter(({ field }) => !partFields.has(field)), ...written];
    this.invoiceColumn = all.find(({ field }) => field === 'invoiceDate')?.column ?? -1;
    this.recognition = {
      ...original,
      headers: [...headers, ...written.map(({ header }) => header)],
      columns: all,
    };
  }

  /** Make the reader of a ledger whose dates stand in parts; `null` where they stand whole. */
  static of(recognition: Recognition, dateSystem: DateSystem): DatePartRows | null {
    const invoice = partsIn(recognition.columns, 'invoiceDate');
    const due = partsIn(recognition.columns, 'dueDate');
    return invoice || due ? new DatePartRows(recognition, invoice, due, dateSystem) : null;
  }

  write(rows: readonly Row[], firstRow: number): Row[] {
    return rows.map((cells, index) => {
      if (firstRow + index <= this.original.headerRow) return cells;
      if (repeatsHeader(cells, this.original)) return [];
      const row: Cell[] = Array.from({ length: this.width }, (_, column) => cells[column] ?? null);
      if (this.invoiceDate) row.push(this.invoiceDate.dateOf(cells));
      if (this.dueDate) row.push(this.dueDate.dateOf(cells, row[this.invoiceColumn]));
      return row;
    });
  }

  whereFound(finding: Finding): Finding {
    const column = this.dayColumns[finding.column - this.width] as number | undefined;
    return column === undefined ? finding : { ...finding, column };
  }
}
