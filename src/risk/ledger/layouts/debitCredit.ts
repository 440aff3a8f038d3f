import { groupBy } from '../../groupBy';
import { isBlankCell, plainText } from '../cell';
import { customerKey } from '../cells/customerName';
import { type DocumentType, documentTypes, readDocumentType } from '../cells/documentType';
import { readEntrySide } from '../cells/entrySide';
import { isCarriedTotal, isOpeningLabel } from '../cells/periodRow';
import { readAmount } from '../cells/readAmount';
import { isTotalLabel } from '../cells/totalRow';
import { growingBytes } from '../columns/growingColumn';
import type { FindingLog } from '../findings/findingLog';
import type { Cell, ColumnMapping, Field, Finding, Recognition } from '../ledger';
import type { LedgerRows } from '../ledgerRows';
import { columnOf } from '../recognition/columnOf';
import { nameInHeading } from './groupedRows';
import type { RowWriter } from './rowWriter';
import { UnlabelledOpenings } from './unlabelledOpenings';

type Row = readonly Cell[];

/** Fields that one amount and one type stand for once a row is read. */
const sideFields: readonly Field[] = [
  'debit',
  'credit',
  'entrySide',
  'runningBalance',
  'documentType',
  'amount',
];

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

/** The amounts of a row, one of which is mostly nothing. */
interface Sides {
  readonly debit: Cell;
  readonly credit: Cell;
}

/** An opening balance, with the key of whose it is. */
interface Opening {
  readonly customer: string;
  /** Zero-based within the block. */
  readonly row: number;
  readonly label: string;
}

/** An opening balance among the entries of the ledger. */
interface OpenedEntry extends Opening {
  readonly entry: number;
}

/** In place of what an amount of the credit side settles. */
const notOnCreditSide = 0;
/** Added to the type where the amount is below 0. */
const takenBack = 8;
const owedAgain = documentTypes.indexOf('debit');

/** An entry as one signed amount. */
interface Entry {
  readonly amount: Cell;
  readonly type: DocumentType;
  readonly isCreditSide: boolean;
  /** What an amount of the credit side settles, however it is signed. */
  readonly settles?: DocumentType;
}

/**
 * Reads ledgers with two columns of amounts, debit (借方) and credit (贷方), or with one and a column that says the side of each (Dr and Cr,
 * S and H, 借 and 贷), or an account whose balance follows one column of amounts with signs, by writing each row with one amount and one type
 * behind its cells:
 *
 * - a debit is an invoice, a red one (below 0) a credit note;
 * - a credit is a payment, or the credit note or write-off that its type or summary says; below 0 it takes one back;
 * - a debit whose type says payment, credit note or write-off takes one back as well: owed again, no sale;
 * - both in one row count net;
 * - a customer's first opening balance (期初余额) counts as owed from its day, from the balance column where neither side has it;
 * - totals of periods (本月合计, 本年累计), closing balances and later opening balances only repeat what is there: they are left out;
 * - where most amounts of the credit side are below 0, the sheet's amounts have signs of their own, and its sides only repeat them.
 */
export class DebitCreditRows implements RowWriter {
  readonly recognition: Recognition;
  /** Columns of the sheet with amounts of one side, zero-based. */
  readonly columns: readonly number[];

  /** Columns of the sheet, -1 where it has none; where a column says the side, both are the one of amounts. */
  private readonly debit: number;
  private readonly credit: number;
  private readonly side: number;
  /** One column of amounts whose signs say the side. */
  private readonly isSigned: boolean;
  private readonly balance: number;
  private readonly type: number;
  private readonly customer: number;
  private readonly document: number;
  private readonly summary: number;
  /** Where the amount is written; the type stands beside it. */
  private readonly amountColumn: number;
  /** By row of the block, 1 where the amount is of the credit side. */
  private readonly isCredit = growingBytes();
  /** By row of the block: the type of what a cell of the credit side settles, with `takenBack` where it is below 0; `notOnCreditSide` elsewhere. */
  private readonly settling = growingBytes();
  /** Opening balances as they come: which of them is a customer's first only all of them tell. */
  private readonly openings: Opening[] = [];
  private readonly unlabelled = new UnlabelledOpenings();
  /** The name that stood last, which in a list by customers names the rows below it. */
  private nameAbove: Cell = null;

  constructor(private readonly original: Recognition) {
    const columnIn = (field: Field) => columnOf(original.columns, field);
    // Beside a column of credits, what was taken for amounts is the other side, and a balance is the account's.
    const open = columnIn('openAmount');
    const isOneColumn = columnIn('debit') < 0 && columnIn('credit') < 0;
    this.side = isOneColumn ? columnIn('entrySide') : -1;
    this.isSigned = isOneColumn && this.side < 0;
    const amount = columnIn('amount') < 0 && this.side >= 0 ? open : columnIn('amount');
    this.debit = columnIn('debit') < 0 ? amount : columnIn('debit');
    this.credit = isOneColumn ? amount : columnIn('credit');
    const isOpenABalance = !isOneColumn && balanceName.test(original.headers[open] ?? '');
    this.balance = isOpenABalance ? open : columnIn('runningBalance');
    this.type = columnIn('documentType');
    this.customer = columnIn('customer');
    this.document = columnIn('document');
    const mapped = new Set(original.columns.map(({ column }) => column));
    this.summary = original.headers.findIndex(
      (header, column) => !mapped.has(column) && summaryName.test(header),
    );
    this.columns = [this.debit, this.credit].filter(column => column >= 0);
    this.amountColumn = original.headers.length;
    this.recognition = this.writtenRecognition();
  }

  /** Make the reader of a ledger whose amounts have sides; `null` where they have none. */
  static of(recognition: Recognition): DebitCreditRows | null {
    const has = (...fields: readonly Field[]) =>
      recognition.columns.some(({ field }) => fields.includes(field));
    const hasSides =
      has('debit', 'credit') ||
      (has('entrySide') && has('amount', 'openAmount')) ||
      (has('runningBalance') && has('amount'));
    return hasSides ? new DebitCreditRows(recognition) : null;
  }

  /** Write rows with amount and type; a row of totals becomes an empty one, with a finding. */
  write(rows: readonly Row[], firstRow: number, findings: FindingLog): Row[] {
    const missing = firstRow + rows.length - this.isCredit.length;
    if (missing > 0) {
      this.isCredit.extend(missing);
      this.settling.extend(missing);
    }
    return rows.map((cells, index) => {
      const row = firstRow + index;
      return this.mayBeOpening(cells, row)
        ? this.writePeriod(cells, row, plainText(cells[this.balance]), findings, true)
        : this.writeRow(cells, row, findings);
    });
  }

  /**
   * Decide what takes all rows, before they are placed: which opening balance of a customer is its first, and what amounts below 0 mean on the
   * credit side of a sheet that says sides. They take other entries back; where most are below 0, that is just how the sheet writes credits.
   */
  settle(rows: LedgerRows): void {
    if (this.side < 0 && this.openings.length === 0) return;
    const { sheetRow } = rows;
    const openings = new Map(this.openings.map(opening => [opening.row, opening]));
    const settling = this.settling.values;
    let signs = 0;
    for (const settled of settling) if (settled !== notOnCreditSide) signs += settled < takenBack ? -1 : 1;
    const isSigned = signs > 0;
    const opened: OpenedEntry[] = [];
    const { unproven } = this.unlabelled;
    for (let entry = 0; entry < sheetRow.length; entry++) {
      const row = sheetRow.at(entry);
      const opening = openings.get(row);
      if (opening && unproven.has(row)) {
        rows.leaveOut(entry);
        rows.findings.add('missingAmount', row, this.amountColumn, '');
        continue;
      }
      if (opening) opened.push({ ...opening, entry });
      const settled = settling[row];
      if (settled === notOnCreditSide) continue;
      rows.turn(entry, settled >= takenBack === isSigned ? settled % takenBack : owedAgain);
    }
    const byCustomer = groupBy(opened, ({ customer }) => customer);
    for (const ofCustomer of byCustomer.values()) keepFirst(rows, ofCustomer);
  }

  /** Tell of the sheet's own column what was found in the written one. */
  whereFound(finding: Finding): Finding {
    if (finding.column !== this.amountColumn) return finding;
    const isCredit = this.isCredit.room[finding.row] === 1 || this.debit < 0;
    return { ...finding, column: isCredit ? this.credit : this.debit };
  }

  private writtenRecognition(): Recognition {
    const { original, amountColumn } = this;
    const header = original.headers[this.debit < 0 ? this.credit : this.debit];
    const column = (field: Field, at: number): ColumnMapping => ({
      field,
      column: at,
      header,
      confidence: 1,
    });
    const others = original.columns.filter(
      ({ field, column: at }) => !sideFields.includes(field) && at !== this.balance,
    );
    const isOpen = others.some(({ column: at }) => this.side >= 0 && at === this.debit);
    const written = column(isOpen ? 'openAmount' : 'amount', amountColumn);
    return {
      ...original,
      headers: [...original.headers, header, header],
      columns: [
        ...others.filter(({ field }) => field !== written.field),
        written,
        column('documentType', amountColumn + 1),
      ],
    };
  }

  private writeRow(cells: Row, row: number, findings: FindingLog): Row {
    if (row <= this.original.headerRow) return cells;
    const isNamed = !isBlankCell(cells[this.customer]) && this.periodLabel(cells) !== cells[this.customer];
    if (isNamed) this.nameAbove = nameInHeading(plainText(cells[this.customer]));
    const label = this.periodLabel(cells);
    if (label !== null) return this.writePeriod(cells, row, label, findings);
    const sides = this.sidesOf(cells);
    // A heading, or what stands apart: nothing is written into it.
    const isEmpty = isBlankCell(sides.debit) && isBlankCell(sides.credit);
    if (isEmpty) return this.written(cells, null, '');
    if (hasBoth(sides)) findings.add('bothSides', row, this.credit, sides.credit);
    if (this.isWithoutSide(cells, sides)) findings.add('missingSide', row, this.side, cells[this.side]);
    const entry = this.entryOf(cells, sides);
    this.noteSide(row, sides, entry);
    return this.written(cells, entry.amount, typeWords[entry.type]);
  }

  /** Whether a row has nothing but its customer's balance, which may be what was owed when the list begins. */
  private mayBeOpening(cells: Row, row: number): boolean {
    const isEntry = row > this.original.headerRow && cells.some(cell => !isBlankCell(cell));
    if (this.balance < 0 || !isEntry) return false;
    const sides = this.sidesOf(cells);
    const hasDocument = this.document >= 0 && !isBlankCell(cells[this.document]);
    const hasAmount = !isNothing(sides.debit) || !isNothing(sides.credit);
    const isBare = !hasAmount && !hasDocument && !isNothing(cells[this.balance]);
    // Most rows are neither: the look at their words is spared.
    const isTold = isBare || this.unlabelled.isWaiting;
    if (isTold && this.periodLabel(cells) !== null) return false;
    const own = cells[this.customer];
    const isGrouped = this.original.customerGroups !== undefined;
    return this.unlabelled.take({
      row,
      customer: isGrouped && isBlankCell(own) ? this.nameAbove : own,
      balance: isTold ? signedBalance(cells, this.balance) : Number.NaN,
      step: netOf(sides),
      isBare,
    });
  }

  private writePeriod(
    cells: Row,
    row: number,
    label: string,
    findings: FindingLog,
    isOpening = isOpeningLabel(label),
  ): Row {
    if (!isOpening) {
      findings.add('totalRow', row, -1, label);
      return [];
    }
    const named = this.named(cells, label);
    this.openings.push({ customer: customerKey(plainText(named[this.customer])), row, label });
    const sides = this.sidesOf(cells);
    const entry = this.openingOf(cells, sides);
    if (!isNothing(sides.credit)) this.noteSide(row, sides, { ...entry, settles: 'payment' });
    return this.written(named, entry.amount, typeWords[entry.type]);
  }

  /** The amounts of a row by their sides. */
  private sidesOf(cells: Row): Sides {
    const amount = cells[this.debit];
    const isNegative = this.isSigned && readAmount(amount) < 0;
    if (isNegative) return { debit: null, credit: -readAmount(amount) };
    if (this.isSigned) return { debit: amount, credit: null };
    if (this.side < 0) return { debit: amount, credit: cells[this.credit] };
    const isCredit = readEntrySide(cells[this.side]) === 'credit';
    return isCredit ? { debit: null, credit: amount } : { debit: amount, credit: null };
  }

  private isWithoutSide(cells: Row, { debit }: Sides): boolean {
    const said = this.side < 0 ? 'debit' : readEntrySide(cells[this.side]);
    return said !== 'debit' && !isNothing(debit);
  }

  private noteSide(row: number, { credit }: Sides, { isCreditSide, settles }: Entry): void {
    if (isCreditSide) this.isCredit.room[row] = 1;
    if (this.side < 0 || settles === undefined) return;
    const isBelow = readAmount(credit) < 0;
    this.settling.room[row] = documentTypes.indexOf(settles) + (isBelow ? takenBack : 0);
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

  private openingOf(cells: Row, sides: Sides): Entry {
    const net = netOf(sides);
    const balance = signedBalance(cells, this.balance);
    const amount = net !== 0 || Number.isNaN(balance) ? net : balance;
    return { amount, type: amount < 0 ? 'payment' : 'debit', isCreditSide: amount < 0 };
  }

  private entryOf(cells: Row, sides: Sides): Entry {
    const { debit, credit } = sides;
    const type = readDocumentType(cells[this.type]);
    if (hasBoth(sides)) {
      const amount = netOf(sides);
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
    if (amount < 0) return { amount: -amount, type: 'debit', isCreditSide: true, settles };
    // A text stays as it is: what it means the whole column tells, and the type gives the sign.
    return {
      amount: typeof credit === 'number' ? -credit : credit,
      type: settles,
      isCreditSide: true,
      settles,
    };
  }
}

/** A balance below 0 where the row says that it is of the credit side. */
function signedBalance(cells: Row, column: number): number {
  const stated = readAmount(cells[column]);
  const isOnCreditSide = cells.some(cell => typeof cell === 'string' && creditSide.test(cell.trim()));
  return isOnCreditSide ? -Math.abs(stated) : stated;
}

/** Opening balances of later months repeat what came before. */
function keepFirst(rows: LedgerRows, openings: readonly OpenedEntry[]): void {
  const days = openings.map(({ entry }) => rows.dayOf(entry));
  const isDated = days.every(day => !Number.isNaN(day));
  const last = openings.length - 1;
  const first = isDated ? days.indexOf(Math.min(...days)) : last > 0 && rows.isNewestFirst ? last : 0;
  for (const [index, { entry, row, label }] of openings.entries()) {
    rows.findings.add(index === first ? 'openingBalance' : 'totalRow', row, -1, label);
    if (index !== first) rows.leaveOut(entry);
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

const hasBoth = ({ debit, credit }: Sides): boolean => !isNothing(debit) && !isNothing(credit);

const netOf = ({ debit, credit }: Sides): number => (readAmount(debit) || 0) - (readAmount(credit) || 0);

/** Blank, or the 0 that many exports write on the other side. */
const isNothing = (cell: Cell): boolean => isBlankCell(cell) || readAmount(cell) === 0;
