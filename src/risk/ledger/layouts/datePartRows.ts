import { isBlankCell, plainText } from '../cell';
import { readDayOfMonth, readMonth, readYear } from '../cells/dateParts';
import { serialOf } from '../cells/readDate';
import type { Cell, DateSystem, Field, Finding, Recognition } from '../ledger';
import { yearOf } from '../recognition/monthSpan';
import { repeatsHeader } from './repeatedHeader';
import type { RowWriter } from './rowWriter';

type Row = readonly Cell[];

const partFields: readonly Field[] = ['invoiceYear', 'invoiceMonth', 'invoiceDayOfMonth'];

/**
 * Reads ledgers whose dates stand in parts (年, 月, 日) by writing each row with its invoice date behind its cells. Where only the heading has
 * the year, it is that of the month among the months the heading says. Lists by hand write year and month once: a row with a day alone takes
 * them from the row above.
 */
export class DatePartRows implements RowWriter {
  readonly recognition: Recognition;
  private readonly year: number;
  private readonly month: number;
  private readonly day: number;
  /** Where the date is written. */
  private readonly dateColumn: number;
  private yearAbove = Number.NaN;
  private monthAbove = Number.NaN;

  constructor(
    private readonly original: Recognition,
    private readonly dateSystem: DateSystem,
  ) {
    const columnOf = (field: Field) =>
      original.columns.find(mapping => mapping.field === field)?.column ?? -1;
    this.year = columnOf('invoiceYear');
    this.month = columnOf('invoiceMonth');
    this.day = columnOf('invoiceDayOfMonth');
    this.dateColumn = original.headers.length;
    const header = original.headers[this.day] ?? '';
    this.recognition = {
      ...original,
      headers: [...original.headers, header],
      columns: [
        ...original.columns.filter(({ field }) => !partFields.includes(field)),
        { field: 'invoiceDate', column: this.dateColumn, header, confidence: 1 },
      ],
    };
  }

  /** Make the reader of a ledger whose dates stand in parts; `null` where they stand whole. */
  static of(recognition: Recognition, dateSystem: DateSystem): DatePartRows | null {
    const has = (field: Field) => recognition.columns.some(mapping => mapping.field === field);
    const hasParts = has('invoiceMonth') && has('invoiceDayOfMonth') && !has('invoiceDate');
    return hasParts ? new DatePartRows(recognition, dateSystem) : null;
  }

  write(rows: readonly Row[], firstRow: number): Row[] {
    return rows.map((cells, index) => {
      if (firstRow + index <= this.original.headerRow) return cells;
      if (repeatsHeader(cells, this.original)) return [];
      const row: Cell[] = Array.from({ length: this.dateColumn }, (_, column) => cells[column] ?? null);
      row.push(this.dateOf(cells));
      return row;
    });
  }

  whereFound(finding: Finding): Finding {
    return finding.column === this.dateColumn ? { ...finding, column: this.day } : finding;
  }

  /** A serial day; nothing where no day is written; else what stands there, which no reader takes for a date. */
  private dateOf(cells: Row): Cell {
    if (isBlankCell(cells[this.day])) return null;
    if (!isBlankCell(cells[this.month])) this.takeMonth(cells);
    const year = this.year >= 0 ? readYear(cells[this.year]) : Number.NaN;
    if (!Number.isNaN(year)) this.yearAbove = year;
    const day = readDayOfMonth(cells[this.day]);
    const serial = serialOf({ year: this.yearAbove, month: this.monthAbove, day }, this.dateSystem);
    if (!Number.isNaN(serial)) return serial;
    return partsOf([cells[this.year], cells[this.month], cells[this.day]]);
  }

  private takeMonth(cells: Row): void {
    this.monthAbove = readMonth(cells[this.month]);
    const { months } = this.original;
    if (this.year < 0) this.yearAbove = months ? yearOf(this.monthAbove, months) : Number.NaN;
    else if (Number.isNaN(readYear(cells[this.year])) && !isBlankCell(cells[this.year])) {
      this.yearAbove = Number.NaN;
    }
  }
}

/** Words between the parts keep `2 30` from being taken for a date of another kind. */
const partsOf = (parts: readonly Cell[]): string =>
  parts
    .filter(part => !isBlankCell(part))
    .map(plainText)
    .join(' · ');
