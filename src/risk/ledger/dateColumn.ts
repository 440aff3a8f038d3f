import { isBlankCell, isErrorCell, plainText } from './cell';
import { type DateText, parseDateText } from './dateText';
import type { FindingLog } from './findingLog';
import { growingFloats } from './growingColumn';
import type { Cell, DateOrder, DateSystem } from './ledger';
import { readDate, serialOfText } from './readDate';

/** Where nothing on the sheet tells day from month: Excel's own home locale. */
const assumedOrder: DateOrder = 'mdy';

/** No month, and hardly the earliest day of a whole column. */
const earliestShortYear = 15;

/**
 * One column of dates, collected row by row. Texts that leave the order of day and month open wait until the whole column has
 * been seen, because a single `13/2/2024` decides them all.
 */
export class DateColumn {
  readonly serials = growingFloats();
  private readonly waiting: { readonly index: number; readonly row: number; readonly text: string }[] = [];
  private readonly parsed = new Map<string, DateText | null>();
  private dayFirstCount = 0;
  private monthFirstCount = 0;
  private yearFirstCount = 0;
  /** First and last parts of texts with two-digit years, where either could be the year. */
  private readonly shortFirsts = new Set<number>();
  private readonly shortLasts = new Set<number>();

  constructor(
    readonly column: number,
    private readonly dateSystem: DateSystem,
    private readonly findings: FindingLog,
  ) {}

  /** Take the cell of one row; an unreadable one becomes NaN and a finding. */
  add(cell: Cell, row: number): void {
    if (typeof cell === 'number') {
      this.addNumber(cell, row);
    } else if (isBlankCell(cell)) {
      this.serials.push(Number.NaN);
    } else if (isErrorCell(cell)) {
      this.findings.add('errorCell', row, this.column, cell);
      this.serials.push(Number.NaN);
    } else {
      this.addText(cell, row);
    }
  }

  private addNumber(value: number, row: number): void {
    const serial = readDate(value, assumedOrder, this.dateSystem);
    // An empty cell may arrive as 0: below 1 is missing, not wrong.
    if (Number.isNaN(serial) && value >= 1) this.findings.add('unreadableDate', row, this.column, value);
    this.serials.push(serial);
  }

  private addText(cell: Cell, row: number): void {
    const text = plainText(cell);
    const parsed = this.parse(text);
    if (parsed?.order === 'open') {
      this.weigh(parsed.parts, parsed.isYearLast);
      this.waiting.push({ index: this.serials.length, row, text });
      this.serials.push(Number.NaN);
      return;
    }
    const serial = readDate(text, assumedOrder, this.dateSystem);
    this.findings.add(Number.isNaN(serial) ? 'unreadableDate' : 'textDate', row, this.column, cell);
    this.serials.push(serial);
  }

  /** A ledger has far more rows than days. */
  private parse(text: string): DateText | null {
    let parsed = this.parsed.get(text);
    if (parsed === undefined) {
      parsed = parseDateText(text);
      this.parsed.set(text, parsed);
    }
    return parsed;
  }

  private weigh([first, second, last]: readonly [number, number, number], isYearLast: boolean): void {
    if (!isYearLast) {
      this.shortFirsts.add(first);
      this.shortLasts.add(last);
    }
    if (!isYearLast && first > 31) this.yearFirstCount++;
    else if (first > 12 && second <= 12) this.dayFirstCount++;
    else if (second > 12 && first <= 12) this.monthFirstCount++;
  }

  /** The order the column's own texts prove, by majority; `null` when they prove none or contradict each other evenly. */
  get provenOrder(): DateOrder | null {
    const { dayFirstCount, monthFirstCount, yearFirstCount } = this;
    if (yearFirstCount > Math.max(dayFirstCount, monthFirstCount) || this.looksYearFirst) return 'ymd';
    if (dayFirstCount === monthFirstCount) return null;
    return dayFirstCount > monthFirstCount ? 'dmy' : 'mdy';
  }

  /** `24-03-05, 24-03-19, 24-04-02`: the years of a ledger are few and recent, its days are many. */
  private get looksYearFirst(): boolean {
    const { shortFirsts, shortLasts } = this;
    return shortFirsts.size < shortLasts.size && Math.min(...shortFirsts) >= earliestShortYear;
  }

  /**
   * Read the texts that waited: by the column's own proof, else by that of another date column of the sheet (`neighbourOrder`),
   * else month first, with a finding that says so.
   */
  settle(neighbourOrder: DateOrder | null): void {
    const order = this.provenOrder ?? neighbourOrder ?? assumedOrder;
    const isAssumed = this.provenOrder === null && neighbourOrder === null;
    const first = this.waiting[0];
    if (first && isAssumed) this.findings.add('assumedDateOrder', first.row, this.column, order);
    const values = this.serials.values;
    for (const { index, row, text } of this.waiting) {
      const serial = serialOfText(this.parse(text)!, order, this.dateSystem);
      values[index] = serial;
      this.findings.add(Number.isNaN(serial) ? 'unreadableDate' : 'textDate', row, this.column, text);
    }
  }
}

/** Settle all date columns of a sheet, each helped by the first other one whose order is proven. */
export function settleDateColumns(columns: readonly DateColumn[]): void {
  const proven = columns.map(column => column.provenOrder);
  for (const column of columns) {
    column.settle(proven.find(order => order !== null) ?? null);
  }
}
