import { isBlankCell, plainText } from '../cell';
import type { FindingLog } from '../findings/findingLog';
import type { Cell, Field, Recognition } from '../ledger';
import { headerWords } from '../recognition/headerText';
import { matchWords } from '../recognition/matchHeader';
import { isNoteLine } from './noteLine';
import { isOtherHeader, repeatsHeader } from './repeatedHeader';

type Row = readonly Cell[];

const moneyFields: ReadonlySet<Field> = new Set(['amount', 'openAmount', 'paidAmount', 'debit', 'credit']);
const dateFields: ReadonlySet<Field> = new Set(['invoiceDate', 'dueDate']);

/** By column of the sheet's own list: where a list below has the same; null where that list has something else. */
type Places = ReadonlyMap<number, number> | null;

/**
 * Reads on where entries end. Lists may follow below under a header of their own: one that has the same columns in other places is read by its header; of
 * another one, of receipts say, no row is read, until the sheet's own header comes again. Each such header is a finding. What the pages of a printed list
 * have between entries is blanked: the header once more, page numbers, remarks, drawn lines.
 */
export class ListsBelow {
  private readonly amount: number;
  /** A header such as `2024`: then a glance cannot tell it from an amount. */
  private readonly isHeaderANumber: boolean;
  private hasEntries = false;
  /** `own` for rows of the sheet's own list. */
  private places: Places | 'own' = 'own';

  constructor(private readonly recognition: Recognition) {
    this.amount = recognition.columns.find(({ field }) => moneyFields.has(field))?.column ?? -1;
    this.isHeaderANumber = beginsWithDigit(recognition.headers[this.amount] ?? '');
  }

  /** Take the next rows and give them as the sheet's own list has its columns; `firstRow` is the zero-based row of `rows[0]`. */
  write(rows: readonly Row[], firstRow: number, findings: FindingLog): readonly Row[] {
    let written: Row[] | null = null;
    for (let index = 0; index < rows.length; index++) {
      if (firstRow + index <= this.recognition.headerRow) continue;
      const cells = rows[index];
      const isBetween = this.takeBetween(cells, firstRow + index, findings);
      if (!isBetween && this.places === 'own') continue;
      written ??= [...rows];
      written[index] = isBetween || this.places === null ? [] : this.inOwnPlaces(cells);
    }
    return written ?? rows;
  }

  /** Tells whether the row is none of a list: a header, or a line of a page. Rows have an amount, and no list begins right below a header. */
  private takeBetween(cells: Row, row: number, findings: FindingLog): boolean {
    const hasAmount = beginsWithDigit(cells[this.amount]);
    if (hasAmount) this.hasEntries = true;
    if (hasAmount && !this.isHeaderANumber) return false;
    if (isNoteLine(cells)) return true;
    if (repeatsHeader(cells, this.recognition)) {
      this.places = 'own';
      return true;
    }
    if (hasAmount || !this.hasEntries || !isOtherHeader(cells)) return false;
    this.places = this.placesIn(cells);
    const column = cells.findIndex(cell => !isBlankCell(cell));
    findings.add('otherList', row, column, cells[column]);
    return true;
  }

  private placesIn(header: Row): Places {
    const { columns, headers } = this.recognition;
    const places = new Map<number, number>();
    for (const { field, column } of columns) {
      const at = header.findIndex(
        (cell, place) =>
          ![...places.values()].includes(place) &&
          (plainText(cell) === headers[column] || means(cell, field)),
      );
      if (at >= 0) places.set(column, at);
    }
    const has = (isNeeded: (field: Field) => boolean, every: boolean) => {
      const needed = columns.filter(({ field }) => isNeeded(field)).map(({ column }) => places.has(column));
      return needed.length === 0 || (every ? needed.every(Boolean) : needed.some(Boolean));
    };
    const isSame =
      has(field => field === 'customer', true) &&
      has(field => moneyFields.has(field), true) &&
      has(field => dateFields.has(field), false);
    return isSame ? places : null;
  }

  private inOwnPlaces(cells: Row): Row {
    const { places } = this;
    if (places === 'own' || places === null) return cells;
    return this.recognition.headers.map((_, column) => cells[places.get(column) ?? -1] ?? null);
  }
}

/** A glance at what nearly every row has for an amount. */
const beginsWithDigit = (cell: Cell): boolean =>
  typeof cell === 'number' || (typeof cell === 'string' && cell >= '0' && cell < ':');

/** What a header means for sure, whatever else it may mean. */
const means = (header: Cell, field: Field): boolean =>
  matchWords(headerWords(header), 'ledger').some(match => match.field === field && match.confidence > 0.8);
