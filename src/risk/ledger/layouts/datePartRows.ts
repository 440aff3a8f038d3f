import type { Cell, ColumnMapping, DateSystem, Finding, Recognition } from '../ledger';
import { columnOf } from '../recognition/columnOf';
import { InvoiceDateParts, LaterDateParts, type PartColumns, partFields, partsIn } from './partColumns';
import type { RowWriter } from './rowWriter';

type Row = readonly Cell[];

/** Dates that come after the invoice date. */
const laterDates = ['dueDate', 'paidDate'] as const;

/** The parts of each date that has some. */
type DatesInParts = Partial<Record<'invoiceDate' | (typeof laterDates)[number], PartColumns>>;

/** Reads ledgers whose dates stand in parts (年, 月, 日) by writing each row with its invoice date, its due date and its paid date, as far as they do, behind its cells. */
export class DatePartRows implements RowWriter {
  readonly recognition: Recognition;
  /** How many columns the sheet has; what is written follows. */
  private readonly width: number;
  private readonly invoiceDate: InvoiceDateParts | null;
  private readonly later: readonly LaterDateParts[];
  /** Where the invoice date stands, written or whole. */
  private readonly invoiceColumn: number;
  /** The days of the written dates, in their order: what is found in a date is shown there. */
  private readonly dayColumns: readonly number[];

  constructor(
    private readonly original: Recognition,
    parts: DatesInParts,
    dateSystem: DateSystem,
  ) {
    const { columns, headers } = original;
    this.width = headers.length;
    this.invoiceDate =
      parts.invoiceDate === undefined
        ? null
        : new InvoiceDateParts(parts.invoiceDate, original.months, dateSystem);
    const later = laterDates.filter(date => parts[date] !== undefined);
    this.later = later.map(date => new LaterDateParts(parts[date]!, dateSystem));
    const fields = parts.invoiceDate === undefined ? later : (['invoiceDate', ...later] as const);
    this.dayColumns = fields.map(field => parts[field]!.day);
    const written = fields.map(
      (field, index): ColumnMapping => ({
        field,
        column: this.width + index,
        header: headers[parts[field]!.day],
        confidence: 1,
      }),
    );
    const all = [...columns.filter(({ field }) => !partFields.has(field)), ...written];
    this.invoiceColumn = columnOf(all, 'invoiceDate');
    this.recognition = {
      ...original,
      headers: [...headers, ...written.map(({ header }) => header)],
      columns: all,
    };
  }

  /** Make the reader of a ledger whose dates stand in parts; `null` where they stand whole. */
  static of(recognition: Recognition, dateSystem: DateSystem): DatePartRows | null {
    const parts: DatesInParts = {};
    for (const date of ['invoiceDate', ...laterDates] as const) {
      const found = partsIn(recognition.columns, date);
      if (found) parts[date] = found;
    }
    return Object.keys(parts).length > 0 ? new DatePartRows(recognition, parts, dateSystem) : null;
  }

  write(rows: readonly Row[], firstRow: number): Row[] {
    return rows.map((cells, index) => {
      if (firstRow + index <= this.original.headerRow) return cells;
      const row: Cell[] = Array.from({ length: this.width }, (_, column) => cells[column] ?? null);
      if (this.invoiceDate) row.push(this.invoiceDate.dateOf(cells));
      const invoiced = row[this.invoiceColumn];
      row.push(...this.later.map(parts => parts.dateOf(cells, invoiced)));
      return row;
    });
  }

  whereFound(finding: Finding): Finding {
    const column = this.dayColumns[finding.column - this.width] as number | undefined;
    return column === undefined ? finding : { ...finding, column };
  }
}
