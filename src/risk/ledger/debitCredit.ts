import { isBlankCell, plainText } from './cell';
import { customerKey } from './customerName';
import { type DocumentType, readDocumentType } from './documentType';
import type { FindingLog } from './findingLog';
import { growingBytes } from './growingColumn';
import type { Cell, ColumnMapping, Field, Finding, Recognition } from './ledger';
import { isCarriedTotal, isOpeningLabel } from './periodRow';
import { readAmount } from './readAmount';
import { isTotalLabel } from './totalRow';

type Row = readonly Cell[];

/** Fields that one amount and one type stand for once a row is read. */
const sideFields: readonly Field[] = ['debit', 'credit', 'runningBalance', 'documentType', 'amount'];

/** Where the other words of an entry stand. */
const summaryName =
  /^(?:description|memo|particulars|narration|narrative|details|text|remarks|(?:凭证|憑證|业务|業務)?摘要|说明|說明|备注|備註)$/i;

/** What an open amount is not called beside debits and credits. The names of all fields stay with the recognition of sheets: functions do without. */
const balanceName = /balance|余额|餘額|结余|結餘/i;

/** What each type is written as for the reader of types. */
const typeWords: Readonly<Record<DocumentType, string>> = {
  invoice: 'Invoice',
  creditNote: 'Credit note',
  payment: 'Payment',
  writeOff: 'Write-off',
  debit: 'Opening balance',
};

/** The balance of an account is owed, or on the credit side (`贷`, `Cr`). */
const creditSide = /^(?:贷方?|貸方?|cr\.?|credit)$/i;

/** An entry as one signed amount. */
interface Entry {
  readonly amount: Cell;
  readonly type: DocumentType;
  readonly isCreditSide: boolean;
}

/**
 * Reads ledgers with two columns of amounts, debit (借方) and credit (贷方), by writing each row with one amount and one type behind its cells:
 *
 * - a debit is an invoice, a red one (below 0) a credit note;
 * - a credit is a payment, or the credit note or write-off that its type or summary says; below 0 it takes one back;
 * - a debit whose type says payment, credit note or write-off takes one back as well: owed again, no sale;
 * - both in one row count net;
 * - a customer's first opening balance (期初余额) counts as owed from its day, from the balance column where neither side has it;
 * - totals of periods (本月合计, 本年累计), closing balances and later opening balances only repeat what is there: they are left out.
 */
export class DebitCreditRows {
  /** How the written rows are to be read. */
  readonly recognition: Recognition;
  /** Columns of the sheet with amounts of one side, zero-based. */
  readonly columns: readonly number[];

  private readonly debit: number;
  private readonly credit: number;
  private readonly balance: number;
  private readonly type: number;
  private readonly customer: number;
  private readonly summary: number;
  /** Where the amount is written; the type stands beside it. */
  private readonly amountColumn: number;
  /** By row of the block, 1 where the amount is of the credit side. */
  private readonly isCredit = growingBytes();
  /** Whose opening balance was counted. */
  private readonly opened = new Set<string>();
  /** The name that stood last, which in a list by customers names the rows below it. */
  private nameAbove: Cell = null;

  constructor(private readonly original: Recognition) {
    const columnOf = (field: Field) =>
      original.columns.find(mapping => mapping.field === field)?.column ?? -1;
    // Beside a column of credits, what was taken for amounts is the other side, and a balance is the account's.
    this.debit = columnOf('debit') < 0 ? columnOf('amount') : columnOf('debit');
    this.credit = columnOf('credit');
    const open = columnOf('openAmount');
    const isOpenABalance = balanceName.test(original.headers[open] ?? '');
    this.balance = isOpenABalance ? open : columnOf('runningBalance');
    this.type = columnOf('documentType');
    this.customer = columnOf('customer');
    const mapped = new Set(original.columns.map(({ column }) => column));
    this.summary = original.headers.findIndex(
      (header, column) => !mapped.has(column) && summaryName.test(header),
    );
    this.columns = [this.debit, this.credit].filter(column => column >= 0);
    this.amountColumn = original.headers.length;
    this.recognition = this.writtenRecognition();
  }

  /** Make the reader of a ledger with two columns of amounts; `null` where it has one. */
  static of(recognition: Recognition): DebitCreditRows | null {
    const hasSides = recognition.columns.some(({ field }) => field === 'debit' || field === 'credit');
    return hasSides ? new DebitCreditRows(recognition) : null;
  }

  /** Write rows with amount and type; a row of totals becomes an empty one, with a finding. */
  write(rows: readonly Row[], firstRow: number, findings: FindingLog): Row[] {
    const missing = firstRow + rows.length - this.isCredit.length;
    if (missing > 0) this.isCredit.extend(missing);
    return rows.map((cells, index) => this.writeRow(cells, firstRow + index, findings));
  }

  /** Tell of the sheet's own column what was found in the written one. */
  whereFound(finding: Finding): Finding {
    if (finding.column !== this.amountColumn) return finding;
    const isCredit = this.isCredit.room[finding.row] === 1 || this.debit < 0;
    return { ...finding, column: isCredit ? this.credit : this.debit };
  }

  private writtenRecognition(): Recognition {
    const { original, amountColumn } = this;
    const header = original.headers[this.debit < 0 ? this.credit : this.debit]!;
    const column = (field: Field, at: number): ColumnMapping => ({
      field,
      column: at,
      header,
      confidence: 1,
    });
    const others = original.columns.filter(
      ({ field, column: at }) => !sideFields.includes(field) && at !== this.balance,
    );
    return {
      ...original,
      headers: [...original.headers, header, header],
      columns: [...others, column('amount', amountColumn), column('documentType', amountColumn + 1)],
    };
  }

  private writeRow(cells: Row, row: number, findings: FindingLog): Row {
    if (row <= this.original.headerRow) return cells;
    const isNamed = !isBlankCell(cells[this.customer]) && this.periodLabel(cells) !== cells[this.customer];
    if (isNamed) this.nameAbove = cells[this.customer]!;
    const isHeader = plainText(cells[this.debit]) === this.recognition.headers[this.amountColumn];
    if (isHeader) return this.written(cells, cells[this.debit], cells[this.debit]);
    const label = this.periodLabel(cells);
    if (label !== null && !this.isFirstOpening(cells, label)) {
      findings.add('totalRow', row, -1, label);
      return [];
    }
    const entry = label === null ? this.entryOf(cells) : this.openingOf(cells);
    if (label !== null) {
      findings.add('openingBalance', row, -1, label);
      return this.written(this.named(cells, label), entry.amount, typeWords[entry.type]);
    }
    // A heading, or what stands apart: nothing is written into it.
    const isEmpty = this.columns.every(column => isBlankCell(cells[column]));
    if (isEmpty) return this.written(cells, null, '');
    if (this.hasBothSides(cells)) findings.add('bothSides', row, this.credit, cells[this.credit]);
    if (entry.isCreditSide) this.isCredit.room[row] = 1;
    return this.written(cells, entry.amount, typeWords[entry.type]);
  }

  /** Give an opening balance its customer's name, which may stand above it, or have the label in its place. */
  private named(cells: Row, label: Cell): Row {
    const own = cells[this.customer] === label ? '' : (cells[this.customer] ?? '');
    const isGrouped = this.original.customerGroups !== undefined;
    const name = isGrouped && isBlankCell(own) ? this.nameAbove : own;
    return cells.map((cell, column) => (column === this.customer ? name : cell));
  }

  private written(cells: Row, amount: Cell, type: Cell): Row {
    const row: Cell[] = Array.from({ length: this.amountColumn }, (_, column) => cells[column] ?? null);
    row.push(amount, type);
    return row;
  }

  /** A cell of the row that calls it a total or a balance of a period; `null` for an entry. Dates stand in such rows too. */
  private periodLabel(cells: Row): string | null {
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column];
      if (typeof cell !== 'string' || cell === '' || this.columns.includes(column)) continue;
      const isLabel =
        isOpeningLabel(cell) || isCarriedTotal(cell) || (column !== this.customer && isTotalLabel(cell));
      if (isLabel) return cell;
    }
    return null;
  }

  /** Opening balances of later months repeat what came before. */
  private isFirstOpening(cells: Row, label: Cell): boolean {
    if (!isOpeningLabel(label)) return false;
    const customer = customerKey(plainText(this.named(cells, label)[this.customer]));
    if (this.opened.has(customer)) return false;
    this.opened.add(customer);
    return true;
  }

  private openingOf(cells: Row): Entry {
    const net = this.netOf(cells);
    const stated = readAmount(cells[this.balance]);
    const isOnCreditSide = cells.some(cell => typeof cell === 'string' && creditSide.test(cell.trim()));
    const balance = isOnCreditSide ? -Math.abs(stated) : stated;
    const amount = net !== 0 || Number.isNaN(stated) ? net : balance;
    return { amount, type: amount < 0 ? 'payment' : 'debit', isCreditSide: amount < 0 };
  }

  private entryOf(cells: Row): Entry {
    const debit = cells[this.debit];
    const credit = cells[this.credit];
    const type = readDocumentType(cells[this.type]);
    if (this.hasBothSides(cells)) {
      const amount = this.netOf(cells);
      return { amount, type: amount < 0 ? 'payment' : 'invoice', isCreditSide: amount < 0 };
    }
    const isCredit = !isNothing(credit) || (isBlankCell(debit) && !isBlankCell(credit));
    return isCredit ? this.creditOf(cells, credit, type) : debitOf(debit, type);
  }

  private creditOf(cells: Row, credit: Cell, type: DocumentType): Entry {
    // The words of an entry tell a return of goods or a bad debt from money.
    const said = type === 'invoice' ? readDocumentType(cells[this.summary]) : type;
    const settles = said === 'creditNote' || said === 'writeOff' ? said : 'payment';
    const amount = readAmount(credit);
    if (amount < 0) return { amount: -amount, type: 'debit', isCreditSide: true };
    // A text stays as it is: what it means the whole column tells, and the type gives the sign.
    return { amount: typeof credit === 'number' ? -credit : credit, type: settles, isCreditSide: true };
  }

  private hasBothSides(cells: Row): boolean {
    return !isNothing(cells[this.debit]) && !isNothing(cells[this.credit]);
  }

  private netOf(cells: Row): number {
    return (readAmount(cells[this.debit]) || 0) - (readAmount(cells[this.credit]) || 0);
  }
}

function debitOf(debit: Cell, type: DocumentType): Entry {
  const amount = readAmount(debit);
  if (amount < 0) {
    const isMoney = type === 'payment' || type === 'writeOff';
    return { amount: debit, type: isMoney ? type : 'creditNote', isCreditSide: false };
  }
  return { amount: debit, type: type === 'invoice' ? 'invoice' : 'debit', isCreditSide: false };
}

/** Blank, or the 0 that many exports write on the other side. */
const isNothing = (cell: Cell): boolean => isBlankCell(cell) || readAmount(cell) === 0;
