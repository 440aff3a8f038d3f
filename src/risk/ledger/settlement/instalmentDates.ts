import type { Slices } from '../../slices';
import type { DocumentNumbers } from '../columns/documentNumbers';
import { growingFloats, growingIntegers } from '../columns/growingColumn';
import { NumberPlaces } from '../columns/numberPlaces';
import type { Ledger } from '../ledger';
import type { LedgerRows } from '../ledgerRows';

/** The columns of a ledger that tell when its invoices were written. */
export type DatedColumns = Pick<
  Ledger,
  'customers' | 'customer' | 'invoiceDate' | 'dueDate' | 'amount' | 'termsDays'
>;

const rowsPerSlice = 1 << 15;

/**
 * Give the rows of one invoice that have no invoice date the day it was written, so that its instalments are one order and not one for each due
 * date: the earliest invoice date among its rows, else the earliest due date less terms. Rows are of one invoice by customer and number. A row that is
 * alone keeps no date of its own: its day then follows from its due date and the terms.
 *
 * Writes to the invoice dates.
 *
 * @param placed the ledger's rows among the collected ones
 * @returns whether rows could take the date of others, so that a changed row tells of more than itself
 */
export function* dateInstalments(
  rows: LedgerRows,
  placed: Int32Array,
  ledger: DatedColumns,
): Slices<boolean> {
  const { documents } = rows;
  const rowCount = ledger.invoiceDate.length;
  const canBeDated = rows.invoiceDate !== null || rows.termsDays !== null;
  const firstUndated = documents !== null && canBeDated ? firstWithoutDate(ledger) : rowCount;
  if (documents === null || firstUndated === rowCount) return false;
  yield;
  yield* documents.readLate();
  const ownTerms = rows.termsDays?.values ?? null;
  const invoices = new UndatedInvoices(documents, placed, ledger, ownTerms);
  for (let row = firstUndated; row < rowCount; row += rowsPerSlice) {
    invoices.collect(row, Math.min(rowCount, row + rowsPerSlice));
    yield;
  }
  if (invoices.count === 0) return false;
  for (let row = 0; row < rowCount; row += rowsPerSlice) {
    invoices.takeWrittenDates(row, Math.min(rowCount, row + rowsPerSlice));
    yield;
  }
  for (let row = firstUndated; row < rowCount; row += rowsPerSlice) {
    invoices.date(row, Math.min(rowCount, row + rowsPerSlice));
    yield;
  }
  return true;
}

/** The first row of an invoice that has no invoice date; the count of rows where all have one, as they mostly do. */
function firstWithoutDate({ invoiceDate, amount }: DatedColumns): number {
  let row = 0;
  while (row < invoiceDate.length && !(Number.isNaN(invoiceDate[row]) && amount[row] > 0)) row++;
  return row;
}

/** Invoices of which rows have no invoice date, by customer and document number. */
class UndatedInvoices {
  private readonly documentPlaces = new NumberPlaces();
  private readonly places = new NumberPlaces();
  /** By place: how many rows have no date, and the earliest days; infinite where no row tells one. */
  private readonly parts = growingIntegers();
  private readonly written = growingFloats();
  private readonly fromDue = growingFloats();

  constructor(
    private readonly documents: DocumentNumbers,
    private readonly placed: Int32Array,
    private readonly ledger: DatedColumns,
    private readonly ownTerms: Float64Array | null,
  ) {}

  get count(): number {
    return this.places.length;
  }

  /** Collect the invoices of rows without a date. */
  collect(from: number, to: number): void {
    const { customer, customers, dueDate } = this.ledger;
    for (let row = from; row < to; row++) {
      const document = this.isUndated(row) ? this.documents.keyAt(this.placed[row]) : -1;
      if (document < 0) continue;
      const place = this.places.add(this.documentPlaces.add(document) * customers.length + customer[row]);
      if (place === this.parts.length) {
        this.parts.push(0);
        this.written.push(Number.POSITIVE_INFINITY);
        this.fromDue.push(Number.POSITIVE_INFINITY);
      }
      this.parts.room[place]++;
      const day = dueDate[row] - this.termsOf(row);
      if (day < this.fromDue.room[place]) this.fromDue.room[place] = day;
    }
  }

  /** Take the earliest date that rows of the same invoices have. */
  takeWrittenDates(from: number, to: number): void {
    const { invoiceDate, amount } = this.ledger;
    for (let row = from; row < to; row++) {
      const day = invoiceDate[row];
      const isDated = !Number.isNaN(day) && amount[row] > 0;
      const place = isDated ? this.placeOf(row) : -1;
      if (place >= 0 && day < this.written.room[place]) this.written.room[place] = day;
    }
  }

  /** Write the days of rows without a date. */
  date(from: number, to: number): void {
    for (let row = from; row < to; row++) {
      const place = this.isUndated(row) ? this.placeOf(row) : -1;
      if (place < 0) continue;
      const written = this.written.room[place];
      const isAlone = this.parts.room[place] === 1 && written === Number.POSITIVE_INFINITY;
      if (isAlone) continue;
      const day = written === Number.POSITIVE_INFINITY ? this.fromDue.room[place] : written;
      if (day !== Number.POSITIVE_INFINITY) this.ledger.invoiceDate[row] = day;
    }
  }

  private isUndated(row: number): boolean {
    return Number.isNaN(this.ledger.invoiceDate[row]) && this.ledger.amount[row] > 0;
  }

  /** The place of a row's invoice, -1 where no row of it is undated. */
  private placeOf(row: number): number {
    const { customer, customers } = this.ledger;
    const document = this.documents.keyAt(this.placed[row]);
    const place = document < 0 ? -1 : this.documentPlaces.placeOf(document);
    return place < 0 ? -1 : this.places.placeOf(place * customers.length + customer[row]);
  }

  private termsOf(row: number): number {
    const own = this.ownTerms?.[this.placed[row]] ?? Number.NaN;
    return Number.isNaN(own) ? this.ledger.termsDays[this.ledger.customer[row]] : own;
  }
}
