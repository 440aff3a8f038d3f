import { isBlankCell, isErrorCell, plainText } from '../cell';
import { type DateText, parseDateText, saysNoDate } from '../cells/dateText';
import { readDocumentStatus } from '../cells/documentStatus';
import { areYearsFirst, isSixDigits, packedDay } from '../cells/packedDay';
import { readDate, serialOf, serialOfText } from '../cells/readDate';
import type { FindingLog } from '../findings/findingLog';
import type { Cell, DateOrder, DateSystem } from '../ledger';
import { growingDays, growingIntegers } from './growingColumn';

/** Where nothing on the sheet tells day from month: Excel's own home locale. */
const assumedOrder: DateOrder = 'mdy';

/** No month, and hardly the earliest day of a whole column. */
const earliestShortYear = 15;
/** Excel takes 30 for 1930. */
const latestShortYear = 29;
/** More are days. */
const mostYears = 4;

/** Fewer days may all be early in their months by chance. */
const fewestTurned = 5;

/** Below it a number is a serial day and nothing else. */
const leastPacked = 100_000;

const dotted = /^\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})$/;

/** What one text of the column says; a ledger has far more rows than days. */
interface DateReading {
  readonly code: number;
  readonly text: string;
  readonly parsed: DateText | null;
  /** NaN where unreadable, and where the order of day and month is open. */
  readonly serial: number;
  /** Says that there is no date yet. */
  readonly isNone: boolean;
  /** Says that the document is paid, and no day. */
  readonly isPaid: boolean;
  /** Six digits, of which only the whole column says whether they are a day. */
  readonly isPacked: boolean;
  /** How many rows say it. */
  count: number;
}

/**
 * One column of dates, collected row by row. Texts that leave the order of day and month open wait until the whole column has
 * been seen, because a single `13/2/2024` decides them all.
 */
export class DateColumn {
  readonly serials = growingDays();
  /** Entries of which the cell says that they are paid (`PAID`, 已收), where such words are taken, with the sheet's row and the word. */
  readonly paid: { readonly entry: number; readonly row: number; readonly word: Cell }[] = [];
  /** Entries of six digits, with the sheet's row: days, where the whole column has nothing else. */
  private readonly packed: { readonly entry: number; readonly row: number; readonly cell: Cell }[] = [];
  private readonly readings = new Map<Cell, DateReading>();
  /** By code. */
  private readonly readingList: DateReading[] = [];
  private readonly waitingIndex = growingIntegers();
  private readonly waitingRow = growingIntegers();
  private readonly waitingCode = growingIntegers();

  /** @param takesPaid whether a word such as `PAID` in place of a day says that a document is paid; else it is unreadable */
  constructor(
    readonly column: number,
    private readonly dateSystem: DateSystem,
    private readonly findings: FindingLog,
    private readonly takesPaid = false,
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

  /** Take the cells of `rows[from] … rows[to − 1]`; `firstRow` is the sheet's row of `rows[0]`. */
  addRows(rows: readonly (readonly Cell[])[], from: number, to: number, firstRow: number): void {
    let next = from;
    while (next < to) {
      next = this.addSerials(rows, next, to);
      if (next === to) return;
      this.add(rows[next][this.column], firstRow + next);
      next++;
    }
  }

  /** Take serial days and empty cells, which need no reading; stops at the first other cell and tells where. */
  private addSerials(rows: readonly (readonly Cell[])[], from: number, to: number): number {
    const { column } = this;
    const first = this.serials.extend(to - from);
    const { room } = this.serials;
    let index = from;
    for (; index < to; index++) {
      const cell = rows[index][column];
      if (typeof cell === 'number' && cell >= 1 && cell < leastPacked)
        room[first + index - from] = Math.floor(cell);
      else if (cell === '' || cell === null) room[first + index - from] = Number.NaN;
      else break;
    }
    this.serials.length = first + index - from;
    return index;
  }

  private addNumber(value: number, row: number): void {
    if (isSixDigits(value)) {
      this.addPacked(value, row);
      return;
    }
    const serial = readDate(value, assumedOrder, this.dateSystem);
    // An empty cell may arrive as 0: below 1 is missing, not wrong.
    if (Number.isNaN(serial) && value >= 1) this.findings.add('unreadableDate', row, this.column, value);
    this.serials.push(serial);
  }

  private addPacked(cell: Cell, row: number): void {
    this.packed.push({ entry: this.serials.length, row, cell });
    this.serials.push(Number.NaN);
  }

  private addText(cell: Cell, row: number): void {
    const reading = this.readings.get(cell) ?? this.read(cell);
    reading.count++;
    if (reading.isPacked) {
      this.addPacked(cell, row);
      return;
    }
    if (reading.parsed?.order === 'open') {
      this.waitingIndex.push(this.serials.length);
      this.waitingRow.push(row);
      this.waitingCode.push(reading.code);
    } else if (reading.isPaid) {
      this.paid.push({ entry: this.serials.length, row, word: cell });
    } else if (!reading.isNone) {
      this.findings.add(Number.isNaN(reading.serial) ? 'unreadableDate' : 'textDate', row, this.column, cell);
    }
    this.serials.push(reading.serial);
  }

  private read(cell: Cell): DateReading {
    const text = plainText(cell);
    const parsed = parseDateText(text);
    const isOpen = parsed?.order === 'open';
    const serial = isOpen ? Number.NaN : readDate(text, assumedOrder, this.dateSystem);
    const isNone = saysNoDate(cell);
    const isPaid = this.takesPaid && readDocumentStatus(cell) === 'settled';
    const isPacked = isSixDigits(cell);
    const reading = {
      code: this.readingList.length,
      text,
      parsed,
      serial,
      isNone,
      isPaid,
      isPacked,
      count: 0,
    };
    this.readingList.push(reading);
    this.readings.set(cell, reading);
    return reading;
  }

  /** Say of words such as `PAID` that they are no days, where nothing is made of them. */
  notePaid(): void {
    for (const { row, word } of this.paid) this.findings.add('unreadableDate', row, this.column, word);
  }

  /** The order the column's own texts prove, by majority; `null` when they prove none or contradict each other evenly. */
  get provenOrder(): DateOrder | null {
    const { yearFirst, dayFirst, monthFirst } = this.evidence;
    if (yearFirst > 0 && yearFirst >= Math.max(dayFirst, monthFirst)) return 'ymd';
    if (this.looksYearFirst) return 'ymd';
    if (dayFirst === monthFirst) return null;
    return dayFirst > monthFirst ? 'dmy' : 'mdy';
  }

  /** Whether texts are written as `31.03.2026` is, in countries that write 1.234,50. */
  get isDotted(): boolean {
    return this.readingList.some(({ text }) => dotted.test(text));
  }

  /** Some texts begin with the day and others with the month: then one that could be either proves nothing by the rest. */
  get isContradictory(): boolean {
    const { dayFirst, monthFirst } = this.evidence;
    return dayFirst > 0 && monthFirst > 0;
  }

  /** How many rows prove each order. */
  private get evidence() {
    let yearFirst = 0;
    let dayFirst = 0;
    let monthFirst = 0;
    for (const { parsed, count } of this.readingList) {
      if (parsed?.order === 'fixed' && parsed.isShortYearFirst) yearFirst += count;
      if (parsed?.order !== 'open') continue;
      const [first, second, last] = parsed.parts;
      if (!parsed.isYearLast && (first > 31 || isPastYear(last))) yearFirst += count;
      else if (first > 12 && second <= 12) dayFirst += count;
      else if (second > 12 && first <= 12) monthFirst += count;
    }
    return { yearFirst, dayFirst, monthFirst };
  }

  /**
   * `24-03-05, 24-03-19, 24-04-02`: the years of a ledger are few and recent, its days are many. `25-12-01, 26-01-01`: some years that follow each other come
   * before the first days of months rather than days before the years when the century was young.
   */
  private get looksYearFirst(): boolean {
    const firsts = new Set<number>();
    const lasts = new Set<number>();
    for (const { parsed } of this.readingList) {
      if (parsed?.order !== 'open' || parsed.isYearLast) continue;
      firsts.add(parsed.parts[0]);
      lasts.add(parsed.parts[2]);
    }
    if (firsts.size === 0) return false;
    const [first, last] = [Math.min(...firsts), Math.max(...firsts)];
    const areEarly = Math.max(...lasts) < earliestShortYear && last <= latestShortYear;
    const areFew = firsts.size < lasts.size || (areEarly && last - first < mostYears);
    return areFew && first >= earliestShortYear;
  }

  /**
   * The order that the column's own texts prove beside others of the sheet.
   *
   * @param isYearFirst whether another column begins with short years: then a `26` at the beginning is no proof of a day
   */
  provenBeside(isYearFirst: boolean): DateOrder | null {
    return isYearFirst && this.mayBeginWithYear ? 'ymd' : this.provenOrder;
  }

  private get mayBeginWithYear(): boolean {
    return this.readingList.every(
      ({ parsed }) =>
        parsed?.order !== 'open' || (!parsed.isYearLast && parsed.parts[0] >= earliestShortYear),
    );
  }

  /** Read cells of six digits (`260131`) as days, where the column has nothing but days that are written so. */
  private settlePacked(): void {
    const { packed, serials } = this;
    if (packed.length === 0) return;
    const days = packed.map(({ cell }) => packedDay(cell));
    const hasOthers = this.waitingIndex.length > 0 || serials.values.some(serial => !Number.isNaN(serial));
    const known = days.filter(day => day !== null);
    const areDays = !hasOthers && known.length === days.length && areYearsFirst(known);
    for (const [index, { entry, row, cell }] of packed.entries()) {
      const day = days[index];
      const serial = areDays && day ? serialOf(day, this.dateSystem) : Number.NaN;
      serials.values[entry] = serial;
      this.findings.add(Number.isNaN(serial) ? 'unreadableDate' : 'textDate', row, this.column, cell);
    }
  }

  /**
   * An Excel that puts the month first makes dates of `5/3/2024` and leaves `31/3/2024` a text: then all texts have a day beyond 12 where
   * the month would stand, and no date has one. The dates are those of other months then.
   */
  private noteTurnedDates(): void {
    const open = this.readingList.filter(({ parsed }) => parsed?.order === 'open');
    const isDayBeyond = ({ parsed }: DateReading) =>
      parsed?.order === 'open' && parsed.parts[0] > 12 && parsed.parts[1] <= 12 && parsed.isYearLast;
    if (!open.every(isDayBeyond)) return;
    const { values } = this.serials;
    const waiting = new Set(this.waitingIndex.values);
    let count = 0;
    for (let entry = 0; entry < values.length; entry++) {
      if (Number.isNaN(values[entry]) || waiting.has(entry)) continue;
      if (dayOfMonth(values[entry], this.dateSystem) > 12) return;
      count++;
    }
    if (count >= fewestTurned) {
      this.findings.add('turnedDates', this.waitingRow.values[0], this.column, open[0].text);
    }
  }

  /**
   * Read the texts that waited: by the column's own proof, else by that of another date column of the sheet (`neighbourOrder`),
   * else as it is assumed, with a finding that says so.
   */
  settle(proven: DateOrder | null, neighbourOrder: DateOrder | null, assumed: DateOrder): void {
    this.settlePacked();
    if (this.waitingIndex.length === 0) return;
    this.noteTurnedDates();
    const order = proven ?? neighbourOrder ?? assumed;
    const isAssumed = proven === null && neighbourOrder === null;
    if (isAssumed) this.findings.add('assumedDateOrder', this.waitingRow.values[0], this.column, order);
    const settled = this.readingList.map(({ parsed, serial }) =>
      parsed?.order === 'open' ? serialOfText(parsed, order, this.dateSystem) : serial,
    );
    const values = this.serials.values;
    for (let waiting = 0; waiting < this.waitingIndex.length; waiting++) {
      const code = this.waitingCode.values[waiting];
      const serial = settled[code];
      values[this.waitingIndex.values[waiting]] = serial;
      this.findings.add(
        Number.isNaN(serial) ? 'unreadableDate' : 'textDate',
        this.waitingRow.values[waiting],
        this.column,
        this.readingList[code].text,
      );
    }
  }
}

/** 30 and 31 are days rather than 1930 and 1931, in which nobody was invoiced that still owes. */
const isPastYear = (last: number): boolean => last === 30 || last === 31;

/** The day before serial 1, after February 1900. */
const epoch: Readonly<Record<DateSystem, number>> = {
  1900: Date.UTC(1899, 11, 30),
  1904: Date.UTC(1904, 0, 1),
};
const millisecondsPerDay = 86_400_000;

const dayOfMonth = (serial: number, dateSystem: DateSystem): number =>
  new Date(epoch[dateSystem] + serial * millisecondsPerDay).getUTCDate();

/**
 * Find the order that the texts of each date column of a sheet prove, and the one that those follow which prove none.
 *
 * @param isLeftOut columns that prove nothing whatever their texts say
 */
export function provenOrders(
  columns: readonly DateColumn[],
  isLeftOut: (column: DateColumn) => boolean = () => false,
): { readonly own: readonly (DateOrder | null)[]; readonly elsewhere: DateOrder | null } {
  const isYearFirst = columns.some(column => !isLeftOut(column) && column.provenOrder === 'ymd');
  const own = columns.map(column => (isLeftOut(column) ? null : column.provenBeside(isYearFirst)));
  const isOther = (order: DateOrder | null) => order !== null && order !== 'ymd';
  return { own, elsewhere: own.find(isOther) ?? (isYearFirst ? 'ymd' : null) };
}

/**
 * Settle all date columns of a sheet, each helped by the first other one whose order is proven. Where none is, texts begin with the month, and with the day on
 * a sheet of countries that write 31.03.2026 or 1.234,50.
 *
 * @param isContinental whether the rest of the sheet is written as in these countries
 */
export function settleDateColumns(columns: readonly DateColumn[], isContinental = false): void {
  const { own, elsewhere } = provenOrders(columns);
  const beginsWithDay = isContinental || columns.some(({ isDotted }) => isDotted);
  const assumed = beginsWithDay ? 'dmy' : assumedOrder;
  for (const [index, column] of columns.entries()) column.settle(own[index], elsewhere, assumed);
}
