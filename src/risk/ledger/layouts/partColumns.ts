import { isBlankCell, plainText } from '../cell';
import { readDayOfMonth, readMonth, readYear } from '../cells/dateParts';
import { readDate, serialOf } from '../cells/readDate';
import { dateOfSerial } from '../cells/serialDate';
import type { Cell, DateSystem, Field, MonthSpan, Recognition } from '../ledger';
import { columnOf } from '../recognition/columnOf';
import { yearOf } from '../recognition/monthSpan';

type Row = readonly Cell[];

/** Where the parts of a date stand, zero-based; -1 for a year that no column has. */
export interface PartColumns {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Dates that columns may have in parts: year, month, day. */
const datesInParts = {
  invoiceDate: ['invoiceYear', 'invoiceMonth', 'invoiceDayOfMonth'],
  dueDate: ['dueYear', 'dueMonth', 'dueDayOfMonth'],
  paidDate: ['paidYear', 'paidMonth', 'paidDayOfMonth'],
} as const satisfies Partial<Record<Field, readonly [Field, Field, Field]>>;

type DateInParts = keyof typeof datesInParts;

/** The fields that are parts of a date. */
export const partFields: ReadonlySet<Field> = new Set(Object.values(datesInParts).flat());

/**
 * Find the columns of a date in parts; `null` where a column has it whole, or a part is missing.
 *
 * @example partsIn(recognition.columns, 'dueDate') //=> { year: 5, month: 4, day: 3 }
 */
export function partsIn(columns: Recognition['columns'], whole: DateInParts): PartColumns | null {
  const columnIn = (field: Field) => columnOf(columns, field);
  const [year, month, day] = datesInParts[whole].map(columnIn);
  const found = { year, month, day };
  return found.month >= 0 && found.day >= 0 && columnIn(whole) < 0 ? found : null;
}

/**
 * Puts invoice dates together, row by row. Where only the heading has the year, it is that of the month among the months the heading says.
 * Lists by hand write year and month once: a row with a day alone takes them from the row above.
 */
export class InvoiceDateParts {
  private yearAbove = Number.NaN;
  private monthAbove = Number.NaN;

  constructor(
    private readonly columns: PartColumns,
    private readonly months: MonthSpan | undefined,
    private readonly dateSystem: DateSystem,
  ) {}

  /** A serial day; nothing where no day is written; else what stands there, which no reader takes for a date. */
  dateOf(cells: Row): Cell {
    const { year, month, day } = this.columns;
    if (isBlankCell(cells[day])) return null;
    if (!isBlankCell(cells[month])) this.takeMonth(cells);
    const written = year >= 0 ? readYear(cells[year]) : Number.NaN;
    if (!Number.isNaN(written)) this.yearAbove = written;
    const date = { year: this.yearAbove, month: this.monthAbove, day: readDayOfMonth(cells[day]) };
    return dateOrParts(serialOf(date, this.dateSystem), cells, this.columns);
  }

  private takeMonth(cells: Row): void {
    const { year, month } = this.columns;
    this.monthAbove = readMonth(cells[month]);
    if (year < 0) this.yearAbove = this.months ? yearOf(this.monthAbove, this.months) : Number.NaN;
    else if (Number.isNaN(readYear(cells[year])) && !isBlankCell(cells[year])) this.yearAbove = Number.NaN;
  }
}

/**
 * Puts due dates or payment dates together. Where no column has the year, it is the first such day from the invoice date on: nobody grants a year,
 * or waits for one.
 */
export class LaterDateParts {
  constructor(
    private readonly columns: PartColumns,
    private readonly dateSystem: DateSystem,
  ) {}

  /** As `InvoiceDateParts` gives it; every row says its own date whole. */
  dateOf(cells: Row, invoiceDate: Cell): Cell {
    const { year, month, day } = this.columns;
    if ([year, month, day].every(column => isBlankCell(cells[column]))) return null;
    const written = { month: readMonth(cells[month]), day: readDayOfMonth(cells[day]) };
    const serialIn = (inYear: number) => serialOf({ ...written, year: inYear }, this.dateSystem);
    if (year >= 0) return dateOrParts(serialIn(readYear(cells[year])), cells, this.columns);
    const from = readDate(invoiceDate, 'ymd', this.dateSystem);
    const { year: invoiced } = dateOfSerial(from, this.dateSystem);
    const serial = [invoiced, invoiced + 1].map(serialIn).find(candidate => candidate >= from);
    return dateOrParts(serial ?? Number.NaN, cells, this.columns);
  }
}

/** Words between the parts keep `2 30` from being taken for a date of another kind. */
function dateOrParts(serial: number, cells: Row, { year, month, day }: PartColumns): Cell {
  if (!Number.isNaN(serial)) return serial;
  return [year, month, day]
    .map(column => cells[column])
    .filter(part => !isBlankCell(part))
    .map(plainText)
    .join(' · ');
}
