import { AmountColumn } from './amountColumn';
import { isBlankCell, isErrorCell, plainText } from './cell';
import { currencyCode, currencyWithin } from './currencyCode';
import { CustomerRegister } from './customerRegister';
import { DateColumn, settleDateColumns } from './dateColumn';
import { type DocumentType, readDocumentType } from './documentType';
import { FindingLog } from './findingLog';
import { growingBytes, growingFloats, growingIntegers } from './growingColumn';
import type { Cell, DateSystem, LedgerField, Recognition } from './ledger';
import { readDisputed } from './readDisputed';
import { readTermsDays } from './readTerms';
import { isTotalLabel, nameOfSubtotal } from './totalRow';

/** In place of a customer code: nothing there, an error there, or an amount that cannot be placed. */
export const noCustomer = -1;
export const unreadableCustomer = -2;
export const noAmount = -3;

export const documentTypes: readonly DocumentType[] = ['invoice', 'creditNote', 'payment'];

/** Names to small codes, in the order they come. */
class CurrencyRegister {
  readonly names: string[] = [];
  private readonly codes = new Map<string, number>();

  codeOf(name: string): number {
    let code = this.codes.get(name);
    if (code === undefined) {
      code = this.names.length;
      this.names.push(name);
      this.codes.set(name, code);
    }
    return code;
  }
}

/**
 * The rows of a ledger as they are on the sheet, in typed columns: nothing decided yet that needs the whole sheet (order of dates, scale,
 * currency). Blank rows, repeated headers and rows of totals are left out.
 */
export class LedgerRows {
  readonly findings = new FindingLog();
  readonly customers = new CustomerRegister();
  readonly currencies = new CurrencyRegister();

  readonly sheetRow = growingIntegers();
  readonly customer = growingIntegers();
  readonly currency = growingIntegers();
  /** Index into `documentTypes`. */
  readonly type = growingBytes();
  readonly disputed = growingBytes();
  readonly termsDays = growingFloats();
  /** The document number cell of each row; empty when the ledger has no such column. */
  readonly documents: Cell[] = [];

  readonly amount: AmountColumn;
  readonly openAmount: AmountColumn | null;
  readonly paidAmount: AmountColumn | null;
  readonly creditLimit: AmountColumn | null;
  readonly invoiceDate: DateColumn | null;
  readonly dueDate: DateColumn | null;
  readonly paidDate: DateColumn | null;

  private readonly columnOf: ReadonlyMap<string, number>;
  private readonly mapped: readonly number[];
  private readonly dateColumns: readonly DateColumn[];
  private readonly amountColumns: readonly AmountColumn[];
  private readonly headerCurrency: string;

  constructor(
    private readonly recognition: Recognition,
    dateSystem: DateSystem,
  ) {
    this.columnOf = new Map(recognition.columns.map(({ field, column }) => [field, column]));
    this.mapped = recognition.columns.map(({ column }) => column);

    const dates = (field: LedgerField) =>
      this.has(field) ? new DateColumn(this.column(field), dateSystem, this.findings) : null;
    const amounts = (field: LedgerField) =>
      this.has(field) ? new AmountColumn(this.column(field), this.findings) : null;
    this.invoiceDate = dates('invoiceDate');
    this.dueDate = dates('dueDate');
    this.paidDate = dates('paidDate');
    this.dateColumns = [this.invoiceDate, this.dueDate, this.paidDate].filter(column => column !== null);

    // A list of open items often has no other amount than what is open.
    const open = amounts('openAmount');
    this.amount = amounts('amount') ?? open ?? new AmountColumn(-1, this.findings);
    this.openAmount = open;
    this.paidAmount = amounts('paidAmount');
    this.creditLimit = amounts('creditLimit');
    this.amountColumns = [
      ...new Set([this.amount, this.openAmount, this.paidAmount, this.creditLimit]),
    ].filter(column => column !== null);
    this.headerCurrency = currencyWithin(recognition.headers[this.amount.column] ?? '');
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

  /** Take one row of the block. */
  add(cells: readonly Cell[], row: number): void {
    if (row <= this.recognition.headerRow || this.isBlank(cells) || this.isRepeatedHeader(cells)) return;
    if (this.isTotal(cells)) {
      this.findings.add(
        'totalRow',
        row,
        -1,
        cells.find(cell => !isBlankCell(cell)),
      );
      return;
    }
    this.sheetRow.push(row);
    for (const column of this.dateColumns) column.add(cells[column.column], row);
    for (const column of this.amountColumns) column.add(cells[column.column], row);
    this.currency.push(this.currencies.codeOf(this.currencyOf(cells)));
    this.type.push(documentTypes.indexOf(readDocumentType(cells[this.column('documentType')])));
    this.disputed.push(readDisputed(cells[this.column('disputed')]) ? 1 : 0);
    this.termsDays.push(readTermsDays(cells[this.column('termsDays')]));
    if (this.has('document')) this.documents.push(cells[this.column('document')]);
    this.customer.push(this.customerOf(cells, row));
  }

  /** Read what had to wait for the whole column: dates such as `5/3/2024`, amounts such as `1.234`. */
  settle(): void {
    settleDateColumns(this.dateColumns);
    for (const column of this.amountColumns) column.settle();
  }

  private customerOf(cells: readonly Cell[], row: number): number {
    const amounts = this.amount.amounts;
    const hasAmount = !Number.isNaN(amounts.last);
    const cell = this.customerCell(cells);
    const isError = isErrorCell(cell);
    if (isError) this.findings.add('errorCell', row, this.column('customer'), cell);
    if (!hasAmount && isBlankCell(cells[this.amount.column])) {
      this.findings.add('missingAmount', row, this.amount.column, '');
    }
    if (isError) return unreadableCustomer;
    if (isBlankCell(cell)) return noCustomer;
    return hasAmount ? this.customers.codeOf(cell) : noAmount;
  }

  /** The customer's name, or its number where the name is blank. */
  private customerCell(cells: readonly Cell[]): Cell {
    const name = cells[this.column('customer')];
    return isBlankCell(name) ? cells[this.column('customerNumber')] : name;
  }

  private currencyOf(cells: readonly Cell[]): string {
    if (this.has('currency')) {
      const cell = cells[this.column('currency')];
      if (!isErrorCell(cell) && !isBlankCell(cell)) return currencyCode(cell);
    }
    const amount = cells[this.amount.column];
    return (typeof amount === 'string' && currencyWithin(amount)) || this.headerCurrency;
  }

  private isBlank(cells: readonly Cell[]): boolean {
    for (const column of this.mapped) if (!isBlankCell(cells[column])) return false;
    return true;
  }

  /** Printed lists repeat their header on every page. */
  private isRepeatedHeader(cells: readonly Cell[]): boolean {
    const amount = cells[this.amount.column];
    if (typeof amount !== 'string') return false;
    const { headers } = this.recognition;
    return this.mapped.every(column => plainText(cells[column]) === headers[column]);
  }

  private isTotal(cells: readonly Cell[]): boolean {
    // Totals have no date; this also spares every ordinary row the look at its label.
    if (this.dateColumns.some(({ column }) => !isBlankCell(cells[column]))) return false;
    const customer = cells[this.column('customer')];
    const first = cells.find(cell => !isBlankCell(cell));
    if (isBlankCell(customer)) return isTotalLabel(first);
    const document = cells[this.column('document')];
    if (!isBlankCell(document) && !isTotalLabel(document)) return false;
    if (isTotalLabel(customer) || isTotalLabel(first)) return true;
    const name = nameOfSubtotal(customer);
    return name !== null && this.customers.has(name) && !this.customers.has(plainText(customer));
  }
}
