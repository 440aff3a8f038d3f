import { isBlankCell, plainText } from './cell';
import { currencyWithin } from './cells/currencyCode';
import { isSettlement, keepsSign } from './cells/documentType';
import { isCarriedTotal, isOpeningLabel } from './cells/periodRow';
import { readAmount } from './cells/readAmount';
import { readDisputed } from './cells/readDisputed';
import { readExcluded } from './cells/readExcluded';
import { readTermsDays } from './cells/readTerms';
import { isSummaryName, isTotalLabel, isTotalName, nameBesideSum, nameOfSubtotal } from './cells/totalRow';
import { AmountColumn, settleAmountColumns } from './columns/amountColumn';
import { CurrencyColumn } from './columns/currencyColumn';
import { CustomerColumn } from './columns/customerColumn';
import { CustomerNumbers } from './columns/customerNumbers';
import { DateColumn, settleDateColumns } from './columns/dateColumn';
import { DocumentNumbers, type KeptRows } from './columns/documentNumbers';
import { DocumentStates } from './columns/documentStates';
import { growingBytes, growingFloats } from './columns/growingColumn';
import { RecurringColumn } from './columns/recurringColumn';
import { References } from './columns/references';
import { SheetRows } from './columns/sheetRows';
import { TypeColumn } from './columns/typeColumn';
import { WordColumn } from './columns/wordColumn';
import { type CustomerCategory, customerCategories } from './customerList/customerCategories';
import { recordOf } from './customerList/customerFields';
import { FindingLog } from './findings/findingLog';
import { GroupedRows } from './layouts/groupedRows';
import type { Cell, DateSystem, LedgerField, Recognition } from './ledger';
import { isAgeHeader } from './recognition/ageingColumns';
import { areContinental } from './recognition/continentalNames';
import { moneyUnitOf } from './recognition/moneyUnit';

type Row = readonly Cell[];

const beforeAmounts = '$€£¥(-+';

/** Columns are read one after the other; so many rows at a time stay in the processor's cache between them. */
const rowsTogether = 256;

/**
 * The rows of a ledger as they are on the sheet, in typed columns: nothing decided yet that needs the whole sheet (order of dates, scale,
 * currency). Blank rows and rows of totals are left out. Columns that the sheet does not have are `null`.
 */
export class LedgerRows {
  readonly findings = new FindingLog();

  /** Zero-based within the block, per entry. */
  readonly sheetRow = new SheetRows();
  readonly customer: CustomerColumn;
  /** The customers' numbers, where they stand beside the names. */
  readonly customerNumbers: CustomerNumbers | null;
  readonly currency: CurrencyColumn;
  /** Index into `documentTypes`. */
  readonly type: TypeColumn | null;
  readonly disputed: RecurringColumn<Uint8Array<ArrayBuffer>> | null;
  readonly excluded: RecurringColumn<Uint8Array<ArrayBuffer>> | null;
  readonly states: DocumentStates;
  readonly termsDays: RecurringColumn<Float64Array<ArrayBuffer>> | null;
  /** What rows say of their customers in words. */
  readonly categories: Readonly<Record<CustomerCategory, WordColumn | null>>;
  /** Some may be left to be read late. */
  readonly documents: DocumentNumbers | null;
  readonly references: References | null;

  readonly amount: AmountColumn;
  readonly openAmount: AmountColumn | null;
  readonly paidAmount: AmountColumn | null;
  readonly creditLimit: AmountColumn | null;
  readonly invoiceDate: DateColumn | null;
  readonly dueDate: DateColumn | null;
  readonly paidDate: DateColumn | null;

  /** Entries that are no debt by their type. */
  private nothingOwed: ReadonlySet<number> = new Set();
  /** Entries that repeat what others say. */
  readonly repeated: number[] = [];

  /** `null` where each row names its customer. */
  private readonly groups: GroupedRows | null;
  private readonly columnOf: ReadonlyMap<string, number>;
  private readonly mapped: readonly number[];
  private readonly dateColumns: readonly DateColumn[];
  private readonly amountColumns: readonly AmountColumn[];
  private readonly recurring: readonly RecurringColumn<
    Uint8Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>
  >[];
  /** The column that tells most rows to be entries at a glance. */
  private readonly firstDate: number;
  /** What the last row of totals came to; NaN where there was none. */
  private totalAbove = Number.NaN;

  /** @param keptRows All rows of the block that were added so far; null where document numbers are to be read as they come. */
  constructor(
    readonly recognition: Recognition,
    dateSystem: DateSystem,
    keptRows: KeptRows['rows'] | null = null,
  ) {
    this.columnOf = new Map(recognition.columns.map(({ field, column }) => [field, column]));
    // Words of a customer alone, such as those copied down to the end of the sheet, make no entry.
    this.mapped = recognition.columns
      .filter(({ field }) => !customerCategories.some(category => category === field))
      .map(({ column }) => column);
    const { customerGroups } = recognition;
    this.groups = customerGroups ? new GroupedRows(customerGroups, this.column('customer')) : null;

    const where = <Column>(field: LedgerField, make: (column: number) => Column) =>
      this.has(field) ? make(this.column(field)) : null;
    const dates = (column: number) => new DateColumn(column, dateSystem, this.findings, true);
    const amounts = (column: number) =>
      new AmountColumn(column, this.findings, moneyUnitOf(recognition, column));
    this.invoiceDate = where('invoiceDate', dates);
    this.dueDate = where('dueDate', dates);
    this.paidDate = where('paidDate', dates);
    this.dateColumns = [this.invoiceDate, this.dueDate, this.paidDate].filter(column => column !== null);
    this.firstDate = this.dateColumns[0]?.column ?? -1;

    // A list of open items often has no other amount than what is open.
    const open = where('openAmount', amounts);
    this.amount = where('amount', amounts) ?? open ?? new AmountColumn(-1, this.findings);
    this.openAmount = open;
    this.paidAmount = where('paidAmount', amounts);
    this.creditLimit = where('creditLimit', amounts);
    this.amountColumns = [
      ...new Set([this.amount, this.openAmount, this.paidAmount, this.creditLimit]),
    ].filter(column => column !== null);

    const amountHeader = recognition.headers[this.amount.column] ?? '';
    const headerCurrency = currencyWithin(amountHeader);
    this.currency = new CurrencyColumn(this.column('currency'), this.amount.column, headerCurrency);
    this.customer = new CustomerColumn(this.column('customer'), this.column('customerNumber'), this.findings);
    const isNamed = this.has('customer') && this.column('customer') !== this.column('customerNumber');
    this.customerNumbers = isNamed
      ? where('customerNumber', column => new CustomerNumbers(column, this.findings))
      : null;
    const { sheetRow } = this;
    const kept = keptRows && { rows: keptRows, sheetRow };
    this.documents = where('document', column => new DocumentNumbers(column, kept));
    const { typeWords = -1 } = recognition;
    this.type =
      where('documentType', column => new TypeColumn(column)) ??
      (typeWords < 0 ? null : new TypeColumn(typeWords, true));
    this.disputed = where(
      'disputed',
      column => new RecurringColumn(column, growingBytes(), cell => Number(readDisputed(cell))),
    );
    this.excluded = where(
      'excluded',
      column => new RecurringColumn(column, growingBytes(), cell => Number(readExcluded(cell))),
    );
    this.states = new DocumentStates(this.column('documentStatus'), this.column('paymentStatus'));
    this.references = where('reference', column => new References(column));
    this.termsDays = where(
      'termsDays',
      column => new RecurringColumn(column, growingFloats(), readTermsDays),
    );
    this.categories = recordOf(customerCategories, category =>
      where(category, column => new WordColumn(column)),
    );
    this.recurring = [
      this.type,
      this.disputed,
      this.excluded,
      ...this.states.columns,
      this.termsDays,
      ...Object.values(this.categories),
    ].filter(column => column !== null);
  }

  /** Whether customers are named once, in a heading or the first of their rows. */
  get isGrouped(): boolean {
    return this.groups !== null;
  }

  get length(): number {
    return this.sheetRow.length;
  }

  /** The column of a field within the block, -1 when it has none. */
  column(field: LedgerField): number {
    return this.columnOf.get(field) ?? -1;
  }

  private has(field: LedgerField): boolean {
    return this.columnOf.has(field);
  }

  /** Take room for that many rows at once. */
  reserve(count: number): void {
    this.customer.reserve(count);
    this.documents?.reserve(count);
    for (const column of this.recurring) column.reserve(count);
    for (const { serials } of this.dateColumns) serials.reserve(count);
    for (const { amounts } of this.amountColumns) amounts.reserve(count);
  }

  /** Take rows of the block; `firstRow` is the block's row of `rows[0]`. */
  add(rows: readonly Row[], firstRow: number): void {
    let next = Math.max(0, this.recognition.headerRow + 1 - firstRow);
    if (this.groups !== null) {
      for (; next < rows.length; next++) this.addGrouped(this.groups, rows[next], firstRow + next);
      return;
    }
    while (next < rows.length) {
      const end = this.endOfPlainEntries(rows, next);
      if (end > next) {
        this.addEntries(rows, next, end, firstRow);
        next = end;
        continue;
      }
      if (this.isEntry(rows[next], firstRow + next)) this.addEntry(rows[next], firstRow + next);
      next++;
    }
  }

  /** Read what had to wait for the whole column: dates such as `5/3/2024`, amounts such as `1.234`, types such as `SA`. */
  settle(): void {
    const hasDecimalCommas = this.amountColumns.some(({ provenMark }) => provenMark === ',');
    settleDateColumns(this.dateColumns, this.isContinental || hasDecimalCommas);
    this.type?.settle(this.recognition.headers, this.sheetRow, this.findings);
    this.nothingOwed = new Set(this.type?.nothingOwed);
    settleAmountColumns(this.amountColumns, this.isContinental ? ',' : null);
    if (this.customerNumbers) this.customer.settle(this.customerNumbers, this.sheetRow);
    const paidDays = this.paidDate?.serials.values;
    this.states.settle(this.isOpenSaid, this.length, paidDays, this.dateColumns);
    if (this.hasMoneyRows) for (const column of this.dateColumns) column.notePaid();
  }

  /** Whether dates or headers are those of countries that write 1.234,50. */
  private get isContinental(): boolean {
    const { columns } = this.recognition;
    return this.dateColumns.some(({ isDotted }) => isDotted) || areContinental(columns);
  }

  /** Whether amounts or rows of payments say what is open: then no status has to. */
  private get isOpenSaid(): boolean {
    return this.hasMoneyRows || this.openAmount !== null || this.paidAmount !== null;
  }

  private get hasMoneyRows(): boolean {
    return this.type?.values.some(isSettlement) ?? false;
  }

  /** Whether a column of the sheet says that nothing is owed of an entry, or not by whom it is tiered for. */
  isKeptOut(entry: number): boolean {
    return this.excluded?.values[entry] === 1 || this.states.isVoid(entry) || this.nothingOwed.has(entry);
  }

  /** Whether some entry may be kept out. */
  get hasKeptOut(): boolean {
    return this.excluded !== null || this.states.columns.length > 0 || this.nothingOwed.size > 0;
  }

  /** Take a row of a ledger that names each customer once. */
  private addGrouped(groups: GroupedRows, cells: Row, row: number): void {
    if (groups.takeHeading(cells)) return;
    if (!this.isEntry(cells, row)) {
      if (!this.isBlank(cells) && this.isTotal(cells)) groups.endGroup();
      return;
    }
    const isDated = this.dateColumns.some(({ column }) => !isBlankCell(cells[column]));
    const named = isDated || groups.isFirstOfGroup(cells) ? groups.named(cells) : cells;
    const { column } = this.customer;
    if (!isBlankCell(named[column]) && named[column] !== cells[column]) {
      this.findings.add('namedAbove', row, column, named[column]);
    }
    this.addEntry(named, row);
  }

  /** Take a row that a glance does not tell to have an amount. */
  private addEntry(cells: Row, row: number): void {
    this.addEntries([cells], 0, 1, row);
    const { amounts, column } = this.amount;
    const isMissing = Number.isNaN(amounts.last) && isBlankCell(cells[column]);
    if (isMissing) this.findings.add('missingAmount', row, column, '');
  }

  /**
   * Say anew what an entry is, whatever its cell says; its amounts take the sign.
   *
   * @param type index into `documentTypes`
   */
  turn(entry: number, type: number): void {
    if (this.type) this.type.values[entry] = type;
    for (const column of new Set([this.amount, this.openAmount])) {
      if (column === null) continue;
      const { values } = column.amounts;
      values[entry] = keepsSign(type) ? Math.abs(values[entry]) : -Math.abs(values[entry]);
    }
  }

  /** Count an entry as a total: it repeats what others say. */
  leaveOut(entry: number): void {
    this.repeated.push(entry);
  }

  /** The day of an entry: its invoice date, else another one; NaN where it has none. */
  dayOf(entry: number): number {
    const dates = this.dateColumns.map(({ serials }) => serials.values[entry]);
    return dates.find(date => !Number.isNaN(date)) ?? Number.NaN;
  }

  /** Whether days rather fall than rise from row to row. */
  get isNewestFirst(): boolean {
    let steps = 0;
    let before = Number.NaN;
    for (let entry = 0; entry < this.length; entry++) {
      const day = this.dayOf(entry);
      if (day < before) steps--;
      else if (day > before) steps++;
      if (!Number.isNaN(day)) before = day;
    }
    return steps < 0;
  }

  private addEntries(rows: readonly Row[], from: number, to: number, firstRow: number): void {
    this.sheetRow.add(firstRow + from, to - from);
    for (const column of this.dateColumns) column.addRows(rows, from, to, firstRow);
    for (const column of this.amountColumns) column.addRows(rows, from, to, firstRow);
    for (const column of this.recurring) column.addRows(rows, from, to);
    this.currency.addRows(rows, from, to);
    this.documents?.addRows(rows, from, to);
    this.references?.addRows(rows, from, to);
    this.customer.addRows(rows, from, to, firstRow, this.amount.amounts.room);
    this.customerNumbers?.addRows(rows, from, to, firstRow, this.customer.codes, this.length - (to - from));
  }

  /** Where the run of rows ends that a glance tells to be entries, within as many as are read together: totals have no date. */
  private endOfPlainEntries(rows: readonly Row[], from: number): number {
    const latest = Math.min(rows.length, from + rowsTogether);
    const { firstDate } = this;
    const { column } = this.amount;
    let end = from;
    while (end < latest && isPlain(rows[end][column]) && beginsLikeDate(rows[end][firstDate])) end++;
    return end;
  }

  private isEntry(cells: Row, row: number): boolean {
    if (this.isBlank(cells) || this.isHeadingOfAge(cells)) return false;
    if (!this.isTotal(cells)) return true;
    this.totalAbove = readAmount(cells[this.amount.column]);
    this.findings.add(
      'totalRow',
      row,
      -1,
      cells.find(cell => !isBlankCell(cell)),
    );
    return false;
  }

  private isBlank(cells: Row): boolean {
    for (const column of this.mapped) if (!isBlankCell(cells[column])) return false;
    return true;
  }

  /** Lists sorted by age have it above its rows, in the place of their dates (QuickBooks, Zoho). */
  private isHeadingOfAge(cells: Row): boolean {
    const heading = cells[this.firstDate];
    if (typeof heading !== 'string' || !isBlankCell(cells[this.amount.column])) return false;
    return (
      cells.every((cell, column) => isBlankCell(cell) === (column !== this.firstDate)) && isAgeHeader(heading)
    );
  }

  private isTotal(cells: Row): boolean {
    // Totals have no date, but their label may stand in its place; this also spares every ordinary row the look at its label.
    const isDate = (cell: Cell) => !isBlankCell(cell) && !isTotalLabel(cell) && nameOfSubtotal(cell) === null;
    if (this.dateColumns.some(({ column }) => isDate(cells[column]))) return false;
    const customer = cells[this.column('customer')];
    const isNoName = isTotalName(customer) || isSummaryName(customer);
    const isLabelled = cells.some(isSumLabel) || isNoName || this.isBroughtForward(cells);
    const document = cells[this.column('document')];
    if (isBlankCell(customer)) {
      return isLabelled || (isBlankCell(document) && cells.some(cell => nameOfSubtotal(cell) !== null));
    }
    if (!isBlankCell(document) && !isTotalLabel(document)) return false;
    if (isLabelled) return true;
    const { register } = this.customer;
    const name = nameOfSubtotal(customer) ?? nameBesideSum(customer);
    return name !== null && register.has(name) && !register.has(plainText(customer));
  }

  /** What a page begins with is what the one above ended with. */
  private isBroughtForward(cells: Row): boolean {
    const { column } = this.amount;
    return readAmount(cells[column]) === this.totalAbove && cells.some(isOpeningLabel);
  }
}

const isSumLabel = (cell: Cell): boolean => isTotalLabel(cell) || isCarriedTotal(cell);

/** A number, or a text that begins with a digit, as nearly all dates do; any other may be a date or the label of a total. */
function beginsLikeDate(cell: Cell): boolean {
  return typeof cell === 'number' || (typeof cell === 'string' && isDigit(cell.charCodeAt(0)));
}

/** A number, or a text that begins like an amount. */
function isPlain(cell: Cell): boolean {
  return typeof cell === 'number' || beginsLikeAmount(cell);
}

/** A digit, or one after what is written before amounts. */
function beginsLikeAmount(cell: Cell): boolean {
  if (typeof cell !== 'string') return false;
  return isDigit(cell.charCodeAt(0)) || (isDigit(cell.charCodeAt(1)) && beforeAmounts.includes(cell[0]));
}

const isDigit = (character: number): boolean => character >= 48 && character <= 57;
