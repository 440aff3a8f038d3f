import { isBlankCell } from '../cell';
import { readDate, serialOf } from '../cells/readDate';
import { dateOfSerial } from '../cells/serialDate';
import { readYearlessDate, type YearlessDate } from '../cells/yearlessDate';
import type { FindingLog } from '../findings/findingLog';
import type { Cell, DateSystem, Field, Finding, MonthSpan, Recognition, YearlessDates } from '../ledger';
import { isShortSpan, yearOf } from '../recognition/monthSpan';
import type { RowWriter } from './rowWriter';

type Row = readonly Cell[];

/** Dates that come after the invoice date. */
const laterDates: readonly Field[] = ['dueDate', 'paidDate'];

/**
 * Reads dates that are written without their year (`3月1日`) by writing each with it in its place: an invoice is of the year that its month has among the
 * months of the list; what is due or paid later is of the first such day from the invoice on. What that does not tell stays as it is, unreadable.
 */
export class YearlessRows implements RowWriter {
  private readonly months: MonthSpan | null;
  private readonly invoiceColumn: number;
  private readonly laterColumns: readonly number[];

  constructor(
    readonly recognition: Recognition,
    yearless: YearlessDates,
    private readonly dateSystem: DateSystem,
  ) {
    const columnsOf = (...fields: readonly Field[]) =>
      recognition.columns.filter(({ field }) => fields.includes(field)).map(({ column }) => column);
    this.invoiceColumn = columnsOf('invoiceDate')[0] ?? -1;
    this.laterColumns = columnsOf(...laterDates);
    this.months = monthsOfYearless(yearless, dateSystem);
  }

  /** Make the reader of a ledger with such dates; `null` for all others. */
  static of(recognition: Recognition, dateSystem: DateSystem): YearlessRows | null {
    const { yearless } = recognition;
    return yearless ? new YearlessRows(recognition, yearless, dateSystem) : null;
  }

  write(rows: readonly Row[], firstRow: number, findings: FindingLog): readonly Row[] {
    return rows.map((cells, index) => {
      const row = firstRow + index;
      return row <= this.recognition.headerRow ? cells : this.withYears(cells, row, findings);
    });
  }

  whereFound(finding: Finding): Finding {
    return finding;
  }

  private withYears(cells: Row, row: number, findings: FindingLog): Row {
    const written = [...cells];
    const write = (column: number, serialIn: (date: YearlessDate) => number) => {
      const date = readYearlessDate(cells[column]);
      const serial = date === null ? Number.NaN : serialIn(date);
      if (Number.isNaN(serial)) return;
      written[column] = serial;
      findings.add('textDate', row, column, cells[column]);
    };
    write(this.invoiceColumn, date => this.invoicedOn(date));
    const from = readDate(written[this.invoiceColumn], 'ymd', this.dateSystem);
    const isDated = !isBlankCell(written[this.invoiceColumn]) && !Number.isNaN(from);
    if (isDated) for (const column of this.laterColumns) write(column, date => this.firstFrom(from, date));
    return written;
  }

  private invoicedOn({ month, day }: YearlessDate): number {
    const year = this.months === null ? Number.NaN : yearOf(month, this.months);
    return serialOf({ year, month, day }, this.dateSystem);
  }

  private firstFrom(from: number, date: YearlessDate): number {
    const { year } = dateOfSerial(from, this.dateSystem);
    const serials = [year, year + 1].map(inYear => serialOf({ ...date, year: inYear }, this.dateSystem));
    return serials.find(serial => serial >= from) ?? Number.NaN;
  }
}

/** Give the months that tell the year of dates without one: those of the heading, else from the first to the last of the other days; `null` where neither does. */
export function monthsOfYearless({ months, days }: YearlessDates, dateSystem: DateSystem): MonthSpan | null {
  const span = months ?? (days && monthsFrom(days, dateSystem));
  return span !== undefined && isShortSpan(span) ? span : null;
}

const monthsFrom = (
  { first, last }: NonNullable<YearlessDates['days']>,
  dateSystem: DateSystem,
): MonthSpan => ({
  first: dateOfSerial(first, dateSystem),
  last: dateOfSerial(last, dateSystem),
});
